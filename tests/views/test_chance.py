"""When a difference is no more than chance."""

import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import make_figure, make_share

from monitor.figures.chance import fall, holm, is_chance, is_said_chance, rise, tail
from monitor.figures.door import Figure, Indicator


Make = Callable[..., Figure]


@pytest.mark.parametrize(
    ("before", "now", "expected", "why"),
    [
        ((34, 1000), (37, 1000), True, "three pupils more on a thousand"),
        ((3400, 100000), (3700, 100000), False, "the same shares of a hundred times as many"),
        ((0, 20), (2, 20), True, "none, and then two of twenty"),
        ((0, 20), (9, 20), False, "none, and then nine of twenty"),
        ((20, 20), (20, 20), True, "all, twice"),
        ((34, 1000, 60), (55, 1000), True, "it may have been more already"),
        ((34, 1000, 36), (80, 1000), False, "apart, whatever the source left open"),
        ((None, 1000), (37, 1000), None, "unknown"),
        ((34, 1000, None), (37, 1000), None, "its highest is unknown"),
    ],
)
def test_shares(
    before: tuple[float, ...], now: tuple[float, ...], expected: bool | None, why: str,
    share: Make, deelname: Indicator,
) -> None:  # fmt: skip
    assert is_chance(share(*now), share(*before), deelname) is expected, why
    assert is_chance(share(*before), share(*now), deelname) is expected, why


@pytest.mark.parametrize(
    ("before", "now", "expected", "why"),
    [
        (0, 4, True, "heads four times in a row: 1 in 16, either side 1 in 8"),
        (0, 5, True, "1 in 32, either side 1 in 16"),
        (0, 6, False, "1 in 64, either side 1 in 32: rarer than 5 in 100"),
        (38, 47, True, "nine more thuiszitters"),
        (38, 70, False, "nearly twice as many"),
        (10000, 10200, True, "200 of 20.200 is less than two roots"),
        (10000, 10500, False, "500 is more"),
        (252, 299, False, "exactly 2.497 in 100, where less than two roots was called chance"),
        (252, 298, True, "2.75 in 100"),
        (5, 5, True, "the same"),
    ],
)
def test_counts(
    before: float, now: float, expected: bool, why: str, figure: Make, leerlingen: Indicator
) -> None:
    assert is_chance(figure(now), figure(before), leerlingen) is expected, why
    assert is_chance(figure(before), figure(now), leerlingen) is expected, why


def test_of_open_counts_the_nearest_ends_count(figure: Make, leerlingen: Indicator) -> None:
    assert is_chance(figure(300, 700), figure(100, 290), leerlingen) is True
    assert is_chance(figure(300, 700), figure(100, 200), leerlingen) is False
    assert is_chance(figure(300, 700), figure(400, 500), leerlingen) is True


def test_a_published_share_is_taken_as_it_is(
    figure: Make, share: Make, deelname: Indicator
) -> None:
    published = figure(4.0, teller=None, teller_max=None)

    assert is_chance(share(37, 1000), published, deelname) is True
    assert is_chance(share(3700, 100000), published, deelname) is False


def test_of_means_and_of_what_is_hidden_nothing_is_said(
    figure: Make, share: Make, afstand: Indicator, deelname: Indicator
) -> None:
    hidden = share(3, 200)._replace(teller=1, teller_max=4, is_hidden=True)

    assert is_chance(figure(10.9, noemer=5), figure(12.9, noemer=5), afstand) is None
    assert is_chance(hidden, share(30, 200), deelname) is None


