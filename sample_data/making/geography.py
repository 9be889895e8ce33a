"""The invented region: nine gemeenten that tile it, twenty wijken, sixty PC4.

The region is drawn in kilometres (x to the east, y to the north) and only then put on the map.
All arithmetic is + - * / and square roots, which are the same on every machine.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from sample_data.making.dice import Dice
from sample_data.making.files import write_json, write_own


SWV = "VO9901"
KM_PER_DEGREE_NORTH = 111.2
KM_PER_DEGREE_EAST = 68.2
SOUTH_WEST = (52.03, 4.95)
WIDTH, HEIGHT = 48, 38

# Name, subregio, column and row in the 3 x 3 grid (row 0 is the south), PC4's, its wijken.
GEMEENTEN = (
    ("Hazelmond", "Noord", 0, 2, 5, ("Kern", "Dorpen")),
    ("Oeverwaard", "Noord", 1, 2, 9, ("Centrum", "Buitenring", "Dorpen")),
    ("Kreekwolde", "Noord", 2, 2, 5, ("Kern", "Dorpen")),
    ("Dravenburg", "Oost", 2, 1, 10, ("Centrum", "Buitenring", "Dorpen")),
    ("Esperlo", "Oost", 2, 0, 6, ("Kern", "Dorpen")),
    ("Grutterveen", "Oost", 1, 0, 5, ("Dorpen",)),
    ("Lindermeer", "West", 1, 1, 10, ("Centrum", "Buitenring", "Dorpen")),
    ("Wilgenrade", "West", 0, 1, 5, ("Kern", "Dorpen")),
    ("Tolbeke", "West", 0, 0, 5, ("Kern", "Dorpen")),
)


@dataclass(frozen=True)
class Gemeente:
    code: str
    naam: str
    subregio: str
    border: tuple  # (x, y) in km, closed


@dataclass(frozen=True)
class Place:
    """A PC4: where pupils live and schools stand."""

    postcode4: str
    gemeente: Gemeente
    wijk: str
    x: float
    y: float
    inhabitants: float

    @property
    def subregio(self):
        return self.gemeente.subregio


@dataclass(frozen=True)
class Region:
    gemeenten: tuple
    places: tuple

    def places_of(self, gemeentenaam):
        return [place for place in self.places if place.gemeente.naam == gemeentenaam]


def make_region():
    dice = Dice("region")
    borders = _Borders(dice)
    gemeenten, places = [], []
    for number, (naam, subregio, column, row, size, wijken) in enumerate(GEMEENTEN, 1):
        border = borders.around(column, row)
        gemeente = Gemeente(f"GM99{number:02}", naam, subregio, border)
        gemeenten.append(gemeente)
        places += _make_places(gemeente, size, wijken, 9901 + len(places), dice)
    return Region(tuple(gemeenten), tuple(places))


def km_between(a, b):
    return sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))


def nearness(a, b, scale):
    """1 for the same place, a half at `scale` km, then quickly less."""
    distance = km_between(a, b) / scale
    return 1 / (1 + distance * distance * distance)


def degrees(x, y):
    """(latitude, longitude)"""
    latitude, longitude = SOUTH_WEST
    return round(latitude + y / KM_PER_DEGREE_NORTH, 5), round(
        longitude + x / KM_PER_DEGREE_EAST, 5
    )


def is_inside(x, y, border):
    inside = False
    for (x1, y1), (x2, y2) in pairwise(border):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def is_well_inside(x, y, border, margin):
    """Inside, and no corner of the border is nearer than `margin` km."""
    far = all((x - a) * (x - a) + (y - b) * (y - b) > margin * margin for a, b in border)
    return far and is_inside(x, y, border)


class _Borders:
    """Wavering lines between the corners of a bent 3 x 3 grid.

    A line is drawn once and used by the gemeenten on both sides, so that nothing lies between.
    """

    def __init__(self, dice):
        self._dice = dice
        self._corners = {(i, j): self._corner(i, j) for i in range(4) for j in range(4)}
        self._lines = {}

    def around(self, column, row):
        west, east, south, north = column, column + 1, row, row + 1
        corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        border = [self._corners[corners[0]]]
        for begin, end in pairwise(corners):
            border += self._line(begin, end)[1:]
        return tuple(border)

    def _corner(self, i, j):
        u, v = i / 1.5 - 1, j / 1.5 - 1
        x = u * sqrt(1 - v * v * 0.4) + self._dice.number(-0.09, 0.09)
        y = v * sqrt(1 - u * u * 0.4) + self._dice.number(-0.09, 0.09)
        return WIDTH / 2 * (1 + x * 0.95), HEIGHT / 2 * (1 + y * 0.95)

    def _line(self, begin, end):
        if begin > end:
            return self._line(end, begin)[::-1]
        if (begin, end) not in self._lines:
            points = [self._corners[begin], self._corners[end]]
            for _ in range(3):
                points = self._waver(points)
            self._lines[begin, end] = points
        return self._lines[begin, end]

    def _waver(self, points):
        finer = points[:1]
        for (x1, y1), (x2, y2) in pairwise(points):
            aside = self._dice.number(-0.16, 0.16)
            finer.append(((x1 + x2) / 2 + (y2 - y1) * aside, (y1 + y2) / 2 + (x1 - x2) * aside))
            finer.append((x2, y2))
        return finer


def _make_places(gemeente, size, wijken, first, dice):
    xs, ys = zip(*gemeente.border, strict=True)
    middle = sum(xs[:-1]) / (len(xs) - 1), sum(ys[:-1]) / (len(ys) - 1)
    points, room = [], 2.4
    while len(points) < size:
        x, y = dice.number(min(xs), max(xs)), dice.number(min(ys), max(ys))
        room *= 0.999
        free = all((x - a) * (x - a) + (y - b) * (y - b) > room * room for a, b in points)
        if free and is_well_inside(x, y, gemeente.border, 1.5):
            points.append((x, y))
    points.sort(
        key=lambda p: (
            (p[0] - middle[0]) * (p[0] - middle[0]) + (p[1] - middle[1]) * (p[1] - middle[1])
        )
    )
    return [
        Place(
            postcode4=str(first + rank),
            gemeente=gemeente,
            wijk=f"{gemeente.naam} {wijken[rank * len(wijken) // size]}",
            x=x,
            y=y,
            inhabitants=(2 - rank / size) * dice.number(0.8, 1.2),
        )
        for rank, (x, y) in enumerate(points)
    ]


def write(folder, region):
    rows = []
    for place in region.places:
        latitude, longitude = degrees(place.x, place.y)
        rows.append(
            {
                "POSTCODE4": place.postcode4,
                "SWV": SWV,
                "GEMEENTECODE": place.gemeente.code,
                "GEMEENTENAAM": place.gemeente.naam,
                "SUBREGIO": place.subregio,
                "WIJK": place.wijk,
                "LATITUDE": latitude,
                "LONGITUDE": longitude,
            }
        )
    write_own(folder, "regio-indeling.csv", rows)
    features = [
        {
            "type": "Feature",
            "properties": {
                "statcode": gemeente.code,
                "statnaam": gemeente.naam,
                "verzonnen": True,
            },
            "geometry": {
                "type": "Polygon",
                "coordinates": [[degrees(x, y)[::-1] for x, y in gemeente.border]],
            },
        }
        for gemeente in region.gemeenten
    ]
    collection = {"type": "FeatureCollection", "verzonnen": True, "features": features}
    write_json(folder, "gemeentegrenzen.geojson", collection)
