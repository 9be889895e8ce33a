"""Classes of five: 0 is 0, 1-4 is hidden, and the rest begins at a multiple of five."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.disclosure.bands import band, is_small


@pytest.mark.parametrize(
    ("low", "high", "expected", "why"),
    [
        (0, 0, (0, 0), "nobody is shown as nobody"),
        (1, 1, (1, 4), "hidden"),
        (4, 4, (1, 4), "the last that is hidden"),
        (5, 5, (5, 9), "the first that is shown"),
        (47, 47, (45, 49), "in its class"),
        (33, 34, (30, 34), "how wide the unknown is does not show"),
        (4, 5, (1, 9), "an unknown over the edge of two classes has both"),
        (0, 3, (0, 4), "nobody, or hidden"),
        (12, None, (10, math.inf), "at least"),
        (412.5, 412.5, (410, 414.5), "half a pupil of the vavo stays in the class"),
    ],
)
def test_a_count_has_its_class(
    low: float, high: float | None, expected: tuple[float, float], why: str
) -> None:
    assert band(low, high) == expected, why


@given(st.integers(5, 500), st.integers(1, 4))
def test_two_nested_counts_never_give_away_a_difference_of_1_to_4(part: int, more: int) -> None:
    # 31 thuiszitters under one definition and 33 under a wider one are two under the second only.
    (low, high), (whole_low, whole_high) = band(part, part), band(part + more, part + more)
    assert whole_low - high <= 1
    assert whole_high - low >= 4


@given(st.integers(0, 300), st.integers(0, 20))
def test_a_class_holds_its_count(low: int, width: int) -> None:
    least, most = band(low, low + width)
    assert least <= low
    assert low + width <= most


def test_of_an_interval_one_small_end_is_small() -> None:
    assert is_small(3, 8)
    assert is_small(-2, -2), "the sign of a difference is nothing"
    assert not is_small(0, 0)
    assert not is_small(0, 5)
    assert not is_small(None, 7)


def test_a_higher_threshold_has_wider_classes() -> None:
    # The setting `drempel`: 10 is advised where a figure says something about health.
    assert band(7, 7, 10) == (1, 9), "hidden"
    assert band(34, 34, 10) == (30, 39)
    assert is_small(9, 9, 10)
