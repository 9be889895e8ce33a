"""What a workbook says of itself to a program: the sections as published and the stamp, on a sheet that
nobody opens; and both read back, with what stands in its tables now."""

import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from monitor.errors import MonitorError
from monitor.reports import embedded, report
from monitor.reports.report import Report
from monitor.reports.section_sheet import Placed


SHEET = embedded.NAME
_CHUNK = 30_000
"""Characters in a cell, of which it holds 32,767."""
_LARGEST = 1 << 28
"""Bytes of a workbook when unpacked; ours is a few million."""

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as it stands in the file now."""

    key: str
    sheet: str
    is_there: bool
    """Whether it still has its sheet."""
    words: tuple[str, ...]
    """Above its table, or all of a sheet without one, top down."""
    rows: tuple[tuple[Cell, ...], ...]
    """Of its table, under `titles`."""
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A workbook of ours: what it was made of, and what it shows."""

    title: str
    subtitle: str
    order: dict[str, str]
    """`Report.order`"""
    stamp: dict[str, Any]
    """`Stamp.as_values`"""
    kenmerk: str
    sections: tuple[dict[str, Any], ...]
    """`published.of_section` of each."""
    shown: tuple[Shown, ...]
    """Beside each of `sections`."""


def write(workbook: Any, one: Report, placed: list[Placed]) -> None:
    """It holds no more than the other sheets show."""
    sheets = [
        {"sheet": where.sheet, "top": where.top, "rows": where.rows, "titles": list(where.titles)}
        for where in placed
    ]
    where_ = json.dumps({"title": one.title, "subtitle": one.subtitle, "sheets": sheets},
                        sort_keys=True, separators=(",", ":"))  # fmt: skip
    sheet = workbook.add_worksheet(SHEET)
    # What was published, as in every other form; beside it where it stands in this one.
    for column, words in enumerate((report.published_of(one), where_)):
        packed = embedded.packed(words)
        for row, at in enumerate(range(0, len(packed), _CHUNK)):
            sheet.write_string(row, column, packed[at : at + _CHUNK])
    sheet.very_hidden()


def read_back(content: bytes) -> ReadBack:
    """Also of a file that another program saved again. MonitorError for what is none of our workbooks."""
    try:
        book = _Book(content)
        cells = book.cells(SHEET)
        if cells is None:
            raise _not_ours()
        whole, where_ = (json.loads(_unpacked(cells, column)) for column in (0, 1))
        if whole["soort"] != report.KIND:
            raise _not_ours()
        shown = tuple(
            _shown(book, section["key"], where)
            for section, where in zip(whole["sections"], where_["sheets"], strict=True)
        )
        return ReadBack(where_["title"], where_["subtitle"], whole["order"], whole["stamp"],
                        whole["kenmerk"], tuple(whole["sections"]), shown)  # fmt: skip
    except (zipfile.BadZipFile, ET.ParseError, ValueError, KeyError, TypeError, EOFError,
            NotImplementedError, RuntimeError, OSError, zlib.error):  # fmt: skip
        raise _not_ours() from None


def published_in(content: bytes) -> str:
    """`report.published_of`, as it lies in a workbook. ValueError for one of somebody else."""
    try:
        cells = _Book(content).cells(SHEET)
    except (MonitorError, ET.ParseError, KeyError, TypeError, EOFError, AttributeError) as error:
        raise ValueError("no workbook of ours") from error
    if not cells:
        raise ValueError("no workbook of ours")
    return _unpacked(cells, 0)


def _unpacked(cells: dict[tuple[int, int], Cell], column: int) -> str:
    return embedded.unpacked("".join(
        str(cells[row, at]) for row, at in sorted(cells) if at == column
    ))  # fmt: skip


