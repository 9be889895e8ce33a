"""How wide a class is gives nothing away: an attacker who knows the program enumerates all small
worlds that give the same publication, and finds 1 and 4 among them for every hidden count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from monitor.figures.disclosure.bands import band
from monitor.figures.disclosure.publishing import EVERYTHING, Publication


Counts = list[int]
Sums = list[tuple[int, list[int]]]


def publish(
    counts: Counts, sums: Sums, left: frozenset[int] = frozenset()
) -> tuple[tuple[float, float], ...]:
    """`left`: who is left over, whom no table gives."""
    publication = Publication()
    for at, count in enumerate(counts):
        publication.add((count, count), EVERYTHING if at in left else band(count, count))
    for whole, parts in sums:
        publication.sum(whole, parts, splits=True)
    publication.widen()
    return tuple(publication.published)


def given_away(
    worlds: Iterable[Counts],
    sums: Sums,
    parts: slice,
    least: int,
    most: int,
    left: frozenset[int] = frozenset(),
) -> Iterator[str]:
    """What an attacker learns of a number of 1-4, of every publication that only the worlds drawn
    can have: those of which `parts` lie between `least` and `most`."""
    alike: dict[tuple[tuple[float, float], ...], list[Counts]] = defaultdict(list)
    for counts in worlds:
        alike[publish(counts, sums, left)].append(counts)
    whole = [
        (published, found)
        for published, found in alike.items()
        if all(least <= low and high <= most for low, high in published[parts])
    ]
    assert whole
    for published, found in whole:
        for at in set(range(len(published))) - left:
            values = {counts[at] for counts in found}
            if values & {1, 2, 3, 4} and not {1, 4} <= values:
                yield f"{published}: number {at} is one of {sorted(values)}, as in {found[0]}"


@pytest.mark.parametrize(
    ("parts", "least", "most"),
    [(1, 0, 9), (2, 0, 19), (3, 0, 14), (4, 0, 4), (5, 0, 4), (7, 1, 4)],
)
def test_a_total_and_its_parts(parts: int, least: int, most: int) -> None:
    worlds = [[sum(one), *one] for one in product(range(least, most + 1), repeat=parts)]
    sums = [(0, list(range(1, parts + 1)))]
    assert [*given_away(worlds, sums, slice(1, None), least, most)] == []


def test_a_region_in_a_region() -> None:
    # wijk 0, 1 → gemeente 3; wijk 2 → gemeente 4; the two gemeenten → total 5
    worlds = [[a, b, c, a + b, c, a + b + c] for a, b, c in product(range(15), repeat=3)]
    sums = [(3, [0, 1]), (4, [2]), (5, [3, 4])]
    assert [*given_away(worlds, sums, slice(0, 3), 0, 14)] == []


def test_a_definition_in_a_definition_in_a_definition() -> None:
    # 2 is part of 1 and 1 of 0; 3 and 4 are who meets the wider one only
    worlds = [[a + b + c, a + b, a, c, b] for a, b, c in product(range(10), repeat=3)]
    sums = [(0, [1, 3]), (1, [2, 4])]
    assert [*given_away(worlds, sums, slice(1, 3), 0, 9, frozenset({3, 4}))] == []


def test_the_days_of_a_year() -> None:
    # at least as many in the year 0 as on the days 1 and 2
    worlds = [
        [y, s, t, y - s, y - t] for y in range(20) for s, t in product(range(y + 1), repeat=2)
    ]
    sums = [(0, [1, 3]), (0, [2, 4])]
    assert [*given_away(worlds, sums, slice(0, 1), 0, 14, frozenset({3, 4}))] == []


def test_how_long_and_the_definition_of_who_is_long() -> None:
    # 1, 2, 3 are how long; 4 is the Thuiszitterspact, of 2 and 3; 5 is who is in 0 and not in it
    worlds = [[a + b + c, a, b, c, b + c, a] for a, b, c in product(range(10), repeat=3)]
    sums = [(0, [1, 2, 3]), (4, [2, 3]), (0, [4, 5])]
    assert [*given_away(worlds, sums, slice(1, 4), 0, 9, frozenset({5}))] == []


@pytest.mark.parametrize("places", [5, 7, 9, 12])
def test_public_places_beside_who_finds_one_and_who_does_not(places: int) -> None:
    """All find a place while there is one; so who is short says that all are taken."""
    alike: dict[tuple[tuple[float, float], ...], set[int]] = defaultdict(set)
    for need in range(40):
        publication = Publication()
        for count in (need, min(need, places), need - min(need, places)):
            publication.add((count, count), band(count, count))
        publication.sum(0, [1, 2], splits=True)
        least = float(places) if need > places else 0.0
        publication.limits[1] = least, float(places)
        there = publication.add((places, places), (places, places), is_hidden_already=True)
        publication.fixed.add(there)
        free = [] if least else [publication.unpublished(EVERYTHING)]
        publication.sum(there, [1, *free])
        publication.widen()
        alike[tuple(publication.published[:3])].add(need)
    for published, needs in alike.items():
        short = {need - min(need, places) for need in needs}
        found = {min(need, places) for need in needs}
        for values in (needs, short, found):
            # Of more than 24 pupils only some of the worlds with such a publication are drawn.
            if published[0][1] <= 34 and values & {1, 2, 3, 4}:
                assert {1, 4} <= values, (published, values)


def test_a_total_that_is_divided_in_two_ways() -> None:
    """Here the one division narrows the total of the other, which no width of the total can undo:
    what is widened for it can still be recognised. No more of them than was measured (privacy.md)."""
    # gemeente 1, 2 and reden 3, 4 of the same pupils
    worlds = [
        [a + b, a, b, c, a + b - c]
        for a, b in product(range(15), repeat=2)
        for c in range(a + b + 1)
    ]
    found = [*given_away(worlds, [(0, [1, 2]), (0, [3, 4])], slice(1, 3), 0, 14)]
    assert len(found) <= 44
