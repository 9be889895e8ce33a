"""Afgewezen: a part of what was decided, and of nothing else."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_refused_over_issued_and_refused(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        besloten   | besluit     | herkomst
        10-03-2019 | afgewezen   | 01AA00
        10-03-2019 | afgegeven   | 01AA00
        10-03-2019 | afgegeven   | 01AA00
        10-03-2019 | afgegeven   |            # not known where from: counts in the whole
        10-03-2019 | ingetrokken | 01AA00     # the school withdrew it: no decision
                   | open        | 01AA00     # nothing decided yet
        10-03-2018 | afgewezen   | 01AA00     # another schooljaar
    """,
    )

    given.ask("tlv_afgewezen", "swv", period="2018-2019").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1      | 4      | 25
    """)
    given.ask("tlv_afgewezen", "vestiging", period="2018-2019").gives("""
        code     | teller | noemer | waarde
        01AA00   | 1      | 3      | 33.33
        onbekend | 0      | 1      | 0
    """)


def test_by_the_day_of_the_decision(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | besloten   | besluit
        20-06-2018 | 15-09-2018 | afgewezen
    """,
    )

    given.ask("tlv_afgewezen", "swv").gives("""
        periode   | teller
        2018-2019 | 1
    """)
