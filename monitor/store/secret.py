"""Secrets: from the environment, or from a file that nobody else may read.

A secret never stands in instellingen.toml, which is copied, mailed and shown, nor on the command
line, which other users of the machine can see. Nothing here ever puts one in a message.
"""

import os
import stat
from pathlib import Path

from monitor.errors import MonitorError, reason


LONGEST = 1 << 16
"""Characters; whoever points at a larger file has pointed at something else."""
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def secret(name: str) -> str | None:
    """The value of NAME, else the content of the file that NAME_BESTAND names, else None.

    Line ends at its end are left off. MonitorError when the file is not there, is empty, or can
    be read by others than its owner (POSIX), or when both are given.
    """
    value, file = os.environ.get(name, "").strip(), os.environ.get(f"{name}_BESTAND", "").strip()
    if value and file:
        raise MonitorError(
            f"{name} en {name}_BESTAND zijn allebei gezet; welke geldt is niet te zeggen. "
            "Haal er een weg."
        )
    if file:
        return _content(Path(file), f"{name}_BESTAND")
    return value or None


def needed(name: str, what_for: str) -> str:
    """As `secret`; MonitorError says what it is for when there is none."""
    found = secret(name)
    if found is None:
        raise MonitorError(
            f"{name} ontbreekt: {what_for}. Zet de waarde in de omgeving, of zet in "
            f"{name}_BESTAND het pad van een bestand dat alleen u mag lezen."
        )
    return found


def check_private(path: Path, what: str) -> None:
    """MonitorError when others than its owner may read or change a file of secrets (POSIX).

    `what` says what kind of file it is. A file that is not there is fine.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise MonitorError(f"{what} ({path}) is niet te openen: {reason(error)}.") from None
    _refuse_others(status, path, what)


def _refuse_others(status: os.stat_result, path: Path, what: str) -> None:
    if os.name != "posix":
        return  # Windows says who may read in another way, and gives a file to its maker
    if status.st_mode & OTHERS:
        raise MonitorError(
            f"{what} ({path}) kan door anderen op deze computer gelezen of veranderd worden. "
            f"Geef alleen de eigenaar rechten: chmod 600 {path}"
        )
    if status.st_uid not in (os.geteuid(), 0):
        raise MonitorError(
            f"{what} ({path}) is van een andere gebruiker dan die waaronder de monitor draait. "
            f"Maak hem de eigenaar: chown {os.geteuid()} {path}"
        )


def _content(path: Path, what: str) -> str:
    """The file is looked at after it was opened: what is read is what was judged."""
    try:
        with path.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise MonitorError(f"{what} ({path}) is geen gewoon bestand.")
            _refuse_others(status, path, what)
            content = opened.read(LONGEST + 1)
    except OSError as error:
        raise MonitorError(f"{what} ({path}) is niet te openen: {reason(error)}.") from None
    try:
        text = content.decode("utf-8").strip("\r\n \t\ufeff")
    except UnicodeDecodeError:
        text = ""
    if not text or len(content) > LONGEST:
        raise MonitorError(
            f"{what} ({path}) is leeg, te groot of geen tekst. Zet er alleen de geheime waarde in."
        )
    return text
