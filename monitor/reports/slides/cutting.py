"""Outlines within a frame: what lies beyond it is cut off, for shapes on a slide know no mask."""

from collections.abc import Sequence

from monitor.reports.slides.model import Box


Point = tuple[float, float]
_SLACK = 0.01


def plane(ring: Sequence[Point], frame: Box) -> list[Point]:
    """A closed outline within a frame (Sutherland and Hodgman, 1974); empty where none of it is."""
    found = list(ring)
    for axis, edge, keeps_more in (
        (0, frame.x, True),
        (0, frame.right, False),
        (1, frame.y, True),
        (1, frame.bottom, False),
    ):
        found = _half(found, axis, edge, keeps_more=keeps_more)
        if len(found) < 3:
            return []
    return found


def line(points: Sequence[Point], frame: Box) -> list[list[Point]]:
    """The pieces of an open outline of which the points lie in a frame."""
    pieces: list[list[Point]] = [[]]
    for point in points:
        if is_in(point, frame):
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def is_in(point: Point, frame: Box) -> bool:
    x, y = point
    return (
        frame.x - _SLACK <= x <= frame.right + _SLACK
        and frame.y - _SLACK <= y <= frame.bottom + _SLACK
    )


def _half(ring: Sequence[Point], axis: int, edge: float, *, keeps_more: bool) -> list[Point]:
    """What lies on one side of an edge."""

    def inside(point: Point) -> bool:
        return point[axis] >= edge if keeps_more else point[axis] <= edge

    found: list[Point] = []
    for place, point in enumerate(ring):
        before = ring[place - 1]
        if inside(point) != inside(before):
            part = (edge - before[axis]) / (point[axis] - before[axis])
            other = 1 - axis
            crossing = before[other] + part * (point[other] - before[other])
            found.append((edge, crossing) if axis == 0 else (crossing, edge))
        if inside(point):
            found.append(point)
    return found
