"""Weeks from received to complete, of what was decided in the schooljaar: the middle one."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import indicator_named, spreads


def test_the_middle_of_what_was_decided(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | compleet   | besloten   | besluit
        01-02-2019 | 01-02-2019 | 01-03-2019 | afgegeven     # complete at once: 0 days
        01-02-2019 | 15-02-2019 | 01-03-2019 | afgewezen     # 14: a refusal counts too
        01-02-2019 | 01-03-2019 | 01-04-2019 | afgegeven     # 28
        01-02-2019 |            | 01-03-2019 | afgegeven     # not known when complete
        01-02-2019 | 25-01-2019 | 01-03-2019 | afgegeven     # complete before it came: a mistake
        01-02-2019 | 12-04-2019 | 01-05-2019 | ingetrokken   # no decision
        01-02-2019 | 12-04-2019 |            | open          # not decided yet
        20-06-2018 | 12-07-2018 | 20-07-2018 | afgegeven     # decided in the schooljaar before
    """,
    )

    given.ask("doorlooptijd_compleet", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 3      | 2
    """)


def test_between_two_middle_ones_it_is_halfway(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        ontvangen  | compleet   | besloten
        01-02-2019 | 08-02-2019 | 01-05-2019   # 7 days
        01-02-2019 | 22-02-2019 | 01-05-2019   # 21
    """,
    )

    given.ask("doorlooptijd_compleet", "swv", period="2018-2019").gives("""
        teller | waarde
        2      | 2
    """)


def test_the_spread_behind_it_in_days(given: Given) -> None:
    region(given)
    days = "\n".join(f"01-03-2019 | {day:02}-03-2019 | 01-05-2019" for day in range(1, 12))
    draw(given, f"ontvangen | compleet | besloten\n{days}")  # 0, 1, … 10 days

    indicator = indicator_named("doorlooptijd_compleet")
    found = spreads(
        given.store, Viewer(Role.DIRECTEUR, EVERY), indicator, "swv", period="2018-2019"
    )
    spread = found["VO0101", "2018-2019"]
    assert [spread.quantile(p) for p in (0, 0.25, 0.5, 0.75, 0.9, 1)] == [0, 2.5, 5, 7.5, 9, 10]
    assert (spread.n, spread.running, spread.mean) == (11, 0, 5)
    assert spread.within(7) == (8, 11)


def test_of_a_few_a_consultant_sees_no_quantiles_and_of_very_few_nothing(given: Given) -> None:
    """The longest of three is the time of one child."""
    region(given)
    draw(given, "ontvangen | compleet | besloten\n" + "\n".join(
        ["01-03-2019 | 08-03-2019 | 01-05-2019"] * 9 + ["01-03-2018 | 08-03-2018 | 01-05-2018"] * 3
    ))  # fmt: skip
    indicator = indicator_named("doorlooptijd_compleet")

    for role, periods in ((Role.DIRECTEUR, {"2017-2018", "2018-2019"}), (Role.CONSULTANT, set())):
        found = spreads(given.store, Viewer(role, EVERY), indicator, "swv")
        assert {periode for _, periode in found} == periods
