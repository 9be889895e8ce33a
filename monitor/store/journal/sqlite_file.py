"""A journal that is a file: for its owner only, readers beside a writer, and read when it cannot be
written (a full disk, a folder without the right to)."""

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from monitor.store.journal import trouble


PATIENCE = 10
"""Seconds to wait for who is writing."""


class Connection(sqlite3.Connection):
    """Knows whether it was opened to read only, because there was no other way."""

    is_reading = False


def connect(file: Path) -> Connection:
    """A connection; one that only reads when the place does not allow more. It makes no file."""
    try:
        return _opened(file, "mode=rw")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in trouble.UNWRITABLE or not file.exists():
            raise _of(error, file) from None
        first = error
    except sqlite3.DatabaseError as error:
        raise _of(error, file) from None
    # What is in the log beside it (-wal) counts: without that file it is whole by itself.
    ways = ["mode=ro"] + ([] if _has_log(file) else ["mode=ro&immutable=1"])
    for way in ways:
        with suppress(sqlite3.OperationalError):
            found = _opened(file, way)
            found.is_reading = True
            return found
    raise _of(first, file) from None


def _opened(file: Path, how: str) -> Connection:
    connection: Connection = sqlite3.connect(
        f"{file.resolve().as_uri()}?{how}",
        uri=True,
        timeout=PATIENCE,
        check_same_thread=False,
        factory=Connection,
    )
    try:
        connection.execute("select count(*) from sqlite_master").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _of(error: sqlite3.Error, file: Path) -> sqlite3.Error:
    """The error knows its file (`trouble.said`)."""
    error.file = file  # type: ignore[attr-defined]
    return error


def _has_log(file: Path) -> bool:
    with suppress(OSError):
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    return False


def for_its_owner(file: Path) -> None:
    """Accounts are in it, so nobody else may read it; what SQLite puts beside it follows it."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        file.chmod(0o600)
    except OSError:
        return  # opening it says what is wrong, or it is another's and may be written to


def as_wal(engine: sa.Engine) -> None:
    """Readers go on while somebody writes. Kept in the file; two who do it at once are told
    'locked' without waiting."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("pragma journal_mode=wal")
            return
        except sa.exc.OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def watch(engine: sa.Engine, file: Path) -> None:
    """Every connection is careful, and is left when the file was replaced (from a backup), and
    after each use when it only reads: there may be room again."""

    def connected(connection: Any, record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("pragma synchronous=full")  # what was written survives a crash
        cursor.execute("pragma foreign_keys=on")
        cursor.close()
        record.info["file"] = which(file)
        record.info["used"] = False

    def taken(connection: Any, record: Any, _: object) -> None:
        is_stale = connection.is_reading and record.info["used"]
        if is_stale or record.info.get("file") != which(file):
            raise sa.exc.DisconnectionError
        record.info["used"] = True

    def failed(context: Any) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            _of(context.original_exception, file)

    engine.dispose()  # what was opened before this
    sa.event.listen(engine, "connect", connected)
    sa.event.listen(engine, "checkout", taken)
    sa.event.listen(engine, "handle_error", failed)


def which(file: Path) -> tuple[int, int]:
    """Which file it is, also after another took its name."""
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino
