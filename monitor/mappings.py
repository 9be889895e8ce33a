"""Mappings (koppelingen): how a case system's own headings and words become ours.

One TOML file per system in the data folder's `koppelingen/`:

    source = "tlv"
    [headings]
    "Nummer beschikking" = "BESCHIKKINGSNUMMER"
    [words.SOORT]
    "Voortgezet speciaal onderwijs" = "vso"
"""

import re
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from monitor.durable import write_whole
from monitor.errors import MonitorError
from monitor.sources import source_named, sources
from monitor.sources.sheet import Sheet
from monitor.sources.source import normal


class Mapping(BaseModel):
    """One system's headings → ours, and per column of ours its words → ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    source: str
    headings: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}

    def normal_headings(self) -> set[str]:
        return {normal(heading) for heading in self.headings}

    def fits(self, headings: list[str]) -> bool:
        """Whether a file has every heading that this mapping translates."""
        return bool(self.headings) and self.normal_headings() <= {normal(h) for h in headings}


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
    return mapping


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
    lines = [f"source = {_text(mapping.source)}", "", "[headings]"]
    lines += [f"{_text(theirs)} = {_text(ours)}" for theirs, ours in mapping.headings.items()]
    for heading, words in mapping.words.items():
        lines += ["", f"[words.{_text(heading)}]"]
        lines += [f"{_text(theirs)} = {_text(ours)}" for theirs, ours in words.items()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mapping.name}.toml"
    write_whole(path, ("\n".join(lines) + "\n").encode())
    return path


def apply_mapping(sheet: Sheet, mapping: Mapping) -> None:
    """Give a sheet our headings, and note which words of a column are to be translated."""
    sheet.own_headings = sheet.headings
    ours = {normal(theirs): heading for theirs, heading in mapping.headings.items()}
    sheet.headings = [ours.get(normal(heading), heading) for heading in sheet.headings]
    words = {normal(heading): table for heading, table in mapping.words.items()}
    for place, heading in enumerate(sheet.headings):
        if normal(heading) in words:
            sheet.words[place] = words[normal(heading)]


def _text(text: str) -> str:
    """A TOML basic string."""
    out = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in out) + '"'
