"""Gemeenten that one file knows and another does not, and those that went up in another (A11)."""

from helpers.drawings import Given


def test_a_gemeente_that_only_one_file_knows_is_found(given: Given) -> None:
    given.gemeenten("""
        gemeentecode | gemeentenaam | peildatum
        0201         | Nieuwstad    | 2023-01-01
        0202         | Overstad     | 2023-01-01
    """)
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0301         | Nergens
    """)
    given.gemeentegrenzen("""
        gemeentecode | gemeentenaam | peildatum  | geometrie
        0201         | Nieuwstad    | 2023-01-01 | {"type":"Polygon"}
    """)

    found = dict(given.findings("gemeente_onbekend"))

    assert sorted(found) == ["GM0202", "GM0301"]
    assert "niet in de gemeentegrenzen" in found["GM0202"]
    assert "Nergens (GM0301) staat in de regio-indeling" in found["GM0301"]


def test_a_gemeente_of_an_earlier_indeling_is_told_with_where_it_went(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0101         | Oud
        1012      | VO0101 | 0102         | Verdeeld
        1013      | VO0101 | 0102         | Verdeeld
    """)
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0201         | Nieuwstad
        1012      | VO0101 | 0201         | Nieuwstad
        1013      | VO0101 | 0202         | Overstad
    """)
    given.gemeenten("""
        gemeentecode | gemeentenaam | peildatum
        0201         | Nieuwstad    | 2027-01-01
        0202         | Overstad     | 2027-01-01
    """)

    assert given.findings("gemeente_onbekend") == [
        ("GM0101", "Oud (GM0101) is opgegaan in Nieuwstad; haar cijfers van eerder tellen daar"),
        (
            "GM0102",
            (
                "Verdeeld (heringedeeld) (GM0102) is verdeeld: haar postcodes liggen nu in Nieuwstad of "
                "Overstad; wie geen postcode heeft, staat nog onder de oude naam"
            ),
        ),
    ]
