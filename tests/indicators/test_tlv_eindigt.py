"""Whose tlv ends in a schooljaar, of years that went by and of those to come."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_the_last_valid_day_and_nothing_that_follows(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | van        | tot        | bestemming
        Aya      | 01-08-2018 | 01-08-2019 | 01CC00       # the first day of the schooljaar
        Bob      | 01-08-2018 | 31-07-2020 | 01CC01       # the last: has not come yet
        Cas      | 01-08-2018 | 31-07-2020 |              # not known at which school
        Dee      | 01-08-2017 | 31-07-2020 | 01CC00       # two that end: one pupil,
        Dee      | 01-08-2018 | 31-07-2020 | 01CC01       # at the school of the newest
        Eva      | 01-08-2017 | 31-07-2020 | 01CC00       # the next one is there already
        Eva      | 01-08-2020 | 31-07-2022 | 01CC00
        Fay      | 01-08-2017 | 31-07-2020 | 01CC00       # and here it begins somewhat later
        Fay      | 01-09-2020 | 31-07-2022 | 01CC00
        Gea      | 01-08-2018 |            | 01CC00       # without an end
    """,
    )

    given.ask("tlv_eindigt", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2019-2020 | 4
        VO0101 | 2021-2022 | 2
    """)
    given.ask("tlv_eindigt", "swv", period="2019-2020", breakdown="bestemming").gives("""
        uitsplitsing        | teller
        bestemming=01CC00   | 1
        bestemming=01CC01   | 2
        bestemming=onbekend | 1
    """)


def test_a_young_list_does_not_know_what_ends(given: Given) -> None:
    """Of what was issued before it began nothing is on it."""
    region(given)
    draw(
        given,
        """
        van        | tot
        01-08-2016 | 31-07-2018   # the list is not three years old
        01-08-2016 | 31-07-2019
    """,
    )

    given.ask("tlv_eindigt", "swv").gives("""
        periode   | teller
        2018-2019 | 1
    """)


def test_from_sbo_to_so_is_no_end(given: Given) -> None:
    region(given)
    draw(given, """
        leerling | soort | van        | tot        | herkomst | bestemming
        Aya      | sbo   | 01-08-2017 | 31-07-2019 | 01BB00   | 01BB01
        Aya      | so    | 01-08-2019 | 31-07-2021 | 01BB01   | 01BB02
        Bob      | sbo   | 01-08-2017 | 31-07-2019 | 01BB00   | 01BB01
    """, of="PO0101")  # fmt: skip

    given.ask("tlv_eindigt_po", "swv").gives("""
        periode   | teller
        2018-2019 | 1
        2020-2021 | 1
    """)
