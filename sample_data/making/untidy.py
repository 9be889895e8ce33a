"""What a register of verzuim has double, unknown or wrong. Each of it a few times."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from sample_data.making.dice import Dice
from sample_data.making.years import LAST_DAY, NEWEST, YEARS, school_day, start


LONG_AND_ENROLLED = ("langer dan 4 weken", "langer dan 3 maanden")
MOVED_IN = YEARS[1:]
"""In these schooljaren the second melding came from the gemeente that the child moved to."""
FOLLOWED_IN = YEARS[:-1]
REASONS = ("verhuisd", "wacht op jeugdhulp", "conflict met school")

# How often a cell is not filled in, of which meldingen, and which cells.
NOT_FILLED_IN = (
    (4, lambda m: m.kind == "niet ingeschreven", ("VRIJSTELLING",)),
    (4, lambda m: m.kind in LONG_AND_ENROLLED, ("UREN",)),
    (2, lambda m: m.status == "afgesloten", ("POSTCODE4",)),
    (2, lambda m: m.leerling.vestigingscode, ("POSTCODE4", "GEMEENTECODE")),
    # This one is a fault: what is closed has ended.
    (2, lambda m: m.status == "afgesloten" and m.sinds.year > YEARS[0], ("EINDE VERZUIM",)),
)


def with_untidiness(meldingen, region, leave_alone):
    """The same meldingen with a second one for a few pupils, and with cells left empty.

    `leave_alone` is the gemeente of which the numbers tell a story of their own.
    """
    dice = Dice("verzuim dubbel en onbekend")
    often = Counter(m.leerling.code for m in meldingen)
    single = [
        m
        for m in dice.shuffled(meldingen)
        if often[m.leerling.code] == 1
        and m.status != "ingetrokken"
        and m.leerling.home.gemeente.naam != leave_alone
    ]
    more = []
    for year in YEARS:
        first = _take(single, lambda m, year=year: _may_overlap(m, year))
        homes = [
            place
            for place in region.places
            if place.gemeente.naam not in (leave_alone, first.leerling.home.gemeente.naam)
        ]
        more.append(_beside(first, dice.one_of(homes) if year in MOVED_IN else None, dice))
    for year in FOLLOWED_IN:
        first = _take(single, lambda m, year=year: _may_be_followed(m, year))
        more.append(_after(first, dice))
    left_out = {}
    for count, is_such, headings in NOT_FILLED_IN:
        for _ in range(count):
            left_out[id(_take(single, is_such))] = headings
    return [replace(m, left_out=left_out.get(id(m), ())) for m in meldingen] + more


def _take(single, is_such):
    found = next(m for m in single if is_such(m))
    single.remove(found)
    return found


def _is_of(melding, year):
    return start(year) <= melding.sinds < start(year + 1) and melding.kind in LONG_AND_ENROLLED


def _may_overlap(melding, year):
    """Long enough for a second one to come while it runs; the newest ones run still."""
    last = (melding.einde or LAST_DAY) - dt.timedelta(days=45)
    is_running = melding.einde is None
    in_term = melding.sinds.month in (9, 10, 11, 12, 1, 2, 3)
    return (
        _is_of(melding, year)
        and in_term
        and melding.sinds < last
        and is_running == (year == NEWEST)
    )


def _may_be_followed(melding, year):
    in_term = melding.einde is not None and melding.einde.month not in (6, 7, 8)
    return _is_of(melding, year) and melding.status == "afgesloten" and in_term


def _beside(first, new_home, dice):
    """A second melding while the first one runs: another reason, or another gemeente."""
    other = [reason for reason in REASONS if reason != first.reden]
    sinds = school_day(first.sinds + dt.timedelta(days=dice.whole(14, 28)))
    second = replace(
        first, kind="langer dan 4 weken", sinds=sinds, reden=dice.one_of(other), uren=60
    )
    if new_home:
        second = replace(_not_enrolled(second), reden="verhuisd")
        second = replace(second, leerling=replace(second.leerling, home=new_home))
    return _ending(second, dice.whole(40, 88), dice)


def _after(first, dice):
    """The school took the pupil off its books: the same absence goes on under another name."""
    second = replace(_not_enrolled(first), sinds=first.einde, reden="uitgeschreven door school")
    return _ending(second, dice.whole(30, 150), dice)


def _not_enrolled(melding):
    return replace(
        melding,
        kind="niet ingeschreven",
        leerling=replace(melding.leerling, vestigingscode=None),
        ingeschreven="Nee",
        geoorloofd="Nee",
        vrijstelling="geen",
        uren=None,
    )


def _ending(melding, days, dice):
    einde = school_day(melding.sinds + dt.timedelta(days=days))
    if einde <= LAST_DAY:
        return replace(melding, einde=einde, status="afgesloten")
    return replace(melding, einde=None, status=dice.one_of(("aangemeld", "in behandeling")))
