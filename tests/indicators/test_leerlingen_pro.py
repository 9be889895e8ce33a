"""Leerlingen pro: exact where the file splits them off, an interval where it does not."""

from helpers.drawings import Given


def test_only_praktijkonderwijs_counts(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man
        01AA00    | Praktijkonderwijs alle vj | 80
        01AA01    | Praktijkonderwijs alle vj | <5
        01AA01    | VMBO BL lj 3-4            | 70
    """)

    given.ask("leerlingen_pro", "swv").gives("""
        code   | teller
        VO0101 | 81–84
    """)


def test_the_structure_of_a_vestiging_says_where_pro_can_be(given: Given) -> None:
    given.in_swv("VO0101", "01AA04")
    given.vestigingen_vo("""
        vestiging | postcode | onderwijsstructuur
        01AA00    | 1011     | PRO
        01AA01    | 1011     | VBO/MAVO/PRO
        01AA02    | 1011     | HAVO/VWO
    """)
    # The SWV's own words, in lower case.
    own = {"vestiging": "01AA03", "postcode": "1011", "niveaus": "pro|vmbo-b"}
    given.add("vestigingen", [own])
    given.leerlingen_vo_vavo("""
        vestiging | leerlingen
        01AA00    | 90          # all of them
        01AA01    | 300         # some of them, unknown how many
        01AA02    | 500         # none
        01AA03    | 40          # some
        01AA04    | 60          # of this one nothing is known
    """)

    given.ask("leerlingen_pro", "vestiging").gives("""
        code   | teller
        01AA00 | 90
        01AA01 | 0–300
        01AA03 | 0–40
        01AA04 | 0–60
    """)


def test_a_telling_of_pro_alone_splits_the_total_of_duo(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_vavo("""
        vestiging | leerlingen
        01AA00    | 300
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | pro        | 45
    """)

    given.ask("leerlingen_pro", "vestiging").gives("""
        code   | teller
        01AA00 | 45
    """)
    given.ask("leerlingen_vo", "vestiging").gives("""
        code   | teller
        01AA00 | 300        # and not 45: the others are still there
    """)
