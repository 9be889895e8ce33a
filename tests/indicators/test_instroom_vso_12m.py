"""The same over twelve months that move along with the month."""

from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given


def test_twelve_months_up_to_and_with_the_last_day_of_the_month(given: Given) -> None:
    counted(region(given), 2017, 2018)
    draw(
        given,
        """
        besloten   | overgang
        10-10-2017 | nieuw        # of longer ago
        31-10-2017 | nieuw        # the day before the twelve months up to October 2018
        01-11-2017 | nieuw        # their first day
        31-10-2018 | nieuw        # their last
        01-11-2018 | nieuw        # the month after
        10-03-2018 | verlenging   # not new
        10-03-2018 |              # not said
    """,
    )

    given.ask("instroom_vso_12m", "swv", period="2018-10-31").gives("""
        code   | periode    | teller | noemer
        VO0101 | 2018-10-31 | 2–3    | 1600
    """)
    given.ask("instroom_vso_12m", "swv", period="2018-09-30").gives("""
        teller | noemer
        3–4    | 1600
    """)


def test_it_begins_when_the_list_is_a_year_old(given: Given) -> None:
    counted(region(given), 2015, 2016)
    draw(
        given,
        """
        besloten
        10-03-2016
    """,
    )

    first, *_ = given.figures("instroom_vso_12m", "swv")
    assert (first.periode, first.teller) == ("2016-07-31", 1)


def test_months_come_up_to_the_last_that_is_whole(given: Given) -> None:
    counted(region(given), 2018)
    draw(
        given,
        """
        besloten
        10-03-2019
    """,
    )

    *_, last = given.figures("instroom_vso_12m", "swv")
    assert (last.periode, last.teller) == ("2019-12-31", 1)


def test_a_month_with_the_last_count_before_it(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 1000
        01AA00    | 01-10-2018 | vo         | 500
    """)
    draw(
        given,
        """
        besloten
        10-03-2018
    """,
    )

    for period, pupils in (("2018-09-30", "1000"), ("2018-10-31", "500")):
        given.ask("instroom_vso_12m", "vestiging", period=period, codes=("01AA00",)).gives(f"""
            teller | noemer
            1      | {pupils}
        """)
