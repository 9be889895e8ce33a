"""Which vragenlijsten a ronde can be made of: the last one's, the standard ones, and the own files."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.intake.reading.text_sheets import text_sheets
from monitor.rounds.following import Verloop
from monitor.rounds.rondes import Ronde
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import read_file
from monitor.rounds.vragenlijst.standard import standard
from monitor.rounds.vragenlijst.xlsform_in import from_sheets
from monitor.store.journal import Journal


FOLDER = "vragenlijsten"
MOST = 40
"""Files that are looked at."""


class Offered(NamedTuple):
    """One that can be chosen; without `lijst` it has faults."""

    key: str
    titel: str
    lijst: Vragenlijst | None
    faults: tuple[str, ...] = ()


def offered(
    book: Journal, folder: Path | None, there: Sequence[Ronde], last: Verloop | None
) -> list[Offered]:
    """The one of the last ronde (as it was then), the standard ones, the files of the data folder."""
    found: list[Offered] = []
    if there and last is not None:
        schools = [lijst for lijst in last.lijsten.values() if lijst.voor == "vestiging"]
        found += [
            Offered(f"vorige-{one.code}", f"Zoals {there[0].titel}: dezelfde vragen", one)
            for one in schools[-1:]
        ]
    found += [
        Offered(f"standaard-{code}", f"{lijst.titel} (hoort bij de monitor)", lijst)
        for code, lijst in standard().items()
        if lijst.voor == "vestiging"
    ]
    own = folder / FOLDER if folder is not None else None
    if own is not None and own.is_dir():
        files = sorted(path for path in own.iterdir() if path.suffix in (".toml", ".xlsx"))
        found += [_own(path) for path in files[:MOST]]
    return found


def _own(path: Path) -> Offered:
    key = f"eigen-{path.name}"
    try:
        read = (
            read_file(path) if path.suffix == ".toml" else from_sheets(text_sheets(path), path.name)
        )
    except MonitorError as error:
        return Offered(key, path.name, None, (str(error),))
    if read.vragenlijst is None:
        return Offered(key, path.name, None, tuple(map(str, read.faults)))
    return Offered(key, f"{read.vragenlijst.titel} ({path.name})", read.vragenlijst)
