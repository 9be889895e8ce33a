"""How long those who are at home have been so: weeks, school weeks where the definition says so."""

from helpers.drawing_meldingen import in_school_weeks, register
from helpers.drawings import BEHEERDER, Given

from monitor.figures.door import indicator_named, spreads


HOLIDAYS = """
    schooljaar | regio  | vakantie | eerste_dag | laatste_dag
    2018-2019  | midden | herfst   | 20-10-2018 | 28-10-2018   # a week, with the weekend before it
    2018-2019  | midden | extra    | 22-10-2018 | 23-10-2018   # in a holiday: not off twice
    2018-2019  | noord  | herfst   | 13-10-2018 | 21-10-2018   # of another regio
"""
UNLAWFUL = """
    leerling | sinds      | ingeschreven | uren
    Aya      | 03-10-2018 | ja           | 80       # four weeks before 31 October
"""


def test_the_median_of_who_is_there_on_the_day(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde      | vrijstelling
        Aya      | 24-10-2018 |            | geen            # 1 week
        Bob      | 17-10-2018 |            | geen            # 2
        Cas      | 03-10-2018 |            | geen            # 4
        Dia      | 31-10-2017 |            | geen            # 365 days
        Els      | 01-10-2017 | 31-10-2018 | geen            # is back
        Fie      | 01-10-2017 |            | (leeg)          # may have an exemption: not counted
    """)

    given.ask("thuiszitters_duur_abs", "swv", period="2018-10-31").gives("""
        code   | teller | waarde
        VO0101 | 4      | 3
    """)
    found = spreads(
        given.store, BEHEERDER, indicator_named("thuiszitters_duur_abs"), "swv", period="2018-10-31"
    )
    (spread,) = found.values()
    assert (spread.n, spread.running, spread.mean) == (4, 0, (7 + 14 + 28 + 365) / 4)


def test_it_goes_on_where_the_next_melding_follows_directly(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 05-09-2018 | 10-10-2018
        V2     | Aya      | 10-10-2018 |              # 56 days since 5 September
        V3     | Bob      | 05-09-2018 | 20-09-2018
        V4     | Bob      | 03-10-2018 |              # was back in between: 28 days
    """)

    given.ask("thuiszitters_duur_abs", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 6
    """)


def test_lrv_lasts_since_the_first_day_and_not_since_the_fifth_week(given: Given) -> None:
    register(given).has(UNLAWFUL.replace("03-10-2018", "26-09-2018"))

    given.ask("thuiszitters_duur_lrv", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 5
    """)


def test_a_week_without_school_is_no_school_week(given: Given) -> None:
    given.schoolvakanties(HOLIDAYS)
    in_school_weeks(given, "midden")
    register(given).has(UNLAWFUL + "Bob | 26-09-2018 | nee | \n")

    given.ask("thuiszitters_duur_rel16", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 3          # and not 4 - 9/7: the weekend before was one of a school week
    """)
    given.ask("thuiszitters_duur_abs", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 5          # Bob: ABS counts in weeks of the calendar
    """)


def test_a_holiday_that_has_only_begun_counts_by_its_days(given: Given) -> None:
    given.schoolvakanties("""
        schooljaar | regio  | vakantie | eerste_dag | laatste_dag
        2018-2019  | midden | herfst   | 27-10-2018 | 04-11-2018
    """)
    in_school_weeks(given, "midden")
    register(given).has(UNLAWFUL)

    # Monday and Tuesday of five are over on Wednesday 31 October: 2/5 of a week is 2.8 days.
    given.ask("thuiszitters_duur_rel16", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 3.57
    """)


def test_who_is_home_since_the_holiday_began_has_missed_nothing_yet(given: Given) -> None:
    given.schoolvakanties("""
        schooljaar | regio  | vakantie | eerste_dag | laatste_dag
        2018-2019  | midden | herfst   | 29-10-2018 | 04-11-2018
    """)
    in_school_weeks(given, "midden")
    register(given).has(UNLAWFUL.replace("03-10-2018", "29-10-2018"))

    given.ask("thuiszitters_duur_rel16", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 0
    """)


def test_without_a_regio_or_a_calendar_they_are_weeks_of_the_calendar(given: Given) -> None:
    given.schoolvakanties(HOLIDAYS)
    register(given).has(UNLAWFUL)

    given.ask("thuiszitters_duur_rel16", "swv", period="2018-10-31").gives("""
        code   | waarde
        VO0101 | 4
    """)


def test_to_four_weeks_are_school_weeks_too(given: Given) -> None:
    given.schoolvakanties(HOLIDAYS)
    in_school_weeks(given, "midden")
    register(given).has(UNLAWFUL.replace("03-10-2018", "27-09-2018"))

    for code, exp in (("rel16", "tot 4 weken"), ("lrv", "4 weken tot 3 maanden")):
        (figure,) = given.figures(
            f"thuiszitters_{code}", "swv", period="2018-10-31", breakdown="duur"
        )
        assert figure.uitsplitsing == f"duur={exp}"
