"""What is the matter with a journal that is a file, in words for who can do something about it."""

import shutil
import sqlite3
from pathlib import Path


DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
READ_ONLY = sqlite3.SQLITE_READONLY
UNWRITABLE = (
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
)  # fmt: skip
LEAST = 1 << 16
"""Bytes without which SQLite opens a journal to read only: the disk is full then."""


def said(error: BaseException) -> str:
    """The sentence, "" when it is nothing that a file can have."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(cause, sqlite3.Error) or code is None:
        return ""
    file = getattr(cause, "file", None)
    where = f" ({file})" if file else ""
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_ERROR and "no such table" in str(cause):
        return (  # every other journal has them all
            f"In het journaal{where} ontbreekt een deel dat er bij de eerste keer schrijven in komt, en er "
            "mag of kan nu alleen gelezen worden. Maak ruimte of geef het recht om te schrijven."
        )
    if kind in DAMAGED:
        return damaged(where)
    if kind == sqlite3.SQLITE_FULL or (
        kind in (READ_ONLY, sqlite3.SQLITE_IOERR) and _is_full(file)
    ):
        return (
            f"In het journaal{where} is niet te schrijven: de schijf is vol. Lezen gaat door. Maak "
            "ruimte en probeer het opnieuw."
        )
    if kind == READ_ONLY:
        return (
            f"In het journaal{where} is niet te schrijven: er mag alleen gelezen worden. Geef wie de "
            "monitor draait het recht om te schrijven, en probeer het opnieuw."
        )
    if kind == sqlite3.SQLITE_IOERR:
        return (
            f"Het journaal{where} is niet te lezen of te schrijven: de schijf is vol of geeft fouten. "
            "Maak ruimte en probeer het opnieuw; dekkend check zegt of het journaal nog heel is."
        )
    if kind == sqlite3.SQLITE_CANTOPEN:
        what = "is niet te openen" if file is None or Path(file).exists() else "ontbreekt"
        return (
            f"Het journaal{where} {what}. Kijk of wie de monitor draait bij de map met gegevens mag, "
            "of zet het terug uit een reservekopie (dekkend terugzetten MAP)."
        )
    return ""


def is_unwritable(error: BaseException) -> bool:
    """Whether it could only not be written: a full disk, no rights."""
    code = getattr(getattr(error, "orig", None) or error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in UNWRITABLE


def _is_full(file: Path | None) -> bool:
    try:
        return file is not None and shutil.disk_usage(Path(file).parent).free < LEAST
    except OSError:
        return False


def damaged(where: str) -> str:
    return (
        f"Het journaal{where} is beschadigd. Opnieuw opbouwen helpt hier niet: wat erin staat is "
        "ingetypt en komt niet uit leveringen. Zet het terug uit een reservekopie (dekkend "
        "terugzetten MAP). Is die er niet, begin dan met een leeg: dekkend nieuw-journaal"
    )
