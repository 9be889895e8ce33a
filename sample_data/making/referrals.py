"""TLV's for vso, made so that those valid on 1 October are about as many as the vso pupils."""

import datetime as dt
from dataclasses import dataclass, replace

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.geography import SWV, nearness
from sample_data.making.register import Leerling
from sample_data.making.schools import INTO, MERGED, REFERS_THREEFOLD
from sample_data.making.years import (
    FUSION,
    LAST_DAY,
    NEWEST,
    YEARS,
    end,
    months_later,
    peildatum,
    start,
)


FIRST_YEAR = 2018
"""TLV's of three years before the first peildatum: they were still valid then."""
RUNNING_BEFORE = {2020: 250, 2021: 180}
"""Valid when the list begins, and not on it: how many, by the year in which they end."""
VSO_BEFORE = {2019: 716, 2020: 735}

# By month, from August on: the requests come in spring, the decisions in May, June and July.
MONTHS = (2, 4, 5, 6, 5, 6, 8, 12, 18, 19, 12, 2)
DURATION = {1: 10, 2: 30, 3: 36, 4: 24}
REFERS = {"pro": 1.6, "vmbo": 1.25, "mavo": 1, "breed": 1.05, "mhv": 0.7, "hv": 0.5, "gym": 0.4}
THREEFOLD = 1.75
"""Instead of nearness, that comes to nearly 0.6 for most schools: they send to what is near."""
MORE_VSO = {"Oost": 1.6}
"""More children of Oost go to the vso."""
VRAGEN = {
    "leren": 20,
    "gedrag": 26,
    "autisme": 24,
    "angst": 13,
    "werkhouding": 6,
    "medisch": 4,
    "motoriek": 3,
    "thuissituatie": 4,
}
OTHER_SWV = {"VO9902": ("98AA00", "98AB00"), "VO9903": ("98BA00",)}
"""Two invented neighbours, with vso vestigingen that are not in our list."""
WORDS_FROM = dt.date(2024, 8, 1)
"""Since then the case system writes laag, midden, hoog instead of 1, 2, 3."""
WORDS = {"1": "laag", "2": "midden", "3": "hoog"}


@dataclass(frozen=True)
class Tlv:
    nummer: str
    leerling: Leerling
    categorie: str
    ontvangen: dt.date
    compleet: dt.date | None
    besluitdatum: dt.date | None
    besluit: str
    vanaf: dt.date | None
    tot: dt.date | None
    herkomst: str | None
    bestemming: str | None
    overgang: str
    swv: str = SWV
    could_have_stayed: bool = False

    def is_valid(self, day):
        return self.besluit == "afgegeven" and self.vanaf <= day <= self.tot


def make_tlvs(register, aanvragen):
    dice = Dice("tlv")
    office = _Office(register, aanvragen, dice)
    for year in range(FIRST_YEAR, NEWEST):
        autumn = year + 1
        wanted = _wanted(register, autumn)
        still = {
            code: sum(t.bestemming == code and t.is_valid(peildatum(autumn)) for t in office.tlvs)
            for code in wanted
        }
        # Those before the list are spread as the pupils are.
        unlisted = sum(count for last, count in RUNNING_BEFORE.items() if last > autumn)
        whole = sum(wanted.values())
        short = {
            code: wanted[code] - still[code] - round(unlisted * wanted[code] / whole)
            for code in wanted
        }
        office.work(year, {code: max(0, count) for code, count in short.items()})
    office.work_on_newest_year()
    return _with_oddities(office.tlvs, dice)


def _wanted(register, autumn):
    vso = [v.code for v in register.vestigingen.values() if v.schooltype == "vso"]
    if autumn in YEARS:
        return {code: register.counts[code, autumn] for code in vso}
    first = sum(register.counts[code, YEARS[0]] for code in vso)
    return {
        code: round(register.counts[code, YEARS[0]] * VSO_BEFORE[autumn] / first) for code in vso
    }


