"""What follows from published intervals and the sums between them: the bounds of every count.

Every interval is narrowed by every sum it stands in until nothing changes. On sums that form a
tree that is exact, and the tables of a release are kept so (`policy`); an independent linear
program says the same in the tests.
"""

import math
from collections import deque
from collections.abc import Sequence


Interval = tuple[float, float]
Sum = tuple[int, tuple[int, ...]]
"""A count is the sum of other counts, each by its number."""
ROUNDS = 60
"""How often a count may be narrowed: sums in a circle can go on in ever smaller steps."""


def bounds(published: Sequence[Interval], sums: Sequence[Sum]) -> list[Interval]:
    """The least and most that each count can be, given what is published of all."""
    low = [one[0] for one in published]
    high = [one[1] for one in published]
    of: list[list[int]] = [[] for _ in published]
    for at, (whole, parts) in enumerate(sums):
        for count in (whole, *parts):
            of[count].append(at)
    todo = deque(range(len(sums)))
    waiting = [True] * len(sums)
    times = [0] * len(sums)
    while todo:
        at = todo.popleft()
        waiting[at] = False
        times[at] += 1
        if times[at] > ROUNDS:
            continue
        for count in _narrow(low, high, *sums[at]):
            for other in of[count]:
                if other != at and not waiting[other]:
                    waiting[other] = True
                    todo.append(other)
    return list(zip(low, high, strict=True))


def _narrow(low: list[float], high: list[float], whole: int, parts: tuple[int, ...]) -> list[int]:
    """Narrow the counts of one sum; which ones changed."""
    least = sum(low[part] for part in parts)
    open_ = [part for part in parts if math.isinf(high[part])]
    most = sum(high[part] for part in parts if not math.isinf(high[part]))
    changed = []
    if least > low[whole]:
        low[whole] = least
        changed.append(whole)
    if not open_ and most < high[whole]:
        high[whole] = most
        changed.append(whole)
    least_now, most_now = low[whole], high[whole]
    for part in parts:
        before = low[part], high[part]
        room = most_now - (least - before[0])
        if room < before[1]:
            high[part] = room
        if not open_:
            need = least_now - (most - before[1])
        elif open_ == [part]:
            need = least_now - most
        else:
            need = -math.inf
        if need > before[0]:
            low[part] = need
        if (low[part], high[part]) != before:
            changed.append(part)
    return changed
