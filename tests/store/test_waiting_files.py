"""Files that wait to be fetched: for a week, few, and of no version that a purge removed."""

import datetime as dt
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import MonitorError
from monitor.intake.backup.restoring import restore
from monitor.intake.backup.taking import take
from monitor.intake.retention.purging import purge
from monitor.store import waiting_files
from monitor.store.versions import Versions
from monitor.store.waiting_files import DAYS, FOLDER, Facts, fetched, put, remove, waiting


NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TELLING = ("t.csv", "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;10\n")
MELDINGEN = (
    "m.csv",
    (
        "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;STATUS;"
        "VESTIGINGSCODE;POSTCODE4;REDEN\n"
        # Too old to keep on any day after this test was written, and one that is not.
        "OUD;Piet;01-09-2012;01-03-2013;Ja;Nee;afgesloten;16SW03;1011;angst\n"
        "NU;Noor;01-09-2025;;Ja;Nee;in behandeling;16SW03;1011;angst\n"
    ),
)


def facts(made: dt.datetime = NOW, version: int = 1, **more: Any) -> Facts:
    return Facts(name="pakket.zip", what="Schoolprofielen", pack="schoolprofiel", audience="school",
                 swv="VO9901", maker=7, version=version, made=made, **more)  # fmt: skip


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "gemaakt.zip"
    path.write_bytes(b"een pakket")
    return path


@pytest.fixture
def folder(versions: Versions) -> Versions:
    versions.folder.mkdir()
    return versions


def test_what_is_put_there_is_fetched_whole(folder: Versions, made: Path) -> None:
    one = put(folder, made, facts())

    assert waiting(folder, NOW) == [one]
    found = fetched(folder, one.id, NOW)
    assert found is not None
    assert (found[0].facts.size, found[1].name) == (10, "pakket.zip")
    assert found[1].read_bytes() == b"een pakket"


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_it_is_for_its_owner_only(folder: Versions, made: Path) -> None:
    made.chmod(0o644)
    put(folder, made, facts())

    there = [folder.folder / FOLDER, *(folder.folder / FOLDER).rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in there} == {0o700, 0o600}


@pytest.mark.parametrize(
    ("age", "is_there"),
    [
        (dt.timedelta(days=DAYS, seconds=-1), True),  # until the last second
        (dt.timedelta(days=DAYS), False),
        (dt.timedelta(minutes=-30), True),  # two machines whose clocks differ a little
        (dt.timedelta(days=-400), False),  # made by a clock that was years ahead
    ],
)
def test_a_file_waits_a_week(
    folder: Versions, made: Path, age: dt.timedelta, is_there: bool
) -> None:
    one = put(folder, made, facts(NOW - age))

    assert (fetched(folder, one.id, NOW) is not None) is is_there
    assert (folder.folder / FOLDER / one.id).exists() is is_there


def test_who_changes_the_store_removes_what_is_too_old(
    deliver_text: Callable[..., Any], versions: Versions, made: Path
) -> None:
    deliver_text(TELLING)
    now = dt.datetime.now(dt.UTC)
    old, new = (
        put(versions, made, facts(now - dt.timedelta(days=8))),
        put(versions, made, facts(now)),
    )

    deliver_text(("t2.csv", TELLING[1].replace(";10", ";11")))

    assert sorted(path.name for path in (versions.folder / FOLDER).iterdir()) == [new.id]
    assert old.id != new.id


def test_after_a_purge_what_was_made_before_it_is_gone(
    deliver_text: Callable[..., Any], versions: Versions, made: Path
) -> None:
    deliver_text(MELDINGEN)
    now = dt.datetime.now(dt.UTC)
    put(versions, made, facts(now, versions.current()))

    assert purge(versions, who="toets").files  # something was past its date

    assert waiting(versions, now) == []
    assert list((versions.folder / FOLDER).iterdir()) == []
    after = put(versions, made, facts(now, versions.current()))
    assert waiting(versions, now) == [after]


def test_a_copy_does_not_hold_them_and_one_that_is_put_back_ends_them(
    deliver_text: Callable[..., Any], versions: Versions, made: Path, tmp_path: Path
) -> None:
    deliver_text(TELLING)
    put(versions, made, facts(dt.datetime.now(dt.UTC)))

    take(versions, tmp_path / "kopie", who="toets", wait=5, with_secrets=True)

    assert not [path for path in (tmp_path / "kopie").rglob("*") if FOLDER in path.parts]
    restored = restore(versions, tmp_path / "kopie", who="toets", wait=5, replaces=1)
    assert not (versions.folder / FOLDER).exists()
    assert restored.aside is not None
    assert not (restored.aside / FOLDER).exists()


def test_the_oldest_give_way(folder: Versions, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_files, "MOST", 3)
    put_there = [put(folder, made, facts(NOW - dt.timedelta(hours=5 - n))) for n in range(5)]

    assert waiting(folder, NOW) == [*reversed(put_there)][:3]

    monkeypatch.setattr(waiting_files, "LARGEST", 25)  # two and a half of them
    late = put(folder, made, facts(NOW - dt.timedelta(days=1)))  # the older, and just made
    assert {one.id for one in waiting(folder, NOW)} == {late.id, put_there[-1].id}


def test_what_is_larger_than_all_may_be_is_refused(
    folder: Versions, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_files, "LARGEST", 9)
    with pytest.raises(MonitorError, match="Kies minder vormen"):
        put(folder, made, facts())
    assert waiting(folder, NOW) == []


@pytest.mark.parametrize("name", ["../x.zip", "a/b.zip", "", ".verborgen", "x\n.zip", "y" * 200])
def test_a_name_is_no_path(folder: Versions, made: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        put(folder, made, facts().model_copy(update={"name": name}))


@pytest.mark.parametrize("which", ["..", "../..", "", "zzzz", "0" * 16, "0123456789abcdef/.."])
def test_an_id_of_nothing_gives_nothing(folder: Versions, made: Path, which: str) -> None:
    one = put(folder, made, facts())

    assert fetched(folder, which, NOW) is None
    remove(folder, which)

    assert waiting(folder, NOW) == [one]
    remove(folder, one.id)
    assert waiting(folder, NOW) == []


@pytest.mark.parametrize(
    "harm", ["cut", "no facts", "no file", "other facts", "a path", "a stranger"]
)
def test_what_is_not_whole_is_removed(folder: Versions, made: Path, harm: str) -> None:
    one = put(folder, made, facts())
    place = folder.folder / FOLDER / one.id
    match harm:
        case "cut":
            (place / "pakket.zip").write_bytes(b"een")
        case "no facts":
            (place / "feiten.json").unlink()
        case "no file":
            (place / "pakket.zip").unlink()
        case "other facts":
            (place / "feiten.json").write_text('{"name": "pakket.zip"}', "utf-8")
        case "a path":
            text = (place / "feiten.json").read_text("utf-8")
            (place / "feiten.json").write_text(text.replace("pakket.zip", "../../actueel"), "utf-8")
        case "a stranger":
            place.rename(place.with_name("iets anders"))

    assert waiting(folder, NOW) == []
    assert list((folder.folder / FOLDER).iterdir()) == []
