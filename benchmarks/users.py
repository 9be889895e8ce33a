"""Twenty visitors with five seconds of thinking between clicks, and twenty at once."""

import os
import random
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from benchmarks.client import Visitor, free_port, wait_for
from benchmarks.country import Stores


VISITORS, THINKING, CLICKS = 20, 5.0, 8
PAGES = ("overzicht", "deelname", "scholen", "begrippen")


def run(stores: Stores) -> None:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "monitor", "--data", str(stores.swv.folder), "serve",
         "--port", str(port)],
        stdout=subprocess.DEVNULL,
        env=os.environ,
    )  # fmt: skip
    try:
        wait_for(port)
        with Visitor(port) as one:
            for page in PAGES:
                one.run(page=page)
            alone = statistics.median(one.run(page=page) for page in PAGES * 4)
        print(f"alleen: mediaan {alone * 1000:.0f} ms")
        times = _crowd(port, THINKING)
        print(
            f"{VISITORS} bezoekers, {THINKING:.0f} s denken: mediaan "
            f"{statistics.median(times) * 1000:.0f} ms, p95 {_p95(times) * 1000:.0f} ms"
        )
        times = _crowd(port, 0.0, clicks=1)
        print(
            f"{VISITORS} tegelijk: langste {max(times) * 1000:.0f} ms = "
            f"{max(times) / alone:.1f} x alleen (hoogstens 5 x)"
        )
        print(f"geheugen met {VISITORS} bezoekers: {_memory(server.pid):.0f} MB (hoogstens 600)")
    finally:
        server.terminate()
        server.wait()


def _crowd(port: int, thinking: float, clicks: int = CLICKS) -> list[float]:
    times: list[float] = []
    ready = threading.Barrier(VISITORS)

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

    threads = [threading.Thread(target=visit, args=(n,)) for n in range(VISITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _memory(pid: int) -> float:
    """MB of a process, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    line = next(s for s in status.read_text().splitlines() if s.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
