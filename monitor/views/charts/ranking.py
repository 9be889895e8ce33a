"""A ranking: one bar per unit, the highest on top, what is unknown at the bottom.

Parts that have an order of their own (short to long, `Indicator.rang`) are drawn in that order.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from monitor.figures import counted_where, wording
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


MAX_ROWS = 80
"""More do not read; the caller pages."""
NAME_WIDTH = 24
_TOP = 30
_BAR = 15
"""Thickness of a bar, in pixels."""
_APART = 18
"""Between what has a place in the ranking and what has none, in pixels."""


def ranking(
    figures: Sequence["Figure"],
    indicator: "Indicator",
    chosen: Collection[str] = (),
    reference: "Figure | None" = None,
) -> Drawing:
    """Bars from nought, labelled at their end; `chosen` are codes, `reference` is a line.

    ValueError for figures of more than one moment, uitsplitsing or indicator, or too many rows.
    """
    _check(figures, indicator, reference)
    if not figures:
        return drawing.empty()
    by_place = has_own_order(figures, indicator)
    rows = in_order(figures, indicator)
    names = [drawing.folded(figure.naam, NAME_WIDTH) for figure in rows]
    middles, total, apart = _rows(names, [0 if by_place else _group(figure) for figure in rows])
    labels = [_label(figure, indicator) for figure in rows]
    highest = max(_end(f) for f in [*rows, *([reference] if reference else [])]) or 1.0
    top = _TOP if reference else 4
    # Room at the right for the longest label, whatever the width of the screen will be.
    right = 12 + drawing.LETTER * max(len(label) for label in labels)
    layout = drawing.layout(top + total + 4, top=top, bottom=4, right=right)
    layout["xaxis"] = drawing.axis(0, highest, showticklabels=False)
    layout["yaxis"] = drawing.axis(
        total, 0, tickmode="array", tickvals=middles,
        ticktext=[_name(name, f.code in chosen) for name, f in zip(names, rows, strict=True)],
    )  # fmt: skip
    layout["shapes"], layout["annotations"] = _reference(reference, highest, indicator)
    layout["shapes"] = [*layout["shapes"], *map(_apart, apart)]
    data = [
        _bars(rows, middles, indicator, chosen),
        _whiskers(rows, middles, [f.code not in chosen for f in rows], palette.GREY),
        _whiskers(rows, middles, [f.code in chosen for f in rows], palette.ACCENT),
        _labels(rows, middles, labels, chosen, _beside_line(rows, reference, highest)),
    ]
    return {"data": [trace for trace in data if trace["y"]], "layout": layout}


def ranking_description(
    figures: Sequence["Figure"],
    indicator: "Indicator",
    chosen: Collection[str] = (),
    reference: "Figure | None" = None,
) -> str:
    """The same in one sentence, for who does not see the drawing."""
    _check(figures, indicator, reference)
    there = [figure for figure in in_order(figures, indicator) if wording.is_known(figure)]
    known = [f for f in there if not counted_where.is_without_school(f, indicator)] or there
    start = f"Staafgrafiek van {indicator.short.lower()}"
    if not known:
        return f"{start}: van geen van de {len(figures)} is het bekend."
    start += f" {moments.when(known[0].periode, indicator.moment)}"
    missing = len(figures) - len(there)
    unknown = [f"{dutch.number(missing)} onbekend of verborgen"] if missing else []
    if has_own_order(figures, indicator):
        said = [f"{figure.naam}: {wording.value_long(figure, indicator)}" for figure in there]
        return f"{'; '.join([start, *said, *unknown])}."
    parts = [f"{start}, hoog naar laag"]
    parts += [
        f"{words} {figure.naam} met {wording.value_long(figure, indicator)}"
        for words, figure in (("bovenaan", known[0]), ("onderaan", known[-1]))
    ]
    parts += [
        f"{f.naam}: {wording.value_long(f, indicator)}"
        for f in known[1:-1]  # of the first and the last it is said
        if f.code in chosen
    ]
    if reference is not None:
        parts.append(f"{reference.naam}: {wording.value_long(reference, indicator)}")
    parts += [f"{f.naam}: {counted_where.no_school(indicator)}" for f in there if f not in known]
    return f"{'; '.join([*parts, *unknown])}."


def _label(figure: "Figure", indicator: "Indicator") -> str:
    if counted_where.is_without_school(figure, indicator):
        return "geen school"
    return wording.value(figure, indicator)


def has_own_order(figures: Sequence["Figure"], indicator: "Indicator") -> bool:
    """Whether these are parts (with `duur=…` as their code) with an order of their own."""
    return bool(figures) and any(indicator.has_order(figure.code) for figure in figures)


def in_order(figures: Sequence["Figure"], indicator: "Indicator") -> list["Figure"]:
    """Parts in their own order where they have one; anything else `ranked`."""
    if has_own_order(figures, indicator):
        return sorted(figures, key=lambda figure: indicator.place(figure.code))
    return ranked(figures)


def ranked(figures: Sequence["Figure"]) -> list["Figure"]:
    """High to low, then what is hidden, then what is unknown; equals by name.

    What is hidden stands in order of name: its place among the others would give it away.
    """

    def key(figure: "Figure") -> tuple[int, float, tuple[str, str], str]:
        known = [end for end in wording.shown(figure) if end is not None]
        size = -sum(known) / len(known) if known else 0.0
        return _group(figure), size, by_name(figure.naam), figure.code

    return sorted(figures, key=key)


def _group(figure: "Figure") -> int:
    """0 = has a place in the ranking, 1 = hidden, 2 = unknown."""
    if figure.is_hidden:
        return 1
    return 0 if any(end is not None for end in wording.shown(figure)) else 2


def _check(figures: Sequence["Figure"], indicator: "Indicator", reference: "Figure | None") -> None:
    drawing.require_one_period(figures, indicator)
    if len(figures) > MAX_ROWS:
        raise ValueError(f"{len(figures)} rows; a ranking has {MAX_ROWS} at most")
    if reference is not None and figures:
        drawing.require_one_period([figures[0], reference._replace(code="")], indicator)


def _end(figure: "Figure") -> float:
    """How far its bar and whisker reach."""
    return max((end for end in wording.shown(figure) if end is not None), default=0.0)


def _base(figure: "Figure") -> float:
    """What is certain: the bar."""
    low, _ = wording.shown(figure)
    return low or 0.0


def _name(lines: list[str], is_chosen: bool) -> str:
    words = "<br>".join(lines)
    return f"<b>{words}</b>" if is_chosen else words


def _rows(
    names: Sequence[list[str]], groups: Sequence[int]
) -> tuple[list[float], int, list[float]]:
    """(middle of every row, height of all, where a line goes), in pixels: a name of two lines has a
    higher row, and what is hidden or unknown stands apart: below 0 it would read as less than 0."""
    middles: list[float] = []
    lines: list[float] = []
    total = 0
    for place, name in enumerate(names):
        if place and groups[place] != groups[place - 1]:
            lines.append(total + _APART / 2)
            total += _APART
        height = 8 + len(name) * drawing.LINE
        middles.append(total + height / 2)
        total += height
    return middles, total, lines


def _apart(at: float) -> dict[str, Any]:
    """The line between what has a place in the ranking and what has none."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at,
            "layer": "below", "line": {"color": palette.GREY, "width": 1, "dash": "dot"}}  # fmt: skip


