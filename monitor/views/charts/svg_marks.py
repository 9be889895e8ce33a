"""What a trace of a drawing becomes in an SVG: lines, planes, marks and bars on given scales."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from monitor.views.charts import drawing, palette, svg_text
from monitor.views.charts.svg_text import fill, stroke


Place = Callable[[float], float]
"""A value on an axis, in pixels."""
HATCH = "arcering"
_STAR = tuple((0.45 if k % 2 else 1.0, math.pi * (k / 5 - 0.5)) for k in range(10))


def trace(one: dict[str, Any], x: Place, y: Place, ink: str, floors: "Floors") -> Iterator[str]:
    """The elements of a scatter or a bar trace; of what is invisible there are none."""
    if one["type"] == "bar":
        yield from _bars(one, x, y, ink, floors)
        return
    mode = one.get("mode", "lines")
    points = list(zip(one["x"], one["y"], strict=True))
    if "lines" in mode:
        yield from _lines(one, points, x, y)
    if "markers" in mode:
        yield from _markers(one, points, x, y)
    if "text" in mode:
        yield from _texts(one, points, x, y, ink)


class Floors:
    """Where a stacked bar begins: at the end of the one before it, above and below nought apart."""

    def __init__(self, *, is_stacked: bool) -> None:
        self._is_stacked = is_stacked
        self._ends: dict[tuple[float, bool], float] = defaultdict(float)

    def take(self, place: float, size: float) -> float:
        if not self._is_stacked:
            return 0.0
        key = (place, size < 0)
        floor = self._ends[key]
        self._ends[key] = floor + size
        return floor


# -------------------------------------------------------------------------------- lines, planes


def _lines(
    one: dict[str, Any], points: Sequence[tuple[Any, Any]], x: Place, y: Place
) -> Iterator[str]:
    line = one.get("line", {})
    is_plane = one.get("fill") == "toself"
    is_step = line.get("shape") == "hv"
    path = "".join(_path(points, x, y, is_step=is_step, is_closed=is_plane))
    if not path:
        return
    wide = line.get("width", 2)
    drawn = stroke(line.get("color", palette.GREY), wide, line.get("dash", "solid")) if wide else ""
    inside = ' fill="none"'
    if is_plane:
        hatched = "fillpattern" in one
        color = one.get("fillcolor", palette.CONTEXT)
        inside = f' fill="url(#{HATCH})"' if hatched else fill(color)
        inside += ' fill-rule="evenodd"'
    yield f'<path d="{path}"{inside}{drawn} stroke-linejoin="round" stroke-linecap="round"/>'


def _path(
    points: Sequence[tuple[Any, Any]], x: Place, y: Place, *, is_step: bool, is_closed: bool
) -> Iterator[str]:
    """None ends a piece; a lone point is no line."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for px, py in points:
        if px is None or py is None:
            pieces.append([])
        else:
            pieces[-1].append((x(px), y(py)))
    for piece in pieces:
        if len(piece) < 2:
            continue
        (first_x, first_y), *rest = piece
        yield f"M{_n(first_x)} {_n(first_y)}"
        for px, py in rest:
            yield f"H{_n(px)}V{_n(py)}" if is_step else f"L{_n(px)} {_n(py)}"
        if is_closed:
            yield "Z"


# ---------------------------------------------------------------------------------------- marks


def _markers(
    one: dict[str, Any], points: Sequence[tuple[Any, Any]], x: Place, y: Place
) -> Iterator[str]:
    marker = one.get("marker", {})
    for place, (px, py) in enumerate(points):
        if px is None or py is None or _each(marker.get("opacity", 1), place) == 0:
            continue
        yield mark(marker, place, x(px), y(py))


def mark(marker: dict[str, Any], place: int, x: float, y: float) -> str:
    """One mark of a trace, or of its line in the legend."""
    edge = marker.get("line", {})
    symbol = str(_each(marker.get("symbol", "circle"), place))
    color = str(_each(marker.get("color", palette.GREY), place))
    wide = float(_each(edge.get("width", 0), place))
    edged = str(_each(edge.get("color", color), place))
    half = float(_each(marker.get("size", 6), place)) / 2
    if symbol.endswith("-open"):
        symbol, edged, color, wide = symbol.removesuffix("-open"), color, "none", max(wide, 1.5)
    inside = ' fill="none"' if color == "none" else fill(color)
    look = inside + (stroke(edged, wide) if wide else "")
    if symbol == "circle":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}"{look}/>'
    return f'<path d="{_shape(symbol, x, y, half)}"{look} stroke-linejoin="round"/>'


