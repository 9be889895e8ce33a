"""Where the name of a mark goes: beside it, where it covers no other name, mark or line.

A drawing is as wide as the screen will be, so a place is judged at a few widths, and the one with
least in its way is taken; the side that reads best goes first.
"""

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

from monitor.views.charts import drawing


Point = tuple[float, float]
"""In shares of the frame: from its left and from its foot, 0 to 1."""
WIDTHS = (250.0, 560.0, 860.0)
"""Of the frame on a phone, in a file and on a desk, in pixels."""
FAR = 9.0
"""From the middle of a mark to its name, in pixels."""
_MARK = 5.0
_STEP = 3.0
"""How near each other the points of a line are looked at, in pixels."""
_OVER_NAME, _OUTSIDE, _OVER_LINE, _OVER_MARK = 100.0, 60.0, 12.0, 10.0


class Name(NamedTuple):
    """The words of a mark."""

    lines: tuple[str, ...]
    at: Point


class Side(NamedTuple):
    """Where words lie beside their mark, as an annotation says it."""

    xanchor: str
    yanchor: str
    xshift: float
    yshift: float

    @property
    def annotation(self) -> dict[str, Any]:
        return {**self._asdict(), "align": "right" if self.xanchor == "right" else "left"}


SIDES = (
    Side("left", "middle", FAR, 0), Side("right", "middle", -FAR, 0),
    Side("left", "bottom", FAR, 2), Side("left", "top", FAR, -2),
    Side("right", "bottom", -FAR, 2), Side("right", "top", -FAR, -2),
    Side("center", "bottom", 0, FAR), Side("center", "top", 0, -FAR),
)  # fmt: skip
_Box = tuple[float, float, float, float]


def placed(
    names: Sequence[Name], marks: Sequence[Point], lines: Sequence[Sequence[Point]], height: float
) -> list[Side]:
    """A side for each name, the first named first; `marks` are all of them, `height` is that of the
    frame in pixels."""
    points = {width: _points(lines, width, height) for width in WIDTHS}
    taken: dict[float, list[_Box]] = {width: [] for width in WIDTHS}
    found = []
    for name in names:
        best = min(
            SIDES,
            key=lambda side: SIDES.index(side) + sum(
                _cost(_box(name, side, width, height), name, width, height, marks,
                      points[width], taken[width])
                for width in WIDTHS
            ),
        )  # fmt: skip
        for width in WIDTHS:
            taken[width].append(_box(name, best, width, height))
        found.append(best)
    return found


def _box(name: Name, side: Side, width: float, height: float) -> _Box:
    """(left, right, foot, top) in pixels."""
    wide = drawing.LETTER * max(map(len, name.lines))
    tall = drawing.LINE * len(name.lines)
    x, y = name.at[0] * width + side.xshift, name.at[1] * height + side.yshift
    left = x - {"left": 0.0, "center": wide / 2, "right": wide}[side.xanchor]
    foot = y - {"bottom": 0.0, "middle": tall / 2, "top": tall}[side.yanchor]
    return left, left + wide, foot, foot + tall


def _cost(
    box: _Box,
    name: Name,
    width: float,
    height: float,
    marks: Sequence[Point],
    points: Sequence[Point],
    taken: Sequence[_Box],
) -> float:
    left, right, foot, top = box
    cost = _OVER_NAME * sum(
        left < other[1] and other[0] < right and foot < other[3] and other[2] < top
        for other in taken
    )
    cost += _OUTSIDE * (left < 0 or right > width or foot < 0 or top > height)
    # Crossed at all is bad; along its whole length is worse.
    crossed = sum(left <= x <= right and foot <= y <= top for x, y in points)
    cost += _OVER_LINE * (crossed > 0) + crossed * _STEP / (right - left)
    cost += _OVER_MARK * sum(
        left - _MARK < x * width < right + _MARK and foot - _MARK < y * height < top + _MARK
        for x, y in marks
        if (x, y) != name.at
    )
    return cost


def _points(lines: Sequence[Sequence[Point]], width: float, height: float) -> list[Point]:
    """Along every line, in pixels."""
    found = []
    for line in lines:
        there = [(x * width, y * height) for x, y in line]
        for (x0, y0), (x1, y1) in itertools.pairwise(there):
            many = max(1, round(max(abs(x1 - x0), abs(y1 - y0)) / _STEP))
            found += [
                (x0 + (x1 - x0) * step / many, y0 + (y1 - y0) * step / many)
                for step in range(many + 1)
            ]
    return found
