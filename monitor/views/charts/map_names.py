"""Which names stand on a map, and where: inside their own area, and none over another.

A drawing does not know how wide a screen will be, so names are placed as on a phone; on a wider
screen there is only more room between them. What does not fit is not named: the mouse, the ranking
beside the map and the table under it name every area.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.shapes import SQUEEZE, Point, Shape, area, is_inside, label_point


MOST = 40
"""Of more areas (a country) only those that the text beside the map names have their name on it."""
SIZE = 11
"""Of the letters, in pixels."""
PHONE = 340.0
"""The width of a map on a phone, in pixels."""
LEGEND = 130.0
"""What the words above a map take of its height there, in pixels."""
LINE = 13.0
FOLDS = (16, 9)
"""Letters of a line of a name: so many, or where that does not fit so many."""
INSIDE = 0.6
"""This part of a name lies in its own area, or else it would seem to be of the area beside it."""
MARK = 5.0
"""From the middle of a mark to its edge, in pixels."""
STEP, STEPS = 8.0, 4
"""So many pixels, so many times, a name goes aside for what it may not cover."""
DARK, LIGHT = "#10202b", "#ffffff"
"""Letters on a light and on a dark shade, each with a rim of the other: shades are the same in the
light and the dark theme, and a name may stick out of its area."""


Window = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


class Name(NamedTuple):
    """A name on the map, around its middle."""

    code: str
    lines: list[str]
    middle: Point


class _Box(NamedTuple):
    """In pixels, from the south-west of the map."""

    left: float
    low: float
    right: float
    high: float

    def touches(self, other: "_Box") -> bool:
        return (self.left < other.right and other.left < self.right
                and self.low < other.high and other.low < self.high)  # fmt: skip


def placed(
    shapes: Sequence[Shape],
    height: float,
    first: Collection[str] = (),
    marks: Sequence[Point] = (),
    window: Window | None = None,
) -> list[Name]:
    """The names that fit on a map of this height in pixels; `first` are codes that go before others
    and may stick out of their area, `marks` what a name may not cover, `window` what is seen of the
    areas (all of them)."""
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    if not points:
        return []
    west, south, east, north = window or (
        min(x for x, _ in points), min(y for _, y in points),
        max(x for x, _ in points), max(y for _, y in points),
    )  # fmt: skip
    wide, high = (east - west) * SQUEEZE, north - south
    if not wide or not high:
        return []
    scale = min(PHONE / wide, max(1.0, height - LEGEND) / high)
    paper = _Paper(west, south, scale, _Box(0, 0, wide * scale, high * scale))
    taken = [_Box(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in map(paper.pixels, marks)]
    order = sorted(shapes, key=lambda s: (s.code not in first, -_size(s), s.code))
    found = []
    for shape in order:
        is_first = shape.code in first
        if len(shapes) > MOST and not is_first:
            break
        name = _fitting(shape, paper, taken, is_first)
        if name is not None:
            taken.append(_box(paper.pixels(name.middle), name.lines, is_first))
            found.append(name)
    return found


def _fitting(shape: Shape, paper: "_Paper", taken: Sequence[_Box], is_first: bool) -> Name | None:
    """A name in wide lines, else in narrow ones; None where neither fits."""
    for lines in dict.fromkeys(tuple(drawing.folded(shape.naam, fold)) for fold in FOLDS):
        for middle in _middles(shape, paper, lines):
            box = _box(paper.pixels(middle), lines, is_first)
            if not any(map(box.touches, taken)) and (is_first or _lies_in(box, shape, paper)):
                return Name(shape.code, list(lines), middle)
    return None


def trace(
    names: Sequence[Name], shades: Mapping[str, str], first: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Nothing, or one trace with the names, on areas with these shades; those of `first` in bold."""
    if not names:
        return []
    dark = [_is_dark_on(shades.get(name.code, LIGHT)) for name in names]
    return [{
        "type": "scatter", "mode": "text", "hoverinfo": "skip", "showlegend": False,
        "x": [round(name.middle[0], 4) for name in names],
        "y": [round(name.middle[1], 4) for name in names],
        "text": [_words(name, name.code in first) for name in names],
        "textposition": "middle center",
        "textfont": {"size": SIZE, "color": [DARK if one else LIGHT for one in dark],
                     "shadow": [_rim(LIGHT if one else DARK) for one in dark]},
    }]  # fmt: skip


