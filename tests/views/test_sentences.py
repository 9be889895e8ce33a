"""What a chart says: computed, careful, and silent where there is nothing to say."""

from collections.abc import Callable
from typing import Any

import pytest

from monitor.figures.door import Figure, Indicator
from monitor.views.charts.breakdown import Break, Series
from monitor.views.words.sentences import (
    compare_sentence,
    rank_sentence,
    trend_sentence,
)


Make = Callable[..., Figure]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.fixture
def line(share: Make) -> Callable[..., Series]:
    """A line from 2016 on of (teller, noemer[, teller_max]), in thousands of pupils."""

    def make(*values: tuple[float | None, ...], naam: str = "Rivierenstreek") -> Series:
        return Series(
            naam,
            [share(*value, periode=f"{2016 + i}-10-01") for i, value in enumerate(values)],  # type: ignore[arg-type]
        )

    return make


K = 100_000
MAY_BE = "het verschil kan toeval zijn"
LARGE = {
    "rose": ([(3400, K), (3700, K)], "Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2017)."),
    "fell": ([(3700, K), (3400, K)], "Vso-deelname daalde van 3,7 % (2016) naar 3,4 % (2017)."),
    "same": ([(3400, K), (3410, K)], "Vso-deelname bleef gelijk: 3,4 % in 2016 en in 2017."),
    "few pupils": (
        [(34, 1000), (37, 1000)],
        f"Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2017), maar {MAY_BE}.",
    ),
    # 3,36 and 3,44 would both be written 3,4, and are 0,1 apart.
    "a decimal more": (
        [(3360, K), (3440, K)],
        f"Vso-deelname steeg van 3,36 % (2016) naar 3,44 % (2017), maar {MAY_BE}.",
    ),
    "open": (
        [(1000, K, 4000), (3700, K)],
        "Vso-deelname ging van 1,0–4,0 % (2016) naar 3,7 % (2017) en kan gelijk zijn gebleven.",
    ),
    "unknown in the middle": (
        [(3400, K), (None, K), (3700, K)],
        "Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2018).",
    ),
    "one period": ([(3400, K)], ""),
    "one known": ([(3400, K), (None, K)], ""),
    "none": ([], ""),
}


@pytest.mark.parametrize("why", LARGE)
def test_a_trend_in_a_sentence(why: str, line: Any, nieuw: Indicator) -> None:
    values, expected = LARGE[why]

    assert plain(trend_sentence(line(*values), nieuw)) == expected


def test_of_a_stand_the_trend_says_nothing_about_chance(line: Any, deelname: Indicator) -> None:
    """A9: most of those pupils were there the year before, and all were counted."""
    words = trend_sentence(line((34, 1000), (37, 1000)), deelname)

    assert plain(words) == "Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2017)."


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ([(4000, K), (4000, K)], "; het land bleef gelijk."),
        ([(4000, K), (4400, K)], "; het land steeg van 4,0 % naar 4,4 %."),
        ([(4000, K, 4500), (4400, K)], "; het land kan gelijk zijn gebleven."),
        ([(40, 1000), (44, 1000)],
         "; het land steeg van 4,0 % naar 4,4 % (het verschil kan toeval zijn)."),
        ([(4000, K)], "."),  # not known at both moments: not compared
    ],
)  # fmt: skip
def test_the_country_beside_it(
    country: list[tuple[float, ...]], expected: str, line: Any, nieuw: Indicator
) -> None:
    beside = line(*country, naam="Nederland")

    words = trend_sentence(line((3400, K), (3700, K)), nieuw, beside)

    assert plain(words) == f"Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2017){expected}"


def test_only_what_comes_after_a_break_is_compared(line: Any, deelname: Indicator) -> None:
    values = [(9000, K), (3400, K), (3700, K)]

    assert "van 3,4 % (2017) naar 3,7 % (2018)" in plain(
        trend_sentence(line(*values), deelname, breaks=[Break("2017-10-01", "andere definitie")])
    )
    assert plain(
        trend_sentence(line(*values), deelname, breaks=[Break("2018-10-01", "Andere definitie.")])
    ) == ("Vso-deelname: 2018 is niet te vergelijken met eerdere cijfers: andere definitie.")


def test_a_break_before_or_after_all_figures_changes_nothing(
    line: Any, deelname: Indicator
) -> None:
    cuts = [Break("2016-10-01", "x"), Break("2030-10-01", "y"),
            Break("2017-10-01", "z", divides=False)]  # fmt: skip

    words = trend_sentence(line((3400, K), (3700, K)), deelname, breaks=cuts)

    assert "steeg" in words


def test_a_count_is_het_aantal(figure: Make, leerlingen: Indicator) -> None:
    figures = [figure(900, periode="2016-10-01"), figure(700, periode="2017-10-01")]

    assert plain(trend_sentence(Series("x", figures), leerlingen)) == (
        "Het aantal leerlingen vso daalde van 900 (2016) naar 700 (2017)."
    )


