"""Numbers, dates and values as people write them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures import differences, wording
from monitor.figures.door import Figure, Indicator
from monitor.values import dutch, moments, rounding
from monitor.values.rounding import apart


Make = Callable[..., Figure]


def plain(words: str) -> str:
    """With ordinary spaces, so that a table of texts can be read."""
    return words.replace(dutch.SPACE, " ")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234.5, 1, "1.234,5"),
        (1234.5, 0, "1.235"),  # a half goes up
        (2.25, 1, "2,3"),  # and not to the even neighbour
        (2.675, 2, "2,68"),  # as it is written, not as it lies in binary
        (-0.04, 1, "0,0"),  # never -0,0
        (-3.2, 1, "-3,2"),
        (0, 0, "0"),
        (1e9, 0, "1.000.000.000"),
        (None, 0, "onbekend"),
        (float("nan"), 0, "onbekend"),
    ],
)
def test_numbers_have_a_decimal_comma(value: float, decimals: int, expected: str) -> None:
    assert dutch.number(value, decimals) == expected


@given(st.decimals(-(10**9), 10**9, places=2), st.integers(0, 2))
def test_a_written_number_is_the_number_again(value: Decimal, decimals: int) -> None:
    written = dutch.number(value, decimals)

    assert Decimal(written.replace(".", "").replace(",", ".")) == rounding.rounded(
        float(value), decimals
    )
    assert abs(rounding.rounded(float(value), decimals) - value) * 2 <= Decimal(10) ** -decimals


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_lists_are_joined_with_en(words: list[str], expected: str) -> None:
    assert dutch.joined(words) == expected


def test_units_stay_with_their_number() -> None:
    assert dutch.percentage(12.5) == "12,5\u00a0%"
    assert dutch.euro(12500) == "€\u00a012.500"
    assert dutch.count(16766.5) == "16.766,5"  # half a pupil, at the vavo
    assert dutch.ordinal(3) == "3e"


@pytest.mark.parametrize(
    ("periode", "moment", "long", "short"),
    [
        ("2019-10-01", "1 oktober", "1 oktober 2019", "2019"),
        ("2020-02-01", "1 februari", "1 februari 2020", "2020"),
        ("2015", "jaar", "2015", "2015"),
        ("2024-2025", "schooljaar", "schooljaar 2024-2025", "24-25"),
        ("2024", "schooljaar", "schooljaar 2024-2025", "24-25"),  # by its first year
        ("1999-2000", "schooljaar", "schooljaar 1999-2000", "99-00"),
        ("2025-03-31", "maandeinde", "31 maart 2025", "mrt 2025"),
    ],
)
def test_periods_are_written_long_and_short(
    periode: str, moment: str, long: str, short: str
) -> None:
    assert moments.period(periode, moment) == long
    assert moments.period_short(periode, moment) == short
    # A year is never two digits in a sentence; a month is as short as on an axis.
    brief = moments.period_brief(periode, moment)
    assert brief == (long.removeprefix("schooljaar ") if "schooljaar" in long else short)
    assert moments.fits_moment(periode, moment)


def test_a_period_of_another_moment_does_not_fit() -> None:
    assert not moments.fits_moment("2019-02-01", "1 oktober")
    assert not moments.fits_moment("2019", "1 oktober")
    assert not moments.fits_moment("2019-10-01", "jaar")


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)), st.integers(1, 400))
def test_later_lies_further(day: dt.date, days: int) -> None:
    later = day + dt.timedelta(days=days)

    assert moments.position(day.isoformat()) < moments.position(later.isoformat())


def test_dates_are_written_in_full() -> None:
    assert moments.date(dt.date(2019, 10, 1)) == moments.date("2019-10-01") == "1 oktober 2019"


SHARES = [
    # teller, teller_max, noemer, noemer_max, short, long
    (34, 34, 1000, 1000, "3,4 %", "3,4 %"),
    (31, 34, 1000, 1000, "3,1–3,4 %", "3,1–3,4 % (preciezer is de bron niet)"),
    (31, 31.2, 1000, 1000, "3,1 %", "3,1 %"),  # both ends are written alike: one number
    (31, None, 1000, 1000, "ten minste 3,1 %", "ten minste 3,1 %"),
    (None, 34, 1000, 1000, "ten hoogste 3,4 %", "ten hoogste 3,4 %"),
    (0, None, 1000, 1000, "onbekend", "onbekend"),  # at least nought says nothing
    (None, None, 1000, 1000, "onbekend", "onbekend"),
    (0, 0, 1000, 1000, "0,0 %", "0,0 %"),  # nought is not unknown
]


@pytest.mark.parametrize(("low", "high", "of", "most", "short", "long"), SHARES)
def test_a_share_is_a_percentage_or_says_what_is_known(
    low: float, high: float, of: float, most: float, short: str, long: str,
    share: Make, deelname: Indicator,
) -> None:  # fmt: skip
    one = share(low, of, high, most)

    assert plain(wording.value(one, deelname)) == short
    assert plain(wording.value_long(one, deelname)) == long


COUNTS = [
    (37753, 37753, "37.753", "37.753 leerlingen"),
    (1, 1, "1", "1 leerling"),
    (1, 4, "1–4", "1–4 leerlingen (door de bron verborgen)"),
    (312, 715, "312–715", "312–715 leerlingen (preciezer is de bron niet)"),
    (12, None, "ten minste 12", "ten minste 12 leerlingen"),
    (None, None, "onbekend", "onbekend"),
]


@pytest.mark.parametrize(("low", "high", "short", "long"), COUNTS)
def test_a_count_is_short_on_a_card_and_has_its_noun_in_a_sentence(
    low: float, high: float, short: str, long: str, figure: Make, leerlingen: Indicator
) -> None:
    assert plain(wording.value(figure(low, high), leerlingen)) == short
    assert plain(wording.value_long(figure(low, high), leerlingen)) == long


def test_a_mean_has_its_unit(figure: Make, afstand: Indicator) -> None:
    one = figure(10.94, teller=413114.2, teller_max=413114.2, noemer=37753, noemer_max=37753)

    assert wording.value(one, afstand) == "10,9\u00a0km"
    assert wording.value_bare(one, afstand) == "10,9"
    assert plain(wording.teller_noemer(one, afstand)) == (
        "413.114,2 kilometers samen over 37.753 leerlingen in het vso"
    )


def test_what_we_hide_is_never_written(
    figure: Make, share: Make, leerlingen: Indicator, deelname: Indicator
) -> None:
    # The exact value is still in the figure; no text may hold it.
    count = figure(3, teller=1, teller_max=4, is_hidden=True)
    part = share(3, 200)._replace(teller=1, teller_max=4, is_hidden=True)

    assert plain(wording.value(count, leerlingen)) == "minder dan 5"
    assert plain(wording.value_long(count, leerlingen)) == "minder dan 5"
    assert plain(wording.value(part, deelname)) == "verborgen"
    assert plain(wording.value_long(part, deelname)) == (
        "verborgen (minder dan 5 leerlingen in het vso)"
    )
    assert plain(wording.teller_noemer(part, deelname)) == (
        "minder dan 5 leerlingen in het vso op 200 leerlingen in het vo"
    )
    assert wording.shown(part) == wording.shown(count) == (None, None)


def test_what_is_hidden_for_the_sake_of_another_says_no_size(
    figure: Make, leerlingen: Indicator
) -> None:
    one = figure(40, teller=None, teller_max=None, is_hidden=True)

    assert wording.value(one, leerlingen) == wording.value_long(one, leerlingen) == "verborgen"
    assert wording.teller(one) == "verborgen"


@pytest.mark.parametrize(
    ("teller", "teller_max", "noemer", "expected"),
    [
        (37753, 37753, 953648, "37.753 leerlingen in het vso op 953.648 leerlingen in het vo"),
        (1, 1, 16766.5, "1 leerling in het vso op 16.766,5 leerlingen in het vo"),
        (3, 9, 100, "3–9 leerlingen in het vso op 100 leerlingen in het vo"),
        (3, None, 100, "ten minste 3 leerlingen in het vso op 100 leerlingen in het vo"),
        (None, None, 100, "een onbekend aantal leerlingen in het vso op 100 leerlingen in het vo"),
        (None, None, None, ""),  # a published share: nothing is known of them
    ],
)
def test_teller_and_noemer_are_a_sentence(
    teller: float, teller_max: float, noemer: float, expected: str,
    share: Make, deelname: Indicator,
) -> None:  # fmt: skip
    assert plain(wording.teller_noemer(share(teller, noemer, teller_max), deelname)) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ((37, 1000), (34, 1000), "0,3 procentpunt hoger"),
        ((34, 1000), (37, 1000), "0,3 procentpunt lager"),
        ((34, 1000), (34, 1000), "gelijk"),
        # A16 of faults.md: taken before rounding. 3,44 and 3,36 are both written 3,4 and are 0,1
        # apart: said in a decimal more, so that who subtracts what is written finds no other.
        ((34.4, 1000), (33.6, 1000), "0,08 procentpunt hoger"),
        ((10.6, 1000), (10.4, 1000), "0,02 procentpunt hoger"),  # 1,1 and 1,0: not 0,0 and not 0,1
        ((10.6, 1000), (9.4, 1000), "0,12 procentpunt hoger"),  # 1,1 and 0,9: not 0,1 and not 0,2
        ((34.1, 1000), (33.9, 1000), "gelijk"),  # 0,02 apart, and both are written 3,4
        # 1,0499 and 1,0501: written 1,0 and 1,1, so never "gelijk" and never 0,1.
        ((10.501, 1000), (10.499, 1000), "0,0002 procentpunt hoger"),
        ((1, 3), (1000, 3000), "gelijk"),  # the same share, as other doubles perhaps
        ((33, 1000, 38), (34, 1000), "misschien gelijk"),
        ((37, 1000, 39), (34, 1000), "0,3–0,5 procentpunt hoger"),
        ((None, 1000), (34, 1000), "onbekend"),
    ],
)
def test_a_change_is_taken_before_rounding_and_rounded_once(
    now: tuple[float, ...], before: tuple[float, ...], expected: str,
    share: Make, deelname: Indicator,
) -> None:  # fmt: skip
    assert plain(differences.change(share(*now), share(*before), deelname)) == expected


def test_the_ends_of_an_open_difference_are_each_rounded_once(
    share: Make, make_indicator: Callable[..., Indicator]
) -> None:
    """The case of A16: 0,08-0,09 was said of 0.088-0.090."""
    indicator = make_indicator(decimals=2)
    now, before = share(60.88, 10_000, 60.9), share(60, 10_000)  # 0,6088-0,6090 and 0,6000

    assert plain(differences.change(now, before, indicator)) == "0,01 procentpunt hoger"

    now, before = share(128.4, 10_000, 128.6), share(119.6, 10_000)  # 1,284-1,286 and 1,196
    # 1,28-1,29 less 1,20 would be 0,08-0,09; the difference is 0,088-0,090.
    assert plain(differences.change(now, before, indicator)) == "0,088–0,090 procentpunt hoger"


parts = st.integers(0, 20_000)


@given(parts, parts, st.integers(1, 20_000), st.integers(1, 20_000))
def test_nobody_finds_a_contradiction(one: int, other: int, n: int, m: int) -> None:
    """Who subtracts the two values as they stand beside the difference finds the difference."""
    now, before = 100 * one / n, 100 * other / m
    found = apart((now, now), (before, before), 1)
    exact = Fraction(100 * one, n) - Fraction(100 * other, m)

    assert abs(Fraction(found.low) - exact) <= Fraction(51, 100) / 10**found.decimals
    at = found.decimals
    assert rounding.rounded(now, at) - rounding.rounded(before, at) == found.low == found.high
    if rounding.rounded(now, 1) != rounding.rounded(before, 1):
        assert found.low != 0


def test_a_class_is_subtracted_as_it_is_published(share: Make, deelname: Indicator) -> None:
    """Behind the ends of a class lies nothing that may be told: no decimal more for it."""
    now, before = share(106, 10_000), share(104, 10_000)
    banded = [
        one._replace(waarde=low, waarde_max=low + 0.5, is_banded=True)
        for one, low in ((now, 1.6), (before, 1.04))
    ]

    assert plain(differences.change(banded[0], banded[1], deelname)) == "0,1–1,1 procentpunt hoger"
    assert differences.precision(banded[0], banded[1], deelname) is None


def test_counts_grow_by_leerlingen(figure: Make, leerlingen: Indicator) -> None:
    assert plain(differences.change(figure(30), figure(42), leerlingen)) == "12 leerlingen minder"
    assert plain(differences.change(figure(43), figure(42), leerlingen)) == "1 leerling meer"


def test_a_change_from_something_hidden_is_not_said(figure: Make, leerlingen: Indicator) -> None:
    hidden = figure(3, teller=1, teller_max=4, is_hidden=True)

    assert differences.change(figure(30), hidden, leerlingen) == "onbekend"


def test_a_class_of_ours_is_no_fault_of_the_source(figure: Make, leerlingen: Indicator) -> None:
    now, before = (
        figure(low, teller=low, teller_max=low + 4, waarde_max=low + 4)._replace(is_banded=True)
        for low in (30, 25)
    )

    assert plain(wording.value(now, leerlingen)) == "30–34"
    assert plain(wording.value_long(now, leerlingen)) == "30–34 leerlingen"
    # Of two classes the difference is an interval.
    assert plain(differences.change(now, before, leerlingen)) == "1–9 leerlingen meer"
    assert differences.change(now, now, leerlingen) == "misschien gelijk"
    assert differences.why_unsure(now, before) == "de twee klassen overlappen"
    assert differences.why_unsure(now._replace(is_banded=False), figure(30)).endswith(
        "de bron niet"
    )


def test_a_part_of_one_is_singular() -> None:
    said = [dutch.noun(amount, "weken") for amount in (0.3, 1, 1.5, 0, None)]

    assert said == ["week", "week", "weken", "weken", "weken"]
