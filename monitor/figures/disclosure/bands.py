"""Counts of pupils in classes of five, for everybody who may not see small counts.

0 stays 0, 1-4 is hidden, and 47 is "45-49". Two counts of which the one is part of the other then
never give away a difference of 1-4: 33 and 35 may be 30 and 39, or the same. Classes that depend
on nothing but the count are the same wherever the same pupils are counted.
"""

import math


MINIMUM = 5
"""The smallest count that is shown, and how wide a class is, where the settings say no other."""


def classes_of(minimum: int = MINIMUM) -> str:
    """How the classes are called on screen."""
    return f"klassen van {'vijf' if minimum == MINIMUM else minimum}"


def band(low: float | None, high: float | None, minimum: int = MINIMUM) -> tuple[float, float]:
    """The class of a count, or of all that it can be where the source leaves that open."""
    first = 0.0 if low is None else _start(low, minimum)
    if high is None or math.isinf(high):
        return first, math.inf
    if high <= 0:
        return 0.0, 0.0
    if low is not None and 0 < low < minimum:
        first = 1.0
    # Pupils at the vavo count for a half in some noemers.
    half = 0.0 if float(high).is_integer() else 0.5
    return first, _start(high, minimum) + minimum - 1 + half


def _start(count: float, minimum: int) -> float:
    return float(minimum * math.floor(count / minimum))


def is_small(low: float | None, high: float | None, minimum: int = MINIMUM) -> bool:
    """Whether a count, or what is certain of it, is 1-4; of a difference the sign is nothing."""
    ends = [abs(end) for end in (low, high) if end is not None]
    return any(0 < end < minimum for end in ends)
