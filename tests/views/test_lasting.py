"""Classes of duration in their own order, and the middle pupil over time."""

import pytest
from made_figures import make_figure

from monitor.figures.door import Figure, indicator_named
from monitor.values.durations import spread_of
from monitor.views.charts.how_long import (
    CLASSES,
    Moment,
    classes_description,
    classes_over_time,
    quartile_rows,
    quartiles_description,
    quartiles_over_time,
)


def part(name: str, low: float, high: float | str = "same", **rest: object) -> Figure:
    return make_figure(low, high, uitsplitsing=f"duur={name}", periode="2025-10-31", **rest)


def test_the_classes_are_those_of_the_indicator() -> None:
    """The order of the parts is said once, above the query; here they have a colour each."""
    assert indicator_named("thuiszitters_thuis_ocw").rang[0] == ("duur", CLASSES)


def test_the_longest_lies_at_the_bottom_and_a_class_that_is_missing_is_nought() -> None:
    months = {
        "2025-09-30": [part("tot 4 weken", 3)],
        "2025-10-31": [part("tot 4 weken", 1), part("langer dan 12 maanden", 2, 3)],
    }

    layers = classes_over_time(months)["data"]

    assert [layer["y"] for layer in layers] == [[0, 2], [0, 0], [0, 0], [0, 0], [3, 1]]
    assert "langer dan 12 maanden: 2–3" in layers[0]["customdata"][1]


def test_a_hidden_part_is_never_the_rest_of_a_stack() -> None:
    months = {"2025-10-31": [part("tot 4 weken", 9), part(CLASSES[1], 3, is_hidden=True)]}

    with pytest.raises(ValueError, match="hidden"):
        classes_over_time(months)


def test_the_words_say_the_last_month() -> None:
    months = {"2025-10-31": [part("tot 4 weken", 1), part("3 tot 6 maanden", 2)]}

    assert classes_description(months).endswith(
        "Op 31 oktober 2025: tot 4 weken 1 en 3 tot 6 maanden 2."
    )
    assert classes_over_time({})["data"] == []


MOMENTS = [
    Moment("2025-09-30", spread_of([("7", 1), ("14", 1), ("21", 1)])),
    Moment("2025-10-31", spread_of([("14", 2), ("70", 1)])),
    Moment("2025-08-31", spread_of([])),  # nobody
]


def test_median_and_strip_are_in_weeks_oldest_first() -> None:
    strip, mean, median, _ = quartiles_over_time(MOMENTS)["data"]

    assert median["y"] == [2, 2]
    assert [round(value, 2) for value in mean["y"]] == [2, 4.67]
    assert strip["y"] == [2.5, 6, 2, 1.5]  # upper edge there, lower edge back


def test_the_table_and_the_words_say_the_same() -> None:
    newest, _ = quartile_rows(MOMENTS)

    assert newest["Mediaan (weken)"] == "2,0"
    assert newest["Gemiddeld"] == "4,7"
    assert newest["Leerlingen"] == "3"
    assert "2 weken op 30 september 2025, later 2 weken op 31 oktober 2025" in (
        quartiles_description(MOMENTS)
    )
    assert quartiles_over_time([])["data"] == []
