"""Schoolvakanties per vakantieregio: invented, in the rhythm that the real ones have.

A vakantie is written as the country writes it: from the Saturday that it starts on up to and
including the Sunday that it ends on.
"""

import datetime as dt

from sample_data.making.files import write_own
from sample_data.making.years import schooljaar


YEARS = range(2018, 2027)
"""From the first tlv on, and as far ahead as Rijksoverheid would publish them."""
REGIOS = ("noord", "midden", "zuid")

# Vakantie: the month, the earliest day in it for whose turn it is to be first, second and third,
# and how many weeks it lasts for each.
TURNS = {
    "herfstvakantie": (10, (10, 17, 17), (1, 1, 1)),
    "kerstvakantie": (12, (19, 19, 19), (2, 2, 2)),
    "voorjaarsvakantie": (2, (14, 21, 21), (1, 1, 1)),
    "meivakantie": (4, (22, 22, 22), (1, 2, 2)),
    "zomervakantie": (7, (5, 12, 19), (6, 6, 6)),
}


def write(folder):
    rows = [
        {
            "SCHOOLJAAR": schooljaar(year),
            "REGIO": regio,
            "VAKANTIE": vakantie,
            "EERSTE DAG": first,
            "LAATSTE DAG": last,
        }
        for year in YEARS
        for place, regio in enumerate(REGIOS)
        for vakantie, first, last in _of(year, (place + year) % len(REGIOS))
    ]
    write_own(folder, "schoolvakanties.csv", rows)


def _of(year, turn):
    for vakantie, (month, earliest, weeks) in TURNS.items():
        day = dt.date(year if month > 7 else year + 1, month, earliest[turn])
        first = day + dt.timedelta(days=(5 - day.weekday()) % 7)
        yield vakantie, first, first + dt.timedelta(days=7 * weeks[turn] + 1)
