"""The sheet of one section: what it says, its table with the ends and the status of each figure, and
what must be known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from monitor.reports import published, sheets
from monitor.reports.question_sheets import for_paper
from monitor.reports.sheets import Looks
from monitor.reports.stamp import Stamp
from monitor.sections.section import Column, Section, Table
from monitor.sections.values import Value
from monitor.views.words.selection import you_see


ENDS = ("laagste", "hoogste", "status")
WHY = "Waarom niet precies"
BACK = "naar Lees mij"
_LETTERS = 110.0
"""Width of the words above a table where it leaves the choice, in letters."""
_LEAST, _MOST = 75.0, 190.0
"""Letters of columns that are read, over which the words above them fit; and of a whole sheet on paper."""
_DEFAULT = 8.43
_FIRST, _ENDS = 16.0, 14.0
"""At least, of the first column and of a column of ends."""
_MOST_STILL = 10
"""Lines above a table that may stand still with its heads; with more of them little would be left to
scroll."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the table of a section lies: from row `top`, which holds its heads; rows count from 0."""

    sheet: str
    table: str
    top: int
    titles: tuple[str, ...]
    rows: int
    below: int
    """The first row under everything that was written."""
    last: int
    """The last column that is printed."""
    letters: float
    """Width of what is printed, in letters of columns."""


def write(
    workbook: Any, looks: Looks, section: Section, stamp: Stamp, name: str, number: int
) -> Placed:
    """`name` of the sheet, `number` of the section."""
    sheet = workbook.add_worksheet(name)
    table = section.table if section.table is not None and section.table.columns else None
    heads, rows = _spread(table) if table is not None else ([], [])
    widths = [
        sheets.width(head.title, [_letters(row[at]) for row in rows])
        for at, head in enumerate(heads)
    ]
    widths = [max(wide, _FIRST if at == 0 else _ENDS if heads[at].part in ENDS else 0.0)
              for at, wide in enumerate(widths)]  # fmt: skip
    for at, wide in enumerate(widths or [_FIRST]):
        sheet.set_column(at, at, wide)
    shown = sum(head.part not in ENDS for head in heads)
    last, letters = _reach(widths, shown)
    top = _words(sheet, looks, section, stamp, last, letters)
    titles = [head.title for head in heads]
    placed = sheets.table_name(name, number)
    below = top
    if table is not None:
        for at, row in enumerate(rows, top + 1):
            for place, (head, cell) in enumerate(zip(heads, row, strict=True)):
                _write(sheet, looks, at, place, head, cell)
            sheet.set_row(at, sheets.height([_letters(cell) for cell in row], widths))
        sheets.add_table(
            sheet,
            looks,
            placed,
            top,
            titles,
            len(rows),
            {at for at, head in enumerate(heads) if head.is_amount},
        )
        sheet.set_row(top, sheets.height(titles, [wide - 3 for wide in widths]) + 3)
        sheet.repeat_rows(top)
        sheet.freeze_panes(top + 1 if top <= _MOST_STILL else 0, 1)
        below = top + max(len(rows), 1) + 2
    for words in _below(section, table):
        sheets.across(sheet, below, last, words, looks.small, letters, 0.85)
        below += 1
    for_paper(sheet, is_demo=False)
    sheet.set_header(f"&C{stamp.mark}")
    sheet.set_paper(9)
    sheet.print_area(0, 0, below, last)
    named = placed if table is not None else ""
    return Placed(name, named, top, tuple(titles), len(rows), below + 1, last, letters)


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    part: str
    """"" is the words of a cell, else one of `ENDS` or `WHY`."""
    column: Column | None = None
    is_amount: bool = False


_Cell = tuple[Value, str | float | None]
"""What a cell is of, and what stands in it."""


