"""A deck against its charts alone, as python-pptx makes them: what all the rest of it costs."""

import io
import time
from collections.abc import Callable

from benchmarks.country import Stores
from benchmarks.papers import sections_of
from monitor.access import EVERY, Role, Viewer
from monitor.reports import deck
from monitor.reports.report import Report
from monitor.reports.slides.read_back import Chart
from monitor.reports.stamp import stamp_of
from monitor.store.store import open_store


def run(stores: Stores) -> None:
    store = open_store(stores.swv)
    sections = sections_of(store)
    one = Report("Rapport", "", sections, stamp_of(store, Viewer(Role.DIRECTEUR, EVERY)))
    content = deck.to_pptx(one)
    read = deck.read_back(content)
    assert read is not None
    charts = [chart for slide in read.slides for chart in slide.charts]
    whole, bare = (
        min(_seconds(make) for _ in range(3))
        for make in (lambda: deck.to_pptx(one), lambda: _bare(charts))
    )
    print(
        f"presentatie, {len(sections)} onderdelen met {len(charts)} grafieken: {1000 * whole:.0f} ms "
        f"rekentijd, {len(content) / 1000:.0f} kB, tegen {1000 * bare:.0f} ms voor dezelfde grafieken "
        f"van python-pptx alleen = {whole / bare:.1f} x (hoogstens 3 x)"
    )


def _seconds(make: Callable[[], bytes]) -> float:
    start = time.process_time()
    make()
    return time.process_time() - start


def _bare(charts: list[Chart]) -> bytes:
    """A chart per slide with the same numbers, and nothing beside it."""
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    opened = pptx.Presentation()
    for chart in charts:
        data = CategoryChartData()
        data.categories = chart.categories
        for name, values in chart.series:
            data.add_series(name, values)
        slide = opened.slides.add_slide(opened.slide_layouts[6])
        slide.shapes.add_chart(XL_CHART_TYPE.LINE, Inches(1), Inches(1), Inches(8), Inches(5), data)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()
