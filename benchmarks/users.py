"""Twenty visitors with five seconds of thinking between clicks, and twenty at once."""

import random
import statistics
import threading
import time

from benchmarks.client import Visitor, memory, processor_seconds, served, wait_until_idle
from benchmarks.country import Stores


VISITORS, THINKING, CLICKS = 20, 5.0, 8
PAGES = ("overzicht", "deelname", "scholen", "begrippen")


def run(stores: Stores) -> None:
    visitors, thinking, clicks = (2, 0.1, 2) if stores.is_tiny else (VISITORS, THINKING, CLICKS)
    with served(stores) as (port, process):
        with Visitor(port) as one:
            for page in PAGES:
                one.run(page=page)
            wait_until_idle(process)
            alone = statistics.median(
                one.run(page=page) for page in PAGES * (1 if stores.is_tiny else 4)
            )
        print(f"alleen: mediaan {alone * 1000:.0f} ms")
        before = processor_seconds(process)
        times = _crowd(port, visitors, thinking, clicks)
        spent = (processor_seconds(process) - before) / (len(times) + visitors)
        median = statistics.median(times)
        print(
            f"{visitors} bezoekers, {thinking:.0f} s denken: mediaan {median * 1000:.0f} ms = "
            f"{median / alone:.1f} x alleen (hoogstens 2 x), p95 {_p95(times) * 1000:.0f} ms, "
            f"{spent * 1000:.0f} ms processortijd per klik"
        )
        times = _crowd(port, visitors, 0.0, 1)
        print(
            f"{visitors} tegelijk: langste {max(times) * 1000:.0f} ms = "
            f"{max(times) / alone:.1f} x alleen (hoogstens 5 x)"
        )
        print(f"geheugen met {visitors} bezoekers: {memory(process):.0f} MB (hoogstens 600)")


def _crowd(port: int, visitors: int, thinking: float, clicks: int) -> list[float]:
    times: list[float] = []
    ready = threading.Barrier(visitors)

    def visit(number: int) -> None:
        pick = random.Random(number)
        with Visitor(port) as visitor:
            visitor.run()
            ready.wait()
            if thinking:
                time.sleep(pick.uniform(0, thinking))
            for _ in range(clicks):
                times.append(visitor.run(page=pick.choice(PAGES)))
                time.sleep(thinking)

    threads = [threading.Thread(target=visit, args=(n,)) for n in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
