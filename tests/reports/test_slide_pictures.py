"""Every kind of picture on a slide: native, by the schema, and never a middle of what is open."""

import io
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from made_sections import STAMP, a_figure, a_section
from openxml_audit import validate_pptx
from test_deck import parts_of, slides_of

from monitor.compare.definition_bridge import Amount, Bridge, Term
from monitor.compare.month_by_month import months
from monitor.compare.school_quartiles import Band
from monitor.figures.door import Figure, indicator_named
from monitor.reports import deck
from monitor.reports.slides import cutting, pictures
from monitor.reports.slides.model import Box
from monitor.scholen.register import School
from monitor.sections.section import Drawn
from monitor.values.durations import spread_of
from monitor.views.charts import kinds
from monitor.views.charts.before_and_now import Pair
from monitor.views.charts.class_bars import Row
from monitor.views.charts.flows import Flow
from monitor.views.charts.how_long import CLASSES, Moment
from monitor.views.charts.kinds import Chart
from monitor.views.charts.matrix import Cell
from monitor.views.charts.offer_map import Home
from monitor.views.charts.shapes import Shape
from monitor.views.charts.survival import Cohort
from monitor.views.charts.trend_lines import Break, Series
from monitor.views.charts.waits import Wait


SHARE = indicator_named("deelname_vso_locatie")
COUNT = indicator_named("leerlingen_vso")
YEARS = [f"{year}-10-01" for year in range(2021, 2026)]
MONTHS = [f"2025-{month:02d}-28" for month in range(1, 13)]


def share(low: float | None, high: float | None, naam: str = "Tolbeke", **rest: Any) -> Figure:
    """In per cent; open where the ends differ."""
    return a_figure(naam, None if low is None else 10 * low, waarde=low, waarde_max=high,
                    **{"teller_max": None if high is None else 10 * high} | rest)  # fmt: skip


def count(low: float | None, high: float | None, naam: str = "Tolbeke", **rest: Any) -> Figure:
    return a_figure(
        naam,
        low,
        waarde=low,
        waarde_max=high,
        teller_max=high,
        noemer=None,
        noemer_max=None,
        **rest,
    )


def a_school(place: int) -> School:
    """Of which only its name and place matter."""
    empty = {one.name: "" for one in fields(School) if one.name != "niet_geteld_sinds"}
    known = {"code": f"99AA0{place}", "naam": f"School {place}", "schooltype": "vso", "plaats": "Tolbeke",
             "latitude": 52.0 + place / 10, "longitude": 5.0 + place / 10, "gesloten_vanaf": None}  # fmt: skip
    return School(**empty | known)  # type: ignore[arg-type]


SQUARES = tuple(
    Shape(
        f"GM{n}", f"Gemeente {n}", [[(n, 52.0), (n + 1, 52.0), (n + 1, 53.0), (n, 53.0), (n, 52.0)]]
    )
    for n in range(4)
)
OPEN_CLASSES = {
    "2025-09-30": tuple(
        count(5, 9, uitsplitsing=f"duur={one}", periode="2025-09-30") for one in CLASSES
    ),
    "2025-10-31": tuple(
        count(3, 3, uitsplitsing=f"duur={one}", periode="2025-10-31") for one in CLASSES
    ),
}
BRIDGE = Bridge(
    COUNT, COUNT, "2025-10-31", total=Amount(33, 34), outcome=Amount(19, 20),
    terms=(Term("kort", Amount(16, 16), Amount(0, 0)), Term("erbij", Amount(0, 0), Amount(2, 2)),
           Term("lang", Amount(17, 18), Amount(17, 18))),
)  # fmt: skip


def a_stock() -> kinds.Stock:
    stands = [count(30, 34, periode=one) for one in ("2025-08-31", "2025-09-30", "2025-10-31")]
    came = [count(2, 6, periode=one) for one in ("2025-09", "2025-10")]
    left = [count(1, 1, periode=one) for one in ("2025-09", "2025-10")]
    return kinds.Stock(
        tuple(months(stands, came, left)), indicator_named("thuiszitters_thuis_ocw"), "SWV"
    )


def an_open_trend() -> kinds.Trend:
    """From 30 to 34 in each year: 32 is nowhere."""
    figures = [share(30, 34, periode=year) for year in YEARS]
    return kinds.Trend(
        (Series("SWV", figures, "accent"),), SHARE, (Break("2023-10-01", "fusie"),), 12.0
    )


