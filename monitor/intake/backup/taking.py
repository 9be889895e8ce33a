"""`dekkend reservekopie`: a copy of everything that cannot be made again, while people work on."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from monitor import __version__
from monitor.errors import MonitorError, reason
from monitor.intake import pupil_files
from monitor.intake.backup import SECRETS, Contents, own_files, write_contents
from monitor.store import bron
from monitor.store.durable import copy_whole, sha256_of
from monitor.store.journal import FILE, URL, journal, sqlite_file
from monitor.store.secret import secret
from monitor.store.versions import Versions


def take(versions: Versions, copy: Path, *, who: str, wait: float, with_secrets: bool) -> Contents:
    """Copy the published version, the kept files, the settings, what people put in the folder
    themselves and the journal to an empty folder.

    Nobody changes the store meanwhile; the journal, in which people go on typing, is copied by
    SQLite itself. MonitorError (and no copy) when something is damaged or does not fit.
    """
    if copy.resolve().is_relative_to(versions.folder.resolve()):
        raise MonitorError(
            f"{copy} ligt in de map met gegevens. Kies een map op een andere schijf."
        )
    is_new = not copy.exists()
    if not is_new and (not copy.is_dir() or any(copy.iterdir())):
        raise MonitorError(f"{copy} is niet leeg. Kies voor elke reservekopie een nieuwe map.")
    try:
        copy.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy.chmod(0o700)
        with versions.holding(who, wait):
            return _copied(versions, copy, with_secrets)
    except BaseException as error:
        _undo(copy, is_new)
        if isinstance(error, OSError):
            raise MonitorError(
                f"De reservekopie in {copy} is niet gelukt: {reason(error)}. Er is niets bewaard."
            ) from error
        raise


def _copied(versions: Versions, copy: Path, with_secrets: bool) -> Contents:
    version = versions.current()
    if not version:
        raise MonitorError(f"In {versions.folder} is nog niets geleverd.")
    folder, register = versions.folder, versions.register(version)
    paths = ["actueel", f"versie-{version}.json", f"bron-{version}.duckdb"]
    for file in [file for delivery in register.deliveries for file in delivery.files]:
        kept = versions.kept_file(file)
        if kept.exists() or file.withdrawn is None:
            pupil_files.whole(kept, file.kept or file.sha256, file.name)
            paths.append(kept.relative_to(folder).as_posix())
    if register.frozen:
        pupil_files.whole(versions.frozen_file(register), register.frozen, "de vastgelegde cijfers")
        paths.append(versions.frozen_file(register).relative_to(folder).as_posix())
    named = ["instellingen.toml", *(SECRETS if with_secrets else ())]
    paths += [name for name in named if (folder / name).is_file()]
    paths += own_files(folder)
    for name in dict.fromkeys(paths):
        target = copy / name
        if not target.parent.exists():
            target.parent.mkdir(mode=0o700)
        copy_whole(folder / name, target)
    bron.read_whole(copy / f"bron-{version}.duckdb")
    is_own = not secret(URL)
    if is_own:
        _copy_journal(folder, copy / FILE)
        paths.append(FILE)
    for name in paths:
        (copy / name).chmod(0o600)
    contents = Contents(
        gemaakt=dt.datetime.now(dt.UTC),
        dekkend=__version__,
        versie=version,
        journaal="sqlite" if is_own else "postgresql",
        bestanden={name: sha256_of(copy / name) for name in sorted(set(paths))},
    )
    write_contents(copy, contents)
    return contents


def _copy_journal(folder: Path, target: Path) -> None:
    journal(folder).refuse_damaged()
    target.touch(mode=0o600)
    with (
        closing(sqlite_file.connect(folder / FILE)) as source,
        closing(sqlite3.connect(target)) as copied,
    ):
        try:
            source.backup(copied)
            copied.execute("pragma journal_mode=delete")
        except sqlite3.OperationalError as error:
            raise MonitorError(
                f"Het journaal is niet te kopiëren ({error}). Is er ruimte in {target.parent}?"
            ) from None


def _undo(copy: Path, is_new: bool) -> None:
    if not copy.is_dir():
        return
    for path in copy.iterdir():
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if is_new:
        with suppress(OSError):
            copy.rmdir()
