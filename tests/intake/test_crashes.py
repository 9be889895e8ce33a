"""A crash at any moment: the previous version stands, the next command cleans up, nothing is lost.

Simulated crashes raise at one step after another; real ones are a kill -9 of another process.
"""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from helpers.depth import is_deep

from monitor.errors import MonitorError
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.store import building, store
from monitor.store.store import open_store
from monitor.store.versions import KEEP, Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

ROOT = Path(__file__).resolve().parent.parent.parent
COUNTS = "select levering, aantal from leerlingtelling order by all"


def telling(day: int, count: int = 10) -> tuple[str, str]:
    return (
        f"telling-{day}.csv",
        f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;{day:02}-10-2025;vso;{count}\n",
    )


class Crash(BaseException):
    """Not an Exception: nothing may catch it and go on."""


STEPS: list[tuple[Any, str]] = [
    (os, "replace"),
    (os, "fsync"),
    (shutil, "copyfile"),
    (Path, "unlink"),
    (building, "attach_for_building"),
    (building, "load"),
    (building, "finish_building"),
]
"""What a change of the store is made of, as seen from outside."""


@pytest.fixture
def crash_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., dict[str, int]]]:
    """`crash_at(n, error)` raises before the n-th of STEPS is done, which is after the one before
    it; it gives a dict that counts the steps."""

    def plan(number: int, error: BaseException) -> dict[str, int]:
        seen = {"steps": 0}
        for owner, name in STEPS:
            whole = getattr(owner, name)

            def step(*args: Any, whole: Any = whole, **options: Any) -> Any:
                seen["steps"] += 1
                if seen["steps"] == number:
                    raise error
                return whole(*args, **options)

            monkeypatch.setattr(owner, name, step)
        return seen

    yield plan
    monkeypatch.undo()


def _is_tidy(versions: Versions) -> bool:
    """Whether there is nothing on disk but what the last versions need."""
    current = versions.current()
    kept = range(max(1, current - KEEP + 1), current + 1)
    allowed = {"slot", "actueel", "leveringen"}
    allowed |= {f"journaal.sqlite{ending}" for ending in ("", "-wal", "-shm")}
    allowed |= {f"bron-{n}.duckdb" for n in kept} | {f"versie-{n}.json" for n in kept}
    files = [f for d in versions.register().deliveries for f in d.files]
    return {path.name for path in versions.folder.iterdir()} <= allowed and {
        path.name for path in versions.kept.iterdir()
    } == {versions.kept_file(file).name for file in files}


