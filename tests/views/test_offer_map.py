"""Arrangements on a map, and the circle of one."""

import math

from monitor.views.charts import offer_map
from monitor.views.charts.offer_map import Home, Offer


def test_arrangements_at_one_place_stand_beside_each_other() -> None:
    offers = [Offer(f"A{i}", "vol", "angst, 3 plaatsen", 5.0, 52.0) for i in range(3)]

    (trace,) = offer_map.with_offers({"data": [], "layout": {}}, offers)["data"]

    assert len(set(zip(trace["x"], trace["y"], strict=True))) == 3
    assert trace["name"] == "vol (3)"


def test_every_kind_has_a_mark_of_its_own() -> None:
    marks = {(symbol, fill) for _, symbol, fill, _ in offer_map.KINDS.values()}

    assert len(marks) == len(offer_map.KINDS) == 5, "hidden and unknown are two things"


def test_the_words_of_the_map_stay_on_top() -> None:
    chart = {"data": [{"name": "vlak"}, {"name": "woorden"}], "layout": {}}

    found = offer_map.with_offers(chart, [Offer("A", "vrij", "", 5.0, 52.0)])

    assert [trace["name"] for trace in found["data"]] == [
        "vlak",
        "met vrije plaatsen (1)",
        "woorden",
    ]


def test_the_circle_lies_as_far_as_the_norm_everywhere() -> None:
    chart = offer_map.reach([], "Rustpunt", (5.0, 52.0), 10, [])
    ring = next(trace for trace in chart["data"] if trace["mode"] == "lines")

    for x, y in zip(ring["x"], ring["y"], strict=True):
        east = (x - 5.0) * offer_map.KM_PER_DEGREE * math.cos(math.radians(52.0))
        north = (y - 52.0) * offer_map.KM_PER_DEGREE
        assert abs(math.hypot(east, north) - 10) < 0.1


def test_homes_inside_and_outside_differ_in_mark_and_word() -> None:
    homes = [Home("1001", "3 leerlingen", True, 5.0, 52.0),
             Home("1002", "1 leerling", False, 5.1, 52.1)]  # fmt: skip

    chart = offer_map.reach([], "Rustpunt", (5.0, 52.0), None, homes)

    marks = {trace["name"]: trace["marker"]["symbol"] for trace in chart["data"]}
    assert marks["kan hier terecht (1 postcodes)"] == "circle"
    assert marks["zelfde vraag, kan hier niet terecht (1 postcodes)"] == "circle-open"
    # No norm, no circle.
    assert not any(trace["mode"] == "lines" for trace in chart["data"])
    assert offer_map.reach_description("Rustpunt", None, homes).startswith(
        "Kaart van het bereik van Rustpunt, zonder grens. Van 2 postcodes"
    )
