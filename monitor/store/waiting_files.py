"""Files that were made and wait to be fetched: few, for a week, and of no version that a purge removed.

    rapporten/<id>/<name>        the file
    rapporten/<id>/feiten.json   what it is, of which version, for whom and by whom
    rapporten-bezig/<swv>-v<version>-<of whom>/   what of many was made, until the rest is too

They hold what was published to somebody, so they are for their owner only on disk, in no backup, and
gone when what they are made of is. Who may have one is for who shows it to judge, each time.
"""

import datetime as dt
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from monitor.errors import MonitorError
from monitor.store.data_folder import DataFolder
from monitor.store.durable import flush, write_whole
from monitor.store.workfolders import work_folder
from monitor.values import dutch


FOLDER = "rapporten"
DAYS = 7
"""How long a file waits."""
MOST = 40
"""Files that wait at once; the oldest gives way."""
LARGEST = 500_000_000
"""Bytes of all of them together."""
UNFINISHED = "rapporten-bezig"
_FACTS = "feiten.json"
_OF_VERSION = re.compile(r"\w+-v(\d+)-\w+")
_ID = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[\w][\w.+ -]{0,120}")


class Facts(BaseModel):
    """What is known of a file without opening it. No figure is in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """As it is called when it is fetched."""
    what: str
    """In words, for the list."""
    pack: str
    audience: str
    scope: str = ""
    """Of which schools, besturen or gemeenten it is, with spaces between; "" of the whole
    samenwerkingsverband, or of all."""
    swv: str
    maker: int
    """The number of the account; 0 on the command line or in a demonstration."""
    version: int
    made: dt.datetime
    size: int = 0


class Waiting(BaseModel):
    """A file that waits, under the id by which it is fetched."""

    model_config = ConfigDict(frozen=True)

    id: str
    facts: Facts

    @property
    def until(self) -> dt.datetime:
        return self.facts.made + dt.timedelta(days=DAYS)


def put(folder: DataFolder, content: Path, facts: Facts) -> Waiting:
    """Keep a copy of a file that was made. After a crash it is there whole, or not at all.

    MonitorError when it is larger than all of them may be; ValueError for a name that is a path.
    """
    if not _NAME.fullmatch(facts.name):
        raise ValueError(f"{facts.name} is no name of a file")
    size = content.stat().st_size
    if size > LARGEST:
        raise MonitorError(
            f"Dit bestand is {dutch.number(size // 1_000_000)} MB, en er mag "
            f"{dutch.number(LARGEST // 1_000_000)} MB klaarstaan. Kies minder vormen of minder scholen."
        )
    facts = facts.model_copy(update={"size": size})
    place = folder.folder / FOLDER
    place.mkdir(mode=0o700, exist_ok=True)
    one = Waiting(id=secrets.token_hex(8), facts=facts)
    with work_folder(folder.folder) as work:
        new = work / "nieuw"
        new.mkdir(mode=0o700)
        shutil.copyfile(content, new / facts.name)
        (new / facts.name).chmod(0o600)
        flush(new / facts.name)
        write_whole(new / _FACTS, facts.model_dump_json().encode())
        (new / _FACTS).chmod(0o600)
        os.replace(new, place / one.id)
    _make_room(folder, keep=one.id)
    return one


def waiting(folder: DataFolder, now: dt.datetime) -> list[Waiting]:
    """What is there at this moment, the newest first. What may not be there any more is removed."""
    clean_up(folder, folder.register().since, now)
    return _found(folder)


def fetched(folder: DataFolder, which: str, now: dt.datetime) -> tuple[Waiting, Path] | None:
    """One of them and where it lies; None when it is not there (any more)."""
    for one in waiting(folder, now):
        if one.id == which:
            return one, folder.folder / FOLDER / which / one.facts.name
    return None


def remove(folder: DataFolder, which: str) -> None:
    """Before its time; nothing when it is gone already."""
    if _ID.fullmatch(which):
        shutil.rmtree(folder.folder / FOLDER / which, ignore_errors=True)


def remove_all(folder: DataFolder) -> None:
    """What is there is replaced by something else."""
    for name in (FOLDER, UNFINISHED):
        shutil.rmtree(folder.folder / name, ignore_errors=True)


def unfinished(folder: DataFolder, swv: str, version: int, of_whom: str) -> Path:
    """Where what is made of many waits for the rest of it. What is there of another version goes: a
    pack is of one."""
    place = folder.folder / UNFINISHED
    new = place / f"{swv}-v{version}-{of_whom}"
    for path in place.glob(f"{swv}-v*-{of_whom}"):
        if path != new:
            shutil.rmtree(path, ignore_errors=True)
    place.mkdir(mode=0o700, exist_ok=True)
    new.mkdir(mode=0o700, exist_ok=True)
    return new


def stopped(folder: DataFolder, swv: str, of_whom: str) -> tuple[int, Path] | None:
    """The version of what `unfinished` keeps, and where; None where nothing is."""
    for path in sorted((folder.folder / UNFINISHED).glob(f"{swv}-v*-{of_whom}")):
        if found := _OF_VERSION.fullmatch(path.name):
            return int(found[1]), path
    return None


def clean_up(folder: DataFolder, since: int, now: dt.datetime) -> None:
    """Remove what is too old, what is of a version before `since`, and what is not whole. A moment
    that has yet to come is of a clock that was wrong: it does not stay for ever."""
    whole = {one.id: one for one in _found(folder)}
    for path in _all(folder):
        one = whole.get(path.name)
        if (
            one is None
            or one.facts.version < since
            or not now - dt.timedelta(days=DAYS) < one.facts.made <= now + dt.timedelta(hours=1)
        ):
            shutil.rmtree(path, ignore_errors=True)
    for path in (folder.folder / UNFINISHED).glob("*"):
        found = _OF_VERSION.fullmatch(path.name)
        if found is None or int(found[1]) < since or now - _touched(path) > dt.timedelta(days=DAYS):
            shutil.rmtree(path, ignore_errors=True)


def _touched(path: Path) -> dt.datetime:
    """When something was last put in it; long ago when it is gone meanwhile."""
    try:
        last = max(one.stat().st_mtime for one in [path, *path.glob("*")])
    except OSError:
        last = 0
    return dt.datetime.fromtimestamp(last, dt.UTC)


def _make_room(folder: DataFolder, keep: str) -> None:
    size = 0
    for place, one in enumerate(
        sorted(_found(folder), key=lambda one: one.id != keep)  # stable: the newest first
    ):
        size += one.facts.size
        if place >= MOST or size > LARGEST:
            remove(folder, one.id)


def _found(folder: DataFolder) -> list[Waiting]:
    found = [one for path in _all(folder) if (one := _read(path)) is not None]
    return sorted(found, key=lambda one: (one.facts.made, one.id), reverse=True)


def _all(folder: DataFolder) -> Iterator[Path]:
    place = folder.folder / FOLDER
    if place.is_dir():
        yield from sorted(place.iterdir())


def _read(path: Path) -> Waiting | None:
    """None for what none of ours is: another name, no facts, half a file."""
    if not _ID.fullmatch(path.name):
        return None
    try:
        facts = Facts.model_validate_json((path / _FACTS).read_text("utf-8"))
        is_whole = bool(_NAME.fullmatch(facts.name)) and (
            (path / facts.name).stat().st_size == facts.size
        )
    except (OSError, ValidationError, ValueError):
        return None
    return Waiting(id=path.name, facts=facts) if is_whole else None
