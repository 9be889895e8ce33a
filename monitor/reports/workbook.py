"""All workbooks: numbers that stay numbers, and beside them what they are and where they come from."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import xlsxwriter

from monitor.reports import document_sheets, question_sheets, taken_along
from monitor.reports import sheets as sheets_of
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section, Table
from monitor.views.files import tables
from monitor.views.files.export import DEMO, About, about_lines
from monitor.views.files.school_lists import DEMO as INVENTED


@contextmanager
def _book(out: io.BytesIO) -> Iterator[Any]:
    """A name that looks like a formula or a link is a name."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        yield workbook


def to_xlsx(sheets: Mapping[str, Sequence[Mapping[str, tables.Cell]]], about: About) -> bytes:
    """A workbook with a sheet per name, and Verantwoording.

    `sheets` holds rows with titles (`tables.export_rows`, or any other); numbers stay numbers.
    """
    out = io.BytesIO()
    with _book(out) as workbook:
        workbook.set_properties({"title": "Monitor dekkend aanbod", "comments": _title(about)})
        taken: set[str] = {"verantwoording"}
        for name, rows in sheets.items():
            _write_rows(workbook, sheets_of.sheet_name(name, taken), rows, about)
        _write_about(workbook, about)
    return out.getvalue()


def lists_to_xlsx(
    sheets: Mapping[str, Sequence[Mapping[str, tables.Cell]]], lines: Sequence[tuple[str, str]]
) -> bytes:
    """A workbook of rows that are no figures, with (label, words) about them on Verantwoording."""
    out = io.BytesIO()
    with _book(out) as workbook:
        taken: set[str] = {"verantwoording"}
        for name, rows in sheets.items():
            _write_rows(workbook, sheets_of.sheet_name(name, taken), rows, About(()))
        _write_lines(workbook, lines)
    return out.getvalue()


def of_section(section: Section, table: Table, is_demo: bool, stamp: Stamp | None = None) -> bytes:
    """The table as it stands on the screen, the rows with the public columns, the codebook and the
    meaning of each status. With a stamp it says for whom it is and has a kenmerk, and the same
    section gives the same bytes."""
    about = taken_along.about_of(section, table, is_demo)
    out = io.BytesIO()
    with _book(out) as workbook:
        properties: dict[str, Any] = {"title": "Monitor dekkend aanbod", "comments": _title(about)}
        if stamp is not None:
            properties["created"] = _moment(stamp)
        workbook.set_properties(properties)
        taken = {
            name.lower()
            for name in (
                "verantwoording",
                question_sheets.ON_SCREEN,
                question_sheets.CODEBOOK,
                question_sheets.STATUSES,
            )
        }
        question_sheets.write_table(workbook, section, table, is_demo)
        for name, rows in taken_along.sheets(table).items():
            _write_rows(workbook, sheets_of.sheet_name(name, taken), rows, about)
        lines = about_lines(about)
        if stamp is not None:
            # What was made when is in the log; in a file it would give other bytes every day.
            lines = [line for line in lines if line[0] != "Gemaakt op"]
            lines = [*stamp.lines([section]), *(line for line in lines if line[0] != "Let op")]
        _write_lines(workbook, lines)
        if about.indicators:
            question_sheets.write_codebook(workbook, about.indicators)
        question_sheets.write_statuses(workbook)
    return out.getvalue()


def report_to_xlsx(one: Report) -> bytes:
    """A whole report: Lees mij, a sheet per section, every figure, the codebook and what each status
    means. The same sections and stamp give the same bytes."""
    out = io.BytesIO()
    with _book(out) as workbook:
        workbook.set_properties({
            "title": one.title, "subject": one.subtitle, "comments": one.stamp.mark,
            "keywords": f"Kenmerk: {one.stamp.kenmerk(one.sections)}",
            "created": _moment(one.stamp),
        })  # fmt: skip
        document_sheets.write(workbook, one)
    return out.getvalue()


def list_to_xlsx(
    name: str,
    titles: Sequence[str],
    rows: Iterable[Sequence[tables.Cell]],
    what: str,
    is_demo: bool,
    columns: int = 0,
) -> bytes:
    """A list that is no figures on one sheet, and a sheet that says which list it is; `columns` stand
    still to the left."""
    out = io.BytesIO()
    with _book(out) as workbook:
        sheet = workbook.add_worksheet(name)
        sheet.write_row(0, 0, titles, workbook.add_format({"bold": True}))
        last = 0
        for last, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                question_sheets.write_cell(sheet, last, place, value)
        sheet.freeze_panes(1, columns)
        sheet.autofilter(0, 0, last, max(len(titles) - 1, 0))
        sheet.set_column(0, max(len(titles) - 1, 0), 22)
        if columns > 1:
            sheet.set_column(columns - 1, columns - 1, 46)
        about = workbook.add_worksheet("Verantwoording")
        about.write_string(0, 0, what)
        about.set_column(0, 0, 90)
        if is_demo:
            about.write_string(1, 0, f"{INVENTED}: dit samenwerkingsverband bestaat niet.")
    return out.getvalue()


# ------------------------------------------------------------------------------- rows of figures


def _moment(stamp: Stamp) -> dt.datetime:
    """Of the data, on the clock that a workbook keeps: not that of the machine."""
    return stamp.moment.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)


def _title(about: About) -> str:
    return " / ".join(indicator.title for indicator in about.indicators)


def _write_rows(
    workbook: Any, name: str, rows: Sequence[Mapping[str, tables.Cell]], about: About
) -> None:
    sheet = workbook.add_worksheet(name)
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    whole, broken = (workbook.add_format({"num_format": f}) for f in ("#,##0", "#,##0.00####"))
    # A row of which something was corrected has a column more.
    titles = [*max(map(tuple, rows), key=len)] if rows else ["Er zijn geen cijfers."]
    # The mark stands where it is seen, and on paper as well.
    top = 0
    if about.is_demo:
        sheet.write_string(0, 0, DEMO, workbook.add_format({"bold": True, "font_color": "#B4232C"}))
        top = 1
    sheet.write_row(top, 0, [tables.EXPORT_TITLES.get(title, title) for title in titles], head)
    for number, row in enumerate(rows, top + 1):
        for column, cell in enumerate(row.values()):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell, whole if cell == int(cell) else broken)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    question_sheets.for_paper(sheet, about.is_demo)
    if rows:
        sheet.autofilter(top, 0, top + len(rows), len(titles) - 1)
    for column, title in enumerate(titles):
        sheet.set_column(
            column, column, question_sheets.column_width(title, [row.get(title) for row in rows])
        )


def _write_about(workbook: Any, about: About) -> None:
    _write_lines(workbook, about_lines(about))


def _write_lines(workbook: Any, lines: Sequence[tuple[str, str]]) -> None:
    sheet = workbook.add_worksheet("Verantwoording")
    bold = workbook.add_format({"bold": True, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    for number, (label, words) in enumerate(lines):
        sheet.write_string(number, 0, label, bold)
        sheet.write_string(number, 1, words, wrapped)
