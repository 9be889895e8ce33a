"""One record that is there twice, because a spreadsheet dropped the noughts before its number."""

from helpers.drawings import Given


def test_numbers_that_differ_in_noughts_in_front_are_found(given: Given) -> None:
    """A file of the version before could hold both; the letters of V-07 no spreadsheet touches."""
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | status
        2025-2026  | 0012             | Klas  | 1011     | angst                | havo    | swv    | 5             | actief  # the same
        2025-2026  | 12               | Klas  | 1011     | angst                | havo    | swv    | 5             | actief  # as this
        2024-2025  | 012              | Klas  | 1011     | angst                | havo    | swv    | 5             | actief  # another year
        2025-2026  | V-07             | Klas  | 1011     | angst                | havo    | swv    | 5             | actief
        2025-2026  | V-7              | Klas  | 1011     | angst                | havo    | swv    | 5             | actief
    """)

    assert given.findings("nummer_alleen_nullen") == [
        ("arrangement", "0012 en 12 verschillen alleen in nullen vooraan")
    ]
