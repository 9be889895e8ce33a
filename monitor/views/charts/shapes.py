"""Borders as rings of (longitude, latitude): read, made simpler, and where their middle is."""

import json
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


Point = tuple[float, float]
Ring = list[Point]

SQUEEZE = math.cos(math.radians(52.2))
"""A degree of longitude in the Netherlands, as a part of a degree of latitude."""
PIXELS = 640
"""What the simplification may lose is less than a pixel on a map of this height."""


class Shape(NamedTuple):
    """A unit on the map; the last point of a ring is its first; holes run the other way round."""

    code: str
    naam: str
    rings: list[Ring]


def shapes_from_geometry(
    rows: Iterable[tuple[str, str, str]], tolerance: float | None = None
) -> list[Shape]:
    """Shapes of (code, naam, GeoJSON geometry), simplified together so that borders still meet.

    `tolerance` in degrees of latitude; without it, what a screen would not show.
    """
    shapes = [Shape(code, naam, _rings(json.loads(text))) for code, naam, text in rows]
    rings = [ring for shape in shapes for ring in shape.rings]
    if tolerance is None:
        tolerance = _extent(rings) / PIXELS
    simple = iter(simplify(rings, tolerance))
    return [shape._replace(rings=[next(simple) for _ in shape.rings]) for shape in shapes]


def _rings(geometry: dict) -> list[Ring]:
    """Outer rings against the clock, holes with it: only then does a hole stay open when filled."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    out = []
    for polygon in polygons:
        for number, points in enumerate(polygon):
            ring = [(float(x), float(y)) for x, y, *_ in points]
            if ring[0] != ring[-1]:
                ring.append(ring[0])
            is_hole = number > 0
            out.append(ring[::-1] if (area(ring) < 0) != is_hole else ring)
    return out


def _extent(rings: Sequence[Ring]) -> float:
    """The longest side of all rings together, in degrees of latitude."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return max((max(xs) - min(xs)) * SQUEEZE, max(ys) - min(ys)) if xs else 0.0


def area(ring: Ring) -> float:
    """In square degrees; positive against the clock."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) / 2


# ---------------------------------------------------------------------------------- simplify


def simplify(rings: Sequence[Ring], tolerance: float) -> list[Ring]:
    """Rings with fewer points, none further than `tolerance` from where the border was.

    Pass all rings of a map at once: borders that two rings share are cut where three meet, and
    each piece is simplified once, so no slivers appear between neighbours. (Douglas and Peucker.)
    """
    nodes = _nodes(rings)
    kept: dict[tuple[Point, ...], list[Point]] = {}
    return [_simplified(ring, nodes, tolerance, kept) for ring in rings]


def _nodes(rings: Sequence[Ring]) -> set[Point]:
    """The points where borders part: those with more than two neighbours."""
    neighbours: dict[Point, set[Point]] = {}
    for ring in rings:
        for one, other in pairwise(ring):
            neighbours.setdefault(one, set()).add(other)
            neighbours.setdefault(other, set()).add(one)
    return {point for point, near in neighbours.items() if len(near) > 2}


def _simplified(
    ring: Ring, nodes: set[Point], tolerance: float, kept: dict[tuple[Point, ...], list[Point]]
) -> Ring:
    if len(ring) <= 4:
        return list(ring)
    cuts = [i for i, point in enumerate(ring[:-1]) if point in nodes]
    # A ring with one node or none (an island) is cut once more, as far away as can be; at points
    # that do not depend on where the ring happens to start, for the hole around it must match.
    if not cuts:
        cuts = [min(range(len(ring) - 1), key=lambda i: ring[i])]
    if len(cuts) == 1:
        cuts.append(
            max(range(len(ring) - 1), key=lambda i: (_far(ring[i], ring[cuts[0]]), ring[i]))
        )
        cuts.sort()
    open_ring = ring[:-1]
    out: Ring = []
    for start, end in pairwise([*cuts, cuts[0] + len(open_ring)]):
        piece = [open_ring[i % len(open_ring)] for i in range(start, end + 1)]
        out.extend(_piece(piece, tolerance, kept)[:-1])
    if len(out) == 2:  # all of it lies about one line: it keeps its ends, and what is farthest off
        far = max(
            (i for i in range(len(open_ring)) if i not in cuts),
            key=lambda i: (_distance(open_ring[i], *out), open_ring[i]),
        )
        out.insert(1 if cuts[0] < far < cuts[1] else 2, open_ring[far])
    return [*out, out[0]]


def _piece(piece: Ring, tolerance: float, kept: dict[tuple[Point, ...], list[Point]]) -> Ring:
    """Simplified in one direction, whichever way a ring runs along it: both must agree."""
    is_forward = piece[0] <= piece[-1]
    key = tuple(piece if is_forward else piece[::-1])
    if key not in kept:
        kept[key] = _douglas_peucker(key, tolerance)
    return kept[key] if is_forward else kept[key][::-1]


def _douglas_peucker(points: Sequence[Point], tolerance: float) -> list[Point]:
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        distance, index = max(
            (_distance(points[i], points[first], points[last]), i) for i in range(first + 1, last)
        )
        if distance > tolerance:
            keep.add(index)
            todo += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a line piece, in degrees of latitude."""
    dx, dy = (end[0] - start[0]) * SQUEEZE, end[1] - start[1]
    px, py = (point[0] - start[0]) * SQUEEZE, point[1] - start[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return math.hypot(px - share * dx, py - share * dy)


def _far(one: Point, other: Point) -> float:
    return math.hypot((one[0] - other[0]) * SQUEEZE, one[1] - other[1])


# ------------------------------------------------------------------------------------ middle


def label_point(shape: Shape) -> Point:
    """A point well inside: the centre of gravity of the largest ring, or else of its widest row."""
    ring = max(shape.rings, key=lambda r: abs(area(r)))
    centre = _centroid(ring)
    return centre if is_inside(centre, shape.rings) else _widest(shape, ring)


def is_inside(point: Point, rings: Sequence[Ring]) -> bool:
    """Inside an odd number of rings: in the shape and not in a hole."""
    x, y = point
    crossed = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossed = not crossed
    return crossed


def _centroid(ring: Ring) -> Point:
    size = area(ring)
    if not size:
        return ring[0]
    # Relative to a corner: far from the origin, small areas drown in rounding.
    x0, y0 = ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise([(px - x0, py - y0) for px, py in ring]):
        cross = x1 * y2 - x2 * y1
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return x0 + x / (6 * size), y0 + y / (6 * size)


def _widest(shape: Shape, ring: Ring) -> Point:
    ys = [y for _, y in ring]
    low, high = min(ys), max(ys)
    best, middle = 0.0, ring[0]
    for row in range(1, 16):
        y = low + (high - low) * (row + 0.013) / 16
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for one in shape.rings
            for (x1, y1), (x2, y2) in pairwise(one)
            if (y1 > y) != (y2 > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            if right - left > best:
                best, middle = right - left, ((left + right) / 2, y)
    return middle
