"""More taken than there are places, or more running than planned."""

from helpers.drawings import Given


def test_more_than_there_are_places_is_found(given: Given) -> None:
    given.arrangementen("""
        schooljaar | arrangementscode | titel | plaatsen_plan | plaatsen_praktijk | bezet
        2018-2019  | A1               | Opstap | 10           | 8                 | 8    # full: can be
        2018-2019  | A2               | Kring  | 10           | 8                 | 9    # more than run
        2018-2019  | A3               | Start  | 10           | 12                | 3    # more than planned
        2018-2019  | A4               | Rust   | 10           |                   | 11   # more than planned; running unknown
        2018-2019  | A5               | Brug   | 10           |                   |      # nothing is known
    """)

    assert given.findings("arrangement_onmogelijk") == [
        ("2018-2019 A2", "Kring (2018-2019): 9 bezet van 8 plaatsen"),
        ("2018-2019 A3", "Start (2018-2019): 12 plaatsen in de praktijk en 10 in het plan"),
        ("2018-2019 A4", "Rust (2018-2019): 11 bezet van 10 plaatsen"),
    ]
