"""A list that no longer names somebody: whole or not, what it ends, and how it comes back."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import figures, indicator_named
from monitor.intake.deliveries import rebuild, withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.sources import sources
from monitor.store.store import open_store
from monitor.store.versions import Versions


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
MELDINGEN = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;SOORT VERZUIM;STATUS\n"
SEPTEMBER = (
    "september.csv",
    MELDINGEN
    + "V1;L1;01-02-2026;;Ja;Nee;langdurig;in behandeling\n"
    + "V2;L2;01-03-2026;;Ja;Nee;langdurig;in behandeling\n"
    + "V3;L3;01-03-2026;01-04-2026;Ja;Nee;langdurig;afgesloten\n"
    + "V4;L4;01-06-2026;02-06-2026;Ja;Nee;langdurig;afgesloten\n",
)
NOVEMBER = (
    "november.csv",
    MELDINGEN
    + "V1;L1;01-02-2026;;Ja;Nee;langdurig;in behandeling\n"
    + "V9;L9;01-09-2026;;Ja;Nee;langdurig;in behandeling\n",
)
ENDED = (
    "select meldingnummer, niet_genoemd_in from verzuimmeldingen where niet_genoemd_in is not null"
)


def test_a_whole_list_ends_what_it_does_not_name_and_what_ended_stays(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(SEPTEMBER)

    outcome = deliver_text(NOVEMBER, is_whole=True)

    report = outcome.reports[0]
    assert (report.is_whole, report.no_longer_named) == (True, 1)
    assert any(r.startswith("1 open melding staat niet meer") for r in report.remarks)
    assert bron(ENDED) == [("V2", 2)], "V3 had ended, V1 is named"
    assert [f.is_whole for f in versions.register().files()] == [False, True]
    rebuild(versions, who="toets")
    assert bron(ENDED) == [("V2", 2)]
    withdraw(versions, "2", who="toets")
    assert bron(ENDED) == []


def test_an_addition_ends_nothing_and_says_how_many_it_does_not_name(
    deliver_text: Deliver, bron: Bron
) -> None:
    deliver_text(SEPTEMBER)

    outcome = deliver_text(NOVEMBER)

    assert outcome.reports[0].no_longer_named == 1
    assert "blijft lopen" in " ".join(outcome.reports[0].remarks)
    assert bron(ENDED) == []


def test_the_same_file_as_a_whole_list_is_another_delivery(
    deliver_text: Deliver, bron: Bron
) -> None:
    """Its sender chose wrong the first time."""
    deliver_text(SEPTEMBER)
    deliver_text(NOVEMBER)

    outcome = deliver_text(NOVEMBER, is_whole=True)

    assert not outcome.reports[0].unchanged
    assert bron(ENDED) == [("V2", 3)]


def test_what_is_named_again_runs_again(deliver_text: Deliver, bron: Bron) -> None:
    deliver_text(SEPTEMBER)
    deliver_text(NOVEMBER, is_whole=True)

    deliver_text(
        ("december.csv", MELDINGEN + "V2;L2;01-03-2026;;Ja;Nee;langdurig;in behandeling\n")
    )

    assert bron(ENDED) == []


def test_an_old_whole_list_says_nothing_of_what_began_after_it(
    deliver_text: Deliver, bron: Bron
) -> None:
    """January's export delivered after November's: V9 began in September."""
    deliver_text(NOVEMBER)

    deliver_text(
        ("januari.csv", MELDINGEN + "V2;L2;01-03-2026;;Ja;Nee;langdurig;in behandeling\n"),
        is_whole=True,
    )

    assert bron(ENDED) == [("V1", 2)]


@pytest.mark.parametrize(
    ("kind", "head", "open_row", "other"),
    [
        (
            "tlv",
            "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUIT\n",
            "B1;L1;vso;01-02-2026;open\n",
            "B2;L2;vso;01-03-2026;afgewezen\n",
        ),
        (
            "aanvragen",
            "AANVRAAGNUMMER;LEERLING;SCHOOLJAAR;ONTVANGEN;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG;NIVEAU;STATUS\n",
            "A1;L1;2025-2026;01-02-2026;16SW03;angst;havo;wachtend\n",
            "A2;L2;2025-2026;01-03-2026;16SW03;angst;havo;afgewezen\n",
        ),
    ],
)
def test_tlvs_and_aanvragen_do_the_same(
    deliver_text: Deliver, bron: Bron, kind: str, head: str, open_row: str, other: str
) -> None:
    deliver_text(("oud.csv", head + open_row + other))

    outcome = deliver_text(("nieuw.csv", head + other), is_whole=True)

    assert outcome.reports[0].no_longer_named == 1
    assert bron(f"select count(*) from {kind} where niet_genoemd_in = 2") == [(1,)]


def test_between_the_two_lists_it_may_have_ended(deliver_text: Deliver, versions: Versions) -> None:
    """The list of September names V2, and in it V4 began on 1 June, so that day V2 ran. Today's does
    not name it. In between nobody knows, so there it counts as a possible one only."""
    deliver_text(SEPTEMBER)
    deliver_text(NOVEMBER, is_whole=True)

    rows = open_store(versions, whole=False).rows(
        "select meldingnummer, van, tot, zeker from views.verblijf "
        "where definitie = 'THUIS_OCW' and meldingnummer in ('V1', 'V2') order by all"
    )

    assert rows == [
        ("V1", dt.date(2026, 3, 2), None, True),
        ("V2", dt.date(2026, 3, 30), dt.date(2026, 6, 1), True),
        ("V2", dt.date(2026, 6, 1), dt.date.today(), False),
    ]


def test_who_is_no_longer_named_may_have_left_in_every_month_between(
    deliver_text: Deliver, versions: Versions
) -> None:
    """faults.md A13: its end is not known. Out of the months between only the first and the last
    knew of it, and what ended within three months took the day of the delivery for its end."""
    head = MELDINGEN.replace("SOORT VERZUIM;", "VRIJSTELLING;")
    deliver_text(
        (
            "september.csv",
            head
            + "V0;L0;15-08-2024;16-08-2024;Nee;Nee;geen;afgesloten\n"
            + "V1;L1;01-09-2024;;Nee;Nee;geen;in behandeling\n"
            + "V2;L2;20-09-2024;25-09-2024;Nee;Nee;geen;afgesloten\n",
        )
    )
    deliver_text(
        ("december.csv", head + "V3;L3;10-12-2024;20-12-2024;Nee;Nee;geen;afgesloten\n"),
        is_whole=True,
    )

    with_store = open_store(versions, whole=False)
    out = figures(with_store, BEHEERDER, indicator_named("thuiszitters_uit_abs"), "swv")
    cohort = with_store.rows(
        "select dagen, loopt from views.thuiszitters_cohort where definitie = 'ABS' order by dagen"
    )

    assert {figure.periode: (figure.teller, figure.teller_max) for figure in out} == {
        "2024-08": (1, 1),
        "2024-09": (1, 2),  # V2, and perhaps V1
        "2024-10": (0, 1),
        "2024-11": (0, 1),
    }
    # V1 was followed until 20 September, the last day on which its own list knows that it ran.
    assert cohort == [(1, False), (5, False), (10, False), (19, True)]


def test_every_register_of_pupils_says_what_runs_on() -> None:
    assert {name for name, source in sources().items() if source.running} == {
        name for name, source in sources().items() if source.pupils
    }
