"""Thuiszitters somewhere in a schooljaar: pupils, not a stand."""

from helpers.drawing_meldingen import region, register
from helpers.drawings import Given


def test_who_was_one_on_any_day_of_the_schooljaar(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 01-10-2017 | 31-07-2018   # until the last day of 2017-2018
        V2     | Bob      | 01-10-2017 | 01-08-2018   # ends on the first day of 2018-2019: both
        V3     | Cas      | 31-07-2018 | 10-09-2018   # from the last day on: both
        V4     | Dia      | 05-10-2018 | 10-10-2018   # in no stand
        V5     | Dia      | 05-11-2018 | 10-11-2018   # twice, one pupil
        V6     | Els      | 05-10-2018 | 05-10-2018   # ended the day it began
        V7     | Fie      | 01-08-2019 |              # after it
    """)

    given.ask("thuiszitters_jaar_abs", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2017-2018 | 3          # Aya, Bob, Cas
        VO0101 | 2018-2019 | 4          # Bob, Cas, Dia, Els; 2019-2020 is not over
    """)


def test_he_counts_where_he_was_last(given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4
        V1     | Aya      | 05-10-2018 | 20-10-2018 | 1011
        V2     | Aya      | 20-01-2019 |            | 1021   # moved
    """)

    given.ask("thuiszitters_jaar_abs", "gemeente", period="2018-2019").gives("""
        code   | teller
        GM0001 | 0
        GM0002 | 1
        GM0003 | 0
    """)


def test_who_is_certain_once_is_certain(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | vrijstelling
        V1     | Aya      | 05-10-2018 | 20-10-2018 | (leeg)
        V2     | Aya      | 20-01-2019 | 20-02-2019 | geen
        V3     | Bob      | 05-10-2018 | 20-10-2018 | (leeg)
    """)

    given.ask("thuiszitters_jaar_abs", "swv", period="2018-2019").gives("""
        code   | teller
        VO0101 | 1–2
    """)


def test_longer_than_four_weeks_in_the_year_asks_for_a_day_more(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven
        Aya      | 01-10-2018 | 29-10-2018 | ja           # exactly four weeks
        Bob      | 01-10-2018 | 30-10-2018 | ja           # and a day
        Cas      | 04-07-2018 | 10-08-2018 | ja           # longer than four weeks only from 2 August
    """)

    given.ask("thuiszitters_jaar_lrv", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2017-2018 | 0
        VO0101 | 2018-2019 | 2
    """)


def test_each_has_one_group_of_reasons(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | reden
        V1     | Aya      | 05-10-2018 | 10-10-2018 | conflict met school
        V2     | Aya      | 05-02-2019 |            | Angst of depressie      # the last of the year
        V3     | Bob      | 05-10-2018 |            | geen passende plek
        V4     | Cas      | 05-10-2018 |            | verhuisd
        V5     | Dia      | 05-10-2018 |            | (leeg)                  # not filled in
        V6     | Els      | 05-10-2018 |            | rijdt liever paard      # no word of any group
        V7     | Fie      | 05-10-2018 |            | ziek na conflict        # words of two groups
        V8     | Gijs     | 05-10-2018 |            | wacht op jeugdhulp
    """)

    given.ask("thuiszitters_jaar_abs", "swv", period="2018-2019", breakdown="redengroep").gives("""
        uitsplitsing                        | teller
        redengroep=anders of onbekend       | 3
        redengroep=gezondheid en hulp       | 2
        redengroep=school en onderwijsplek  | 1
        redengroep=thuis en verhuizing      | 1
    """)
