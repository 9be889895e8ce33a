"""Weeks from complete to decided, of what was decided in the schooljaar: the middle one."""

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
        01-01-2019 | 01-02-2019 | 01-02-2019 | afgegeven     # 0 days
        01-01-2019 | 01-02-2019 | 22-02-2019 | afgewezen     # 21
        01-01-2019 | 01-02-2019 | 01-04-2019 | afgegeven     # 59
        01-01-2019 | 01-02-2019 | 25-01-2019 | afgegeven     # decided before complete: left out
        01-01-2019 |            | 01-03-2019 | afgegeven     # not known when complete
        01-01-2019 | 01-02-2019 | 01-06-2019 | ingetrokken   # no decision
        01-01-2019 | 01-02-2019 |            | open          # not decided yet
        01-06-2018 | 01-07-2018 | 15-09-2018 | afgegeven     # 76: decided in this schooljaar
    """,
    )

    given.ask("doorlooptijd_besluit", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 4      | 5.71
    """)


def test_within_the_norm_of_eight_weeks(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        compleet   | besloten
        01-02-2019 | 29-03-2019   # 56 days is eight weeks: within
        01-02-2019 | 30-03-2019   # 57 is not
        01-02-2019 | 02-02-2019
    """,
    )

    indicator = indicator_named("doorlooptijd_besluit")
    found = spreads(
        given.store, Viewer(Role.DIRECTEUR, EVERY), indicator, "swv", period="2018-2019"
    )
    assert found["VO0101", "2018-2019"].within(8 * 7) == (2, 3)


def test_of_po_apart(given: Given) -> None:
    region(given)
    draw(given, """
        soort | compleet   | besloten   | herkomst
        sbo   | 01-02-2019 | 15-02-2019 | 01BB00
    """, of="PO0101")  # fmt: skip

    assert given.figures("doorlooptijd_besluit", "swv") == []
    given.ask("doorlooptijd_besluit_po", "swv").gives("""
        code   | periode   | waarde
        PO0101 | 2018-2019 | 2
    """)
