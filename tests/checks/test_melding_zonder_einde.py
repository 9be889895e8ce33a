"""Meldingen that are closed but do not say when the absence ended: nobody knows how to count them."""

from helpers.drawing_meldingen import add
from helpers.drawings import Given, rows


def test_closed_without_an_end_is_found_per_file(given: Given) -> None:
    add(
        given,
        rows("""
        nummer | leerling | sinds      | einde      | status
        V1     | Aya      | 01-10-2018 |            | afgesloten
        V2     | Aya      | 01-11-2018 |            | afgesloten
        V3     | Bob      | 01-10-2018 | 01-12-2018 | afgesloten    # as it should be
        V4     | Cas      | 01-10-2018 |            | aangemeld     # still at home
        V5     | Dia      | 01-10-2018 |            | ingetrokken   # withdrawn: no end needed
    """),
    )
    given.verzuimmeldingen("""
        meldingnummer | leerling | verzuim_sinds | ingeschreven | geoorloofd | status
        W1            | Els      | 01-10-2018    | nee          | nee        | afgesloten
    """)

    assert given.findings("melding_zonder_einde") == [
        ("verzuimmeldingen-1.csv (levering 1)", "2 meldingen zijn afgesloten zonder einde"),
        ("verzuimmeldingen-2.csv (levering 2)", "1 melding is afgesloten zonder einde"),
    ]


def test_no_pupil_and_no_melding_is_named(given: Given) -> None:
    given.verzuimmeldingen("""
        meldingnummer | leerling | verzuim_sinds | ingeschreven | geoorloofd | status
        V-geheim      | L-geheim | 01-10-2018    | nee          | nee        | afgesloten
    """)

    assert "geheim" not in str(given.findings("melding_zonder_einde"))
