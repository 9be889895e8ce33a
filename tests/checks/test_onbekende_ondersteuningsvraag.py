"""A word for what a pupil needs that is not on the list of the samenwerkingsverband."""

from helpers.drawings import Given

from monitor.store.settings import Settings


def draw(given: Given) -> None:
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 9911      | Angst               | havo   | 3   # a capital does not matter
        2025-2026  | 9911      | angsten             | havo   | 2   # not on the list
        2025-2026  | 9911      | onbekend            | havo   | 2   # nobody knows is no word
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | status
        2025-2026  | A1               | Rust  | 9911AA   | angst                | havo    | swv    | 4             | actief
        2025-2026  | A2               | Plus  | 9911AA   | angsten              | havo    | swv    | 4             | actief
    """)
    given.normen("""
        ondersteuningsvraag | niveau | max_km
        alle                | alle   | 15       # a norm for all of them
    """)


def test_a_word_that_is_not_on_the_list_is_found_with_where_it_was_written(given: Given) -> None:
    given.settings = Settings(ondersteuningsvragen=("angst", "Gedrag"))
    draw(given)

    assert given.findings("onbekende_ondersteuningsvraag") == [
        (
            "angsten",
            (
                "De vraag ‘angsten’ (in arrangementen, behoefte) staat niet op de lijst van "
                "ondersteuningsvragen"
            ),
        )
    ]


def test_without_a_list_every_word_is_known(given: Given) -> None:
    draw(given)

    assert given.findings("onbekende_ondersteuningsvraag") == []
