"""Terugplaatsing: of whose last vso-tlv ended, who is seen at a regular school afterwards."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_seen_back_at_a_regular_school_in_any_file(given: Given) -> None:
    region(given)
    draw(given, """
        leerling | van        | tot        | leeftijd | herkomst | ontvangen
        Aya      | 01-08-2016 | 31-07-2019 | 13       | 01AA00   | 01-06-2016
        Bob      | 01-08-2016 | 31-07-2019 | 13       | 01AA00   | 01-06-2016
        Cas      | 01-08-2016 | 31-07-2019 | 13       | 01AA00   | 01-06-2016
        Dee      | 01-08-2016 | 31-07-2019 | 13       | 01AA00   | 01-06-2016
        Eva      | 01-08-2016 | 31-07-2019 | 13       | 01AA00   | 01-06-2016
        Fay      | 01-08-2016 | 31-07-2019 | 15       | 01AA00   | 01-06-2016
        Gea      | 01-08-2016 | 31-07-2019 | 15       | 01AA00   | 01-06-2016
        Hua      | 01-08-2016 | 31-07-2019 |          | 01AA00   | 01-06-2016
        Cas      |            |            | 16       | 01AA01   | 10-11-2019   # asked for again
        Dee      |            |            | 16       | 01CC00   | 10-11-2019   # from the vso: never left
    """)  # fmt: skip
    given.aanvragen("""
        leerling | vestiging | ontvangen  | begin
        Aya      | 01AA01    | 10-09-2019 |              # help at a regular school
        Fay      | 01AA01    | 10-06-2019 |              # asked before it ended: no sign of a return
        Eva      | 01CC00    | 10-09-2019 |              # at the vso
        Gea      | 01PP00    | 10-06-2019 | 01-09-2019   # asked before, began after
    """)
    given.verzuimmeldingen("""
        leerling | verzuim_sinds | ingeschreven | vestiging
        Bob      | 10-10-2019    | ja           | 01AA00    # enrolled at a regular school
        Dee      | 10-10-2019    | nee          | 01AA00    # not enrolled
    """)

    # Aya, Bob, Cas and Gea are back. Dee, Eva (16) and Hua (nobody knows how old) may be: they
    # are nowhere to be seen. Fay is 18 and will not be.
    given.ask("terugplaatsing", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0101 | 2018-2019 | 4–7    | 8      | 50–87.5
    """)


def test_it_ends_when_no_new_one_follows_within_three_months(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | van        | tot        | leeftijd | ontvangen
        Aya      | 01-08-2016 | 31-07-2019 | 18       | 01-06-2016   # ended
        Bob      | 01-08-2016 | 31-07-2019 | 18       | 01-06-2016   # goes on the next day
        Bob      | 01-08-2019 | 31-07-2021 | 18       | 01-06-2019
        Cas      | 01-08-2016 | 31-07-2019 | 18       | 01-06-2016   # extended late: 92 days
        Cas      | 31-10-2019 | 31-07-2021 | 18       | 01-10-2019
        Dee      | 01-08-2016 | 31-07-2019 | 18       | 01-06-2016   # 93 days: it had ended
        Dee      | 01-11-2019 | 31-07-2021 | 18       | 01-06-2019
        Eva      | 01-08-2016 | 31-07-2019 | 18       | 01-06-2016   # two that end: one pupil
        Eva      | 01-08-2017 | 31-07-2019 | 18       | 01-06-2016
        Fay      | 01-08-2018 |            | 18       | 01-06-2018   # without an end
    """,
    )

    given.ask("terugplaatsing", "swv").gives("""
        code   | teller | noemer
        VO0101 | 0      | 3
    """)


def test_a_young_list_and_the_newest_months_say_nothing(given: Given) -> None:
    """In a young list only short tlv's end; and of who left last month nothing is known yet."""
    region(given)
    draw(
        given,
        """
        van        | tot        | ontvangen  | leeftijd
        01-08-2016 | 31-07-2017 | 01-06-2016 | 18
        01-08-2016 | 31-07-2018 | 01-06-2016 | 18
        01-08-2016 | 31-07-2019 | 01-06-2016 | 18
        01-08-2016 | 31-10-2019 | 01-06-2016 | 18
    """,
    )

    given.ask("terugplaatsing", "swv").gives("""
        periode   | noemer
        2018-2019 | 1
    """)