def on_lines(shapes: Sequence[Shape], chart: Drawing) -> Drawing:
    """A map of borders with marks on it, with the names that fit between the marks; they have the
    colour of the theme, for there is no shade under them."""
    layout = chart["layout"]
    (west, east), (south, north) = layout["xaxis"]["range"], layout["yaxis"]["range"]
    marks = [
        (x, y)
        for one in chart["data"] if one["mode"] == "markers"
        for x, y in zip(one["x"], one["y"], strict=True)
    ]  # fmt: skip
    window = (west, south, east, north)
    found = trace(placed(shapes, layout["height"], (), marks, window), {})
    for names in found:
        names["textfont"] = {"size": SIZE, "color": drawing.INK}
    return {**chart, "data": [*chart["data"], *found]}


def _is_dark_on(shade: str) -> bool:
    """Whether dark letters are read better there than light ones."""
    return palette.contrast(DARK, shade) >= palette.contrast(LIGHT, shade)


def _rim(color: str) -> str:
    around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]
    return ", ".join(f"{x}px {y}px 1px {color}" for x, y in around)


def _words(name: Name, is_first: bool) -> str:
    words = "<br>".join(name.lines)
    return f"<b>{words}</b>" if is_first else words


class _Paper(NamedTuple):
    """From degrees to pixels."""

    west: float
    south: float
    scale: float
    whole: _Box

    def pixels(self, point: Point) -> Point:
        return (point[0] - self.west) * SQUEEZE * self.scale, (point[1] - self.south) * self.scale

    def degrees(self, point: Point) -> Point:
        return self.west + point[0] / SQUEEZE / self.scale, self.south + point[1] / self.scale


def _size(shape: Shape) -> float:
    return max(abs(area(ring)) for ring in shape.rings)


def _middles(shape: Shape, paper: _Paper, lines: Sequence[str]) -> Iterator[Point]:
    """Where a name could stand: in the middle of its area, or as near to it as can be; on the map
    whole."""
    x, y = paper.pixels(label_point(shape))
    half = _box((0, 0), lines, True)
    steps = [(i, j) for i in range(-STEPS, STEPS + 1) for j in range(-STEPS, STEPS + 1)]
    for aside, up in sorted(steps, key=lambda step: (math.hypot(*step), step)):
        at = (
            _between(x + aside * STEP, half.right, paper.whole.right - half.right),
            _between(y + up * STEP, half.high, paper.whole.high - half.high),
        )
        if is_inside(paper.degrees(at), shape.rings):
            yield paper.degrees(at)


def _between(value: float, low: float, high: float) -> float:
    return max(low, min(value, high)) if low <= high else (low + high) / 2


def _box(middle: Point, lines: Sequence[str], is_bold: bool) -> _Box:
    letter = (drawing.BOLD_LETTER if is_bold else drawing.LETTER) * SIZE / drawing.FONT_SIZE
    wide, high = max(map(len, lines)) * letter / 2, len(lines) * LINE / 2
    return _Box(middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high)


def _lies_in(box: _Box, shape: Shape, paper: _Paper) -> bool:
    """Whether most of a name lies in its own area: of a net of points over it."""
    across = max(3, math.ceil((box.right - box.left) / 8))
    net = [
        (box.left + (box.right - box.left) * (i + 0.5) / across, box.low + (box.high - box.low) * j)
        for i in range(across)
        for j in (0.2, 0.5, 0.8)
    ]
    inside = sum(is_inside(paper.degrees(point), shape.rings) for point in net)
    return inside >= INSIDE * len(net)
