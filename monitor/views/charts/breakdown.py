"""Every chart that a page can draw, and its sentence for who does not see it."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from monitor.figures import wording
from monitor.values import dutch, moments
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import CONFIG, Drawing
from monitor.views.charts.ranking import (
    MAX_ROWS,
    has_own_order,
    in_order,
    ranked,
    ranking,
    ranking_description,
)
from monitor.views.charts.trend import Break, Series, trend, trend_description


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


__all__ = [
    "CONFIG",
    "MAX_ROWS",
    "Break",
    "Drawing",
    "Series",
    "breakdown_bars",
    "breakdown_bars_description",
    "part_name",
    "ranked",
    "ranking",
    "ranking_description",
    "sparkline_svg",
    "trend",
    "trend_description",
]

MAX_PARTS = 4


def breakdown_bars(figures: Sequence["Figure"], indicator: "Indicator") -> Drawing:
    """The parts of one unit at one moment: one stacked bar, or bars when there are many parts.

    Stacked only when it is a count, all parts are exact and there are at most four: anything else
    does not add up to a bar. ValueError for figures of more than one unit or moment.
    """
    parts = parts_of(figures, indicator)
    if not parts:
        return drawing.empty()
    if adds_up(parts, indicator):
        return _stacked(parts, indicator)
    return ranking(parts, indicator)


def breakdown_bars_description(figures: Sequence["Figure"], indicator: "Indicator") -> str:
    """The same in one sentence, for who does not see the drawing."""
    parts = parts_of(figures, indicator)
    if not parts:
        return f"Geen cijfers over {indicator.short.lower()}."
    said = [
        f"{part.naam} {wording.value_long(part, indicator)}" for part in in_order(parts, indicator)
    ]
    when = moments.period(parts[0].periode, indicator.moment)
    return f"{indicator.short}, {figures[0].naam}, {when}: {dutch.joined(said)}."


def part_name(uitsplitsing: str) -> str:
    """vmbo-gt, of `onderwijstype=vmbo-gt`"""
    return uitsplitsing.partition("=")[2] or uitsplitsing or "totaal"


def parts_of(figures: Sequence["Figure"], indicator: "Indicator") -> list["Figure"]:
    """Each part under its own name, as a ranking wants it."""
    if len({(figure.code, figure.periode) for figure in figures}) > 1:
        raise ValueError(f"{indicator.name}: parts of more than one unit or moment")
    if len({figure.uitsplitsing for figure in figures}) < len(figures):
        raise ValueError(f"{indicator.name}: the same part twice")
    if len(figures) > 1 and any(not figure.uitsplitsing for figure in figures):
        raise ValueError(f"{indicator.name}: a total beside its parts")
    named = [
        figure._replace(code=figure.uitsplitsing, naam=part_name(figure.uitsplitsing),
                        uitsplitsing="")
        for figure in figures
    ]  # fmt: skip
    drawing.require_one_period(named, indicator)
    return named


def adds_up(parts: Sequence["Figure"], indicator: "Indicator") -> bool:
    """Whether they are one bar: a count, a few parts, and each of them exact."""
    is_exact = all(part.is_exact and not part.is_hidden for part in parts)
    return indicator.kind == "aantal" and 1 < len(parts) <= MAX_PARTS and is_exact


def stacked_order(parts: Sequence["Figure"], indicator: "Indicator") -> list["Figure"]:
    """As they stand in one bar: in their own order, else the largest first."""
    if has_own_order(parts, indicator):
        return in_order(parts, indicator)
    return sorted(parts, key=lambda part: -(part.waarde or 0))


def _stacked(parts: Sequence["Figure"], indicator: "Indicator") -> Drawing:
    total = sum(part.waarde or 0 for part in parts) or 1
    rows = stacked_order(parts, indicator)
    below = len(rows) * drawing.LINE + 12
    layout = drawing.layout(44 + below, top=0, bottom=below, left=0, right=0)
    layout |= {
        "barmode": "stack",
        "uniformtext": {"mode": "hide", "minsize": 11},
        "xaxis": drawing.axis(0, total, showticklabels=False),
        "yaxis": drawing.axis(-0.5, 0.5, showticklabels=False),
        "annotations": [_key(part, place, total, indicator) for place, part in enumerate(rows)],
    }
    data = [_segment(part, place, total, indicator) for place, part in enumerate(rows)]
    return {"data": data, "layout": layout}


def _key(part: "Figure", place: int, total: float, indicator: "Indicator") -> dict[str, Any]:
    """A part's name, number and share: one line each, so that it fits a phone too."""
    share = dutch.percentage(100 * (part.waarde or 0) / total, 0)
    mark = f'<span style="color:{palette.PARTS[place]}">■</span>'
    words = (
        f"{mark} {drawing.folded(part.naam, 30, 1)[0]} {wording.value(part, indicator)} ({share})"
    )
    return drawing.note(words, xref="paper", x=0, xanchor="left", yref="paper", y=0,
                        yanchor="top", yshift=-6 - place * drawing.LINE)  # fmt: skip


def _segment(part: "Figure", place: int, total: float, indicator: "Indicator") -> dict[str, Any]:
    share = dutch.percentage(100 * (part.waarde or 0) / total, 0)
    return {
        "type": "bar", "orientation": "h", "x": [part.waarde], "y": [0],
        "marker": {"color": palette.PARTS[place], "line": {"color": "#ffffff", "width": 1}},
        "text": [wording.value(part, indicator)],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0,
        "insidetextfont": {"color": palette.PART_TEXT[place]},
        "customdata": [
            drawing.hover(part.naam, f"{wording.value_long(part, indicator)}, {share} van het geheel")
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def sparkline_svg(
    values: Sequence[float | None], title: str, width: int = 120, height: int = 28
) -> str:
    """A line the size of a word, for on a card; gaps stay gaps, the last point has a dot.

    `title` is what a screen reader says, e.g. `trend_description`.
    """
    known = [value for value in values if value is not None]
    low, high = min(known, default=0), max(known, default=0)
    step = (width - 8) / max(1, len(values) - 1)

    def at(place: int, value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{4 + place * step:.1f} {height - 4 - share * (height - 8):.1f}"

    path, is_drawing = "", False
    for place, value in enumerate(values):
        if value is not None:
            path += f"{'L' if is_drawing else 'M'}{at(place, value)}"
            # A lone point has no length; a line to itself makes it a dot.
            path += f"L{at(place, value)}" if not is_drawing else ""
        is_drawing = value is not None
    dot = ""
    if values and values[-1] is not None:
        x, y = at(len(values) - 1, values[-1]).split()
        dot = f'<circle cx="{x}" cy="{y}" r="3.5" fill="{palette.ACCENT}"/>'
    name = escape(title)
    return (
        f'<svg role="img" aria-label="{name}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" xmlns="http://www.w3.org/2000/svg"><title>{name}</title>'
        f'<path d="{path}" fill="none" stroke="{palette.GREY}" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"/>{dot}</svg>'
    )
