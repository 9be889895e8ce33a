"""Wide enough: published intervals of counts, widened until no sum gives a small count away.

The rule (decision 27): whoever has all that is published and can add and subtract must think every
hidden count to be possibly 1 and possibly 4. Wider can never undo that for another count, so each
step is final and the search ends.
"""

import math
from collections.abc import Collection, Sequence

from monitor.figures.disclosure.blaming import End, blamed_most
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
        cleared: set[End] = set()
        for _ in range(ROUNDS):
            known = bounds(self.published, self.sums)
            # A count that is itself shown with zero as possible, or more, is hidden as well.
            certain = [(count, True) for count in small if known[count][0] > 1]
            certain += [(count, False) for count in small if known[count][1] < self.minimum - 1]
            steps = blamed_most(certain, self.published, known, of, self._rank)
            if not steps:
                steps = self._proven(proven, cleared, set(small))
            if not steps:
                return
            for at, is_low in steps:
                self._widen_one(at, is_low)
        self._close(small)

    def _proven(
        self, proven: dict[Piece, Ends], cleared: set[End], small: Collection[int]
    ) -> set[End]:
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

    def _choice(self, found: Collection[End]) -> set[End]:
        """The first of published ends from which something follows."""
        free = [one for one in found if self._rank(one)]
        return {max(free, key=self._rank)} if free else set()

    def _rank(self, end: End) -> tuple[float, ...]:
        """Which published end to widen first, of those that make a count certain: the largest, as
        that loses least. (): nothing of it is left to widen."""
        at, is_low = end
        if at in self.fixed:
            return ()
        # By what is published, never by the number itself: the choice can be seen.
        high = self.published[at][1]
        place = 0 if at in self.locked else 2 if high > 0 else 1
        return place, high, -at, is_low

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
