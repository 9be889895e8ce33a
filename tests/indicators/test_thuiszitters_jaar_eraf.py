"""Pupils who were a thuiszitter in the schooljaar and no longer on its last day."""

from helpers.drawing_meldingen import region, register
from helpers.drawings import Given


def test_who_was_there_in_the_year_and_not_on_31_july(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 01-03-2018 | 10-10-2018   # there before, left in the year
        V2     | Bob      | 05-10-2018 | 31-07-2019   # ends on the last day: no longer there
        V3     | Cas      | 05-10-2018 | 01-08-2019   # ends the day after: still there
        V4     | Dia      | 05-10-2018 |              # still
        V5     | Els      | 05-10-2018 | 10-10-2018
        V6     | Els      | 05-02-2019 |              # left and came back: not gone
        V7     | Fie      | 05-10-2018 | 10-10-2018
        V8     | Fie      | 05-02-2019 | 10-02-2019   # left twice: one pupil
    """)

    given.ask("thuiszitters_jaar_eraf_abs", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2017-2018 | 0          # Aya was still there on 31 July 2018
        VO0101 | 2018-2019 | 3          # Aya, Bob, Fie
    """)


def test_who_may_still_be_there_left_perhaps(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | vrijstelling
        V1     | Aya      | 05-10-2018 | 10-02-2019 | geen         # certainly there in the year, …
        V2     | Aya      | 10-02-2019 |            | (leeg)       # … perhaps still
        V3     | Bob      | 05-10-2018 | 10-02-2019 | (leeg)       # perhaps there; gone now
        V4     | Cas      | 05-10-2018 | 10-02-2019 | geen         # certainly left
        V5     | Dia      | 05-10-2018 |            | geen         # certainly still there
    """)

    given.ask("thuiszitters_jaar_eraf_abs", "swv", period="2018-2019").gives("""
        code   | teller
        VO0101 | 1–3        # Cas; perhaps Aya and Bob
    """)


def test_he_left_where_he_was_last(given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4
        V1     | Aya      | 05-10-2018 | 20-01-2019 | 1011
        V2     | Aya      | 20-01-2019 | 10-03-2019 | 1021   # moved, then left
    """)

    given.ask("thuiszitters_jaar_eraf_abs", "gemeente", period="2018-2019").gives("""
        code   | teller
        GM0001 | 0
        GM0002 | 1
        GM0003 | 0
    """)
