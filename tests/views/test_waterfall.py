"""The waterfall and its table."""

from collections.abc import Callable

import pytest

from monitor.compare.definition_bridge import Amount, Bridge, Term
from monitor.figures.door import Indicator
from monitor.views.charts.waterfall import (
    bridge_rows,
    plus,
    signed,
    waterfall,
    waterfall_description,
)


@pytest.fixture
def ocw_to_pact(make_indicator: Callable[..., Indicator]) -> Bridge:
    start, end = (
        make_indicator(name=name, short=short, kind="aantal", unit="leerlingen", decimals=0)
        for name, short in (("ocw", "Thuiszitters (OCW)"), ("pact", "Thuiszitters (pact)"))
    )
    return Bridge(
        start, end, "2025-10-31", total=Amount(33, 34), outcome=Amount(19, 20),
        terms=(
            Term("kort", Amount(16, 16), Amount(0, 0)),
            Term("erbij", Amount(0, 0), Amount(2, 2)),
            Term("lang", Amount(17, 18), Amount(17, 18)),
        ),
    )  # fmt: skip


def test_each_bar_starts_where_the_one_above_it_ends(ocw_to_pact: Bridge) -> None:
    bars, labels = waterfall(ocw_to_pact)["data"]

    spans = [(b, b + x) for b, x in zip(bars["base"], bars["x"], strict=True)]
    assert spans == [(0, 33), (17, 33), (17, 19), (0, 19)]
    assert [words.strip() for words in labels["text"]] == [
        "<b>33–34</b>", "\u221216", "+2", "<b>19–20</b>",
    ]  # fmt: skip


def test_what_makes_no_difference_is_in_the_table_only(ocw_to_pact: Bridge) -> None:
    rows = bridge_rows(ocw_to_pact)

    assert [row["Groep leerlingen"] for row in rows] == ["kort", "erbij", "lang", "samen"]
    assert rows[-1]["Thuiszitters (OCW), zeker"] == "33"
    assert rows[-1]["Thuiszitters (OCW), hoogstens"] == "34"
    assert [row["Verschil, zeker"] for row in rows] == ["\u221216", "+2", "0", "\u221214"]


def test_without_open_fields_there_is_one_column_per_number(ocw_to_pact: Bridge) -> None:
    exact = Bridge(ocw_to_pact.start, ocw_to_pact.end, "2025-10-31", total=Amount(5, 5),
                   outcome=Amount(3, 3), terms=(Term("kort", Amount(5, 5), Amount(3, 3)),))  # fmt: skip

    assert list(bridge_rows(exact)[0]) == [
        "Groep leerlingen", "Thuiszitters (OCW)", "Thuiszitters (pact)", "Verschil",
    ]  # fmt: skip


def test_the_words_say_what_the_drawing_shows(ocw_to_pact: Bridge) -> None:
    assert waterfall_description(ocw_to_pact) == (
        "Waterval van Thuiszitters (OCW) (33–34) naar Thuiszitters (pact) (19–20): "
        "kort \u221216; erbij +2."
    )


def test_what_is_hidden_is_not_drawn(ocw_to_pact: Bridge) -> None:
    hidden = Bridge(ocw_to_pact.start, ocw_to_pact.end, "2025-10-31", is_hidden=True)

    for draw in (waterfall, waterfall_description, bridge_rows):
        with pytest.raises(ValueError, match="hidden"):
            draw(hidden)  # type: ignore[operator]


def test_a_difference_has_its_sign() -> None:
    assert [plus(value) for value in (3, -3, 0)] == ["+3", "\u22123", "0"]
    assert signed(Amount(-1, -2)) == "\u22122 tot \u22121"
