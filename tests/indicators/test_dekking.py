"""Dekking: of all who need a place, the share that can be placed at the same time in practice."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def test_everybody_at_the_same_time(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | bij  | plan | praktijk | status
        A    | 1011 | 5    | 2        | actief    # two of five are really there
        B    | 1021 | 4    | 4        | gestopt   # no longer
    """,
        need="""
        thuis | aantal
        1011  | 2
        1012  | 1          # within reach of the same two places
        1021  | 1          # 20 km: too far
    """,
    )

    given.ask("dekking", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0101 | 2018-2019 | 2      | 4      | 50
    """)
    # With the least distance: those next door.
    given.ask("dekking", "wijk").gives("""
        code        | naam | teller | noemer | waarde
        VO0101:Kern | Kern | 0      | 1      | 0
        VO0101:Oost | Oost | 2      | 2      | 100
        VO0101:West | West | 0      | 1      | 0
    """)


def test_places_that_nobody_reported_are_unknown_and_no_coverage(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | plan | praktijk
        A    | 3    | 1
        B    | 2    |            # the school did not answer: nought, or two
    """,
        need="""
        thuis | aantal
        1011  | 4
    """,
    )

    given.ask("dekking", "swv").gives("""
        teller | noemer | waarde
        1–3    | 4      | 25–75
    """)


def test_an_unknown_home_may_be_covered_or_not(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | plan | praktijk
        A    | 5    | 5
    """,
        need="""
        thuis | aantal
        1011  | 3
        9999  | 1        # nobody knows where that is
    """,
    )

    given.ask("dekking", "gemeente").gives("""
        code     | teller | noemer
        GM0001   | 3      | 3
        onbekend | 0–1    | 1
    """)


def test_by_vraag_and_by_niveau(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | vragen | niveaus | praktijk
        A    | angst  | havo    | 2
        B    | gedrag | alle    | 2
    """,
        need="""
        vraag  | niveau | aantal
        angst  | havo   | 1
        angst  | vwo    | 1        # there is nothing on that niveau
        gedrag | vwo    | 1
    """,
    )

    given.ask("dekking", "swv", breakdown="ondersteuningsvraag").gives("""
        uitsplitsing               | teller | noemer
        ondersteuningsvraag=angst  | 1      | 2
        ondersteuningsvraag=gedrag | 1      | 1
    """)
    given.ask("dekking", "swv", breakdown="niveau").gives("""
        uitsplitsing | teller | noemer
        niveau=havo  | 1      | 1
        niveau=vwo   | 1      | 2
    """)


def test_vso_pupils_are_never_added_silently(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | praktijk
        A    | 1
    """,
        need="""
        deel      | aantal
        geplaatst | 1
        vso       | 3        # only with the switch on the page
    """,
    )

    given.ask("dekking", "swv").gives("""
        teller | noemer
        1      | 1
    """)


def test_no_offer_was_delivered_is_no_coverage_of_nought(given: Given) -> None:
    offer_and_need(
        given,
        offer="""
        code | jaar
        A    | 2017-2018
    """,
        need="""
        thuis | aantal
        1011  | 1
    """,
    )

    assert given.figures("dekking") == []
