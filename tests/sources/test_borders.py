"""Borders as CBS, PDOK and Kadaster give them (faults.md C): one shape of land per gemeente."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.intake.reading import borders, geography
from monitor.intake.report import DeliveryOutcome
from monitor.views.charts.shapes import shapes_from_geometry


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
CASES = Path(__file__).parent / "cases"
SQUARE = [[[4.9, 52.3], [5.0, 52.3], [5.0, 52.4], [4.9, 52.3]]]
ISLAND = [[[5.1, 52.3], [5.2, 52.3], [5.2, 52.4], [5.1, 52.3]]]
LAKE = [[[4.8, 52.3], [4.85, 52.3], [4.85, 52.35], [4.8, 52.3]]]


def a_map(*features: tuple[dict[str, Any], str, list[Any]], **envelope: Any) -> str:
    """A GeoJSON of (properties, type of geometry, coordinates)."""
    found = [
        {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": shape}}
        for about, kind, shape in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": found} | envelope)


def _kinds(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, int]]:
    """(code, name, number of rings) of each shape as it is drawn."""
    return [(s.code, s.naam, len(s.rings)) for s in shapes_from_geometry(rows)]


@pytest.mark.parametrize(
    "name",
    ["03-cbs-gemeenten-wijkbuurt.geojson", "03b-bestuurlijkegebieden-gemeentegebied.geojson"],
)
def test_the_files_of_cbs_and_kadaster_are_borders(
    deliver_text: Deliver, bron: Bron, name: str
) -> None:
    outcome = deliver_text((name, (CASES / name).read_bytes()), moment=None)

    assert outcome.problems == []
    assert outcome.reports[0].source == "gemeentegrenzen"
    rows = bron("select gemeentecode, gemeentenaam, geometrie from gemeentegrenzen order by 1")
    assert [row[:2] for row in rows][:2] == [("GM9901", "Hazelmond"), ("GM9902", "Oeverwaard")]
    assert [kind[2] for kind in _kinds(rows)] == [1] * 9  # land only, so one piece each


@pytest.mark.parametrize(
    "about",
    [
        {"statcode": "GM0363", "statnaam": "Amsterdam", "jrstatcode": "2025GM0363",
         "rubriek": "gemeente", "id": 7},
        {"GM_CODE": "GM0363", "GM_NAAM": "Amsterdam", "WATER": "NEE", "AANT_INW": 1},
        {"gemeentecode": "GM0363", "gemeentenaam": "Amsterdam", "water": "NEE"},
        {"gm_code": "GM0363", "gm_naam": "Amsterdam", "h2o": "NEE", "jaar": 2025},
        {"code": "0363", "gemeentenaam": "Amsterdam"},
        {"identificatie": "GM0363", "naam": "Amsterdam", "code": "0363",
         "ligt_in_provincie_code": "27", "ligt_in_provincie_naam": "Noord-Holland"},
    ],
)  # fmt: skip
def test_the_names_of_every_year_and_publisher_are_known(
    deliver_text: Deliver, bron: Bron, about: dict[str, Any]
) -> None:
    outcome = deliver_text(("grens.geojson", a_map((about, "Polygon", SQUARE))))

    assert outcome.problems == []
    assert bron("select gemeentecode, gemeentenaam from gemeentegrenzen") == [
        ("GM0363", "Amsterdam")
    ]
    of_2025 = {"jaar", "jrstatcode"} & set(about)
    moment = "2025-01-01" if of_2025 else "None"
    assert str(bron("select peildatum from gemeentegrenzen")[0][0]) == moment


def test_pieces_of_a_gemeente_are_joined_and_water_and_belgium_left_out(
    deliver_text: Deliver, bron: Bron
) -> None:
    a, b = {"GM_CODE": "GM0363", "GM_NAAM": "Aa"}, {"GM_CODE": "GM0364", "GM_NAAM": "Bee"}
    outcome = deliver_text(
        (
            "grens.geojson",
            a_map(
                (a | {"WATER": "NEE"}, "Polygon", SQUARE),
                (a | {"WATER": "NEE"}, "MultiPolygon", [ISLAND, SQUARE]),  # one piece again
                (a | {"WATER": "JA"}, "Polygon", LAKE),
                (b | {"WATER": "NEE"}, "Polygon", LAKE),
                (b | {"WATER": "B"}, "Polygon", ISLAND),
            ),
        )
    )

    assert outcome.problems == []
    assert outcome.reports[0].remarks[-2:] == [
        "2 gebieden die water of buitenland zijn, zijn niet getekend.",
        (
            "Aa heeft meer stukken in dit bestand (2 samen): per gemeente zijn ze tot één gebied "
            "samengevoegd."
        ),
    ]
    rows = bron("select gemeentecode, gemeentenaam, geometrie from gemeentegrenzen order by 1")
    assert _kinds(rows) == [("GM0363", "Aa", 2), ("GM0364", "Bee", 1)]


def test_one_code_with_two_names_is_not_joined(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        (
            "grens.geojson",
            a_map(
                ({"statcode": "GM0363", "statnaam": "Aa"}, "Polygon", SQUARE),
                ({"statcode": "GM0363", "statnaam": "Bee"}, "Polygon", ISLAND),
            ),
        )
    )

    assert "hetzelfde als op regel 1" in outcome.problems[0].text


@pytest.mark.parametrize(
    ("about", "what"),
    [
        ({"statcode": "PV20", "statnaam": "Groningen", "rubriek": "provincie"}, "provincies"),
        ({"identificatie": "PV20", "naam": "Groningen", "code": "20"}, "provincies"),
        ({"code": "20", "naam": "Groningen"}, "andere gebieden"),
        ({"wijkcode": "WK036301", "wijknaam": "W", "gemeentecode": "GM0363",
          "gemeentenaam": "Aa", "water": "NEE"}, "wijken"),
        ({"BU_CODE": "BU03630101", "BU_NAAM": "B", "WK_CODE": "WK036301", "GM_CODE": "GM0363",
          "GM_NAAM": "Aa"}, "buurten"),
        ({"statcode": "WK036301", "statnaam": "W"}, "wijken"),
    ],
)  # fmt: skip
def test_other_areas_are_named(deliver_text: Deliver, about: dict[str, Any], what: str) -> None:
    outcome = deliver_text(("grens.geojson", a_map((about, "Polygon", SQUARE))))

    assert [p.text for p in outcome.problems] == [
        (
            f"dit zijn de grenzen van {what}, en de monitor tekent gemeenten. Haal de laag met gemeenten "
            "op (bij PDOK: gemeente_gegeneraliseerd, of gemeenten) en lever die."
        )
    ]


ABOUT = {"statcode": "GM0363", "statnaam": "Amsterdam"}


@pytest.mark.parametrize(
    ("envelope", "said"),
    [
        ({"numberMatched": 342, "numberReturned": 1}, "maar 1 van de 342 rijen"),  # WFS
        ({"links": [{"rel": "next", "href": "…"}]}, "maar een deel van de rijen (1)"),  # OGC API
    ],
)
def test_a_part_of_the_borders_is_refused(
    deliver_text: Deliver, envelope: dict[str, Any], said: str
) -> None:
    """PDOK gives ten at a time: the others would be gone from the map without a word."""
    outcome = deliver_text(("grens.geojson", a_map((ABOUT, "Polygon", SQUARE), **envelope)))

    assert said in outcome.problems[0].text


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("LineString", SQUARE[0]),
        ("GeometryCollection", []),
        ("Polygon", []),
        ("Polygon", [[]]),
        ("Polygon", [[[4.9, 52.3], [5.0, 52.3]]]),
        ("MultiPolygon", SQUARE),
        ("MultiPolygon", [SQUARE, []]),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    deliver_text: Deliver, kind: str, shape: list[Any]
) -> None:
    assert deliver_text(("grens.geojson", a_map((ABOUT, kind, shape)))).is_refused


ANY = st.recursive(
    st.none() | st.booleans() | st.floats(4.0, 5.0) | st.sampled_from(["GM0363", "Polygon", "NEE"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "statcode", "naam", "x"]), inner)
    ),
    max_leaves=15,
)


@given(ANY, ANY, st.sampled_from(["Polygon", "MultiPolygon", "Point", "Feature"]), ANY)
def test_no_map_whatever_stands_in_it_breaks_the_reader(
    properties: Any, shape: Any, kind: str, geometry: Any
) -> None:
    """Refused or read, and what is read can be drawn."""
    made = [
        {"properties": properties, "geometry": geometry},
        {"properties": ABOUT, "geometry": {"type": kind, "coordinates": shape}},
    ]
    try:
        found = geography.features({"type": "FeatureCollection", "features": made})
        rows = geography.rows(borders.gemeenten(found).features) if found is not None else None
    except (geography.Misplaced, borders.OtherAreas):
        return
    for row in rows or []:
        geometrie = row.get("GEOMETRIE", "")
        if re.match(r'{"type":"(Multi)?Polygon"', geometrie):
            assert shapes_from_geometry([("GM0363", "Amsterdam", geometrie)])


def test_borders_in_metres_are_refused_with_what_to_do(deliver_text: Deliver) -> None:
    """The Rijksdriehoekstelsel, as a download of PDOK is when nothing is asked."""
    metres = [[[120000.0, 480000.0], [121000.0, 480000.0], [121000.0, 481000.0]]]

    outcome = deliver_text(("grens.geojson", a_map((ABOUT, "Polygon", metres))))

    assert "EPSG:28992" in outcome.problems[0].text
    assert "WGS84" in outcome.problems[0].text
