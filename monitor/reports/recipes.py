"""Standard packs: which questions, in which order; a file each in `recepten/`, with a version.

The version stands in the stamp of all that is made by it, so it goes up with every change.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from monitor.errors import MonitorError
from monitor.reports.audiences import Publiek
from monitor.reports.questions import questions


FOLDER = Path(__file__).with_name("recepten")
KINDS = {"titel": str, "versie": int, "voor": str, "onderdelen": list}
"""Every key of a recipe, and what stands there."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A pack; `naam` is the name of its file."""

    naam: str
    titel: str
    versie: int
    voor: Publiek
    """Whom it is for if nobody says otherwise."""
    onderdelen: tuple[str, ...]
    """Keys of questions, in order."""

    def __str__(self) -> str:
        return f"{self.naam}, {self.versie}"


@cache
def recipes() -> dict[str, Recipe]:
    """name → recipe, by name."""
    return {file.stem: read(file) for file in sorted(FOLDER.glob("*.toml"))}


def recipe(naam: str) -> Recipe:
    """MonitorError for a name that is none."""
    found = recipes().get(naam)
    if found is None:
        raise MonitorError(f"Er is geen pakket met die naam. Kies uit: {', '.join(recipes())}.")
    return found


def read(file: Path) -> Recipe:
    """MonitorError names the file and the key that is wrong."""
    try:
        given = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MonitorError(f"{file.name}: dit is geen TOML ({error}).") from None
    _check_keys(file, given)
    for key, kind in KINDS.items():
        if type(given[key]) is not kind or not given[key]:
            raise MonitorError(f"{file.name}: {key} moet {_words(kind)} zijn.")
    if given["versie"] < 1:
        raise MonitorError(f"{file.name}: versie moet 1 of meer zijn.")
    if given["voor"] not in set(Publiek):
        raise MonitorError(f"{file.name}: voor kan alleen zijn: {', '.join(Publiek)}.")
    return Recipe(file.stem, given["titel"], given["versie"], Publiek(given["voor"]),
                  _parts(file, given["onderdelen"]))  # fmt: skip


def _check_keys(file: Path, given: dict[str, Any]) -> None:
    for key in given:
        if key not in KINDS:
            raise MonitorError(
                f"{file.name}: {key} is onbekend. Een recept heeft: {', '.join(KINDS)}."
            )
    for key in KINDS:
        if key not in given:
            raise MonitorError(f"{file.name}: {key} ontbreekt.")


def _parts(file: Path, given: Iterable[object]) -> tuple[str, ...]:
    found: list[str] = []
    for one in given:
        if not isinstance(one, str) or one not in questions():
            raise MonitorError(f"{file.name}: onderdelen: {one} bestaat niet.")
        if one in found:
            raise MonitorError(f"{file.name}: onderdelen: {one} staat er twee keer in.")
        found.append(one)
    return tuple(found)


def _words(kind: type) -> str:
    return {str: "tekst", int: "een geheel getal", list: "een lijst met iets erin"}[kind]
