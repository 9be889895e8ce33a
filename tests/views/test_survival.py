"""The steps of how soon it was over."""

from monitor.values.durations import spread_of
from monitor.views.charts import palette
from monitor.views.charts.survival import Cohort, survival, survival_description


DONE = Cohort("2023-2024", spread_of([("30", 2), ("100", 1), ("250", 1)]))
RUNS = Cohort("2024-2025", spread_of([("30", 1), ("60+", 2)]))


def test_each_day_on_which_one_ended_is_a_step() -> None:
    line = survival([DONE])["data"][0]

    assert line["x"] == [0, 30, 100, 250, 250]
    assert line["y"] == [0, 50, 75, 100, 100]
    assert line["line"]["shape"] == "hv"


def test_the_last_one_that_was_followed_long_enough_has_the_accent() -> None:
    older = DONE._replace(naam="2022-2023")

    drawn = survival([older, DONE, RUNS])["data"]

    colors = [trace["line"]["color"] for trace in drawn if trace["mode"] == "lines"]
    assert colors == [palette.GREY, palette.ACCENT, palette.SECOND]


def test_who_has_not_ended_is_marked_where_he_was_last_seen() -> None:
    marks = survival([RUNS])["data"][-1]

    assert marks["x"] == [60]
    assert round(marks["y"][0], 6) == 33.333333


def test_the_line_stops_where_nobody_was_followed_any_longer() -> None:
    line = survival([RUNS])["data"][0]

    assert line["x"][-1] == 60


def test_the_words_do_not_say_what_is_not_known_yet() -> None:
    said = survival_description([DONE, RUNS]).replace("\u00a0", " ")

    assert "2023-2024: binnen 3 maanden 50 %, binnen 6 maanden 75 %" in said
    assert "2024-2025: binnen 3 maanden nog niet te zeggen" in said


def test_nobody_is_no_drawing() -> None:
    assert survival([Cohort("2024-2025", spread_of([]))])["data"] == []
    assert "niemand" in survival_description([])
