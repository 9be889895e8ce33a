"""A telling of which a part is missing, and which therefore has no figures."""

from helpers.drawings import Given


def test_a_year_of_less_than_half_is_found(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02")
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA00    | 2018-10-01 | 100
        01AA01    | 2018-10-01 | 100
        01AA02    | 2018-10-01 | 100
        01AA00    | 2019-10-01 | 100
    """)

    ((code, melding),) = given.findings("onvolledige_telling")

    assert code == "VO0101"
    assert melding == (
        "Voortgezet onderwijs op 01-10-2019: 1 van 3 vestigingen, 100 van ongeveer 300 leerlingen"
    )


def test_a_school_that_belongs_nowhere_has_no_completeness(given: Given) -> None:
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA00    | 2018-10-01 | 900
        01AA01    | 2019-10-01 | 10
    """)

    assert given.findings("onvolledige_telling") == []


def test_what_was_not_delivered_for_others_is_not_incomplete(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").in_swv("VO0102", "02AA00")
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2018-10-01 | vso        | 50
        02AA00    | 2018-10-01 | vso        | 50
        01AA00    | 2019-10-01 | vso        | 50
    """)

    assert given.findings("onvolledige_telling") == []
