"""Mappings (koppelingen): how a case system's own headings and words become ours.

One TOML file per system in the data folder's `koppelingen/`:

    source = "tlv"
    [headings]
    "Nummer beschikking" = "BESCHIKKINGSNUMMER"
    [words.SOORT]
    "Voortgezet speciaal onderwijs" = "vso"
    [constants]
    "SWV" = "VO2507"

`constants` are columns of ours that the file does not have and of which every row has the same value.
What comes with the program stands in `queries/koppelingen/`; one of the folder with the same name goes
before it.
"""

import re
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from monitor.errors import MonitorError
from monitor.resources import QUERIES
from monitor.sources import source_named, sources
from monitor.sources.source import normal
from monitor.store.durable import write_whole
from monitor.values.spelling import Pseudonym


SHIPPED = QUERIES / "koppelingen"
"""Mappings that come with the program."""


class Mapping(BaseModel):
    """One system's headings → ours, and per column of ours its words → ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    source: str
    headings: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    constants: dict[str, str] = {}

    @property
    def everywhere(self) -> str:
        """INGESCHREVEN Ja en GEOORLOOFD Nee; "" without constants."""
        told = [f"{heading} {value}" for heading, value in self.constants.items()]
        return f"{', '.join(told[:-1])} en {told[-1]}" if len(told) > 1 else "".join(told)

    def normal_headings(self) -> set[str]:
        return {normal(heading) for heading in self.headings}

    def fits(self, headings: list[str]) -> bool:
        """Whether a file has every heading that this mapping translates."""
        return bool(self.headings) and self.normal_headings() <= {normal(h) for h in headings}


def all_mappings(folder: Path) -> dict[str, Mapping]:
    """Those that come with the program, and the saved ones; as `read_mappings`."""
    return read_mappings(SHIPPED) | read_mappings(folder)


def read_mappings(folder: Path) -> dict[str, Mapping]:
    """All saved mappings by name; MonitorError names the file that cannot be read."""
    return {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}


def _read(path: Path) -> Mapping:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        mapping = Mapping(name=path.stem, **content)
    except (OSError, ValueError, TypeError) as error:  # of TOML, UTF-8 and pydantic alike
        raise MonitorError(
            f"De koppeling {path.name} is niet te lezen: {str(error).splitlines()[0]}. "
            f"Verbeter of verwijder {path}."
        ) from None
    if mapping.source not in sources():
        raise MonitorError(f"De koppeling {path.name} noemt een onbekende soort: {mapping.source}.")
    _refuse_constants(mapping)
    return mapping


def _refuse_constants(mapping: Mapping) -> None:
    """A constant is a value that its column can have, and tells no rows or pupils apart."""
    source = sources()[mapping.source]
    for heading, value in mapping.constants.items():
        column = next(
            (c for c in source.columns() if normal(heading) in map(normal, c.heading.headings)),
            None,
        )
        if column is None or column.heading.melted:
            raise MonitorError(
                f"De koppeling {mapping.name} geeft overal dezelfde waarde aan {heading}, maar die "
                f"kolom kent '{mapping.source}' niet."
            )
        if column.name in source.key or isinstance(column.spelling, Pseudonym):
            raise MonitorError(
                f"De koppeling {mapping.name} geeft overal dezelfde waarde aan {heading}; die kolom "
                "houdt rijen of leerlingen uit elkaar en kan niet overal hetzelfde zijn."
            )
        try:
            found = column.spelling.read(value)
        except PydanticCustomError:
            found = None
        if found is None:
            raise MonitorError(
                f"De koppeling {mapping.name} zegt overal '{value}' voor {heading}; verwacht "
                f"{column.spelling.expected}."
            )


def save_mapping(folder: Path, mapping: Mapping) -> Path:
    """Write a mapping under its name; MonitorError when the name cannot be a file's name."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,40}", mapping.name):
        raise MonitorError(
            f"'{mapping.name}' kan geen naam van een koppeling zijn. "
            "Gebruik kleine letters, cijfers en streepjes, bijv. kindkans-tlv."
        )
    if mapping.name in sources():
        raise MonitorError(f"'{mapping.name}' is al de naam van een soort bestand.")
    source_named(mapping.source)
    _refuse_constants(mapping)
    lines = [f"source = {_text(mapping.source)}", "", "[headings]"]
    lines += [f"{_text(theirs)} = {_text(ours)}" for theirs, ours in mapping.headings.items()]
    for heading, words in mapping.words.items():
        lines += ["", f"[words.{_text(heading)}]"]
        lines += [f"{_text(theirs)} = {_text(ours)}" for theirs, ours in words.items()]
    if mapping.constants:
        lines += ["", "[constants]"]
        lines += [f"{_text(ours)} = {_text(value)}" for ours, value in mapping.constants.items()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mapping.name}.toml"
    write_whole(path, ("\n".join(lines) + "\n").encode())
    return path


def _text(text: str) -> str:
    """A TOML basic string."""
    out = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in out) + '"'
