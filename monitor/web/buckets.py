"""Buckets: how much somebody may still ask, bounded in memory whoever asks."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field


MOST_BUCKETS = 20_000
"""How many are kept; strangers beyond that share one."""


@dataclass(frozen=True)
class Rule:
    """A bucket of `burst` requests that fills up by `rate` per second."""

    name: str
    burst: float
    rate: float


@dataclass
class Bucket:
    """What is left of it, and when that was so."""

    rule: Rule
    left: float
    at: float


@dataclass
class Buckets:
    """The buckets of all addresses, bounded; `clock` tells seconds."""

    clock: Callable[[], float] = time.monotonic
    most: int = MOST_BUCKETS
    share: float = 1.0
    """Of what the rules give."""
    _buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict)
    _swept: float = -math.inf

    def take(self, rule: Rule, who: str, amount: float = 1) -> float:
        """Take from a bucket: 0 when there was enough, else in how many seconds there is.

        What is taken may be more than a whole bucket holds: then it is in debt for a while.
        """
        now = self.clock()
        bucket = self._bucket(rule, who, now)
        rate = rule.rate * self.share
        bucket.left = min(rule.burst * self.share, bucket.left + (now - bucket.at) * rate)
        bucket.at = now
        if bucket.left < 1 - 1e-6:  # what is rounded off is nothing to wait for
            return (1 - bucket.left) / rate
        bucket.left -= amount
        return 0.0

    def __len__(self) -> int:
        return len(self._buckets)

    def _bucket(self, rule: Rule, who: str, now: float) -> Bucket:
        key = (rule.name, who)
        if key not in self._buckets and len(self._buckets) >= self.most:
            self._sweep(now)
            if len(self._buckets) >= self.most:
                key = (rule.name, "")  # to forget one in use would be to forgive it
        return self._buckets.setdefault(key, Bucket(rule, rule.burst * self.share, now))

    def _sweep(self, now: float) -> None:
        """Forget those that are full again: a new one would be the same. At most once a second."""
        if now - self._swept < 1:
            return
        self._swept = now
        for key, bucket in list(self._buckets.items()):
            rule = bucket.rule
            left = bucket.left / self.share + (now - bucket.at) * rule.rate
            if left >= rule.burst:
                del self._buckets[key]
