"""Nothing small follows from what is published together: drawings, and any tree of sums."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.disclosure.bands import band
from monitor.figures.disclosure.publishing import Publication
from monitor.figures.disclosure.tightening import bounds


def publish(
    counts: list[int],
    sums: list[tuple[int, list[int]]],
    locked: set[int],
    exact: frozenset[int] = frozenset(),
    minimum: int = 5,
) -> Publication:
    """Counts as they would be published; `locked` are public totals, `exact` public parts."""
    publication = Publication(minimum)
    for at, count in enumerate(counts):
        truth = float(count), float(count)
        publication.add(
            truth, truth if at in locked | exact else band(*truth, minimum), at in locked
        )
    for whole, parts in sums:
        publication.sum(whole, parts)
    publication.widen()
    return publication


def assert_safe(publication: Publication) -> None:
    for truth, known in zip(
        publication.truths, bounds(publication.published, publication.sums), strict=True
    ):
        assert known[0] <= truth[0]
        assert truth[1] <= known[1]
        if 0 < truth[0] < publication.minimum:
            assert known[0] <= 1
            assert known[1] >= publication.minimum - 1


def test_three_fours_of_twelve_would_each_be_two_at_least() -> None:
    # 12 is published as 10-14; 10 less twice 4 leaves at least 2 for the third.
    publication = publish([12, 4, 4, 4], [(0, [1, 2, 3])], set())
    assert publication.published[0] == (5, 14)
    assert publication.published[1:] == [(1, 4)] * 3, "what is hidden stays so, no wider"
    assert_safe(publication)


def test_two_ones_make_a_hidden_total_at_least_two() -> None:
    # Parts that are hidden are at least 1 each, so a total of 1-4 would be 2-4.
    publication = publish([2, 1, 1], [(0, [1, 2])], set())
    assert_safe(publication)
    assert (0, 4) in publication.published[1:], "one of the two may be nobody"


def test_a_public_total_is_kept_and_its_parts_give_way() -> None:
    # The whole SWV is in DUO's file: 103 pupils. Exactly shown, 60 and 40 would leave 3.
    publication = publish([103, 60, 40, 3], [(0, [1, 2, 3])], {0}, frozenset({1, 2}))
    assert publication.published[0] == (103, 103)
    assert_safe(publication)


def test_what_has_no_small_part_is_not_touched() -> None:
    publication = publish([30, 12, 18], [(0, [1, 2])], set())
    assert publication.published == [(30, 34), (10, 14), (15, 19)]
    assert publication.widened == []


def test_zero_is_hidden_only_when_nothing_else_helps() -> None:
    # A public total of 3 over one school with 3 and one with nobody.
    publication = publish([3, 3, 0], [(0, [1, 2])], {0})
    assert_safe(publication)


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, list[int]]], set[int]]:
    """Leaves under regions under regions, and a second way to split the same leaves."""
    leaves = draw(st.lists(st.integers(0, 9), min_size=1, max_size=14))
    counts = list(leaves)
    sums: list[tuple[int, list[int]]] = []
    for _ in range(draw(st.integers(1, 2))):
        layer = list(range(len(leaves)))
        while len(layer) > 1:
            cuts = draw(st.lists(st.integers(0, len(layer)), max_size=4))
            edges = sorted({0, len(layer), *cuts})
            above = []
            for first, last in pairwise(edges):
                parts = layer[first:last]
                counts.append(sum(counts[part] for part in parts))
                sums.append((len(counts) - 1, parts))
                above.append(len(counts) - 1)
            layer = above if len(above) < len(layer) else []
    total = len(counts)
    counts.append(sum(leaves))
    sums.append((total, list(range(len(leaves)))))
    return counts, sums, {total} if draw(st.booleans()) else set()


@given(trees(), st.sampled_from([5, 10]))
def test_nothing_small_follows(
    tree: tuple[list[int], list[tuple[int, list[int]]], set[int]], minimum: int
) -> None:
    assert_safe(publish(*tree, minimum=minimum))
