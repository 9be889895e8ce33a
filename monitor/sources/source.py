"""What every kind of file has in common: its columns, what it replaces and when it is about."""

import re
import typing
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from monitor.sources.keeping import Retention
from monitor.values.spelling import PADDING, Pseudonym, Spelling, sql_bare


class Row(BaseModel):
    """One row of a file: the contract between who sends and who reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    one_of: ClassVar[tuple[str, ...]] = ()
    """Columns of which a row has at least one, such as where an offer is."""

    @field_validator("*", mode="before")
    @classmethod
    def _leave_out_what_says_nothing(cls, value: Any, info: ValidationInfo) -> Any:
        heading = _heading(cls.model_fields[str(info.field_name)])
        return "" if isinstance(value, str) and value.strip(PADDING) in heading.unknown else value

    @field_validator("*", mode="after")
    @classmethod
    def _is_filled(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and not _heading(cls.model_fields[str(info.field_name)]).empty:
            raise PydanticCustomError("empty", "is leeg")
        return value

    @model_validator(mode="after")
    def _has_one_of(self) -> typing.Self:
        if self.one_of and all(getattr(self, name) is None for name in self.one_of):
            raise PydanticCustomError("one_of", "een van deze is nodig")
        return self


@dataclass(frozen=True)
class Heading:
    """Under which headings a column is delivered, and what an empty one means."""

    headings: tuple[str, ...]
    """Every heading that the column has ever had; spelling matters as little as in `normal`."""
    brin: tuple[str, ...] = ()
    """Headings of the BRIN that goes before a vestigingsnummer of one or two characters."""
    absent: bool = False
    """Whether a file without this column is still this kind of file."""
    empty: bool = False
    """Whether a cell may be empty (= unknown)."""
    unknown: tuple[str, ...] = ()
    """Words that mean that the cell says nothing, such as DUO's `ONBEKEND`."""
    melted: str = ""
    """For files with one column per year: `key` = from the heading, `value` = from the cell."""
    description: str = ""
    usual: tuple[float, float] | None = None
    """Between which numbers, both included, what is ordinary lies, nought aside: beyond it is asked
    whether the unit is right. What cannot be at all is refused by the spelling."""


def column(
    *headings: str,
    brin: tuple[str, ...] = (),
    empty: bool = False,
    unknown: tuple[str, ...] = (),
    melted: str = "",
    description: str = "",
    usual: tuple[float, float] | None = None,
) -> Any:
    """A column that the file must have."""
    heading = Heading(headings, brin, False, empty, unknown, melted, description, usual)
    return FieldInfo(default=PydanticUndefined, json_schema_extra={"heading": heading})  # type: ignore[dict-item]


def optional(
    *headings: str,
    brin: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    description: str = "",
    usual: tuple[float, float] | None = None,
) -> Any:
    """A column that the file may have; its cells may be empty."""
    heading = Heading(headings, brin, True, True, unknown, "", description, usual)
    return FieldInfo(default=None, json_schema_extra={"heading": heading})  # type: ignore[dict-item]


LONGEST_KNOWN = 300
"""Characters of a heading that are looked at; no kind of file has longer ones."""
BRIN = ("BRIN NUMMER", "BRINNUMMER", "INSTELLINGSCODE", "INSTELLINGSNUMMER")


def normal(heading: str) -> str:
    """A heading without what does not matter: case, accents, spaces, `_` and `-`."""
    # To normalise costs the square of how many accents stand on one letter.
    plain = unicodedata.normalize("NFKD", heading[:LONGEST_KNOWN].replace("\ufeff", ""))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\s_\-–]+", "", plain).casefold()


@dataclass(frozen=True)
class Column:
    """One column of a kind of file, as its row model describes it."""

    name: str
    heading: Heading
    spelling: Spelling

    @property
    def is_required(self) -> bool:
        return not self.heading.absent

    @property
    def shown(self) -> str:
        """Its heading as the contract has it; what is melted from more columns has none."""
        return self.heading.headings[0] if self.heading.headings else "AANTAL"

    @cached_property
    def normal_headings(self) -> tuple[str, ...]:
        """Every heading that it has ever had, as `normal`."""
        return tuple(normal(heading) for heading in self.heading.headings)

    @property
    def stored(self) -> list[tuple[str, str]]:
        """(name, SQL type) of its columns in the store."""
        return [(self.name + suffix, type_) for suffix, type_ in self.spelling.columns]


@dataclass(frozen=True)
class Moment:
    """The date that a file is about, when only its name says so.

    `column` is what the store calls it. A year in the file's name becomes `month`-`day` of that
    year; without one `fallback` decides: "vraag" refuses and asks, "onbekend" takes the file without
    a date, and then every one with a date goes before it.
    """

    column: str
    month: int = 10
    day: int = 1
    fallback: str = "vraag"
    is_announced: bool = False
    """Whether it may be about next year: a division of gemeenten is published before it begins."""


