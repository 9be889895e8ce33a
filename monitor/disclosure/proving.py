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


EVERYTHING = (0.0, float("inf"))
NEAR = 1e-6
"""Solvers answer in floats; counts are whole numbers."""
UNBOUNDED = 3
"""What the solver says of a goal that has no end."""
AFTER = 1e-3
"""How much another count weighs beside the one that is asked: what it clears is possible whatever
the weight is, and what it does not clear is asked by itself."""
MANY_SUMS = (8, 20)
"""A count in so many sums is the total of a period, or of a schooljaar with its months: what lies
behind it seldom says anything. First the smaller part is asked, then the larger."""


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
    program = _Program(published, piece)
    for is_low, bound in ((True, 1.0), (False, minimum - 1.0)):
        asked = [count for count in piece.small if (count, is_low) not in cleared]
        left = program.not_cleared(asked, is_low, bound)
        cleared.update((count, is_low) for count in set(asked).difference(left))
        while left:
            count = left.pop()
            parts = (program.near(count, many) for many in MANY_SUMS)
            found = (part.reasons(count, is_low, bound) for part in parts)
            if (ends := next((ends for ends in found if ends is not None), None)) is not None:
                yield ends
                continue
            # Numbers by which it is possible clear others of what is left as well.
            numbers = program.before_others(count, left, is_low)
            if numbers is not None and program.is_cleared(numbers, count, is_low, bound):
                those = [one for one in left if program.is_cleared(numbers, one, is_low, bound)]
                cleared.update((one, is_low) for one in (count, *those))
                left = [one for one in left if one not in set(those)]
            elif (ends := program.reasons(count, is_low, bound)) is None:
                cleared.add((count, is_low))
            else:
                yield ends


def can_be(truths: Sequence[Interval], sums: Sequence[Sum]) -> bool:
    """Whether there are numbers by which those sums are true."""
    members = tuple(sorted({count for whole, parts in sums for count in (whole, *parts)}))
    if not members:
        return True
    return _Program(truths, Piece(members, tuple(sums), ())).is_possible()


class _Program:
    """The sums of a piece and what is published of its counts, for the solver."""

    def __init__(self, published: Sequence[Interval], piece: Piece) -> None:
        from scipy.sparse import csr_array

        self.published, self.piece = published, piece
        self.of: dict[int, list[int]] = {}
        self.at = {count: number for number, count in enumerate(piece.members)}
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

    def is_possible(self) -> bool:
        """Whether all sums can be true at once."""
        import numpy as np
        from scipy.optimize import linprog

        nought = np.zeros(self.rules.shape[0])
        found = linprog(np.zeros(len(self.ends)), A_eq=self.rules, b_eq=nought, bounds=self.ends)
        return bool(found.status == 0)

    def near(self, count: int, many: int) -> "_Program":
        """The sums around a count, up to counts that stand in `many`: fewer of them give no more than
        all of them do, so what these give away is given away, and they are soon asked."""
        of = self.of
        if not of:
            for at, (whole, parts) in enumerate(self.piece.sums):
                for one in (whole, *parts):
                    of.setdefault(one, []).append(at)
        seen, sums, todo = {count}, set(of[count]), [*of[count]]
        while todo:
            whole, parts = self.piece.sums[todo.pop()]
            for one in {whole, *parts} - seen:
                seen.add(one)
                new = [at for at in of[one] if at not in sums] if len(of[one]) < many else []
                sums.update(new)
                todo.extend(new)
        own = tuple(self.piece.sums[at] for at in sorted(sums))
        return _Program(self.published, Piece(tuple(sorted(seen)), own, (count,)))

    def reasons(self, count: int, is_low: bool, bound: float) -> list[tuple[int, bool]] | None:
        """The published ends from which it follows that a count cannot be as small (or large) as the
        bound; None where it can."""
        import numpy as np
        from scipy.optimize import linprog

        goal = np.zeros(len(self.ends))
        goal[self.at[count]] = 1.0 if is_low else -1.0
        nought = np.zeros(self.rules.shape[0])
        found = linprog(goal, A_eq=self.rules, b_eq=nought, bounds=self.ends)
        if found.status == UNBOUNDED:
            return None  # as large as anybody likes
        assert found.status == 0, found.message
        if self.is_cleared(found.x, count, is_low, bound):
            return None
        return [
            (self.piece.members[place], is_lowest)
            for prices, is_lowest in (
                (found.lower.marginals, True),
                (found.upper.marginals, False),
            )
            for place in (abs(prices) > NEAR).nonzero()[0].tolist()
        ]

    def before_others(self, count: int, others: Sequence[int], is_low: bool) -> Any | None:
        """Numbers by which a count is about as small (or large) as can be, and the others after it;
        None where there is no end to it."""
        import numpy as np
        from scipy.optimize import linprog

        goal = np.zeros(len(self.ends))
        goal[[self.at[one] for one in others]] = AFTER
        goal[self.at[count]] = 1.0
        nought = np.zeros(self.rules.shape[0])
        found = linprog(goal if is_low else -goal, A_eq=self.rules, b_eq=nought, bounds=self.ends)
        return found.x if found.status == 0 else None

    def not_cleared(self, asked: Sequence[int], is_low: bool, bound: float) -> list[int]:
        """Those of some counts that no program of many at once made small (or large) enough."""
        left = [*asked]
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
