"""The cells of one sheet of an XLSX: one pass through its XML, in which no more is kept than is asked.

How large it is before anything makes a table of it, which cells are numbers and how they are shown,
and which cells show something that is not there as a value.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.parsers import expat

from monitor.intake.judging import messages, unsafe_messages
from monitor.intake.judging.patience import go_on
from monitor.intake.reading.sheet import dutch_number, refused


LARGEST_TABLE = 30_000_000
"""Rows x columns: a reader makes room for all of them, also when only the last one is filled."""
MOST_ROWS = 1 << 20
"""Of a sheet, as Excel has it."""
MOST_NUMBERS = 4_000_000
MOST_SUSPECTS = 100_000
"""Cells that are remembered one by one, a few hundred bytes each."""
PIECE = 1 << 18
"""Bytes that are parsed at a time."""
_PLACE = re.compile(r"([A-Z]{1,4})([0-9]{1,8})")


class Number(NamedTuple):
    """A number whose text would be read wrong: with decimals, or shown as a percentage."""

    row: int
    column: int
    value: str
    is_percentage: bool

    def text(self) -> str:
        """The number as a Dutch file has it."""
        size = float(self.value) * (100 if self.is_percentage else 1)
        # Fifteen digits, as Excel shows: it writes 0,07 as 7.0000000000000007E-2.
        return dutch_number(format(size, ".15g")) + ("%" if self.is_percentage else "")


class Suspect(NamedTuple):
    """A cell, or cells from one row to another, that would be read as empty but show something."""

    row: int
    last_row: int
    text: str


@dataclass
class Cells:
    """What there is to know of a sheet's cells; rows and columns count from 1."""

    first_column: int = 0
    last_column: int = 0
    last_row: int = 0
    numbers: list[Number] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    """Rows of which a filled cell is struck through: to a person they are gone."""
    hidden: set[int] = field(default_factory=set)
    """Rows with a filled cell that a filter or a person has hidden."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """(first, last) of columns that are hidden, filled or not."""


def column_number(letters: str) -> int:
    """A = 1, Z = 26, AA = 27"""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Look:
    """One pass through the XML of a sheet."""

    def __init__(
        self, file: str, sheet: str, percent_styles: set[str], struck_styles: set[str]
    ) -> None:
        self.found = Cells()
        self._file, self._sheet = file, sheet
        self._percent_styles, self._struck_styles = percent_styles, struck_styles
        self._columns: dict[str, int] = {}
        self._row = self._column = 0
        self._rows = self._cells = 0
        self._is_hidden = False
        self._cell: dict[str, str] | None = None
        self._has_formula = self._has_content = self._is_in_value = False
        self._value: list[str] = []

    def parse(self, part: Any) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._document_type
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        while piece := part.read(PIECE):
            parser.Parse(piece, False)
            go_on(self._file)
        parser.Parse(b"", True)

    def _document_type(self, *about: Any) -> None:
        """No workbook has one; entities that grow are declared in it."""
        raise refused(self._file, unsafe_messages.with_document_type())

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._count(1, 0)
            self._cell, self._value = attributes, []
            self._has_formula = self._has_content = False
            self._to_place(attributes.get("r", ""))
        elif tag in ("v", "is"):
            self._is_in_value = self._has_content = True
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._count(0, 1)
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            self._is_hidden = _is_out_of_sight(attributes, "ht")
        elif tag == "col" and _is_out_of_sight(attributes, "width"):
            columns = int(attributes.get("min", 0)), int(attributes.get("max", 0))
            self.found.hidden_columns.append(columns)
        elif tag == "mergeCell":
            self._merged(attributes.get("ref", ""))

    def _count(self, cells: int, rows: int) -> None:
        """More than a sheet can have, or than memory holds, is no table: empty ones count as well."""
        self._cells += cells
        self._rows += rows
        if self._rows > MOST_ROWS or self._cells > LARGEST_TABLE:
            raise refused(self._file, messages.workbook_too_large())

    def _to_place(self, place: str) -> None:
        """A cell says where it is, or stands next to the one before it."""
        if not place:
            self._column += 1
            return
        found = _PLACE.fullmatch(place.upper())
        if found is None:
            raise ValueError(place)
        letters = found[1]
        if letters not in self._columns:
            self._columns[letters] = column_number(letters)
        self._row, self._column = int(found[2]), self._columns[letters]

    def _text(self, text: str) -> None:
        if self._is_in_value:
            self._value.append(text)

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in ("v", "is"):
            self._is_in_value = False
        elif tag == "c" and self._cell is not None:
            self._judge(self._cell, "".join(self._value).strip())
            self._cell = None

    def _judge(self, cell: dict[str, str], value: str) -> None:
        kind = cell.get("t", "n")
        if value or (self._has_content and kind in ("e", "str", "inlineStr")):
            self._widen()
            if cell.get("s") in self._struck_styles:
                self.found.struck.add(self._row)
            if self._is_hidden:
                self.found.hidden.add(self._row)
        if kind == "e":
            self._suspect(messages.error_in_cell(self._place(), value))
        elif self._has_formula and not value and kind != "str":  # "str": its outcome is empty
            self._suspect(messages.formula_without_value(self._place()))
        elif kind == "n" and value:
            is_percentage = cell.get("s") in self._percent_styles
            if is_percentage or not value.isdigit():
                number = Number(self._row, self._column, value, is_percentage)
                self.found.numbers.append(number)
                if len(self.found.numbers) > MOST_NUMBERS:
                    raise refused(self._file, messages.workbook_too_large())

    def _suspect(self, text: str) -> None:
        self.found.suspects.append(Suspect(self._row, self._row, text))
        if len(self.found.suspects) > MOST_SUSPECTS:
            raise refused(self._file, messages.too_many_suspects(text))

    def _widen(self) -> None:
        found = self.found
        found.first_column = min(found.first_column or self._column, self._column)
        found.last_column = max(found.last_column, self._column)
        found.last_row = max(found.last_row, self._row)
        if found.last_row * found.last_column > LARGEST_TABLE:
            text = messages.sheet_too_large(self._sheet, found.last_row, found.last_column)
            raise refused(self._file, text)

    def _place(self) -> str:
        letters, number = "", self._column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self._row}"

    def _merged(self, reference: str) -> None:
        first, _, last = reference.upper().partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if start and end:
            text = messages.merged_cells(f"{first}:{last}")
            self.found.suspects.append(Suspect(int(start[2]), int(end[2]), text))


def _is_out_of_sight(attributes: dict[str, str], size: str) -> bool:
    """Hidden, or without height or width."""
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")
