"""Meldingen that contradict themselves: under which definition they count hangs on it."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_each_contradiction_is_found_with_how_many(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven | geoorloofd | vrijstelling | vestiging | status
        L-geheim | 01-10-2018 | ja           | nee        | geen         |           | aangemeld   # at which school?
        Bob      | 01-10-2018 | ja           | nee        | geen         |           | aangemeld
        Cas      | 01-10-2018 | nee          | nee        | geen         | 01AA00    | aangemeld   # at a school or not?
        Dia      | 01-10-2018 | nee          | ja         | geen         |           | aangemeld   # lawful, by which exemption?
        Els      | 01-10-2018 | nee          | nee        | 5a           |           | aangemeld   # exempt, and yet unlawful
        Fie      | 01-10-2018 | nee          | nee        | 15           | 01AA00    | aangemeld   # two at once
    """)

    of = "verzuimmeldingen-1.csv (levering 1)"
    assert given.findings("melding_tegenspraak") == [
        (of, "1 melding: niet ingeschreven en zonder vrijstelling, maar wel geoorloofd"),
        (of, "2 meldingen: ingeschreven, maar de school ontbreekt"),
        (of, "2 meldingen: met een vrijstelling, maar niet geoorloofd"),
        (of, "2 meldingen: niet ingeschreven, maar met een school"),
    ]


def test_what_is_right_or_withdrawn_or_unknown_is_left_alone(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven | geoorloofd | vrijstelling | vestiging | status
        Aya      | 01-10-2018 | ja           | nee        | geen         | 01AA00    | aangemeld
        Bob      | 01-10-2018 | ja           | ja         | geen         | 01AA00    | aangemeld     # ill
        Cas      | 01-10-2018 | ja           | ja         | 11           | 01AA00    | aangemeld
        Dia      | 01-10-2018 | nee          | nee        | geen         |           | aangemeld
        Els      | 01-10-2018 | nee          | ja         | 5a           |           | aangemeld
        Fie      | 01-10-2018 | nee          | ja         | (leeg)       |           | aangemeld     # may have one
        Gus      | 01-10-2018 | ja           | nee        | (leeg)       | 01AA00    | aangemeld
        Hal      | 01-10-2018 | nee          | ja         | geen         | 01AA00    | ingetrokken
    """)

    assert given.findings("melding_tegenspraak") == []


def test_a_kind_that_does_not_go_with_the_lessons_or_the_hours_is_found(given: Given) -> None:
    """faults.md A7: such a melding is an interval, and a finding."""
    register(given).has("""
        leerling | sinds      | ingeschreven | vestiging | soort_verzuim | alle_lessen_gemist | uren   | status
        Aya      | 01-10-2018 | ja           | 01AA00    | langdurig     | Nee                | (leeg) | aangemeld
        Bob      | 01-10-2018 | ja           | 01AA00    | langdurig     | Ja                 | (leeg) | aangemeld
        Cas      | 01-10-2018 | ja           | 01AA00    | 16 uur        | Nee                | 12     | aangemeld
        Dia      | 01-10-2018 | ja           | 01AA00    | 16 uur        | Nee                | 16     | aangemeld
        Els      | 01-10-2018 | ja           | 01AA00    | langdurig     | Nee                | 80     | ingetrokken
    """)

    of = "verzuimmeldingen-1.csv (levering 1)"
    assert given.findings("melding_tegenspraak") == [
        (of, "1 melding: langdurig, maar niet alle lessen gemist"),
        (of, "1 melding: soort 16 uur, maar minder dan 16 uren"),
    ]


def test_an_absence_that_is_still_to_begin_is_found(given: Given) -> None:
    """faults.md A16 of a tlv received in 2030: a begin that nobody can have seen. Delivered on 1
    January 2020."""
    register(given).has("""
        leerling | sinds      | ingeschreven | vestiging | status
        Aya      | 02-01-2020 | ja           | 01AA00    | aangemeld
        Bob      | 01-01-2020 | ja           | 01AA00    | aangemeld       # the day itself
        Cas      | 01-09-2021 | ja           | 01AA00    | ingetrokken
    """)

    of = "verzuimmeldingen-1.csv (levering 1)"
    assert given.findings("melding_tegenspraak") == [
        (of, "1 melding: begint pas na de dag van levering")
    ]
