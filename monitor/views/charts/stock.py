"""The stand of every month end as a line, with who came and who left as bars on the same months."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from monitor.figures import wording
from monitor.values import dutch, moments
from monitor.views.charts import drawing, palette
from monitor.views.charts.breakdown import Series
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.trend import trend
from monitor.views.charts.waterfall import plus


if TYPE_CHECKING:
    from monitor.compare.month_by_month import Month
    from monitor.figures.door import Figure, Indicator


_BELOW = 120
"""Pixels for the bars."""
_GAP = 44
NEXT = 0.1
"""How far apart, in years, two month ends may lie and still follow each other."""


def stock(months: Sequence["Month"], indicator: "Indicator", naam: str) -> Drawing:
    """The stand above, and when they are known in (up) and out (down) below it.

    ValueError for months of more than one unit.
    """
    stands = [month.stand for month in months]
    upper = trend([Series(naam, stands, "accent", indicator=indicator.name)], indicator)
    if upper["data"]:
        upper["data"] = _line([figure for figure in stands if wording.is_known(figure)])
    bars = [month for month in months if _flow(month.came) or _flow(month.left)]
    if not upper["data"] or not bars:
        return upper
    most = max(end for month in bars for end in (_top(month.came), _top(month.left))) or 1.0
    layout = upper["layout"]
    layout["barmode"] = "overlay"
    layout["yaxis"]["range"][1] *= 1.04  # a dot on the highest line is not cut
    top, bottom = layout["margin"]["t"], layout["margin"]["b"]
    plot = layout["height"] - top - bottom
    whole = plot + _GAP + _BELOW
    share = (plot + 0.0) / whole
    layout["height"] = top + bottom + whole
    layout["yaxis"]["domain"] = [1 - share, 1]
    ticks = drawing.nice_ticks(0, most, 3)
    layout["yaxis2"] = drawing.axis(
        -ticks[-1], ticks[-1], domain=[0, _BELOW / whole], anchor="x", showgrid=True,
        gridcolor=palette.RULE, tickmode="array", tickvals=[-ticks[-1], 0, ticks[-1]],
        ticktext=[dutch.number(value) for value in (ticks[-1], 0, ticks[-1])],
    )  # fmt: skip
    # The months stand below the bars, not between the two.
    layout["xaxis"]["anchor"] = "y2"
    layout["annotations"] = [
        *layout["annotations"],
        drawing.note("erbij (omhoog) en eraf (omlaag), per maand", xref="paper", x=0,
                     xanchor="left", yref="paper", y=_BELOW / whole, yanchor="bottom", yshift=5),
    ]  # fmt: skip
    upper["data"] += [
        _bars(bars, "came", 1, palette.SECOND, "erbij"),
        _bars(bars, "left", -1, palette.GREY, "eraf"),
    ]
    return upper


def stock_description(months: Sequence["Month"], indicator: "Indicator", naam: str) -> str:
    """The same in one sentence, for who does not see the drawing."""
    known = [month.stand for month in months if wording.is_known(month.stand)]
    if not known:
        return f"Lijngrafiek van {indicator.short.lower()}, {naam}: onbekend of verborgen."
    parts = [
        f"{wording.value(figure, indicator)} op {moments.period(figure.periode, indicator.moment)}"
        for figure in (known[0], known[-1])
    ]
    said = f"Lijngrafiek van {indicator.short.lower()}, {naam}: {', daarna tot '.join(parts)}."
    last = next((m for m in reversed(months) if _flow(m.came) or _flow(m.left)), None)
    if last is None:
        return said
    when = moments.period(last.stand.periode[:7])
    return (
        f"{said} Daaronder staven per maand: in {when} {_number(last.came)} erbij en "
        f"{_number(last.left)} eraf."
    )


def stock_rows(months: Sequence["Month"], moved: str) -> list[dict[str, str]]:
    """A row per month, newest first, in which the stand follows from the one before; `moved` is
    what the rest is called."""
    has_rest = any(month.moved not in (None, (0, 0)) for month in months)
    rows = []
    for month in reversed(months):
        row = {
            "Maand": moments.period(month.stand.periode[:7]),
            "Stand vorige maand": _number(month.before),
            "Erbij": _number(month.came),
            "Eraf": _number(month.left),
        }
        if has_rest:
            row[moved] = _rest(month)
        rows.append(row | {"Stand": _number(month.stand)})
    return rows


def _line(stands: Sequence["Figure"]) -> list[dict[str, Any]]:
    """What is certain as a line, what is possible as a strip on top of it; a month that is missing
    or hidden leaves a gap."""
    line: tuple[list[float | None], list[float | None]] = ([], [])
    strip: tuple[list[float | None], list[float | None]] = ([], [])
    for piece in _pieces(stands):
        x = [moments.position(figure.periode) for figure in piece]
        low = [figure.teller or 0.0 for figure in piece]
        high = [figure.teller_max or 0.0 for figure in piece]
        for path, xs, ys in ((line, x, low), (strip, [*x, *x[::-1]], [*high, *low[::-1]])):
            path[0].extend([*xs, None])
            path[1].extend([*ys, None])
    return [
        {"type": "scatter", "mode": "lines", "x": strip[0], "y": strip[1], "fill": "toself",
         "fillcolor": palette.faint(palette.ACCENT, 0.3), "line": {"width": 0},
         "hoverinfo": "skip"},
        {"type": "scatter", "mode": "lines", "x": line[0], "y": line[1], "hoverinfo": "skip",
         "connectgaps": False, "line": {"color": palette.ACCENT, "width": 3}},
        {"type": "scatter", "mode": "markers",
         "x": [moments.position(figure.periode) for figure in stands],
         "y": [figure.teller for figure in stands],
         "marker": {"color": palette.ACCENT, "size": 9 if len(stands) <= 12 else 6},
         "text": [drawing.hover(moments.date(figure.periode), f"{wording.teller(figure)} leerlingen")
                  for figure in stands],
         "hovertemplate": "%{text}<extra></extra>"},
    ]  # fmt: skip


def _pieces(stands: Sequence["Figure"]) -> list[list["Figure"]]:
    """Months that follow each other."""
    pieces: list[list[Figure]] = []
    for figure in stands:
        near = pieces and moments.position(figure.periode) - moments.position(
            pieces[-1][-1].periode
        )
        if near and near <= NEXT:
            pieces[-1].append(figure)
        else:
            pieces.append([figure])
    return pieces


def _rest(month: "Month") -> str:
    if month.is_hidden:
        return wording.CLOSED
    if month.moved is None:
        return ""
    low, high = month.moved
    return plus(low) if low == high else f"{plus(low)} tot {plus(high)}"


def _number(figure: "Figure | None") -> str:
    return "" if figure is None else wording.teller(figure)


def _flow(figure: "Figure | None") -> bool:
    return figure is not None and wording.is_known(figure)


def _top(figure: "Figure | None") -> float:
    return 0.0 if figure is None or not wording.is_known(figure) else figure.teller or 0.0


def _bars(
    months: Sequence["Month"], which: str, sign: int, color: str, words: str
) -> dict[str, Any]:
    figures = [getattr(month, which) for month in months]
    return {
        "type": "bar", "yaxis": "y2", "width": 0.055,
        "x": [moments.position(month.stand.periode) for month in months],
        "y": [sign * _top(figure) for figure in figures],
        "marker": {"color": color, "line": {"width": 0}},
        "customdata": [
            drawing.hover(moments.period(month.stand.periode[:7]), f"{_number(figure)} {words}")
            for month, figure in zip(months, figures, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
