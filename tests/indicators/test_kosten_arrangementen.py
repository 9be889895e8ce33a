"""Kosten: tarief times agreed places; 7/12 of the schooljaar that ends in a year, 5/12 of the next."""

import pytest
from helpers.drawing_dekking import offer, region
from helpers.drawings import Given


def test_seven_twelfths_of_the_one_and_five_of_the_other(given: Given) -> None:
    offer(region(given), """
        jaar      | code | plan | praktijk | tarief | status
        2018-2019 | A    | 2    | 0        | 6000   | actief    # agreed is agreed: 12,000
        2018-2019 | B    | 9    | 9        | 9999   | gestopt   # costs nothing any more
        2019-2020 | A    | 3    | 3        | 8000   | actief    # 24,000
        2019-2020 | B    | 0    | 0        |        | actief    # no places, so no cost to know
    """)  # fmt: skip

    (figure,) = given.figures("kosten_arrangementen")
    assert figure.periode == "2019"
    assert figure.teller == figure.teller_max == 7 / 12 * 12_000 + 5 / 12 * 24_000 == 17_000


@pytest.mark.parametrize(
    ("first", "second", "year"), [("12", "0", 7), ("0", "12", 5), ("12", "12", 12)]
)
def test_to_the_cent(given: Given, first: str, second: str, year: float) -> None:
    offer(region(given), f"""
        jaar      | plan | tarief
        2018-2019 | 1    | {first}
        2019-2020 | 1    | {second}
    """.replace("| plan", "| code | plan").replace("| 1 ", "| A    | 1 "))  # fmt: skip

    (figure,) = given.figures("kosten_arrangementen")
    assert figure.teller == year


def test_a_year_of_which_one_schooljaar_is_missing_has_no_cost(given: Given) -> None:
    offer(region(given), """
        jaar      | code | plan | tarief
        2016-2017 | A    | 1    | 1200
        2018-2019 | A    | 1    | 1200
        2019-2020 | A    | 1    | 1200
    """)  # fmt: skip

    assert {f.periode: f.teller for f in given.figures("kosten_arrangementen")} == {"2019": 1200}


def test_without_a_tarief_it_is_at_least_so_much(given: Given) -> None:
    offer(region(given), """
        jaar      | code | plan | tarief
        2018-2019 | A    | 1    | 1200
        2019-2020 | A    | 1    | 1200
        2019-2020 | B    | 1    |         # nobody said
    """)  # fmt: skip

    given.ask("kosten_arrangementen", "swv").gives("""
        periode | teller
        2019    | 1200+
    """)
