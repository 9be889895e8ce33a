"""A delivered file as a table of text, whatever kind of file it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pyarrow as pa

from monitor.errors import DeliveryRefused, Problem
from monitor.intake.judging import messages, unsafe_messages
from monitor.sources.source import normal


MOST_COLUMNS = 500
LONGEST_HEADING = 300
"""Characters; the longest heading of a file that we know has 83."""


@dataclass
class Sheet:
    """A file as text: table `table` in the workbench has `rij` and `c0`, `c1`, … (varchar)."""

    file: str
    headings: list[str]
    table: str
    lines: Callable[[Iterable[int]], dict[int, int]]
    """From row numbers to the line numbers that the file's own program shows."""
    words: dict[int, dict[str, str]] = field(default_factory=dict)
    """Per column the words that a mapping translates."""
    constants: dict[int, str] = field(default_factory=dict)
    """Per column that the file does not have what a mapping says is in every row."""
    own_headings: list[str] = field(default_factory=list)
    """The headings as delivered, where a mapping has translated them."""
    hint: str = ""
    """What may be the matter when its headings are not recognised."""
    remarks: list[str] = field(default_factory=list)
    """What the sender should know of how it was read."""
    year: int = 0
    """The year that all its rows say they are of, where that is no column of its kind."""

    def heading(self, place: int) -> str:
        """A heading as the sender knows it."""
        return (self.own_headings or self.headings)[place]


def refused(file: str, text: str, line: int = 0, column: str = "") -> DeliveryRefused:
    """The refusal of a file for one reason."""
    return DeliveryRefused([Problem(file, line, column, text)])


def refuse_headings(file: str, headings: Sequence[str]) -> None:
    """Before anything else is done with them: no kind of file has so many, or such long ones."""
    if len(headings) > MOST_COLUMNS:
        raise refused(file, messages.too_many_columns(len(headings), MOST_COLUMNS))
    longest = max(map(len, headings), default=0)
    if longest > LONGEST_HEADING:
        raise refused(file, unsafe_messages.heading_too_long(longest, LONGEST_HEADING))


def sheet_of(
    connection: Any,
    file: str,
    headings: list[str],
    columns: list[pa.Array],
    table: str,
    line: Callable[[int], int],
) -> Sheet:
    """A sheet of columns of text; `line` says on which line a row (from 1) stands."""
    refuse_headings(file, headings)
    body = pa.table(columns, names=[f"c{i}" for i in range(len(columns))])
    connection.register(f"{table}_arrow", body)
    connection.execute(
        f"create temp table {table} as select row_number() over () as rij, * from {table}_arrow"
    )
    connection.unregister(f"{table}_arrow")
    return Sheet(file, headings, table, lambda rows: {row: line(row) for row in rows})


def dutch_number(number: str) -> str:
    """A number with a point, or with a power of ten, as a Dutch file has it.

    Three decimals get a fourth: 412,125 with three could be an American 412125.
    """
    whole, _, decimals = f"{Decimal(number):f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == 3:
        decimals += "0"
    return whole + ("," + decimals if decimals else "")


def known_among(cells: Iterable[str], known: set[str]) -> int:
    """How many of a row's cells are headings that some kind of file knows.

    One is chance: 'toegekend' is a heading of one file and a word in the rows of another.
    """
    found = len({normal(cell) for cell in cells} & known)
    return found if found > 1 else 0
