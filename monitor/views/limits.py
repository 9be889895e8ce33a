"""How far a share of a few pupils may lie from that of many by chance alone: exact binomial limits.

A limit is a count between whole counts, so that it can be drawn as a smooth line: `k` lies beyond
it exactly when the chance of `k` or further is not larger than what the limit stands for.
"""

import math
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from monitor.indicators import Figure


NARROW = 0.025
"""On each side, so that 95 of 100 schools lie between the limits by chance."""
WIDE = 0.001
"""On each side, so that 998 of 1000 schools do."""
_NEVER = 1e-13


class Verdict(StrEnum):
    """Where a school lies among schools like it, in the words of a table."""

    ABOVE = "hoger dan toeval verklaart"
    HIGH = "hoog, kan toeval zijn"
    USUAL = "niet te onderscheiden van de andere"
    LOW = "laag, kan toeval zijn"
    BELOW = "lager dan toeval verklaart"
    OPEN = "niet te zeggen"


class Limits(NamedTuple):
    """Counts, of n pupils; infinite where no count is so rare."""

    lowest: float
    low: float
    high: float
    highest: float


@lru_cache(maxsize=20_000)
def limits(n: int, share: float) -> Limits:
    """Where 95 % and 99.8 % of schools with n pupils lie when each pupil has this chance (0-1)."""
    up_to = _cumulative(n, share)
    return Limits(
        _lower(up_to, WIDE), _lower(up_to, NARROW), _upper(up_to, NARROW), _upper(up_to, WIDE)
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


def _cumulative(n: int, share: float) -> list[float]:
    """The chance of at most 0, 1, 2 … of n, until it is certain."""
    if share <= 0 or n == 0:
        return [1.0]
    if share >= 1:
        return [0.0] * n + [1.0]
    odds = math.log(share), math.log1p(-share)
    found: list[float] = []
    total = 0.0
    for k in range(n + 1):
        ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
        total += math.exp(ways + k * odds[0] + (n - k) * odds[1])
        found.append(min(total, 1.0))
        if 1.0 - total < _NEVER and k >= n * share:
            break
    return found


def _upper(up_to: list[float], rare: float) -> float:
    before = 1.0
    for k in range(1, len(up_to)):
        or_more = max(1.0 - up_to[k - 1], _NEVER)
        if or_more <= rare:
            return k - 1 + math.log(before / rare) / math.log(before / or_more)
        before = or_more
    return math.inf


def _lower(up_to: list[float], rare: float) -> float:
    if up_to[0] > rare:
        return -math.inf
    for k in range(1, len(up_to)):
        if up_to[k] > rare:
            under = max(up_to[k - 1], _NEVER)
            return k - 1 + math.log(rare / under) / math.log(up_to[k] / under)
    return math.inf
