"""A filter change, server side: a filter that nobody chose before, against the same page again.

The second time everything that the page asks is in memory; what remains is Streamlit's and the
page's own work.
"""

import os
import statistics
import time
from collections.abc import Sequence

from streamlit.testing.v1 import AppTest

from benchmarks.country import Stores
from benchmarks.measuring import report
from monitor import regions
from monitor.pages import warm
from monitor.resources import APP
from monitor.serving import serving
from monitor.versions import Versions


PERIODS = [f"{year}-10-01" for year in (2021, 2022, 2023, 2024)]


def run(stores: Stores) -> None:
    _one("deelname, swv: peildatum", stores.swv, "deelname", "peildatum", PERIODS)
    _one("overzicht, swv: peildatum", stores.swv, "overzicht", "peildatum", PERIODS)
    swvs = [row["code"] for row in regions.swvs(serving(stores.country.folder).store(), "vo")]
    _one("deelname, land: ander swv", stores.country, "deelname", "swv", swvs[5:25])
    _one("overzicht, land: ander swv", stores.country, "overzicht", "swv", swvs[25:45])


def _one(what: str, versions: Versions, page: str, name: str, values: Sequence[str]) -> None:
    os.environ["DEKKEND_DATA"] = str(versions.folder)
    serving(versions.folder).store().answers.clear()
    warm(serving(versions.folder).store())
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["pagina"] = page
    app.run()
    app.switch_page(page) if False else None
    first = [_choose(app, name, value) for value in values]
    again = [_choose(app, name, value) for value in values]
    report(what, statistics.median(first), statistics.median(again), 1.3)


def _choose(app: AppTest, name: str, value: str) -> float:
    start = time.perf_counter()
    app.selectbox(key=f"keuze_{name}").set_value(value).run()
    assert not app.exception, app.exception
    return time.perf_counter() - start
