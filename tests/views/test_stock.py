"""The stand per month with in and out below it."""

from collections.abc import Callable

import pytest
from made_figures import make_figure

from monitor.compare.month_by_month import Month, months
from monitor.figures.door import Figure, Indicator
from monitor.views.charts.stock import stock, stock_description, stock_rows


@pytest.fixture
def stand(make_indicator: Callable[..., Indicator]) -> Indicator:
    return make_indicator(name="stand", short="Thuiszitters (OCW)", kind="aantal", noemer="",
                          unit="leerlingen", moment="maandeinde", decimals=0)  # fmt: skip


def course(*, is_hidden: bool = False) -> list[Month]:
    """With `is_hidden` the in and out of October are."""

    def at(periode: str, low: float, high: float | str = "same") -> Figure:
        return make_figure(low, high, periode=periode)

    stands = [at("2025-08-31", 20), at("2025-09-30", 22), at("2025-10-31", 20, 21)]
    came = [at("2025-09", 8), at("2025-10", 2)]
    left = [at("2025-09", 6), at("2025-10", 4)]
    if is_hidden:
        came[1], left[1] = (
            figure._replace(teller=1, teller_max=4, waarde=None, waarde_max=None, is_hidden=True)
            for figure in (came[1], left[1])
        )
    return months(stands, came, left)


def test_in_goes_up_and_out_goes_down_on_the_month_of_the_stand(stand: Indicator) -> None:
    drawing = stock(course(), stand, "Aadorp")

    strip, line, dots, came, left = drawing["data"]
    assert dots["y"] == [20, 22, 20]
    assert [y for y in line["y"] if y is not None] == [20, 22, 20]  # what is certain
    assert strip["y"][:3] == [20, 22, 21]  # what is possible
    assert came["x"] == left["x"] == dots["x"][1:]
    assert (came["y"], left["y"]) == ([8, 2], [-6, -4])


def test_a_month_in_which_something_is_hidden_has_no_bars(stand: Indicator) -> None:
    drawing = stock(course(is_hidden=True), stand, "Aadorp")

    *_, came, left = drawing["data"]
    assert (came["y"], left["y"]) == ([8], [-6])  # October holds a 2 and a 4
    assert "oktober" not in str(came["customdata"]) + str(left["customdata"])


def test_a_month_that_is_missing_leaves_a_gap(stand: Indicator) -> None:
    found = [month for month in course() if month.stand.periode != "2025-09-30"]

    line = stock(found, stand, "Aadorp")["data"][1]

    assert line["y"] == [20, None, 20, None]


def test_the_table_holds_the_sum_newest_first() -> None:
    rows = stock_rows(course(), "Verhuisd")

    assert [row["Maand"] for row in rows] == ["oktober 2025", "september 2025", "augustus 2025"]
    assert list(rows[1].values()) == ["september 2025", "20", "8", "6", "0", "22"]
    assert list(rows[0].values()) == ["oktober 2025", "22", "2", "4", "0 tot +1", "20–21"]


def test_what_is_hidden_is_said_in_the_table() -> None:
    rows = stock_rows(course(is_hidden=True), "Verhuisd")

    assert (rows[0]["Erbij"], rows[0]["Eraf"]) == ("minder dan 5", "minder dan 5")


def test_the_words_say_the_last_month(stand: Indicator) -> None:
    said = stock_description(course(), stand, "Aadorp").replace("\u00a0", " ")

    assert "20 op 31 augustus 2025, daarna tot 20–21 op 31 oktober 2025" in said
    assert "in oktober 2025 2 erbij en 4 eraf" in said


def test_without_months_it_says_so(stand: Indicator) -> None:
    assert stock([], stand, "Aadorp")["data"] == []
    assert "onbekend of verborgen" in stock_description([], stand, "Aadorp")
