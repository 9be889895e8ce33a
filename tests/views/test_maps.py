"""Maps: shades that hold what they say, borders that meet, nothing that is fetched or hidden."""

import json
import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import make_figure, make_share

from monitor.figures.door import Figure, Indicator, indicator_named
from monitor.intake.reading.geography import features, rows
from monitor.views.charts import maps, palette, shapes
from monitor.views.charts.maps import Place, Shape
from monitor.views.charts.shades import classify


Make = Callable[..., Figure]
SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "gemeentegrenzen.geojson"


def square(x: float, y: float, side: float = 1.0) -> list[tuple[float, float]]:
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]


def geometry(*rings: list[tuple[float, float]]) -> str:
    return json.dumps({"type": "Polygon", "coordinates": rings})


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


# ------------------------------------------------------------------------------------ shapes


rings = st.lists(
    st.tuples(st.floats(3, 7.5), st.floats(50, 54)), min_size=3, max_size=60, unique=True
).map(lambda points: [*points, points[0]])


@given(st.lists(rings, min_size=1, max_size=4), st.floats(0, 3))
def test_simple_rings_are_closed_and_made_of_their_own_points(
    many: list[shapes.Ring], tolerance: float
) -> None:
    for simple, ring in zip(shapes.simplify(many, tolerance), many, strict=True):
        assert simple[0] == simple[-1]
        assert len(simple) >= 4
        assert set(simple) <= set(ring)
        for point in ring:
            near = min(shapes._distance(point, *side) for side in pairwise(simple))
            assert near <= tolerance * (1 + 1e-9) or len(ring) <= 4


@given(rings)
def test_without_tolerance_nothing_changes_but_points_on_a_line(ring: shapes.Ring) -> None:
    [simple] = shapes.simplify([ring], 0.0)

    assert math.isclose(abs(shapes.area(simple)), abs(shapes.area(ring)), abs_tol=1e-6)


def wavy(start: float, end: float, x: float) -> list[tuple[float, float]]:
    """A border that runs up and down around x, from one height to another."""
    steps = 60
    return [
        (x + 0.05 * math.sin(i * 0.7) + 0.01 * math.sin(i * 5), start + (end - start) * i / steps)
        for i in range(steps + 1)
    ]


@pytest.mark.parametrize("tolerance", [0.005, 0.03, 0.2])
def test_neighbours_still_share_their_border(tolerance: float) -> None:
    border = wavy(0, 1, 1.0)
    west = [(0.0, 0.0), *border, (0.0, 1.0), (0.0, 0.0)]
    east = [(2.0, 0.0), (2.0, 1.0), *border[::-1], (2.0, 0.0)]
    south = [(0.0, 0.0), (0.0, -1.0), (2.0, -1.0), (2.0, 0.0), border[0], (0.0, 0.0)]

    simple_west, simple_east, _ = shapes.simplify([west, east, south], tolerance)

    shared = {point for point in border if point in simple_west}
    assert shared == {point for point in border if point in simple_east}
    assert len(shared) < len(border)


def test_an_island_and_the_hole_around_it_still_match() -> None:
    around = [
        (1 + math.cos(i / 40 * math.tau), 51 + math.sin(i / 40 * math.tau)) for i in range(40)
    ]
    island = [*around, around[0]]
    hole = [*around[7::-1], *around[:6:-1]]  # the same ring backwards, from another start

    simple, simple_hole = shapes.simplify([island, hole], 0.05)

    assert set(simple) == set(simple_hole)
    assert len(simple) < len(island)


def test_a_long_island_keeps_its_ends() -> None:
    """Points a third apart were kept, wherever those were: of a sandbank the ends went."""
    bank = [(5.0 + i / 20, 53.5 + 0.004 * math.sin(math.pi * i / 20)) for i in range(21)]
    ring = [*bank, (5.7, 53.499), (5.3, 53.499), bank[0]]

    for begin in range(len(ring) - 1):
        [simple] = shapes.simplify([[*ring[begin:-1], *ring[: begin + 1]]], 0.01)

        assert {bank[0], bank[-1]} < set(simple)
        assert shapes.area(simple) * shapes.area(ring) > 0


