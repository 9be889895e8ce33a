"""From one definition to another: a stacked bar chart with a base that is not seen."""

from dataclasses import replace

from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import ACCENT, LIGHT, SECOND, Box, Series, form_of, rounded
from monitor.reports.slides.of_bars import across
from monitor.views.charts import waterfall
from monitor.views.charts.kinds import Waterfall


def draw(canvas: Canvas, box: Box, chart: Waterfall, alt: str) -> list[str]:
    """Drawn is what is certain; the words beside a bar say what is possible too."""
    one = chart.bridge
    names, base, size, labels, colors = (
        [one.start.short],
        [0.0],
        [one.total.low],
        [waterfall.amount(one.total)],
        [ACCENT],
    )
    at = one.total.low
    for term in one.steps:
        change = term.difference
        names.append(term.groep)
        base.append(min(at, at + change.low))
        size.append(abs(change.low))
        labels.append(waterfall.signed(change))
        colors.append(SECOND if change.low + change.high > 0 else LIGHT)
        at += change.low
    names.append(one.end.short)
    base.append(0.0)
    size.append(one.outcome.low)
    labels.append(waterfall.amount(one.outcome))
    colors.append(ACCENT)
    tops = [low + more for low, more in zip(base, size, strict=True)]
    # A stacked bar has no label outside its end: the words stand behind the name instead.
    names = [f"{name}: {label}" for name, label in zip(names, labels, strict=True)]
    series = (
        Series("begin (niet zichtbaar)", tuple(rounded(value) for value in base), ""),
        Series("leerlingen", tuple(rounded(value) for value in size), LIGHT, colors=tuple(colors)),
    )
    plot, placed = across(names, series, [""], tops, box, form_of(0), per_row=56)
    canvas.chart("Grafiek", placed, replace(plot, kind="stack", overlap=100), alt)
    return []
