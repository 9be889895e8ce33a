"""Now beside a year before: every part, hidden parts without a length or a place."""

import json
from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from monitor.figures.door import Figure, Indicator
from monitor.views.charts.before_and_now import pair_rows, paired, pairs_chart, pairs_description


Make = Callable[..., Figure]


@pytest.fixture
def parts(figure: Make) -> tuple[list[Figure], list[Figure]]:
    hidden = figure(None, uitsplitsing="vraag=c", teller=1.0, teller_max=4.0, is_hidden=True)
    now = [figure(7, uitsplitsing="vraag=b"), figure(9, uitsplitsing="vraag=a"), hidden]
    before = [figure(5, uitsplitsing="vraag=a", periode="2018-10-01")]
    return now, before


def test_a_part_that_is_new_was_nought(
    parts: tuple[list[Figure], list[Figure]], leerlingen: Indicator
) -> None:
    pairs = paired(*parts, names={"a": "angst"}, order=("b",))

    assert pair_rows(pairs, leerlingen, "Vraag", "2019", "2018") == [
        {"Vraag": "b", "2019": "7", "2018": "0"},  # in the order that was asked
        {"Vraag": "angst", "2019": "9", "2018": "5"},
        {"Vraag": "c", "2019": "minder\u00a0dan\u00a05", "2018": "0"},
    ]


def test_what_is_hidden_has_no_bar(
    parts: tuple[list[Figure], list[Figure]], leerlingen: Indicator
) -> None:
    chart = pairs_chart(paired(*parts, names={}), leerlingen, "2019", "2018")

    go.Figure(chart)
    now = next(trace for trace in chart["data"] if trace["type"] == "bar")
    assert now["x"] == [9, 7, 0]
    assert "verborgen" not in json.dumps(chart)
    assert "c minder\u00a0dan\u00a05 (was 0)" in pairs_description(
        paired(*parts, names={}), leerlingen, "2019", "2018"
    )


def test_unknown_stands_last_and_nothing_is_said_so(figure: Make, leerlingen: Indicator) -> None:
    pairs = paired([figure(2, uitsplitsing="x=onbekend"), figure(1, uitsplitsing="x=zz")], [], {})

    assert [pair.naam for pair in pairs] == ["zz", "onbekend"]
    assert pairs_chart([], leerlingen, "nu", "toen")["data"] == []
    assert pairs_description([], leerlingen, "nu", "toen") == "Geen cijfers over leerlingen vso."
