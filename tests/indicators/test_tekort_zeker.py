"""Zeker tekort: who has no place in any largest placement."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def test_of_two_who_want_the_last_place_it_is_certain_that_one_is_short_and_not_who(
    given: Given,
) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | praktijk
        A    | 1012 | 1          # in the middle: in reach of all
    """,
        need="""
        thuis | vraag  | aantal
        1011  | angst  | 1
        1021  | angst  | 1
        1021  | gedrag | 2       # there is nothing for them
    """,
    )

    given.ask("tekort_zeker", "swv").gives("""
        teller
        2
    """)
    given.ask("tekort", "swv").gives("""
        teller
        3
    """)


def test_more_pupils_of_one_cell_than_there_are_places(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | praktijk
        A    | 1011 | 2
    """,
        need="""
        thuis | aantal
        1011  | 5        # three of them, whoever they are
    """,
    )

    given.ask("tekort_zeker", "wijk").gives("""
        code        | teller
        VO0101:Oost | 3
    """)


def test_what_may_be_there_makes_nothing_certain(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | plan | praktijk
        A    | 2    |
    """,
        need="""
        thuis | aantal
        1011  | 3        # one is short for certain, of two it is not known
    """,
    )

    given.ask("tekort_zeker", "swv").gives("""
        teller
        1
    """)
