"""Wide enough: published intervals of counts, widened until no sum gives a small count away.

The rule (decision 27): whoever has all that is published and can add and subtract must think every
hidden count to be possibly 1 and possibly 4. Wider can never undo that for another count, so each
step is final and the search ends.
"""

import math
from collections.abc import Collection, Iterator, Sequence

from monitor.figures.disclosure.coarsening import coarsen
from monitor.figures.disclosure.proving import EVERYTHING, Piece, circles, given_away
from monitor.figures.disclosure.published_counts import PublishedCounts
from monitor.figures.disclosure.tightening import Interval, Sum, bounds


ROUNDS = 200
Ends = tuple[Interval, ...]


class Publication(PublishedCounts):
    """Counts that are published together, and how wide each has to be."""

    def widen(self) -> None:
        """Widen `published` until every small count is safe: first by what stands beside what
        (`coarsening`), then whatever sums in a circle still give away."""
        coarsen(self)
        small = [
            at
            for at, truth in enumerate(self.truths)
            if at not in self.exempt and self._is_hidden(truth)
        ]
        of: list[list[Sum]] = [[] for _ in self.truths]
        for one in self.sums:
            for count in (one[0], *one[1]):
                of[count].append(one)
        proven: dict[Piece, Ends] = {}
        cleared: set[tuple[int, bool]] = set()
        for _ in range(ROUNDS):
            known = bounds(self.published, self.sums)
            steps = set()
            for count in small:
                # A count that is itself shown with zero as possible, or more, is hidden as well.
                if known[count][0] > 1:
                    steps |= self._step(count, True, known, of)
                if known[count][1] < self.minimum - 1:
                    steps |= self._step(count, False, known, of)
            if not steps:
                steps = self._proven(proven, cleared, set(small))
            if not steps:
                return
            for at, is_low in steps:
                self._widen_one(at, is_low)
        self._close(small)

    def _step(
        self, count: int, is_low: bool, known: Sequence[Interval], of: Sequence[Sequence[Sum]]
    ) -> set[tuple[int, bool]]:
        """What to widen so that a count is less certain: the largest of what makes it so, because
        that loses least."""
        return self._choice(set(self._blamed(count, is_low, known, of)))

    def _proven(
        self, proven: dict[Piece, Ends], cleared: set[tuple[int, bool]], small: Collection[int]
    ) -> set[tuple[int, bool]]:
        """What to widen where only all sums together give a count away; `proven` are pieces with
        sums in a circle, each with what was published of it when nothing was given away, and
        `cleared` the small counts of which 1 (or the largest) was found possible."""
        steps = set()
        for piece in circles(self.published, self.sums, small):
            now = tuple(self.published[count] for count in piece.members)
            if proven.get(piece) == now:
                continue
            leaks = [*given_away(self.published, piece, self.minimum, cleared)]
            if not leaks:
                proven[piece] = now
            for blamed in leaks:
                # Less than nobody, and more than everybody, are not to be published.
                steps |= self._choice({
                    (at, is_low) for at, is_low in blamed
                    if (self.published[at][0] > 0 if is_low else self.published[at][1] < math.inf)
                })  # fmt: skip
        return steps

    def _choice(self, found: set[tuple[int, bool]]) -> set[tuple[int, bool]]:
        """The largest of published ends from which something follows: it loses least."""
        # Nothing of a count that can be everything is left to widen.
        found -= {one for one in found if one[0] in self.fixed}
        free = [one for one in found if one[0] not in self.locked and self.published[one[0]][1] > 0]
        choice = free or [one for one in found if one[0] not in self.locked] or list(found)
        if not choice:
            return set()
        # By what is published, never by the number itself: the choice can be seen.
        return {max(choice, key=lambda one: (self.published[one[0]][1], -one[0], one[1]))}

    def _blamed(
        self, count: int, is_low: bool, known: Sequence[Interval], of: Sequence[Sequence[Sum]]
    ) -> Iterator[tuple[int, bool]]:
        """(count, whether its lowest) of the published ends from which a bound follows."""
        todo, seen = [(count, is_low)], {(count, is_low)}
        while todo:
            at, low = todo.pop()
            own, bound = self.published[at][0 if low else 1], known[at][0 if low else 1]
            if own == bound:
                # Less than nobody is not to be published.
                if not low or own > 0:
                    yield at, low
                continue
            for whole, parts in of[at]:
                if not _gives(at, low, whole, parts, known):
                    continue
                others = [(part, low if at == whole else not low) for part in parts if part != at]
                if at != whole:
                    others.append((whole, low))
                for other in others:
                    if other not in seen:
                        seen.add(other)
                        todo.append(other)

    def _widen_one(self, at: int, is_low: bool) -> None:
        low, high = self.published[at]
        if is_low:
            low = 0.0 if low <= self.minimum else low - self.minimum
        else:
            high = high + self.minimum if high > 0 else self.minimum - 1.0
        self.published[at] = low, high
        self.widened.append(at)

    def _is_hidden(self, truth: Interval) -> bool:
        return any(0 < end < self.minimum for end in truth)

    def _close(self, small: Sequence[int]) -> None:
        """Where widening found no end, everything that touches a small count is closed."""
        touched = {count for one in self.sums for count in (one[0], *one[1])}
        for at in touched.union(small) - self.fixed:
            self.published[at] = EVERYTHING
            self.widened.append(at)


def _gives(at: int, low: bool, whole: int, parts: Sequence[int], known: Sequence[Interval]) -> bool:
    """Whether this sum alone gives a count the bound that it has."""
    end = 0 if low else 1
    if at == whole:
        return sum(known[part][end] for part in parts) == known[at][end]
    others = sum(known[part][1 - end] for part in parts if part != at)
    return known[whole][end] - others == known[at][end]
