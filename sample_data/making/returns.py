"""Terugplaatsing: pupils whose tlv for the vso ended, and who are at a regular school again.

What shows it is an aanvraag of that school. Of most pupils whose tlv ended nothing is heard any
more: they were 18, moved or found work.
"""

import datetime as dt
from dataclasses import replace

from sample_data.making.dice import Dice
from sample_data.making.geography import SWV, nearness
from sample_data.making.register import after_fusion
from sample_data.making.requests import decide, free_places
from sample_data.making.years import NEWEST, YEARS, end, school_day, start


OLDEST = 16
"""Years of age in the year in which they come back."""
WITHIN_A_YEAR_FROM = YEARS[0]


def make_returns(register, offer, aanvragen, tlvs):
    """(tlvs, aanvragen of those who came back); of a few the tlv was ended within the year."""
    dice = Dice("terugplaatsing")
    back, ended_early = [], {}
    room = {year: free_places(offer, aanvragen, year) for year in YEARS}
    for year in range(YEARS[0] - 1, NEWEST):
        ended = dice.shuffled(_ended(tlvs, aanvragen, year))
        in_summer = dice.whole(8, 9)
        for tlv in [t for t in ended if year + 1 - t.leerling.born <= OLDEST][:in_summer]:
            ended.remove(tlv)
            day = school_day(start(year + 1) + dt.timedelta(days=dice.whole(25, 50)))
            back.append(_ask(register, tlv, year + 1, day, room, dice))
        if year < WITHIN_A_YEAR_FROM:
            continue
        october = dt.date(year, 10, 1)
        within = [t for t in ended if t.vanaf <= october and year - t.leerling.born <= OLDEST]
        for tlv in within[: dice.whole(2, 3)]:
            last = dt.date(year + 1, dice.whole(1, 3), 28)
            ended_early[tlv.nummer, tlv.leerling.code] = last
            day = school_day(last + dt.timedelta(days=dice.whole(4, 20)))
            back.append(_ask(register, tlv, year, day, room, dice))
    return [replace(t, tot=ended_early.get((t.nummer, t.leerling.code), t.tot)) for t in tlvs], back


def _ended(tlvs, aanvragen, year):
    """The tlv's of this SWV that ended with the schooljaar, of pupils who have nothing later."""
    asked = {a.leerling.code for a in aanvragen if a.year > year}
    last = {}
    for tlv in tlvs:
        code = tlv.leerling.code
        known = last.get(code)
        # What is still open has no end yet, and may go on.
        if known is None or (tlv.tot or dt.date.max) >= (known.tot or dt.date.max):
            last[code] = tlv
    return [
        t
        for t in last.values()
        if t.besluit == "afgegeven"
        and t.tot == end(year)
        and t.swv == SWV
        and t.leerling.code not in asked
    ]


def _ask(register, tlv, year, day, room, dice):
    schools = {
        v: register.counts[v.code, year] * nearness(tlv.leerling.home, v, 6)
        for v in register.open_regular(year)
        if tlv.leerling.niveau in v.niveaus
    }
    before = after_fusion(tlv.leerling, year).vestigingscode
    own = [v for v in schools if v.code == before]
    school = own[0] if own else dice.weighted(schools)
    leerling = replace(tlv.leerling, vestigingscode=school.code)
    return decide("", leerling, year, day, room[year], dice, fate="toegekend")
