"""Tekort: who has no place when as many as possible are placed at the same time."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def test_places_that_fit_and_not_places_that_add_up(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | vragen | praktijk
        A    | 1011 | angst  | 1
        B    | 1021 | angst  | 5          # plenty, too far from Noord
        C    | 1011 | gedrag | 5          # plenty, of something else
    """,
        need="""
        thuis | vraag | aantal
        1011  | angst | 3
        1021  | angst | 1
    """,
    )

    given.ask("tekort", "swv").gives("""
        teller | waarde
        2      | 2
    """)
    given.ask("tekort", "subregio").gives("""
        code         | teller
        VO0101:Noord | 2
        VO0101:Zuid  | 0
    """)


def test_what_nobody_reported_is_no_gap(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | plan | praktijk
        A    | 2    |            # not known
    """,
        need="""
        thuis | aantal
        1011  | 3
    """,
    )

    given.ask("tekort", "swv").gives("""
        teller
        1–3
    """)


def test_nobody_without_a_place_is_nought(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | praktijk
        A    | 2
    """,
        need="""
        thuis | aantal
        1011  | 2
    """,
    )

    given.ask("tekort", "swv").gives("""
        teller
        0
    """)
