"""Whoever has no row of his own is one group: drawn years of an uitsplitsing, and what somebody works
out who has the rows and nothing else."""

from collections.abc import Collection, Mapping
from itertools import product

from monitor.figures.disclosure.bands import band
from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.parts import Parts
from monitor.figures.disclosure.publishing import Publication


Interval = tuple[float, float]
NOW, EARLIER = "2016-2017", "2015-2016"
MANY = 6
"""Of a part in the earlier year: enough to have a row, in every year."""


def rows(
    years: Mapping[str, Mapping[str, int]], fixed: Collection[str] = ()
) -> dict[str, Interval]:
    """What is published of the total ("") and of the parts that have a row, in the year of now.
    `fixed`: the years of which the total is published already."""
    publication = Publication()
    numbers: dict[Count, Ends] = {}
    for year, counts in years.items():
        for part, many in counts.items():
            number = publication.add((many, many), band(many, many))
            numbers[Count("tlv", part, year, "swv", "VO9901")] = number, number
            if year in fixed and not part:
                publication.fixed.add(number)
    parts = Parts(publication, numbers)
    parts.add()
    parts.widen()
    published = {count: publication.published[low] for count, (low, _) in numbers.items()}
    have_row = {count.uitsplitsing for count, (low, _) in published.items() if low >= 5}
    return {
        count.uitsplitsing: ends
        for count, ends in published.items()
        if count.periode == NOW and (not count.uitsplitsing or count.uitsplitsing in have_row)
    }


def left(shown: Mapping[str, Interval], *without: str) -> set[int]:
    """How many there can be in the total and not in those parts, by the total and the rows of each
    uitsplitsing: its parts are no more than the total."""
    every = {one.partition("=")[0] for one in shown if one}
    by = [[one for one in shown if one.partition("=")[0] == what] for what in sorted(every)]
    out: set[int] = set()
    for total in _whole(shown[""]):
        sums = [
            {sum(found) for found in product(*(_whole(shown[one]) for one in parts))}
            for parts in by
        ]
        if all(min(found) <= total for found in sums):
            some = product(*(_whole(shown[one]) for one in without))
            out |= {total - sum(found) for found in some if sum(found) <= total}
    return out


def _whole(ends: Interval) -> range:
    return range(int(ends[0]), int(ends[1]) + 1)


def test_two_rows_of_four_and_a_total_of_twelve_leave_one_too() -> None:
    # 10-14 less twice 4 would leave at least 2 for those of 14, 15 and 16, who have no row.
    before = {"": 2 * MANY, "leeftijd=12": MANY, "leeftijd=13": MANY}
    now = {"": 12, "leeftijd=12": 4, "leeftijd=13": 4,
           "leeftijd=14": 1, "leeftijd=15": 1, "leeftijd=16": 2}  # fmt: skip
    shown = rows({EARLIER: before, NOW: now})

    assert shown.keys() == {"", "leeftijd=12", "leeftijd=13"}
    assert left(shown, "leeftijd=12", "leeftijd=13") >= {1, 2, 3, 4}


def test_one_row_beside_a_total_that_is_six_by_another_uitsplitsing() -> None:
    # Five go to the one school and somebody to the other: six at least, of whom at most four have
    # no leeftijd. The others are four, who have no row.
    before = {"": 2 * MANY, "leeftijd=onbekend": 2 * MANY,
              "bestemming=A": MANY, "bestemming=B": MANY}  # fmt: skip
    now = {"": 8, "leeftijd=onbekend": 4, "leeftijd=12": 1, "leeftijd=13": 1, "leeftijd=15": 2,
           "bestemming=A": 5, "bestemming=B": 3}  # fmt: skip
    shown = rows({EARLIER: before, NOW: now})

    assert shown.keys() == {"", "leeftijd=onbekend", "bestemming=A", "bestemming=B"}
    assert left(shown, "leeftijd=onbekend") >= {1, 2, 3, 4}


def test_that_somebody_is_in_a_part_without_a_row_widens_nothing() -> None:
    # Three rows of one pupil each would make a total of 4 at least three.
    before = {"": 2 * MANY, "leeftijd=12": 2 * MANY}
    now = {"": 12, "leeftijd=12": 9, "leeftijd=14": 1, "leeftijd=15": 1, "leeftijd=16": 1}
    shown = rows({EARLIER: before, NOW: now})

    assert shown == {"": (10, 14), "leeftijd=12": (5, 9)}


def test_a_row_that_goes_by_widening_leaves_its_pupils_to_the_others() -> None:
    # A total of 5-9 that is published already, with two of one pupil beside a part of 5-9, takes
    # the 5 of that part: then neither 13 nor 17 has a row, and in the year of now those are few.
    before = {"": 5 * MANY, "leeftijd=12": MANY, "leeftijd=14": MANY, "leeftijd=15": MANY,
              "bestemming=A": 2 * MANY, "bestemming=B": MANY}  # fmt: skip
    years = {
        "2012-2013": before,
        "2013-2014": {"": 7, "leeftijd=13": 5, "leeftijd=14": 1, "leeftijd=15": 1},
        "2014-2015": {"": 7, "leeftijd=17": 5, "leeftijd=14": 1, "leeftijd=15": 1},
        NOW: {"": 8, "leeftijd=12": 4, "leeftijd=13": 2, "leeftijd=17": 2,
              "bestemming=A": 5, "bestemming=B": 3},
    }  # fmt: skip
    shown = rows(years, fixed=("2013-2014", "2014-2015"))

    assert shown.keys() == {"", "leeftijd=12", "bestemming=A", "bestemming=B"}
    assert left(shown, "leeftijd=12") >= {1, 2, 3, 4}
