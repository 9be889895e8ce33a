"""Open aanvragen: received, and not decided on the last day of the month."""

from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given


def test_received_and_not_decided(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | besloten   | besluit
        31-10-2018 |            | open          # received on the day
        01-11-2018 |            | open          # the day after
        01-10-2018 | 31-10-2018 | afgegeven     # decided on the day: not open any more
        01-10-2018 | 01-11-2018 | afgewezen     # decided the day after: open on the day
        01-10-2018 | 05-11-2018 | ingetrokken   # withdrawn later: open on the day
        01-10-2018 |            | ingetrokken   # withdrawn, nobody knows when
        01-10-2018 |            | afgegeven     # decided, nobody knows when
    """,
    )

    given.ask("tlv_open", "swv", period="2018-10-31").gives("""
        code   | teller
        VO0101 | 3
    """)


def test_how_long_they_wait_and_whether_they_are_complete(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | compleet   | besluit
        03-10-2018 | 31-10-2018 | open     # 28 days on 31 October: up to 4 weeks; complete
        02-10-2018 | 01-11-2018 | open     # 29 days; complete the day after
        05-09-2018 |            | open     # 56 days: up to 8 weeks
        04-09-2018 |            | open     # 57 days
        01-08-2018 |            | open     # 91 days: up to 13 weeks
        31-07-2018 |            | open     # 92 days
    """,
    )

    ask = {"period": "2018-10-31"}
    given.ask("tlv_open", "swv", breakdown="wachttijd", **ask).gives("""
        uitsplitsing                  | teller
        wachttijd=tot 4 weken         | 1    # short to long, not by name
        wachttijd=4 tot 8 weken       | 2
        wachttijd=8 tot 13 weken      | 2
        wachttijd=langer dan 13 weken | 1
    """)
    given.ask("tlv_open", "swv", breakdown="compleet", **ask).gives("""
        uitsplitsing | teller
        compleet=ja  | 1
        compleet=nee | 5
    """)


def test_nobody_waits_is_nought_and_not_unknown(given: Given) -> None:
    """Of the whole also when no pupils were counted."""
    region(given)
    draw(
        given,
        """
        ontvangen  | besloten   | besluit
        01-10-2018 | 20-11-2018 | afgegeven
    """,
    )

    given.ask("tlv_open", "swv", period="2018").gives("""
        periode    | teller
        2018-01-31 | 0
        2018-02-28 | 0
        2018-03-31 | 0
        2018-04-30 | 0
        2018-05-31 | 0
        2018-06-30 | 0
        2018-07-31 | 0
        2018-08-31 | 0
        2018-09-30 | 0
        2018-10-31 | 1
        2018-11-30 | 0
        2018-12-31 | 0
    """)


def test_nought_at_a_school_of_the_last_count(given: Given) -> None:
    """Also in the months in which the new count has not come yet."""
    counted(region(given), 2018)
    draw(
        given,
        """
        ontvangen  | besluit | herkomst
        01-10-2019 | open    | 01AA00
    """,
    )

    for period, waiting in (("2019-09-30", "0"), ("2019-12-31", "1")):
        given.ask("tlv_open", "vestiging", period=period, codes=("01AA00", "01AA01")).gives(f"""
            code   | teller
            01AA00 | {waiting}
            01AA01 | 0
        """)
