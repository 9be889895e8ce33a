"""Deelname so: so over bao and sbo together, in which so itself has no part."""

from helpers.drawings import Given


def test_so_is_measured_against_bao_and_sbo(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | bo    | 960
        01AA01    | sbo   | 40
        01AA02    | so    | 20
        01AA02    | vso   | 80         # vso belongs to voortgezet onderwijs
    """)

    given.ask("deelname_so_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        PO0101 | 20     | 1000   | 2
    """)


def test_what_is_not_split_gives_a_lowest_and_a_highest_share(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | bo     | 990
        01AA01    | sbo    | 10
        01AA02    | so     | 20
        01AA03    | so/vso | 30
    """)

    given.ask("deelname_so_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        PO0101 | 20–50  | 1000   | 2–5
    """)


def test_a_telling_of_vso_alone_does_not_make_the_so_nought(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | bao        | 500
        01AA01    | sbo        | 10
        01AA02    | vso        | 60
    """)

    assert given.figures("deelname_so_locatie", "swv") == []
