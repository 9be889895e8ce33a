"""How a duration is measured: the median of several runs, after one that does not count."""

import statistics
import time
from collections.abc import Callable


def median(work: Callable[[], object], times: int = 7) -> float:
    """Seconds, the median of `times` runs after a first that does not count; of that one, when
    there are no others."""
    durations = []
    for _ in range(times + 1):
        start = time.perf_counter()
        work()
        durations.append(time.perf_counter() - start)
    return statistics.median(durations[1:] or durations)


def report(what: str, ours: float, theirs: float, limit: float) -> None:
    """One line: ours, what it is measured against, their ratio and the ratio to hold."""
    print(
        f"{what}: {ours * 1000:.0f} ms tegen {theirs * 1000:.0f} ms = {ours / theirs:.2f} x "
        f"(hoogstens {limit} x)"
    )
