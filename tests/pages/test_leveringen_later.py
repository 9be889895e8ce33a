"""Leveringen as its visitor sees it: take back, others who are busy, and the state of the data."""

import datetime as dt
import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer, audit
from monitor.intake.deliveries import withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.intake.withdrawal_effects import consequences
from monitor.pages.leveringen import (
    changes,
    delivered,
    desk,
    health,
    verdicts,
)
from monitor.pages.leveringen.running_work import Job, Stopped
from monitor.resources import SAMPLE_DATA
from monitor.store.checks import checks
from monitor.store.freshness import freshness
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.store.versions import Versions
from tests.pages.delivering import (
    NAMEN,
    REGIO,
    REGIO_2,
    TELLING,
    at,
    buttons,
    cells,
    click,
    drop,
    open_part,
    said,
    store,
)


assert at  # a fixture
assert store  # another


# ------------------------------------------------------------------------------- taking back


def test_a_delivery_is_taken_back_right_where_it_was_made(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("regio.csv", REGIO))
    drop(at.run(), ("nieuw.csv", REGIO_2))
    click(at, "Lever 1\u00a0bestand")

    click(at, "Trek deze levering in")
    asked = said(at)
    click(at, "Ja, trek deze levering in")

    assert "Dan gaat uit de monitor: 2 rijen." in asked
    assert "Terug komt: 1 rij uit regio.csv (levering 1)." in asked
    assert "Levering 2 is ingetrokken." in said(at)
    assert [file.name for file in versions.register().files()] == ["regio.csv"]
    log = [(one.wie, one.wat, one.over) for one in audit.search(journal(versions.folder))]
    assert log == [
        ("de beheerder", "teruggetrokken", "levering 2: nieuw.csv"),
        ("de beheerder", "levering", "levering 2: nieuw.csv"),
    ]
    assert "**Ingetrokken** op" in said(at)


def test_one_file_of_a_delivery_is_taken_back(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("regio.csv", REGIO), ("namen.csv", NAMEN))
    at.run()

    at.selectbox(key="leveringen_deel_1").set_value("1.2").run()
    click(at, "Trek dit bestand in")
    assert "Er is niets dat ervoor terugkomt." in said(at)
    click(at, "Ja, trek dit bestand in")

    assert [file.name for file in versions.register().files()] == ["regio.csv"]


def test_saying_no_changes_nothing(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("namen.csv", NAMEN))
    click(at.run(), "Trek deze levering in")

    click(at, "Nee, laat deze levering staan")

    assert versions.current() == 1
    assert "Trek deze levering in" in buttons(at)


