"""Basisondersteuning: what each regular school says that it has, item by item.

The list got a new version in 2025: one item went, two came.
"""

import datetime as dt

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.schools import NEVER_ANSWER
from sample_data.making.years import LAST_DAY, school_day, schooljaar


YEARS = (2023, 2024, 2025)
NEW_VERSION = 2025
FORGETFUL = ("99BC00", "99CL00", "99PD00")
"""Did not fill in the newest list; those who never answer do not do so here either."""

# Code, domain, title, versions, the part of the schools that has it in the first year.
ITEMS = (
    ("BO-01", "aandacht", "Elke leerling heeft een mentor die hem wekelijks spreekt", "2023 2025", 0.95),
    ("BO-02", "samenwerking", "Het ondersteuningsteam komt ten minste elke maand bijeen", "2023 2025", 0.85),
    ("BO-03", "planmatig werken", "Een ontwikkelingsperspectief is binnen zes weken klaar en besproken met ouders", "2023 2025", 0.6),
    ("BO-04", "lessen", "Leraren stemmen hun les af op verschillen in tempo en niveau", "2023 2025", 0.55),
    ("BO-05", "lessen", "Er is hulp bij dyslexie, volgens een protocol", "2023 2025", 0.9),
    ("BO-06", "lessen", "Er is een dyscalculieprotocol", "2023", 0.5),
    ("BO-07", "ruimte", "Er is een rustige werkplek buiten de klas, onder toezicht", "2023 2025", 0.65),
    ("BO-08", "ruimte", "Het gebouw is met een rolstoel te gebruiken", "2023 2025", 0.7),
    ("BO-09", "veiligheid", "Er is een vaste aanpak tegen pesten, met een coördinator", "2023 2025", 0.9),
    ("BO-10", "verzuim", "Verzuim wordt dezelfde dag nagebeld en elke week besproken", "2023 2025", 0.7),
    ("BO-11", "samenwerking", "Er is een vaste contactpersoon bij jeugdhulp die op school komt", "2025", 0.5),
    ("BO-12", "lessen", "Leerlingen die meer aankunnen krijgen verrijking in de les", "2025", 0.45),
)  # fmt: skip
NOTES = ("vanaf februari", "alleen in de onderbouw", "vacature")


def write(folder, vestigingen):
    write_own(folder, "basisondersteuning.csv", list(_rows(vestigingen)))


def _rows(vestigingen):
    for v in vestigingen.values():
        if not v.is_regular or v.code in NEVER_ANSWER:
            continue
        dice = Dice(f"basisondersteuning {v.code}")
        # What a school has it mostly keeps; what it lacks it may get.
        has = {item: dice.number(0, 1) for item, *_ in ITEMS}
        for year in YEARS:
            day = min(school_day(dt.date(year, 10, dice.whole(1, 28))), LAST_DAY)
            if not v.is_open(year) or (year == NEW_VERSION and v.code in FORGETFUL):
                continue
            version = "2025" if year >= NEW_VERSION else "2023"
            for item, domein, titel, versions, share in ITEMS:
                if version not in versions:
                    continue
                status = _status(has[item], share + 0.06 * (year - YEARS[0]), dice)
                note = dice.one_of(NOTES) if status == "deels" and dice.chance(0.4) else None
                yield {
                    "SCHOOLJAAR": schooljaar(year),
                    "VERSIE": version,
                    "VESTIGINGSCODE": v.code,
                    "ITEM": item,
                    "DOMEIN": domein,
                    "TITEL": titel,
                    "STATUS": status,
                    "TOELICHTING": note,
                    "PEILDATUM": day,
                }


def _status(has, share, dice):
    if dice.chance(0.04):
        return "onbekend"
    if has < share:
        return "ja"
    return "deels" if has < share + 0.2 else "nee"
