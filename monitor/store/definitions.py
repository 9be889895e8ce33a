"""The register of definitions: one SQL file in `queries/definitions/` is one definition.

Its rows say which meldingen meet it, and when: `meldingnummer, vanaf, tot, zeker`. What is counted
under a definition is an indicator (`definitions:` in its header), once for all of them.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from monitor.resources import QUERIES
from monitor.store.query_headers import header_of, wrong_header


class Definition(BaseModel):
    """What somebody calls a thuiszitter: its words, where they come from, since when."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    code: str
    title: str
    short: str
    """Its name on a card or an axis."""
    text: str
    source: str
    unsure: str = ""
    """When an empty field leaves open whether a melding meets it."""
    changed: str = ""
    """Since which version it counts others than before, and why."""
    since: int | None = Field(default=None, alias="from")
    """The first year in which it holds; None = as long as the law of 1969."""
    until: int | None = None
    """The last year in which it held; None = still."""
    weeks: Literal["schoolweken", "kalenderweken"]
    """In which weeks it counts how long something lasts."""
    at_home: bool = False
    """Whether who meets it is at home without a valid reason: then his first day is that of his
    whole stay (`views/afwezigheid.sql`), else that of the melding."""
    national: tuple[str, ...] = ()
    """Columns of `bron.thuiszitters_landelijk` that together count the same."""

    within: tuple[str, ...] = ()
    """Codes of the wider definitions: whoever meets this one meets those."""

    parts: tuple[str, ...] = ()
    """Codes of the definitions that it is made of: whoever meets it meets one of those."""

    @field_validator("national", "within", "parts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @property
    def validity(self) -> str:
        """sinds 2016 | tot en met 2015 |"""
        parts = [f"sinds {self.since}"] if self.since else []
        parts += [f"tot en met {self.until}"] if self.until else []
        return ", ".join(parts)


@cache
def definitions(folder: Path = QUERIES / "definitions") -> dict[str, Definition]:
    """All definitions by code; QueryHeaderError names the file and key that is wrong."""
    found = (_read(file) for file in sorted(folder.glob("*.sql")))
    return {definition.code: definition for definition in found}


def _read(file: Path) -> Definition:
    try:
        return Definition.model_validate(header_of(file))
    except ValidationError as error:
        raise wrong_header(file, error) from None
