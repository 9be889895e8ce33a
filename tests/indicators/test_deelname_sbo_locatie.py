"""Deelname sbo: sbo over bao and sbo together."""

from helpers.drawings import Given


def test_sbo_is_measured_against_bao_and_sbo_together(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | bo    | 975
        01AA01    | sbo   | 25
        01AA02    | so    | 50         # so has a share of its own
    """)

    given.ask("deelname_sbo_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        PO0101 | 25     | 1000   | 2.5
    """)


def test_hidden_sbo_pupils_are_hidden_in_the_noemer_too(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01")
    given.leerlingen_historie("""
        vestiging | soort | leerlingen
        01AA00    | bo    | 96
        01AA01    | sbo   | <5
    """)

    given.ask("deelname_sbo_locatie", "swv").gives("""
        code   | teller | noemer
        PO0101 | 1–4    | 97–100
    """)


def test_an_swv_whose_bao_was_not_delivered_has_no_share(given: Given) -> None:
    given.in_swv("PO0101", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA01    | sbo        | 40
    """)

    assert given.figures("deelname_sbo_locatie", "swv") == []
