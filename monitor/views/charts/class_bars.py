"""Counts in classes as bars: each from the lowest to the highest that it can be.

Of a class nothing is drawn but its ends: a bar up to the middle would be a guess, and one up to the
lowest reads as the number. What is hidden has no place on an axis; the caller says it apart.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.figures import wording
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure


NAME_WIDTH = 24
_BAR = 15
"""Thickness of a bar, in pixels."""
_LEAST = 0.006
"""A class of one number is drawn as wide as this part of the axis."""


class Row(NamedTuple):
    """How many of how many, each (lowest, highest); `name` is what was delivered."""

    name: str
    part: tuple[float, float]
    whole: tuple[float, float]

    @property
    def label(self) -> str:
        """130–134 van 200–204"""
        return f"{wording.interval(*self.part)} van {wording.interval(*self.whole)}"


def row_of(name: str, figure: "Figure") -> Row | None:
    """Teller and noemer of a figure as they are published; None where one of them is hidden."""
    ends = (figure.teller, figure.teller_max, figure.noemer, figure.noemer_max)
    if figure.is_hidden or any(end is None for end in ends):
        return None
    low, high, least, most = (float(end or 0.0) for end in ends)
    return Row(name, (low, high), (least, most))


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Those that most are short in first: by what is surely missing, then by the largest whole."""
    return sorted(
        rows,
        key=lambda row: (-(row.whole[0] - row.part[1]), -row.whole[0], -row.whole[1], row.name),
    )


def class_bars(rows: Sequence[Row]) -> Drawing:
    """Two bars per row, from nought: the whole in grey behind the part in the accent, each faint up
    to its lowest and full from there to its highest."""
    if not rows:
        return drawing.empty()
    names = [drawing.folded(row.name, NAME_WIDTH) for row in rows]
    middles, total = _places(names)
    most = max(row.whole[1] for row in rows) or 1.0
    right = 12 + drawing.LETTER * max(len(row.label) for row in rows)
    layout = drawing.layout(total + 8, top=4, bottom=4, right=right)
    layout["barmode"] = "overlay"
    layout["xaxis"] = drawing.axis(0, most, showticklabels=False)
    layout["yaxis"] = drawing.axis(
        total, 0, tickmode="array", tickvals=middles, ticktext=["<br>".join(one) for one in names]
    )
    wholes, parts = [row.whole for row in rows], [row.part for row in rows]
    data = [
        _bars(middles, [(0.0, low) for low, _ in wholes], palette.RULE, _BAR),
        _bars(middles, [_wide(*ends, most) for ends in wholes], palette.GREY, _BAR),
        _bars(middles, [(0.0, low) for low, _ in parts], palette.faint(palette.ACCENT, 0.35), 7),
        _bars(middles, [_wide(*ends, most) for ends in parts], palette.ACCENT, 7),
        _labels(rows, middles),
    ]
    return {"data": data, "layout": layout}


def description(rows: Sequence[Row], what: str, whole: str) -> str:
    """The same in one sentence, for who does not see the drawing; `what` is what the part counts,
    `whole` what it is a part of."""
    if not rows:
        return f"Geen cijfers over {what}."
    said = [f"{row.name} {row.label}" for row in rows]
    return f"Staafgrafiek in klassen van {what}, van {whole}: {'; '.join(said)}."


def _places(names: Sequence[list[str]]) -> tuple[list[float], int]:
    """(middle of every row, height of all), in pixels."""
    middles, total = [], 0
    for name in names:
        height = 10 + len(name) * drawing.LINE
        middles.append(total + height / 2)
        total += height
    return middles, total


def _wide(low: float, high: float, most: float) -> tuple[float, float]:
    """An interval that can be seen: a class of one number is a stroke that ends at it."""
    return max(0.0, min(low, high - _LEAST * most)), high


def _bars(
    middles: Sequence[float], ends: Sequence[tuple[float, float]], color: str, thick: int
) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "y": [*middles], "width": thick, "hoverinfo": "skip",
        "base": [low for low, _ in ends], "x": [high - low for low, high in ends],
        "marker": {"color": color, "line": {"width": 0}},
    }  # fmt: skip


def _labels(rows: Sequence[Row], middles: Sequence[float]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "text", "y": [*middles], "x": [row.whole[1] for row in rows],
        "text": [f" {row.label}" for row in rows], "textposition": "middle right",
        "cliponaxis": False, "hoverinfo": "skip", "textfont": {"color": drawing.INK},
    }  # fmt: skip
