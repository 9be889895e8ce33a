"""Afgegeven tlv's: by the day of the decision, in six kinds of parts."""

import pytest
from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given

from monitor.figures.door import indicator_named


def test_what_was_issued_in_the_schooljaar(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | besloten   | besluit     | overgang
        Aya      | 01-08-2018 | afgegeven   | nieuw
        Aya      | 31-07-2019 | afgegeven   | verlenging   # one pupil, two tlv's
        Bob      | 10-03-2019 | afgewezen   | nieuw
        Cas      | 10-03-2019 | ingetrokken | nieuw
        Dee      |            | open        | nieuw
        Eva      |            | afgegeven   | nieuw        # not known when: in no schooljaar
    """,
    )

    given.ask("tlv_afgegeven", "swv", period="2018-2019").gives("""
        code   | teller | noemer | waarde
        VO0101 | 2      | ?      | 2
    """)


def test_trap_v_it_counts_by_besluit_and_not_by_ontvangen(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | besloten
        20-06-2018 | 15-09-2018
    """,
    )

    found = {f.periode: f.teller for f in given.figures("tlv_afgegeven", "swv")}
    assert (found["2017-2018"], found["2018-2019"]) == (0, 1)
    assert "op de datum van het besluit" in indicator_named("tlv_afgegeven").definition


@pytest.mark.parametrize(
    ("breakdown", "expected"),
    [
        ("soort", {"vso": 3}),
        ("categorie", {"laag": 1, "midden": 1, "onbekend": 1}),
        ("overgang", {"nieuw": 1, "verlenging": 1, "onbekend": 1}),
        ("leeftijd", {"12": 2, "onbekend": 1}),
        ("ondersteuningsvraag", {"autisme": 1, "gedrag": 1, "onbekend": 1}),
        ("bestemming", {"01CC00": 1, "02CC00": 1, "onbekend": 1}),
    ],
)
def test_in_parts_of_which_an_empty_field_is_one(
    given: Given, breakdown: str, expected: dict[str, int]
) -> None:
    region(given)
    draw(
        given,
        """
        besloten   | categorie | overgang   | leeftijd | vraag   | bestemming
        10-03-2019 | 1         | nieuw      | 12       | autisme | 01CC00
        10-03-2019 | midden    | verlenging | 12       | gedrag  | 02CC00
        10-03-2019 |           |            |          |         |
    """,
    )

    found = given.figures("tlv_afgegeven", "swv", period="2018-2019", breakdown=breakdown)
    assert {f.uitsplitsing: f.teller for f in found} == {
        f"{breakdown}={part}": n for part, n in expected.items()
    }


def test_nought_where_nobody_is(given: Given) -> None:
    counted(region(given), 2018)
    draw(
        given,
        """
        besloten   | herkomst
        10-03-2019 | 01AA00
    """,
    )

    given.ask("tlv_afgegeven", "vestiging", period="2018-2019").gives("""
        code   | teller
        01AA00 | 1
        01AA01 | 0
        01CC00 | 0
        01PP00 | 0
    """)
    # No count of that year's pupils: of no school it is known that nobody was there, but of the
    # whole it is.
    given.ask("tlv_afgegeven", "swv", period="2016-2017").gives("""
        code   | teller
        VO0101 | 0
    """)


def test_trap_vi_incoming_pupils_of_others_are_in_no_total_of_po(given: Given) -> None:
    """Domain 3.1 (vi): what another SWV issued for our sbo counts there, with or without a name
    of who decided; and pupils at sbo and so are in no noemer of referrals."""
    region(given)
    draw(given, """
        besloten   | soort | herkomst | bestemming | swv
        10-03-2019 | sbo   | 01BB00   | 01BB01     | PO0101
        10-03-2019 | so    | 01BB00   | 01BB02     | PO0101
        10-03-2019 | sbo   | 02BB00   | 01BB01     | PO0102   # comes in from a neighbour
        10-03-2019 | sbo   | 02BB00   | 01BB01     |          # and here nobody said who decided
        10-03-2019 | vso   | 01AA00   | 01CC00     | VO0101   # is of the vo
    """, of="PO0101")  # fmt: skip

    given.ask("tlv_afgegeven_po", "swv", period="2018-2019").gives("""
        code   | teller
        PO0101 | 2
    """)
    given.ask("tlv_afgegeven_po", "swv", period="2018-2019", breakdown="soort").gives("""
        code   | uitsplitsing | teller
        PO0101 | soort=sbo    | 1
        PO0101 | soort=so     | 1
    """)


def test_what_is_sent_again_replaces_what_was_sent(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        nr | leerling | besloten   | besluit
        A1 | Aya      |            | open
        A2 | Bob      | 10-03-2019 | afgegeven
    """,
    )
    draw(
        given,
        """
        nr | leerling | besloten   | besluit
        A1 | Aya      | 12-04-2019 | afgegeven   # decided since
    """,
    )

    given.ask("tlv_afgegeven", "swv", period="2018-2019").gives("""
        code   | teller
        VO0101 | 2
    """)
