"""The list of basisondersteuning: every point of the version that a school answered."""

from helpers.drawings import Given


def test_a_point_left_out_is_unknown_and_versions_stay_apart(given: Given) -> None:
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel    | status | peildatum
        2025-2026  | 2      | 01AA00    | P1   | Mentor   | ja     | 2025-10-01
        2025-2026  | 2      | 01AA00    | P2   | Rust     | deels  | 2025-10-02
        2025-2026  | 2      | 01AB00    | P1   | Mentor   | nee    | 2025-10-03  # left out P2
        2025-2026  | 1      | 01AC00    | P9   | Oud punt | ja     | 2025-10-04  # an older list
    """).view("basisondersteuning").gives("""
        vestiging | versie | item | titel    | status   | peildatum
        01AA00    | 2      | P1   | Mentor   | ja       | 2025-10-01
        01AA00    | 2      | P2   | Rust     | deels    | 2025-10-02
        01AB00    | 2      | P1   | Mentor   | nee      | 2025-10-03
        01AB00    | 2      | P2   | Rust     | onbekend | 2025-10-03
        01AC00    | 1      | P9   | Oud punt | ja       | 2025-10-04
    """)  # fmt: skip


def test_a_school_that_delivers_again_replaces_its_own_year_only(given: Given) -> None:
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel  | status
        2024-2025  | 1      | 01AA00    | P1   | Mentor | nee
        2025-2026  | 1      | 01AA00    | P1   | Mentor | nee
        2025-2026  | 1      | 01AB00    | P1   | Mentor | nee
    """)  # fmt: skip
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel          | status
        2025-2026  | 2      | 01AA00    | P1   | Vaste mentor   | ja     # the new list, one school
    """).view("basisondersteuning").gives("""
        schooljaar | vestiging | versie | titel        | status
        2024-2025  | 01AA00    | 1      | Mentor       | nee
        2025-2026  | 01AA00    | 2      | Vaste mentor | ja
        2025-2026  | 01AB00    | 1      | Mentor       | nee
    """)  # fmt: skip


def test_the_words_of_a_point_are_those_of_the_newest_delivery(given: Given) -> None:
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel  | status
        2025-2026  | 2      | 01AA00    | P1   | Mentro | ja     # a slip of the pen
    """)
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel  | status
        2025-2026  | 2      | 01AB00    | P1   | Mentor | ja
    """).view("basisondersteuning").gives("""
        vestiging | titel
        01AA00    | Mentor
        01AB00    | Mentor
    """)
