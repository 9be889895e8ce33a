"""A folder that lost something (half a backup, a file removed by hand): nothing kept is removed,
and whoever reads hears the same as who delivers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.commands import journal
from monitor.errors import MonitorError
from monitor.intake.deliveries import DeliveryOutcome, deliver, rebuild, withdraw
from monitor.pages.frame.serving import Serving
from monitor.store import pointer
from monitor.store.store import open_store
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
COUNTS = "select levering, aantal from leerlingtelling order by all"


def telling(day: int, count: int = 10) -> tuple[str, str]:
    return (
        f"telling-{day}.csv",
        f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;{day:02}-10-2025;vso;{count}\n",
    )


def on_disk(versions: Versions) -> dict[Path, bytes]:
    """Everything in the folder that is data, with what is in it."""
    return {
        path: path.read_bytes()
        for path in versions.folder.rglob("*")
        if path.is_file() and not path.name.startswith(("slot", "journaal"))
    }


@pytest.mark.parametrize("deliveries", [1, 2, 5])
@pytest.mark.parametrize("change", ["deliver", "withdraw", "rebuild"])
def test_without_its_pointer_nothing_is_removed_and_everybody_hears_what_to_do(
    deliver_text: Deliver,
    versions: Versions,
    make_file: Callable[..., Path],
    deliveries: int,
    change: str,
) -> None:
    for day in range(1, deliveries + 1):
        deliver_text(telling(day))
    (versions.folder / "actueel").unlink()
    before = on_disk(versions)
    path = make_file(*telling(9))
    told = (
        f"{versions.folder / 'actueel'} ontbreekt. Maak een tekstbestand met die naam en zet er "
        f"{deliveries} in: het nummer van de laatste versie."
    )

    changes: dict[str, Callable[[], object]] = {
        "deliver": lambda: deliver(versions, [(path, path.name)], who="toets"),
        "withdraw": lambda: withdraw(versions, "1", who="toets"),
        "rebuild": lambda: rebuild(versions, who="toets"),
    }

    with pytest.raises(MonitorError) as error:
        changes[change]()
    with pytest.raises(MonitorError) as reading:
        open_store(versions)

    assert (str(error.value), str(reading.value)) == (told, told)
    assert on_disk(versions) == before


def test_what_the_sentence_says_to_do_works(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(telling(1))
    (versions.folder / "actueel").unlink()

    (versions.folder / "actueel").write_text("1\n", encoding="utf-8")  # with an editor's line end
    deliver_text(telling(2))

    assert bron(COUNTS) == [(1, 10), (2, 10)]


@pytest.mark.parametrize(
    "lost", [("actueel", "versie-1.json"), ("actueel", "versie-1.json", "bron-1.duckdb")]
)
def test_files_that_nothing_names_any_more_are_not_taken_for_what_a_crash_left(
    deliver_text: Deliver, versions: Versions, lost: tuple[str, ...]
) -> None:
    deliver_text(telling(1))
    for name in lost:
        (versions.folder / name).unlink()
    before = on_disk(versions)

    with pytest.raises(MonitorError, match=r"terwijl er wel gegevens in de map staan\. Zet alles"):
        deliver_text(telling(2))

    assert on_disk(versions) == before


@pytest.mark.parametrize("older", [0, 1, 2])
def test_an_older_pointer_does_not_cost_the_deliveries_since(
    deliver_text: Deliver, versions: Versions, older: int
) -> None:
    """`actueel` (and its version) from a backup, the rest from after it."""
    for day in range(1, 5):
        deliver_text(telling(day))
    (versions.folder / "actueel").write_text(str(older), encoding="ascii")
    before = on_disk(versions)

    with pytest.raises(
        MonitorError, match=r"versie 4 is er ook|zet er 4 in|versie-1\.json ontbreekt"
    ) as error:
        deliver_text(telling(9))
    with pytest.raises(MonitorError) as reading:
        open_store(versions)
    assert str(reading.value) == str(error.value)  # and not the figures of then, without a word

    assert on_disk(versions) == before


def test_what_was_complete_when_it_crashed_is_finished_and_not_thrown_away(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    """The same on disk as a pointer of one version ago: nobody can tell them apart."""
    deliver_text(telling(1))
    deliver_text(telling(2))
    (versions.folder / "actueel").write_text("1", encoding="ascii")

    deliver_text(telling(3))

    assert (versions.current(), bron(COUNTS)) == (3, [(1, 10), (2, 10), (3, 10)])


@pytest.mark.parametrize("lost", ["bron-2.duckdb", "leveringen"])
def test_a_later_register_without_what_it_names_is_told(
    deliver_text: Deliver, versions: Versions, lost: str
) -> None:
    deliver_text(telling(1))
    second = deliver_text(telling(2))
    (versions.folder / "actueel").write_text("1", encoding="ascii")
    file = versions.register(2).deliveries[second.id - 1].files[0]
    (versions.kept_file(file) if lost == "leveringen" else versions.folder / lost).unlink()
    before = on_disk(versions)

    with pytest.raises(MonitorError, match="noemt versie 1, en versie 2 is er ook"):
        deliver_text(telling(3))

    assert on_disk(versions) == before


def test_a_kept_file_that_was_damaged_is_made_good_by_delivering_it_again(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    """It was removed, as if what was being delivered had changed."""
    deliver_text(telling(1))
    deliver_text(telling(1, 11))
    (first, *_) = versions.register().files()
    versions.kept_file(first).write_bytes(b"half")

    deliver_text(telling(1))  # other rows are in force, so it is loaded
    rebuild(versions, who="toets")

    assert bron(COUNTS) == [(3, 10)]


@pytest.mark.parametrize("how", ["gone", "changed"])
def test_a_kept_file_that_is_lost_is_found_by_check_and_made_good_by_the_same_file(
    deliver_text: Deliver, versions: Versions, bron: Bron, how: str
) -> None:
    """Its rows are in force, so it is no delivery: still it is kept again."""
    deliver_text(telling(1), telling(2))
    (first, _) = versions.register().files()
    path = versions.kept_file(first)
    path.unlink() if how == "gone" else path.write_bytes(b"half")

    for what in (
        lambda: journal.refuse_damaged(versions, versions.register()),
        lambda: rebuild(versions, who="toets"),
    ):
        with pytest.raises(MonitorError, match=r"telling-1\.csv.*lever .*bestand(en)? opnieuw"):
            what()

    outcome = deliver_text(telling(1))

    assert outcome.id == 0
    assert outcome.reports[0].remarks[-1] == (
        "Wat ervan bewaard was, ontbrak of was veranderd; het is opnieuw bewaard."
    )
    journal.refuse_damaged(versions, versions.register())
    rebuild(versions, who="toets")
    assert bron(COUNTS) == [(1, 10), (2, 10)]
    assert deliver_text(telling(1)).reports[0].remarks == [
        "Dit bestand is al geleverd; er verandert niets."
    ]


def test_a_first_delivery_that_is_refused_leaves_no_pointer(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(("leeg.csv", "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"))

    assert not (versions.folder / pointer.NAME).exists()


def test_a_running_server_keeps_its_version_and_warns(
    deliver_text: Deliver, versions: Versions, caplog: pytest.LogCaptureFixture
) -> None:
    deliver_text(telling(1))
    deliver_text(telling(2))
    server = Serving(versions)
    opened = server.store()
    (versions.folder / "actueel").unlink()

    again = server.store()
    # What else is looked at on every click may change in the meantime.
    (versions.folder / "instellingen.toml").write_text('vakantieregio = "zuid"', encoding="utf-8")
    once_more = server.store()

    assert (opened, opened) == (again, once_more)
    assert server.warning.startswith("De monitor toont nog versie 2: ")
    assert "zet er 2 in" in server.warning
    assert len(caplog.records) == 1  # not on every click

    (versions.folder / "actueel").write_text("2", encoding="ascii")
    assert server.store().settings.vakantieregio == "zuid"
    assert server.warning == ""


def test_a_server_that_starts_without_its_pointer_says_so(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(telling(1))
    (versions.folder / "actueel").unlink()

    with pytest.raises(MonitorError, match="ontbreekt"):
        Serving(versions).store()
