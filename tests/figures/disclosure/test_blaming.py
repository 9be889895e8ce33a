"""What to widen is looked for once for all counts: the same as a search for each apart finds."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.disclosure.blaming import End, blamed_most
from monitor.figures.disclosure.tightening import Interval, Sum, bounds


def follows_from(
    end: End, published: list[Interval], known: list[Interval], sums: list[Sum], seen: set[End]
) -> Iterator[End]:
    """The published ends from which one end follows, by going back from it alone."""
    at, is_low = end
    if end in seen:
        return
    seen.add(end)
    side = 0 if is_low else 1
    if published[at][side] == known[at][side]:
        if not is_low or published[at][side] > 0:
            yield end
        return
    for whole, parts in sums:
        if at == whole:
            if sum(known[part][side] for part in parts) == known[at][side]:
                for part in parts:
                    yield from follows_from((part, is_low), published, known, sums, seen)
        elif at in parts:
            others = [part for part in parts if part != at]
            if (
                known[whole][side] - sum(known[part][1 - side] for part in others)
                == known[at][side]
            ):
                for part in others:
                    yield from follows_from((part, not is_low), published, known, sums, seen)
                yield from follows_from((whole, is_low), published, known, sums, seen)


SUMS: list[Sum] = [
    (4, (0, 1)), (5, (2, 3)), (6, (0, 2)), (7, (1, 3)), (8, (4, 5)), (8, (6, 7)), (9, (8, 10)),
]  # fmt: skip
"""Two divisions of one whole, which is a part of 9."""


@st.composite
def publications(draw: st.DrawFn) -> list[Interval]:
    a, b, c, d, e = (draw(st.integers(0, 9)) for _ in range(5))
    whole = a + b + c + d
    true = [a, b, c, d, a + b, c + d, a + c, b + d, whole, whole + e, e]
    margins = [draw(st.tuples(st.integers(0, 5), st.sampled_from([0, 1, 4, 9, 99]))) for _ in true]
    return [
        (float(max(0, one - less)), float(one + more) if more < 99 else float("inf"))
        for one, (less, more) in zip(true, margins, strict=True)
    ]


@given(publications(), st.sets(st.integers(0, 10), max_size=3))
def test_it_is_what_each_alone_says(published: list[Interval], fixed: set[int]) -> None:
    known = bounds(published, SUMS)
    of = [[one for one in SUMS if at == one[0] or at in one[1]] for at in range(len(published))]
    ends = [(at, is_low) for at in range(len(published)) for is_low in (True, False)]

    def rank(end: End) -> tuple[float, ...]:
        return () if end[0] in fixed else (published[end[0]][1], -end[0], end[1])

    def alone(end: End) -> set[End]:
        found = [
            one for one in follows_from(end, published, known, SUMS, set()) if one[0] not in fixed
        ]
        return {max(found, key=rank)} if found else set()

    for end in ends:
        assert blamed_most([end], published, known, of, rank) == alone(end)
    together = set().union(*map(alone, ends))
    assert blamed_most(ends, published, known, of, rank) == together


def test_of_two_ways_it_takes_the_largest() -> None:
    # 10-14 less twice 1-4 leaves 2 at least; the whole is the largest of the three.
    published = [(10.0, 14.0), (1.0, 4.0), (1.0, 4.0), (1.0, 4.0)]
    sums: list[Sum] = [(0, (1, 2, 3))]
    known = bounds(published, sums)

    def rank(end: End) -> tuple[float, ...]:
        return published[end[0]][1], -end[0], end[1]

    assert known[1] == (2.0, 4.0)
    assert blamed_most([(1, True)], published, known, [sums] * 4, rank) == {(0, True)}
    # Unless nothing of it is left to widen.
    assert blamed_most(
        [(1, True)], published, known, [sums] * 4, lambda end: rank(end) if end[0] else ()
    ) == {(2, False)}
