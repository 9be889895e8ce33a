"""The Sankey: no pupil more or less than in the flows, readable ends, small ends together."""

import json
from typing import Any

import plotly.graph_objects as go
from hypothesis import given
from hypothesis import strategies as st

from monitor.views.charts.flows import MOST_FROM, MOST_TO, Flow, folded, sankey, sankey_description


FLOWS = [
    Flow("Noord", "Vso A", 20),
    Flow("Noord", "Vso B", 5),
    Flow("Zuid", "Vso A", 7),
    Flow("Zuid", "Vso C", 0),  # nobody: no line
]
names = st.sampled_from([f"G{i}" for i in range(15)])
many = st.lists(st.builds(Flow, names, names, st.integers(0, 30).map(float)), max_size=60)


def ends(chart: dict[str, Any]) -> list[str]:
    return list(chart["data"][0]["node"]["label"])


@given(many)
def test_folding_loses_nobody(flows: list[Flow]) -> None:
    shown = folded(flows)

    assert sum(flow.amount for flow in shown) == sum(flow.amount for flow in flows)
    assert len({flow.origin for flow in shown}) <= MOST_FROM
    assert len({flow.destination for flow in shown}) <= MOST_TO
    # Who keeps his name keeps his total.
    for one in {flow.origin for flow in shown if not flow.origin.startswith("overige")}:
        assert sum(f.amount for f in shown if f.origin == one) == sum(
            f.amount for f in flows if f.origin == one
        )


@given(many)
def test_every_line_runs_from_left_to_right(flows: list[Flow]) -> None:
    chart = sankey(flows, "tlv's")
    if not chart["data"]:
        assert all(flow.amount == 0 for flow in flows)
        return
    trace = chart["data"][0]

    go.Figure(chart)
    assert set(trace["link"]["source"]).isdisjoint(trace["link"]["target"])
    assert sum(trace["link"]["value"]) == sum(flow.amount for flow in flows)
    assert all(0 <= y <= 1 for y in trace["node"]["y"])


def test_ends_are_named_with_their_totals_the_largest_on_top() -> None:
    chart = sankey(FLOWS, "tlv's")

    assert ends(chart) == ["Noord 25", "Zuid 7", "Vso A 27", "Vso B 5"]
    assert chart["data"][0]["link"]["value"] == [20, 7, 5]


def test_the_small_ends_are_one_at_the_bottom() -> None:
    flows = [Flow(f"Gemeente {i:02}", "Vso A", 40.0 - i) for i in range(14)]

    labels = ends(sankey(flows, "tlv's"))

    assert labels[0] == "Gemeente 00 40"
    assert labels[MOST_FROM - 1] == f"overige (5) {sum(40 - i for i in range(9, 14))}"


def test_the_same_name_on_both_sides_is_two_ends() -> None:
    """A renewal: a pupil of a vso school who stays there."""
    chart = sankey([Flow("Vso A", "Vso A", 9)], "tlv's")

    assert ends(chart) == ["Vso A 9", "Vso A 9"]


def test_a_name_cannot_bring_markup_along() -> None:
    assert "<script" not in json.dumps(sankey([Flow("<script>", "Vso A", 9)], "tlv's"))


def test_what_tells_two_locations_apart_is_kept() -> None:
    flows = [Flow("Noord", "Vso Waterpoort, locatie Hazelmond", 9)]

    assert ends(sankey(flows, "tlv's"))[1] == "Vso Waterpoort, Hazelmond 9"


def test_the_sentence_names_the_largest() -> None:
    said = sankey_description(FLOWS, "tlv's")

    assert said.startswith("Stroomdiagram van 32 tlv's, van 2 herkomsten naar 2 bestemmingen.")
    assert "De grootste: Noord naar Vso A: 20;" in said
    assert sankey_description([], "tlv's") == "Geen tlv's om te tekenen."
    assert sankey([], "tlv's")["data"] == []
