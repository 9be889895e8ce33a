"""Meldingen that end before they begin."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_an_end_before_the_begin_is_found_and_on_the_day_itself_is_not(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | status
        V1     | L-geheim | 02-10-2018 | 01-10-2018 | afgesloten
        V2     | Bob      | 02-10-2018 | 02-10-2018 | afgesloten    # back the same day
        V3     | Cas      | 02-10-2018 |            | aangemeld
        V4     | Dia      | 02-10-2018 | 01-10-2018 | ingetrokken   # withdrawn: in no figure
    """)

    assert given.findings("melding_einde_voor_begin") == [
        ("verzuimmeldingen-1.csv (levering 1)", "1 melding eindigt voor het begin")
    ]