CHANGES: dict[str, Callable[[Versions, Path], Any]] = {
    "deliver": lambda versions, path: deliver(versions, [(path, path.name)], who="toets"),
    "withdraw": lambda versions, path: withdraw(versions, "1", who="toets"),
    "rebuild": lambda versions, path: rebuild(versions, who="toets"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_crash_in_any_step_the_store_is_as_before_or_as_after(
    deliver_text: Deliver,
    versions: Versions,
    bron: Bron,
    make_file: Callable[..., Path],
    crash_at: Callable[..., dict[str, int]],
    monkeypatch: pytest.MonkeyPatch,
    change: str,
) -> None:
    deliver_text(telling(1, 10))
    deliver_text(telling(1, 11))
    new = make_file(*telling(2))
    as_before = (2, bron(COUNTS))
    start = shutil.copytree(versions.folder, versions.folder.with_name("begin"))
    CHANGES[change](versions, new)
    as_after = (3, bron(COUNTS))
    crashes = 0
    while True:
        shutil.rmtree(versions.folder)
        shutil.copytree(start, versions.folder)
        seen = crash_at(crashes + 1, Crash())
        with suppress(Crash):
            CHANGES[change](versions, new)
        monkeypatch.undo()
        if seen["steps"] <= crashes:
            break
        crashes += 1
        assert (versions.current(), bron(COUNTS)) in (as_before, as_after), crashes
        # Nothing is in the way of the next, which leaves nothing behind.
        deliver_text(telling(3), wait=5)
        assert (
            len(bron(COUNTS)) == len(as_after[1] if versions.current() == 4 else as_before[1]) + 1
        )
        assert _is_tidy(versions), crashes
    assert crashes > 10


def test_a_crash_in_the_very_first_delivery_leaves_an_empty_folder_to_the_next(
    deliver_text: Deliver,
    versions: Versions,
    bron: Bron,
    crash_at: Callable[..., dict[str, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(1, 40, 3):
        crash_at(number, Crash())
        try:
            deliver_text(telling(1))
        except Crash:
            monkeypatch.undo()
            assert versions.current() in (0, 1)
            deliver_text(telling(1), wait=5)
        monkeypatch.undo()
        assert bron(COUNTS) == [(1, 10)]
        assert _is_tidy(versions)
        shutil.rmtree(versions.folder)


def test_a_full_disk_is_told_in_a_sentence_and_the_version_stands(
    deliver_text: Deliver,
    versions: Versions,
    bron: Bron,
    make_file: Callable[..., Path],
    crash_at: Callable[..., dict[str, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deliver_text(telling(1))
    new = make_file(*telling(2))
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(f"{__name__}.STEPS", [(os, "replace"), (os, "fsync"), (shutil, "copyfile")])
    for number in range(1, 4):
        crash_at(number, full)

        with pytest.raises(MonitorError) as error:
            deliver(versions, [(new, new.name)], who="toets")

        monkeypatch.undo()
        assert str(error.value) == (
            f"De gegevens in {versions.folder} zijn niet te wijzigen: de schijf is vol. "
            "Zorg dat er ruimte is en dat u er mag schrijven, en probeer het opnieuw."
        )
        assert (versions.current(), len(bron(COUNTS))) == (1, 1)
    deliver_text(telling(3), wait=5)
    assert _is_tidy(versions)


# --- other processes

DELIVER_FOREVER = """
import sys
from pathlib import Path
from monitor.intake.deliveries import deliver
from monitor.store.versions import Versions
folder = Path(sys.argv[1])
print("begonnen", flush=True)
for day in range(1, 1000):
    path = folder / f"telling-{day}.csv"
    path.write_text("VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\\n" + "".join(
        f"{row % 90 + 10}AB{row // 90:02};{day % 28 + 1:02}-{day // 28 + 1:02}-2025;vso;1\\n"
        for row in range(2000)))
    outcome = deliver(Versions(folder / "gegevens"), [(path, path.name)], who="toets")
    print(outcome.id, flush=True)
"""


def _start(script: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20251001)
    folders = [tmp_path / str(number) for number in range(20 if is_deep() else 5)]
    told = []
    with ExitStack() as stack:
        started = []
        for folder in folders:
            folder.mkdir()
            started.append(stack.enter_context(_start(DELIVER_FOREVER, folder)))
        for process in started:
            assert process.stdout is not None
            assert process.stdout.readline() == "begonnen\n"
        # They run side by side, and each is killed somewhere in its first deliveries.
        for process in started:
            time.sleep(chance.uniform(0.05, 0.4))
            process.send_signal(signal.SIGKILL)
        for process in started:
            told.append(process.communicate()[0])
            assert process.returncode == -signal.SIGKILL
    for folder, out in zip(folders, told, strict=True):
        acknowledged = [int(line) for line in out.split()]
        versions = Versions(folder / "gegevens")
        # One more may be published of which the word did not get out.
        assert versions.current() - len(acknowledged) in (0, 1)
        assert _rows_by_file(versions) == dict.fromkeys(range(1, versions.current() + 1), 2000)
        path = folder / "na.csv"
        path.write_text(telling(1)[1].replace("2025", "2015"), encoding="utf-8")
        outcome = deliver(versions, [(path, path.name)], who="toets", wait=1)
        assert _rows_by_file(versions)[outcome.id] == 1
        assert _is_tidy(versions)


def _rows_by_file(versions: Versions) -> dict[int, int]:
    if versions.current() == 0:
        return {}
    opened = store.duckdb.connect(str(versions.bron(versions.current())), read_only=True)
    with opened as connection:
        rows = connection.execute("select levering, count(*) from leerlingtelling group by 1")
        return dict(rows.fetchall())


FILE_TOO_LARGE = """
import resource, sys
from pathlib import Path
from monitor.intake.deliveries import deliver
from monitor.errors import MonitorError
from monitor.store.versions import Versions
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
path = Path(sys.argv[2])
try:
    deliver(Versions(Path(sys.argv[1])), [(path, path.name)], who="toets")
except MonitorError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits on the size of a file are of POSIX")
@pytest.mark.parametrize("limit", [2_000, 40_000, 300_000])
def test_when_no_more_can_be_written_it_is_told_in_a_sentence(
    deliver_text: Deliver,
    versions: Versions,
    bron: Bron,
    make_file: Callable[..., Path],
    limit: int,
) -> None:
    """A real error of the system, which reaches Python in one step and DuckDB in another."""
    deliver_text(telling(1))
    rows = "".join(f"naam {i * 7919 % 100_003};16SW03\n" for i in range(20_000))
    large = make_file("namen.csv", "NAAM;VESTIGINGSCODE\n" + rows)

    with _start(FILE_TOO_LARGE, versions.folder, large, limit) as process:
        out, error = process.communicate()

    assert (process.returncode, error) == (0, "")
    assert out.startswith(
        (
            f"De gegevens in {versions.folder} zijn niet te wijzigen: het bestand wordt te groot.",
            "Er kan niet gelezen of geschreven worden. Is de schijf vol, of",
        )
    )
    assert (versions.current(), bron(COUNTS)) == (1, [(1, 10)])
    deliver_text(telling(2))
    assert _is_tidy(versions)


# --- what may be found on disk


def test_what_a_crash_left_is_cleaned_up_by_the_next_command(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(telling(1))
    left = [
        *("bron-2.duckdb", "bron-2.duckdb.wal", "bron-1.duckdb.wal", "bron-9.duckdb.tmp"),
        *("versie-2.json", "versie-2.json.nieuw", "actueel.nieuw", "leveringen/abc.csv"),
        *("leveringen/abc.csv.nieuw", "slot.json"),
    ]
    for name in left:
        (versions.folder / name).write_bytes(b"half")

    assert bron(COUNTS.replace("leerlingtelling", "levering").replace("aantal", "nummer"))
    deliver_text(telling(2))

    assert versions.current() == 2
    assert bron(COUNTS) == [(1, 10), (2, 10)]
    assert _is_tidy(versions)


def test_without_its_pointer_a_store_is_not_taken_for_empty(
    deliver_text: Deliver, versions: Versions
) -> None:
    """Cleaning up would remove every delivery."""
    deliver_text(telling(1))
    deliver_text(telling(2))
    (versions.folder / "actueel").unlink()
    before = sorted(versions.folder.rglob("*"))

    with pytest.raises(MonitorError) as error:
        deliver_text(telling(3), wait=5)

    assert str(error.value) == (
        f"{versions.folder / 'actueel'} ontbreekt. Maak een tekstbestand met die naam en zet er 2 "
        "in: het nummer van de laatste versie."
    )
    assert sorted(versions.folder.rglob("*")) == before


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "{",
        '{"deliveries": 3}',
        "{}",
        '{"version": 2}',
    ],  # the last two: of another version
)
def test_without_its_register_nothing_is_removed(
    deliver_text: Deliver, versions: Versions, content: str | None
) -> None:
    deliver_text(telling(1))
    register = versions.folder / "versie-1.json"
    register.unlink() if content is None else register.write_text(content, encoding="utf-8")
    kept = sorted(versions.kept.iterdir())

    with pytest.raises(MonitorError) as error:
        deliver_text(telling(2))

    named = " Wel in de map: versie-n.json met n = 1." if content is not None else ""
    assert str(error.value) == (
        f"{register} ontbreekt of is beschadigd: daarin staat wat er geleverd is. "
        f"Zet alles terug uit een reservekopie.{named}"
    )
    assert versions.current() == 1
    assert sorted(versions.kept.iterdir()) == kept


RUBBISH = [
    b"twee", b"", b"\0\0\0\0", b"-1", b"1.0", "¹".encode(), b"\xef\xbb\xbf1",
    b"9" * 5000,  # more digits than Python makes a number of
]  # fmt: skip


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_a_pointer_with_rubbish_in_it_is_named(
    deliver_text: Deliver, versions: Versions, rubbish: bytes
) -> None:
    deliver_text(telling(1))
    (versions.folder / "actueel").write_bytes(rubbish)

    for what in (lambda: deliver_text(telling(2)), lambda: open_store(versions)):
        with pytest.raises(MonitorError) as error:
            what()
        assert str(error.value) == (
            f"{versions.folder / 'actueel'} is beschadigd: er staat geen versienummer in. Zet er 1 in: "
            "het nummer van de laatste versie."
        )


def test_a_damaged_bron_is_told_and_can_be_made_again(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(telling(1))
    versions.bron(1).write_bytes(b"x" * 5000)

    with pytest.raises(MonitorError, match="De opslag is beschadigd; er is niets veranderd"):
        deliver_text(telling(2))
    rebuild(versions, who="toets")

    assert bron(COUNTS) == [(1, 10)]


# --- where one may not write


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    tmp_path: Path, make_file: Callable[..., Path]
) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    path = make_file(*telling(1))

    with pytest.raises(MonitorError) as error:
        deliver(Versions(tmp_path / "bestand" / "gegevens"), [(path, path.name)], who="toets")

    assert "zijn niet te wijzigen: een deel van het pad is geen map. Zorg dat" in str(error.value)


def test_a_folder_in_which_one_may_not_write_is_told_in_a_sentence(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    deliver_text(telling(1))
    versions.folder.chmod(0o500)
    try:
        with pytest.raises(MonitorError, match="u hebt er geen rechten voor"):
            deliver_text(telling(2))
    finally:
        versions.folder.chmod(0o700)
    assert bron(COUNTS) == [(1, 10)]


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="no /sys to be refused by")
def test_a_system_that_refuses_is_told_in_a_sentence(make_file: Callable[..., Path]) -> None:
    path = make_file(*telling(1))

    with pytest.raises(MonitorError, match="zijn niet te wijzigen: "):
        deliver(Versions(Path("/sys/kernel/dekkend")), [(path, path.name)], who="toets")


def test_a_file_that_cannot_be_opened_is_a_problem_of_that_file(
    versions: Versions, make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(*telling(1))
    whole = Path.open

    def refuse(self: Path, *args: Any, **options: Any) -> Any:
        if self == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(self, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    outcome = deliver(versions, [(path, path.name)], who="toets")

    (problem,) = outcome.problems
    assert problem.text == (
        "dit bestand is niet te openen (u hebt er geen rechten voor). Controleer of u het mag lezen."
    )
