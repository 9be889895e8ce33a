"""What follows exactly, where sums stand in a circle: by linear programming.

`tightening` is exact on sums that form a tree. A wijk over the border of two gemeenten, or a
measure that is divided in two ways, makes a circle; there only all sums together say what a count
can be. Most counts of a piece are cleared together: one program looks for numbers by which as many
of them as possible are 1 (or 4) at the same time, and only what it leaves is asked one by one
(`program`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from monitor.figures.disclosure.program import Program
from monitor.figures.disclosure.tightening import Interval, Sum


EVERYTHING = (0.0, float("inf"))


@dataclass(frozen=True)
class Piece:
    """Sums that hang together and are no tree, and the counts in them."""

    members: tuple[int, ...]
    sums: tuple[Sum, ...]
    small: tuple[int, ...]
    """Which of the counts must be possible as 1 and as the largest that is hidden."""


def binding(
    published: Sequence[Interval], sums: Sequence[Sum], small: Collection[int]
) -> list[Sum]:
    """The sums that say something of published intervals. One with a part that is in no other sum
    and can be anything says only that the whole is at least the other parts: nothing, when it is
    published as more than they are."""
    times: dict[int, int] = defaultdict(int)
    for whole, parts in sums:
        for count in (whole, *parts):
            times[count] += 1

    def is_free(count: int) -> bool:
        return published[count] == EVERYTHING and times[count] == 1 and count not in small

    return [
        (whole, parts)
        for whole, parts in sums
        if not is_free(whole)
        and not (
            any(is_free(part) for part in parts)
            and published[whole][0]
            >= sum(published[part][1] for part in parts if not is_free(part))
        )
    ]


def circles(
    published: Sequence[Interval], sums: Sequence[Sum], small: Collection[int]
) -> list[Piece]:
    """The pieces that `tightening` may not be exact on and that hold a small count. What is known
    exactly holds nothing together."""
    above: dict[int, int] = {}

    def top(knot: int) -> int:
        above.setdefault(knot, knot)
        while above[knot] != knot:
            above[knot] = knot = above[above[knot]]
        return knot

    found: list[tuple[int, Sum, list[int]]] = []
    for number, (whole, parts) in enumerate(binding(published, sums, small), start=1):
        open_ = [at for at in (whole, *parts) if published[at][0] < published[at][1]]
        for at in open_:
            above[top(at)] = top(-number)
        found.append((-number, (whole, parts), open_))
    pieces: dict[int, list[tuple[Sum, list[int]]]] = defaultdict(list)
    for knot, one, open_ in found:
        pieces[top(knot)].append((one, open_))
    wanted = set(small)
    out = []
    for own in pieces.values():
        inside = {count for _, open_ in own for count in open_}
        lines = sum(len(open_) for _, open_ in own)
        # A tree has one line less than it has knots: counts and sums.
        if lines > len(inside) + len(own) - 1 and wanted & inside:
            members = {count for (whole, parts), _ in own for count in (whole, *parts)}
            sums_of = tuple(one for one, _ in own)
            out.append(Piece(tuple(sorted(members)), sums_of, tuple(sorted(wanted & inside))))
    return out


def given_away(
    published: Sequence[Interval], piece: Piece, minimum: int, cleared: set[tuple[int, bool]]
) -> Iterator[list[tuple[int, bool]]]:
    """Of each small count that cannot be 1, or cannot be `minimum` - 1: the published ends
    (count, whether its lowest) from which that follows.

    `cleared` holds what was found possible before (count, whether it is to be 1), with narrower
    intervals: that stays possible, and is not asked again. It is added to.
    """
    program = Program(published, piece.sums)
    for is_low, bound in ((True, 1.0), (False, minimum - 1.0)):
        asked = [count for count in piece.small if (count, is_low) not in cleared]
        left = program.together(asked, is_low, bound)
        cleared.update((count, is_low) for count in set(asked).difference(left))
        while left:
            count = left.pop()
            if (ends := program.reasons(count, is_low, bound)) is not None:
                yield ends
                continue
            # Numbers by which it is possible clear others of what is left as well.
            still = program.beyond(left, is_low, bound)
            cleared.update((one, is_low) for one in {count, *left}.difference(still))
            left = still


def can_be(truths: Sequence[Interval], sums: Sequence[Sum]) -> bool:
    """Whether there are numbers by which those sums are true."""
    return not sums or Program(truths, sums).is_possible()