def _bars(
    rows: Sequence["Figure"],
    middles: Sequence[float],
    indicator: "Indicator",
    chosen: Collection[str],
) -> dict[str, Any]:
    colors = [palette.ACCENT if figure.code in chosen else palette.CONTEXT for figure in rows]
    return {
        "type": "bar", "orientation": "h", "y": list(middles), "width": _BAR,
        "x": [_base(figure) for figure in rows],
        "marker": {"color": colors, "line": {"width": 0}},
        "customdata": [_hover(figure, indicator) for figure in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _whiskers(
    rows: Sequence["Figure"], middles: Sequence[float], drawn: Sequence[bool], color: str
) -> dict[str, Any]:
    """From lowest to highest, where the source left it open."""
    x: list[float | None] = []
    y: list[float | None] = []
    for at, figure, is_drawn in zip(middles, rows, drawn, strict=True):
        low, high = wording.shown(figure)
        if is_drawn and high is not None and low != high:
            x.extend((low or 0.0, high, None))
            y.extend((at, at, None))
    return {
        "type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip",
        "line": {"color": color, "width": 2},
    }  # fmt: skip


def _labels(
    rows: Sequence["Figure"],
    middles: Sequence[float],
    labels: Sequence[str],
    chosen: Collection[str],
    places: Sequence[float],
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "text", "y": list(middles), "cliponaxis": False,
        "x": list(places),
        "text": [
            f" <b>{label}</b>" if figure.code in chosen else f" {label}"
            for figure, label in zip(rows, labels, strict=True)
        ],
        "textposition": "middle right", "hoverinfo": "skip", "textfont": {"color": drawing.INK},
    }  # fmt: skip


def _beside_line(
    rows: Sequence["Figure"], reference: "Figure | None", highest: float
) -> list[float]:
    """Where labels start: at the end of the bar, or behind the line that would strike through."""
    ends = _reference_ends(reference, highest)
    if len(ends) != 1:
        return [_end(figure) for figure in rows]
    near = ends[0] - 0.25 * highest
    return [ends[0] if near < _end(figure) < ends[0] else _end(figure) for figure in rows]


def _reference_ends(reference: "Figure | None", highest: float) -> list[float]:
    """Nothing, one place, or two where it is so open that one line would be a lie."""
    if reference is None:
        return []
    ends = [end for end in wording.shown(reference) if end is not None]
    if ends and max(ends) - min(ends) < 0.01 * highest:
        return [sum(ends) / len(ends)]
    return ends


def _reference(
    reference: "Figure | None", highest: float, indicator: "Indicator"
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A line through all rows with its name above it; a strip when it is an interval itself."""
    ends = _reference_ends(reference, highest)
    if reference is None or not ends:
        return [], []
    strip = {"type": "rect", "xref": "x", "yref": "paper", "x0": min(ends), "x1": max(ends),
             "y0": 0, "y1": 1, "layer": "below",
             "fillcolor": palette.faint(palette.SECOND, 0.15),
             "line": {"color": palette.SECOND, "width": 1.5, "dash": "dot"}}  # fmt: skip
    at = sum(ends) / len(ends)
    side = "left" if at < highest * 0.3 else "right" if at > highest * 0.7 else "center"
    words = f"{reference.naam} {wording.value(reference, indicator)}"
    return [strip], [
        drawing.note(drawing.folded(words, 34)[0], x=at, xref="x", xanchor=side, yref="paper",
                     y=1, yanchor="bottom", yshift=4)
    ]  # fmt: skip


def _hover(figure: "Figure", indicator: "Indicator") -> str:
    return drawing.hover(
        figure.naam,
        f"{moments.period(figure.periode, indicator.moment)}: {wording.value_long(figure, indicator)}",
        "" if indicator.kind == "aantal" else wording.teller_noemer(figure, indicator),
    )
