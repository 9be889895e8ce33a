"""Views are drawn in a report as well as on a page: they need neither Streamlit nor the store, and
nothing that takes long to import before it is used."""

import subprocess
import sys

import pytest


VIEWS = [
    "figures.wording",
    "views.charts.breakdown",
    "views.charts.funnel",
    "views.charts.maps",
    "views.charts.palette",
    "views.files.export",
    "views.files.tables",
    "views.words.sentences",
]


@pytest.mark.parametrize("module", [f"monitor.{name}" for name in VIEWS])
def test_a_view_needs_neither_streamlit_nor_the_store_nor_plotly(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()

    assert not {"streamlit", "duckdb", "plotly", "pandas", "scipy"} & set(loaded)
