"""Verlengingen as a part of what was issued."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_extensions_over_all_that_was_issued(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        besloten   | overgang   | besluit
        10-03-2019 | verlenging | afgegeven
        10-03-2019 | nieuw      | afgegeven
        10-03-2019 | verhuizing | afgegeven
        10-03-2019 | nieuw      | afgegeven
        10-03-2019 | verlenging | afgewezen   # not issued
    """,
    )

    given.ask("tlv_verlenging_aandeel", "swv", period="2018-2019").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1      | 4      | 25
    """)


def test_what_is_not_filled_in_leaves_an_interval(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        besloten   | overgang
        10-03-2019 | verlenging
        10-03-2019 | nieuw
        10-03-2019 |             # may be either
        10-03-2019 |
    """,
    )

    given.ask("tlv_verlenging_aandeel", "swv", period="2018-2019").gives("""
        teller | noemer | waarde
        1–3    | 4      | 25–75
    """)
