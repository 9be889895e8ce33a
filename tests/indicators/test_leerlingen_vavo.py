"""Leerlingen vavo: from the rows that DUO marks so, or from the column of their own."""

from helpers.drawings import Given


def test_pupils_at_the_vavo_are_counted_apart(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype           | jaar5_man
        01AA00    | HAVO uitbest. aan VAVO  | 6
        01AA00    | VMBO uitbest. aan VAVO  | <5
        01AA00    | HAVO lj 4-5             | 100          # not at the vavo
    """)
    given.leerlingen_vo_vavo("""
        vestiging | leerlingen | vavo
        01AA01    | 200        | 3
    """)

    given.ask("leerlingen_vavo", "swv").gives("""
        code   | teller
        VO0101 | 10–13      # 6 + 1 + 3, 6 + 4 + 3
    """)


def test_a_telling_of_the_swv_does_not_make_the_vavo_disappear(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype           | jaar5_man
        01AA00    | HAVO uitbest. aan VAVO  | 6
        01AA00    | HAVO lj 4-5             | <5
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 3      # exact, so it goes before DUO's interval
    """)

    given.ask("leerlingen_vavo", "vestiging").gives("""
        code   | teller
        01AA00 | 6
    """)
    given.ask("leerlingen_vo", "vestiging").gives("""
        code   | teller
        01AA00 | 3
    """)
