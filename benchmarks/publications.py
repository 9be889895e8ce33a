"""The memory of a server over publications, while pages stay open: flat after the third."""

import shutil
from contextlib import ExitStack

from benchmarks.client import Visitor, memory, monitor, wait_until_idle
from benchmarks.country import Stores
from monitor.intake.deliveries import deliver
from monitor.resources import SAMPLE_DATA
from monitor.store.versions import Versions


PAGES = ("overzicht", "dekking", "wat_als", "beheer", "thuiszitters")
PUBLICATIONS = 8
TINY = 1, 2
"""Publications and pages of a tiny run: each costs the server seconds behind it."""


def run(stores: Stores) -> None:
    folder = stores.folder / "publicaties"
    shutil.copytree(stores.served.folder, folder)
    norms = (SAMPLE_DATA / "normen.csv").read_text("utf-8-sig").splitlines()
    path = stores.folder / "normen.csv"
    publications, pages = TINY if stores.is_tiny else (PUBLICATIONS, len(PAGES))
    sizes = []
    with monitor(folder) as (port, process), ExitStack() as stack:
        tabs = [stack.enter_context(Visitor(port)) for _ in range(pages)]
        for tab, page in zip(tabs, PAGES[:pages], strict=True):
            tab.run(page=page)
        wait_until_idle(process)
        print(f"bij het begin: {memory(process):.0f} MB")
        for number in range(1, publications + 1):
            # Each time with one rule less: another file, so another version.
            path.write_text("\n".join(norms[: len(norms) - number]) + "\n", encoding="utf-8")
            outcome = deliver(Versions(folder), [(path, path.name)], who="meting")
            assert not outcome.is_refused, outcome.problems[:3]
            # One of those who look clicks; the others leave their page as it is.
            tabs[number % len(tabs)].run(page=PAGES[number % len(tabs)])
            wait_until_idle(process)
            sizes.append(memory(process))
            print(f"na publicatie {number}: {sizes[-1]:.0f} MB", flush=True)
    if len(sizes) > 3:
        grown = (sizes[-1] - sizes[2]) / (len(sizes) - 3)
        print(f"per publicatie na de derde: {grown:+.1f} MB (hoogstens +5 MB)")
