"""Names on a map: where they fit, inside their own area, none over another, and to be read."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.door import Figure, Indicator
from monitor.values.safe_text import plain
from monitor.views.charts import drawing, map_names, maps, palette, shapes
from monitor.views.charts.shapes import SQUEEZE, Shape


HEIGHT = 410


def block(code: str, naam: str, west: float, south: float, wide: float, high: float) -> Shape:
    """An area that is a rectangle, in degrees."""
    east, north = west + wide, south + high
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Shape(code, naam, [ring])


def grid(side: int, size: float, named: Callable[[int], str]) -> list[Shape]:
    return [
        block(f"GM{i:04}", named(i), 5 + i % side * size, 52 + i // side * size, size, size)
        for i in range(side * side)
    ]


def boxes(found: list[map_names.Name], areas: list[Shape]) -> list[tuple[float, ...]]:
    """(left, right, low, high) of the words in pixels, as on a phone, a little smaller than is
    reserved for them: letters of 5.5 pixels and lines of 12."""
    points = [p for area in areas for ring in area.rings for p in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    scale = min(340 / ((max(xs) - min(xs)) * SQUEEZE), (HEIGHT - 130) / (max(ys) - min(ys)))
    out = []
    for name in found:
        x, y = name.middle[0] * SQUEEZE * scale, name.middle[1] * scale
        wide, high = max(map(len, name.lines)) * 5.5 / 2, len(name.lines) * 12 / 2
        out.append((x - wide, x + wide, y - high, y + high))
    return out


def test_names_that_fit_stand_in_their_own_area() -> None:
    areas = grid(3, 0.1, lambda i: f"Gemeente {i}")

    found = map_names.placed(areas, HEIGHT)

    assert sorted(name.code for name in found) == [area.code for area in areas]
    own = {area.code: area for area in areas}
    assert all(shapes.is_inside(name.middle, own[name.code].rings) for name in found)


def test_what_does_not_fit_has_no_name() -> None:
    areas = [
        block("GM0001", "West", 5.0, 52.0, 0.5, 0.5),
        block("GM0002", "Sint Anthonis", 5.5, 52.0, 0.03, 0.5),  # a strip: narrower than its name
        block("GM0003", "Oost", 5.53, 52.0, 0.5, 0.5),
    ]

    assert [name.code for name in map_names.placed(areas, HEIGHT)] == ["GM0001", "GM0003"]
    # Unless the sentence above the map is about it.
    assert "GM0002" in {n.code for n in map_names.placed(areas, HEIGHT, {"GM0002"})}


def test_a_long_name_is_folded_where_it_does_not_fit_in_one_line() -> None:
    areas = [
        block("GM0001", "West", 5.0, 52.0, 0.5, 0.3),
        block("GM0002", "Mill en Sint", 5.5, 52.0, 0.06, 0.3),  # too narrow for the whole name
    ]

    assert {n.code: n.lines for n in map_names.placed(areas, HEIGHT)}["GM0002"] == [
        "Mill en", "Sint"
    ]  # fmt: skip


@given(
    st.integers(1, 6),
    st.lists(st.text("abcdefg ", min_size=1, max_size=30), min_size=36, max_size=36),
    st.sets(st.integers(0, 35)),
)
def test_no_name_lies_over_another(side: int, words: list[str], first: set[int]) -> None:
    areas = grid(side, 0.1, words.__getitem__)

    found = map_names.placed(areas, HEIGHT, {f"GM{i:04}" for i in first})

    for one, other in combinations(boxes(found, areas), 2):
        assert (one[1] <= other[0] or other[1] <= one[0]
                or one[3] <= other[2] or other[3] <= one[2])  # fmt: skip


def test_a_name_goes_aside_for_a_mark_and_away_where_marks_are_everywhere() -> None:
    area = block("GM0001", "Tolbeke", 5.0, 52.0, 0.5, 0.3)
    middle = shapes.label_point(area)

    (aside,) = map_names.placed([area], HEIGHT, marks=[middle])
    full = [(5.0 + x / 40, 52.0 + y / 100) for x in range(21) for y in range(31)]

    assert aside.middle != middle
    assert shapes.is_inside(aside.middle, area.rings)
    assert map_names.placed([area], HEIGHT, marks=full) == []


def test_of_a_country_only_those_that_the_sentence_names_have_a_name() -> None:
    areas = grid(7, 0.1, lambda i: f"G{i}")  # 49: more than are named

    assert map_names.placed(areas, 640) == []
    assert [name.code for name in map_names.placed(areas, 640, {"GM0003"})] == ["GM0003"]


@pytest.mark.parametrize("shade", [*palette.CLASSES, palette.NO_SCHOOL, palette.NO_CLASS])
def test_a_name_is_read_on_every_shade(shade: str) -> None:
    area = block("GM0001", "Tolbeke", 5.0, 52.0, 0.5, 0.3)

    (trace,) = map_names.trace(map_names.placed([area], HEIGHT), {"GM0001": shade})

    assert palette.contrast(trace["textfont"]["color"][0], shade) >= 4.5


def test_the_gemeente_of_the_sentence_is_outlined_and_bold(
    share: Callable[..., Figure], deelname: Indicator
) -> None:
    areas = grid(2, 0.1, lambda i: f"G{i}")
    figures = [share(10 + i, 1000, code=area.code) for i, area in enumerate(areas)]

    chart = maps.choropleth(areas, figures, deelname, named=("GM0002",))

    # Which ones the sentence says; the legend leaves the map its room.
    assert "genoemd in de zin" in [plain(t["name"]) for t in chart["data"] if "name" in t]
    (names,) = [t for t in chart["data"] if t.get("mode") == "text"]
    assert sorted(names["text"]) == ["<b>G2</b>", "G0", "G1", "G3"]
    # What the mouse reads stays last: a click on the map counts on it.
    assert chart["data"][-1]["marker"]["opacity"] == 0


def test_one_that_is_chosen_is_not_outlined_twice(
    share: Callable[..., Figure], deelname: Indicator
) -> None:
    areas = grid(2, 0.1, lambda i: f"G{i}")
    figures = [share(10 + i, 1000, code=area.code) for i, area in enumerate(areas)]

    chart = maps.choropleth(areas, figures, deelname, ("GM0001",), named=("GM0001",))

    words = [plain(trace["name"]) for trace in chart["data"] if "name" in trace]
    assert "gekozen: G1" in words
    assert "genoemd in de zin" not in words


def test_a_map_of_marks_names_what_is_seen_of_it_in_the_colour_of_the_theme() -> None:
    """A school and what is near it: the part of the areas that the window shows."""
    areas = grid(2, 0.2, lambda i: f"Gemeente {i}")  # 0 and 1 south, 2 and 3 north of 52.2
    school = [5.1, 52.1]
    chart = {
        "data": [
            {"type": "scatter", "mode": "lines", "x": [5.0, None], "y": [52.0, None]},
            {"type": "scatter", "mode": "markers", "x": school[:1], "y": school[1:]},
        ],
        "layout": {
            "height": 520, "xaxis": {"range": [5.0, 5.2]}, "yaxis": {"range": [52.0, 52.19]},
        },
    }  # fmt: skip

    drawn = map_names.on_lines(areas, chart)

    *before, names = drawn["data"]
    assert before == chart["data"]
    assert names["text"] == ["Gemeente 0"]
    assert (names["x"], names["y"]) != ([school[0]], [school[1]])
    assert 5.0 < names["x"][0] < 5.2
    assert 52.0 < names["y"][0] < 52.19
    assert names["textfont"]["color"] == drawing.INK  # the theme makes it light or dark
    assert "shadow" not in names["textfont"]
