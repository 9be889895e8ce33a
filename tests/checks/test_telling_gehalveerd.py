"""A school that lost more than half of its pupils within a year."""

from helpers.drawings import Given


def test_a_school_that_halved_is_found(given: Given) -> None:
    given.leerlingen_vo_onderwijstype("""
        vestiging | naam  | peildatum  | jaar1_man
        01AA00    | Groot | 2018-10-01 | 100
        01AA00    | Groot | 2019-10-01 | 49
        01AA01    | Half  | 2018-10-01 | 100
        01AA01    | Half  | 2019-10-01 | 50         # half is not more than half
        01AA02    | Klein | 2018-10-01 | 49
        01AA02    | Klein | 2019-10-01 | 10         # small schools do that
        01AA03    | Lang  | 2016-10-01 | 100
        01AA03    | Lang  | 2019-10-01 | 10         # three years apart
    """)

    assert given.findings("telling_gehalveerd") == [
        ("01AA00", "Groot: van 100 naar 49 leerlingen op 01-10-2019")
    ]


def test_so_that_goes_elsewhere_is_no_loss_of_vo(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2018-10-01 | vso        | 100
        01AA00    | 2019-10-01 | vso        | 40
        01AA00    | 2018-10-01 | vo         | 100
        01AA00    | 2019-10-01 | vo         | 100
    """)

    assert [code for code, _ in given.findings("telling_gehalveerd")] == ["01AA00"]


def test_a_count_that_is_not_known_says_nothing(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2018-10-01 | vso        | 100
        01AA00    | 2019-10-01 | vso        | x
    """)

    assert given.findings("telling_gehalveerd") == []
