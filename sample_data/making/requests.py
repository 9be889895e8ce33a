"""Aanvragen of schools for an arrangement, and the behoefte that they add up to."""

import datetime as dt
from dataclasses import dataclass, replace

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.geography import km_between
from sample_data.making.register import Leerling, after_fusion
from sample_data.making.years import (
    LAST_DAY,
    YEARS,
    end,
    months_later,
    peildatum,
    schooljaar,
    start,
)


PER_YEAR = {2021: 865, 2022: 885, 2023: 905, 2024: 930, 2025: 890}
ASKS = {"pro": 2.2, "vmbo": 1.5, "breed": 1.1, "mavo": 1.0, "mhv": 0.8, "hv": 0.6, "gym": 0.7}
# From March before the schooljaar until May in it; the newest year ends on LAST_DAY.
MONTHS = (8, 9, 14, 16, 8, 3, 9, 11, 9, 5, 6, 5, 3, 2, 1)


@dataclass(frozen=True)
class Aanvraag:
    nummer: str
    leerling: Leerling
    year: int
    ontvangen: dt.date
    compleet: dt.date | None
    besluitdatum: dt.date | None
    status: str
    arrangementscode: str | None = None
    begin: dt.date | None = None
    einde: dt.date | None = None


def make_aanvragen(register, offer):
    aanvragen, before = [], []
    for year in YEARS:
        dice = Dice(f"aanvragen {year}")
        received = sorted(
            ((_received(year, dice), leerling) for leerling in _who(register, before, year, dice)),
            key=lambda pair: pair[0],
        )
        room = free_places(offer, (), year)
        of_year = [
            decide(f"A{year % 100}-{number:04}", leerling, year, day, room, dice)
            for number, (day, leerling) in enumerate(received, 1)
        ]
        before = [a.leerling for a in of_year if a.status in ("afgerond", "geplaatst", "wachtend")]
        aanvragen += of_year
    return aanvragen


def in_order(aanvragen):
    """All of them by schooljaar and day, with the numbers that they got as they came in."""
    numbered = []
    for year in YEARS:
        of_year = sorted((a for a in aanvragen if a.year == year), key=lambda a: a.ontvangen)
        numbered += [
            replace(a, nummer=f"A{year % 100}-{number:04}") for number, a in enumerate(of_year, 1)
        ]
    return numbered


def _who(register, before, year, dice):
    """Two in five ask again for what they had; the others are new."""
    schools = register.open_regular(year)
    weights = {v: register.counts[v.code, year] * ASKS[v.kind] for v in schools}
    again = [after_fusion(p, year) for p in before if year - p.born < 17 and dice.chance(0.42)]
    new = PER_YEAR[year] - len(again)
    return again + [register.pupil_of(dice.weighted(weights), year, dice) for _ in range(new)]


def _received(year, dice):
    while True:
        day = months_later(dt.date(year, 3, 1), MONTHS, dice)
        if day <= LAST_DAY - dt.timedelta(days=2):
            return day


def free_places(offer, aanvragen, year):
    """The arrangements that pupils can be placed in that year, with the places still free."""
    taken = {}
    for aanvraag in aanvragen:
        if aanvraag.year == year and aanvraag.status in ("geplaatst", "afgerond"):
            code = aanvraag.arrangementscode
            taken[code] = taken.get(code, 0) + 1
    return {
        a: (a.plan if a.praktijk is None else a.praktijk) - taken.get(a.code, 0)
        for a in offer
        if a.year == year and a.status == "actief"
    }


