"""Run all benchmarks, or the named ones: python -m benchmarks [NAME …]"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks import (
    click,
    country,
    coverage,
    decks,
    delivery,
    first_page,
    indicator,
    papers,
    publications,
    release,
    rerun,
    users,
)


BENCHMARKS = {
    "delivery": delivery.run,
    "indicator": indicator.run,
    "coverage": coverage.run,
    "release": release.run,
    "rerun": rerun.run,
    "first_page": first_page.run,
    "click": click.run,
    "users": users.run,
    "publications": publications.run,
    "papers": papers.run,
    "decks": decks.run,
}


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="dekkend-bench-") as folder:
        stores = country.Stores(Path(folder))
        for name in names or list(BENCHMARKS):
            print(f"\n## {name}", flush=True)
            start = time.monotonic()
            BENCHMARKS[name](stores)
            print(f"({time.monotonic() - start:.0f} s)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
