"""The sheets of a whole report: Lees mij, one per section, Cijfers, Codeboek and Statuscodes."""

from collections.abc import Sequence
from typing import Any

from monitor.figures.door import Indicator
from monitor.reports import all_figures, question_sheets, section_sheet, sheets
from monitor.reports.question_sheets import CODEBOOK, STATUSES, for_paper
from monitor.reports.report import Report
from monitor.reports.section_sheet import Placed
from monitor.reports.sheets import Looks
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section
from monitor.sections.trust import BESIDE
from monitor.views.files import tables
from monitor.views.files.export import READING


FRONT = "Lees mij"
FIGURES = "Cijfers"
HOW_FIGURES = (
    f"Het blad {FIGURES} heeft elk cijfer van een indicator één keer, onder elkaar. Wat een tabel nog meer "
    "heeft, staat op zijn eigen blad."
)
IN_CODEBOOK = ("Bron", "Status", "Volledigheid", "Soort school", "Breuk")
"""What the sections say of where an indicator comes from, a column each."""


def write(workbook: Any, one: Report) -> list[Placed]:
    """Where each section lies, in their order."""
    looks = sheets.looks_of(workbook)
    taken = {name.lower() for name in (FRONT, FIGURES, CODEBOOK, STATUSES)}
    names = [sheets.sheet_name(section.key, taken) for section in one.sections]
    lines = all_figures.lines_of(one.sections, names)
    _write_front(workbook, looks, one, names)
    placed = [
        section_sheet.write(workbook, looks, section, one.stamp, name, number)
        for number, (section, name) in enumerate(zip(one.sections, names, strict=True), 1)
    ]
    _write_figures(workbook, looks, one.stamp, lines)
    _write_codebook(workbook, looks, one, lines)
    question_sheets.write_statuses(workbook)
    return placed


def _write_front(workbook: Any, looks: Looks, one: Report, names: Sequence[str]) -> None:
    sheet = workbook.add_worksheet(FRONT)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 52)
    sheet.set_column(2, 2, 76)
    letters = 26.0 + 52 + 76
    sheets.across(sheet, 0, 2, one.title, looks.title, letters, 1.3)
    row = 1
    for label, words in (
        *([("Over", one.subtitle)] if one.subtitle else []),
        *one.stamp.lines(one.sections),
        *([("Niet in dit document", " ".join(one.left_out))] if one.left_out else []),
        ("Cijfers", HOW_FIGURES),
        *READING.items(),
    ):  # fmt: skip
        sheet.write_string(row, 0, label, looks.bold)
        sheet.merge_range(row, 1, row, 2, "", looks.words)
        sheet.write_string(row, 1, words, looks.words)
        sheet.set_row(row, 15.0 * sheets.lines_of(words, letters - 26))
        row += 1
    top = row + 1
    for at, (section, name) in enumerate(zip(one.sections, names, strict=True), top + 1):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", looks.link, name)
        sheet.write_string(at, 1, section.question, looks.words)
        sheet.write_string(at, 2, section.says.text or section.title, looks.words)
    sheets.add_table(sheet, looks, "Onderdelen", top, ["Blad", "Vraag", "Wat het zegt"],
                     len(names))  # fmt: skip
    _paper(sheet, one.stamp)


def _write_figures(
    workbook: Any, looks: Looks, stamp: Stamp, lines: Sequence[all_figures.Line]
) -> None:
    sheet = workbook.add_worksheet(FIGURES)
    names = all_figures.titles(lines)
    heads = [tables.EXPORT_TITLES.get(name, name) for name in names]
    for at, line in enumerate(lines, 1):
        for place, cell in enumerate(line.cells):
            sheets.write(sheet, looks, at, place, cell)
    _table(sheet, looks, FIGURES, heads, len(lines))
    for place, head in enumerate(heads):
        cells = [str(line.cells[place] or "") for line in lines if place < len(line.cells)]
        sheet.set_column(place, place, sheets.width(head, cells))
    _paper(sheet, stamp)


def _write_codebook(
    workbook: Any, looks: Looks, one: Report, lines: Sequence[all_figures.Line]
) -> None:
    """Also of what is in a table without a line of its own under it."""
    said = _said(one.sections)
    indicators = dict.fromkeys([*said, *(line.indicator for line in lines)])
    heads = ["Indicator", "Titel", "Definitie", "Teller", "Noemer", "Eenheid", "Peildatum",
             *IN_CODEBOOK, "Ernaast", "Wat u moet weten", "Veranderd"]  # fmt: skip
    wide = (24, 28, 48, 28, 28, 11, 12, 40, 24, 28, 26, 36, 36, 48, 40)
    sheet = workbook.add_worksheet(CODEBOOK)
    for at, indicator in enumerate(indicators, 1):
        facts = said.get(indicator, {})
        for place, words in enumerate((
            indicator.name, indicator.title, indicator.definition, indicator.teller,
            indicator.noemer or "geen: het is een aantal", indicator.unit, indicator.moment,
            *("\n".join(facts.get(label, ())) for label in (*IN_CODEBOOK, BESIDE)),
            indicator.caveat, indicator.changed,
        )):  # fmt: skip
            sheet.write_string(at, place, words, looks.words)
    _table(sheet, looks, CODEBOOK, heads, len(indicators))
    for place, letters in enumerate(wide):
        sheet.set_column(place, place, letters)
    _paper(sheet, one.stamp)


def _said(sections: Sequence[Section]) -> dict[Indicator, dict[str, list[str]]]:
    """Indicator → label → what the sections say under it, each once."""
    found: dict[Indicator, dict[str, list[str]]] = {}
    for trust in (trust for section in sections for trust in section.trust):
        facts = found.setdefault(trust.indicator, {})
        for label, words in trust.facts or (("Bron", trust.line),):
            known = facts.setdefault(label, [])
            if words not in known:
                known.append(words)
    return found


def _table(sheet: Any, looks: Looks, name: str, heads: list[str], rows: int) -> None:
    """From the first row, of which the first column stands still as well."""
    sheets.add_table(sheet, looks, name, 0, heads, rows)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _paper(sheet: Any, stamp: Stamp) -> None:
    for_paper(sheet, is_demo=False)
    sheet.set_header(f"&C{stamp.mark}")
    sheet.set_paper(9)
