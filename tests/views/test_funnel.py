"""The funnel: limits that are exact, and no small school called far for chance."""

import json
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_figures import make_share

from monitor.figures.binomial import Verdict, limits, verdict
from monitor.figures.door import Figure, Indicator
from monitor.views.charts import funnel, palette


Make = Callable[..., Figure]


def or_more(k: int, n: int, share: Fraction) -> Fraction:
    """The chance of k or more of n, in exact fractions."""
    return sum(
        (math.comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(k, n + 1)),
        start=Fraction(0),
    )


@given(st.integers(20, 150), st.integers(1, 40), st.data())
def test_a_school_is_far_exactly_when_chance_is_below_one_in_a_thousand(
    n: int, per_mille: int, data: st.DataObject
) -> None:
    share = Fraction(per_mille, 1000)
    k = data.draw(st.integers(0, min(n, 25)))
    figure = make_share(k, n)

    found = verdict(figure, float(share))

    high = or_more(k, n, share)
    assert (found is Verdict.ABOVE) == (high <= Fraction(1, 1000))
    if found is Verdict.HIGH:
        assert Fraction(1, 1000) < high <= Fraction(25, 1000)
    low = 1 - or_more(k + 1, n, share)
    assert (found is Verdict.BELOW) == (low <= Fraction(1, 1000))


@pytest.mark.parametrize(
    ("teller", "noemer", "expected"),
    [
        (3, 100, Verdict.USUAL),  # three times the share of all, and only chance
        (30, 1000, Verdict.ABOVE),  # the same 3 %, of ten times as many pupils
        (4, 100, Verdict.HIGH),
        (0, 100, Verdict.USUAL),  # nobody of a hundred says nothing
        (0, 1000, Verdict.BELOW),
        (1, 1000, Verdict.BELOW),
        (2, 1000, Verdict.LOW),  # 28 of ten thousand times
        (4, 1000, Verdict.USUAL),  # 29 of a thousand times
    ],
)
def test_the_same_share_is_far_at_a_large_school_only(
    share: Make, teller: int, noemer: int, expected: Verdict
) -> None:
    assert verdict(share(teller, noemer), 0.01) is expected


def test_of_an_interval_the_least_extreme_is_judged(share: Make) -> None:
    surely, perhaps = share(30, 1000), share(12, 1000)._replace(teller_max=30.0)

    assert verdict(surely, 0.01) is Verdict.ABOVE
    assert verdict(perhaps, 0.01) is Verdict.USUAL


def test_nothing_is_said_of_what_is_hidden_or_without_pupils(share: Make) -> None:
    hidden = share(3, 100)._replace(is_hidden=True, waarde=None, waarde_max=None)

    assert verdict(hidden, 0.001) is Verdict.OPEN
    assert verdict(share(3, 100)._replace(noemer=0.0, noemer_max=0.0), 0.01) is Verdict.OPEN


def test_limits_close_in_as_schools_grow() -> None:
    shares = [limits(n, 0.01).highest / n for n in range(100, 3000, 100)]

    assert shares == sorted(shares, reverse=True)
    assert limits(100, 0.01).lowest == -math.inf
    assert limits(3000, 0.01).lowest / 3000 < 0.01 < limits(3000, 0.01).highest / 3000


@pytest.mark.parametrize("share", [0.0, 1.0, 0.5])
def test_limits_of_any_share_are_in_order(share: float) -> None:
    found = limits(60, share)

    assert found.lowest <= found.low <= found.high <= found.highest


# ----------------------------------------------------------------------------------- drawing


def schools(share: Make) -> list[Figure]:
    """Eight ordinary schools, one far one, and one that is hidden."""
    out = [
        share(5, 400 + 50 * i, code=f"0{i}", naam=f"School {i}", periode="2019-10-01")
        for i in range(8)
    ]
    out.append(share(40, 900, code="09", naam="Ver <b>Weg</b>", periode="2019-10-01"))
    hidden = share(3, 333, code="10", naam="Verstopt", periode="2019-10-01")
    return [*out, hidden._replace(is_hidden=True, waarde=None, waarde_max=None, teller=1.0,
                                  teller_max=4.0)]  # fmt: skip


