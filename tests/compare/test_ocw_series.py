"""The country's own series: which columns make up a definition, and what is not known."""

from helpers.drawings import Given

from monitor.compare.ocw_series import Year, delivered, series
from monitor.store.definitions import definitions


def landelijk(given: Given) -> None:
    given.thuiszitters_landelijk("""
        schooljaar | vrijstelling_5a | absoluut | langdurig_relatief
        2008-2009  | 2533            |          |             # only the exemptions were counted
        2009-2010  | 2964            | 6878     | 5182
        2021-2022  | 7389            |          | 3246        # sources disagree about absoluut
    """)


def test_a_definition_is_the_sum_of_its_columns_and_unknown_when_one_is_missing(
    given: Given,
) -> None:
    landelijk(given)

    assert series(given.store, definitions()["THUIS_OCW"]) == [
        Year("2009-2010", 12060),
        Year("2021-2022", None),
    ]
    assert series(given.store, definitions()["VRIJ5A"])[0] == Year("2008-2009", 2533)


def test_what_ocw_does_not_count_has_no_series(given: Given) -> None:
    landelijk(given)

    assert series(given.store, definitions()["THUIS_PACT"]) == []


def test_it_says_which_file_and_when(given: Given) -> None:
    landelijk(given)

    assert delivered(given.store) == "thuiszitters_landelijk-1.csv|2020-01-01"


def test_without_a_file_there_is_nothing(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")

    assert series(given.store, definitions()["ABS"]) == []
    assert delivered(given.store) == ""