CHARTS: dict[str, Callable[[], Chart]] = {
    "Trend": an_open_trend,
    "Ranking": lambda: kinds.Ranking(
        (share(30, 34), share(6, 6, "Esperlo", code="GM2"), share(None, None, "Wilgenrade", code="GM3", is_hidden=True),
         share(3, None, "Oost", code="GM4"), share(None, None, "West", code="GM5")),
        SHARE, frozenset({"GM2"}), share(4, 4, "Nederland", code="")),
    "Parts": lambda: kinds.Parts(tuple(count(30, 34, uitsplitsing=f"duur={one}") for one in ("kort", "lang")), COUNT),
    "InBand": lambda: kinds.InBand(count(60, 60), Band(30, 40, 50, 70), COUNT),
    "Funnel": lambda: kinds.Funnel(
        tuple(share(low, high, f"School {n}", code=f"S{n}", noemer=size, noemer_max=size)
              for n, (low, high, size) in enumerate(((2, 2, 100), (30, 34, 200), (4, 4, 900), (3, 5, 500)))),
        SHARE, 0.04, frozenset({"S2"})),
    "BeforeAndNow": lambda: kinds.BeforeAndNow(
        tuple(Pair(naam, count(8, 8, naam), count(6, 6, naam)) for naam in ("kort", "lang")), COUNT, "nu", "toen"),
    "ClassBars": lambda: kinds.ClassBars((Row("angst", (30.0, 34.0), (60.0, 64.0)), Row("taal", (6.0, 6.0), (8.0, 8.0))),
                                         "met plek", "allen"),
    "Flows": lambda: kinds.Flows(tuple(Flow(f"Van {n}", f"Naar {n % 3}", 20.0 - n) for n in range(14)), "leerlingen"),
    "ClassesOverTime": lambda: kinds.ClassesOverTime(OPEN_CLASSES),
    "QuartilesOverTime": lambda: kinds.QuartilesOverTime(
        tuple(Moment(one, spread_of([("14", 2), ("60", 3), ("200", 1)])) for one in MONTHS)),
    "Stock": a_stock,
    "Survival": lambda: kinds.Survival((
        Cohort("2023-2024", spread_of([("30", 2), ("100", 1), ("250", 1)])),
        Cohort("2024-2025", spread_of([("30", 1), ("60+", 2)])))),
    "Waits": lambda: kinds.Waits(
        tuple(Wait(count(2, 2, periode=f"{year}-{year + 1}"), spread_of([("14", 2), ("60", 3)])) for year in (2022, 2023, 2024)),
        indicator_named("doorlooptijd_besluit"), 8.0),
    "Waterfall": lambda: kinds.Waterfall(BRIDGE),
    "AreaMap": lambda: kinds.AreaMap(
        SQUARES, (share(30, 34, "Gemeente 0", code="GM0"), share(6, 6, "Gemeente 1", code="GM1"),
                  share(None, None, "Gemeente 2", code="GM2", is_hidden=True)), SHARE, frozenset({"GM1"})),
    "ArrangementReach": lambda: kinds.ArrangementReach(
        SQUARES, "Rustpunt", (1.5, 52.5), 20.0, (Home("1001", "3 leerlingen", True, 1.4, 52.4),)),
    "Matrix": lambda: kinds.Matrix(
        (Cell("angst", "Noord", 40, 6, 10), Cell("angst", "", 40, 6, 10), Cell("", "Noord", 0, 0, 0), Cell("", "", 40, 6, 10)),
        {"angst": "angst", "Noord": "Noord", "": "Samen"}, "Dekking"),
    "SchoolMap": lambda: kinds.SchoolMap(SQUARES, tuple(map(a_school, range(3))), a_school(1)),
}  # fmt: skip
ELSEWHERE = {"OfferReach"}
"""Drawn by the very code of ArrangementReach."""
TABLES = {"Flows", "Matrix"}
SHAPES = {"AreaMap", "ArrangementReach", "SchoolMap"}


def numbers(content: bytes) -> Iterator[float]:
    """In the workbooks of charts and in the charts themselves."""
    for name, data in parts_of(content).items():
        if name.endswith("sheet1.xml"):
            for cell in etree.fromstring(data).iter("{*}c"):
                if cell.get("t") != "inlineStr":
                    yield float(cell.find("{*}v").text)
        elif name.startswith("ppt/charts/chart"):
            for point in etree.fromstring(data).iter("{*}numCache"):
                yield from (float(one.text) for one in point.iter("{*}v"))


def test_every_kind_has_its_form() -> None:
    every = {one.__name__ for one in get_args(Chart)}

    assert {one.__name__ for one in pictures.NATIVE} == every
    assert set(CHARTS) | ELSEWHERE == every


