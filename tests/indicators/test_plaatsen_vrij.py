"""Vrije plaatsen: places in practice less the pupils who are there."""

from helpers.drawing_dekking import offer, region
from helpers.drawings import Given

from monitor.figures.door import catalogue


def test_free_is_never_less_than_nought_and_no_arrangement_fills_another(given: Given) -> None:
    offer(region(given), """
        code | bij  | praktijk | bezet | status
        A    | 1011 | 5        | 3     | actief
        B    | 1011 | 2        | 4     | actief    # too full: not two less elsewhere
        C    | 1012 | 4        | 0     | gestopt   # nobody can go there
    """)  # fmt: skip

    given.ask("plaatsen_vrij", "swv").gives("""
        periode   | teller | waarde
        2018-2019 | 2      | 2
    """)


def test_without_places_or_pupils_it_is_at_least_so_many(given: Given) -> None:
    offer(region(given), """
        code | bij  | praktijk | bezet
        A    | 1011 | 5        | 3
        B    | 1012 |          | 1       # how many places?
        C    | 1021 | 2        |         # how many pupils?
    """)  # fmt: skip

    given.ask("plaatsen_vrij", "subregio").gives("""
        code         | teller
        VO0101:Noord | 2+
        VO0101:Zuid  | ?
    """)


def test_not_of_one_school_as_places_less_free_are_its_few_pupils() -> None:
    assert not {"vestiging", "bestuur", "wijk"} & set(catalogue()["plaatsen_vrij"].levels)
