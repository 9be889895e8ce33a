"""Meldingen that begin after today: a year that was typed wrong (2030 for 2020)."""

import datetime as dt

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_what_is_yet_to_begin_is_found(given: Given) -> None:
    today = dt.date.today()
    tomorrow = today + dt.timedelta(1)
    register(given).has(f"""
        nummer | leerling | sinds                 | einde | status
        V1     | Ann      | {today:%d-%m-%Y}      |       | aangemeld     # today itself can be
        V2     | L-geheim | {tomorrow:%d-%m-%Y}   |       | aangemeld
        V3     | Cas      | {tomorrow:%d-%m-%Y}   |       | ingetrokken   # in no figure
    """)

    assert given.findings("melding_in_toekomst") == [
        ("verzuimmeldingen-1.csv (levering 1)", "1 melding begint na vandaag")
    ]
