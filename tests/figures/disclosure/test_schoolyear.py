"""The group of a reason, in the sums of a release and in what is counted."""

from collections.abc import Mapping
from typing import cast

import pytest
from helpers.drawing_meldingen import register
from helpers.drawings import Given

from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure import schoolyear
from monitor.figures.disclosure.bands import MINIMUM, band
from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.parts import Parts
from monitor.figures.disclosure.publishing import Publication
from monitor.figures.disclosure.schoolyear import _group
from monitor.figures.disclosure.tightening import Interval
from monitor.store.store import Store


MANY = 6
"""Enough to have a row, in every year."""
REASONS = ("Angst of depressie", "geen passende plek", "verhuisd", "ziek na conflict", "iets anders",
           "onbekend", "wacht op jeugdhulp", "onbekend bij school")  # fmt: skip


def test_the_sums_put_a_reason_in_the_group_that_it_is_counted_in(given: Given) -> None:
    drawn = "\n".join(f"P{n} | 05-10-2018 | {reason}" for n, reason in enumerate(REASONS))
    register(given).has(f"leerling | sinds | reden\n{drawn}")

    counted = dict(given.store.rows("select reden, groep from views.redengroep"))
    words = given.store.rows("select deel, groep from views.redenstukje")

    assert len(counted) >= len(REASONS)
    assert {reason: _group(reason, words) for reason in counted} == counted


DAY, BEFORE, YEAR = "2019-10-31", "2018-10-31", "2019-2020"
HEALTH = "redengroep=gezondheid en hulp"


class Words:
    """What a store says of reasons: the words in them, and their group."""

    def rows(self, sql: str) -> list[tuple[str, str]]:
        return [(one, "gezondheid en hulp") for one in ("angst", "ziek", "jeugdhulp")]


def published(day: Mapping[str, int], whole: int, known: Interval) -> dict[Count, Interval]:
    """Of a year with `whole` pupils in the group of health, of which `known` can be worked out from
    what else is published, and a day in it: what has a row. The group and "ziek" have one by the year
    before."""
    publication = Publication()
    numbers: dict[Count, Ends] = {}

    def has(what: str, part: str, when: str, many: int, ends: Interval) -> None:
        number = publication.add((many, many), ends)
        numbers[Count(what, part, when, "swv", "VO9901")] = number, number

    year, stock = (catalogue()[f"thuiszitters{end}_thuis_ocw"] for end in ("_jaar", ""))
    has(year.name, HEALTH, YEAR, whole, known)
    has(year.name, HEALTH, "2018-2019", MANY, band(MANY, MANY))
    for when, counts in ((BEFORE, {"ziek": MANY}), (DAY, day)):
        for reason, many in counts.items():
            has(stock.name, f"reden={reason}", when, many, band(many, many))
    parts = Parts(publication, numbers)
    own = [count for count in numbers if count.what == year.name]
    schoolyear.add(cast(Store, Words()), parts, own, year)
    parts.widen()
    found = {count: publication.published[low] for count, (low, _) in numbers.items()}
    rows = {count.uitsplitsing for count, (low, _) in found.items() if low >= MINIMUM}
    return {count: ends for count, ends in found.items() if count.uitsplitsing in rows}


@pytest.mark.parametrize(
    ("day", "whole"),
    [
        # One of "angst" and one who waits for jeugdhulp, in no row: 6 less 4 would be two of them.
        ({"ziek": 4, "angst": 1, "jeugdhulp": 1}, 6),
        # One of "angst", and one who was there on another day of the year.
        ({"ziek": 4, "angst": 1}, 6),
        # Nobody on the day and two on others: the year by itself, which is hidden as it was.
        ({"ziek": 4}, 6),
    ],
)
def test_who_is_in_the_year_and_in_no_reason_with_a_row_may_be_one(
    day: Mapping[str, int], whole: int
) -> None:
    shown = published(day, whole, known=(6, 9))

    (year,) = (ends for count, ends in shown.items() if count.periode == YEAR)
    (seen,) = (ends for count, ends in shown.items() if count.periode == DAY)
    assert year[0] - seen[1] <= 1
    assert year[1] - seen[0] >= 4
    assert year[0] <= whole <= year[1]