def test_a_border_of_many_points_does_not_exhaust_the_stack() -> None:
    spiral = [
        (4 + i / 1e5 * math.cos(i / 50), 52 + i / 1e5 * math.sin(i / 50)) for i in range(5000)
    ]

    [simple] = shapes.simplify([[*spiral, spiral[0]]], 1e-9)

    assert len(simple) > 4000


def test_holes_run_the_other_way_round_whatever_the_file_does() -> None:
    outer, hole = square(0, 0, 4), square(1, 1)

    for one in (outer, outer[::-1]):
        for other in (hole, hole[::-1]):
            [shape] = maps.shapes_from_geometry([("GM1", "Een", geometry(one, other))])
            assert [shapes.area(ring) > 0 for ring in shape.rings] == [True, False]


def test_the_words_of_a_shape_lie_inside_it() -> None:
    horseshoe = [(0.0, 0.0), (6.0, 0.0), (6.0, 5.0), (4.0, 5.0), (4.0, 1.0), (2.0, 1.0),
                 (2.0, 5.0), (0.0, 5.0), (0.0, 0.0)]  # fmt: skip
    ring = Shape("b", "Ring", [square(0, 0, 4), square(1, 1, 2)[::-1]])

    for shape in (Shape("a", "Hoefijzer", [horseshoe]), ring, Shape("c", "Vlak", [square(3, 52)])):
        assert shapes.is_inside(shapes.label_point(shape), shape.rings)


# ----------------------------------------------------------------------------------- classes


@pytest.fixture
def gemeenten(share: Make) -> Callable[..., list[Figure]]:
    def make(*values: float) -> list[Figure]:
        return [share(10 * v, 1000, code=f"GM{i:04}", naam=f"G{i}") for i, v in enumerate(values)]

    return make


@given(st.lists(st.floats(0, 100), max_size=80))
def test_every_unit_lies_in_the_class_that_its_written_value_says(values: list[float]) -> None:
    indicator = _indicator()
    figures = [make_share(10 * v, 1000, code=str(i)) for i, v in enumerate(values)]

    found = classify(figures, indicator)

    assert sorted(code for codes in found.members for code in codes) == sorted(
        figure.code for figure in figures
    )
    assert 0 <= len(found.names) <= len(palette.CLASSES)
    assert len(set(found.names)) == len(found.names)
    assert all(one < other for one, other in pairwise(found.borders))
    assert all(found.members)


def _indicator() -> Indicator:
    return Indicator(
        name="x", title="X", short="Deelname", definition="X.", teller="leerlingen",
        noemer="leerlingen", kind="aandeel", unit="%", per="vestiging", sector="vo",
        moment="1 oktober", source="leerlingtelling", theme="x", direction="lager",
        audience="directeur", decimals=1,
    )  # type: ignore[arg-type]  # fmt: skip


def test_classes_have_borders_as_people_write_them(
    gemeenten: Callable[..., list[Figure]], deelname: Indicator
) -> None:
    found = classify(gemeenten(*[i / 10 for i in range(10, 60)]), deelname)

    assert [plain(name) for name in found.names] == [
        "minder dan 2,0 %", "2,0 tot 3,0 %", "3,0 tot 4,0 %", "4,0 tot 5,0 %", "5,0 % of meer",
    ]  # fmt: skip
    assert [len(codes) for codes in found.members] == [10] * 5


