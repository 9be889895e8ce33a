"""Verzuimmeldingen: from each of them every definition of thuiszitter can be worked out."""

import datetime as dt
from dataclasses import dataclass, replace

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.kinds import with_kinds
from sample_data.making.register import Leerling, after_fusion
from sample_data.making.untidy import with_untidiness
from sample_data.making.years import LAST_DAY, YEARS, months_later, school_day, start


RISING = "Lindermeer"
RISING_PER_YEAR = {2021: 8, 2022: 14, 2023: 23, 2024: 34, 2025: 19}
ELSEWHERE_PER_YEAR = {2021: 164, 2022: 162, 2023: 158, 2024: 150, 2025: 52}
STILL_RUNNING_AT_THE_START = 14
"""Meldingen from before the first schooljaar, that had not ended when it began."""

# By month, from August on.
MONTHS = (2, 12, 11, 13, 9, 12, 10, 11, 8, 7, 4, 1)

# How often, enrolled, lawful, exemption, fewest and most days.
KINDS = {
    "niet ingeschreven": (14, "Nee", "Nee", "geen", 20, 280),
    "kort": (27, "Ja", "Nee", "geen", 5, 26),
    "langer dan 4 weken": (19, "Ja", "Nee", "geen", 29, 88),
    "langer dan 3 maanden": (13, "Ja", "Nee", "geen", 95, 380),
    "geoorloofd": (15, "Ja", "Ja", "geen", 10, 240),
    "5a": (6, "Nee", "Ja", "5a", 180, 600),
    "5b": (1.5, "Nee", "Ja", "5b", 250, 365),
    "5c": (1.5, "Nee", "Ja", "5c", 120, 365),
    "11": (2, "Ja", "Ja", "11", 7, 60),
    "15": (1, "Nee", "Ja", "15", 150, 365),
}
LONG = ("langer dan 4 weken", "langer dan 3 maanden", "niet ingeschreven")
REDENEN = {
    "angst": ("angst of depressie", "durft niet naar school"),
    "autisme": ("overprikkeld", "geen passende plek"),
    "gedrag": ("geschorst", "conflict met school"),
    "medisch": ("ziekte", "langdurig ziek"),
    "thuissituatie": ("thuissituatie", "wacht op jeugdhulp"),
}


@dataclass(frozen=True)
class Melding:
    nummer: str
    leerling: Leerling
    kind: str
    sinds: dt.date
    einde: dt.date | None
    ingeschreven: str
    geoorloofd: str
    vrijstelling: str
    status: str
    reden: str | None
    uren: int | None
    plan: str | None
    jeugdhulp: str
    soort: str | None = None
    alle_lessen: str | None = None
    reden_einde: str | None = None
    left_out: tuple = ()
    """Headings under which the register has nothing."""

    def is_thuiszitter_between(self, first, last):
        """Absent without permission, and not for a short time, somewhere in this period."""
        running = self.sinds <= last and (self.einde is None or self.einde > first)
        return running and self.kind in LONG and self.status != "ingetrokken"


def make_meldingen(register, aanvragen):
    meldingen = []
    for year in YEARS:
        dice = Dice(f"verzuim {year}")
        known = {a.leerling.code: a.leerling for a in aanvragen if a.year == year}
        known = dice.shuffled(known.values())
        for count, is_rising in ((RISING_PER_YEAR[year], True), (ELSEWHERE_PER_YEAR[year], False)):
            pupils = _who(register, known, year, count, is_rising, dice)
            meldingen += [_make(pupil, _since(year, dice), is_rising, dice) for pupil in pupils]
        if year == YEARS[0]:
            for pupil in _who(register, known, year, STILL_RUNNING_AT_THE_START, False, dice):
                since = school_day(dt.date(year, dice.whole(2, 6), dice.whole(1, 28)))
                old = _make(pupil, since, True, dice)
                ended = max(old.einde or LAST_DAY, dt.date(year, 10, dice.whole(4, 28)))
                meldingen.append(replace(old, einde=ended, status="afgesloten"))
    meldingen = with_untidiness(meldingen, register.region, RISING)
    meldingen = with_kinds(meldingen, RISING)
    meldingen.sort(key=lambda m: (m.sinds, m.leerling.code))
    return [
        replace(m, nummer=f"V{m.sinds.year % 100}-{number:04}")
        for number, m in enumerate(meldingen, 1)
    ]


