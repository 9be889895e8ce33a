"""Basisondersteuning: the points with ja, of all points on the list that a school filled in."""

from helpers.drawings import Given


def drawn(given: Given) -> Given:
    given.in_swv("VO0001", "01AA00", "01AB00", "01AC00", schooltype="vo")
    given.in_swv("VO0001", "02BB00", schooltype="bao")
    return given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel  | status
        2025-2026  | 2      | 01AA00    | P1   | Mentor | ja
        2025-2026  | 2      | 01AA00    | P2   | Rust   | deels      # not ja
        2025-2026  | 2      | 01AA00    | P3   | Lift   | nee
        2025-2026  | 2      | 01AB00    | P1   | Mentor | ja
        2025-2026  | 2      | 01AB00    | P2   | Rust   |            # unknown: can be ja
        2024-2025  | 1      | 01AB00    | P1   | Mentor | ja         # alone on the older list
        2025-2026  | 2      | 02BB00    | P1   | Mentor | ja         # a basisschool is not of vo
    """)  # fmt: skip


def test_ja_of_all_points_of_the_version(given: Given) -> None:
    """01AB00 left P3 out: unknown too. 01AC00 delivered nothing and is not counted."""
    drawn(given).ask("basisondersteuning", "vestiging").gives("""
        code   | periode   | teller | noemer | waarde
        01AA00 | 2025-2026 | 1      | 3      | 33.33
        01AB00 | 2024-2025 | 1      | 1      | 100
        01AB00 | 2025-2026 | 1–3    | 3      | 33.33–100
    """)
    given.ask("basisondersteuning", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0001 | 2024-2025 | 1      | 1      | 100
        VO0001 | 2025-2026 | 2–4    | 6      | 33.33–66.67
    """)
