"""The counts that are published together, with the sums between them: what widening works on."""

from collections.abc import Sequence
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
