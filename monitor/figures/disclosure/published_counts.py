"""The counts that are published together, with the sums between them: what widening works on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from monitor.figures.disclosure.bands import MINIMUM
from monitor.figures.disclosure.proving import EVERYTHING
from monitor.figures.disclosure.tightening import Interval, Sum


@dataclass
class PublishedCounts:
    """The counts that are published together, and the sums that anybody can make with them."""

    minimum: int = MINIMUM
    """The smallest count that is shown."""
    truths: list[Interval] = field(default_factory=list)
    """(least, most) that each count is for who sees exact figures."""
    published: list[Interval] = field(default_factory=list)
    locked: set[int] = field(default_factory=set)
    """Counts that are widened only when nothing else helps, such as a public total."""
    exempt: set[int] = field(default_factory=set)
    """Ends of what a public source hid: neither is a number of pupils."""
    fixed: set[int] = field(default_factory=set)
    """Counts that stay as they are published: it is known already, and cannot be taken back."""
    limits: dict[int, Interval] = field(default_factory=dict)
    """What is public of a count already, by what it is: who finds a place by the places."""
    sums: list[Sum] = field(default_factory=list)
    splits: list[Sum] = field(default_factory=list)
    """Of those the ones that divide a whole: regions, parts, and who is left over."""
    _known: set[Sum] = field(default_factory=set)
    _rests: set[tuple[int, frozenset[int]]] = field(default_factory=set)
    widened: list[int] = field(default_factory=list)
    """Which counts were widened, in order, for the log of the release."""

    def add(
        self,
        truth: Interval,
        published: Interval,
        is_locked: bool = False,
        is_hidden_already: bool = False,
    ) -> int:
        """The number of a new count. `is_hidden_already`: by its source, which tells no more."""
        self.truths.append(truth)
        self.published.append(published)
        number = len(self.truths) - 1
        if is_locked:
            self.locked.add(number)
        if is_hidden_already:
            self.exempt.add(number)
        return number

    def unpublished(self, truth: Interval) -> int:
        """A count that nobody shows, but that follows from others: who is left over."""
        return self.add(truth, EVERYTHING)

    def sum(self, whole: int, parts: Sequence[int], splits: bool = False) -> None:
        """`splits`: the parts are what the whole is divided in at one moment."""
        one = whole, tuple(parts)
        if parts and one not in self._known and one != (whole, (whole,)):
            self._known.add(one)
            self.sums.append(one)
            if splits:
                self.splits.append(one)

    def left(self, whole: int, parts: Sequence[int]) -> float:
        """How many are really in a whole and in none of its parts."""
        return self.truths[whole][0] - sum(self.truths[part][0] for part in parts)

    def rests(self, whole: int, parts: Sequence[int], seen: Collection[int]) -> None:
        """What is left of a whole without one of its parts may be few as well, and so may what is
        left without all that is `seen`: parts that have a row.

        Not where several seen parts with somebody in each are left: that is more than one by itself.
        """
        seen = [part for part in seen if self.published[part] != EVERYTHING]
        there = {part for part in seen if self.truths[part][0] > 0}
        for part in parts:
            if len(there - {part}) <= 1:
                self._rest(whole, [part], [one for one in parts if one != part])
        self.rest(whole, parts, seen)

    def rest(self, whole: int, parts: Sequence[int], seen: Collection[int]) -> None:
        """What is left of a whole without all of its parts that are `seen` may be few as well: who is
        in the others is one group to whoever looks. One other is hidden by itself already."""
        seen = [part for part in seen if self.published[part] != EVERYTHING]
        unseen = [part for part in parts if part not in seen]
        if seen and sum(self.truths[part][0] > 0 for part in unseen) > 1:
            self._rest(whole, seen, unseen)

    def _rest(self, whole: int, parts: Collection[int], others: Sequence[int]) -> None:
        """Who is in none of those parts, so in the `others` of the whole."""
        if sum(self.limits.get(one, EVERYTHING)[1] for one in others) < self.minimum:
            return  # so few places that they say it themselves
        left = self.left(whole, [*parts])
        one = whole, frozenset(parts)
        if 0 < left < self.minimum and one not in self._rests:
            self._rests.add(one)
            self.sum(whole, [*parts, self.unpublished((left, left))])
