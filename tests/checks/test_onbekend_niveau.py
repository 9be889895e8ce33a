"""A niveau that is not on the list of the samenwerkingsverband."""

from helpers.drawings import Given

from monitor.store.settings import Settings


def draw(given: Given) -> None:
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau  | aantal
        2025-2026  | 9911      | angst               | HAVO    | 3   # a capital does not matter
        2025-2026  | 9911      | angst               | vmbo-tl | 2   # not on the list
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus      | bereik | plaatsen_plan | status
        2025-2026  | A1               | Rust  | 9911AA   | angst                | alle         | swv    | 4             | actief
        2025-2026  | A2               | Plus  | 9911AA   | angst                | havo         | swv    | 4             | actief
    """)


def test_a_niveau_that_is_not_on_the_list_is_found(given: Given) -> None:
    given.settings = Settings(niveaus=("havo", "vwo"))
    draw(given)

    assert given.findings("onbekend_niveau") == [
        ("vmbo-tl", "Het niveau ‘vmbo-tl’ (in behoefte) staat niet op de lijst van niveaus")
    ]


def test_without_a_list_every_niveau_is_known(given: Given) -> None:
    draw(given)

    assert given.findings("onbekend_niveau") == []