class _Office:
    """The SWV's desk: gives a number to every request and decides on it."""

    def __init__(self, register, aanvragen, dice):
        self._register = register
        self._dice = dice
        self._aanvragen = aanvragen
        self._numbers = 0
        self._ends = {}
        self.tlvs = []

    def work(self, year, short):
        """One schooljaar: fill what each vso is short of next autumn, and refuse some."""
        dice = self._dice
        ended = [t for t in self.tlvs if t.tot == end(year) and t.leerling.born > year - 17]
        for code, count in short.items():
            longer = [t for t in ended if t.bestemming == code and dice.chance(0.45)]
            for old in longer[: count // 2]:
                self._prolong(old, year)
            for _ in range(count - len(longer[: count // 2])):
                self._admit(year, code)
        for besluit, count in (("afgewezen", 18), ("ingetrokken", 11)):
            for _ in range(count + dice.whole(-3, 3)):
                self._refuse(year, besluit)
        for _ in range(13 + dice.whole(-3, 3)):
            self._send_away(year)

    def work_on_newest_year(self):
        """From August until LAST_DAY: a part is decided, the rest is open."""
        dice = self._dice
        year = NEWEST
        vso = {
            v: v.place.inhabitants for v in self._register.vestigingen.values() if v.kind == "vso"
        }
        for _ in range(58):
            ontvangen = start(year) + dt.timedelta(days=dice.whole(27, 102))
            besluitdatum = ontvangen + dt.timedelta(days=dice.whole(24, 60))
            self._admit(year, dice.weighted(vso).code, (ontvangen, besluitdatum))

    def _dates(self, year):
        dice = self._dice
        ontvangen = min(months_later(start(year), MONTHS, dice), end(year) - dt.timedelta(days=21))
        days = dice.whole(14, 56) if ontvangen.month not in (6, 7) else dice.whole(7, 28)
        return ontvangen, min(ontvangen + dt.timedelta(days=days), end(year))

    def _file(self, year, leerling, bestemming, dates=None, besluit="afgegeven", **rest):
        dice = self._dice
        ontvangen, besluitdatum = dates or self._dates(year)
        compleet = min(ontvangen + dt.timedelta(days=dice.whole(0, 30)), besluitdatum)
        if besluitdatum > LAST_DAY:
            besluitdatum, besluit = None, "open"
            compleet = compleet if compleet <= LAST_DAY and dice.chance(0.7) else None
        vanaf = tot = None
        if besluit == "afgegeven":
            spring = 3 <= besluitdatum.month <= 7
            vanaf = start(year + 1) if spring else besluitdatum
            first = year + 1 if spring or besluitdatum < start(year + 1) else year
            tot = end(first + self._duration(first) - 1)
        self._numbers += 1
        self.tlvs.append(
            Tlv(
                nummer=f"{year % 100}{(year + 1) % 100}-{self._numbers:05}",
                leerling=leerling,
                categorie=dice.weighted({"1": 80, "2": 8, "3": 12}),
                ontvangen=ontvangen,
                compleet=compleet,
                besluitdatum=besluitdatum,
                besluit=besluit,
                vanaf=vanaf,
                tot=tot,
                bestemming=bestemming,
                **rest,
            )
        )

    def _duration(self, first):
        """Some years long, spread so that no year sees half of them end."""
        weights = {
            years: weight * max(0.05, 1 - self._ends.get(first + years, 0) / 330)
            for years, weight in DURATION.items()
        }
        years = self._dice.weighted(weights)
        self._ends[first + years] = self._ends.get(first + years, 0) + 1
        return years

    def _admit(self, year, bestemming, dates=None):
        dice, vso = self._dice, self._register.vestigingen[bestemming]
        fate = dice.weighted({"nieuw": 89, "verhuizing": 5, "elders": 6})
        if fate == "elders":
            leerling = self._leerling(year, None, vso)
            swv = dice.one_of(list(OTHER_SWV))
            self._file(year, leerling, bestemming, dates, herkomst=None, overgang="nieuw", swv=swv)
            return
        herkomst = None if fate == "verhuizing" or dice.chance(0.22) else self._sender(year, vso)
        leerling = self._leerling(year, herkomst, vso)
        self._file(
            year,
            leerling,
            bestemming,
            dates,
            herkomst=herkomst.code if herkomst else None,
            overgang=fate,
            could_have_stayed=leerling.niveau != "pro" and dice.chance(0.3),
        )

    def _prolong(self, old, year):
        self._file(
            year,
            old.leerling,
            old.bestemming,
            herkomst=old.bestemming,
            overgang="verlenging",
            swv=old.swv,
            could_have_stayed=old.could_have_stayed,
        )

    def _refuse(self, year, besluit):
        vso = self._register.vestigingen[self._dice.one_of(["99VA00", "99VB00", "99VE00"])]
        herkomst = self._sender(year, vso)
        leerling = self._leerling(year, herkomst, vso)
        self._file(year, leerling, None, besluit=besluit, herkomst=herkomst.code, overgang="nieuw")

    def _send_away(self, year):
        """Grensverkeer: our pupil, a vso of another SWV."""
        dice = self._dice
        herkomst = self._sender(year, None)
        leerling = self._leerling(year, herkomst, None)
        bestemming = dice.one_of(OTHER_SWV[dice.one_of(list(OTHER_SWV))])
        self._file(year, leerling, bestemming, herkomst=herkomst.code, overgang="nieuw")

    def _sender(self, year, vso):
        year = max(year, YEARS[0])
        weights = {}
        for v in self._register.open_regular(year):
            near = nearness(v, vso, 14) if vso else 1
            often = THREEFOLD if v.code == REFERS_THREEFOLD else near
            weights[v] = self._register.counts[v.code, year] * REFERS[v.kind] * often
        return self._dice.weighted(weights)

    def _leerling(self, year, herkomst, vso):
        """Sometimes someone who had an arrangement last year, else someone new."""
        dice, register = self._dice, self._register
        if herkomst and dice.chance(0.3):
            known = self._known(year, herkomst)
            if known:
                return dice.one_of(known)
        home = register.home_near(vso if herkomst is None else herkomst, dice, 9, MORE_VSO)
        if vso and herkomst and dice.chance(0.75):
            home = register.home_near(vso, dice, 5, MORE_VSO)
        return Leerling(
            code=register.new_code(),
            home=home,
            vestigingscode=herkomst.code if herkomst else None,
            niveau=dice.weighted({"pro": 34, "vmbo-b": 24, "vmbo-k": 20, "vmbo-gt": 14, "havo": 8}),
            vraag=dice.weighted(VRAGEN),
            born=year - dice.weighted({11: 3, 12: 22, 13: 20, 14: 20, 15: 17, 16: 12, 17: 6}),
        )

    def _known(self, year, herkomst):
        """Pupils of that school who were helped this year and not after it."""
        taken = {t.leerling.code for t in self.tlvs}
        later = {a.leerling.code for a in self._aanvragen if a.year > year}
        return [
            a.leerling
            for a in self._aanvragen
            if a.year == year
            and a.leerling.vestigingscode == herkomst.code
            and a.leerling.code not in taken | later
        ]


def _with_oddities(tlvs, dice):
    """What real lists have: a second TLV while the first still runs, a number used twice."""
    tlvs = sorted(tlvs, key=lambda t: (t.ontvangen, t.nummer))
    given = [i for i, t in enumerate(tlvs) if t.besluit == "afgegeven" and t.categorie == "1"]
    for i in dice.several(given, 6):
        first = tlvs[i]
        received = first.vanaf + dt.timedelta(days=70)
        decided = received + dt.timedelta(days=30)
        if decided < min(LAST_DAY, first.tot):
            again = replace(
                first,
                nummer=f"{first.nummer}B",
                categorie="3",
                ontvangen=received,
                compleet=received,
                besluitdatum=decided,
                vanaf=decided,
                overgang="nieuw",
                herkomst=first.bestemming,
            )
            tlvs.append(again)
    for i in dice.several(given, 3):
        other = tlvs[i - 1]
        tlvs[i] = replace(tlvs[i], nummer=other.nummer)
    return sorted(tlvs, key=lambda t: (t.ontvangen, t.nummer, t.leerling.code))


def write(folder, tlvs):
    rows = [
        {
            "BESCHIKKINGSNUMMER": t.nummer,
            "LEERLING": t.leerling.code,
            "SOORT": "vso",
            "CATEGORIE": t.categorie if t.ontvangen < WORDS_FROM else WORDS[t.categorie],
            "ONTVANGEN": t.ontvangen,
            "COMPLEET": t.compleet,
            "BESLUITDATUM": t.besluitdatum,
            "BESLUIT": t.besluit,
            "GELDIG VANAF": t.vanaf,
            "GELDIG TOT": t.tot,
            "HERKOMST VESTIGINGSCODE": _of_its_time(t.herkomst, t.ontvangen),
            "BESTEMMING VESTIGINGSCODE": t.bestemming,
            "OVERGANG": t.overgang,
            "SWV": t.swv,
            "LEEFTIJD": t.ontvangen.year - t.leerling.born,
            "POSTCODE4": t.leerling.home.postcode4,
            "ONDERSTEUNINGSVRAAG": t.leerling.vraag,
        }
        for t in tlvs
    ]
    write_own(folder, "tlv.csv", rows)


def _of_its_time(vestigingscode, day):
    return INTO if vestigingscode in MERGED and day >= start(FUSION) else vestigingscode
