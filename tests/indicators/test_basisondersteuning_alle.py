"""Basisondersteuning over all schools: who did not fill in the list may say ja to nothing or to all."""

from helpers.drawings import Given

from monitor.store.store import Store


def test_silence_is_an_interval(given: Given) -> None:
    """Three schools and two points. 01AC00 delivered nothing: nought to two ja of two. A basisschool
    has no such list; in VO0002 nobody filled it in, so nothing is asked of its school. Row A17."""
    given.in_swv("VO0001", "01AA00", "01AB00", "01AC00", schooltype="vo")
    given.in_swv("VO0001", "02BB00", schooltype="bao")
    given.in_swv("VO0002", "01AD00", schooltype="vo")
    given.basisondersteuning("""
        schooljaar | versie | vestiging | item | titel  | status
        2025-2026  | 2      | 01AA00    | P1   | Mentor | ja
        2025-2026  | 2      | 01AA00    | P2   | Rust   | deels      # not ja
        2025-2026  | 2      | 01AB00    | P1   | Mentor | ja         # left P2 out: unknown
    """)

    given.ask("basisondersteuning_alle", "vestiging").gives("""
        code   | periode   | teller | noemer | waarde
        01AA00 | 2025-2026 | 1      | 2      | 50
        01AB00 | 2025-2026 | 1–2    | 2      | 50–100
        01AC00 | 2025-2026 | 0–2    | 2      | 0–100
    """)
    given.ask("basisondersteuning_alle", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0001 | 2025-2026 | 2–5    | 6      | 33.33–83.33
    """)
    given.ask("basisondersteuning", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0001 | 2025-2026 | 2–3    | 4      | 50–75
    """)


def test_the_sample_over_all_43_schools(sample: Store) -> None:
    """Counted by hand of the files: 333 ja and 13 unknown of 418 points of 38 schools, and five open
    schools of eleven points that said nothing (two more closed in 2023)."""
    from monitor.access import Role, Viewer
    from monitor.figures.door import figures, indicator_named

    who = Viewer(Role.DIRECTEUR, frozenset({"VO9901"}))
    (found,) = figures(
        sample, who, indicator_named("basisondersteuning_alle"), "swv", period="2025-2026",
        codes=("VO9901",),
    )  # fmt: skip

    assert (found.teller, found.teller_max, found.noemer, found.noemer_max) == (333, 401, 473, 473)
