"""Bereikbare plekken per leerling: each place divided over all who may use it (2SFCA)."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def test_places_are_divided_over_all_who_reach_them(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | praktijk
        A    | 1012 | 3          # in reach of all four pupils: 0.75 each
        B    | 1011 | 1          # in reach of the two in the north: 0.5 each
    """,
        need="""
        thuis | aantal
        1011  | 2
        1021  | 2
    """,
    )

    given.ask("druk", "wijk").gives("""
        code        | teller | noemer | waarde
        VO0101:Kern | 1.5    | 2      | 0.75
        VO0101:Oost | 2.5    | 2      | 1.25
    """)
    # All four places: 1 per pupil, though in the south it is tight.
    given.ask("druk", "swv").gives("""
        teller | noemer | waarde
        4      | 4      | 1
    """)


def test_who_reaches_nothing_has_nought_and_unknown_places_do_not_count(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | plan | praktijk
        A    | 1011 | 5    |            # not known
    """,
        need="""
        thuis | aantal
        1011  | 2
        1021  | 2
    """,
    )

    given.ask("druk", "wijk").gives("""
        code        | waarde
        VO0101:Kern | 0
        VO0101:Oost | 0
    """)
