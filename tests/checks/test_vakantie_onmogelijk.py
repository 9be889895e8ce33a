"""A holiday with days that cannot be right: school weeks would be counted wrong."""

from helpers.drawings import Given


def test_days_that_cannot_be_right_are_found(given: Given) -> None:
    given.schoolvakanties("""
        schooljaar | regio  | vakantie | eerste_dag | laatste_dag
        2024-2025  | noord  | herfst   | 26-10-2024 | 03-11-2024  # as it should be
        2024-2025  | noord  | zomer    | 12-07-2025 | 24-08-2025  # goes on in the next schooljaar
        2024-2025  | noord  | een dag  | 09-06-2025 | 09-06-2025
        2024-2025  | midden | herfst   | 03-11-2024 | 26-10-2024  # the other way round
        2024-2025  | midden | zomer    | 20-07-2024 | 01-09-2024  # that of the schooljaar before
        2024-2025  | zuid   | kerst    | 21-12-2025 | 05-01-2026  # a year too late
        2024-2025  | zuid   | mei      | 26-04-2025 | 04-07-2025  # a month too long
    """)

    assert given.findings("vakantie_onmogelijk") == [
        (
            "2024-2025 midden",
            "2024-2025, midden, herfst: de laatste dag (26-10-2024) is voor de eerste (03-11-2024)",
        ),
        (
            "2024-2025 midden",
            "2024-2025, midden, zomer: 20-07-2024 tot en met 01-09-2024 is niet in dat schooljaar",
        ),
        (
            "2024-2025 zuid",
            "2024-2025, zuid, kerst: 21-12-2025 tot en met 05-01-2026 is niet in dat schooljaar",
        ),
        ("2024-2025 zuid", "2024-2025, zuid, mei: 70 dagen is te lang voor een vakantie"),
    ]
