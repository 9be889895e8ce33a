"""Who came to meet a definition in a month."""

from helpers.drawing_meldingen import region, register
from helpers.drawings import Given

from monitor.figures.door import Figure


def by_month(found: list[Figure]) -> dict[str, tuple[float | None, float | None]]:
    return {f.periode: (f.teller, f.teller_max) for f in found if f.teller_max}


def test_each_stay_counts_once_in_the_month_in_which_it_begins(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 31-10-2018 | 10-12-2018
        V2     | Aya      | 10-12-2018 | 10-01-2019   # follows directly: the same stay
        V3     | Aya      | 20-01-2019 |              # was back for ten days: a new one
        V4     | Bob      | 05-10-2018 | 20-10-2018   # in no stand, but he was there
        V5     | Cas      | 05-10-2018 | 05-10-2018   # ended the day it began
        V6     | Dia      | 05-10-2018 |
        V7     | Dia      | 15-11-2018 |              # a second melding of one stay
    """)

    obs = by_month(given.figures("thuiszitters_in_abs", "swv"))
    assert obs == {"2018-10": (4, 4), "2019-01": (1, 1)}


def test_lrv_begins_four_weeks_and_a_day_after_the_melding(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven
        Aya      | 02-10-2018 | ja             # on 31 October
        Bob      | 03-10-2018 | ja             # on 1 November
    """)

    obs = by_month(given.figures("thuiszitters_in_lrv", "swv"))
    assert obs == {"2018-10": (1, 1), "2018-11": (1, 1)}


def test_who_moves_within_the_swv_did_not_come(given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4
        V1     | Aya      | 05-10-2018 | 20-11-2018 | 1011
        V2     | Aya      | 20-11-2018 |            | 1021
    """)

    given.ask("thuiszitters_in_abs", "gemeente", period="2018-11").gives("""
        code   | teller
        GM0001 | 0
        GM0002 | 0
        GM0003 | 0
    """)
    given.ask("thuiszitters_in_abs", "gemeente", period="2018-10").gives("""
        code   | teller
        GM0001 | 1
        GM0002 | 0
        GM0003 | 0
    """)


def test_where_unsure_becomes_certain_it_may_have_begun_only_then(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | vrijstelling
        V1     | Aya      | 05-10-2018 | 20-11-2018 | (leeg)
        V2     | Aya      | 20-11-2018 |            | geen
    """)

    obs = by_month(given.figures("thuiszitters_in_abs", "swv"))
    assert obs == {"2018-10": (0, 1), "2018-11": (0, 1)}
