"""A journal that is gone, damaged, or in a place where nothing can be written."""

import os
import pwd
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from monitor.access import audit
from monitor.access.audit import Event
from monitor.commands.main import cli
from monitor.errors import MonitorError
from monitor.intake.deliveries import DeliveryOutcome
from monitor.store.journal import FILE, Journal, _books, begin, journal, sqlite_file
from monitor.store.journal.engine import stand
from monitor.store.store import open_store
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
ROOT = Path(__file__).resolve().parents[2]
TELLING = (
    "telling.csv",
    "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;10\n",
)


@pytest.fixture
def filled(deliver_text: Deliver, versions: Versions) -> Versions:
    """A folder with a delivery, and in its journal one line of the log."""
    deliver_text(TELLING)
    audit.record(journal(versions.folder), "jan@swv.nl", Event.LEVERING, "telling")
    return versions


def command(versions: Versions, *words: str) -> tuple[int, str]:
    """(0 = done, what it says) of a command."""
    done = CliRunner().invoke(cli, ["--data", str(versions.folder), *words])
    return done.exit_code, done.output + (str(done.exception) if done.exception else "")


def remove_journal(versions: Versions) -> None:
    journal(versions.folder).close()
    for path in versions.folder.glob(f"{FILE}*"):
        path.unlink()


# --- gone


@pytest.mark.parametrize("how", ["removed", "empty"])
def test_with_deliveries_no_new_journal_begins_by_itself(filled: Versions, how: str) -> None:
    remove_journal(filled)
    if how == "empty":
        (filled.folder / FILE).touch()

    with pytest.raises(MonitorError) as error:
        journal(filled.folder)
    with pytest.raises(MonitorError) as reading:
        open_store(filled)

    assert str(error.value) == str(reading.value)
    assert str(error.value).startswith(f"Het journaal ontbreekt ({filled.folder / FILE}), terwijl")
    assert "DEKKEND_JOURNAAL" in str(error.value)
    assert [path.stat().st_size for path in filled.folder.glob(f"{FILE}*")] in ([], [0])
    for words in (["check"], ["accounts"], ["logboek"], ["figures", "leerlingen_vso"]):
        code, said = command(filled, *words)
        assert (code, "Het journaal ontbreekt" in said) == (1, True), words


def test_a_server_that_runs_makes_no_new_one(filled: Versions) -> None:
    book = journal(filled.folder)
    for path in filled.folder.glob(f"{FILE}*"):
        path.unlink()

    with pytest.raises(MonitorError, match="ontbreekt"):
        book.version()

    assert list(filled.folder.glob(f"{FILE}*")) == []


def test_who_has_no_backup_begins_anew_and_knows_what_is_gone(filled: Versions) -> None:
    remove_journal(filled)

    code, said = command(filled, "nieuw-journaal")

    assert (code, "Er is een leeg journaal." in said) == (0, True)
    assert audit.search(journal(filled.folder)) == []
    assert command(filled, "nieuw-journaal")[0] == 1


