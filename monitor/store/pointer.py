"""`actueel`: the small file that says which version is published. To replace it is to publish.

It is there, with 0 in it, before anything else is written in a folder, so that a folder without it
in which something lies is a folder that lost it (half a backup, say), and never a new one.
"""

import re
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from monitor.errors import MonitorError
from monitor.store.durable import write_whole


NAME = "actueel"
REPLACING = "vervangt-"
"""How the folder begins in which is what a copy replaces, as long as that goes on."""
_NUMBER = re.compile(r"[0-9]{1,9}")


def read(folder: Path) -> int:
    """The number of the published version, 0 when nothing was ever published.

    MonitorError when it is missing from a folder in which something was delivered, is damaged, or
    names another version than the last.
    """
    path = folder / NAME
    _refuse_half_put_back(folder)
    text = "0"
    with suppress(FileNotFoundError, NotADirectoryError):
        text = _text(path)
        if not _NUMBER.fullmatch(text):
            numbers = numbered(folder)
            raise MonitorError(
                f"{path} is beschadigd: er staat geen versienummer in. Zet er "
                + (
                    f"{numbers[-1]} in: het nummer van de laatste versie."
                    if numbers
                    else "een 0 in."
                )
            )
        if int(text):
            _refuse_passed(path, text)
            return int(text)
    _refuse_lost(path)
    return 0


def _text(path: Path) -> str:
    return path.read_text(encoding="ascii", errors="replace").strip()


def begin(folder: Path) -> None:
    """Put 0 in it, in a folder that has none. MonitorError as `read`."""
    if not read(folder) and not (folder / NAME).exists():
        write_whole(folder / NAME, b"0")


def write(folder: Path, version: int) -> None:
    write_whole(folder / NAME, str(version).encode())


def numbered(folder: Path) -> list[int]:
    """The numbers of the registers on disk (`versie-<n>.json`), in order."""
    names = (path.stem.partition("-")[2] for path in folder.glob("versie-*.json"))
    return sorted(int(name) for name in names if name.isascii() and name.isdigit())


def is_untouched(folder: Path) -> bool:
    """Whether nothing of a delivery lies in it."""
    return not numbered(folder) and not any(folder.glob("bron-*")) and not _kept(folder)


def _kept(folder: Path) -> bool:
    return any((folder / "leveringen").glob("*"))


def refuse_beyond(folder: Path, current: int, last: int) -> NoReturn:
    """MonitorError: there is a later version than what is named."""
    raise MonitorError(
        f"{folder / NAME} noemt versie {current}, en versie {last} is er ook, of een deel ervan. Staat "
        "hier een halve reservekopie, zet dan alles terug wat erin zit. Zet anders "
        f"{last} in {NAME} en draai: dekkend rebuild"
    )


def _refuse_half_put_back(folder: Path) -> None:
    """What was there lies elsewhere, and of the copy nothing or a part has come."""
    if aside := sorted(folder.glob(f"{REPLACING}*")):
        raise MonitorError(
            f"In {folder} is het terugzetten van een reservekopie niet afgemaakt. Stop de monitor en zet "
            f"haar opnieuw terug: dekkend terugzetten MAP (met --vervang 0). Wat er stond, staat in "
            f"{aside[0]}."
        )


def _refuse_passed(path: Path, text: str) -> None:
    """A crash leaves one version beyond at most, and so does who publishes at this moment."""
    current = int(text)
    last = max(numbered(path.parent), default=current)
    if last > current + 1 and _text(path) == text:
        refuse_beyond(path.parent, current, last)


def _refuse_lost(path: Path) -> None:
    """A crash in the very first publication leaves 0 in it, and at most version 1 beside it."""
    folder = path.parent
    is_there, numbers = path.exists(), numbered(folder)
    if numbers and (not is_there or numbers[-1] > 1):
        what = "zegt dat er niets is, en dat klopt niet" if is_there else "ontbreekt"
        raise MonitorError(
            f"{path} {what}. Maak een tekstbestand met die naam en zet "
            f"er {numbers[-1]} in: het nummer van de laatste versie."
        )
    if not is_there and not is_untouched(folder):
        # Looked at again: a first delivery may just have begun.
        if path.exists():
            return
        raise MonitorError(
            f"{path} ontbreekt, en de lijst van leveringen (versie-n.json) ook, terwijl er wel "
            f"gegevens in de map staan. Zet alles terug uit een reservekopie. Is hier nog nooit een "
            f"levering gelukt, maak dan een tekstbestand {NAME} met een 0 erin."
        )
