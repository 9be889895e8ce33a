"""The vragenlijsten that come with the program."""

from functools import cache
from pathlib import Path

from monitor.errors import MonitorError
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import read_file


FOLDER = Path(__file__).parents[1] / "standaard"


@cache
def standard() -> dict[str, Vragenlijst]:
    """Every vragenlijst in `rounds/standaard/`, by its code."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        lijst, faults = read_file(path)
        if lijst is None:
            raise MonitorError("\n".join(map(str, faults)))
        found[lijst.code] = lijst
    return found
