"""What is wrong with what was given, in a message that says what now."""

from dataclasses import replace

import pytest
from drawings import arrangements, has_cells, needs

from monitor.dekking.matching.model import Need
from monitor.dekking.matching.outcome import Totals
from monitor.dekking.matching.solving import solve, totals
from monitor.errors import MonitorError


def test_a_need_without_a_postcode_is_unknown_not_short() -> None:
    asked = needs("""
        waar | n
        0    | 2
             | 3        # nobody knows where
    """)

    outcome = solve(asked, arrangements("code | plan\n A | 9"))

    assert outcome.totals == Totals(5, 2, 3, 0)
    assert totals(asked, []) == {None: Totals(5, 0, 3, 2)}
    has_cells(
        outcome,
        """
        waar | n | tekort | onbekend | staat
             | 3 | 0–0    | 3        | onbekend
        0    | 2 | 0–0    | 0        | kwetsbaar
    """,
    )
    assert outcome.cellen[0].reason == "Niet bekend is de postcode."
    (message,) = outcome.messages
    assert (message.about, message.aantal) == ("", 3)
    assert message.text == (
        "Er is geen postcode bekend. 3 leerlingen doen niet mee: de dekking is onbekend. "
        "Vul de postcode aan."
    )


def test_a_postcode_that_lies_nowhere() -> None:
    outcome = solve([Need("9999", "angst", "havo", 1)], [])

    assert outcome.totals == Totals(1, 0, 1, 0)
    assert outcome.cellen[0].reason == "Niet bekend is waar postcode 9999 ligt."
    (message,) = outcome.messages
    assert message.about == "9999"
    assert message.text == (
        "Van postcode 9999 is niet bekend waar hij ligt. Eén leerling doet niet mee: de dekking "
        "is onbekend. Zet hem met LATITUDE en LONGITUDE in de regio-indeling."
    )


def test_an_arrangement_without_a_place_does_not_count() -> None:
    outcome = solve(needs("n\n 1"), arrangements("code | waar | plan\n A |  | 4"))

    assert outcome.totals == Totals(1, 0, 0, 1)
    (message,) = outcome.messages
    assert (message.about, message.aantal) == ("A", 4)
    assert message.text == (
        "Niet bekend is waar het is, dus het telt niet mee. Vul een POSTCODE in die in de "
        "regio-indeling staat, of een vestiging met een ligging."
    )
    (alternative,) = outcome.cellen[0].alternatives
    assert (alternative.km, alternative.obstacles) == (None, ("plek niet bekend",))


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ({"ondersteuningsvragen": ()}, "Er staat geen ondersteuningsvraag bij"),
        ({"niveaus": ()}, "Er staat geen niveau bij"),
        ({"bereik": "wijk", "wijk": None}, "Het bereik is wijk, maar er is geen wijk"),
        ({"bereik": "subregio", "subregio": None}, "maar er is geen subregio"),
        ({"bereik": "school", "vestiging": None}, "maar er is geen VESTIGINGSCODE"),
        ({"bereik": "stad"}, "Het bereik is stad, maar er is geen bekend BEREIK"),
    ],
)
def test_an_arrangement_that_fits_nobody_is_told(fault: dict[str, object], text: str) -> None:
    (offer,) = arrangements("code\n A")

    outcome = solve(needs("n\n 1"), [replace(offer, **fault)])  # type: ignore[arg-type]

    assert outcome.gedekt == 0
    assert any(text in message.text for message in outcome.messages)


def test_what_reach_asks_for_is_asked_only_where_it_matters() -> None:
    asked = [replace(need, wijk=None) for need in needs("n\n 2")]

    assert solve(asked, arrangements("code | bereik\n A | swv")).messages == ()
    (message,) = solve(asked, arrangements("code | bereik\n A | wijk")).messages
    assert message.text == (
        "Van 2 leerlingen is de wijk niet bekend. Aanbod met bereik wijk telt voor hen niet mee. "
        "Vul WIJK aan in de regio-indeling."
    )


def test_the_same_arrangement_twice_is_refused() -> None:
    """Its places would count twice without anybody seeing it."""
    with pytest.raises(MonitorError, match="Arrangement A komt twee keer voor"):
        solve([], arrangements("code\n A\n A"))


def test_numbers_below_nought_are_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="-1 pupils"):
        solve(needs("n\n -1"), [])
    with pytest.raises(ValueError, match="A: fewer than no places"):
        solve([], arrangements("code | plan\n A | -1"))