def dots(chart: dict[str, Any]) -> dict[str, list[str]]:
    """symbol → what stands at the mouse."""
    return {
        trace["marker"]["symbol"]: trace["text"]
        for trace in chart["data"]
        if trace["mode"] == "markers"
    }


def test_it_is_a_chart_that_plotly_takes(share: Make, deelname: Indicator) -> None:
    go.Figure(funnel.funnel(schools(share), deelname, 0.01))


def test_a_far_school_has_a_shape_a_colour_and_its_name(share: Make, deelname: Indicator) -> None:
    chart = funnel.funnel(schools(share), deelname, 0.01, chosen={"03"})

    found = dots(chart)
    assert len(found["diamond"]) == 1
    assert "hoger dan toeval verklaart" in found["diamond"][0]
    (diamond,) = [t for t in chart["data"] if t.get("marker", {}).get("symbol") == "diamond"]
    assert diamond["marker"]["color"] == palette.SECOND
    words = [note["text"] for note in chart["layout"]["annotations"]]
    # What was delivered can hold no markup of its own.
    assert any(word.startswith("Ver &lt;b&gt;Weg") for word in words)


def test_the_schools_of_the_region_are_in_the_accent(share: Make, deelname: Indicator) -> None:
    chart = funnel.funnel(schools(share), deelname, 0.01, chosen={"03"})

    accents = [t for t in chart["data"] if t.get("marker", {}).get("color") == palette.ACCENT]
    assert [len(trace["x"]) for trace in accents] == [1]


def test_a_hidden_school_has_no_place_in_the_drawing(share: Make, deelname: Indicator) -> None:
    chart = funnel.funnel(schools(share), deelname, 0.01)

    assert "Verstopt" not in json.dumps(chart)
    assert all(333 not in trace["x"] for trace in chart["data"] if trace["mode"] == "markers")
    assert "9 scholen" in funnel.funnel_description(schools(share), deelname, 0.01)


def test_the_sentence_names_who_is_far(share: Make, deelname: Indicator) -> None:
    said = funnel.funnel_description(schools(share), deelname, 0.01).replace("\u00a0", " ")

    assert "hoger dan toeval verklaart: Ver <b>Weg</b> (4,4 %)" in said
    assert "lager dan toeval verklaart: geen school" in said


def test_years_do_not_mix_and_a_count_is_no_funnel(
    share: Make, deelname: Indicator, leerlingen: Indicator
) -> None:
    one, other = schools(share)[:2]
    with pytest.raises(ValueError, match="more than one periode"):
        funnel.funnel([one, other._replace(periode="2020-10-01")], deelname, 0.01)
    with pytest.raises(ValueError, match="no share"):
        funnel.funnel([one], leerlingen, 0.01)


def test_nothing_to_draw_is_said(deelname: Indicator) -> None:
    assert funnel.funnel([], deelname, 0.01)["data"] == []
    assert funnel.funnel_description([], deelname, 0.01).startswith("Geen scholen")


@pytest.mark.parametrize(
    ("tellers", "noemer", "share"),
    [
        ((0, 0), 300, 0.0),  # nobody is referred: there is no limit to be over
        ((0, 1), 2, 0.25),  # a few pupils in all: whatever happens is not beyond the limit
        ((2, 2), 2, 1.0),  # everybody
    ],
)
def test_a_limit_that_does_not_exist_is_not_drawn(
    tellers: tuple[int, ...], noemer: int, share: float, deelname: Indicator
) -> None:
    figures = [make_share(teller, noemer, code=f"0{i}") for i, teller in enumerate(tellers)]

    made = funnel.funnel(figures, deelname, share)

    json.dumps(made, allow_nan=False)
