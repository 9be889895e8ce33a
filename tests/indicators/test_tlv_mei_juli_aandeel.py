"""The part of the decisions that falls in May, June and July."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_decided_from_1_may_up_to_and_with_31_july(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | besloten   | besluit
        01-02-2019 | 30-04-2019 | afgegeven     # a day too early
        01-02-2019 | 01-05-2019 | afgegeven
        01-02-2019 | 31-07-2019 | afgewezen     # a refusal is a decision too
        01-05-2019 | 01-08-2019 | afgegeven     # asked for in May, decided in the next schooljaar
        01-02-2019 | 01-06-2019 | ingetrokken   # no decision
        01-09-2018 | 01-10-2018 | afgegeven
    """,
    )

    given.ask("tlv_mei_juli_aandeel", "swv", period="2018-2019").gives("""
        code   | teller | noemer | waarde
        VO0101 | 2      | 4      | 50
    """)
