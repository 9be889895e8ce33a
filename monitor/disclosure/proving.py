"""What follows exactly, where sums stand in a circle: by linear programming.

`tightening` is exact on sums that form a tree. A wijk over the border of two gemeenten, or a
measure that is divided in two ways, makes a circle; there only all sums together say what a count
can be. Most counts of a piece are cleared together: one program looks for numbers by which as many
of them as possible are 1 (or 4) at the same time, and only what it leaves is asked one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from monitor.disclosure.tightening import Interval, Sum


NEAR = 1e-6
"""Solvers answer in floats; counts are whole numbers."""


@dataclass(frozen=True)
class Piece:
    """Sums that hang together and are no tree, and the counts in them."""

    members: tuple[int, ...]
    sums: tuple[Sum, ...]
    small: tuple[int, ...]
    """Which of the counts must be possible as 1 and as the largest that is hidden."""


def circles(sums: Sequence[Sum], small: Collection[int]) -> list[Piece]:
    """The pieces that `tightening` may not be exact on and that hold a small count."""
    above: dict[int, int] = {}

    def top(count: int) -> int:
        above.setdefault(count, count)
        while above[count] != count:
            above[count] = count = above[above[count]]
        return count

    for whole, parts in sums:
        for part in parts:
            above[top(part)] = top(whole)
    pieces: dict[int, list[Sum]] = defaultdict(list)
    for one in sums:
        pieces[top(one[0])].append(one)
    wanted = set(small)
    found = []
    for own in pieces.values():
        members = {count for whole, parts in own for count in (whole, *parts)}
        ends = sum(1 + len(parts) for _, parts in own)
        # A tree has one line less than it has knots: counts and sums.
        if ends > len(members) + len(own) - 1 and wanted & members:
            found.append(Piece(tuple(sorted(members)), tuple(own), tuple(sorted(wanted & members))))
    return found


def given_away(
    published: Sequence[Interval], piece: Piece, minimum: int
) -> Iterator[list[tuple[int, bool]]]:
    """Of each small count that cannot be 1, or cannot be `minimum` - 1: the published ends
    (count, whether its lowest) from which that follows."""
    program = _Program(published, piece)
    for is_low, bound in ((True, 1.0), (False, minimum - 1.0)):
        left = program.not_cleared(is_low, bound)
        while left:
            count = left.pop()
            found = program.furthest(count, is_low)
            left = [one for one in left if not program.is_cleared(found.x, one, is_low, bound)]
            if not program.is_cleared(found.x, count, is_low, bound):
                yield [
                    (piece.members[place], is_lowest)
                    for prices, is_lowest in (
                        (found.lower.marginals, True),
                        (found.upper.marginals, False),
                    )
                    for place in (abs(prices) > NEAR).nonzero()[0].tolist()
                ]


class _Program:
    """The sums of a piece and what is published of its counts, for the solver."""

    def __init__(self, published: Sequence[Interval], piece: Piece) -> None:
        from scipy.sparse import csr_array

        self.at = {count: number for number, count in enumerate(piece.members)}
        self.small = [*piece.small]
        self.ends = [published[count] for count in piece.members]
        lines: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for line, (whole, parts) in enumerate(piece.sums):
            for count, value in ((whole, -1.0), *((part, 1.0) for part in parts)):
                lines.append(line)
                columns.append(self.at[count])
                values.append(value)
        shape = len(piece.sums), len(piece.members)
        self.rules = csr_array((values, (lines, columns)), shape=shape)

    def furthest(self, count: int, is_low: bool) -> Any:
        """Numbers of all counts by which one is as small, or as large, as it can be."""
        import numpy as np
        from scipy.optimize import linprog

        goal = np.zeros(len(self.ends))
        goal[self.at[count]] = 1.0 if is_low else -1.0
        nought = np.zeros(self.rules.shape[0])
        found = linprog(goal, A_eq=self.rules, b_eq=nought, bounds=self.ends)
        assert found.status == 0, found.message
        return found

    def not_cleared(self, is_low: bool, bound: float) -> list[int]:
        """The small counts that no program of many at once made small (or large) enough."""
        left = [*self.small]
        while left:
            numbers = self._together(left, is_low, bound)
            still = [one for one in left if not self.is_cleared(numbers, one, is_low, bound)]
            if len(still) == len(left):
                break
            left = still
        return left

    def _together(self, counts: Sequence[int], is_low: bool, bound: float) -> Any:
        """Numbers by which those counts are together as little beyond the bound as can be."""
        import numpy as np
        from scipy.optimize import linprog
        from scipy.sparse import csr_array, hstack

        many, all_ = len(counts), len(self.ends)
        sign = 1.0 if is_low else -1.0
        lines = [*range(many), *range(many)]
        columns = [*(self.at[count] for count in counts), *range(all_, all_ + many)]
        values = [sign] * many + [-1.0] * many
        beyond = csr_array((values, (lines, columns)), shape=(many, all_ + many))
        nothing = csr_array((self.rules.shape[0], many))
        found = linprog(
            np.concatenate([np.zeros(all_), np.ones(many)]),
            A_ub=beyond,
            b_ub=np.full(many, sign * bound),
            A_eq=hstack([self.rules, nothing], format="csr"),
            b_eq=np.zeros(self.rules.shape[0]),
            bounds=[*self.ends, *[(0.0, None)] * many],
        )
        assert found.status == 0, found.message
        return found.x

    def is_cleared(self, numbers: Any, count: int, is_low: bool, bound: float) -> bool:
        number = float(numbers[self.at[count]])
        return number <= bound + NEAR if is_low else number >= bound - NEAR
