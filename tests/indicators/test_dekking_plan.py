"""Dekking op papier: the same, with the places that were agreed."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def test_agreed_places_count_whether_they_are_there_or_not(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | plan | praktijk | status
        A    | 2    | 0        | actief    # on paper only
        B    | 1    |          | actief    # nobody reported what is there
        C    | 9    | 9        | gepland   # not yet
    """,
        need="""
        thuis | aantal
        1011  | 4
    """,
    )

    given.ask("dekking_plan", "swv").gives("""
        teller | noemer | waarde
        3      | 4      | 75
    """)
    given.ask("dekking", "swv").gives("""
        teller | noemer | waarde
        0–1    | 4      | 0–25
    """)