def _who(register, known, year, count, is_rising, dice):
    """Some had an aanvraag this year, some are new, and one in twelve is there a second time."""
    schools = {v: register.counts[v.code, year] for v in register.open_regular(year)}
    pupils = []
    while len(pupils) < count:
        if len(pupils) > 3 and dice.chance(1 / 12):
            pupils.append(dice.one_of(pupils))
            continue
        if known and dice.chance(0.35):
            pupil = known.pop()
        else:
            pupil = register.pupil_of(dice.weighted(schools), year, dice)
        if (pupil.home.gemeente.naam == RISING) == is_rising:
            pupils.append(after_fusion(pupil, year))
    return pupils


def _since(year, dice):
    while True:
        day = months_later(start(year), MONTHS, dice)
        if day <= LAST_DAY:
            return day


def _make(leerling, sinds, is_long, dice):
    weights = {kind: row[0] for kind, row in KINDS.items() if kind in LONG or not is_long}
    kind = dice.weighted(weights)
    _, ingeschreven, geoorloofd, vrijstelling, fewest, most = KINDS[kind]
    einde = school_day(sinds + dt.timedelta(days=dice.whole(fewest, most)))
    if ingeschreven == "Nee":
        leerling = replace(leerling, vestigingscode=None)
    if einde > LAST_DAY:
        einde = None
        status = dice.weighted({"aangemeld": 45, "invoer school": 25, "in behandeling": 30})
    else:
        status = "afgesloten"
    if dice.chance(0.05):
        status = "ingetrokken"
        einde = min(sinds + dt.timedelta(days=dice.whole(2, 20)), LAST_DAY)
    counted = ingeschreven == "Ja" and vrijstelling == "geen"
    reasons = REDENEN.get(leerling.vraag, ("schoolweigering", "verhuisd", "onbekend bij school"))
    return Melding(
        nummer="",
        leerling=leerling,
        kind=kind,
        sinds=sinds,
        einde=einde,
        ingeschreven=ingeschreven,
        geoorloofd=geoorloofd,
        vrijstelling=vrijstelling,
        status=status,
        reden=dice.one_of(reasons) if dice.chance(0.93) else None,
        uren=dice.whole(16, 40 if kind == "kort" else 110) if counted else None,
        plan=dice.weighted({"Ja": 52, "Nee": 38, "": 10}) or None,
        jeugdhulp=dice.weighted({"Ja": 44, "Nee": 36, "Onbekend": 20}),
    )


def write(folder, meldingen):
    rows = [
        {
            "MELDINGNUMMER": m.nummer,
            "LEERLING": m.leerling.code,
            "VERZUIM SINDS": m.sinds,
            "EINDE VERZUIM": m.einde,
            "INGESCHREVEN": m.ingeschreven,
            "GEOORLOOFD": m.geoorloofd,
            "VRIJSTELLING": m.vrijstelling,
            "STATUS": m.status,
            "SOORT VERZUIM": m.soort,
            "ALLE LESSEN GEMIST": m.alle_lessen,
            "REDEN": m.reden,
            "REDEN EINDE": m.reden_einde,
            "ONDERSTEUNINGSVRAAG": m.leerling.vraag,
            "UREN": m.uren,
            "PLAN": m.plan,
            "JEUGDHULP": m.jeugdhulp,
            "VESTIGINGSCODE": m.leerling.vestigingscode,
            "GEMEENTECODE": m.leerling.home.gemeente.code,
            "POSTCODE4": m.leerling.home.postcode4,
            "LEEFTIJD": m.sinds.year - m.leerling.born,
        }
        for m in meldingen
    ]
    for row, melding in zip(rows, meldingen, strict=True):
        row.update(dict.fromkeys(melding.left_out))
    # The gemeente sends it out of Excel, that puts a byte order mark in front.
    write_own(folder, "verzuimmeldingen.csv", rows, encoding="utf-8-sig")
