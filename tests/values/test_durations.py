"""`Spread` against formulas that are not its own, and Kaplan-Meier against a worked example."""

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given, strategies

from monitor.values.durations import Spread, parse, spread_of


Case = tuple[int, bool]
CASES = strategies.lists(strategies.tuples(strategies.integers(0, 40), strategies.booleans()))
ENDED = strategies.lists(strategies.integers(0, 1000), min_size=1)
# Kleinbaum & Klein, Survival Analysis: the leukaemia patients who got 6-MP (Freireich, 1963),
# weeks in remission, + still in remission.
FREIREICH = [
    "6",
    "6",
    "6",
    "6+",
    "7",
    "9+",
    "10",
    "10+",
    "11+",
    "13",
    "16",
    "17+",
    "19+",
    "20+",
    "22",
    "23",
    "25+",
    "32+",
    "32+",
    "34+",
    "35+",
]
SURVIVAL = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def spread(cases: list[Case]) -> Spread:
    return spread_of([(f"{day}{'+' if runs else ''}", 1.0) for day, runs in cases])


def product_limit(cases: list[Case], days: int) -> Fraction:
    """The part that had ended after so many days, from the formula: over the whole list again for
    every day, in fractions."""
    left = Fraction(1)
    for day in sorted({day for day, runs in cases if not runs and day <= days}):
        at_risk = sum(other >= day for other, _ in cases)
        ended = sum(other == day and not runs for other, runs in cases)
        left *= 1 - Fraction(ended, at_risk)
    return 1 - left


def test_kaplan_meier_of_the_textbook() -> None:
    obs = spread([parse(words) for words in FREIREICH])

    assert (obs.n, obs.running) == (21, 12)
    assert {day: round(1 - ended, 3) for day, ended in obs.curve()} == pytest.approx(
        SURVIVAL, abs=0.0006
    )
    assert obs.ended_within(12) == pytest.approx(1 - 0.753, abs=0.0006)
    assert obs.ended_within(5) == 0
    assert obs.ended_within(36) is None, "nobody was followed for so long"
    assert obs.within(12) == (5, 9)


def test_who_ends_on_the_day_that_another_is_lost_was_at_risk_with_him() -> None:
    """6 and 6+ above: the convention is that what ends, ends first."""
    assert spread([(6, False), (6, True)]).ended_within(6) == 0.5


def test_when_all_have_ended_it_can_be_said_of_any_time() -> None:
    assert spread([(3, False), (5, False)]).ended_within(1000) == 1


def test_of_nobody_nothing_is_known() -> None:
    nobody = spread([])

    assert (nobody.n, nobody.running) == (0, 0)
    assert nobody.median is None
    assert nobody.mean is None
    assert nobody.ended_within(91) is None
    assert nobody.curve() == []
    assert nobody.within(91) == (0, 0)


@given(CASES, strategies.integers(0, 45))
def test_the_estimate_is_the_product_limit(cases: list[Case], days: int) -> None:
    obs = spread(cases).ended_within(days)
    exp = product_limit(cases, days)

    if not cases or (max(day for day, _ in cases) < days and exp < 1):
        assert obs is None
    else:
        assert obs == pytest.approx(float(exp))


@given(CASES)
def test_without_anybody_running_it_is_the_plain_part(cases: list[Case]) -> None:
    ended = [(day, False) for day, _ in cases]
    obs = spread(ended)

    for day, part in obs.curve():
        k, n = obs.within(day)
        assert part == pytest.approx(k / n)


@given(CASES)
def test_dropping_the_running_ones_never_makes_it_slower(cases: list[Case]) -> None:
    """Why they are not dropped."""
    kept, dropped = spread(cases), spread([case for case in cases if not case[1]])
    for day in (5, 20, 40):
        slow, fast = kept.ended_within(day), dropped.ended_within(day)
        if slow is not None and fast is not None:
            assert slow <= fast + 1e-9


@given(CASES)
def test_the_curve_rises_from_above_0_to_at_most_1(cases: list[Case]) -> None:
    curve = spread(cases).curve()
    parts = [part for _, part in curve]

    assert parts == sorted(parts)
    assert [day for day, _ in curve] == sorted({day for day, runs in cases if not runs})
    assert all(0 < part <= 1 + 1e-9 for part in parts)


@given(ENDED)
def test_mean_and_quantiles_are_those_of_the_list(days: list[int]) -> None:
    obs = spread([(day, False) for day in days])

    assert obs.mean == pytest.approx(statistics.fmean(days))
    assert obs.median == pytest.approx(statistics.median(days))
    if len(days) > 1:
        exp = statistics.quantiles(days, n=20, method="inclusive")
        assert [obs.quantile(i / 20) for i in range(1, 20)] == pytest.approx(exp)
    assert (obs.quantile(0), obs.quantile(1)) == (min(days), max(days))


@given(ENDED, strategies.integers(0, 1000))
def test_within_counts(days: list[int], limit: int) -> None:
    assert spread([(day, False) for day in days]).within(limit) == (
        sum(day <= limit for day in days), len(days)
    )  # fmt: skip


@given(strategies.dictionaries(strategies.integers(0, 50), strategies.integers(1, 5)))
def test_counts_are_as_many_cases(counts: dict[int, int]) -> None:
    listed = [(day, False) for day, n in counts.items() for _ in range(n)]
    together = spread_of([(str(day), float(n)) for day, n in counts.items()])

    assert together == spread(listed)
    assert together.n == sum(counts.values())
    if listed:
        assert math.isclose(together.median or 0, statistics.median(day for day, _ in listed))