def _shape(symbol: str, x: float, y: float, half: float) -> str:
    """The outline of a mark, about as large as a circle of the same size."""
    corners: dict[str, list[tuple[float, float]]] = {
        "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        "square-x": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        "triangle-up": [(0, -1.15), (1.15, 0.85), (-1.15, 0.85)],
        "triangle-down": [(0, 1.15), (1.15, -0.85), (-1.15, -0.85)],
        "hexagon": [(math.cos(math.pi * k / 3), math.sin(math.pi * k / 3)) for k in range(6)],
        "star": [(1.2 * r * math.cos(a), 1.2 * r * math.sin(a)) for r, a in _STAR],
        "cross": [(-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
                  (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4)],
    }  # fmt: skip
    if symbol == "line-ns":
        return f"M{_n(x)} {_n(y - half * 1.4)}V{_n(y + half * 1.4)}"
    if symbol not in corners:
        raise ValueError(f"no shape for the symbol {symbol}")
    placed = [f"{_n(x + half * dx)} {_n(y + half * dy)}" for dx, dy in corners[symbol]]
    outline = f"M{'L'.join(placed)}Z"
    if symbol == "square-x":
        outline += (f"M{_n(x - half)} {_n(y - half)}L{_n(x + half)} {_n(y + half)}"
                    f"M{_n(x + half)} {_n(y - half)}L{_n(x - half)} {_n(y + half)}")  # fmt: skip
    return outline


def _texts(
    one: dict[str, Any], points: Sequence[tuple[Any, Any]], x: Place, y: Place, ink: str
) -> Iterator[str]:
    side = str(one.get("textposition", "middle center"))
    anchor = "left" if side.endswith("right") else "right" if side.endswith("left") else "center"
    beside = 4.0 if "markers" in one.get("mode", "") else 0.0
    font = one.get("textfont", {})
    for place, ((px, py), said) in enumerate(zip(points, one.get("text", ()), strict=True)):
        if px is None or py is None:
            continue
        across = {"left": beside, "right": -beside}.get(anchor, 0.0)
        up = {"top": -8.0, "bottom": 8.0}.get(side.split()[0], 0.0)
        block = {"top": "bottom", "bottom": "top"}.get(side.split()[0], "middle")
        color = _each(font.get("color", drawing.INK), place)
        # Streamlit's shadow around the letters: its last word is the colour.
        rim = str(_each(font.get("shadow", ""), place)).rpartition(" ")[2]
        yield svg_text.words(
            said, x(px) + across, y(py) + up, ink if color == drawing.INK else color, anchor=anchor,
            middle=block, size=_each(font.get("size", drawing.FONT_SIZE), place), rim=rim,
        )  # fmt: skip


# ----------------------------------------------------------------------------------------- bars


def _bars(one: dict[str, Any], x: Place, y: Place, ink: str, floors: Floors) -> Iterator[str]:
    is_across = one.get("orientation") == "h"
    places, sizes = (one["y"], one["x"]) if is_across else (one["x"], one["y"])
    marker = one.get("marker", {})
    edge = marker.get("line", {})
    for number, (place, size) in enumerate(zip(places, sizes, strict=True)):
        if place is None or size is None:
            continue
        floor = _each(one["base"], number) if "base" in one else floors.take(place, size)
        half = _each(one.get("width", 0.85), number) / 2
        if is_across:
            box = _box(x(floor), y(place - half), x(floor + size), y(place + half))
        else:
            box = _box(x(place - half), y(floor), x(place + half), y(floor + size))
        wide = _each(edge.get("width", 0), number)
        look = fill(str(_each(marker.get("color", palette.CONTEXT), number)))
        if wide:
            look += stroke(str(_each(edge.get("color", "#ffffff"), number)), wide)
        yield f"<rect {box}{look}/>"
        said = one["text"][number] if "text" in one else ""
        color = one.get("insidetextfont", {}).get("color", ink)
        across = abs(x(floor + size) - x(floor)) if is_across else 0
        if said and svg_text.width(said) + 4 < across:
            middle = (x(floor) + x(floor + size)) / 2
            yield svg_text.words(said, middle, y(place), color, anchor="center")


def _box(left: float, top: float, right: float, bottom: float) -> str:
    left, right = sorted((left, right))
    top, bottom = sorted((top, bottom))
    return (f'x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" '
            f'height="{_n(bottom - top)}"')  # fmt: skip


def flows(one: dict[str, Any], left: float, top: float, wide: float, high: float, ink: str) -> Iterator[str]:  # fmt: skip
    """From left to right, each as thick as it is many; names beside their blocks."""
    link, node = one["link"], one["node"]
    every = list(zip(link["source"], link["target"], link["value"], strict=True))
    sides = [sorted({source for source, _, _ in every}), sorted({target for _, target, _ in every})]
    sums: list[dict[int, float]] = [defaultdict(float), defaultdict(float)]
    for source, target, value in every:
        sums[0][source] += value
        sums[1][target] += value
    pad = 8.0
    scale = min((high - pad * (len(side) - 1)) / (sum(totals.values()) or 1)
                for side, totals in zip(sides, sums, strict=True))  # fmt: skip
    thick, bands = 14.0, [left, left + wide - 14.0]
    starts: list[dict[int, float]] = [{}, {}]
    for number, (side, totals) in enumerate(zip(sides, sums, strict=True)):
        at = top
        for name in side:
            size = totals[name] * scale
            starts[number][name] = at
            color = str(_each(node["color"], name))
            yield f"<rect {_box(bands[number], at, bands[number] + thick, at + size)}{fill(color)}/>"
            at += size + pad
    used = [dict(starts[0]), dict(starts[1])]
    near, far = bands[0] + thick, bands[1]
    middle = (near + far) / 2
    for number, (source, target, value) in enumerate(every):
        size = value * scale
        y0, y1 = used[0][source], used[1][target]
        used[0][source] += size
        used[1][target] += size
        color = str(_each(link["color"], number))
        yield (
            f'<path d="M{_n(near)} {_n(y0)}C{_n(middle)} {_n(y0)} {_n(middle)} {_n(y1)} {_n(far)} '
            f"{_n(y1)}V{_n(y1 + size)}C{_n(middle)} {_n(y1 + size)} {_n(middle)} {_n(y0 + size)} "
            f'{_n(near)} {_n(y0 + size)}Z"{fill(color)}/>'
        )
    for number, side in enumerate(sides):
        at_x = bands[0] + thick + 5 if number == 0 else bands[1] - 5
        for name in side:
            at_y = starts[number][name] + sums[number][name] * scale / 2
            yield svg_text.words(
                str(node["label"][name]), at_x, at_y, ink, anchor="left" if number == 0 else "right"
            )


def _each(value: Any, place: int) -> Any:
    """Of one value for all, or of a list the one that belongs here."""
    return value[place] if isinstance(value, list | tuple) else value


_n = drawing.short
