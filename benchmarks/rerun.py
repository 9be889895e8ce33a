"""A filter change, server side: the page as it is, against the page with its data in memory.

"In memory" is the same page again on the same filters, when every figure it asks for has been
answered before: what remains is Streamlit's and the page's own work.
"""

import os

from streamlit.testing.v1 import AppTest

from benchmarks.country import Stores
from benchmarks.measuring import median, report
from monitor.resources import APP
from monitor.serving import serving
from monitor.versions import Versions


PAGES = ("overzicht", "deelname")


def run(stores: Stores) -> None:
    for name, versions in (("swv", stores.swv), ("land", stores.country)):
        for page in PAGES:
            _one(name, versions, page)


def _one(name: str, versions: Versions, page: str) -> None:
    os.environ["DEKKEND_DATA"] = str(versions.folder)
    store = serving(versions.folder).store()
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()

    def cold() -> None:
        kept = {key: value for key, value in store.answers.items() if _is_shape(key)}
        store.answers.clear()
        store.answers.update(kept)
        app.run()

    ours = median(cold)
    theirs = median(lambda: app.run())
    assert not app.exception
    report(f"{page}, {name}", ours, theirs, 1.3)


def _is_shape(key: object) -> bool:
    """Borders and lists of schools do not change with a filter."""
    return isinstance(key, tuple) and key[0] in ("shapes", "scholen")
