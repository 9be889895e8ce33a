"""How wide a class is gives nothing away: an attacker who knows the program enumerates all small
worlds that give the same publication, and finds 1 and 4 among them for every hidden count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from monitor.disclosure.bands import band
from monitor.disclosure.publishing import Publication


Counts = list[int]
Sums = list[tuple[int, list[int]]]


def publish(counts: Counts, sums: Sums) -> tuple[tuple[float, float], ...]:
    publication = Publication()
    for count in counts:
        publication.add((count, count), band(count, count))
    for whole, parts in sums:
        publication.sum(whole, parts, splits=True)
    publication.widen()
    return tuple(publication.published)


def given_away(
    worlds: Iterable[Counts], sums: Sums, parts: slice, least: int, most: int
) -> Iterator[str]:
    """What an attacker learns of a number of 1-4, of every publication that only the worlds drawn
    can have: those of which `parts` lie between `least` and `most`."""
    alike: dict[tuple[tuple[float, float], ...], list[Counts]] = defaultdict(list)
    for counts in worlds:
        alike[publish(counts, sums)].append(counts)
    whole = [
        (published, found)
        for published, found in alike.items()
        if all(least <= low and high <= most for low, high in published[parts])
    ]
    assert whole
    for published, found in whole:
        for at in range(len(published)):
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
