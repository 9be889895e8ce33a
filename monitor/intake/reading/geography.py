"""GeoJSON and TopoJSON as rows: the properties of each feature, and where it lies."""

import json
import math
from collections.abc import Iterator
from typing import Any

from monitor.intake.reading.borders import Feature
from monitor.intake.reading.documents import as_text


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


AREAS = ("Polygon", "MultiPolygon")
MAPS = ("FeatureCollection", "Feature", "Topology")


def is_map(document: Any) -> bool:
    """Whether a JSON document says of itself that it is GeoJSON or TopoJSON."""
    return isinstance(document, dict) and document.get("type") in MAPS


def features(document: dict[str, Any]) -> list[Feature] | None:
    """The features of a map, None when something in it is not what its place asks for.

    Misplaced is raised for borders outside the country.
    """
    try:
        if document["type"] == "Topology":
            found = _features_of_topology(document)
        else:
            found = document["features"] if document["type"] == MAPS[0] else [document]
        return [_feature(feature) for feature in found]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def rows(found: list[Feature]) -> list[dict[str, str]] | None:
    """One dict of texts per feature; besides the properties: `GEOMETRIE` (GeoJSON, longitude before
    latitude) and for points `LENGTEGRAAD` and `BREEDTEGRAAD`."""
    try:
        return [_row(feature) for feature in found]
    except (ValueError, LookupError, TypeError):
        return None


def _feature(feature: dict[str, Any]) -> Feature:
    properties = {k: as_text(v) for k, v in (feature.get("properties") or {}).items()}
    geometry = feature.get("geometry") or None
    if geometry and geometry.get("type") in AREAS:
        _refuse_elsewhere(geometry)
        _refuse_open(geometry)
    return Feature(properties, geometry)


def _row(feature: Feature) -> dict[str, str]:
    row = dict(feature.properties)
    if feature.geometry:
        shape = feature.geometry
        if shape["type"] in AREAS:
            shape = {"type": shape["type"], "coordinates": shape["coordinates"]}
        row["GEOMETRIE"] = json.dumps(shape, separators=(",", ":"))
        if feature.geometry.get("type") == "Point":
            row["LENGTEGRAAD"], row["BREEDTEGRAAD"] = map(str, feature.geometry["coordinates"][:2])
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


def _refuse_open(geometry: dict[str, Any]) -> None:
    """ValueError when a ring encloses nothing: no map could be drawn of it."""
    shape = geometry["coordinates"]
    polygons = [shape] if geometry["type"] == "Polygon" else shape
    if not polygons or not all(polygons):
        raise ValueError("no rings")
    if not all(len(ring) >= 3 for polygon in polygons for ring in polygon):
        raise ValueError("a ring of fewer than three points")
    if not all(isinstance(x, float | int) for p in polygons for ring in p for x, *_ in ring):
        raise ValueError("a point in a point")


def _points(coordinates: list[Any]) -> Iterator[tuple[float, float]]:
    """The points of rings in rings, as GeoJSON has them."""
    left = [coordinates]
    while left:
        one = left.pop()
        if one and isinstance(one[0], list):
            left.extend(one)
        elif one:
            yield float(one[0]), float(one[1])


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
