"""A filter change, server side: a filter that nobody chose before, against the same page again.

The second time everything that the page asks is in memory; what remains is Streamlit's and the
page's own work.
"""

import statistics
import time
from collections.abc import Sequence

from streamlit.testing.v1 import AppTest

from benchmarks.country import Stores
from benchmarks.measuring import report
from monitor.access import EVERY, Role, Viewer
from monitor.figures import roll_up
from monitor.figures.door import compute_all
from monitor.pages import warm
from monitor.store.store import Store, open_store


PERIODS = [f"{year}-10-01" for year in (2021, 2022, 2023, 2024)]


def run(stores: Stores) -> None:
    store = open_store(stores.swv)
    _prepare(store, stores)
    _one("deelname, swv, andere peildatum", store, "deelname", "peildatum", PERIODS)
    _one("overzicht, swv, andere peildatum", store, "overzicht", "peildatum", PERIODS)
    store = open_store(stores.country)
    _prepare(store, stores)
    swvs = [row["code"] for row in roll_up.swvs(store, "vo")]
    many = 2 if stores.is_tiny else 20
    _one("deelname, land, ander swv", store, "deelname", "swv", swvs[5:][:many])
    _one("overzicht, land, ander swv", store, "overzicht", "swv", swvs[25:][:many])


def _prepare(store: Store, stores: Stores) -> None:
    """What a server has computed before somebody looks."""
    if not stores.is_tiny:
        warm(store)
        compute_all(store)


def _one(what: str, store: Store, page: str, name: str, values: Sequence[str]) -> None:
    viewer = Viewer(Role.BEHEERDER, EVERY)
    app = AppTest.from_function(_page, args=(page, store, viewer), default_timeout=60)
    app.run()
    first = [_choose(app, name, value) for value in values]
    again = [_choose(app, name, value) for value in values]
    report(what, statistics.median(first), statistics.median(again), 1.3)


def _choose(app: AppTest, name: str, value: str) -> float:
    start = time.perf_counter()
    app.selectbox(key=f"keuze_{name}").set_value(value).run()
    assert not app.exception, app.exception
    return time.perf_counter() - start


def _page(name: str, store: object, viewer: object) -> None:
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from importlib import import_module

    import_module(f"monitor.pages.{name}").show(store, viewer)
