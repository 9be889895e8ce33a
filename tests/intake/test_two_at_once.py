"""Two who change the store at once: the second waits, or is told who is busy."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import Busy
from monitor.intake.deliveries import deliver
from monitor.intake.report import DeliveryOutcome
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

ROOT = Path(__file__).resolve().parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from monitor.store.versions import Versions
with Versions(Path(sys.argv[1])).changing("Jan", 0):
    print("bezig", flush=True)
    sys.stdin.readline()
"""
DELIVER = """
import sys
from pathlib import Path
from monitor.intake.deliveries import deliver
from monitor.store.versions import Versions
folder, *paths = map(Path, sys.argv[1:])
print("begonnen", flush=True)
for path in paths:
    print(deliver(Versions(folder), [(path, path.name)], who="Jan").id, flush=True)
"""


def _start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == word + "\n"


def telling(day: int) -> tuple[str, str]:
    head = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
    return f"telling-{day}.csv", f"{head}16SW03;{day:02}-10-2025;vso;{day}\n"


def test_who_does_not_wait_is_told_who_is_busy(deliver_text: Deliver, versions: Versions) -> None:
    with _start(HOLD, versions.folder) as process:
        _wait_for(process, "bezig")
        with pytest.raises(Busy) as error:
            deliver_text(telling(1), wait=0)
        process.communicate("\n")

    assert str(error.value).startswith("De gegevens worden nu gewijzigd door Jan (sinds ")
    assert f", proces {process.pid} op " in str(error.value)
    assert str(error.value).endswith("). Wacht tot dat klaar is en probeer het opnieuw.")
    assert deliver_text(telling(1), wait=0).id == 1


def test_who_waits_comes_after_the_other(deliver_text: Deliver, versions: Versions) -> None:
    with _start(HOLD, versions.folder) as process:
        _wait_for(process, "bezig")
        done = threading.Timer(0.3, process.communicate, ["\n"])
        done.start()

        outcome = deliver_text(telling(1), wait=30)

        assert outcome.id == 1
        done.join()


def test_one_who_holds_the_store_and_is_killed_does_not_hold_it_for_ever(
    deliver_text: Deliver, versions: Versions
) -> None:
    with _start(HOLD, versions.folder) as process:
        _wait_for(process, "bezig")
        process.kill()

    assert deliver_text(telling(1), wait=5).id == 1
    assert not (versions.folder / "slot.json").exists()


def test_two_processes_that_deliver_at_once_both_get_everything_in(
    versions: Versions, bron: Bron, make_file: Callable[..., Path]
) -> None:
    paths = [make_file(*telling(day)) for day in range(1, 13)]
    with (
        _start(DELIVER, versions.folder, *paths[::2]) as one,
        _start(DELIVER, versions.folder, *paths[1::2]) as other,
    ):
        told = [process.communicate()[0].split() for process in (one, other)]

    assert sorted(int(id_) for _, *ids in told for id_ in ids) == list(range(1, 13))
    assert bron("select aantal from leerlingtelling order by 1") == [(n,) for n in range(1, 13)]
    assert versions.current() == 12


def test_threads_of_one_process_wait_for_each_other_too(
    versions: Versions, bron: Bron, make_file: Callable[..., Path]
) -> None:
    """In the app two people are two threads."""
    paths = [make_file(*telling(day)) for day in range(1, 7)]
    threads = [
        threading.Thread(target=deliver, args=(versions, [(path, path.name)]), kwargs={"who": "x"})
        for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert bron("select aantal from leerlingtelling order by 1") == [(n,) for n in range(1, 7)]


def test_a_dry_run_does_not_wait(deliver_text: Deliver, versions: Versions) -> None:
    with versions.changing("Jan", 0):
        outcome = deliver_text(telling(1), dry_run=True, wait=0)

    assert (outcome.problems, outcome.reports[0].loaded) == ([], 1)
