"""Decisions on a tlv of which a date is missing: no figure can be made of them."""

from helpers.drawings import Given


def test_each_missing_date_is_found_with_how_many(given: Given) -> None:
    given.tlv("""
        beschikkingsnummer | leerling | soort | ontvangen  | besluitdatum | besluit     | geldig_vanaf | geldig_tot
        1                  | L-geheim | vso   | 01-03-2018 |              | afgegeven   | 01-08-2018   | 31-07-2019
        2                  | Bob      | vso   | 01-03-2018 |              | afgewezen   |              |
        3                  | Cas      | vso   | 01-03-2018 | 01-05-2018   | afgegeven   |              | 31-07-2019
        4                  | Dia      | vso   | 01-03-2018 | 01-05-2018   | afgegeven   | 01-08-2018   |
        5                  | Els      | vso   | 01-03-2018 | 01-05-2018   | afgegeven   |              |              # twice
        6                  | Fie      | vso   | 01-03-2018 | 01-05-2018   | afgegeven   | 01-08-2018   | 31-07-2019   # as it should be
        7                  | Gus      | vso   | 01-03-2018 | 01-05-2018   | afgewezen   |              |              # has no days
        8                  | Hal      | vso   | 01-03-2018 |              | open        |              |              # not yet
        9                  | Ida      | vso   | 01-03-2018 |              | ingetrokken |              |
    """)

    of = "tlv-1.csv (levering 1)"
    assert given.findings("tlv_onvolledig") == [
        (of, "2 tlv's afgegeven zonder eerste dag"),
        (of, "2 tlv's afgegeven zonder laatste dag"),
        (of, "2 tlv's zonder besluitdatum"),
    ]
