"""Folders for work in hand: what is delivered lies nowhere else, also not after a kill -9.

They are inside the data folder (`werk-<process>-…`, for its owner only), and not in the system's
folder for temporary files, where pupils' data would stay for ever.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout


PREFIX = "werk-"
ELSEWHERE = "dekkend-"
"""Before it, in the system's folder for temporary files."""
JUST_MADE = 60.0
"""Seconds in which a folder may exist of which its maker does not yet hold the lock."""


@contextmanager
def work_folder(data: Path) -> Iterator[Path]:
    """An empty folder of our own inside `data`, gone afterwards; so is `data` if it was not there."""
    missing = [folder for folder in (data, *data.parents) if not folder.exists()]
    folder = _make(data)
    lock = FileLock(folder / "slot")
    try:
        with lock:
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for made in missing:
            with suppress(OSError):  # there is something in it by now
                made.rmdir()


def _make(data: Path) -> Path:
    prefix = f"{PREFIX}{os.getpid()}-"
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Path(tempfile.mkdtemp(prefix=prefix, dir=data))
    except OSError:  # a rehearsal is also for who may only read there
        return Path(tempfile.mkdtemp(prefix=f"{ELSEWHERE}{prefix}"))


def remove_dead(data: Path) -> None:
    """Remove the folders of processes that were killed: a living one holds its lock."""
    elsewhere = Path(tempfile.gettempdir()).glob(f"{ELSEWHERE}{PREFIX}*")
    for folder in [*data.glob(f"{PREFIX}*"), *elsewhere]:
        if _is_dead(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_dead(folder: Path) -> bool:
    try:
        age = time.time() - folder.stat().st_mtime
        with FileLock(folder / "slot", timeout=0):
            pass
    except (Timeout, OSError):
        return False
    return age > JUST_MADE or not _is_alive(
        folder.name.removeprefix(ELSEWHERE).removeprefix(PREFIX).partition("-")[0]
    )


def _is_alive(process: str) -> bool:
    """Whether there is such a process, as far as this system tells."""
    if os.name != "posix" or not process.isdigit():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
