"""XLSX as a table of text: its first visible sheet, whose every cell says what it shows."""

import logging
import re
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow as pa

from monitor.errors import DeliveryRefused, Problem
from monitor.intake.judging import messages, questions
from monitor.intake.reading import foot
from monitor.intake.reading.cells import Cells
from monitor.intake.reading.sheet import Sheet, known_among, refused, sheet_of
from monitor.intake.reading.unzipped import refuse_old_macros
from monitor.intake.reading.xlsx_xml import Workbook, open_workbook


HEADING_SEARCH = 30
"""Among how many first rows the kolomkoppen are looked for: title rows stand above them."""
PROBLEMS_SHOWN = 20
Page = tuple[str, pa.RecordBatch]
"""A sheet's name and content."""


logging.getLogger("fastexcel").setLevel(logging.ERROR)  # it warns of columns that are empty


def read_xlsx(connection: Any, path: Path, name: str, known: set[str], table: str) -> Sheet:
    """Read a workbook's first visible sheet into text table `table`, or raise DeliveryRefused."""
    content = path.read_bytes()
    book = open_workbook(content, name)
    if book is None:
        refuse_old_macros(content, name)
    pages, cells = _visible_pages(content, book, name)
    sheet_name, batch = pages[0]
    others = [other for other, _ in pages[1:]]
    if batch.num_rows == 0:
        raise refused(name, messages.sheet_is_empty(sheet_name, others))
    rows = _top(batch)
    index = max(
        range(len(rows)),
        key=lambda i: (known_among(rows[i], known), any(rows[i]), -i),
    )
    _refuse_table_above(name, rows[:index], known)
    _refuse_other_tables(name, pages, known)
    below, end = _foot(batch, index + 1)
    problems = _cells_without_value(cells, name, index + 2, end) if cells else []
    if problems:
        raise DeliveryRefused(problems)
    columns = (
        _with_numbers(batch, cells, name)
        if cells
        else _old_numbers(batch, index + 1, name, content)
    )
    read = sheet_of(
        connection,
        name,
        [cell.strip() for cell in rows[index]],
        [column.slice(index + 1, end - index - 1) for column in columns],
        table,
        lambda row: row + index + 1,
    )
    filled = [other for other, other_batch in pages[1:] if other_batch.num_rows]
    if filled:
        read.hint = messages.hint_first_sheet(sheet_name, filled)
        read.remarks = [messages.remark_first_sheet(sheet_name, filled)]
    read.remarks += book.remarks if book else []
    read.remarks += below
    if book and book.hidden_leaves:
        read.remarks.append(questions.hidden_sheets(book.hidden_leaves))
    if cells:
        read.remarks += _out_of_sight(cells, read.headings, index + 2, end)
    return read


def _out_of_sight(cells: Cells, headings: list[str], first: int, last: int) -> list[str]:
    """What was read and a person does not see, or sees as gone, in rows `first` to `last`."""
    said = []
    struck = sorted(row for row in cells.struck if first <= row <= last)
    hidden = sorted(row for row in cells.hidden if first <= row <= last)
    start = cells.first_column
    columns = [
        heading
        for place, heading in enumerate(headings, start)
        if heading and any(low <= place <= high for low, high in cells.hidden_columns)
    ]
    if struck:
        said.append(questions.struck_rows(struck))
    if hidden:
        said.append(questions.hidden_rows(hidden))
    if columns:
        said.append(questions.hidden_columns(columns))
    return said


def _visible_pages(
    content: bytes, book: Workbook | None, name: str
) -> tuple[list[Page], Cells | None]:
    """(name, content) of each sheet that a person sees, and the cells of the first.

    Of an XLSX every sheet is looked through before it is loaded: a cell far away makes a small
    file into a table that no memory holds.
    """
    leaves = book.leaves() if book else []
    cells = [book.cells(leaf) for leaf in leaves] if book else []
    pages = []
    try:
        # As bytes: of a path, its name would decide how it is read.
        opened = fastexcel.read_excel(content)
        for sheet_name in [leaf.name for leaf in leaves] if book else opened.sheet_names:
            # skip_rows = 0: else blank rows at the top are left out, and every line number is wrong.
            sheet = opened.load_sheet(sheet_name, header_row=None, dtypes="string", skip_rows=0)
            if sheet.visible == "visible":
                pages.append((sheet_name, sheet.to_arrow()))
    except Exception:  # noqa: BLE001  fastexcel raises its own family, and pyo3's panics on broken files
        raise refused(name, messages.unreadable_xlsx()) from None
    if not pages:
        raise refused(name, messages.unreadable_xlsx())
    return pages, cells[0] if cells else None


def _top(batch: pa.RecordBatch) -> list[list[str]]:
    """The rows among which the kolomkoppen are."""
    top = batch.slice(0, HEADING_SEARCH).to_pylist()
    return [["" if cell is None else cell for cell in row.values()] for row in top]


