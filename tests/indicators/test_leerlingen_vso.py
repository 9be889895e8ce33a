"""Leerlingen vso: counted where the school is; what a source does not split is an interval."""

from helpers.drawings import Given


def test_vso_pupils_are_counted_where_the_school_is(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01").in_swv("VO0102", "02AA00")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 40
        01AA01    | vso   | 60
        01AA01    | so    | 25         # so is not vso
        02AA00    | vso   | 7
        03AA00    | vso   | 3          # a school that no list knows
        02AA00    | sbo   | 100        # sbo is not vso
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code     | naam     | periode    | teller  | noemer
        VO0101   | VO0101   | 2019-10-01 | 100     | ?
        VO0102   | VO0102   | 2019-10-01 | 7       | ?
        onbekend | Onbekend | 2019-10-01 | 3       | ?
    """)


def test_what_the_source_hides_is_an_interval_and_never_nought(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
        01AA01    | vso        | <5
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code   | teller
        VO0101 | 41–44
    """)


def test_an_unknown_count_is_at_least_what_the_other_schools_have(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
        01AA01    | vso        | x
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code   | teller
        VO0101 | 40+
    """)
    given.ask("leerlingen_vso", "vestiging").gives("""
        code   | teller | waarde
        01AA00 | 40     | 40
        01AA01 | ?      | ?      # unknown, not 0
    """)


def test_so_and_vso_that_a_file_does_not_split_are_all_vso_or_none(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 100
        01AA01    | vso    | 30
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code   | teller
        VO0101 | 30–130
    """)