@pytest.mark.parametrize(
    ("values", "members"),
    [
        # 13,7 was rounded to a border of 14 and fell below its own class: three in one shade.
        ((4.7, 7.8, 13.7, 26.0), [2, 2]),
        # Of five numbers two shades put the highest beside the middle one.
        ((0.7, 4.1, 4.3, 4.6, 7.8), [1, 2, 2]),
        ((1.0, 2.0, 3.0), [3]),
    ],
)
def test_of_a_few_numbers_the_classes_are_as_even_as_can_be(
    values: tuple[float, ...],
    members: list[int],
    gemeenten: Callable[..., list[Figure]],
    deelname: Indicator,
) -> None:
    assert [len(codes) for codes in classify(gemeenten(*values), deelname).members] == members


def test_what_is_open_a_little_makes_classes_and_lies_in_one_only_when_all_of_it_does(
    share: Make, deelname: Indicator
) -> None:
    """Pro-deelname of the sample: 2,9-3,0 and 7,3-7,6 % were both "bekend", in one shade."""
    ends = [(29, 30), (34, 36), (41, 42), (41, 43), (57, 59), (73, 76), (10, 90)]
    figures = [
        share(low, 1000, code=str(i))._replace(
            teller_max=float(high), waarde=low / 10, waarde_max=high / 10
        )
        for i, (low, high) in enumerate(ends)
    ]

    found = classify(figures, deelname)

    assert [plain(name) for name in found.names] == [
        "minder dan 4,1 %", "4,1 tot 5,7 %", "5,7 % of meer",
    ]  # fmt: skip
    assert found.members == [["0", "1"], ["2", "3"], ["4", "5"]]
    assert found.rest == ["6"]


@pytest.mark.parametrize(
    ("counts", "names"),
    [
        ([0, 1, 1, 2, 3, 3, 4, 6, 13], ["0", "1 of 2", "3", "4 of meer"]),
        ([10, 11, 12, 20, 25, 28, 30, 31, 60], [
            "minder dan 12", "12 tot en met 24", "25 tot en met 29", "30 of meer"]),
    ],
)  # fmt: skip
def test_classes_of_what_is_counted_have_a_last_number(
    counts: list[float], names: list[str]
) -> None:
    """Three pupils lie in one class, not in two."""
    figures = [make_figure(count, code=str(i)) for i, count in enumerate(counts)]

    assert classify(figures, indicator_named("thuiszitters_thuis_ocw")).names == names


def test_many_noughts_are_a_class_of_their_own(
    gemeenten: Callable[..., list[Figure]], deelname: Indicator
) -> None:
    found = classify(gemeenten(*[0.0] * 20, *[i / 10 for i in range(10, 30)]), deelname)

    assert plain(found.names[0]) == "0 %"
    assert len(found.members[0]) == 20


def test_all_alike_is_one_class(
    gemeenten: Callable[..., list[Figure]], deelname: Indicator
) -> None:
    assert classify(gemeenten(*[3.0] * 20), deelname).names == ["bekend"]


def test_what_is_open_between_two_classes_has_none(
    gemeenten: Callable[..., list[Figure]], share: Make, deelname: Indicator
) -> None:
    figures = gemeenten(*[i / 10 for i in range(10, 60)])
    inside = share(11, 1000, 15, code="inside")
    across = share(11, 1000, 55, code="across")
    hidden = share(2, 50, code="hidden")._replace(teller=1, teller_max=4, is_hidden=True)

    found = classify([*figures, inside, across, hidden], deelname)

    assert "inside" in found.members[0]
    assert found.rest == ["across", "hidden"]


# -------------------------------------------------------------------------------------- maps


