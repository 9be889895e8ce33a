"""Leerlingen so: counted for the SWV po, at the same vestiging as vso where they are together."""

from helpers.drawings import Given


def test_so_pupils_belong_to_the_swv_po_of_the_place(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | swv_po | swv_vo
        1011      | PO0101 | VO0101
    """)
    given.vestigingen_so("""
        vestiging | postcode | onderwijs
        01AA00    | 1011 AB  | SO ZMLK + VSO ZMLK
    """)
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 30
        01AA00    | vso   | 20
    """)

    given.ask("leerlingen_so", "swv").gives("""
        code   | teller
        PO0101 | 30
    """)
    given.ask("leerlingen_vso", "swv").gives("""
        code   | teller
        VO0101 | 20
    """)


def test_a_telling_of_vso_alone_leaves_the_rest_for_so(given: Given) -> None:
    """An SWV vo counts its vso; the national file knows the school as a whole."""
    given.in_swv("PO0101", "01AA00", "01AA01")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 100
        01AA01    | so/vso | 50
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
        01AA01    | vso        | <5
    """)

    given.ask("leerlingen_so", "vestiging").gives("""
        code   | teller
        01AA00 | 60         # 100 - 40
        01AA01 | 46–49      # 50 - 4, 50 - 1
    """)
    given.ask("leerlingen_vso", "vestiging").gives("""
        code   | teller
        01AA00 | 40
        01AA01 | 1–4
    """)


def test_a_telling_of_more_vso_than_there_are_pupils_leaves_no_so(given: Given) -> None:
    given.in_swv("PO0101", "01AA00")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 40
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 41
    """)

    given.ask("leerlingen_so", "vestiging").gives("""
        code   | teller
        01AA00 | 0
    """)


def test_a_telling_of_vso_says_nothing_about_so(given: Given) -> None:
    given.in_swv("PO0101", "01AA00")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 41
    """)

    assert given.figures("leerlingen_so", "swv") == []
