"""How far a share of a few pupils may lie from that of many by chance alone: exact binomial limits.

A limit is a count between whole counts, so that it can be drawn as a smooth line: `k` lies beyond
it exactly when the chance of `k` or further is not larger than what the limit stands for.
"""

import math
from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from monitor.figures.chance import tail


if TYPE_CHECKING:
    from monitor.figures.door import Figure


NARROW = 0.025
"""On each side, so that 95 of 100 schools lie between the limits by chance."""
WIDE = 0.001
"""On each side, so that 998 of 1000 schools do."""
_NEVER = 1e-13
"""Has no logarithm when it is 0."""


class Verdict(StrEnum):
    """Where a school lies among schools like it, in the words of a table."""

    ABOVE = "hoger dan toeval verklaart"
    HIGH = "hoog, kan toeval zijn"
    USUAL = "niet te onderscheiden van de andere"
    LOW = "laag, kan toeval zijn"
    BELOW = "lager dan toeval verklaart"
    OPEN = "niet te zeggen"


class ChanceLimits(NamedTuple):
    """Counts, of n pupils; infinite where no count is so rare."""

    lowest: float
    low: float
    high: float
    highest: float


@lru_cache(maxsize=20_000)
def limits(n: int, share: float) -> ChanceLimits:
    """Where 95 % and 99.8 % of schools with n pupils lie when each pupil has this chance (0-1)."""
    if n == 0 or share <= 0:
        return ChanceLimits(-math.inf, -math.inf, math.inf, math.inf)
    # So few is so many of those who do not have it.
    return ChanceLimits(
        n - _upper(n, 1 - share, WIDE),
        n - _upper(n, 1 - share, NARROW),
        _upper(n, share, NARROW),
        _upper(n, share, WIDE),
    )


def verdict(figure: "Figure", share: float, most: float | None = None) -> Verdict:
    """Where a figure lies beside other schools with this share together, or with one from `share`
    to `most`.

    Of what the source left open, or is given as a class, what is said holds for every value; of what
    is hidden nothing is said.
    """
    ends = (figure.teller, figure.teller_max, figure.noemer, figure.noemer_max)
    if figure.is_hidden or any(end is None for end in ends) or not figure.noemer:
        return Verdict.OPEN
    few, many, small, large = (end for end in ends if end is not None)
    # Half a pupil is rounded to what says least.
    above = limits(math.ceil(large), share if most is None else most)
    below = limits(math.floor(small), share)
    if math.floor(few) >= above.highest:
        return Verdict.ABOVE
    if math.ceil(many) <= below.lowest:
        return Verdict.BELOW
    if math.floor(few) >= above.high:
        return Verdict.HIGH
    return Verdict.LOW if math.ceil(many) <= below.low else Verdict.USUAL


def _upper(n: int, share: float, rare: float) -> float:
    """Between the last count of which so many or more are not so rare, and the first of which they
    are: in proportion to the logarithms of their chances."""
    first = bisect_left(range(n + 1), -rare, key=lambda k: -tail(k, n, share))
    if first > n:
        return math.inf
    before, here = tail(first - 1, n, share), max(tail(first, n, share), _NEVER)
    return first - 1 + math.log(before / rare) / math.log(before / here)
