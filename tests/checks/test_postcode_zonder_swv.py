"""A school whose postcode no regio-indeling knows."""

from helpers.drawings import Given


def test_a_school_outside_every_region_is_found(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | swv_po | swv_vo
        1011      | PO0101 | VO0101
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | naam     | postcode
        01AA00    | 2019-01-01 | Gesloten | 1384         # no longer on the newest list
        01AA01    | 2020-01-01 | Binnen   | 1011
        01AA02    | 2020-01-01 | Nieuw    | 1384 AB
    """)

    assert given.findings("postcode_zonder_swv") == [("01AA02", "Nieuw (1384AB)")]


def test_an_own_swv_is_enough(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | swv_vo
        1011      | VO0101
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype | swv
        01AA02    | 1384     | vo         | VO0101
    """)

    assert given.findings("postcode_zonder_swv") == []


def test_a_school_for_so_and_vso_needs_both(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | swv_po | swv_vo
        1011      |        | VO0101
        1012      | PO0101 | VO0101
    """)
    given.vestigingen_so("""
        vestiging | naam | postcode | onderwijs
        01AA00    | Oost | 1011     | SO ZMLK + VSO ZMLK
    """)

    assert given.findings("postcode_zonder_swv") == [("01AA00", "Oost (1011)")]


def test_a_regio_indeling_for_vo_alone_says_nothing_of_basisscholen(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv
        1011      | VO0101
    """)
    given.vestigingen_bo("""
        vestiging | postcode
        01AA00    | 1011
    """)

    assert given.findings("postcode_zonder_swv") == []


def test_without_any_regio_indeling_it_is_silent(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | postcode
        01AA02    | 1384 AB
    """)

    assert given.findings("postcode_zonder_swv") == []
