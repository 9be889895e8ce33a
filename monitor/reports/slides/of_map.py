"""Maps as shapes that can be edited: an outline per area in one group, marks on it, and what colours mean.

Areas have their name and figure as their own words; marks and names lie where the map of a page has them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from monitor.reports.slides import cutting, measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import Box
from monitor.reports.slides.shape_xml import Piece, Run
from monitor.views.charts import palette, svg_frame
from monitor.views.charts.kinds import AreaMap, ArrangementReach, OfferReach, SchoolMap
from monitor.views.charts.plotly import plotly_of
from monitor.views.charts.svg_frame import Frame, Scale


Map = AreaMap | ArrangementReach | OfferReach | SchoolMap
LETTERS = 11.0
_NAMES = 9.0
"""Points of a name on a map, where areas are small."""
_KEY = 17.0
_FORMS = {
    "circle": "ellipse", "square": "rect", "square-x": "rect", "diamond": "diamond",
    "triangle-up": "triangle", "triangle-down": "flowChartMerge", "cross": "mathPlus", "star": "star5",
    "hexagon": "hexagon",
}  # fmt: skip
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def draw(canvas: Canvas, box: Box, chart: Map, alt: str) -> list[str]:
    """The map as high as it can be, its legend below it."""
    drawn = plotly_of(chart)
    if "xaxis" not in drawn["layout"] or not chart.shapes:
        canvas.words("Kaart", box, [[Run("Er is geen kaart om te tekenen.")]], 16)
        return []
    keys = [one for one in drawn["data"] if one.get("name") and one.get("showlegend", True)]
    lines = _lines(keys, box.wide)
    room = Box(box.x, box.y, box.wide, box.high - len(lines) * _KEY - 6)
    scales = _scales(drawn["layout"], room)
    x, y = scales["x"], scales["y"]
    at = Box(min(x.start, x.end), min(y.start, y.end), abs(x.end - x.start), abs(y.end - y.start))
    pieces = [
        within for one in _pieces(drawn["data"], chart, scales) for within in _within(one, at)
    ]
    canvas.group("Kaart", at, pieces, alt)
    _legend(canvas, lines, Box(box.x, at.bottom + 6, box.wide, len(lines) * _KEY))
    return []


def _scales(layout: dict[str, Any], room: Box) -> dict[str, Scale]:
    bare = {**layout, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "height": room.high}
    return svg_frame.scales_of(bare, Frame(room.x, room.y, room.right, room.bottom))


# ---------------------------------------------------------------------------------------- pieces


def _pieces(
    data: Sequence[dict[str, Any]], chart: Map, scales: dict[str, Scale]
) -> Iterator[Piece]:
    """In the order in which the page draws them: planes, lines, marks, names."""
    said = _said(data)
    for one in data:
        x, y = scales[one.get("xaxis", "x")].at, scales[one.get("yaxis", "y")].at
        mode = one.get("mode", "lines")
        points = [(px, py) for px, py in zip(one["x"], one["y"], strict=True)]
        if "lines" in mode:
            yield from _planes(one, points, chart, said, x, y)
        if "markers" in mode:
            yield from _marks(one, points, x, y)
        if "text" in mode:
            yield from _texts(one, points, x, y)


def _within(one: Piece, frame: Box) -> Iterator[Piece]:
    """As far as it lies in the frame of the map."""
    if one.box is not None:
        middle = (one.box.x + one.box.wide / 2, one.box.y + one.box.high / 2)
        if cutting.is_in(middle, frame):
            yield one
    elif one.is_open:
        for ring in one.rings:
            for piece in cutting.line(ring, frame):
                yield replace(one, rings=(tuple(piece),))
    else:
        rings = tuple(tuple(cut) for ring in one.rings if (cut := cutting.plane(ring, frame)))
        if rings:
            yield replace(one, rings=rings)


def _said(data: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Name of an area → its figure in words, as a page says it under the mouse."""
    found = {}
    for one in data:
        if _each(one.get("marker", {}).get("opacity", 1), 0) == 0:
            for words in one.get("text", ()):
                name, *rest = [_plain(part) for part in words.split("<br>")]
                found[name] = ", ".join(rest)
    return found


def _planes(
    one: dict[str, Any],
    points: list[tuple[Any, Any]],
    chart: Map,
    said: dict[str, str],
    x: Any,
    y: Any,
) -> Iterator[Piece]:
    """An area of the map by itself; another plane or line as one shape."""
    rings = [[(px, py) for px, py in ring] for ring in _rings(points) if len(ring) > 1]
    filled = one.get("fill") == "toself"
    color = _solid(one.get("fillcolor", "")) if filled else ""
    line = one.get("line", {})
    wide = float(line.get("width", 2))
    edge = _solid(line.get("color", palette.GREY))
    if not filled:
        for ring in rings:
            yield Piece(
                "Omtrek",
                (tuple((x(px), y(py)) for px, py in ring),),
                "",
                edge,
                0.75 * wide,
                is_open=True,
            )
        return
    areas = {_key(ring): shape for shape in chart.shapes for ring in shape.rings}
    per_shape: dict[str, list[list[tuple[float, float]]]] = {}
    for ring in rings:
        shape = areas.get(_key(ring))
        per_shape.setdefault(shape.naam if shape is not None else "", []).append(ring)
    for naam, own in per_shape.items():
        outline = tuple(tuple((x(px), y(py)) for px, py in ring) for ring in own)
        words = f"{naam}: {said[naam]}" if said.get(naam) else naam
        yield Piece(naam or "Omtrek", outline, color, edge, 0.75 * wide if wide else 0, words,
                    hatched="fillpattern" in one)  # fmt: skip


