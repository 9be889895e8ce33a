"""Figures to take along: CSV, JSON, and a workbook that says where they come from."""

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import xlsxwriter

from monitor.values import dutch, moments
from monitor.views.files import separated, tables


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


@dataclass(frozen=True)
class About:
    """What a workbook says about its figures, on the sheet Verantwoording."""

    indicator: "Indicator | Sequence[Indicator]"
    selection: str = ""
    """Which figures they are: all there are, or a selection, and which."""
    origins: Sequence[str] = ()
    """The sources, each in one line with the day of delivery."""
    is_demo: bool = False
    filters: str = ""
    """The sentence that stood above the figures: U ziet: …"""
    made: dt.date = field(default_factory=dt.date.today)

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        return tuple(self.indicator) if isinstance(self.indicator, Sequence) else (self.indicator,)


READING = {
    "Laagste en hoogste": "Ze verschillen als de bron een aantal verbergt of niet splitst. Leeg is "
    "onbekend of verborgen, en niet nul.",
    "Kleine aantallen": "Voor wie de precieze aantallen leerlingen niet mag zien, staan ze in klassen: "
    "30 tot en met 34 is laagste 30 en hoogste 34. Een verborgen aantal staat er als laagste 1 en "
    "hoogste 4 (of een hogere grens); het percentage ontbreekt dan.",
    "Gecorrigeerd op": "Sinds wanneer er een andere klasse staat dan eerder is getoond, omdat het aantal "
    "anders bleek. De kolom is er alleen als dat zo is.",
}
"""How the columns of a workbook are read."""
DEMO = "Verzonnen gegevens: deze cijfers gaan over niemand."


def to_csv(figures: Sequence["Figure"], indicator: "Indicator", per: str) -> str:
    """Comma separated, decimal point, empty where unknown; the columns are a public contract."""
    return rows_to_csv(tables.export_rows(figures, indicator, per))


def rows_to_csv(
    rows: Sequence[Mapping[str, tables.Cell]], form: separated.Form = separated.for_programs
) -> str:
    """As `to_csv`, for rows of several indicators or levels together, in one of two forms."""
    is_corrected = any(tables.CORRECTED in row for row in rows)
    titles = [*tables.EXPORT_COLUMNS, *([tables.CORRECTED] if is_corrected else [])]
    return form(titles, ([row.get(title) for title in titles] for row in rows))


def lists_to_csv(rows: Sequence[Mapping[str, tables.Cell]], form: separated.Form) -> str:
    """Rows that are no figures, under titles of their own."""
    titles = list(dict.fromkeys(title for row in rows for title in row))
    return form(titles, ([row.get(title) for title in titles] for row in rows))


def to_json(figures: Sequence["Figure"], indicator: "Indicator", per: str) -> str:
    """A list of objects with the columns of the CSV; null where unknown."""
    rows = tables.export_rows(figures, indicator, per)
    return json.dumps(rows, ensure_ascii=False, indent=1)


def to_xlsx(sheets: Mapping[str, Sequence[Mapping[str, tables.Cell]]], about: About) -> bytes:
    """A workbook with a sheet per name, and Verantwoording.

    `sheets` holds rows with titles (`tables.export_rows`, or any other); numbers stay numbers.
    """
    out = io.BytesIO()
    # A name that looks like a formula or a link is a name.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        workbook.set_properties({"title": "Monitor dekkend aanbod", "comments": _title(about)})
        taken: set[str] = {"verantwoording"}
        for name, rows in sheets.items():
            _write_rows(workbook, _sheet_name(name, taken), rows, about)
        _write_about(workbook, about)
    return out.getvalue()


def lists_to_xlsx(
    sheets: Mapping[str, Sequence[Mapping[str, tables.Cell]]], lines: Sequence[tuple[str, str]]
) -> bytes:
    """A workbook of rows that are no figures, with (label, words) about them on Verantwoording."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        taken: set[str] = {"verantwoording"}
        for name, rows in sheets.items():
            _write_rows(workbook, _sheet_name(name, taken), rows, About(()))
        _write_lines(workbook, lines)
    return out.getvalue()


def _title(about: About) -> str:
    return " / ".join(indicator.title for indicator in about.indicators)


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 characters, without []:*?/\\, and each once."""
    clean = "".join("-" if letter in "[]:*?/\\" else letter for letter in name).strip("'")[:31]
    clean = clean or "cijfers"
    number = 1
    while clean.lower() in taken:
        number += 1
        clean = f"{clean[: 31 - len(str(number)) - 1]} {number}"
    taken.add(clean.lower())
    return clean


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
        sheet.set_header(f"&C{DEMO}")
        top = 1
    sheet.set_footer("&L&A&Rbladzijde &P van &N")
    sheet.write_row(top, 0, [tables.EXPORT_TITLES.get(title, title) for title in titles], head)
    for number, row in enumerate(rows, top + 1):
        for column, cell in enumerate(row.values()):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell, whole if cell == int(cell) else broken)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if rows:
        sheet.autofilter(top, 0, top + len(rows), len(titles) - 1)
    for column, title in enumerate(titles):
        sheet.set_column(column, column, _column_width(title, [row.get(title) for row in rows]))


def _column_width(title: str, cells: Sequence[tables.Cell]) -> float:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(48.0, max(9.0, 0.6 * len(title) + 4, longest + 2.0))


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


def about_lines(about: About) -> list[tuple[str, str]]:
    """(label, words) of everything a reader must know before using the figures."""
    lines = [("Let op", DEMO)] if about.is_demo else []
    lines += [("Gemaakt op", moments.date(about.made))]
    lines += [("Welke cijfers", about.selection)] if about.selection else []
    lines += [("Gekozen", about.filters)] if about.filters else []
    for indicator in about.indicators:
        lines += [
            ("Indicator", f"{indicator.title} ({indicator.name})"),
            ("Definitie", indicator.definition),
            ("Teller", indicator.teller),
            ("Noemer", indicator.noemer or "geen: het is een aantal"),
            ("Eenheid", indicator.unit),
            ("Peildatum", indicator.moment),
        ]
        lines += [("Veranderd", indicator.changed)] if indicator.changed else []
        lines += [("Wat u moet weten", indicator.caveat)] if indicator.caveat else []
    lines += [("Bron", line) for line in about.origins] or [("Bron", dutch.UNKNOWN)]
    return [*lines, *READING.items()]
