"""The first page after the start of the server, against an empty Streamlit app."""

import time
from contextlib import AbstractContextManager

from benchmarks.client import Visitor, bare, monitor
from benchmarks.country import Stores


def run(stores: Stores) -> None:
    times = 1 if stores.is_tiny else 3
    names = ("land",) if stores.is_tiny else ("swv", "land")
    for name in names:
        folder = (stores.swv if name == "swv" else stores.country).folder
        ours = min(_first_page(monitor(folder)) for _ in range(times))
        theirs = min(_first_page(bare(stores.folder)) for _ in range(times))
        print(
            f"eerste pagina, {name}: {ours:.1f} s tegen {theirs:.1f} s voor een lege app = "
            f"{ours - theirs:+.1f} s (hoogstens +2 s)"
        )


def _first_page(serving: AbstractContextManager[tuple[int, int]]) -> float:
    start = time.perf_counter()
    with serving as (port, _), Visitor(port) as visitor:
        visitor.run()
        return time.perf_counter() - start
