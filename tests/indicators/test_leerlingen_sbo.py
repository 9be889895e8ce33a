"""Leerlingen sbo: where the school is, for the SWV po."""

from helpers.drawings import Given


def test_sbo_pupils_are_counted_per_swv_po(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01")
    given.leerlingen_historie("""
        vestiging | soort | leerlingen
        01AA00    | sbo   | 120
        01AA01    | sbo   | <5
        01AA01    | bo    | 80         # basisonderwijs has no share in it
    """)

    given.ask("leerlingen_sbo", "swv").gives("""
        code   | teller
        PO0101 | 121–124
    """)


def test_the_years_before_2010_are_left_out_because_duo_counted_a_part(given: Given) -> None:
    given.in_swv("PO0101", "01AA00")
    given.leerlingen_historie("""
        vestiging | soort | jaar | leerlingen
        01AA00    | sbo   | 2009 | 100
        01AA00    | sbo   | 2010 | 125
    """)

    given.ask("leerlingen_sbo", "vestiging").gives("""
        code   | periode    | teller
        01AA00 | 2010-10-01 | 125
    """)
