"""What the XML of an XLSX says and a reader of its values does not tell.

Which sheets there are, how large each is (before anything makes a table of it), which cells are
numbers and how they are shown, and which cells show something that is not there as a value.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

from monitor.sources import messages, unsafe
from monitor.sources.packed import look_through
from monitor.sources.sheet import dutch_number, refused


LARGEST_TABLE = 30_000_000
"""Rows x columns: a reader makes room for all of them, also when only the last one is filled."""
LARGEST_PART = 1 << 25
MOST_TAGS = 2_000_000
"""Bytes and tags of the parts that are read as a whole: the list of sheets and the styles."""
_PLACE = re.compile(r"([A-Z]{1,4})([0-9]{1,8})")
_PERCENT_FORMATS = {"9", "10"}
"""Built-in formats: 0% and 0,00%."""


class Leaf(NamedTuple):
    """A visible sheet: its name and the part of the archive it is in."""

    name: str
    part: str


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


class Workbook:
    """An XLSX, opened to be looked at; every fault in it is raised as DeliveryRefused."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._file = file
        self.remarks = look_through(archive, file)
        """What the sender should know of it."""
        self.hidden_leaves: list[str] = []
        """The names of sheets that nobody sees; known after `leaves`."""
        # A reader of values finds a part whatever its case, so this must too.
        self._parts = {part.lower(): part for part in archive.namelist()}
        self._percent_styles: set[str] | None = None
        self._struck_styles: set[str] = set()

    def leaves(self) -> list[Leaf]:
        """The sheets with cells that a person sees, in order."""
        links = {
            link.get("Id"): link.get("Target", "")
            for link in self._tree("xl/_rels/workbook.xml.rels").iter()
        }
        leaves = []
        for tag in self._tree("xl/workbook.xml").iter():
            if _local(tag.tag) != "sheet":
                continue
            if tag.get("state", "visible") != "visible":
                self.hidden_leaves.append(tag.get("name", ""))
                continue
            key = next((v for name, v in tag.items() if _local(name) == "id"), None)
            part = posixpath.normpath(posixpath.join("/xl", links.get(key, ""))).lstrip("/")
            if not part.lower().startswith("xl/chartsheets/"):
                leaves.append(Leaf(tag.get("name", ""), part))
        return leaves

    def cells(self, leaf: Leaf) -> Cells:
        """Look through a sheet, whatever its size, without keeping more than what is asked."""
        if self._percent_styles is None:
            self._percent_styles = self._find_percent_styles()
            self._struck_styles = self._find_struck_styles()
        look = _Look(self._file, leaf.name, self._percent_styles, self._struck_styles)
        try:
            with self._archive.open(self._part(leaf.part)) as part:
                look.parse(part)
        except (expat.ExpatError, zipfile.BadZipFile, ValueError, EOFError):
            raise refused(self._file, messages.unreadable_xlsx()) from None
        return look.found

    def _find_percent_styles(self) -> set[str]:
        """The numbers of the cell styles that show a number times a hundred."""
        if "xl/styles.xml" not in self._parts:
            return set()
        formats = set(_PERCENT_FORMATS)
        styles: list[str] = []
        for tag in self._tree("xl/styles.xml"):
            if _local(tag.tag) == "numFmts":
                formats |= {
                    number.get("numFmtId", "")
                    for number in tag
                    if "%" in re.sub(r'"[^"]*"|\\.', "", number.get("formatCode", ""))
                }
        for tag in self._tree("xl/styles.xml"):
            if _local(tag.tag) == "cellXfs":
                styles = [style.get("numFmtId", "") for style in tag]
        return {str(number) for number, format_ in enumerate(styles) if format_ in formats}

    def _find_struck_styles(self) -> set[str]:
        """The numbers of the cell styles that strike through what they show."""
        fonts: list[bool] = []
        styles: list[str] = []
        if "xl/styles.xml" in self._parts:
            for tag in self._tree("xl/styles.xml"):
                if _local(tag.tag) == "fonts":
                    fonts = [_is_struck(font) for font in tag]
                elif _local(tag.tag) == "cellXfs":
                    styles = [style.get("fontId", "") for style in tag]
        struck = {str(number) for number, is_struck in enumerate(fonts) if is_struck}
        return {str(number) for number, font in enumerate(styles) if font in struck}

    def _tree(self, part: str) -> ET.Element:
        """A small part, parsed."""
        found = self._part(part)
        if self._archive.getinfo(found).file_size > LARGEST_PART:
            raise refused(self._file, messages.workbook_too_large())
        try:
            content = self._archive.read(found)
            if content.count(b"<") > MOST_TAGS:
                raise refused(self._file, messages.workbook_too_large())
            return ET.fromstring(content)
        except (ET.ParseError, zipfile.BadZipFile, EOFError):
            raise refused(self._file, messages.unreadable_xlsx()) from None

    def _part(self, part: str) -> str:
        if part.lower() not in self._parts:
            raise refused(self._file, messages.unreadable_xlsx())
        return self._parts[part.lower()]


def open_workbook(content: bytes, file: str) -> Workbook | None:
    """An XLSX opened; None for the older kind of workbook, which is no archive."""
    if not content.startswith(b"PK"):
        return None
    try:
        return Workbook(zipfile.ZipFile(io.BytesIO(content)), file)
    except zipfile.BadZipFile:
        raise refused(file, messages.unreadable_xlsx()) from None


def _local(name: str) -> str:
    """A name without its namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2]


def _is_struck(font: ET.Element) -> bool:
    return any(_local(t.tag) == "strike" and t.get("val", "1") not in ("0", "false") for t in font)


def _is_out_of_sight(attributes: dict[str, str], size: str) -> bool:
    """Hidden, or without height or width."""
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


def column_number(letters: str) -> int:
    """A = 1, Z = 26, AA = 27"""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Look:
    """One pass through the XML of a sheet."""

    def __init__(
        self, file: str, sheet: str, percent_styles: set[str], struck_styles: set[str]
    ) -> None:
        self.found = Cells()
        self._file, self._sheet = file, sheet
        self._percent_styles, self._struck_styles = percent_styles, struck_styles
        self._columns: dict[str, int] = {}
        self._row = self._column = 0
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
        parser.ParseFile(part)

    def _document_type(self, *about: Any) -> None:
        """No workbook has one; entities that grow are declared in it."""
        raise refused(self._file, unsafe.with_document_type())

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._cell, self._value = attributes, []
            self._has_formula = self._has_content = False
            self._to_place(attributes.get("r", ""))
        elif tag in ("v", "is"):
            self._is_in_value = self._has_content = True
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            self._is_hidden = _is_out_of_sight(attributes, "ht")
        elif tag == "col" and _is_out_of_sight(attributes, "width"):
            columns = int(attributes.get("min", 0)), int(attributes.get("max", 0))
            self.found.hidden_columns.append(columns)
        elif tag == "mergeCell":
            self._merged(attributes.get("ref", ""))

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

    def _suspect(self, text: str) -> None:
        self.found.suspects.append(Suspect(self._row, self._row, text))

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
