"""Counts in classes as bars, from the lowest to the highest that each can be."""

from made_figures import make_share

from monitor.views.charts.class_bars import Row, class_bars, description, ordered, row_of


ANGST = Row("angst", (65.0, 69.0), (145.0, 149.0))
TAAL = Row("taal", (30.0, 34.0), (45.0, 49.0))


def test_a_bar_is_full_from_its_lowest_to_its_highest() -> None:
    grey, whole, faint, part, labels = class_bars([ANGST])["data"]

    assert (grey["base"], grey["x"]) == ([0.0], [145.0])
    assert (whole["base"], whole["x"]) == ([145.0], [4.0])
    assert (faint["base"], faint["x"]) == ([0.0], [65.0])
    assert (part["base"], part["x"]) == ([65.0], [4.0])
    assert labels["text"] == [" 65–69 van 145–149"]


def test_bars_start_at_nought_and_end_at_the_highest() -> None:
    layout = class_bars([ANGST, TAAL])["layout"]

    assert layout["xaxis"]["range"] == [0, 149.0]


def test_one_number_is_a_stroke_that_ends_at_it() -> None:
    part = class_bars([Row("angst", (0.0, 0.0), (20.0, 20.0))])["data"][3]
    whole = class_bars([Row("angst", (0.0, 0.0), (20.0, 20.0))])["data"][1]

    assert (part["base"], part["x"]) == ([0.0], [0.0])  # nobody is nothing to see
    assert whole["base"][0] + whole["x"][0] == 20.0
    assert whole["x"][0] > 0


def test_what_is_hidden_has_no_row() -> None:
    share = make_share(60.0, 120.0)

    assert row_of("angst", share._replace(teller_max=64.0)) == Row(
        "angst", (60.0, 64.0), (120.0, 120.0)
    )
    assert row_of("angst", share._replace(is_hidden=True)) is None
    assert row_of("angst", share._replace(teller_max=None)) is None


def test_who_is_surely_most_short_comes_first() -> None:
    fine = Row("leren", (105.0, 109.0), (110.0, 114.0))

    # 145 less 69 is 76 at least; 45 less 34 is 11; 110 less 109 is 1.
    assert ordered([fine, TAAL, ANGST]) == [ANGST, TAAL, fine]


def test_in_words() -> None:
    assert description(
        [ANGST, TAAL], "leerlingen die een plek vinden", "alle leerlingen per vraag"
    ) == (
        "Staafgrafiek in klassen van leerlingen die een plek vinden, van alle leerlingen per vraag: angst "
        "65–69 van 145–149; taal 30–34 van 45–49."
    )


def test_a_name_is_words_and_no_markup() -> None:
    ticks = class_bars([Row("<b>angst</b>", (5.0, 9.0), (10.0, 14.0))])["layout"]["yaxis"][
        "ticktext"
    ]

    assert ticks == ["&lt;b&gt;angst&lt;/b&gt;"]
