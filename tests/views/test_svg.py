"""Our own SVG draws what the screen shows: every mark and word, well formed, and words as words."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.door import Figure, Indicator
from monitor.views.charts import flows, maps, palette
from monitor.views.charts.breakdown import Break, Series
from monitor.views.charts.kinds import AreaMap, Flows, Parts, Ranking, Trend
from monitor.views.charts.plotly import alt_of, plotly_of
from monitor.views.charts.svg import document, svg_of
from monitor.views.files import picture


Make = Callable[..., Figure]
SVG = "{http://www.w3.org/2000/svg}"
YEARS = [f"{year}-10-01" for year in range(2021, 2026)]
NO_AXES: dict[str, Any] = {"margin": {"t": 0, "r": 0, "b": 0, "l": 0}, "height": 100,
                           "xaxis": {"range": [0, 10], "visible": False},
                           "yaxis": {"range": [0, 10], "visible": False}}  # fmt: skip


def drawn(chart: Any, width: int = 700) -> ET.Element:
    group, height = svg_of(plotly_of(chart), alt_of(chart), width)
    return ET.fromstring(document(group, width, height, alt_of(chart)))


def of_layout(data: list[dict[str, Any]], **layout: Any) -> ET.Element:
    group, height = svg_of({"data": data, "layout": {**NO_AXES, **layout}}, "toets", 100)
    return ET.fromstring(document(group, 100, height, "toets"))


def words(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()).replace("\u00a0", " ") for one in root.iter(f"{SVG}text")]


def of_kind(root: ET.Element, kind: str) -> list[ET.Element]:
    """Without the white ground and the hatching."""
    return [one for one in root.iter(f"{SVG}{kind}") if one.get("width") not in ("100%", "6") and one.get("d") != "M0 0V6"]  # fmt: skip


def test_a_trend_has_its_names_values_break_and_target(share: Make, deelname: Indicator) -> None:
    own = [share(periode=year, teller=30 + place, noemer=1000) for place, year in enumerate(YEARS)]
    chart = Trend(
        (Series("SWV Oost", own, "accent"),), deelname, (Break("2023-10-01", "fusie"),), 3.7
    )

    root = drawn(chart)

    said = " | ".join(words(root))
    for expected in ("2021", "2025", "SWV Oost", "3,4 %", "fusie", "doel"):
        assert expected in said
    assert len(of_kind(root, "circle")) == len(YEARS)
    title = root.find(f".//{SVG}title")
    assert title is not None
    assert title.text == alt_of(chart)


def test_bars_stand_where_their_numbers_say(share: Make, deelname: Indicator) -> None:
    """Twice as much is twice as long."""
    figures = (
        share(code="A", naam="Aa", teller=20, noemer=1000),
        share(code="B", naam="Bee", teller=40, noemer=1000),
    )

    root = drawn(Ranking(figures, deelname))

    small, large = sorted(float(one.get("width", "0")) for one in of_kind(root, "rect"))[-2:]
    assert large == pytest.approx(2 * small, abs=0.1)
    assert {"Aa", "Bee"} <= set(words(root))


def test_parts_that_add_up_lie_behind_each_other() -> None:
    bars = [
        {"type": "bar", "orientation": "h", "x": [size], "y": [5], "width": 2} for size in (2, 3)
    ]

    root = of_layout(bars, barmode="stack")

    places = [(one.get("x"), one.get("width")) for one in of_kind(root, "rect")]
    assert places == [("0", "20"), ("20", "30")]


def test_a_strip_without_width_is_a_line() -> None:
    """A rectangle of no width is not drawn at all."""
    strip = {"type": "rect", "xref": "x", "yref": "paper", "x0": 4, "x1": 4, "y0": 0, "y1": 1,
             "line": {"color": palette.SECOND, "width": 2, "dash": "dot"}}  # fmt: skip

    root = of_layout([], shapes=[strip])

    (line,) = of_kind(root, "path")
    assert line.get("d") == "M40 100L40 0"
    assert line.get("stroke-dasharray") == "2 4"


def test_a_map_keeps_the_shape_of_its_areas() -> None:
    """Half as high as wide in degrees, and a degree of latitude longer than one of longitude."""
    ring = [(5.0, 52.0), (6.0, 52.0), (6.0, 52.5), (5.0, 52.5), (5.0, 52.0)]
    shape = maps.Shape("GM1", "Aa", [ring])

    root = drawn(AreaMap((shape,), height=400), 600)

    clip = root.find(f".//{SVG}clipPath/{SVG}rect")
    assert clip is not None
    wide, high = float(clip.get("width", "0")), float(clip.get("height", "0"))
    assert high / wide == pytest.approx(0.5 / maps.SQUEEZE, rel=0.01)


def test_flows_are_as_thick_as_they_are_many() -> None:
    chart = Flows((flows.Flow("Oost", "Vso A", 30), flows.Flow("West", "Vso A", 10)), "tlv's")

    root = drawn(chart)

    heights = sorted(float(one.get("height", "0")) for one in of_kind(root, "rect"))
    assert heights[1] / heights[0] == pytest.approx(3, rel=0.01)
    assert any(one.startswith("Vso A") for one in words(root))


def test_what_is_invisible_is_not_drawn() -> None:
    """The marks that hold the words of the mouse."""
    unseen = {"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"opacity": 0}}

    assert of_kind(of_layout([unseen]), "circle") == []


def test_a_mark_without_a_shape_is_no_silent_dot() -> None:
    strange = {
        "type": "scatter",
        "mode": "markers",
        "x": [1],
        "y": [1],
        "marker": {"symbol": "y-up"},
    }

    with pytest.raises(ValueError, match="y-up"):
        of_layout([strange])


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        svg_of({"data": [], "layout": NO_AXES}, " ")


def test_half_transparent_is_half_transparent_for_every_reader() -> None:
    line = {"type": "scatter", "mode": "lines", "x": [0, 9], "y": [0, 9],
            "line": {"color": "rgba(1,2,3,0.5)"}}  # fmt: skip

    (path,) = of_kind(of_layout([line]), "path")
    assert path.get("stroke") == "#010203"
    assert path.get("stroke-opacity") == "0.5"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_names_of_any_kind_stay_names(name: str) -> None:
    """`<b>`, `&`, quotes and strange letters are words in the file, and never markup."""
    one = picture.Picture(f"x {name}", "keuze", [], f"Bron: {name}")

    root = ET.fromstring(picture.to_svg(one))

    read = "".join("".join(words(root)).split())
    assert "".join(f"x{name}".split()) in read
    assert {one.tag for one in root.iter()} <= {f"{SVG}{kind}" for kind in (
        "svg", "g", "rect", "text", "tspan", "title", "path", "defs", "pattern")}  # fmt: skip


def test_a_file_holds_title_selection_source_and_that_it_is_invented(
    share: Make, deelname: Indicator
) -> None:
    chart = Ranking(
        (
            share(code="A", naam="Aa", teller=20, noemer=1000),
            share(code="B", naam="B", teller=None, noemer=None),
        ),
        deelname,
    )
    one = picture.Picture("Hoger in Aa", "U ziet: VO1.", [(plotly_of(chart), alt_of(chart))],
                          "Bron: DUO · voorlopig", is_demo=True)  # fmt: skip

    said = words(ET.fromstring(picture.to_svg(one)))

    assert said[:2] == ["Hoger in Aa", "U ziet: VO1."]
    assert "Bron: DUO · voorlopig" in said
    assert any(line.startswith("Verzonnen gegevens") for line in said)


def test_a_png_is_one_and_twice_as_wide(share: Make, deelname: Indicator) -> None:
    chart = Parts((share(uitsplitsing="a=b", teller=1, noemer=9),), deelname)
    one = picture.Picture("t", "s", [(plotly_of(chart), alt_of(chart))], "b")

    made = picture.to_png(one)

    assert made.startswith(b"\x89PNG")
    assert int.from_bytes(made[16:20]) == 2 * picture.WIDTH
