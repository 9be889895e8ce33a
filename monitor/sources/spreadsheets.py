"""XLSX as a table of text: its first visible sheet, whose every cell says what it shows."""

import logging
import posixpath
import re
import zipfile
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow.compute

from monitor.errors import DeliveryRefused, Problem
from monitor.sources import messages
from monitor.sources.sheet import Sheet, known_among, refused, sheet_of


HEADING_SEARCH = 30
"""Among how many first rows the kolomkoppen are looked for: title rows stand above them."""
PROBLEMS_SHOWN = 20
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^>/])>(.*?)</(?:\w+:)?c>", re.DOTALL
)  # cells without content (<c …/>) have nothing to look at
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)<")
_PLACE = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')


logging.getLogger("fastexcel").setLevel(logging.ERROR)  # it warns of columns that are empty


def read_xlsx(connection: Any, path: Path, name: str, known: set[str], table: str) -> Sheet:
    """Read a workbook's first visible sheet into text table `table`, or raise DeliveryRefused."""
    try:
        book = fastexcel.read_excel(path)
        sheet, others = _first_visible(book)
        batch = sheet.to_arrow()
    except Exception:  # noqa: BLE001  fastexcel raises its own family, and pyo3's panics on broken files
        raise refused(name, messages.unreadable_xlsx()) from None
    if batch.num_rows == 0:
        raise refused(name, messages.sheet_is_empty(sheet.name, others))
    top = batch.slice(0, HEADING_SEARCH).to_pylist()
    rows = [["" if cell is None else cell for cell in row.values()] for row in top]
    index = max(
        range(len(rows)),
        key=lambda i: (known_among(rows[i], known), any(rows[i]), -i),
    )
    kinds = _kinds(book, sheet.name, index + 1)
    problems = _cells_without_value(path, name, sheet.name, index + 2)
    if problems:
        raise DeliveryRefused(problems)
    columns = [
        pyarrow.compute.replace_substring(column, ".", ",") if kind == "float" else column
        for column, kind in zip(batch.columns, kinds, strict=True)
    ]
    read = sheet_of(
        connection,
        name,
        [cell.strip() for cell in rows[index]],
        [column.slice(index + 1) for column in columns],
        table,
        lambda row: row + index + 1,
    )
    read.hint = messages.hint_first_sheet(sheet.name, others) if others else ""
    return read


def _first_visible(book: Any) -> tuple[Any, list[str]]:
    """(the first sheet that a person sees, the names of the others)."""
    names = book.sheet_names
    for sheet_name in names:
        # skip_rows = 0: else blank rows at the top are left out, and every line number is wrong.
        sheet = book.load_sheet(sheet_name, header_row=None, dtypes="string", skip_rows=0)
        if sheet.visible == "visible":
            return sheet, [other for other in names if other != sheet_name]
    raise ValueError


def _kinds(book: Any, sheet_name: str, first: int) -> list[str]:
    """What each column holds. In one of numbers only ('float') a point is a decimal point; as text
    '1.234' would be two things, so it is written with a comma."""
    options = {"header_row": None, "skip_rows": first, "schema_sample_rows": None}
    try:
        sheet = book.load_sheet(sheet_name, **options)
    except fastexcel.FastExcelError:  # dates and durations in one column: text will do
        sheet = book.load_sheet(sheet_name, **options, dtypes="string")
    return [info.dtype for info in sheet.selected_columns]


def _cells_without_value(path: Path, name: str, sheet_name: str, first: int) -> list[Problem]:
    """Cells, from row `first` on, that show something which is not in the file as a value.

    They would read as empty, which means unknown: formulas that were never computed, errors such
    as #N/B, and merged cells, of which only the first has the value.
    """
    problems = []
    xml = _sheet_xml(path, sheet_name)
    is_suspect = _FORMULA.search(xml) or b't="e"' in xml
    for cell in _CELL.finditer(xml) if is_suspect else ():
        attributes, content = cell.groups()
        is_error = b't="e"' in attributes
        if not is_error and not (_FORMULA.search(content) and not _VALUE.search(content)):
            continue
        place = _PLACE.search(attributes)
        if place is None or int(place[2]) < first:
            continue
        where = (place[1] + place[2]).decode()
        value = _VALUE.search(content)
        text = (
            messages.error_in_cell(where, value[1].decode() if value else "")
            if is_error
            else messages.formula_without_value(where)
        )
        problems.append(Problem(name, int(place[2]), "", text))
    for column, row, last_column, last_row in _MERGED.findall(xml):
        if int(last_row) >= first:
            where = f"{(column + row).decode()}:{(last_column + last_row).decode()}"
            problems.append(Problem(name, int(row), "", messages.merged_cells(where)))
    problems.sort(key=lambda problem: problem.line)
    if len(problems) > PROBLEMS_SHOWN:
        more = messages.more_cells(len(problems) - PROBLEMS_SHOWN)
        problems[PROBLEMS_SHOWN:] = [Problem(name, 0, "", more)]
    return problems


def _sheet_xml(path: Path, sheet_name: str) -> bytes:
    """The XML of a sheet; b"" for older kinds of workbook, in which there is none."""
    if not zipfile.is_zipfile(path):
        return b""
    with zipfile.ZipFile(path) as archive:
        try:
            book = archive.read("xl/workbook.xml").decode()
            links = archive.read("xl/_rels/workbook.xml.rels").decode()
            sheets = re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book)
            tag = next(s for s in sheets if _attribute(s, "name") == sheet_name)
            key = _attribute(tag, r"\w+:id")
            link = next(
                link
                for link in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", links)
                if _attribute(link, "Id") == key
            )
            target = _attribute(link, "Target")
            return archive.read(posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"))
        except (KeyError, StopIteration):
            return b""


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    text = found[1] if found else ""
    for code, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{code};", character)
    return text