def every_sheet(content: bytes) -> dict[str, dict[tuple[int, int], Cell]]:
    """Sheet → (row, column) from 0 → what is in it, but of the one that nobody opens. MonitorError as
    `read_back`."""
    try:
        book = _Book(content)
        return {name: book.cells(name) or {} for name in book.names if name != SHEET}
    except (zipfile.BadZipFile, ET.ParseError, ValueError, KeyError, TypeError, EOFError,
            NotImplementedError, RuntimeError, OSError, zlib.error, AttributeError):  # fmt: skip
        raise _not_ours() from None


def letters(column: int) -> str:
    """0 → A, 26 → AA"""
    first, last = divmod(column, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def _not_ours() -> MonitorError:
    return MonitorError(
        "Dit is geen werkmap die de monitor maakte, of het blad waaraan hij te herkennen is, is weg."
    )


def _shown(book: "_Book", key: str, where: dict[str, Any]) -> Shown:
    titles = tuple(map(str, where["titles"]))
    cells = book.cells(where["sheet"])
    if cells is None:
        return Shown(key, where["sheet"], is_there=False, words=(), rows=(), titles=titles)
    # Rows may have been put in above it: its heads say where a table is.
    last = max((row for row, _ in cells), default=-1)
    heads = where["top"]
    for row in range(last + 1):
        if titles and tuple(cells.get((row, at)) for at in range(len(titles))) == titles:
            heads = row
    words = tuple(
        str(cells[row, 0]) for row in range(last + 1)
        if (row, 0) in cells and (row < heads or not titles)
    )  # fmt: skip
    rows = tuple(
        tuple(cells.get((row, at)) for at in range(len(titles)))
        for row in range(heads + 1, heads + 1 + int(where["rows"]))
    )
    return Shown(key, where["sheet"], is_there=True, words=words, rows=rows, titles=titles)


class _Book:
    """The cells of an XLSX by sheet, whatever program wrote it."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        if sum(part.file_size for part in self._archive.infolist()) > _LARGEST:
            raise _not_ours()
        links = {
            link.get("Id"): link.get("Target", "")
            for link in self._tree("xl/_rels/workbook.xml.rels")
        }
        self._parts: dict[str, str] = {}
        for tag in self._tree("xl/workbook.xml").iter():
            if _local(tag.tag) == "sheet":
                key = next((v for name, v in tag.items() if _local(name) == "id"), None)
                target = links.get(key, "")
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                self._parts[tag.get("name", "")] = part
        self._texts: list[str] = []
        if "xl/sharedStrings.xml" in self._archive.namelist():
            self._texts = [_text(one) for one in self._tree("xl/sharedStrings.xml")]

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def cells(self, sheet: str) -> dict[tuple[int, int], Cell] | None:
        """(row, column) from 0 → what is in it, without the empty ones; None for a sheet that is not
        there."""
        if sheet not in self._parts:
            return None
        found: dict[tuple[int, int], Cell] = {}
        for tag in self._tree(self._parts[sheet]).iter():
            if _local(tag.tag) != "c":
                continue
            value = self._value(tag)
            if value not in (None, ""):  # LibreOffice leaves an empty text out
                found[_place(tag.get("r", ""))] = value
        return found

    def _value(self, cell: ET.Element) -> Cell:
        inside = {_local(child.tag): child for child in cell}
        if cell.get("t") == "inlineStr":
            return _text(inside["is"]) if "is" in inside else None
        text = inside["v"].text if "v" in inside else None
        if text is None:
            return None
        match cell.get("t", "n"):
            case "s":
                return self._texts[int(text)]
            case "n":
                return float(text)
            case _:
                return _unescaped(text)

    def _tree(self, part: str) -> ET.Element:
        return ET.fromstring(self._archive.read(part))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _text(one: ET.Element) -> str:
    """Of runs of letters too, without how they are pronounced."""
    parts: list[str] = []
    for child in one:
        name = _local(child.tag)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts += [part.text or "" for part in child if _local(part.tag) == "t"]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """_x0009_ is a tab."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _place(name: str) -> tuple[int, int]:
    """B3 → (2, 1)"""
    letters, digits = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", name).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return int(digits) - 1, column - 1