@pytest.mark.parametrize("kind", CHARTS)
def test_each_kind_is_native_by_the_schema_and_of_its_own_ends(kind: str, tmp_path: Path) -> None:
    """Drawings hold 30 and 34 of what lies between them, and never 32, their middle."""
    chart = CHARTS[kind]()
    content = deck.of_section(a_section(drawn=(Drawn(chart),)), STAMP)
    (tmp_path / "een.pptx").write_bytes(content)

    assert [str(one) for one in validate_pptx(tmp_path / "een.pptx").errors] == []
    slide = slides_of(content)[0]
    forms = {"graphicFrame": any(one.has_chart for one in slide.shapes),
             "table": any(one.has_table for one in slide.shapes),
             "group": any(one.shape_type == 6 for one in slide.shapes)}  # fmt: skip
    wanted = "table" if kind in TABLES else "group" if kind in SHAPES else "graphicFrame"
    assert forms == {one: one == wanted for one in forms}, kind
    found = set(numbers(content))
    assert 32.0 not in found
    assert not {4.0, 7.0} & found or kind in ("Ranking", "Funnel", "QuartilesOverTime", "Waits")


def test_open_pairs_are_a_table() -> None:
    """Two open bars beside each other cannot both be hatched up to what they can be."""
    chart = kinds.BeforeAndNow((Pair("kort", count(30, 34), count(6, 6)),), COUNT, "nu", "toen")

    slide = slides_of(deck.of_section(a_section(drawn=(Drawn(chart),)), STAMP))[0]

    assert [one.has_table for one in slide.shapes if one.has_table or one.has_chart] == [True]


def test_a_line_never_crosses_a_break() -> None:
    """Two pieces, of each the lowest and the highest: four series, each with gaps where the other is."""
    found = deck.read_back(deck.of_section(a_section(drawn=(Drawn(an_open_trend()),)), STAMP))

    assert found is not None
    (chart,) = found.slides[0].charts
    lines = {name: values for name, values in chart.series if name.startswith("SWV")}
    assert list(lines) == [
        f"SWV ({n} van 2), {end}" for n in (1, 2) for end in ("laagste", "hoogste")
    ]
    assert lines["SWV (1 van 2), laagste"] == (30, 30, None, None, None)
    assert lines["SWV (2 van 2), hoogste"] == (None, None, 34, 34, 34)


def test_what_is_hidden_is_said_and_has_no_bar() -> None:
    found = deck.read_back(deck.of_section(a_section(drawn=(Drawn(CHARTS["Ranking"]()),)), STAMP))

    assert found is not None
    (chart,) = found.slides[0].charts
    series = dict(chart.series)
    highest, lowest = (series[f"{SHARE.short}, {end}"] for end in ("hoogste", "laagste"))
    per_name = dict(zip(chart.categories, zip(lowest, highest, strict=True), strict=True))
    assert per_name["Tolbeke"] == (30, 34)
    assert per_name["Esperlo"] == (6, 6)
    hidden = next(name for name in per_name if name.startswith("Wilgenrade"))
    assert hidden != "Wilgenrade"
    assert per_name[hidden] == (None, None)
    assert per_name["West: onbekend"] == (None, None)
    assert chart.categories.index("Nederland") == chart.categories.index("Esperlo") + 1


def test_an_area_of_a_map_has_its_name_and_figure() -> None:
    slide = slides_of(deck.of_section(a_section(drawn=(Drawn(CHARTS["AreaMap"]()),)), STAMP))[0]

    (group,) = [one for one in slide.shapes if one.shape_type == 6]
    said = {one._element.find(".//{*}cNvPr").get("descr") for one in group.shapes}
    assert "Gemeente 1: 6,0 %" in {(one or "").replace("\u00a0", " ") for one in said}


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=3, max_size=12))
def test_what_is_cut_lies_within_its_frame(ring: list[tuple[float, float]]) -> None:
    frame = Box(0, 0, 100, 100)

    for point in cutting.plane(ring, frame):
        assert cutting.is_in(point, frame)
    for piece in cutting.line(ring, frame):
        assert all(cutting.is_in(point, frame) for point in piece)


def test_what_lies_within_stays_as_it_is() -> None:
    ring = [(10.0, 10.0), (90.0, 10.0), (50.0, 90.0)]

    assert cutting.plane(ring, Box(0, 0, 100, 100)) == ring
    half = cutting.plane(
        [(-50.0, 0.0), (50.0, 0.0), (50.0, 100.0), (-50.0, 100.0)], Box(0, 0, 100, 100)
    )
    assert sorted(half) == [(0.0, 0.0), (0.0, 100.0), (50.0, 0.0), (50.0, 100.0)]


def test_a_deck_is_opened_and_saved_again() -> None:
    """By python-pptx itself: charts keep their workbooks and can be given other data."""
    content = deck.of_section(a_section(), STAMP)
    opened = pptx.Presentation(io.BytesIO(content))
    chart = next(one.chart for one in opened.slides[0].shapes if one.has_chart)
    assert chart.part.chart_workbook.xlsx_part is not None
    assert list(chart.plots[0].categories) == ["Esperlo", "Tolbeke"]
    out = io.BytesIO()
    opened.save(out)
    assert deck.read_back(out.getvalue()) is not None
