"""Dates of a tlv that cannot come after each other."""

from helpers.drawings import Given


def test_each_order_that_cannot_be_is_found(given: Given) -> None:
    given.tlv("""
        beschikkingsnummer | leerling | soort | ontvangen  | compleet   | besluitdatum | besluit     | geldig_vanaf | geldig_tot
        1                  | L-geheim | vso   | 02-03-2018 | 01-03-2018 | 01-05-2018   | afgegeven   | 01-08-2018   | 31-07-2019   # complete before it came
        2                  | Bob      | vso   | 01-03-2018 | 01-04-2018 | 31-03-2018   | afgewezen   |              |              # decided before it was complete
        3                  | Cas      | vso   | 01-03-2018 |            | 28-02-2018   | afgewezen   |              |              # decided before it came
        4                  | Dia      | vso   | 01-03-2018 | 01-04-2018 | 01-05-2018   | afgegeven   | 01-08-2018   | 31-07-2018   # over before it begins
        5                  | Els      | vso   | 01-03-2018 | 01-03-2018 | 01-03-2018   | afgegeven   | 01-03-2018   | 01-03-2018   # all on one day: can be
        6                  | Fie      | vso   | 02-03-2018 | 01-03-2018 |              | ingetrokken |              |              # withdrawn
    """)

    of = "tlv-1.csv (levering 1)"
    assert given.findings("tlv_volgorde") == [
        (of, "1 tlv compleet voor de ontvangst"),
        (of, "1 tlv met een besluit voor de ontvangst"),
        (of, "1 tlv met een besluit voor het dossier compleet was"),
        (of, "1 tlv met een laatste dag voor de eerste"),
    ]
