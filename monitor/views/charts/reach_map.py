"""A small map: where an arrangement is, and for which postcodes."""

from collections.abc import Sequence
from typing import NamedTuple

from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_nearby import Home, is_for
from monitor.values import dutch
from monitor.views.charts import drawing, map_names, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.school_map import borders_trace
from monitor.views.charts.shapes import SQUEEZE, Shape


class _Kind(NamedTuple):
    name: str
    symbol: str
    color: str
    size: int


_REACHED = _Kind("postcode waar het voor is", "circle", palette.ACCENT, 8)
_OUTSIDE = _Kind("andere postcode", "circle-open", palette.GREY, 6)
_PLACE = _Kind("het arrangement", "star", palette.SECOND, 17)


def reach_map(
    shapes: Sequence[Shape], one: Offer, postcodes: Sequence[Home], height: int = 300
) -> Drawing:
    """Postcodes within the reach filled, the others open; the arrangement is a star."""
    if one.latitude is None or one.longitude is None:
        return drawing.empty()
    here = [(one.longitude, one.latitude, drawing.hover(one.titel, one.plaats))]
    data = [borders_trace(shapes)] if shapes else []
    if one.bereik != "school":
        for kind, wanted in ((_OUTSIDE, False), (_REACHED, True)):
            found = [
                (p.longitude, p.latitude, drawing.hover(f"Postcode {p.postcode4}", p.wijk))
                for p in postcodes
                if is_for(one, p) == wanted
            ]
            if found:
                data.append(_marks(kind, found))
    data.append(_marks(_PLACE, here))
    layout = _layout(shapes, [(p[0], p[1]) for p in here], postcodes, height)
    return map_names.on_lines(shapes, {"data": data, "layout": layout})


def reach_description(one: Offer, postcodes: Sequence[Home]) -> str:
    """The same in a sentence, for who does not see the map."""
    where = f"Kaart met {one.titel} in {one.plaats or one.postcode4}"
    if one.bereik == "school":
        return f"{where}; het is alleen voor leerlingen van de eigen school."
    n = sum(is_for(one, p) for p in postcodes)
    return (
        f"{where}; het is voor {dutch.number(n)} van de {dutch.number(len(postcodes))} postcodes."
    )


def _marks(kind: _Kind, points: Sequence[tuple[float, float, str]]) -> dict[str, object]:
    return {
        "type": "scatter", "mode": "markers", "name": kind.name,
        "x": [round(x, 4) for x, _, _ in points],
        "y": [round(y, 4) for _, y, _ in points],
        "text": [words for _, _, words in points],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"symbol": kind.symbol, "size": kind.size, "color": kind.color,
                   "line": {"width": 1.2,
                            "color": kind.color if "open" in kind.symbol else "#ffffff"}},
    }  # fmt: skip


def _layout(
    shapes: Sequence[Shape],
    here: Sequence[tuple[float, float]],
    postcodes: Sequence[Home],
    height: int,
) -> dict[str, object]:
    xs = [x for x, _ in here] + [p.longitude for p in postcodes]
    ys = [y for _, y in here] + [p.latitude for p in postcodes]
    xs += [x for shape in shapes for ring in shape.rings for x, _ in ring]
    ys += [y for shape in shapes for ring in shape.rings for _, y in ring]
    room = max((max(xs) - min(xs)) * SQUEEZE, max(ys) - min(ys), 0.02) * 0.06
    bare = {"visible": False}
    return drawing.layout(height, top=4, right=4, bottom=4, left=4) | {
        "showlegend": True, "hoverdistance": 20,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom",
                   "itemclick": False, "itemdoubleclick": False},
        "xaxis": drawing.axis(min(xs) - room / SQUEEZE, max(xs) + room / SQUEEZE,
                              constrain="domain", **bare),
        "yaxis": drawing.axis(min(ys) - room, max(ys) + room, scaleanchor="x",
                              scaleratio=1 / SQUEEZE, constrain="domain",
                              constraintoward="top", **bare),
    }  # fmt: skip
