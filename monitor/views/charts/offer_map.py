"""Arrangements on a map of gemeenten, and how far one of them reaches."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from monitor.values import dutch
from monitor.views.charts import drawing, map_names, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.school_map import borders_trace
from monitor.views.charts.shapes import SQUEEZE, Shape


KM_PER_DEGREE = 111.195
"""Of latitude, on the sphere that distances are measured on."""
KINDS = {
    "vrij": ("met vrije plaatsen", "circle", "#ffffff", "#222222"),
    "vol": ("vol", "circle", "#222222", "#ffffff"),
    "papier": ("alleen op papier", "square", "#ffffff", palette.STATES["papier"].color),
    "onbekend": ("plaatsen onbekend", "diamond", "#ffffff", "#555555"),
    "verborgen": ("vrije plaatsen verborgen: vraag na", "hexagon", "#b4b4b4", "#222222"),
}
"""Of each kind its name, its mark, and the colours inside and around it: seen on every shade."""


class Offer(NamedTuple):
    """An arrangement on the map."""

    naam: str
    kind: str
    """vrij, vol, papier, onbekend (nobody told) or verborgen (known, and not shown to this viewer)."""
    words: str
    longitude: float
    latitude: float


class Home(NamedTuple):
    """A postcode with somebody who may use the chosen arrangement, or who may not."""

    naam: str
    words: str
    is_in: bool
    longitude: float
    latitude: float


def with_offers(chart: Drawing, offers: Sequence[Offer]) -> Drawing:
    """A map with arrangements on it; several at one place stand beside each other."""
    data = list(chart["data"])
    hover = data.pop() if data else None
    for kind, (name, symbol, color, edge) in KINDS.items():
        own = [one for one in _apart(offers) if one.kind == kind]
        if own:
            data.append(_marks(f"{name} ({dutch.number(len(own))})", own, symbol, color, edge))
    return {**chart, "data": [*data, *([hover] if hover else [])]}


def _marks(name: str, own: Sequence[Offer], symbol: str, color: str, edge: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": name,
        "x": [round(one.longitude, 4) for one in own],
        "y": [round(one.latitude, 4) for one in own],
        "text": [drawing.hover(one.naam, one.words) for one in own],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": symbol, "size": 8, "color": color,
                   "line": {"color": edge, "width": 1.5}},
    }  # fmt: skip


def _apart(offers: Sequence[Offer]) -> list[Offer]:
    """Those at the same place in a small ring around it."""
    at: dict[tuple[float, float], list[Offer]] = {}
    for one in offers:
        at.setdefault((round(one.longitude, 3), round(one.latitude, 3)), []).append(one)
    placed = []
    for group in at.values():
        radius = 0.0 if len(group) == 1 else 0.004 + 0.0006 * len(group)
        for i, one in enumerate(group):
            angle = 2 * math.pi * i / len(group)
            placed.append(
                one._replace(
                    longitude=one.longitude + radius * math.cos(angle) / SQUEEZE,
                    latitude=one.latitude + radius * math.sin(angle),
                )
            )
    return placed


def reach(
    shapes: Sequence[Shape], naam: str, at: tuple[float, float], km: float | None,
    homes: Sequence[Home], height: int = 440,
) -> Drawing:  # fmt: skip
    """One arrangement at (longitude, latitude): the circle of its norm, and the homes of pupils
    with the same vraag, filled where they may use it."""
    data: list[dict[str, Any]] = [borders_trace(shapes)] if shapes else []
    if km is not None:
        data.append(_circle(at, km))
    for is_in, name, symbol in (
        (True, "kan hier terecht", "circle"),
        (False, "zelfde vraag, kan hier niet terecht", "circle-open"),
    ):
        own = [home for home in homes if home.is_in is is_in]
        if own:
            data.append({
                "type": "scatter", "mode": "markers", "name": f"{name} ({len(own)} postcodes)",
                "x": [round(one.longitude, 4) for one in own],
                "y": [round(one.latitude, 4) for one in own],
                "text": [drawing.hover(one.naam, one.words) for one in own],
                "hovertemplate": "%{text}<extra></extra>",
                "marker": {"symbol": symbol, "size": 9,
                           "color": palette.ACCENT if is_in else palette.GREY,
                           "line": {"color": palette.ACCENT if is_in else palette.GREY,
                                    "width": 1.5}},
            })  # fmt: skip
    data.append({
        "type": "scatter", "mode": "markers", "name": drawing.folded(naam, 46, 1)[0],
        "x": [at[0]], "y": [at[1]], "text": [drawing.hover(naam)],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": "star", "size": 16, "color": palette.SECOND,
                   "line": {"color": "#ffffff", "width": 1}},
    })  # fmt: skip
    return map_names.on_lines(shapes, {"data": data, "layout": _layout(data, height)})


def reach_description(naam: str, km: float | None, homes: Sequence[Home]) -> str:
    """The same in one sentence, for who does not see the map."""
    inside = sum(home.is_in for home in homes)
    norm = "zonder grens" if km is None else f"binnen {dutch.number(km, 1).removesuffix(',0')} km"
    if not homes:
        return f"Kaart van het bereik van {naam}, {norm}."
    return (
        f"Kaart van het bereik van {naam}, {norm}. Van {len(homes)} postcodes met leerlingen met "
        f"dezelfde vraag kunnen er {inside} hier terecht."
    )


def _circle(at: tuple[float, float], km: float) -> dict[str, Any]:
    """A ring of equal distance as the crow flies."""
    dy = km / KM_PER_DEGREE
    dx = dy / math.cos(math.radians(at[1]))
    angles = [2 * math.pi * i / 72 for i in range(73)]
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip",
        "name": f"{dutch.number(km, 1).removesuffix(',0')} km",
        "x": [round(at[0] + dx * math.cos(a), 4) for a in angles],
        "y": [round(at[1] + dy * math.sin(a), 4) for a in angles],
        "line": {"color": palette.SECOND, "width": 2, "dash": "dash"},
    }  # fmt: skip


def _layout(data: Sequence[dict[str, Any]], height: int) -> dict[str, Any]:
    xs = [x for trace in data for x in trace["x"] if x is not None]
    ys = [y for trace in data for y in trace["y"] if y is not None]
    room = max((max(xs) - min(xs)) * SQUEEZE, max(ys) - min(ys), 0.02) * 0.03
    bare = {"visible": False}
    layout = drawing.layout(height, top=4, right=4, bottom=4, left=4)
    layout |= {
        "showlegend": True, "hoverdistance": 30,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
                   "itemdoubleclick": False,
                   "font": {"size": drawing.FONT_SIZE, "color": drawing.INK}},
        "xaxis": drawing.axis(min(xs) - room / SQUEEZE, max(xs) + room / SQUEEZE,
                              constrain="domain", **bare),
        "yaxis": drawing.axis(min(ys) - room, max(ys) + room, scaleanchor="x",
                              scaleratio=1 / SQUEEZE, constrain="domain",
                              constraintoward="top", **bare),
    }  # fmt: skip
    return layout
