"""Meldingen of 16 hours that nobody closed: they are a month old, and no langdurig verzuim."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_how_many_are_open_for_more_than_four_weeks(given: Given) -> None:
    """The register is known to 1 January 2020."""
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven | soort_verzuim | status
        Aya      | 01-10-2018 |            | ja           | 16 uur        | aangemeld
        Bob      | 03-12-2019 |            | ja           | V3            | in behandeling  # 29 days
        Cas      | 04-12-2019 |            | ja           | 16 uur        | aangemeld       # four weeks to the day
        Dia      | 01-10-2018 | 08-10-2018 | ja           | 16 uur        | afgesloten      # has an end
        Els      | 01-10-2018 |            | ja           | langdurig     | aangemeld       # of another kind
        Fie      | 01-10-2018 |            | ja           | 16 uur        | ingetrokken     # never was
    """)

    assert given.findings("melding_16_uur_open") == [
        ("verzuimmeldingen-1.csv (levering 1)", "2 meldingen staan langer dan vier weken open")
    ]


def test_one_is_one_and_none_is_nothing(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven | soort_verzuim
        Aya      | 01-10-2019 | ja           | 16 uur
    """)

    ((_, said),) = given.findings("melding_16_uur_open")
    assert said == "1 melding staat langer dan vier weken open"
