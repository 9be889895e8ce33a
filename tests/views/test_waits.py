"""How long it takes: the middle, the band and the tail, and of a few cases the middle alone."""

from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from monitor.figures.door import Figure, Indicator
from monitor.values.durations import Spread
from monitor.views.charts.waits import Wait, wait_rows, waits_chart, waits_description, within


Make = Callable[..., Figure]
# Eleven cases of 0, 7, 14 … 70 days: quartiles and tail are whole weeks.
ELEVEN = Spread({(7 * week, False): 1 for week in range(11)})


@pytest.fixture
def duur(make_indicator: Callable[..., Indicator]) -> Indicator:
    return make_indicator(
        name="doorlooptijd", short="Tot besluit", kind="duur", statistic="mediaan", unit="weken",
        moment="schooljaar", teller="aanvragen", noemer="",
    )  # fmt: skip


@pytest.fixture
def waits(figure: Make) -> list[Wait]:
    few = figure(4.0, periode="2017-2018", teller=6.0, teller_max=6.0)
    many = figure(5.0, periode="2018-2019", teller=11.0, teller_max=11.0)
    return [Wait(few, None), Wait(many, ELEVEN)]


def test_the_table_has_the_weeks_and_says_where_there_are_too_few(
    waits: list[Wait], duur: Indicator
) -> None:
    few, many = wait_rows(waits, duur, norm=8)

    assert few == {
        "Schooljaar": "2017-2018", "Aanvragen": "6", "Kwart binnen (weken)": "te weinig",
        "Helft binnen (weken)": "4,0", "Driekwart binnen (weken)": "te weinig",
        "90 % binnen (weken)": "te weinig", "Binnen de norm (8 weken)": "te weinig",
    }  # fmt: skip
    assert many["Kwart binnen (weken)"] == "2,5"
    assert many["Helft binnen (weken)"] == "5,0"
    assert many["90 % binnen (weken)"] == "9,0"
    # 0 to 8 weeks are nine of eleven.
    assert many["Binnen de norm (8 weken)"].replace("\u00a0", " ") == "9 van 11 (81,8 %)"
    assert within(waits[0], 8) == "te weinig"


def test_the_chart_has_a_band_where_it_is_known_and_starts_at_nought(
    waits: list[Wait], duur: Indicator
) -> None:
    chart = waits_chart(waits, duur, norm=8)

    go.Figure(chart)
    band = next(trace for trace in chart["data"] if trace.get("fill"))
    assert sorted(band["y"]) == [2.5, 7.5]
    middle = next(trace for trace in chart["data"] if "markers" in trace["mode"])
    assert middle["y"] == [4.0, 5.0]
    assert chart["layout"]["yaxis"]["range"][0] == 0
    assert chart["layout"]["shapes"][0]["y0"] == 8
    words = [note["text"] for note in chart["layout"]["annotations"]]
    assert {"<b>helft binnen 5,0</b>", "90 % binnen 9,0", "norm 8"} <= set(words)


def test_the_sentence_says_first_and_last(waits: list[Wait], duur: Indicator) -> None:
    said = waits_description(waits, duur, 8).replace("\u00a0", " ")

    assert "schooljaar 2017-2018: de helft binnen" in said
    assert "90 % binnen 9,0 weken" in said
    assert waits_chart([], duur)["data"] == []
    assert waits_description([], duur) == "Geen cijfers over tot besluit."