def test_old_deliveries_are_shown_on_request(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    for year in range(2010, 2010 + delivered.SHOWN + 1):
        deliver_text((f"{year}.csv", TELLING.replace("2025", str(year))))

    at.run()
    assert "**Levering 1**" not in said(at)
    click(at, f"Toon alle {delivered.SHOWN + 1} leveringen")

    assert "**Levering 1**" in said(at)


def test_consequences_of_a_file_that_a_later_one_replaced(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    deliver_text(("telling.csv", TELLING))
    deliver_text(("beter.csv", TELLING.replace("120", "121")))
    first, second = versions.register().files()

    # Nothing of the first is left, so nothing changes; of the second its row makes way for it.
    assert consequences(store(), [first]).gone == 0
    assert delivered.what_happens(store(), [first]) == [
        "Aan de cijfers verandert niets: een latere levering had dit al vervangen."
    ]
    [back] = consequences(store(), [second]).back
    assert (back.file, back.delivery, back.rows, back.is_certain) == (first, 1, 1, True)


def test_consequences_are_uncertain_when_something_else_may_have_replaced_it_too(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    for number in (120, 121, 122):
        deliver_text((f"{number}.csv", TELLING.replace("120", str(number))))
    files = versions.register().files()

    backs = consequences(store(), [files[2]]).back

    assert [(b.file.name, b.is_certain) for b in backs] == [("120.csv", False), ("121.csv", True)]
    withdraw(versions, "3", who="toets")
    assert store().rows("select aantal from bron.leerlingtelling") == [(121,)]


# ------------------------------------------------------------------------ busy, disk, errors


@contextmanager
def somebody_else(versions: Versions) -> Iterator[None]:
    """Somebody is changing the store meanwhile, on a thread as another visitor's."""
    begun, done = threading.Event(), threading.Event()

    def hold() -> None:
        with versions.changing("Noor", 5):
            begun.set()
            done.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(10)
    yield
    done.set()
    thread.join()


def test_the_second_of_two_who_deliver_at_once_is_told_who_is_busy(
    at: AppTest, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "WAIT", 0.2)
    drop(at.run(), ("namen.csv", NAMEN))

    with somebody_else(versions):
        click(at, "Lever 1\u00a0bestand")

    assert "Dat is niet gelukt; er is niets veranderd." in said(at)
    assert "De gegevens worden nu gewijzigd door Noor" in said(at)
    # The files are still there: a click is enough to try again.
    click(at, "Lever 1\u00a0bestand")
    assert versions.current() == 1


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    at: AppTest, versions: Versions
) -> None:
    versions.folder.mkdir()
    versions.kept.write_text("in de weg")
    drop(at.run(), ("namen.csv", NAMEN))

    click(at, "Lever 1\u00a0bestand")

    assert "zijn niet te wijzigen" in said(at)
    assert versions.current() == 0


def test_a_full_disk_is_told_in_a_sentence(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **named: object) -> DeliveryOutcome:
        raise OSError(errno.ENOSPC, "No space left on device")

    at.run()
    monkeypatch.setattr(desk.deliveries, "deliver", full)
    drop(at, ("namen.csv", NAMEN))

    assert "de schijf is vol" in said(at)


def test_what_somebody_else_delivered_meanwhile_is_seen_before_delivering(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    drop(at.run(), ("namen.csv", NAMEN))
    deliver_text(("namen.csv", NAMEN))

    at.run()

    assert "Er valt niets te leveren" in said(at)


def test_work_that_nobody_waits_for_stops_at_its_next_step() -> None:
    told, go_on = threading.Event(), threading.Event()

    def work(progress: Callable[[str, float], None]) -> str:
        told.set()
        go_on.wait(10)
        progress("verder", 0.5)
        return "af"

    job = Job(work)
    told.wait(10)
    job.stop()
    go_on.set()

    assert job.wait(10)
    assert isinstance(job.error, Stopped)
    assert job.result is None


# ------------------------------------------------------------- freshness, completeness, checks


@pytest.mark.parametrize(
    ("name", "rows", "today", "expected"),
    [
        # DUO publishes a telling months later: until the next one is there, this is the newest.
        ("leerlingtelling", TELLING, dt.date(2026, 11, 21), ""),
        ("leerlingtelling", TELLING, dt.date(2027, 11, 21), "te oud, verwacht elk jaar"),
        # A list that holds until there is a new one does not age.
        ("regio_indeling", REGIO, dt.date(2040, 1, 1), ""),
    ],
)
def test_old_data_is_marked_in_words(
    name: str,
    rows: str,
    today: dt.date,
    expected: str,
    deliver_text: Callable[..., DeliveryOutcome],
    store: Callable[[], Store],
) -> None:
    deliver_text(("bestand.csv", rows))

    found = next(f for f in freshness(store()) if f.source.name == name)

    assert health.stale(found, today) == expected


def test_what_comes_every_month_is_judged_by_its_newest_row(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    deliver_text(("tlv.csv", (SAMPLE_DATA / "tlv.csv").read_bytes()))
    found = next(f for f in freshness(store()) if f.source.name == "tlv")

    # Not the day of delivery, nor until when a verklaring holds.
    assert found.newest == dt.date(2025, 11, 12)
    assert health.newest(found).replace("\u00a0", " ") == "nieuwste regel: 12 november 2025"
    assert health.stale(found, dt.date(2025, 12, 31)) == ""
    assert health.stale(found, dt.date(2026, 1, 20)) == "te oud, verwacht elke maand"


def test_missing_kinds_say_what_they_are_needed_for(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("namen.csv", NAMEN))

    open_part(at.run(), "versheid")

    on_page = said(at)
    assert "**Gemiddelde afstand tussen woonadres en school in het primair onderwijs**" in on_page
    assert "Vso-deelname" in on_page
    assert "Te halen bij: duo.nl" in on_page
    assert "Er is nog geen telling van leerlingen" in on_page


def test_completeness_says_how_many_schools_are_missing(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store], at: AppTest
) -> None:
    schools = (
        "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n"
        "99AA00;De Aa;9901 AA;vo\n99AB00;De Bee;9902 AA;vo\n"
    )
    both = TELLING + "99AB00;01-10-2025;vo;80\n"
    deliver_text(("regio.csv", REGIO), ("scholen.csv", schools), ("2025.csv", both))
    deliver_text(("2026.csv", TELLING.replace("2025", "2026")))

    open_part(at.run(), "versheid")

    rows = health.completeness(store(), frozenset({"VO9901"}))
    assert [(r["peildatum"].year, r["geteld"], r["verwacht"]) for r in rows] == [
        (2026, 1, 2),  # as many as the year before
        (2025, 2, 2),
    ]
    assert "Bij 1 telling zijn veel minder scholen geteld dan te verwachten is." in said(at)


def test_checks_that_find_nothing_are_good_and_others_say_what_now(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("telling.csv", TELLING))

    open_part(at.run(), "controles")

    # The pupils of a school that is on no list of addresses.
    check = checks()["school_zonder_adres"]
    on_page = said(at)
    assert f"**{check.title}**" in on_page
    assert f"Wat nu: {check.advice}" in on_page
    assert "1 van de" in on_page
    assert ":green-badge[:material/check: goed] Adreslijsten" in on_page
    assert cells(at)[0][0] == "99AA00"


def test_a_delivery_tells_what_the_checks_find_now(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store], versions: Versions
) -> None:
    viewer = Viewer(Role.BEHEERDER, frozenset({"VO9901"}))
    before = changes.snapshot(store(), viewer, {"leerlingtelling"})
    deliver_text(("telling.csv", TELLING))

    lines = changes.what_changed(versions, viewer, before, {"leerlingtelling"}).lines

    title = checks()["school_zonder_adres"].title
    assert f"Controle '{title}' vindt nu 1 (was 0). Zie hieronder bij Controles." in lines
    assert verdicts.verdict(store()).startswith("1 van de ")
