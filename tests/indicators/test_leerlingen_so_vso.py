"""So and vso together: known where the overview does not split them, in both sectors."""

from helpers.drawings import Given


def test_what_is_not_split_is_exact_together(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so     | 20
        01AA01    | so/vso | 30
        01AA02    | vso    | <5         # hidden by the source
        01AA03    | sbo    | 90         # sbo is neither
    """)

    given.ask("leerlingen_so_vso_po", "swv").gives("""
        code   | teller
        PO0101 | 51–54
    """)
    given.ask("leerlingen_so", "swv").gives("""
        code   | teller
        PO0101 | 20–50
    """)


def test_it_is_counted_for_the_swv_vo_too(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 12
        01AA00    | vso   | 30
    """)

    given.ask("leerlingen_so_vso", "swv").gives("""
        code   | teller
        VO0101 | 42
    """)


def test_a_school_that_is_sbo_or_so_is_in_it_or_not(given: Given) -> None:
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 60
    """)
    given.afstand("""
        vestiging | soort | peildatum  | leerlingen
        01AA00    | sbo   | 2018-10-01 | 60
        01AA00    | so    | 2020-10-01 | 60
    """)

    rows = given.store.rows(
        "select teller, teller_max from indicators.leerlingen_so_vso where periode = '2019-10-01'"
    )
    assert rows == [(0, 60)]
