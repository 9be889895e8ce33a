"""Two national files that say something else of a school in special education."""

import pytest
from helpers.drawings import Given


def both(given: Given, afstand: int, historie: int) -> None:
    given.add("afstand", [{"vestiging": "01AA00", "soort": "vso", "leerlingen": str(afstand)}])
    given.add(
        "leerlingen_historie",
        [{"vestiging": "01AA00", "soort": "so/vso", "leerlingen": str(historie)}],
    )


def test_more_than_two_percent_is_found(given: Given) -> None:
    both(given, 1021, 1000)

    ((code, melding),) = given.findings("so_vso_verschil")

    # The school is named (faults A16): the sum of the country differed by less and said "goed".
    assert code == "01AA00"
    assert melding == (
        "School op 01-10-2019: volgens het afstandsbestand vso met 1021 leerlingen, volgens het "
        "historisch overzicht so/vso met 1000 leerlingen"
    )


@pytest.mark.parametrize("afstand", [980, 1020])
def test_two_percent_is_within_what_is_usual(given: Given, afstand: int) -> None:
    both(given, afstand, 1000)

    assert given.findings("so_vso_verschil") == []


def test_a_school_that_only_one_file_calls_sbo_is_named(given: Given) -> None:
    given.afstand("""
        vestiging | naam   | soort | leerlingen
        01AA00    | Anders | sbo   | 95
        01AA01    | Gelijk | so    | 30
        01AA01    | Gelijk | vso   | 20         # together so/vso: no difference
        01AA02    | Klein  | vso   | 11
    """)
    given.leerlingen_historie("""
        vestiging | naam   | soort  | leerlingen
        01AA00    | Anders | so/vso | 95
        01AA01    | Gelijk | so/vso | 50
        01AA02    | Klein  | vso    | 9          # five pupils more or less are usual
    """)

    assert given.findings("so_vso_verschil") == [
        (
            "01AA00",
            (
                "Anders op 01-10-2019: volgens het afstandsbestand sbo met 95 leerlingen, volgens "
                "het historisch overzicht so/vso met 95 leerlingen"
            ),
        )
    ]


def test_a_school_that_one_file_does_not_know_is_named(given: Given) -> None:
    given.afstand("""
        vestiging | naam  | soort | leerlingen
        01AA00    | Beide | vso   | 40
    """)
    given.leerlingen_historie("""
        vestiging | naam  | jaar | soort | leerlingen
        01AA00    | Beide | 2019 | vso   | 40
        01AA01    | Eén   | 2019 | vso   | <5
        01AA02    | Toen  | 2018 | vso   | 30         # of that year there is one file only
    """)

    assert given.findings("so_vso_verschil") == [
        (
            "01AA01",
            (
                "Eén op 01-10-2019: volgens het afstandsbestand geen leerlingen, volgens het "
                "historisch overzicht vso met 1 tot 4 leerlingen"
            ),
        )
    ]


def test_a_few_distances_say_nothing_about_the_schools_that_are_not_in_them(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 40
    """)
    given.leerlingen_historie("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 40
        01AA01    | vso   | 30
        01AA02    | vso   | 30
    """)

    assert given.findings("so_vso_verschil") == []
