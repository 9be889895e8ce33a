"""Wachtend: who waits for an arrangement, as those who offer it say."""

from helpers.drawing_dekking import offer, region
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import catalogue, figures


def test_who_waits_for_what_runs_or_will_run(given: Given) -> None:
    offer(region(given), """
        code | bij  | wachtend | status
        A    | 1011 | 4        | actief
        B    | 1011 | 2        | gepland   # people wait for it to open
        C    | 1011 | 7        | gestopt   # nobody waits for what is over
        D    | 1021 | 0        | actief
    """)  # fmt: skip

    given.ask("wachtend", "gemeente").gives("""
        code   | periode   | teller
        GM0001 | 2018-2019 | 6
        GM0002 | 2018-2019 | 0
    """)


def test_where_nobody_said_it_is_at_least_so_many(given: Given) -> None:
    offer(region(given), """
        code | wachtend
        A    | 4
        B    |            # not reported
    """)  # fmt: skip

    given.ask("wachtend", "swv").gives("""
        teller
        4+
    """)


def test_at_least_a_few_is_hidden_as_a_few_is(given: Given) -> None:
    offer(region(given), """
        code | bij  | wachtend
        A    | 1011 | 2
        B    | 1011 |            # so it is at least two: which is two pupils
        C    | 1021 | 3
    """)  # fmt: skip

    seen = figures(given.store, Viewer(Role.CONSULTANT, EVERY), catalogue()["wachtend"], "gemeente")
    assert [(one.code, one.teller, one.teller_max, one.is_hidden) for one in seen] == [
        ("GM0001", None, None, True),
        ("GM0002", 1, 4, True),
        # Always there, whoever is where: which rows exist tells nothing.
        ("onbekend", 0, 0, False),
    ]
