"""Charts are plain dicts that plotly accepts, hold nothing that is hidden, and mix nothing."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.door import Figure, Indicator
from monitor.views.charts import breakdown, drawing, palette
from monitor.views.charts.breakdown import Break, Series


Make = Callable[..., Figure]
YEARS = [f"{year}-10-01" for year in range(2016, 2022)]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def drawn(chart: dict[str, Any]) -> str:
    """All that goes to the browser; first seen by plotly itself, as Streamlit does."""
    go.Figure(chart)
    return plain(json.dumps(chart, ensure_ascii=False))


def texts(chart: dict[str, Any]) -> list[str]:
    return [plain(note["text"]) for note in chart["layout"]["annotations"]]


def lines(chart: dict[str, Any], dash: str = "solid") -> list[dict[str, Any]]:
    return [
        trace
        for trace in chart["data"]
        if trace["mode"] == "lines" and trace["line"].get("dash") == dash and "fill" not in trace
    ]


def pieces(trace: dict[str, Any]) -> list[tuple[float, float]]:
    """(from, to) of each piece of a line."""
    x = trace["x"]
    return [(x[i], x[i + 1]) for i in range(0, len(x), 3)]


# ------------------------------------------------------------------------------------- trend


@pytest.fixture
def series(share: Make) -> Callable[..., Series]:
    """A line of percentages (of 1000) from 2016 on; None is unknown, missing years are "-"."""

    def make(*values: float | str | None, naam: str = "Rivierenstreek", **rest: Any) -> Series:
        figures = [
            share(None if value is None else 10 * float(value), 1000, periode=periode)
            for value, periode in zip(values, YEARS, strict=False)
            if value != "-"
        ]
        return Series(naam, figures, **rest)

    return make


def test_a_line_is_named_at_its_end(series: Any, deelname: Indicator) -> None:
    chart = breakdown.trend(
        [series(3.4, 3.5, 3.7, tone="accent"), series(4.0, 4.0, naam="Nederland")], deelname
    )

    drawn(chart)
    assert chart["layout"]["showlegend"] is False
    assert "<b>Rivierenstreek</b><br><b>3,7 %</b>" in texts(chart)
    assert "Nederland<br>4,0 % (2017)" in texts(chart)  # its last figure is older


def test_a_share_that_hardly_moves_says_that_its_axis_does_not_start_at_nought(
    series: Any, deelname: Indicator
) -> None:
    chart = breakdown.trend([series(3.4, 3.5, 3.7)], deelname)

    assert "in procenten (de as begint niet bij 0)" in texts(chart)
    assert chart["layout"]["yaxis"]["range"][0] > 0


def test_a_count_starts_at_nought(figure: Make, leerlingen: Indicator) -> None:
    figures = [figure(900 + i, periode=periode) for i, periode in enumerate(YEARS)]

    chart = breakdown.trend([Series("Rivierenstreek", figures)], leerlingen)

    assert chart["layout"]["yaxis"]["range"][0] == 0
    assert "leerlingen" in texts(chart)


def test_an_unknown_or_missing_year_is_a_gap(series: Any, deelname: Indicator) -> None:
    one = series(3.0, 3.1, None, 3.3, 3.4)
    chart = breakdown.trend([one, series(4.0, "-", 4.1, 4.2, naam="Nederland")], deelname)

    country, own = lines(chart)  # all grey: in the order given
    years = [[(round(a), round(b)) for a, b in pieces(line)] for line in (country, own)]
    assert years[0] == [(2017, 2018), (2020, 2021)]  # 2018 is there, and unknown
    assert years[1] == [(2019, 2020)]  # the others have 2017, so it is not skipped over


def test_years_in_which_nobody_counted_are_dotted(share: Make, deelname: Indicator) -> None:
    figures = [share(30, 1000, periode=p) for p in ("2016-10-01", "2019-10-01", "2025-10-01")]

    chart = breakdown.trend([Series("Rivierenstreek", figures)], deelname)

    assert lines(chart) == []
    assert len(pieces(lines(chart, "dot")[0])) == 2
    first, second = pairwise(chart["layout"]["xaxis"]["tickvals"])
    assert second[1] - second[0] == pytest.approx(2 * (first[1] - first[0]), rel=0.01)
    assert chart["layout"]["xaxis"]["ticktext"] == ["2016", "2019", "2025"]


def test_a_break_interrupts_the_line_and_is_told(series: Any, deelname: Indicator) -> None:
    cut = Break("2018-10-01", "ander soort bestand")
    chart = breakdown.trend([series(3.0, 3.1, 3.2, 3.3)], deelname, breaks=[cut])

    assert len(pieces(lines(chart)[0])) == 2
    assert any("ander soort bestand" in words for words in texts(chart))
    [rule] = chart["layout"]["shapes"]
    assert 2017.75 < rule["x0"] < 2018.75


def test_a_break_outside_the_figures_is_not_drawn(series: Any, deelname: Indicator) -> None:
    cuts = [Break("2016-10-01", "voor alles"), Break("2030-10-01", "na alles")]

    assert breakdown.trend([series(3.0, 3.1)], deelname, breaks=cuts)["layout"]["shapes"] == []


def test_a_remark_that_does_not_divide_leaves_the_line_whole(
    series: Any, deelname: Indicator
) -> None:
    remark = Break("2018-10-01", "fusie", divides=False)

    chart = breakdown.trend([series(3.0, 3.1, 3.2, 3.3)], deelname, breaks=[remark])

    assert len(pieces(lines(chart)[0])) == 3
    assert any("fusie" in words for words in texts(chart))


def test_an_interval_is_a_strip_and_never_a_guess(share: Make, deelname: Indicator) -> None:
    figures = [share(20, 1000, 40, periode=YEARS[0]), share(22, 1000, 41, periode=YEARS[1])]

    chart = breakdown.trend([Series("Rivierenstreek", figures)], deelname)

    area, strips, points = chart["data"]
    assert area["fill"] == "toself"
    assert strips["y"] == [2.0, 4.0, None, 2.2, 4.1, None]
    assert points["marker"]["opacity"] == [0, 0]
    assert "<b>" not in texts(chart)[0]
    assert "2,2–4,1 %" in texts(chart)[0]


def test_an_interval_smaller_than_a_dot_is_a_dot(share: Make, deelname: Indicator) -> None:
    figures = [share(30 + i, 1000, 30.02 + i, periode=p) for i, p in enumerate(YEARS)]

    chart = breakdown.trend([Series("Rivierenstreek", figures)], deelname)

    assert len(pieces(lines(chart)[0])) == 5


def test_provisional_points_are_hollow_and_say_so(series: Any, deelname: Indicator) -> None:
    one = series(3.0, 3.1, provisional=frozenset({YEARS[1]}))

    points = breakdown.trend([one], deelname)["data"][-1]

    assert points["marker"]["symbol"] == ["circle", "circle-open"]
    assert "voorlopig cijfer" in points["text"][1]


def test_a_target_is_a_dashed_line_with_a_label(series: Any, deelname: Indicator) -> None:
    chart = breakdown.trend([series(3.4, 3.5)], deelname, target=3.0, target_name="doel 2026")

    assert "doel 2026: 3,0 %" in texts(chart)
    [rule] = chart["layout"]["shapes"]
    assert (rule["y0"], rule["line"]["dash"]) == (3.0, "dash")
    assert chart["layout"]["yaxis"]["range"][0] <= 3.0


def test_hidden_figures_are_not_drawn_nor_sent(share: Make, deelname: Indicator) -> None:
    hidden = share(3, 217, periode=YEARS[1])._replace(teller=1, teller_max=4, is_hidden=True)
    figures = [share(30, 1000, periode=YEARS[0]), hidden]

    chart = breakdown.trend([Series("Rivierenstreek", figures)], deelname)

    assert str(round(300 / 217, 3)) not in drawn(chart)
    assert len(chart["data"][-1]["x"]) == 1


def test_names_from_a_file_cannot_hold_markup(series: Any, deelname: Indicator) -> None:
    chart = breakdown.trend([series(3.0, 3.1, naam="<a href='x'>A&B</a>")], deelname)

    assert "<a" not in drawn(chart)
    assert "&lt;a" in drawn(chart)


def test_no_figures_give_an_empty_drawing(deelname: Indicator) -> None:
    assert "geen cijfers" in drawn(breakdown.trend([Series("Rivierenstreek", [])], deelname))


def test_what_is_not_alike_is_refused(series: Any, share: Make, deelname: Indicator,
                                      figure: Make, leerlingen: Indicator) -> None:  # fmt: skip
    february = share(30, 1000, periode="2019-02-01")
    elsewhere = share(30, 1000, code="VO2401", periode=YEARS[1])
    refused: list[tuple[list[Series], Indicator]] = [
        ([Series("een", [february])], deelname),
        ([Series("een", [*series(3.0).figures, elsewhere])], deelname),
        ([Series("een", [*series(3.0).figures, *series(3.1).figures])], deelname),
        ([series(3.0)], leerlingen),
        ([Series("een", [figure(30)])], deelname),
        ([series(3.0, indicator="deelname_pro")], deelname),
    ]
    for lines_, indicator in refused:
        with pytest.raises(ValueError, match=r"."):
            breakdown.trend(lines_, indicator)


def test_a_published_share_without_teller_may_be_beside_it(
    series: Any, figure: Make, deelname: Indicator
) -> None:
    published = figure(4.0, teller=None, teller_max=None, code="NL", periode=YEARS[1])

    chart = breakdown.trend([series(3.0, 3.1), Series("Nederland", [published])], deelname)

    assert "Nederland<br>4,0 %" in texts(chart)


def test_the_sentence_of_a_trend_says_its_ends(series: Any, deelname: Indicator) -> None:
    words = breakdown.trend_description(
        [series(3.4, 3.5, 3.7), series(naam="Nederland")], deelname, [Break(YEARS[1], "breuk")], 3.0
    )

    assert plain(words) == (
        "Lijngrafiek van vso-deelname. Rivierenstreek: 3,4 % op 1 oktober 2016, daarna tot 3,7 % "
        "op 1 oktober 2018; Nederland: onbekend; doel: 3,0 %; breuk in 2017: breuk."
    )


@given(
    st.lists(st.tuples(st.floats(-50, 350), st.floats(10, 60)), min_size=1, max_size=12),
    st.floats(100, 600),
)
def test_labels_never_overlap(labels: list[tuple[float, float]], height: float) -> None:
    wanted, sizes = zip(*labels, strict=True)

    middles = drawing.spread(wanted, sizes, 0, height)

    spans = sorted((m - s / 2, m + s / 2) for m, s in zip(middles, sizes, strict=True))
    assert all(above >= end - 1e-6 for (_, end), (above, _) in pairwise(spans))
    if sum(sizes) <= height:
        assert spans[0][0] >= -1e-6
        assert spans[-1][1] <= height + 1e-6


def test_a_label_that_is_alone_stays_where_it_is() -> None:
    assert drawing.spread([100.0, 200.0], [20, 20], 0, 300) == [100.0, 200.0]


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_ticks_hold_all_values_and_are_few(low: float, extra: float) -> None:
    ticks = drawing.nice_ticks(low, low + extra)

    assert ticks[0] <= low * (1 + 1e-9) + 1e-9
    assert ticks[-1] >= (low + extra) * (1 - 1e-9) - 1e-9
    assert 2 <= len(ticks) <= 8


@given(st.text(max_size=80), st.integers(4, 30))
def test_a_folded_name_fits(words: str, width: int) -> None:
    lines_ = drawing.folded(words, width)

    assert len(lines_) <= 2
    assert all(len(line.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")) <= width
               for line in lines_)  # fmt: skip


# ----------------------------------------------------------------------------------- ranking


@pytest.fixture
def schools(share: Make) -> list[Figure]:
    values = {"a": (30, 30), "b": (50, 50), "c": (10, 40), "d": (None, None), "e": (40, 40)}
    found = [
        share(low, 1000, high, code=code, naam=f"School {code}")
        for code, (low, high) in values.items()
    ]
    hidden = share(2, 20, code="f", naam="School f")
    return [*found, hidden._replace(teller=1, teller_max=4, is_hidden=True)]


def test_the_highest_is_on_top_and_the_unknown_below(
    schools: list[Figure], deelname: Indicator
) -> None:
    chart = breakdown.ranking(schools, deelname, chosen=("e",))

    assert chart["layout"]["yaxis"]["ticktext"] == [
        "School b",
        "<b>School e</b>",
        "School a",
        "School c",  # 1,0–4,0: by its middle
        "School f",  # hidden: below, whatever it is (10 %)
        "School d",
    ]
    labels = next(trace for trace in chart["data"] if trace.get("mode") == "text")["text"]
    assert [plain(label).strip() for label in labels] == [
        "5,0 %", "<b>4,0 %</b>", "3,0 %", "1,0–4,0 %", "verborgen", "onbekend",
    ]  # fmt: skip


def test_bars_start_at_nought_and_whiskers_hold_what_is_open(
    schools: list[Figure], deelname: Indicator
) -> None:
    chart = breakdown.ranking(schools, deelname, chosen=("e",))

    bars, whiskers, _ = chart["data"]
    assert chart["layout"]["xaxis"]["range"][0] == 0
    assert bars["x"] == [5, 4, 3, 1, 0, 0]
    assert bars["marker"]["color"].count(palette.ACCENT) == 1
    assert whiskers["x"] == [1, 4, None]


def test_a_ranking_does_not_hold_what_is_hidden(schools: list[Figure], deelname: Indicator) -> None:
    assert "10.0" not in drawn(breakdown.ranking(schools, deelname))


def test_the_reference_is_a_line_with_its_name(
    schools: list[Figure], share: Make, deelname: Indicator
) -> None:
    country = share(38, 1000, code="NL", naam="Nederland")

    chart = breakdown.ranking(schools, deelname, reference=country)

    assert texts(chart) == ["Nederland 3,8 %"]
    assert chart["layout"]["shapes"][0]["x0"] == chart["layout"]["shapes"][0]["x1"] == 3.8
    # The label of 3,0 % would lie under the line, so it starts behind it.
    assert next(t for t in chart["data"] if t.get("mode") == "text")["x"][2] == 3.8


def test_an_open_reference_is_a_strip(
    schools: list[Figure], share: Make, deelname: Indicator
) -> None:
    country = share(10, 1000, 40, code="NL", naam="Nederland")

    # E11: the others are lines that keep what is hidden and what is unknown apart.
    strip, *_ = breakdown.ranking(schools, deelname, reference=country)["layout"]["shapes"]

    assert (strip["x0"], strip["x1"]) == (1, 4)


def test_the_height_follows_the_rows(schools: list[Figure], deelname: Indicator) -> None:
    few, many = (breakdown.ranking(schools[:n], deelname)["layout"]["height"] for n in (2, 4))

    # The fourth is hidden and stands apart (E11).
    assert many - few == 2 * 25 + 18


def test_what_is_hidden_or_unknown_stands_apart_and_not_below_nought(
    figure: Make, leerlingen: Indicator
) -> None:
    """E11: hidden counts are 1 to 4, and stood below the bar of a gemeente with nobody."""
    figures = [
        figure(12, 12, code="a"),
        figure(0, 0, code="b"),
        figure(1, 4, code="c", is_hidden=True),
        figure(1, 4, code="d", is_hidden=True),
        figure(None, None, code="e"),
    ]

    chart = breakdown.ranking(figures, leerlingen)

    middles = list(chart["data"][0]["y"])
    steps = [b - a for a, b in pairwise(middles)]
    assert steps[0] == steps[2]
    assert steps[1] == steps[3] == steps[0] + 18
    lines = [shape["y0"] for shape in chart["layout"]["shapes"]]
    assert [middles[1] < lines[0] < middles[2], middles[3] < lines[1] < middles[4]] == [True, True]
    assert [f.code for f in breakdown.ranked(figures)] == ["a", "b", "c", "d", "e"]


def test_a_ranking_refuses_two_moments_twins_and_too_many(share: Make, deelname: Indicator) -> None:
    refused = [
        [share(1, 9, code="a"), share(1, 9, code="b", periode="2020-10-01")],
        [share(1, 9, code="a"), share(1, 9, code="b", uitsplitsing="leeftijd=12")],
        [share(1, 9, code="a"), share(2, 9, code="a")],
        [share(1, 9, code=str(i)) for i in range(breakdown.MAX_ROWS + 1)],
    ]
    for figures in refused:
        with pytest.raises(ValueError, match=r"."):
            breakdown.ranking(figures, deelname)
    with pytest.raises(ValueError, match="more than one"):
        breakdown.ranking([share(1, 9)], deelname, reference=share(1, 9, periode="2020-10-01"))


def test_the_sentence_of_a_ranking(schools: list[Figure], deelname: Indicator) -> None:
    assert plain(breakdown.ranking_description(schools, deelname, ("e",))) == (
        "Staafgrafiek van vso-deelname op 1 oktober 2019, hoog naar laag; bovenaan School b met "
        "5,0 %; onderaan School c met 1,0–4,0 % (preciezer is de bron niet); School e: 4,0 %; "
        "2 onbekend of verborgen."
    )
    assert "van geen van de 1" in breakdown.ranking_description(schools[3:4], deelname)


def test_an_empty_ranking_is_an_empty_drawing(deelname: Indicator) -> None:
    assert "geen cijfers" in drawn(breakdown.ranking([], deelname))


# ------------------------------------------------------------------------------------- parts


def test_four_parts_are_stacked_and_named(figure: Make, leerlingen: Indicator) -> None:
    parts = [figure(10 * n, uitsplitsing=f"leerweg={w}") for n, w in enumerate("abcd", 1)]

    chart = breakdown.breakdown_bars(parts, leerlingen)

    drawn(chart)
    assert chart["layout"]["barmode"] == "stack"
    assert [trace["x"] for trace in chart["data"]] == [[40], [30], [20], [10]]
    assert "d 40 (40 %)" in texts(chart)[0]


@pytest.mark.parametrize(
    "values",
    [
        (1, 2, 3, 4, 5),  # five are too many to tell apart
        (10,),  # one part is no whole
    ],
)
def test_other_parts_are_bars(
    values: tuple[float, ...], figure: Make, leerlingen: Indicator
) -> None:
    parts = [figure(v, uitsplitsing=f"leerweg={i}") for i, v in enumerate(values)]

    assert "barmode" not in breakdown.breakdown_bars(parts, leerlingen)["layout"]


def test_open_parts_and_shares_do_not_add_up(
    figure: Make, share: Make, leerlingen: Indicator, deelname: Indicator
) -> None:
    open_ = [figure(1, 4, uitsplitsing="leerweg=a"), figure(7, uitsplitsing="leerweg=b")]
    shares = [share(1, 9, uitsplitsing="leerweg=a"), share(2, 9, uitsplitsing="leerweg=b")]

    assert "barmode" not in breakdown.breakdown_bars(open_, leerlingen)["layout"]
    assert "barmode" not in breakdown.breakdown_bars(shares, deelname)["layout"]


def test_parts_refuse_two_units_twins_and_a_total(figure: Make, leerlingen: Indicator) -> None:
    refused = [
        [figure(1, uitsplitsing="x=a"), figure(1, uitsplitsing="x=b", code="VO2401")],
        [figure(1, uitsplitsing="x=a"), figure(2, uitsplitsing="x=a")],
        [figure(1, uitsplitsing="x=a"), figure(2)],
    ]
    for figures in refused:
        with pytest.raises(ValueError, match=r"."):
            breakdown.breakdown_bars(figures, leerlingen)


def test_the_sentence_of_parts(figure: Make, leerlingen: Indicator) -> None:
    parts = [figure(1, uitsplitsing="x=a"), figure(2, uitsplitsing="x=b")]

    assert plain(breakdown.breakdown_bars_description(parts, leerlingen)) == (
        "Leerlingen vso, Rivierenstreek, 1 oktober 2019: b 2 leerlingen en a 1 leerling."
    )
    assert breakdown.breakdown_bars_description([], leerlingen).startswith("Geen cijfers")
    assert "geen cijfers" in drawn(breakdown.breakdown_bars([], leerlingen))


# --------------------------------------------------------------------------------- sparkline


def test_a_sparkline_is_a_named_picture_with_gaps() -> None:
    svg = ET.fromstring(breakdown.sparkline_svg([1, 2, None, 3], 'van 1 naar "3" & <meer>'))

    assert svg.attrib["aria-label"] == 'van 1 naar "3" & <meer>'
    assert svg.find(".//{*}path").attrib["d"].count("M") == 2  # type: ignore[union-attr]
    assert svg.find(".//{*}circle") is not None


@pytest.mark.parametrize("values", [[], [None], [5], [5, 5, 5], [1, None]])
def test_a_sparkline_of_little_stands(values: list[float | None]) -> None:
    assert ET.fromstring(breakdown.sparkline_svg(values, "niets")).tag.endswith("svg")


@given(st.lists(st.none() | st.floats(-1e9, 1e9), max_size=30))
def test_a_sparkline_stays_in_its_box(values: list[float | None]) -> None:
    path = ET.fromstring(breakdown.sparkline_svg(values, "x")).find(".//{*}path")

    numbers = path.attrib["d"].replace("M", " ").replace("L", " ").split()  # type: ignore[union-attr]
    assert all(0 <= float(x) <= 120 for x in numbers[::2])
    assert all(0 <= float(y) <= 28 for y in numbers[1::2])