@given(st.integers(0, 400), st.integers(1, 400), st.integers(1, 30))
def test_more_pupils_with_the_same_shares_are_never_less_sure(
    teller: int, noemer: int, times: int
) -> None:
    teller = min(teller, noemer)
    few = _shares(teller, noemer, noemer // 2)
    many = _shares(teller * times, noemer * times, noemer // 2 * times)

    if is_chance(*few, _DEELNAME) is False:
        assert is_chance(*many, _DEELNAME) is False


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_exact_and_quick_rule_for_counts_agree_but_on_the_edge(one: int, other: int) -> None:
    small, large = sorted((one, other))
    root = math.sqrt(small + large)

    verdict = is_chance(make_figure(large), make_figure(small), _AANTAL)
    if large - small < 1.7 * root:
        assert verdict is True
    elif large - small > 2.4 * root + 1:
        assert verdict is False


def _shares(teller: int, noemer: int, other: int) -> tuple[Figure, Figure]:
    return make_share(teller, noemer), make_share(other, noemer)


_WORDS = {
    "name": "x", "title": "X", "short": "X", "definition": "X.", "teller": "leerlingen",
    "per": "vestiging", "sector": "vo", "moment": "1 oktober", "source": "leerlingtelling",
    "theme": "x", "direction": "lager", "audience": "directeur",
}  # fmt: skip
_DEELNAME = Indicator(**_WORDS, kind="aandeel", unit="%")  # type: ignore[arg-type]
_AANTAL = Indicator(**_WORDS, kind="aantal", unit="leerlingen")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("k", "n", "share", "expected"),
    [
        (0, 10, 0.3, 1.0),  # there are always none or more
        (1, 3, 0.5, 0.875),  # all but three times nothing
        (3, 3, 0.5, 0.125),
        (4, 3, 0.5, 0.0),  # more than there are
        (2, 10, 0.0, 0.0),
        (2, 10, 1.0, 1.0),
    ],
)
def test_how_often_so_many_or_more(k: int, n: int, share: float, expected: float) -> None:
    assert tail(k, n, share) == pytest.approx(expected)


@pytest.mark.parametrize(("n", "share"), [(30, 0.07), (300, 0.004), (700, 0.5), (40, 0.97)])
def test_so_many_or_more_is_the_sum_of_each(n: int, share: float) -> None:
    """The same from the binomial coefficients themselves, in exact fractions, to twelve digits."""
    part, rest = Fraction(share), Fraction(0)
    for k in range(n, 0, -1):
        rest += math.comb(n, k) * part**k * (1 - part) ** (n - k)
        if rest > Fraction(1, 10**200):
            assert abs(Fraction(tail(k, n, share)) / rest - 1) < Fraction(1, 10**12), k


def test_only_of_a_flow_a_difference_is_said_to_be_chance(
    share: Make, deelname: Indicator, nieuw: Indicator, leerlingen: Indicator, figure: Make
) -> None:
    """A9: of a stand mostly the same pupils are counted twice, and all of them."""
    pair = share(37, 1000), share(34, 1000)

    assert is_said_chance(*pair, nieuw)
    assert not is_said_chance(*pair, deelname)
    assert not is_said_chance(figure(38), figure(34), leerlingen)


def exact_rise(few: int, least: int, many: int, most: int) -> float:
    """P(so many or more of all cases in the last period), in exact fractions."""
    part = Fraction(most, most + least)
    total = few + many
    return float(sum(
        (math.comb(total, k) * part**k * (1 - part) ** (total - k) for k in range(many, total + 1)),
        start=Fraction(0),
    ))  # fmt: skip


@given(st.integers(0, 40), st.integers(100, 900), st.integers(0, 40), st.integers(100, 900))
def test_a_rise_is_the_conditional_test_of_two_rates(few: int, n: int, many: int, m: int) -> None:
    assert rise(make_share(many, m), make_share(few, n)) == pytest.approx(
        exact_rise(few, n, many, m)
    )


@given(st.data())
def test_of_intervals_no_value_within_is_less_likely_by_chance(data: st.DataObject) -> None:
    """Beyond chance is said only when it holds for every value that the interval allows."""
    ends = [sorted(data.draw(st.tuples(st.integers(0, 30), st.integers(0, 30)))) for _ in range(2)]
    sizes = [sorted(data.draw(st.tuples(*[st.integers(200, 300)] * 2))) for _ in range(2)]
    now, before = (
        make_share(low, size[0])._replace(teller_max=float(high), noemer_max=float(size[1]))
        for (low, high), size in zip(ends, sizes, strict=True)
    )
    one, other = (
        (data.draw(st.integers(*end)), data.draw(st.integers(*size)))
        for end, size in zip(ends, sizes, strict=True)
    )
    for test in (rise, fall):
        whole = test(now, before)
        assert whole is not None
        assert whole >= test(make_share(*one), make_share(*other)) * (1 - 1e-9)  # type: ignore[operator]


def test_of_what_is_hidden_or_unknown_no_rise_is_said(share: Make) -> None:
    assert rise(share(9, 100)._replace(is_hidden=True), share(3, 100)) is None
    assert rise(share(9, 100), share(None, 100)) is None


@pytest.mark.parametrize(
    ("chances", "expected", "why"),
    [
        ((0.04,), (True,), "one look"),
        ((0.04, 0.5, 0.5), (False,) * 3, "the same in three: a third of 5 % is asked"),
        ((0.0101, 0.9, 0.4), (True, False, False), "below 1,67 %"),
        ((0.010, 0.020, 0.03), (True, True, True), "then below 2,5 %, then below 5 %"),
        ((0.02, 0.021, 0.022), (False,) * 3, "the first fails, so all do"),
        ((), (), "nothing to look at"),
    ],
)
def test_who_looks_often_asks_more(
    chances: tuple[float, ...], expected: tuple[bool, ...], why: str
) -> None:
    assert tuple(holm(chances)) == expected, why