@pytest.fixture
def country() -> list[Shape]:
    return [Shape(f"GM{i:04}", f"G{i}", [square(4 + i % 5, 50 + i // 5)]) for i in range(20)]


def names(chart: dict[str, Any]) -> list[str]:
    return [plain(trace["name"]) for trace in chart["data"] if "name" in trace]


def test_a_map_says_its_shades_in_words_with_numbers(
    country: list[Shape], gemeenten: Callable[..., list[Figure]], deelname: Indicator
) -> None:
    figures = gemeenten(*[1 + i / 10 for i in range(18)])  # two have no figure
    school = Place("De Zwaan", "vso", 4.5, 50.5)

    chart = maps.choropleth(country, figures, deelname, ("GM0001",), [school])

    go.Figure(chart)
    assert names(chart)[0].startswith("minder dan 1,3 % (")
    assert "geen cijfer (2)" in names(chart)
    assert "gekozen: G1" in names(chart)
    assert "vso" in names(chart)
    assert {trace["type"] for trace in chart["data"]} == {"scatter"}
    assert not {"geo", "map", "mapbox"} & set(chart["layout"])


def test_a_degree_of_latitude_is_longer(country: list[Shape], deelname: Indicator) -> None:
    layout = maps.choropleth(country, [], deelname)["layout"]

    assert layout["yaxis"]["scaleanchor"] == "x"
    assert layout["yaxis"]["scaleratio"] == pytest.approx(1.63, abs=0.01)


def test_hidden_and_unknown_are_hatched_and_never_sent(
    country: list[Shape], share: Make, deelname: Indicator
) -> None:
    hidden = share(3, 217, code="GM0000")._replace(teller=1, teller_max=4, is_hidden=True)
    unknown = share(None, 217, code="GM0001")

    chart = maps.choropleth(country[:2], [hidden, unknown], deelname)

    assert "onbekend of verborgen (2)" in names(chart)
    assert "1.38" not in json.dumps(chart)
    assert "fillpattern" in json.dumps(chart)


def test_no_school_is_no_lowest_class(
    country: list[Shape], gemeenten: Callable[..., list[Figure]], share: Make, deelname: Indicator
) -> None:
    """A16: two gemeenten without a vso-school lay in "minder dan 0,7 %"."""
    figures = [
        *gemeenten(1.0, 1.0, 5.0, 5.0),
        *(share(0, 1000, code=f"GM{i:04}", naam=f"G{i}") for i in (4, 5)),
    ]

    chart = maps.choropleth(country[:6], figures, deelname)
    words = maps.choropleth_description(country[:6], figures, deelname, ("GM0004",))

    assert names(chart) == ["minder dan 5,0 % (2)", "5,0 % of meer (2)", "geen vso-school (2)"]
    planes = [trace["fillcolor"] for trace in chart["data"] if "fillcolor" in trace]
    assert planes[-1] not in palette.CLASSES
    assert "geen vso-school: 2" in words
    assert "0,0" not in words
    hover = chart["data"][-1]["text"]  # the names on the map are before it
    assert [word for word in hover if "G4" in word and "geen vso-school" in word]


def test_of_counts_and_means_no_school_is_no_nought_and_no_unknown(
    country: list[Shape], figure: Make, leerlingen: Indicator, afstand: Indicator
) -> None:
    counts = [figure(n, code=f"GM{i:04}") for i, n in enumerate((0, 30, 40, 50, 60))]
    means = [figure(None, code="GM0000", teller=0, teller_max=0, noemer=0, noemer_max=0),
             figure(9, code="GM0001", noemer=9)]  # fmt: skip
    pupils = leerlingen.model_copy(update={"theme": "leerlingen"})

    assert "geen vso-school (1)" in names(maps.choropleth(country[:5], counts, pupils))
    assert "geen vso-school (1)" in names(maps.choropleth(country[:2], means, afstand))


def test_a_map_refuses_two_moments(country: list[Shape], share: Make, deelname: Indicator) -> None:
    two = [share(1, 9, code="GM0000"), share(1, 9, code="GM0001", periode="2020-10-01")]

    with pytest.raises(ValueError, match="more than one"):
        maps.choropleth(country, two, deelname)


def test_a_map_without_shapes_is_an_empty_drawing(deelname: Indicator) -> None:
    assert "geen cijfers" in json.dumps(maps.choropleth([], [], deelname))


def test_the_sentence_of_a_map(
    country: list[Shape], gemeenten: Callable[..., list[Figure]], deelname: Indicator
) -> None:
    words = maps.choropleth_description(
        country, gemeenten(1.0, 1.0, 5.0, 5.0), deelname, ("GM0002",)
    )

    assert plain(words) == (
        "Kaart van vso-deelname op 1 oktober 2019. minder dan 5,0 %: 2; 5,0 % of meer: 2; "
        "onbekend of niet precies bekend: 16; G2: 5,0 %."
    )


def _rows(path: Path) -> list[tuple[str, str, str]]:
    found = rows(features(json.loads(path.read_text(encoding="utf-8"))) or []) or []
    return [(row["statcode"], row["statnaam"], row["GEOMETRIE"]) for row in found]


def test_the_invented_region_is_drawn(deelname: Indicator) -> None:
    made = maps.shapes_from_geometry(_rows(SAMPLE))

    chart = maps.choropleth(made, [], deelname)

    assert names(chart) == [f"geen cijfer ({len(made)})"]
    for shape in made:
        assert shapes.is_inside(shapes.label_point(shape), shape.rings)


def test_the_whole_country_stays_small(shared_data: Path, share: Make, deelname: Indicator) -> None:
    rows = _rows(shared_data / "cbs-gemeente-grenzen-2023" / "gemeente_topo.json")
    made = maps.shapes_from_geometry(rows)
    figures = [share(10 + i / 10, 1000, code=shape.code) for i, shape in enumerate(made)]

    chart = maps.choropleth(made, figures, deelname)

    assert len(made) == 342
    assert len(json.dumps(chart)) < 250_000
    assert all(ring[0] == ring[-1] for shape in made for ring in shape.rings)
    whole = maps.shapes_from_geometry(rows, tolerance=0.0)
    size, exact = (sum(shapes.area(r) for s in each for r in s.rings) for each in (made, whole))
    assert size == pytest.approx(exact, rel=0.002)


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        # E11: 10-14 and 1-9 had one dark blue beside nought and what is hidden.
        ([(0, 0, ""), (0, 0, ""), (1, 4, "hidden"), (1, 9, "class"), (10, 14, "class")], False),
        # The same with room for three shades: nought, few, many.
        ([(0, 0, ""), (0, 0, ""), (5, 9, "class"), (5, 9, "class"), (20, 24, "class"),
          (20, 24, "class"), (1, 4, "hidden")], True),
        # Who sees exact numbers can compare two shades with the bars beside them.
        ([(0, 0, ""), (7, 7, ""), (14, 14, "")], True),
    ],
)  # fmt: skip
def test_a_map_of_classes_needs_three_shades(
    counts: list[tuple[int, int, str]], says: bool, leerlingen: Indicator
) -> None:
    areas = [
        Shape(code, code, [[*square(at, 52.0)]])
        for at, code in zip(range(len(counts)), "abcdefg", strict=False)
    ]
    figures = [
        make_figure(low, high, code=code, is_hidden=kind == "hidden", is_banded=kind == "class")
        for (low, high, kind), code in zip(counts, "abcdefg", strict=False)
    ]

    assert maps.says_something(areas, figures, leerlingen) is says
    shades = [t["name"] for t in maps.choropleth(areas, figures, leerlingen)["data"] if "name" in t]
    assert says is False or len(shades) >= 3 or not any(kind for _, _, kind in counts)


def test_the_ground_has_areas_and_names_and_no_figures(leerlingen: Indicator) -> None:
    drawing = maps.ground([Shape("a", "Aa", [[*square(5.0, 52.0)]])])

    # On the map, and at the mouse.
    assert [t["text"] for t in drawing["data"] if "text" in t] == [["Aa"], ["<b>Aa</b>"]]
    assert not [t for t in drawing["data"] if t.get("name")]
