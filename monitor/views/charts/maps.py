"""A map in five shades: ordinary lines that are filled, so that nothing is fetched from elsewhere."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.figures import counted_where, wording
from monitor.values import dutch, moments
from monitor.views.charts import drawing, map_names, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.shades import classify
from monitor.views.charts.shapes import (
    SQUEEZE,
    Point,
    Ring,
    Shape,
    label_point,
    shapes_from_geometry,
    simplify,
)


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


__all__ = ["NO_MAP", "NO_SHADES", "Place", "Shape", "choropleth", "choropleth_description", "ground",
           "says_something", "shapes_from_geometry", "simplify"]  # fmt: skip

DIGITS = 3
"""Decimals of a degree in a drawing: about 100 metres."""

FEWEST_SHADES = 3
NO_MAP = (
    "Er is geen kaart: van de getallen die u ziet blijven minder dan drie kleuren over, en dan lijken "
    "gebieden gelijk die dat niet zijn. De staven laten zien wat er te zien is."
)
NO_SHADES = (
    "De kaart laat alleen zien waar aanbod is: van de getallen die u ziet blijven minder dan drie "
    "kleuren over, en dan lijken gebieden gelijk die dat niet zijn."
)


class Place(NamedTuple):
    """A school on the map."""

    naam: str
    soort: str
    longitude: float
    latitude: float


def choropleth(
    shapes: Sequence[Shape],
    figures: Sequence["Figure"],
    indicator: "Indicator",
    chosen: Collection[str] = (),
    points: Sequence[Place] = (),
    height: int = 560,
    named: Collection[str] = (),
    marks: Sequence[Point] = (),
) -> Drawing:
    """A map of figures of one moment, with the names that fit; `chosen` are codes that get an
    outline, `named` those that the sentence above it names, `marks` where marks will be put on it.

    ValueError for figures of more than one moment, uitsplitsing or indicator.
    """
    drawing.require_one_period(figures, indicator)
    if not shapes:
        return drawing.empty()
    known = {shape.code: shape for shape in shapes}
    per_code = {figure.code: figure for figure in figures if figure.code in known}
    without = [
        code for code, one in per_code.items() if counted_where.has_no_school(one, indicator)
    ]
    classes = classify([f for code, f in per_code.items() if code not in without], indicator)
    shades = _shades(len(classes.names))
    data: list[dict[str, Any]] = []
    under: dict[str, str] = dict.fromkeys(known, palette.NO_CLASS)
    for name, codes, shade in zip(classes.names, classes.members, shades, strict=True):
        under |= dict.fromkeys(codes, shade)
        data.append(_plane([known[code] for code in codes], shade))
        data.append(_key(f"{name} ({dutch.number(len(codes))})", shade, "square"))
    if without:
        # No school is no lowest class: a paper colour, and words of its own.
        under |= dict.fromkeys(without, palette.NO_SCHOOL)
        data.append(_plane([known[code] for code in without], palette.NO_SCHOOL))
        words = f"{counted_where.no_school(indicator)} ({dutch.number(len(without))})"
        data.append(_key(words, palette.NO_SCHOOL, "square", palette.GREY))
    rest = [shape for shape in shapes if shape.code in classes.rest or shape.code not in per_code]
    if rest:
        words = _rest_words([per_code.get(shape.code) for shape in rest])
        data.append(_hatched(rest))
        data.append(_key(f"{words} ({dutch.number(len(rest))})", palette.NO_CLASS, "square-x"))
    own = [shape for shape in shapes if shape.code in chosen]
    data += _outlines(own, f"gekozen: {dutch.joined([shape.naam for shape in own])}")
    also = [shape for shape in shapes if shape.code in named and shape.code not in chosen]
    # Their names stand in the sentence and, bold, on the map: here they would cost the map its room.
    data += _outlines(also, "genoemd in de zin")
    data += _schools(points)
    marks = [*marks, *((point.longitude, point.latitude) for point in points)]
    data += map_names.trace(map_names.placed(shapes, height, named, marks), under, named)
    data.append(_hover(shapes, per_code, indicator))
    return {"data": data, "layout": _layout(shapes, height)}


def says_something(
    shapes: Sequence[Shape], figures: Sequence["Figure"], indicator: "Indicator"
) -> bool:
    """Whether a map tells anything beside the bars: where numbers are hidden or in classes, only
    with at least three shades. With two, 1 and 14 pupils would look the same."""
    known = {shape.code for shape in shapes}
    on_map = [figure for figure in figures if figure.code in known]
    if not any(figure.is_hidden or figure.is_banded for figure in on_map):
        return True
    there = [figure for figure in on_map if not counted_where.has_no_school(figure, indicator)]
    return len(classify(there, indicator).names) >= FEWEST_SHADES


def ground(shapes: Sequence[Shape], height: int = 560, marks: Sequence[Point] = ()) -> Drawing:
    """The areas alone, in one colour that means nothing: for marks that are put on them."""
    if not shapes:
        return drawing.empty()
    planes = [
        _plane(list(shapes), palette.NO_SCHOOL) | {"line": {"color": palette.GREY, "width": 1}}
    ]
    names = map_names.trace(map_names.placed(shapes, height, marks=marks), {})
    data = [*planes, *names, _hover(shapes, {}, None)]
    return {"data": data, "layout": _layout(shapes, height)}


def choropleth_description(
    shapes: Sequence[Shape],
    figures: Sequence["Figure"],
    indicator: "Indicator",
    chosen: Collection[str] = (),
) -> str:
    """The same in one sentence, for who does not see the map."""
    codes = {shape.code for shape in shapes}
    there = [figure for figure in figures if figure.code in codes]
    without = [figure for figure in there if counted_where.has_no_school(figure, indicator)]
    classes = classify([figure for figure in there if figure not in without], indicator)
    parts = [
        f"{name}: {dutch.number(len(members))}"
        for name, members in zip(classes.names, classes.members, strict=True)
    ]
    if without:
        parts.append(f"{counted_where.no_school(indicator)}: {dutch.number(len(without))}")
    missing = len(shapes) - len(without) - sum(map(len, classes.members))
    if missing:
        parts.append(f"onbekend of niet precies bekend: {dutch.number(missing)}")
    parts += [f"{f.naam}: {_said(f, indicator)}" for f in there if f.code in chosen]
    when = f" {moments.when(there[0].periode, indicator.moment)}" if there else ""
    return f"Kaart van {indicator.short.lower()}{when}. {'; '.join(parts)}."


def _shades(many: int) -> list[str]:
    """As many shades as there are classes, as far apart as can be."""
    if many < 2:
        return [palette.CLASSES[2]] * many
    step = (len(palette.CLASSES) - 1) / (many - 1)
    return [palette.CLASSES[round(place * step)] for place in range(many)]


def _rest_words(figures: Sequence["Figure | None"]) -> str:
    words = []
    if any(f is None for f in figures):
        words.append("geen cijfer")
    if any(f is not None and not f.is_hidden and not wording.is_known(f) for f in figures):
        words.append(dutch.UNKNOWN)
    if any(f is not None and f.is_hidden for f in figures):
        words.append(wording.CLOSED)
    if any(f is not None and wording.is_known(f) for f in figures):
        words.append("niet precies bekend")
    return dutch.joined(words, "of")


# ------------------------------------------------------------------------------------ traces


def _layout(shapes: Sequence[Shape], height: int) -> dict[str, Any]:
    xs = [x for shape in shapes for ring in shape.rings for x, _ in ring]
    ys = [y for shape in shapes for ring in shape.rings for _, y in ring]
    bare = {"visible": False}
    layout = drawing.layout(height, top=4, right=4, bottom=4, left=4)
    layout |= {
        "showlegend": True, "hoverdistance": 40,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom",
                   "traceorder": "normal", "itemclick": False, "itemdoubleclick": False,
                   "font": {"size": drawing.FONT_SIZE, "color": drawing.INK}},
        "xaxis": drawing.axis(min(xs), max(xs), constrain="domain", **bare),
        # A degree of latitude is longer than one of longitude: the country keeps its shape.
        "yaxis": drawing.axis(min(ys), max(ys), scaleanchor="x", scaleratio=1 / SQUEEZE,
                              constrain="domain", constraintoward="top", **bare),
    }  # fmt: skip
    return layout


def _path(rings: Sequence[Ring]) -> dict[str, list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        if x:
            x.append(None)
            y.append(None)
        x += [round(point[0], DIGITS) for point in ring]
        y += [round(point[1], DIGITS) for point in ring]
    return {"x": x, "y": y}


def _key(name: str, color: str, symbol: str, edge: str = "#ffffff") -> dict[str, Any]:
    """A line of the legend: a square that is large enough to tell two shades apart."""
    return {
        "type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": name,
        "hoverinfo": "skip",
        "marker": {"symbol": symbol, "color": color, "size": 13,
                   "line": {"color": edge, "width": 1}},
    }  # fmt: skip


def _plane(shapes: Sequence[Shape], color: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": color,
        "line": {"color": "#ffffff", "width": 0.7}, "hoverinfo": "skip", "showlegend": False,
        **_path([ring for shape in shapes for ring in shape.rings]),
    }  # fmt: skip


def _hatched(shapes: Sequence[Shape]) -> dict[str, Any]:
    plane = _plane(shapes, palette.NO_CLASS)
    plane["fillpattern"] = {"shape": "/", "size": 6, "solidity": 0.35, "fgcolor": "#ffffff",
                            "bgcolor": palette.NO_CLASS}  # fmt: skip
    return plane


def _outlines(shapes: Sequence[Shape], words: str) -> list[dict[str, Any]]:
    if not shapes:
        return []
    return [{
        "type": "scatter", "mode": "lines", "hoverinfo": "skip",
        "name": drawing.folded(words, 44, 1)[0],
        "line": {"color": palette.SECOND, "width": 3},
        **_path([ring for shape in shapes for ring in shape.rings]),
    }]  # fmt: skip


def _schools(points: Sequence[Place]) -> list[dict[str, Any]]:
    """One shape per kind of school, dark with a white edge: to be seen on every shade."""
    kinds = sorted({point.soort for point in points})
    return [
        {
            "type": "scatter", "mode": "markers", "name": drawing.folded(kind, 40, 1)[0],
            "x": [round(p.longitude, 4) for p in points if p.soort == kind],
            "y": [round(p.latitude, 4) for p in points if p.soort == kind],
            "text": [drawing.hover(p.naam, p.soort) for p in points if p.soort == kind],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {"symbol": palette.SCHOOL_SHAPES.get(kind, "circle"), "size": 8,
                       "color": "#222222", "line": {"color": "#ffffff", "width": 1}},
        }
        for kind in kinds
    ]  # fmt: skip


def _said(figure: "Figure | None", indicator: "Indicator") -> str:
    if figure is None:
        return "geen cijfer"
    if counted_where.has_no_school(figure, indicator):
        return counted_where.no_school(indicator)
    return wording.value_long(figure, indicator)


def _hover(
    shapes: Sequence[Shape], figures: dict[str, "Figure"], indicator: "Indicator | None"
) -> dict[str, Any]:
    """Invisible marks inside the units, that hold the words; without an indicator their names."""
    places = [label_point(shape) for shape in shapes]
    words = []
    for shape in shapes:
        figure = figures.get(shape.code)
        said = [_said(figure, indicator)] if indicator is not None else []
        words.append(drawing.hover(shape.naam, *said))
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "text": words,
        "x": [round(x, DIGITS) for x, _ in places], "y": [round(y, DIGITS) for _, y in places],
        "hovertemplate": "%{text}<extra></extra>", "marker": {"opacity": 0, "size": 20},
    }  # fmt: skip
