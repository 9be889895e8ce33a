"""Each kind of picture as what it is on a slide: a chart, shapes, or a table in its stead.

Which is which, and why: docs/decisions.md.
"""

from collections.abc import Callable
from typing import Any

from monitor.reports.slides import (
    of_bars,
    of_bridge,
    of_dots,
    of_durations,
    of_lines,
    of_map,
    of_table,
)
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import Box
from monitor.sections.section import Drawn, Table
from monitor.views.charts import kinds


Draw = Callable[[Canvas, Box, Any, str], list[str] | None]
"""Puts a picture in a box; gives what must be said of it, or None where a table must say it."""

NATIVE: dict[type, Draw] = {
    kinds.Ranking: of_bars.draw_ranking,
    kinds.Parts: of_bars.draw_parts,
    kinds.BeforeAndNow: of_bars.draw_pairs,
    kinds.ClassBars: of_bars.draw_class_bars,
    kinds.Trend: of_lines.draw_trend,
    kinds.Matrix: of_table.draw_matrix,
    kinds.Flows: of_table.draw_flows,
    kinds.Waits: of_durations.draw_waits,
    kinds.QuartilesOverTime: of_durations.draw_quartiles,
    kinds.ClassesOverTime: of_durations.draw_classes,
    kinds.Stock: of_durations.draw_stock,
    kinds.Funnel: of_dots.draw_funnel,
    kinds.Survival: of_dots.draw_survival,
    kinds.InBand: of_dots.draw_band,
    kinds.Waterfall: of_bridge.draw,
    kinds.AreaMap: of_map.draw,
    kinds.ArrangementReach: of_map.draw,
    kinds.OfferReach: of_map.draw,
    kinds.SchoolMap: of_map.draw,
}


def draw(canvas: Canvas, box: Box, one: Drawn, table: Table) -> list[str]:
    """A picture of a section in a box; `table` is its twin."""
    made = NATIVE.get(type(one.chart))
    said = made(canvas, box, one.chart, one.alt) if made else None
    return of_table.draw(canvas, box, table) if said is None else said
