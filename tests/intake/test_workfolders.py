"""What is delivered lies in the data folder only, and a kill -9 leaves none of it for long."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.errors import MonitorError
from monitor.intake.deliveries import rebuild, withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.store.delivered import Register
from monitor.store.versions import Versions
from monitor.store.workfolders import JUST_MADE, remove_dead, work_folder


Deliver = Callable[..., DeliveryOutcome]

ROOT = Path(__file__).resolve().parent.parent.parent
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;12\n"
WORK_FOREVER = """
import sys, time
from pathlib import Path
from monitor.store.workfolders import work_folder
with work_folder(Path(sys.argv[1])) as folder:
    (folder / "gelezen.csv").write_text("leerling")
    print("bezig", flush=True)
    time.sleep(600)
"""


def test_a_work_folder_is_for_its_owner_only_and_gone_afterwards(tmp_path: Path) -> None:
    with work_folder(tmp_path / "nieuw" / "gegevens") as folder:
        assert folder.parent == tmp_path / "nieuw" / "gegevens"
        assert folder.name.startswith(f"werk-{os.getpid()}-")
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        remove_dead(folder.parent)
        assert folder.is_dir()  # of the living

    assert list(tmp_path.iterdir()) == []


def test_where_nobody_may_write_a_rehearsal_still_can(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")

    with work_folder(tmp_path / "bestand") as folder:
        assert folder.is_dir()

    assert not folder.exists()


def test_nothing_is_written_in_the_folder_for_temporary_files(
    deliver_text: Deliver,
    versions: Versions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "tijdelijk"
    elsewhere.mkdir(mode=0o500)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    changed = elsewhere.stat().st_mtime_ns

    deliver_text(("telling.csv", TELLING.encode("cp1252") + b"16SW04;01-10-2025;vso;\xa03\n"))
    deliver_text(("telling2.csv", TELLING), dry_run=True)
    withdraw(versions, "1", who="toets")

    assert elsewhere.stat().st_mtime_ns == changed


def test_what_a_killed_process_left_is_removed_by_the_next_change(
    deliver_text: Deliver, versions: Versions
) -> None:
    versions.folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", WORK_FOREVER, str(versions.folder)],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bezig\n"
        (left,) = versions.folder.glob("werk-*")
        deliver_text(("telling.csv", TELLING))
        assert (left / "gelezen.csv").exists()
        process.send_signal(signal.SIGKILL)
        process.wait()

    deliver_text(("telling.csv", TELLING.replace("12\n", "13\n")))

    assert list(versions.folder.glob("werk-*")) == []


def test_a_folder_of_a_process_whose_number_is_used_again_is_removed_after_a_while(
    tmp_path: Path,
) -> None:
    left = tmp_path / f"werk-{os.getpid()}-oud"
    left.mkdir()
    (left / "slot").touch()
    remove_dead(tmp_path)
    assert left.exists()

    long_ago = time.time() - 2 * JUST_MADE
    os.utime(left, (long_ago, long_ago))
    remove_dead(tmp_path)

    assert not left.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda versions: rebuild(versions, who="toets"),
        lambda versions: withdraw(versions, "2", who="toets"),
    ],
    ids=["rebuild", "withdraw"],
)
def test_a_kept_file_that_was_changed_is_not_loaded_again(
    deliver_text: Deliver, versions: Versions, change: Callable[[Versions], Register]
) -> None:
    deliver_text(("telling.csv", TELLING))
    deliver_text(("telling.csv", TELLING.replace("12\n", "13\n")))
    kept = versions.kept_file(versions.register().files()[0])
    kept.write_text(TELLING.replace("12\n", "99\n"), encoding="utf-8")

    with pytest.raises(MonitorError) as error:
        change(versions)

    assert str(error.value) == (
        f"Het bewaarde bestand van telling.csv is veranderd ({kept.name}): dit is niet meer wat er "
        "geleverd is. Zet het terug uit een reservekopie, lever hetzelfde bestand opnieuw, of trek de "
        "levering in."
    )
    assert versions.current() == 2
