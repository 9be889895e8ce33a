"""How long things take: from how many cases took how many days to quantiles and a survival curve.

Cases that have not ended yet count for as long as they were followed (Kaplan and Meier, 1958):
leaving them out would say that everything ends soon.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


Counts = Mapping[tuple[int, bool], int]
"""(days, still running) → number of cases."""
WEEK = 7


def parse(words: str) -> tuple[int, bool]:
    """`34` = ended after 34 days; `34+` = still running after 34 days."""
    return int(words.removesuffix("+")), words.endswith("+")


@dataclass(frozen=True)
class Spread:
    """What is known of how long a number of cases took; times in days."""

    counts: Counts

    @cached_property
    def n(self) -> int:
        return sum(self.counts.values())

    @cached_property
    def running(self) -> int:
        """How many have not ended."""
        return sum(n for (_, runs), n in self.counts.items() if runs)

    @cached_property
    def _sorted(self) -> list[tuple[int, int]]:
        """(days, cases that took that long), of all cases; shortest first."""
        days: dict[int, int] = {}
        for (day, _), n in self.counts.items():
            days[day] = days.get(day, 0) + n
        return sorted(days.items())

    @property
    def mean(self) -> float | None:
        return sum(day * n for day, n in self._sorted) / self.n if self.n else None

    def quantile(self, part: float) -> float | None:
        """The days within which a part of the cases ends, between two cases by proportion."""
        if not self.n:
            return None
        place = part * (self.n - 1)
        below = self._at(int(place))
        above = self._at(min(int(place) + 1, self.n - 1))
        return below + (above - below) * (place - int(place))

    @property
    def median(self) -> float | None:
        return self.quantile(0.5)

    def _at(self, place: int) -> int:
        """The days of the case at a place, counted from 0, shortest first."""
        until = accumulate(n for _, n in self._sorted)
        return next(day for (day, _), last in zip(self._sorted, until, strict=True) if place < last)

    def within(self, days: float) -> tuple[int, int]:
        """(cases that took at most so many days, all cases), of what has ended."""
        ended = {day: n for (day, runs), n in self.counts.items() if not runs}
        return sum(n for day, n in ended.items() if day <= days), sum(ended.values())

    def curve(self) -> list[tuple[int, float]]:
        """(days, estimated part that had ended by then), at each day on which a case ended."""
        at_risk, left, out = self.n, 1.0, []
        for day, n in self._sorted:
            ended = self.counts.get((day, False), 0)
            if ended:
                left *= 1 - ended / at_risk
                out.append((day, 1 - left))
            at_risk -= n
        return out

    def ended_within(self, days: int) -> float | None:
        """The estimated part that ended within so many days; None where nobody was followed for so
        long and somebody had not ended."""
        last = max((day for day, _ in self._sorted), default=None)
        if last is None:
            return None
        part = max((part for day, part in self.curve() if day <= days), default=0.0)
        return None if last < days and part < 1 else part


def spread_of(rows: list[tuple[str, float]]) -> Spread:
    """From (`34` or `34+`, number of cases)."""
    counts: dict[tuple[int, bool], int] = {}
    for words, n in rows:
        key = parse(words)
        counts[key] = counts.get(key, 0) + int(n)
    return Spread(counts)
