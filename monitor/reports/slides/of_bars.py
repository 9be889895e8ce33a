"""Rankings, parts and pairs as bars that can be edited: up to what is certain, hatched up to what can be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.figures import counted_where, wording
from monitor.reports.slides import measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import (
    ACCENT,
    LIGHT,
    SECOND,
    Box,
    Plot,
    Scale,
    Series,
    form_of,
    rounded,
)
from monitor.views.charts import breakdown, ranking
from monitor.views.charts.kinds import BeforeAndNow, ClassBars, Parts, Ranking


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


LEAST_ROW = 18.0
"""Points that a row needs; more rows than fit are left out and said."""
MOST_ROW = 64.0
LETTERS = (14, 13, 12, 11)
PARTS = (ACCENT, "#6fb1db", SECOND, "#868686")
LEFT_OUT = "Er staan {shown} van de {all} op deze dia; alle staan in de monitor."


def draw_ranking(canvas: Canvas, box: Box, chart: Ranking, alt: str) -> list[str]:
    """Highest first; the reference is one more bar, in the second colour."""
    figures = list(chart.figures)
    if chart.reference is not None:
        figures.append(
            chart.reference._replace(
                code="", uitsplitsing=figures[0].uitsplitsing if figures else ""
            )
        )
    ordered = ranking.in_order(figures, chart.indicator)
    most = int(box.high / LEAST_ROW)
    shown = _kept(ordered, chart, most)
    plot, placed = bars(shown, chart.indicator, chart.chosen, box)
    canvas.chart("Grafiek", placed, plot, alt)
    left_out = len(ordered) - len(shown)
    return [LEFT_OUT.format(shown=len(shown), all=len(ordered))] if left_out else []


def _kept(ordered: Sequence["Figure"], chart: Ranking, most: int) -> list["Figure"]:
    """All, or the first ones with what was chosen and the reference; what has no place says so in words."""
    if len(ordered) <= most:
        return list(ordered)
    must = [one for one in ordered if one.code in chart.chosen or one.code == ""][:most]
    first = [one for one in ordered if one not in must][: most - len(must)]
    return [one for one in ordered if one in must or one in first]


def bars(
    rows: Sequence["Figure"], indicator: "Indicator", chosen: frozenset[str], box: Box
) -> tuple[Plot, Box]:
    """The chart and how high it is: a few rows do not fill a slide."""
    labels = ["geen school" if counted_where.is_without_school(f, indicator) else wording.value(f, indicator)
              for f in rows]  # fmt: skip
    ends = [tuple(map(rounded, wording.shown(figure))) for figure in rows]
    names = [
        figure.naam if high is not None or low is not None else f"{figure.naam}: {label}"
        for figure, (low, high), label in zip(rows, ends, labels, strict=True)
    ]
    colors = tuple(
        SECOND if one.code == "" else ACCENT if one.code in chosen or not chosen else LIGHT
        for one in rows
    )
    lows = tuple(low for low, _ in ends)
    highs = tuple(high if high is not None else low for low, high in ends)
    bold = frozenset(
        place for place, one in enumerate(rows) if one.code in chosen or one.code == ""
    )
    said = tuple(
        None if low is None and high is None
        else "" if low == high and _is_plain(one, label, indicator) else label
        for one, (low, high), label in zip(rows, ends, labels, strict=True)
    )  # fmt: skip
    title = indicator.short
    if any(low != high for low, high in ends):
        series: tuple[Series, ...] = (
            Series(f"{title}, hoogste", highs, LIGHT, labels=said, colors=colors, hatched=True),
            Series(f"{title}, laagste", lows, LIGHT, colors=colors),
        )
    else:
        series = (Series(title, lows, LIGHT, labels=said, colors=colors),)
    form = form_of(indicator.decimals, "" if indicator.kind == "aantal" else indicator.unit)
    return across(names, series, labels, highs, box, form, bold)


def _is_plain(one: "Figure", label: str, indicator: "Indicator") -> bool:
    """Whether a number written by the format of the chart says what we say."""
    return label == wording.value(one._replace(is_banded=False, corrected=None), indicator) and (
        label[:1].isdigit() and "(" not in label and "–" not in label
        and not one.is_banded and wording.decimals_of(one, indicator) == indicator.decimals
    )  # fmt: skip


def across(
    names: Sequence[str], series: tuple[Series, ...], labels: Sequence[str],
    highs: Sequence[float | None], box: Box, form: str, bold: frozenset[int] = frozenset(),
    *, per_row: float = MOST_ROW, legend: str = "", gap: int = 45, overlap: int | None = 100,
) -> tuple[Plot, Box]:  # fmt: skip
    """Bars from left to right, with room for the longest name and the longest label."""
    high = min(box.high, max(2, len(names)) * per_row + (28 if legend else 0))
    rows = (high - (28 if legend else 0)) / max(1, len(names))
    size = next((one for one in LETTERS if one * measure.LINE + 3 <= rows), LETTERS[-1])
    longest = max((measure.width(name, size) for name in names), default=0.0)
    left = min(longest + 14, 0.42 * box.wide)
    if longest + 14 > left:
        # A name on two lines asks for smaller letters where the row has no room for them.
        size = next((one for one in LETTERS if 2 * one * measure.LINE <= rows), LETTERS[-1])
    right = max((measure.width(label, size, bold=bool(bold)) for label in labels), default=0.0) + 14
    right = min(right, 0.4 * box.wide)
    top = 28 / high if legend else 0.0
    placed = Box(box.x, box.y, box.wide, high)
    inner = (left / box.wide, top, max(0.2, 1 - (left + right) / box.wide), 1 - top)
    most = max((one for one in highs if one is not None), default=0.0) or 1.0
    plot = Plot("bars", series, tuple(names), scale=Scale(0, most, 0), inner=inner, form=form,
                hides_numbers=True, bold=bold, gap=gap, overlap=overlap, letters=size, legend=legend)  # fmt: skip
    return plot, placed


def draw_parts(canvas: Canvas, box: Box, chart: Parts, alt: str) -> list[str]:
    """One stacked bar where all parts are exact and add up; else each by itself, with open ends."""
    rows = breakdown.parts_of(chart.figures, chart.indicator)
    if not breakdown.adds_up(rows, chart.indicator):
        rows = ranking.in_order(rows, chart.indicator)
        kept = rows[: int(box.high / LEAST_ROW)]
        plot, placed = bars(kept, chart.indicator, frozenset(), box)
        canvas.chart("Grafiek", placed, plot, alt)
        return [LEFT_OUT.format(shown=len(kept), all=len(rows))] if len(kept) < len(rows) else []
    rows = breakdown.stacked_order(rows, chart.indicator)
    total = sum(one.waarde or 0 for one in rows) or 1
    wide = [(one.waarde or 0) / total * box.wide for one in rows]
    series = tuple(
        Series(one.naam, (rounded(one.waarde),), color, inside=True,
               labels=("" if measure.width(wording.value(one, chart.indicator), 14) + 8 < room else None,))
        for one, color, room in zip(rows, PARTS, wide, strict=False)
    )  # fmt: skip
    plot = Plot("stack", series, (chart.figures[0].naam,), scale=Scale(0, total, 0), letters=14,
                inner=(0, 0.02, 1, 0.5), form=form_of(0), hides_numbers=True, gap=20, legend="b")  # fmt: skip
    canvas.chart("Grafiek", Box(box.x, box.y, box.wide, min(box.high, 170)), plot, alt)
    return []


def draw_pairs(canvas: Canvas, box: Box, chart: BeforeAndNow, alt: str) -> list[str] | None:
    """Two bars per part; None where something is open: then a table says it, for two open bars beside
    each other cannot both be hatched up to what can be."""
    every = [one for pair in chart.pairs for one in (pair.now, pair.before)]
    if any(one is not None and not (one.is_exact and not one.is_hidden) for one in every):
        return None
    most = int(box.high / (2 * LEAST_ROW))
    pairs = chart.pairs[:most]
    values = [
        tuple(0.0 if figure is None else rounded(figure.waarde) for figure in side)
        for side in ([pair.now for pair in pairs], [pair.before for pair in pairs])
    ]
    shows = tuple("" for _ in pairs)
    series = (Series(chart.now, values[0], ACCENT, labels=shows),
              Series(chart.before, values[1], LIGHT, labels=shows))  # fmt: skip
    labels = [wording.value(one, chart.indicator) for one in every if one is not None]
    form = form_of(
        chart.indicator.decimals, "" if chart.indicator.kind == "aantal" else chart.indicator.unit
    )
    plot, placed = across([pair.naam for pair in pairs], series, labels, [*values[0], *values[1]], box, form,
                          per_row=90, legend="t", gap=40, overlap=0)  # fmt: skip
    canvas.chart("Grafiek", placed, plot, alt)
    return [LEFT_OUT.format(shown=most, all=len(chart.pairs))] if len(chart.pairs) > most else []


def draw_class_bars(canvas: Canvas, box: Box, chart: ClassBars, alt: str) -> list[str]:
    """Of each a part of a whole, both from the lowest to the highest that they can be."""
    most = int(box.high / LEAST_ROW)
    rows = chart.rows[:most]

    def ends(which: str, place: int) -> tuple[float | None, ...]:
        return tuple(rounded(getattr(row, which)[place]) for row in rows)

    series = (
        Series(f"{chart.whole}, hoogste", ends("whole", 1), LIGHT, hatched=True,
               labels=tuple(row.label for row in rows)),
        Series(f"{chart.whole}, laagste", ends("whole", 0), LIGHT),
        Series(f"{chart.part}, hoogste", ends("part", 1), ACCENT, hatched=True),
        Series(f"{chart.part}, laagste", ends("part", 0), ACCENT),
    )  # fmt: skip
    plot, placed = across([row.name for row in rows], series, [row.label for row in rows],
                          ends("whole", 1), box, form_of(0), legend="t")  # fmt: skip
    canvas.chart("Grafiek", placed, plot, alt)
    return (
        [LEFT_OUT.format(shown=len(rows), all=len(chart.rows))]
        if len(rows) < len(chart.rows)
        else []
    )
