"""Thuiszitters with jeugdhulp, as a part of all of them."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_yes_no_and_unknown(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde      | jeugdhulp
        Aya      | 01-10-2018 |            | ja
        Bob      | 01-10-2018 |            | nee
        Cas      | 01-10-2018 |            | onbekend
        Dia      | 01-10-2018 |            |             # not filled in: unknown too
        Els      | 01-10-2018 | 20-10-2018 | ja          # is back
    """)

    given.ask("thuiszitters_jeugdhulp_abs", "swv", period="2018-10-31").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1–3    | 4      | 25–75
    """)


def test_a_month_without_thuiszitters_has_no_part_of_them(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | jeugdhulp
        Aya      | 01-10-2018 | ja
    """)

    assert given.figures("thuiszitters_jeugdhulp_abs", "swv", period="2018-09-30") == []
