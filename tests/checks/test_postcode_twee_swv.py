"""A postcode is of one samenwerkingsverband for vo and one for po."""

from helpers.drawings import Given


def test_a_postcode_of_two_of_one_sector_is_found(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv
        1011      | VO0101
        1011      | PO0101    # one for each sector: so it is
        1012      | VO0101
        1012      | VO0202    # two for vo
        1013      | VO0202
    """)

    assert given.findings("postcode_twee_swv") == [
        ("1012", "Postcode 1012 staat bij VO0101 en VO0202")
    ]
