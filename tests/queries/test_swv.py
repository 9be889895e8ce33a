"""Samenwerkingsverbanden: those with a postcode or a school, and what they are called."""

from helpers.drawings import Given

from monitor.store.settings import Settings


def test_a_name_from_the_settings_else_the_largest_gemeente(given: Given) -> None:
    given.settings = Settings(swv_naam={"VO0103": "SWV Oever"})
    given.regeling_pc4("""
        postcode4 | gemeentenaam | swv_po | swv_vo
        1011      | Aadorp       | PO0101 | VO0101
        1012      | Beestad      | PO0101 | VO0102
        1013      | Beestad      | PO0101 | VO0102
        1014      | Cegem        |        | VO0103
    """)
    given.vestigingen("""
        vestiging | postcode | swv
        01AA00    | 1011     | VO0001
        01AA01    | 1011     | VO0104
    """)

    given.view("swv").gives("""
        code   | sector | naam                   | is_landelijk
        PO0101 | po     | PO0101 (Beestad e.o.)  | nee
        VO0001 | vo     | VO0001 (landelijk)     | ja
        VO0101 | vo     | VO0101 (Aadorp e.o.)   | nee
        VO0102 | vo     | VO0102 (Beestad e.o.)  | nee
        VO0103 | vo     | SWV Oever              | nee
        VO0104 | vo     | VO0104                 | nee
    """)


def test_of_two_gemeenten_of_one_size_the_choice_is_no_chance(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | gemeentenaam | swv_vo
        1011      | Beestad      | VO0101
        1012      | Aadorp       | VO0101
    """)

    given.view("swv").gives("""
        code   | naam
        VO0101 | VO0101 (Beestad e.o.)
    """)