def _refuse_table_above(name: str, above: list[list[str]], known: set[str]) -> None:
    """Two tables under each other: only the rows under the chosen kolomkoppen would be read."""
    for number, row in enumerate(above, 1):
        if known_among(row, known):
            raise refused(name, messages.table_above(), number)


def _refuse_other_tables(name: str, pages: list[Page], known: set[str]) -> None:
    """Data on a second sheet would be left behind without a word."""
    with_table = [
        sheet_name
        for sheet_name, batch in pages
        if any(known_among(row, known) for row in _top(batch))
    ]
    if pages[0][0] in with_table and len(with_table) > 1:
        raise refused(name, messages.tables_on_more_sheets(with_table))


def _foot(batch: pa.RecordBatch, first: int) -> tuple[list[str], int]:
    """(what to say of the lines under the rows, number of the last row above them)."""
    start = max(first, batch.num_rows - foot.LOOKED_AT)
    rows = [list(row.values()) for row in batch.slice(start).to_pylist()]
    found = foot.start_of_foot(rows) if batch.num_columns > 1 else None
    if found is None:
        return [], batch.num_rows
    said = foot.shown(next(cell for cell in rows[found] if cell))
    return [foot.remark(start + found + 1, said)], start + found


def _cells_without_value(cells: Cells, name: str, first: int, last: int) -> list[Problem]:
    """Cells, in rows `first` to `last`, that show something which is not in the file as a value.

    They would read as empty, which means unknown: formulas that were never computed, errors such
    as #N/B, and merged cells, of which only the first has the value.
    """
    found = sorted(s for s in cells.suspects if s.last_row >= first and s.row <= last)
    problems = [Problem(name, cell.row, "", cell.text) for cell in found[:PROBLEMS_SHOWN]]
    if len(found) > PROBLEMS_SHOWN:
        more = messages.more_cells(len(found) - PROBLEMS_SHOWN)
        problems.append(Problem(name, 0, "", more))
    return problems


def _with_numbers(batch: pa.RecordBatch, cells: Cells, name: str) -> list[pa.Array]:
    """The columns, in which each number is written as a Dutch file has it.

    As text '1.234' would be two things: a number has a decimal comma, and a text stays what it is.
    """
    columns = list(batch.columns)
    if cells.numbers and cells.last_column - cells.first_column + 1 != len(columns):
        raise refused(name, messages.unreadable_xlsx())
    changed: dict[int, list[str | None]] = {}  # an Arrow column cannot be changed
    for number in cells.numbers:
        place = number.column - cells.first_column
        if place >= len(columns) or number.row > batch.num_rows:
            raise refused(name, messages.unreadable_xlsx())
        if place not in changed:
            changed[place] = columns[place].to_pylist()
        texts = changed[place]
        shown = texts[number.row - 1]
        try:
            difference = abs(float(shown or "") - float(number.value))
        except ValueError:  # a date, which has been written as one
            continue
        if difference > 1e-6 * max(1.0, abs(float(number.value))):
            raise refused(name, messages.unreadable_xlsx())
        texts[number.row - 1] = number.text()
    for place, texts in changed.items():
        columns[place] = pa.array(texts, pa.string())
    return columns


def _old_numbers(batch: pa.RecordBatch, first: int, name: str, content: bytes) -> list[pa.Array]:
    """The same for the older kind of workbook, which only tells it of columns of numbers."""
    kinds = _kinds(content, batch.num_columns, first, name)
    columns = []
    for kind, column in zip(kinds, batch.columns, strict=True):
        texts = column.to_pylist()
        numbers = [row for row in range(first, len(texts)) if _has_point(texts[row])]
        if kind != "float" and numbers:
            raise refused(name, messages.number_or_text(), numbers[0] + 1)
        for row in numbers:
            texts[row] = texts[row].replace(".", ",")
            texts[row] += "0" if re.search(r",[0-9]{3}$", texts[row]) else ""
        columns.append(pa.array(texts, pa.string()))
    return columns


def _has_point(text: str | None) -> bool:
    return re.fullmatch(r"-?[0-9]+\.[0-9]+", text or "") is not None


def _kinds(content: bytes, width: int, first: int, name: str) -> list[str]:
    """What each column holds: 'float' is one of numbers only."""
    options: dict[str, Any] = {"header_row": None, "skip_rows": first, "schema_sample_rows": None}
    book = fastexcel.read_excel(content)
    for sheet_name in book.sheet_names:
        try:
            sheet = book.load_sheet(sheet_name, **options)
        except fastexcel.FastExcelError:  # dates and durations in one column: text will do
            sheet = book.load_sheet(sheet_name, **options, dtypes="string")
        if sheet.visible == "visible":
            kinds = [info.dtype for info in sheet.selected_columns]
            return kinds if len(kinds) == width else ["string"] * width
    raise refused(name, messages.unreadable_xlsx())