def _spread(table: Table) -> tuple[list[_Head], list[list[_Cell]]]:
    """The columns as they are read, and why what is not exact is not; then of each column of figures its
    laagste, hoogste and status. Paper ends between the two."""
    heads: list[_Head] = []
    rows: list[list[_Cell]] = [[] for _ in table.rows]
    taken: set[str] = set()

    def add(title: str, part: str, place: int | None, column: Column | None = None) -> None:
        cells = [Value(_why(row)) if place is None else row[place] for row in table.rows]
        is_amount = part in ENDS[:2] or (not part and any(one.status != "tekst" for one in cells))
        heads.append(_Head(_once(title, taken), part, column, is_amount))
        for row, cell in zip(rows, cells, strict=True):
            row.append((cell, _part(cell, part)))

    there = [(at, one) for at, one in enumerate(table.columns) if one.kind != "link"]
    for place, column in there:
        add(column.title, "", place, column)
    if any(map(_why, table.rows)):
        add(WHY, WHY, None)
    for place, column in there:
        if any(row[place].status != "tekst" for row in table.rows):
            for part in ENDS:
                add(f"{column.title}, {part}", part, place, column)
    return heads, rows


def _part(cell: Value, part: str) -> str | float | None:
    match part:
        case "laagste":
            return cell.low
        case "hoogste":
            return cell.high
        case "status":
            return "" if cell.status == "tekst" else cell.status
        case _:
            return cell.text


def _why(row: Sequence[Value]) -> str:
    """Each reason once: verborgen: te klein om te tonen."""
    said = [f"{cell.status}: {cell.reason}" for cell in row if cell.reason]
    return "; ".join(dict.fromkeys(said))


def _once(title: str, taken: set[str]) -> str:
    """The heads of a table object differ, whatever their case, and are of one line."""
    clean = " ".join(title.split())[:240] or "kolom"
    name, number = clean, 1
    while name.lower() in taken:
        number += 1
        name = f"{clean} {number}"
    taken.add(name.lower())
    return name


def _letters(cell: _Cell) -> str:
    value = cell[1]
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:.1f}"


def _write(sheet: Any, looks: Looks, row: int, place: int, head: _Head, one: _Cell) -> None:
    cell, value = one
    if value is None and cell.status != "tekst":
        # Nothing may be filled in here, and a nought least of all.
        sheet.write_blank(row, place, None, looks.hidden)
        why = f"{cell.text}: {cell.reason}" if cell.reason else cell.text
        sheet.write_comment(row, place, why, {"x_scale": 1.6, "y_scale": 0.6})
    elif isinstance(value, str):
        look = looks.right if head.is_amount else looks.cell if place else looks.words
        sheet.write_string(row, place, value, look)
    elif value is not None:
        column = head.column or Column("")
        sheet.write_number(row, place, value, looks.of_number(value, column.kind, column.unit))


def _reach(widths: Sequence[float], shown: int) -> tuple[int, float]:
    """(last column, letters) over which the words above a table go, and paper: as far as the `shown`
    columns that are read, and where those are narrow as far as all of them, or somewhat further."""
    letters = sum(widths[:shown])
    if letters >= _LEAST and shown > 1:
        return shown - 1, letters
    letters, last = sum(widths), len(widths) - 1
    if letters > _MOST:
        return max(shown - 1, 1), sum(widths[: max(shown, 2)])
    while last < 1 or letters < _LETTERS:
        last += 1
        letters += _DEFAULT
    return last, letters


def _words(
    sheet: Any, looks: Looks, section: Section, stamp: Stamp, last: int, letters: float
) -> int:
    """The row of the heads of the table, under what is said."""
    sheet.write_url(0, 0, "internal:'Lees mij'!A1", looks.link, BACK)
    sheet.write_string(0, 1, stamp.mark, looks.mark)
    row = 1
    for words, look, size in (
        (section.question, looks.bold, 1.0),
        (section.says.text or section.title, looks.title, 1.3),
        *((one.text, looks.words, 1.0) for one in section.beside),
        (you_see(section.selection) if section.selection else "", looks.words, 1.0),
        (published.source_of(section), looks.words, 1.0),
    ):  # fmt: skip
        if words:
            sheets.across(sheet, row, last, words, look, letters, size)
            row += 1
    return row + 1


def _below(section: Section, table: Table | None) -> list[str]:
    """What must be said of the table and its pictures, each once."""
    said = [table.title] if table is not None and table.title else []
    said += [note for one in section.drawn for note in one.notes]
    return list(dict.fromkeys([*said, *section.notes]))
