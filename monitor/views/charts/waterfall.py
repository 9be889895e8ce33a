"""A waterfall from one definition to another: what the first counts, the terms, the second."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from monitor.figures import wording
from monitor.values import dutch
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.compare.definition_bridge import Amount, Bridge, Term


_NAME = 26
_BAR = 17


def waterfall(one: "Bridge") -> Drawing:
    """Bars from top to bottom: A from nought, each term where the one above it ends, B from nought.

    Drawn is what is certain; the labels say what is possible too. ValueError for a hidden bridge.
    """
    _check(one)
    rows: list[tuple[str, float, float, str, str, str]] = []
    at = one.total.low
    rows.append(_total(one.start.short, one.total))
    for term in one.steps:
        change = term.difference
        color = palette.SECOND if change.low + change.high > 0 else palette.CONTEXT
        rows.append((term.groep, at, at + change.low, color, signed(change), _hover(term)))
        at += change.low
    rows.append(_total(one.end.short, one.outcome))
    names = [drawing.folded(row[0], _NAME) for row in rows]
    middles, height = _middles(names)
    most = max((max(row[1], row[2]) for row in rows), default=0) or 1.0
    right = 14 + drawing.LETTER * max(len(row[4]) for row in rows)
    layout = drawing.layout(height + 8, top=4, bottom=4, right=right)
    bold = {0, len(rows) - 1}
    layout["xaxis"] = drawing.axis(0, most, showticklabels=False)
    layout["yaxis"] = drawing.axis(
        height, 0, tickmode="array", tickvals=middles,
        ticktext=[
            f"<b>{'<br>'.join(name)}</b>" if place in bold else "<br>".join(name)
            for place, name in enumerate(names)
        ],
    )  # fmt: skip
    layout["shapes"] = _joints(rows, middles)
    bars = {
        "type": "bar", "orientation": "h", "y": middles, "width": _BAR,
        "base": [min(row[1], row[2]) for row in rows],
        "x": [abs(row[2] - row[1]) for row in rows],
        "marker": {"color": [row[3] for row in rows], "line": {"width": 0}},
        "customdata": [row[5] for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
    labels = {
        "type": "scatter", "mode": "text", "y": middles, "cliponaxis": False,
        "x": [max(row[1], row[2]) for row in rows],
        "text": [f" <b>{row[4]}</b>" if i in bold else f" {row[4]}" for i, row in enumerate(rows)],
        "textposition": "middle right", "hoverinfo": "skip", "textfont": {"color": drawing.INK},
    }  # fmt: skip
    return {"data": [bars, labels], "layout": layout}


def waterfall_description(one: "Bridge") -> str:
    """The same in one sentence, for who does not see the drawing."""
    _check(one)
    steps = [f"{term.groep} {signed(term.difference)}" for term in one.steps] or ["geen verschil"]
    return (
        f"Waterval van {one.start.short} ({amount(one.total)}) naar {one.end.short} "
        f"({amount(one.outcome)}): {'; '.join(steps)}."
    )


def bridge_rows(one: "Bridge") -> list[dict[str, str]]:
    """A row per group of pupils and their sum; two columns per number where a field is open."""
    _check(one)
    every = [one.total, one.outcome, *(x for t in one.terms for x in (t.start, t.end))]
    is_exact = all(x.is_exact for x in every)
    rows = []
    for term in one.terms:
        row = {"Groep leerlingen": term.groep}
        row |= _columns(one, term.start, term.end, term.difference, is_exact)
        rows.append(row)
    total = {"Groep leerlingen": "samen"}
    rows.append(total | _columns(one, one.total, one.outcome, one.outcome - one.total, is_exact))
    return rows


def amount(one: "Amount") -> str:
    """33 | 33–34"""
    return wording.interval(*sorted((one.low, one.high)))


def signed(one: "Amount") -> str:
    """+3, 0, or with a real minus sign; two ends where it is open."""
    low, high = sorted((one.low, one.high))
    return plus(low) if low == high else f"{plus(low)} tot {plus(high)}"


def plus(value: float) -> str:
    """A difference with its sign."""
    sign = "+" if value > 0 else "\u2212" if value < 0 else ""
    return f"{sign}{dutch.count(abs(value))}"


def _columns(
    one: "Bridge", start: "Amount", end: "Amount", change: "Amount", is_exact: bool
) -> dict[str, str]:
    if is_exact:
        return {one.start.short: dutch.count(start.low), one.end.short: dutch.count(end.low),
                "Verschil": plus(change.low)}  # fmt: skip
    row = {}
    for words, side in (("zeker", "low"), ("hoogstens", "high")):
        row[f"{one.start.short}, {words}"] = dutch.count(getattr(start, side))
        row[f"{one.end.short}, {words}"] = dutch.count(getattr(end, side))
        row[f"Verschil, {words}"] = plus(getattr(change, side))
    return row


def _check(one: "Bridge") -> None:
    if one.is_hidden:
        raise ValueError("a hidden bridge is not drawn")


def _total(name: str, total: "Amount") -> tuple[str, float, float, str, str, str]:
    words = amount(total)
    return name, 0.0, total.low, palette.ACCENT, words, drawing.hover(name, f"{words} leerlingen")


def _hover(term: "Term") -> str:
    return drawing.hover(
        term.groep,
        f"telt mee in de eerste: {amount(term.start)}, in de tweede: {amount(term.end)}",
        f"verschil: {signed(term.difference)}",
    )


def _middles(names: Sequence[list[str]]) -> tuple[list[float], int]:
    middles, total = [], 0
    for name in names:
        height = 10 + max(1, len(name)) * drawing.LINE
        middles.append(total + height / 2)
        total += height
    return middles, total


def _joints(
    rows: Sequence[tuple[str, float, float, str, str, str]], middles: Sequence[float]
) -> list[dict[str, Any]]:
    """Thin lines from where one bar ends to where the next begins."""
    return [
        {"type": "line", "xref": "x", "yref": "y", "x0": rows[at][2], "x1": rows[at][2],
         "y0": middles[at], "y1": middles[at + 1], "layer": "below",
         "line": {"color": palette.GREY, "width": 1, "dash": "dot"}}
        for at in range(len(rows) - 1)
    ]  # fmt: skip
