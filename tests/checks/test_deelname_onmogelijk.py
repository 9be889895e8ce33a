"""A vso share that cannot be: more than one in four."""

from helpers.drawings import Given


def test_more_than_a_quarter_in_vso_is_found(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01").in_swv("VO0102", "02AA00", "02AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA01    | vso        | 26
        02AA00    | vo         | 100
        02AA01    | vso        | 25         # a quarter is much, but not impossible
    """)

    assert given.findings("deelname_onmogelijk") == [
        ("VO0101", "VO0101 op 2019-10-01: 26 vso-leerlingen op 100 leerlingen in het regulier vo")
    ]


def test_without_vo_there_is_nothing_to_say(given: Given) -> None:
    given.in_swv("VO0101", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA01    | vso        | 26
    """)

    assert given.findings("deelname_onmogelijk") == []