NAMED_ON, NO_LONGER_NAMED = "genoemd_op", "niet_genoemd_in"


@dataclass(frozen=True)
class Running:
    """What runs on in a register: a melding without an end, an aanvraag without a decision.

    A list that names everything (`is_whole`) and a row no more says that it has ended, on a day
    that nobody knows.
    """

    what: tuple[str, str]
    """One and more of them, in Dutch."""
    where: str
    """SQL over the kind's own columns: the row runs on."""
    begins: str
    """The column of the day from which it could be named: a list of before that day says nothing."""
    is_whole: bool = False
    """Whether a file names all of them, when its sender does not say."""


@dataclass(frozen=True)
class Source:
    """A kind of file."""

    title: str
    publisher: str
    """DUO, CBS, OCW or SWV: where it comes from."""
    row: type[Row]
    replaces: tuple[str, ...]
    """A new delivery replaces all rows that agree with one of its rows in these columns;
    () = it replaces nothing, every list stays (address lists), ("*",) = it replaces all."""
    keeps_replaced: bool = False
    """Whether what is replaced stays in a table of its own (`vervangen_` and its name), for who asks
    how it was."""
    key: tuple[str, ...] = ()
    """Columns that together occur once in a file."""
    doubles: str = "fout"
    """What a second row with the same key is: "fout", or "eerste" = left out with a remark.
    Of a kind without a key: "gelijk" = a row that is wholly the same as another is a fault."""
    divides: str = ""
    """The column of the key that may be empty when it divides nothing: an empty one beside
    filled ones adds those up."""
    moment: Moment | None = None
    of_indicator: tuple[str, ...] = ()
    """Columns with values of the indicator that the row's `indicator` names: in its unit, and
    ordinary within its `usual`."""
    without: tuple[str, ...] = ()
    """Headings that say that a file is *not* of this kind."""
    pupils: bool = False
    """Whether its rows are about single pupils (under a pseudonym)."""
    running: Running | None = None
    """Of a register: which rows run on until a delivery says otherwise."""
    retention: Retention | None = None
    """Of what is about pupils: on what ground they may be kept, and how long."""
    skip_values: tuple[str, ...] = ()
    """Melted cells that say that there was nothing in that year."""
    every: str = ""
    """How often to expect it, in words for the page that shows freshness."""
    where: str = ""
    """Where to find it, in words for who must deliver it."""
    name: str = field(default="", init=False)
    """Its module's name; set when the folder is read."""

    def columns(self) -> list[Column]:
        return [*_columns(self.row)]

    def pseudonyms(self) -> list[str]:
        """The columns that say which pupil it is."""
        return [c.name for c in self.columns() if isinstance(c.spelling, Pseudonym)]

    def compared(self, names: Iterable[str], table: str = "") -> list[str]:
        """SQL for columns as they are compared: numbers without the noughts in front."""
        dot = f"{table}." if table else ""
        numbers = {c.name for c in self.columns() if c.spelling.is_number}
        return [sql_bare(dot + name) if name in numbers else dot + name for name in names]

    def stored_columns(self) -> list[tuple[str, str]]:
        """(name, SQL type) of the table in the store, `levering` (the file's number) first. Of a
        register also `NAMED_ON`, a day on which the row was named for sure, and `NO_LONGER_NAMED`,
        the number of the first whole list after that in which it was not."""
        extra = [(NAMED_ON, "date"), (NO_LONGER_NAMED, "integer")] if self.running else []
        return [("levering", "integer"), *self.file_columns(), *extra]

    def file_columns(self) -> list[tuple[str, str]]:
        """(name, SQL type) of what a file itself says."""
        columns = []
        if self.moment is not None:
            columns.append((self.moment.column, "date"))
        return [*columns, *_stored(self.row)]


@cache
def _columns(row: type[Row]) -> tuple[Column, ...]:
    """Read once: every file that is judged asks for those of every kind."""
    return tuple(
        Column(name, _heading(info), _spelling(name, info))
        for name, info in row.model_fields.items()
    )


@cache
def _stored(row: type[Row]) -> tuple[tuple[str, str], ...]:
    """(name, SQL type) of its columns in the store: whoever opens a bron asks for those of every kind."""
    return tuple(pair for column_ in _columns(row) for pair in column_.stored)


def _heading(info: FieldInfo) -> Heading:
    extra = info.json_schema_extra
    assert isinstance(extra, dict), "use column() or optional()"
    return typing.cast(Heading, extra["heading"])


def _spelling(name: str, info: FieldInfo) -> Spelling:
    options = [info, *typing.get_args(info.annotation)]
    for option in options:
        metadata = option.metadata if option is info else getattr(option, "__metadata__", ())
        for item in metadata:
            if isinstance(item, Spelling):
                return item
    raise TypeError(f"{name}: no spelling in {info.annotation}")
