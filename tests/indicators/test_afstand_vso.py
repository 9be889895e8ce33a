"""Afstand vso: a mean per pupil, weighted over schools."""

from helpers.drawings import Given


def test_a_large_school_weighs_more(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.afstand("""
        vestiging | soort | leerlingen | afstand
        01AA00    | vso   | 100        | 10000,0     # metres
        01AA01    | vso   | 300        | 2000
        01AA01    | so    | 300        | 90000       # so does not count
    """)

    given.ask("afstand_vso", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1600   | 400    | 4             # (100 * 10 + 300 * 2) / 400
    """)


def test_a_school_without_a_distance_or_a_count_is_no_part_of_the_mean(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02")
    given.afstand("""
        vestiging | soort | leerlingen | afstand
        01AA00    | vso   | 100        | 10000
        01AA01    | vso   | 300        |
        01AA02    | vso   | x          | 2000
    """)

    given.ask("afstand_vso", "swv").gives("""
        code   | noemer | waarde
        VO0101 | 100    | 10
    """)


def test_a_hidden_count_does_not_hide_the_mean_of_the_school_itself(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.afstand("""
        vestiging | soort | leerlingen | afstand
        01AA00    | vso   | <5         | 8000
        01AA01    | vso   | 6          | 2000
    """)

    given.ask("afstand_vso", "vestiging").gives("""
        code   | noemer | waarde
        01AA00 | 1–4    | 8
        01AA01 | 6      | 2
    """)
    given.ask("afstand_vso", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 20–44  | 7–10   | 2–6.29      # 20/10, 44/7: and never outside 2 to 8
    """)
