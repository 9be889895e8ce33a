"""Cleaning up the data folder: what a crash left, old versions, and files that nobody needs.

Of `leveringen/` only what no register names is removed. Where it is not plain what was published,
nothing is, and who wants to change something hears what to do.
"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store import pointer, waiting_files
from monitor.store.data_folder import DataFolder
from monitor.store.delivered import Register
from monitor.store.workfolders import remove_dead


def clean_up(versions: DataFolder, most: int) -> None:
    """Remove all but the last `most` versions and what they need. The caller holds the slot.

    A reader keeps its version: on Linux an open file lives on, on Windows it cannot be
    removed and is tried again later.
    """
    remove_dead(versions.folder)
    current = _finished(versions)
    # Read before anything is removed: without it, nobody knows what is needed.
    register = versions.register(current)
    waiting_files.clean_up(versions, register.since, dt.datetime.now(dt.UTC))
    keep = {n for n in range(current - most + 1, current + 1) if n >= max(1, register.since)}
    needed = _needed(versions, register)
    for number in keep - {current}:
        # A register only grows, so this adds nothing, unless the folder was put together by hand.
        with suppress(FileNotFoundError, ValueError):
            needed |= _needed(versions, versions.register(number))
    for path in versions.folder.glob("bron-*"):
        if not any(path.name == f"bron-{n}.duckdb" for n in keep):
            remove(path)
    for path in versions.folder.glob("versie-*.json"):
        if not any(path.name == f"versie-{n}.json" for n in keep):
            remove(path)
    for path in [*versions.folder.glob("*.nieuw"), *versions.kept.glob("*.nieuw")]:
        remove(path)
    for path in versions.kept.glob("*"):
        if path.name not in needed:
            remove(path)


def _needed(versions: DataFolder, register: Register) -> set[str]:
    return {
        versions.kept_file(file).name for delivery in register.deliveries for file in delivery.files
    } | {versions.frozen_file(register).name}


def _finished(versions: DataFolder) -> int:
    """The published version. A crash just before the publication, when all was written, is
    finished: its register names files that nothing else does.

    MonitorError when a later version is there that no crash can have left.
    """
    current = versions.current()
    beyond = [number for number in pointer.numbered(versions.folder) if number > current]
    if not beyond:
        return current
    last = beyond[-1]
    try:
        register = versions.register(last)
    except (FileNotFoundError, ValueError, MonitorError):
        if last == current + 1:
            return current  # not whole, so it was not published, and it names nothing
        pointer.refuse_beyond(versions.folder, current, last)
    files = [file for file in register.files() if not versions.kept_file(file).exists()]
    if last > current + 1 or files or not versions.bron(last).exists():
        pointer.refuse_beyond(versions.folder, current, last)
    pointer.write(versions.folder, last)
    return last


def remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