def test_hidden_figures_are_in_no_sentence(line: Any, share: Make, deelname: Indicator) -> None:
    hidden = share(3, 200)._replace(teller=1, teller_max=4, is_hidden=True)
    one = Series("x", [share(30, 200, periode="2016-10-01"), hidden])

    assert trend_sentence(one, deelname) == ""
    assert compare_sentence(hidden, share(30, 200), deelname) == ""
    assert rank_sentence([hidden, share(30, 200, code="b")], "VO9901", deelname, "swv") == ""


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((3900, K), "Vso-deelname is 3,9 %, 0,2 procentpunt lager dan in Nederland (4,1 %)."),
        ((39, 1000), f"Vso-deelname is 3,9 %, 0,2 procentpunt lager dan in Nederland (4,1 %); {MAY_BE}."),
        ((4110, K), "Vso-deelname is 4,1 %, even hoog als in Nederland."),
        ((3000, K, 5000), "Vso-deelname is 3,0–5,0 %; in Nederland is het 4,1 %: dat kan gelijk zijn."),
        ((None, K), ""),
    ],
)  # fmt: skip
def test_a_comparison_with_the_country(
    own: tuple[float, ...], expected: str, share: Make, nieuw: Indicator
) -> None:
    country = share(41000, 1_000_000, code="NL", naam="Nederland")

    assert plain(compare_sentence(share(*own), country, nieuw)) == expected


def test_a_comparison_takes_a_decimal_more_where_it_would_contradict_itself(
    share: Make, deelname: Indicator
) -> None:
    """A16: 4,06 and 4,14 would both be written 4,1, and are 0,1 apart."""
    words = plain(compare_sentence(share(4060, K), share(4140, K, naam="Nederland"), deelname))

    # Of a stand nothing about chance (A9).
    assert words == "Vso-deelname is 4,06 %, 0,08 procentpunt lager dan in Nederland (4,14 %)."


def test_what_is_not_alike_is_not_compared(
    share: Make, figure: Make, deelname: Indicator, leerlingen: Indicator
) -> None:
    assert compare_sentence(share(1, 9), share(1, 9, periode="2018-10-01"), deelname) == ""
    assert compare_sentence(figure(3), figure(30), leerlingen) == ""


def test_another_reference_has_its_own_name(share: Make, deelname: Indicator) -> None:
    words = compare_sentence(share(3900, K), share(4100, K), deelname, "vergelijkbare verbanden")

    assert "lager dan vergelijkbare verbanden (4,1" in words


def test_a_rank_counts_who_is_higher(share: Make, deelname: Indicator) -> None:
    values = {"VO9901": (30,), "a": (40,), "b": (50,), "c": (10,), "d": (30.2,)}
    figures = [share(v[0], 1000, code=code) for code, v in values.items()]

    # d is 3,02 % and VO9901 3,00 %: it stands above it in the list, so it is higher (A16 of
    # faults.md: differences before rounding; 2 was counted from 3,0 and 3,0).
    assert plain(rank_sentence(figures, "VO9901", deelname, "swv")) == (
        "Van de 5 samenwerkingsverbanden hebben er 3 een hogere vso-deelname."
    )
    assert plain(rank_sentence(figures, "b", deelname, "swv")) == (
        "Rivierenstreek heeft de hoogste vso-deelname van de 5 samenwerkingsverbanden."
    )
    assert "heeft er 1 een hogere" in rank_sentence(figures, "a", deelname, "swv")
    assert rank_sentence(figures, "elders", deelname, "swv") == ""


def test_a_rank_says_what_is_open_and_unknown_and_leaves_nowhere_out(
    share: Make, deelname: Indicator
) -> None:
    figures = [
        share(30, 1000),
        share(40, 1000, code="a"),
        share(20, 1000, 40, code="b"),  # may be higher
        share(None, 1000, code="c"),
        share(90, 1000, code="onbekend"),  # what lies nowhere is no samenwerkingsverband
    ]

    assert plain(rank_sentence(figures, "VO9901", deelname, "swv")) == (
        "Van de 3 samenwerkingsverbanden hebben er 1 tot 2 een hogere vso-deelname; van 1 andere "
        "is het niet (precies) bekend."
    )


def test_a_rank_of_counts_and_of_means(
    figure: Make, leerlingen: Indicator, afstand: Indicator
) -> None:
    counts = [figure(3), figure(30, code="a")]
    means = [figure(3, noemer=9), figure(30, noemer=9, code="a")]

    assert "heeft er 1 meer leerlingen in het vso" in rank_sentence(
        counts, "VO9901", leerlingen, "gemeente"
    )
    assert "heeft de meeste leerlingen in het vso van de 2 gemeenten" in rank_sentence(
        counts, "a", leerlingen, "gemeente"
    )
    assert "heeft de hoogste uitkomst van de 2 gemeenten" in rank_sentence(
        means, "a", afstand, "gemeente"
    )
    assert "een hogere uitkomst" in rank_sentence(means, "VO9901", afstand, "gemeente")


def test_of_a_count_nothing_is_said_about_chance(figure: Make, leerlingen: Indicator) -> None:
    counts = [figure(100, periode="2018-10-01"), figure(101)]

    words = trend_sentence(Series("Rivierenstreek", counts), leerlingen)

    assert "steeg" in words
    assert "toeval" not in words
