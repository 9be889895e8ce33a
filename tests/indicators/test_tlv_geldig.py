"""Geldige tlv's: a stock on the last day of the month, of a list that is old enough."""

from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given


def test_valid_from_and_up_to_and_with(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | van        | tot        | besluit     | swv
        Aya      | 31-10-2018 | 31-07-2020 | afgegeven   | VO0101   # begins on the day
        Bob      | 01-08-2016 | 31-10-2018 | afgegeven   | VO0101   # its last day is the day
        Cas      | 01-08-2016 | 30-10-2018 | afgegeven   | VO0101   # ended the day before
        Dee      | 01-11-2018 | 31-07-2020 | afgegeven   | VO0101   # begins the day after
        Eva      | 01-08-2018 |            | afgegeven   | VO0101   # without an end
        Fay      | 01-08-2018 | 31-07-2020 | ingetrokken | VO0101   # withdrawn
        Gea      |            | 31-07-2020 | afgegeven   | VO0101   # not known since when
        Hua      | 01-08-2018 | 31-07-2018 | afgegeven   | VO0101   # ends before it begins
        Ivo      | 01-08-2018 | 31-07-2020 | afgegeven   | VO0102   # of another SWV
    """,
    )

    given.ask("tlv_geldig", "swv", period="2018-10-31").gives("""
        code   | teller
        VO0101 | 3
    """)
    given.ask("tlv_geldig", "swv", period="2018-11-30").gives("""
        code   | teller
        VO0101 | 3       # Bob is out, Dee is in
    """)


def test_a_pupil_with_two_is_two_tlvs(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        nr | leerling | van        | tot        | bestemming
        A1 | Aya      | 01-08-2017 | 31-07-2019 | 01CC00
        A2 | Aya      | 01-02-2018 | 31-07-2019 | 01CC01
        A1 | Bob      | 01-08-2017 | 31-07-2019 |            # the same number, another pupil
    """,
    )

    given.ask("tlv_geldig", "swv", period="2018-10-31").gives("""
        teller
        3
    """)
    given.ask("tlv_geldig", "swv", period="2018-10-31", breakdown="bestemming").gives("""
        uitsplitsing        | teller
        bestemming=01CC00   | 1
        bestemming=01CC01   | 1
        bestemming=onbekend | 1
    """)


def test_a_list_younger_than_three_years_gives_no_stock(given: Given) -> None:
    """What was issued before its beginning is not on it, and would look like growth."""
    region(given)
    draw(given, """
        van        | tot
        01-08-2017 | 31-07-2020
    """, first="01-09-2017")  # fmt: skip

    assert given.figures("tlv_geldig", "swv") == []


def test_the_stock_is_known_from_three_years_on(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        van        | tot
        01-08-2016 | 31-07-2019
    """,
    )

    first, *_ = given.figures("tlv_geldig", "swv")
    assert (first.periode, first.teller) == ("2018-08-31", 1)


def test_with_tlvs_of_five_years_a_list_must_be_older(given: Given) -> None:
    """Of a list of three years two fifths of their time is missing, of four one fifth."""
    region(given)
    draw(given, """
        van        | tot
        01-08-2012 | 31-07-2017
        01-08-2013 | 31-07-2018
        01-08-2014 | 31-07-2019
    """, first="01-09-2012")  # fmt: skip

    first, *_ = given.figures("tlv_geldig", "swv")
    assert first.periode == "2017-08-31"


def test_nought_where_nobody_is(given: Given) -> None:
    counted(region(given), 2018)
    draw(
        given,
        """
        van        | tot        | herkomst
        01-08-2017 | 31-07-2019 | 01AA00
    """,
    )

    given.ask("tlv_geldig", "vestiging", period="2018-11-30", codes=("01AA00", "01AA01")).gives("""
        code   | teller
        01AA00 | 1
        01AA01 | 0
    """)


def test_sbo_and_so_are_of_the_po(given: Given) -> None:
    region(given)
    draw(given, """
        soort | van        | tot        | herkomst | bestemming
        sbo   | 01-08-2017 | 31-07-2019 | 01BB00   | 01BB01
        so    | 01-08-2017 | 31-07-2019 | 01BB00   | 01BB02
    """, of="PO0101")  # fmt: skip

    assert given.figures("tlv_geldig", "swv") == []
    given.ask("tlv_geldig_po", "swv", period="2018-10-31", breakdown="soort").gives("""
        code   | uitsplitsing | teller
        PO0101 | soort=sbo    | 1
        PO0101 | soort=so     | 1
    """)