def decide(nummer, leerling, year, ontvangen, room, dice, fate=None):
    compleet = ontvangen + dt.timedelta(days=dice.whole(0, 24))
    besluit = compleet + dt.timedelta(days=dice.whole(5, 40))
    known = {
        "nummer": nummer,
        "leerling": leerling,
        "year": year,
        "ontvangen": ontvangen,
        "compleet": compleet if compleet <= LAST_DAY else None,
        "besluitdatum": besluit,
    }
    if besluit > LAST_DAY:
        return Aanvraag(**known | {"besluitdatum": None}, status="aangevraagd")
    fate = fate or dice.weighted({"toegekend": 86, "afgewezen": 8, "ingetrokken": 6})
    if fate != "toegekend":
        return Aanvraag(**known, status=fate)
    fitting = [a for a in room if a.serves(leerling)]
    free = [a for a in fitting if room[a] > 0]
    if not free:
        waits_for = fitting[0].code if fitting and dice.chance(0.6) else None
        return Aanvraag(**known, status="wachtend", arrangementscode=waits_for)
    own_school_first = {"school": 0, "wijk": 1, "subregio": 2, "swv": 3}
    chosen = min(
        free,
        key=lambda a: (own_school_first[a.bereik], km_between(leerling.home, a.spot), a.code),
    )
    begin = max(besluit + dt.timedelta(days=dice.whole(3, 20)), start(year).replace(day=28))
    if begin > LAST_DAY:
        return Aanvraag(**known, status="toegekend", arrangementscode=chosen.code)
    room[chosen] -= 1
    last = end(year) if dice.chance(0.7) else begin + dt.timedelta(days=dice.whole(60, 190))
    last = min(last, end(year))
    running = last > LAST_DAY
    return Aanvraag(
        **known,
        status="geplaatst" if running else "afgerond",
        arrangementscode=chosen.code,
        begin=begin,
        einde=None if running else last,
    )


def write(folder, aanvragen, tlvs, meldingen):
    rows = [
        {
            "AANVRAAGNUMMER": a.nummer,
            "LEERLING": a.leerling.code,
            "SCHOOLJAAR": schooljaar(a.year),
            "ONTVANGEN": a.ontvangen,
            "COMPLEET": a.compleet,
            "BESLUITDATUM": a.besluitdatum,
            "VESTIGINGSCODE": a.leerling.vestigingscode,
            "POSTCODE4": a.leerling.home.postcode4,
            "ONDERSTEUNINGSVRAAG": a.leerling.vraag,
            "NIVEAU": a.leerling.niveau,
            "STATUS": a.status,
            "ARRANGEMENTSCODE": a.arrangementscode,
            "BEGIN": a.begin,
            "EINDE": a.einde,
        }
        for a in aanvragen
    ]
    write_own(folder, "aanvragen.csv", rows)
    _write_behoefte(folder, aanvragen, tlvs, meldingen)


PARTS = {
    "geplaatst": "geplaatst",
    "afgerond": "geplaatst",
    "wachtend": "wachtend",
    "toegekend": "wachtend",
    "aangevraagd": "wachtend",
}


def _write_behoefte(folder, aanvragen, tlvs, meldingen):
    """Every pupil once per schooljaar: who is in the aanvragen is not counted again."""
    counts = {}
    for year in YEARS:
        seen = set()
        for a in aanvragen:
            if a.year == year and a.status in PARTS:
                _count(counts, year, a.leerling, PARTS[a.status])
                seen.add(a.leerling.code)
        until = min(end(year), LAST_DAY)
        for m in meldingen:
            if m.is_thuiszitter_between(peildatum(year), until) and m.leerling.code not in seen:
                _count(counts, year, m.leerling, "thuiszitter")
                seen.add(m.leerling.code)
        for t in tlvs:
            if t.is_valid(peildatum(year)) and t.could_have_stayed and t.leerling.code not in seen:
                _count(counts, year, t.leerling, "vso")
                seen.add(t.leerling.code)
    rows = [
        {
            "SCHOOLJAAR": schooljaar(year),
            "POSTCODE4": postcode4,
            "ONDERSTEUNINGSVRAAG": vraag,
            "NIVEAU": niveau,
            "AANTAL": count,
            "DEEL": deel,
            "VESTIGINGSCODE": vestigingscode or None,
        }
        for (year, deel, postcode4, vraag, niveau, vestigingscode), count in sorted(counts.items())
    ]
    write_own(folder, "behoefte.csv", rows)


def _count(counts, year, leerling, deel):
    school = leerling.vestigingscode or ""
    key = year, deel, leerling.home.postcode4, leerling.vraag, leerling.niveau, school
    counts[key] = counts.get(key, 0) + 1
