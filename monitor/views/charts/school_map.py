"""A map of schools: marks over the borders of gemeenten, without tiles from elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Any

from monitor.scholen.register import TYPES, UNKNOWN_TYPE, School
from monitor.values import dutch
from monitor.views.charts import drawing, map_names, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.shapes import SQUEEZE, Shape


COLORS = {
    "vso": palette.SECOND,
    "so/vso": palette.SECOND,
    "so": palette.SECOND,
    "pro": palette.ACCENT,
    "opdc": palette.ACCENT,
}
"""Special schools in the second colour, regular ones in grey; the shape says which kind."""
SHAPES = {
    **palette.SCHOOL_SHAPES,
    "so/vso": "diamond-open",
    "bao": "circle-open",
    "opdc": "hexagon",
}
AREA = "rgba(134,134,134,0.10)"


def school_map(
    shapes: Sequence[Shape],
    schools: Iterable[School],
    chosen: School | None = None,
    height: int = 520,
) -> Drawing:
    """Schools that have coordinates, one mark per kind; `chosen` stands out with its name."""
    placed = [s for s in schools if s.latitude is not None and s.longitude is not None]
    if not placed and (chosen is None or chosen.latitude is None):
        return drawing.empty()
    kinds = [kind for kind in [*TYPES, ""] if any(s.schooltype == kind for s in placed)]
    data: list[dict[str, Any]] = [borders_trace(shapes)] if shapes else []
    data += [_marks(kind, [s for s in placed if s.schooltype == kind]) for kind in kinds]
    if chosen is not None and chosen.latitude is not None:
        data.append(_chosen(chosen))
    chart = {"data": data, "layout": _layout(shapes, placed, chosen, height)}
    return map_names.on_lines(shapes, chart)


def school_map_description(schools: Iterable[School], chosen: School | None = None) -> str:
    """The same in one sentence, for who does not see the map."""
    every = list(schools)
    placed = [s for s in every if s.latitude is not None]
    where = f"Kaart met {chosen.naam} en " if chosen else "Kaart met "
    words = dutch.noun(len(placed), "scholen")
    counts = [
        f"{name} {dutch.number(count)}"
        for kind, name in [*TYPES.items(), ("", UNKNOWN_TYPE)]
        if (count := sum(s.schooltype == kind for s in placed))
    ]
    around = " in de buurt" if chosen else ""
    return f"{where}{dutch.number(len(placed))} {words}{around}: {', '.join(counts)}."


def borders_trace(shapes: Sequence[Shape]) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for shape in shapes:
        for ring in shape.rings:
            x += [*(round(lon, 4) for lon, _ in ring), None]
            y += [*(round(lat, 4) for _, lat in ring), None]
    return {
        "type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip",
        "showlegend": False, "fill": "toself", "fillcolor": AREA,
        "line": {"color": "rgba(134,134,134,0.6)", "width": 0.8},
    }  # fmt: skip


def _marks(kind: str, schools: list[School]) -> dict[str, Any]:
    name = kind or UNKNOWN_TYPE
    return {
        "type": "scatter", "mode": "markers", "name": f"{name} ({dutch.number(len(schools))})",
        "x": [round(s.longitude or 0, 4) for s in schools],
        "y": [round(s.latitude or 0, 4) for s in schools],
        "text": [drawing.hover(s.naam, s.plaats, s.type_words) for s in schools],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": SHAPES.get(kind, "circle"),
            "size": 9 if len(schools) < 150 else 6,
            "color": COLORS.get(kind, palette.GREY),
            "line": {"color": "#ffffff" if "open" not in SHAPES.get(kind, "") else
                     COLORS.get(kind, palette.GREY), "width": 1.2},
        },
    }  # fmt: skip


def _chosen(school: School) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "showlegend": True, "name": "deze school",
        "x": [school.longitude], "y": [school.latitude],
        "text": [drawing.hover(school.naam)], "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": "star", "size": 18, "color": palette.ACCENT,
                   "line": {"color": "#ffffff", "width": 1.5}},
    }  # fmt: skip


def _layout(
    shapes: Sequence[Shape], placed: Sequence[School], chosen: School | None, height: int
) -> dict[str, Any]:
    points = [(s.longitude, s.latitude) for s in [*placed, *([chosen] if chosen else [])]]
    xs = [x for x, y in points if x is not None]
    ys = [y for _, y in points if y is not None]
    if chosen is None:
        xs += [x for shape in shapes for ring in shape.rings for x, _ in ring]
        ys += [y for shape in shapes for ring in shape.rings for _, y in ring]
    room = max((max(xs) - min(xs)) * SQUEEZE, max(ys) - min(ys), 0.02) * 0.06
    layout = drawing.layout(height, top=4, right=4, bottom=4, left=4)
    bare = {"visible": False}
    layout |= {
        "showlegend": True, "hoverdistance": 30,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom",
                   "itemclick": False, "itemdoubleclick": False},
        "xaxis": drawing.axis(min(xs) - room / SQUEEZE, max(xs) + room / SQUEEZE,
                              constrain="domain", **bare),
        "yaxis": drawing.axis(min(ys) - room, max(ys) + room, scaleanchor="x",
                              scaleratio=1 / SQUEEZE, constrain="domain",
                              constraintoward="top", **bare),
    }  # fmt: skip
    return layout
