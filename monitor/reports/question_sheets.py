"""The sheets of one question: its table as on the screen, what each indicator is, what a status means."""

from collections.abc import Sequence
from typing import Any

from monitor.figures.door import Indicator
from monitor.reports import published
from monitor.sections.section import Section, Table
from monitor.sections.values import Value
from monitor.views.files import tables
from monitor.views.files.export import DEMO
from monitor.views.words.selection import you_see


ON_SCREEN = "Zoals op het scherm"
"""The first sheet of a question: the table of the page, with what each figure is beside it."""
CODEBOOK = "Codeboek"
STATUSES = "Statuscodes"
MEANING = {
    "bekend": "Het cijfer is zeker: laagste en hoogste zijn gelijk.",
    "interval": "Het cijfer ligt tussen laagste en hoogste; preciezer is de bron niet.",
    "klasse": "Een klasse, zodat niemand te herkennen is: het aantal ligt van laagste tot en met hoogste.",
    "verborgen": "Te klein om te tonen. Leeg is niet nul.",
    "onbekend": "De bron zegt het niet. Leeg is niet nul.",
    "nvt": "Er is niets om te tellen, bijvoorbeeld geen school van deze soort.",
}
"""Status → what it means."""
PARTS = ("laagste", "hoogste", "status", "waarom")
_WIDE = 48.0
"""The widest column, in letters."""


def write_table(workbook: Any, section: Section, table: Table, is_demo: bool) -> None:
    sheet = workbook.add_worksheet(ON_SCREEN)
    bold, red = (
        workbook.add_format({"bold": True, "font_size": 13}),
        workbook.add_format({"bold": True, "font_color": "#B4232C"}),
    )
    top = 0
    for words, look in (
        (DEMO if is_demo else "", red), (section.says.text or section.title, bold),
        (you_see(section.selection), None), (published.source_of(section), None),
    ):  # fmt: skip
        if words:
            sheet.write_string(top, 0, words, look)
            top += 1
    top += 1
    titles, rows = _spread(table)
    grey = workbook.add_format({"bg_color": "#E4E4E8"})
    number = workbook.add_format({"num_format": "#,##0.######"})
    for below, row in enumerate(rows, top + 1):
        for place, cell in enumerate(row):
            if isinstance(cell, Value):
                sheet.write_blank(below, place, None, grey)
                why = f"{cell.text}: {cell.reason}" if cell.reason else cell.text
                sheet.write_comment(below, place, why)
            else:
                write_cell(sheet, below, place, cell, number)
    last = top + max(len(rows), 1)
    sheet.add_table(top, 0, last, len(titles) - 1, {
        "name": "Tabel", "style": "Table Style Light 1",
        "columns": [{"header": title} for title in titles],
    })  # fmt: skip
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    for_paper(sheet, is_demo)
    for place, title in enumerate(titles):
        cells = [None if isinstance(row[place], Value) else row[place] for row in rows]
        sheet.set_column(place, place, column_width(title, cells))


def _spread(table: Table) -> tuple[list[str], list[list[Any]]]:
    """(titles, rows): a column of figures becomes what is read, laagste, hoogste, status, and why where
    there is a reason. A Value stands where nothing may be filled in."""
    titles: list[str] = []
    rows: list[list[Any]] = [[] for _ in table.rows]
    for place, column in enumerate(table.columns):
        if column.kind == "link":
            continue
        cells = [row[place] for row in table.rows]
        titles.append(_once(column.title, titles))
        for row, cell in zip(rows, cells, strict=True):
            row.append(cell.text)
        if all(cell.status == "tekst" for cell in cells):
            continue
        parts = PARTS if any(cell.reason for cell in cells) else PARTS[:3]
        titles += [_once(f"{column.title}, {part}", titles) for part in parts]
        for row, cell in zip(rows, cells, strict=True):
            ends = [cell if end is None and cell.status != "tekst" else end
                    for end in (cell.low, cell.high)]  # fmt: skip
            row += [*ends, "" if cell.status == "tekst" else cell.status, cell.reason][: len(parts)]
    return titles, rows


def _once(title: str, taken: Sequence[str]) -> str:
    """The heads of a table object differ."""
    known = {one.lower() for one in taken}
    name, number = title or "kolom", 1
    while name.lower() in known:
        number += 1
        name = f"{title} {number}"
    return name


def write_codebook(workbook: Any, indicators: Sequence[Indicator]) -> None:
    titles = ("Indicator", "Titel", "Definitie", "Teller", "Noemer", "Eenheid", "Peildatum",
              "Wat u moet weten", "Veranderd")  # fmt: skip
    rows = [
        (one.name, one.title, one.definition, one.teller, one.noemer or "geen: het is een aantal",
         one.unit, one.moment, one.caveat, one.changed)
        for one in indicators
    ]  # fmt: skip
    _write_words(workbook, CODEBOOK, titles, rows, (26, 34, 60, 34, 34, 12, 14, 60, 60))


def write_statuses(workbook: Any) -> None:
    rows = list(MEANING.items())
    _write_words(workbook, STATUSES, ("Status", "Wat het betekent"), rows, (14, 90))


def _write_words(
    workbook: Any, name: str, titles: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[int],
) -> None:  # fmt: skip
    sheet = workbook.add_worksheet(name)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for number, row in enumerate(rows, 1):
        for place, words in enumerate(row):
            sheet.write_string(number, place, words, wrapped)
    sheet.add_table(0, 0, len(rows), len(titles) - 1, {
        "name": name, "style": "Table Style Light 1",
        "columns": [{"header": title} for title in titles],
    })  # fmt: skip
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, wide)
    sheet.freeze_panes(1, 1)
    for_paper(sheet, is_demo=False)


def for_paper(sheet: Any, is_demo: bool) -> None:
    if is_demo:
        sheet.set_header(f"&C{DEMO}")
    sheet.set_footer("&L&A&Rbladzijde &P van &N")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def write_cell(sheet: Any, row: int, place: int, value: tables.Cell, look: Any = None) -> None:
    if isinstance(value, str):
        sheet.write_string(row, place, value)
    elif value is not None:
        sheet.write_number(row, place, value, look)


def column_width(title: str, cells: Sequence[tables.Cell]) -> float:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(_WIDE, max(9.0, 0.6 * len(title) + 4, longest + 2.0))