def _key(ring: Sequence[tuple[float, float]]) -> tuple[float, float, int]:
    """By which a ring on the map is known among those of areas."""
    return round(ring[0][0], 3), round(ring[0][1], 3), len(ring)


def _rings(points: list[tuple[Any, Any]]) -> Iterator[list[tuple[float, float]]]:
    ring: list[tuple[float, float]] = []
    for px, py in points:
        if px is None or py is None:
            yield ring
            ring = []
        else:
            ring.append((px, py))
    yield ring


def _marks(one: dict[str, Any], points: list[tuple[Any, Any]], x: Any, y: Any) -> Iterator[Piece]:
    marker = one.get("marker", {})
    for place, (px, py) in enumerate(points):
        if px is None or py is None or _each(marker.get("opacity", 1), place) == 0:
            continue
        size = 0.75 * float(_each(marker.get("size", 6), place))
        said = one.get("text", ())
        words = (
            ", ".join(_plain(part) for part in said[place].split("<br>"))
            if "text" not in one.get("mode", "") and len(said) > place
            else ""
        )
        form, color, edge = _look(marker, place)
        box = Box(x(px) - size / 2, y(py) - size / 2, size, size)
        yield Piece(words or "Omtrek", (), color, edge, 0.75, words, form=form, box=box)


def _look(marker: dict[str, Any], place: int) -> tuple[str, str, str]:
    """(form, plane, edge) of a mark: an open one is white with an edge of its colour."""
    symbol = str(_each(marker.get("symbol", "circle"), place))
    color = _solid(str(_each(marker.get("color", palette.GREY), place)))
    edge = _solid(str(_each(marker.get("line", {}).get("color", "#ffffff"), place))) or "#ffffff"
    form = _FORMS.get(symbol.removesuffix("-open"), "ellipse")
    return (form, "#ffffff", color) if symbol.endswith("-open") else (form, color, edge)


def _texts(one: dict[str, Any], points: list[tuple[Any, Any]], x: Any, y: Any) -> Iterator[Piece]:
    font = one.get("textfont", {})
    for place, ((px, py), words) in enumerate(zip(points, one.get("text", ()), strict=True)):
        if px is None or py is None or not words:
            continue
        lines = [_plain(part) for part in words.split("<br>")]
        bold = "<b>" in words
        wide = max(measure.width(line, _NAMES, bold=bold) for line in lines) + 2
        high = len(lines) * _NAMES * measure.LINE
        color = str(_each(font.get("color", "#000037"), place))
        color = "#1a1a2e" if color == "#000037" else color
        yield Piece(f"Naam: {lines[0]}", (), color, words="\n".join(lines), size=_NAMES, bold=bold,
                    box=Box(x(px) - wide / 2, y(py) - high / 2, wide, high))  # fmt: skip


# ---------------------------------------------------------------------------------------- legend


def _lines(keys: Sequence[dict[str, Any]], wide: float) -> list[list[tuple[dict[str, Any], float]]]:
    """What the colours and marks mean, as many beside each other as fit."""
    rows: list[list[tuple[dict[str, Any], float]]] = []
    at = wide + 1
    for one in keys:
        room = 20 + measure.width(_plain(one["name"]), LETTERS) + 12
        if at + room > wide:
            rows.append([])
            at = 0.0
        rows[-1].append((one, at))
        at += room
    return rows


def _legend(
    canvas: Canvas, rows: Sequence[Sequence[tuple[dict[str, Any], float]]], box: Box
) -> None:
    for number, row in enumerate(rows):
        for one, at in row:
            top = box.y + number * _KEY
            x = box.x + at
            if "markers" in one.get("mode", ""):
                marker = one["marker"]
                form, color, edge = _look(marker, 0)
                canvas.square(Box(x, top + 2.5, 10, 10), color, form=form,
                              hatched=_each(marker.get("symbol", ""), 0) == "square-x",
                              edge=palette.GREY if edge == "#ffffff" else edge)  # fmt: skip
            else:
                color = _solid(one.get("line", {}).get("color", palette.GREY))
                canvas.line((x, top + 8), (x + 13, top + 8), color, 2.25)
            name = _plain(one["name"])
            room = min(measure.width(name, LETTERS) + 8, box.right - x - 17)
            canvas.words(f"Legenda: {name}", Box(x + 17, top, room, 15), [[Run(measure.cut(name, room, LETTERS))]],
                         LETTERS, anchor="ctr")  # fmt: skip


def _plain(words: str) -> str:
    """Words of a drawing without its markup."""
    return unescape(re.sub(r"<[^<>]*>", "", words)).strip()


def _solid(color: str) -> str:
    """A colour that is partly seen through, as it looks on white."""
    found = _RGBA.fullmatch(color.replace(" ", ""))
    if not found:
        return color if color.startswith("#") else ""
    *parts, alpha = found.groups()
    if float(alpha) == 0:
        return ""
    mixed = [round(255 - (255 - int(part)) * float(alpha)) for part in parts]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _each(value: Any, place: int) -> Any:
    return value[place] if isinstance(value, list | tuple) else value