def test_an_empty_database_is_no_journal_of_a_folder_with_deliveries(
    filled: Versions, fresh_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another address in the environment: on SQLite and on PostgreSQL."""
    if fresh_url.startswith("sqlite"):
        fresh_url = fresh_url.replace(FILE, "ander.sqlite")
    monkeypatch.setenv("DEKKEND_JOURNAAL", fresh_url)

    with pytest.raises(MonitorError, match="Het journaal ontbreekt") as error:
        journal(filled.folder)

    assert fresh_url not in str(error.value)  # it may hold a password
    begin(filled.folder).close()
    assert journal(filled.folder).version() == 0


def test_before_the_first_delivery_it_begins_by_itself(versions: Versions) -> None:
    assert journal(versions.folder).version() == 0


# --- damaged


@pytest.mark.parametrize("how", ["header", "page"])
def test_a_damaged_journal_is_named_with_the_way_back(filled: Versions, how: str) -> None:
    book = journal(filled.folder)
    with book.writing() as connection:
        for number in range(300):
            audit.add(connection, f"wie-{number}", Event.LEVERING, "x" * 500)
    with book.reading() as connection:
        connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
    book.close()
    file = filled.folder / FILE
    content = bytearray(file.read_bytes())
    for at in [0] if how == "header" else range(4096 * 3, len(content), 4096):
        content[at : at + 200] = b"\xff" * 200
    file.write_bytes(content)

    code, said = command(filled, "check")

    assert code == 1
    assert f"Het journaal ({file.resolve()}) is beschadigd." in said
    assert "dekkend terugzetten MAP" in said
    assert "Opnieuw opbouwen helpt hier niet" in said
    code, said = command(filled, "nieuw-journaal")
    assert (code, "beschadigd-" in said) == (0, True)
    assert command(filled, "check")[0] == 0


def test_a_journal_of_another_version_is_named_and_stays_as_it_is(filled: Versions) -> None:
    """Made before the monitor kept a column, or put back from such a copy."""
    journal(filled.folder).close()
    with closing(sqlite3.connect(filled.folder / FILE)) as connection:
        connection.execute("alter table uitzondering rename column waarom to oud")
        connection.commit()
    _books.clear()  # as another process finds it

    for words in (["accounts"], ["check"]):
        code, said = command(filled, *words)
        assert code == 1
        assert "is van een andere versie van de monitor: tabel uitzondering heeft geen" in said
        assert "kolom waarom. Er is niets veranderd." in said


def test_a_damaged_store_is_found_by_check(filled: Versions) -> None:
    content = bytearray(filled.bron(1).read_bytes())
    for at in range(12_288 + 300, len(content), 262_144):
        content[at : at + 2000] = b"\xff" * 2000
    filled.bron(1).write_bytes(content)

    code, said = command(filled, "check")

    assert (code, "rebuild" in said) == (1, True)


# --- nothing can be written


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a small file system")
    place = tmp_path / "klein"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "klein", str(place)], check=False
    )
    if done.returncode:
        pytest.skip("no file system may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> None:
    with (place / "vol").open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return


def test_on_a_full_disk_the_journal_is_read_and_says_that_the_disk_is_full(
    small_disk: Path,
) -> None:
    """No other process has it open, so what SQLite wants beside it is not there."""
    first = Journal(f"sqlite:///{small_disk / FILE}")
    audit.record(first, "jan@swv.nl", Event.LEVERING, "telling")
    first.close()
    fill(small_disk)

    book = Journal(f"sqlite:///{small_disk / FILE}")

    assert [entry.wie for entry in audit.search(book)] == ["jan@swv.nl"]
    with pytest.raises(MonitorError, match="de schijf is vol"):
        audit.record(book, "jan@swv.nl", Event.LEVERING, "x" * 100_000)
    (small_disk / "vol").unlink()
    audit.record(book, "els@swv.nl", Event.LEVERING, "telling")  # there is room again
    assert len(audit.search(book)) == 2
    book.close()


def test_a_delivery_that_does_not_fit_is_told_and_leaves_nothing(
    small_disk: Path, make_file: Callable[..., Path]
) -> None:
    """DuckDB and Python each fail in their own way; and reading goes on."""
    versions = Versions(small_disk / "gegevens")
    small = make_file(*TELLING)
    chance = random.Random(7)
    names = (f"{chance.getrandbits(400):x};16SW{row % 90 + 10}" for row in range(40_000))
    large = make_file("namen.csv", "NAAM;VESTIGINGSCODE\n" + "\n".join(names) + "\n")
    assert command(versions, "deliver", str(small))[0] == 0

    def data() -> list[str]:
        return sorted(
            path.relative_to(versions.folder).as_posix()
            for path in versions.folder.rglob("*")
            if not path.name.startswith(FILE)
        )

    before = data()
    for is_full in (False, True):
        if is_full:
            fill(small_disk)
        code, said = command(versions, "deliver", str(large))
        assert (code, "de schijf is vol" in said.lower()) == (1, True), said
        assert data() == before
        code, said = command(versions, "figures", "leerlingen_vso", "--per", "land")
        assert code == 0, said
        assert command(versions, "check")[0] == 0
    (small_disk / "vol").unlink()
    assert command(versions, "logboek")[1].count("GEWEIGERD") >= 1


AS_SOMEBODY = """
import os, sys
from pathlib import Path
from monitor.access import audit
from monitor.access.audit import Event
from monitor.errors import MonitorError
from monitor.store.journal import journal
from monitor.store.store import open_store
from monitor.store.versions import Versions
folder = Path(sys.argv[1])
# As root first, on a copy: what Python still imports may be where only root can read.
other = Path(sys.argv[4])
open_store(Versions(other)), audit.search(journal(other))
os.setgroups([]) if os.geteuid() == 0 else None
os.setgid(int(sys.argv[3])); os.setuid(int(sys.argv[2]))
print(open_store(Versions(folder)).version, len(audit.search(journal(folder))))
try:
    audit.record(journal(folder), "jan@swv.nl", Event.LEVERING, "telling")
except MonitorError as error:
    print(error)
"""


def test_in_a_folder_where_one_may_only_read_all_is_read(filled: Versions, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("rights are said otherwise")
    journal(filled.folder).close()
    copy = shutil.copytree(filled.folder, tmp_path / "kopie")
    who = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    if os.geteuid() == 0:
        for path in [filled.folder, *filled.folder.rglob("*")]:
            os.chown(path, who.pw_uid, who.pw_gid)
        for folder in tmp_path.parents[:-2]:
            folder.chmod(folder.stat().st_mode | 0o011)
        tmp_path.chmod(0o755)
    for path in filled.folder.rglob("*"):
        path.chmod(0o500 if path.is_dir() else 0o400)
    filled.folder.chmod(0o500)
    try:
        program = [sys.executable, "-c", AS_SOMEBODY, str(filled.folder)]
        done = subprocess.run(
            [*program, str(who.pw_uid), str(who.pw_gid), str(copy)],
            cwd=ROOT, text=True, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
    finally:
        filled.folder.chmod(0o700)

    assert done.stdout.startswith("1 1\nIn het journaal"), done.stderr
    assert "er mag alleen gelezen worden" in done.stdout


def test_a_table_that_came_later_does_not_keep_the_rest_from_being_read(
    filled: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands made the journal, and know less tables than the server that now may only read it."""
    journal(filled.folder).close()
    with closing(sqlite3.connect(filled.folder / FILE)) as connection:
        connection.execute("drop table scenario")
        connection.commit()
    _books.clear()

    def to_read(file: Path) -> sqlite_file.Connection:
        found = sqlite_file._opened(file, "mode=ro")
        found.is_reading = True
        return found

    monkeypatch.setattr(sqlite_file, "connect", to_read)
    book = journal(filled.folder)

    assert [line.wie for line in audit.search(book)] == ["jan@swv.nl"]
    with pytest.raises(MonitorError, match="mag of kan nu alleen gelezen worden"):
        book.scenarios("VO9901")
    with pytest.raises(MonitorError, match="er mag alleen gelezen worden"):
        audit.record(book, "jan@swv.nl", Event.LEVERING, "telling")


def test_a_log_beside_it_is_not_left_out_by_who_only_reads(filled: Versions) -> None:
    """`immutable` would not look at it: corrections would be missing without a word."""
    file = filled.folder / FILE
    with sqlite3.connect(file) as connection:
        connection.execute("pragma wal_autocheckpoint=0")
        connection.execute("insert into stand values (1, 77)")
        connection.commit()
        assert file.with_name(f"{FILE}-wal").stat().st_size > 0
        with journal(filled.folder).reading() as read:
            assert read.execute(sa.select(stand.c.nummer)).scalar() == 77
    connection.close()
