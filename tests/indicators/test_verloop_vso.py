"""Verloop: stock last year + in - out = stock this year, and what is missing is shown."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_from_one_1_october_to_the_next(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | van        | tot        | overgang
        Aya      | 01-08-2017 | 31-07-2020 | nieuw        # stays
        Bob      | 01-08-2017 | 31-07-2019 | nieuw        # out
        Cas      | 01-08-2017 | 01-10-2018 | nieuw        # its last day is the first 1 October: out
        Kim      | 01-08-2017 | 01-10-2019 | nieuw        # its last day is the second: stays
        Dee      | 02-10-2018 | 31-07-2020 | nieuw        # in
        Eva      | 01-10-2019 | 31-07-2020 | nieuw        # in on the day itself
        Fay      | 01-08-2019 | 31-07-2021 | verhuizing   # moved here
        Gea      | 01-08-2017 | 31-07-2019 | nieuw        # goes on the next day: stays
        Gea      | 01-08-2019 | 31-07-2021 | verlenging
        Hua      | 01-08-2017 | 31-07-2019 | nieuw        # extended two days late: out,
        Hua      | 02-08-2019 | 31-07-2021 | verlenging   # and in without a new tlv
        Ivo      | 01-11-2018 | 01-06-2019 | nieuw        # in and out within the year
        Jan      | 01-08-2019 | 31-07-2020 |              # not said what it is
        Aya      | 01-08-2018 | 31-07-2019 | nieuw        # a second one: still one pupil
    """,
    )

    given.ask("verloop_vso", "swv").gives("""
        periode    | teller
        2018-10-01 | 6
        2019-10-01 | 8
    """)
    given.ask("verloop_vso", "swv", breakdown="verloop").gives("""
        periode    | uitsplitsing                    | teller
        2019-10-01 | verloop=stand een jaar eerder   | 6    # then, in, out: as one adds it up
        2019-10-01 | verloop=erbij: nieuw            | 3
        2019-10-01 | verloop=erbij: verhuisd hierheen | 1
        2019-10-01 | verloop=erbij: verschil         | 2
        2019-10-01 | verloop=eraf: tlv afgelopen     | 4
    """)
    assert 6 + (3 + 1 + 2) - 4 == 8


def test_the_stock_is_that_of_deelname(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2018 | vo         | 1000
    """)
    draw(
        given,
        """
        leerling | van        | tot
        Aya      | 01-08-2017 | 31-07-2020
        Aya      | 01-08-2018 | 31-07-2019
        Bob      | 01-08-2018 | 01-10-2018
        Cas      | 02-10-2018 | 31-07-2019
    """,
    )

    (verloop,) = given.figures("verloop_vso", "swv", period="2018-10-01")
    (deelname,) = given.figures("deelname_vso_tlv", "swv", period="2018-10-01")
    assert verloop.teller == deelname.teller == 2
