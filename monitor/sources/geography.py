"""GeoJSON and TopoJSON as rows: the properties of each feature, and where it lies."""

import json
import math
from collections.abc import Iterator
from typing import Any


MOST_POINTS = 10_000_000
"""Of all borders together: an arc is written once, and may be pointed at without end."""

EAST, NORTH = (2.0, 8.0), (50.0, 56.0)
"""Degrees between which the Netherlands lie, with their water."""
METRES_EAST, METRES_NORTH = (-50_000.0, 350_000.0), (250_000.0, 900_000.0)
"""And in metres of the Rijksdriehoekstelsel."""


class Misplaced(Exception):
    """Borders that do not lie in the Netherlands: `why` is "meters", "verwisseld" or "elders"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def features(text: str) -> list[dict[str, str]] | None:
    """One dict of texts per feature, None when `text` is no whole GeoJSON or TopoJSON.

    Besides the properties: `GEOMETRIE` (GeoJSON, longitude before latitude) and for points
    `LENGTEGRAAD` and `BREEDTEGRAAD`. Misplaced is raised for borders outside the country.
    """
    try:
        document = json.loads(text)
        if document["type"] == "FeatureCollection":
            return [_row(feature) for feature in document["features"]]
        if document["type"] == "Topology":
            return [_row(feature) for feature in _features_of_topology(document)]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass  # no JSON, or something in it is not what its place asks for
    return None


def _row(feature: dict[str, Any]) -> dict[str, str]:
    row = {key: _text(value) for key, value in (feature.get("properties") or {}).items()}
    geometry = feature.get("geometry")
    if geometry:
        if geometry.get("type") in ("Polygon", "MultiPolygon"):
            _refuse_elsewhere(geometry)
        row["GEOMETRIE"] = json.dumps(geometry, separators=(",", ":"))
        if geometry.get("type") == "Point":
            row["LENGTEGRAAD"], row["BREEDTEGRAAD"] = map(str, geometry["coordinates"][:2])
    return row


def _refuse_elsewhere(geometry: dict[str, Any]) -> None:
    points = list(_points(geometry["coordinates"]))
    places = [(EAST, NORTH, ""), (METRES_EAST, METRES_NORTH, "meters"), (NORTH, EAST, "verwisseld")]
    for first, second, why in places:
        if all(
            first[0] <= x <= first[1] and second[0] <= y <= second[1] and math.isfinite(x + y)
            for x, y in points
        ):
            if why:
                raise Misplaced(why)
            return
    raise Misplaced("elders")


def _points(coordinates: list[Any]) -> Iterator[tuple[float, float]]:
    """The points of rings in rings, as GeoJSON has them."""
    left = [coordinates]
    while left:
        one = left.pop()
        if one and isinstance(one[0], list):
            left.extend(one)
        elif one:
            yield float(one[0]), float(one[1])


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _features_of_topology(topology: dict[str, Any]) -> list[dict[str, Any]]:
    arcs = _arcs(topology)
    _refuse_endless(topology, arcs)
    return [
        {
            "properties": geometry.get("properties"),
            "geometry": {
                "type": geometry["type"],
                "coordinates": _coordinates(geometry, arcs),
            },
        }
        for collection in topology["objects"].values()
        for geometry in collection.get("geometries", [collection])
        if geometry.get("type") in ("Polygon", "MultiPolygon")
    ]


def _arcs(topology: dict[str, Any]) -> list[list[list[float]]]:
    """The arcs in degrees: a quantised topology holds whole steps from point to point."""
    transform = topology.get("transform")
    if transform is None:
        return list(topology["arcs"])
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append([round(x * scale_x + move_x, 6), round(y * scale_y + move_y, 6)])
        out.append(points)
    return out


def _refuse_endless(topology: dict[str, Any], arcs: list[list[list[float]]]) -> None:
    """ValueError when the borders written out would be too long, before any is."""
    points = 0
    left = [
        geometry["arcs"]
        for collection in topology["objects"].values()
        for geometry in collection.get("geometries", [collection])
        if geometry.get("type") in ("Polygon", "MultiPolygon")
    ]
    while left:
        one = left.pop()
        if isinstance(one, list):
            left.extend(one)
        else:
            points += len(arcs[one] if one >= 0 else arcs[~one])
        if points > MOST_POINTS:
            raise ValueError("too many points")


def _coordinates(geometry: dict[str, Any], arcs: list[list[list[float]]]) -> list[Any]:
    if geometry["type"] == "Polygon":
        return [_ring(ring, arcs) for ring in geometry["arcs"]]
    return [[_ring(ring, arcs) for ring in polygon] for polygon in geometry["arcs"]]


def _ring(ring: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    """A ring of arcs end to end; a negative number is that arc (complement) backwards."""
    points: list[list[float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return points
