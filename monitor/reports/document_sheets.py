"""The sheets of a whole report: Lees mij, one per section, Cijfers, Codeboek and Statuscodes."""

from collections.abc import Sequence
from typing import Any

from monitor.figures.door import Indicator
from monitor.reports import (
    all_figures,
    kept_along,
    question_sheets,
    section_sheet,
    sheet_charts,
    sheets,
)
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
    "heeft, staat op zijn eigen blad. De cijfers van het hele samenwerkingsverband hebben een naam voor in "
    "een formule, zoals deelname_vso_tlv_2025 (alleen waar het precies is), met _laagste en _hoogste erachter."
)
IN_CODEBOOK = ("Bron", "Status", "Volledigheid")
"""What the sections say of where an indicator comes from, a column each."""
FURTHER = ("Soort school", "Breuk", BESIDE)
"""What they say of some of them."""


def write(workbook: Any, one: Report) -> list[Placed]:
    """Where each section lies, in their order."""
    looks = sheets.looks_of(workbook)
    taken = {
        name.lower()
        for name in (FRONT, FIGURES, CODEBOOK, STATUSES, sheet_charts.NUMBERS, kept_along.SHEET)
    }
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
    _paper(workbook.get_worksheet_by_name(STATUSES), one.stamp)
    sheet_charts.write(workbook, looks, one.stamp, one.sections, placed)
    kept_along.write(workbook, one, placed)
    return placed


def _write_front(workbook: Any, looks: Looks, one: Report, names: Sequence[str]) -> None:
    sheet = workbook.add_worksheet(FRONT)
    widths = (34.0, 50.0, 76.0)
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, wide)
    letters = sum(widths)
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
        sheet.set_row(row, 15.0 * sheets.lines_of(words, letters - widths[0]))
        row += 1
    top = row + 1
    for at, (section, name) in enumerate(zip(one.sections, names, strict=True), top + 1):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", looks.link, name)
        says = section.says.text or section.title
        sheet.write_string(at, 1, section.question, looks.words)
        sheet.write_string(at, 2, says, looks.words)
        sheet.set_row(at, sheets.height([name, section.question, says], widths))
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
    for name, (row, column) in sorted(all_figures.names_of(lines).items()):
        letter = chr(ord("A") + names.index(column))
        workbook.define_name(name, f"={FIGURES}!${letter}${row + 2}")
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
             *IN_CODEBOOK, "Wat u moet weten", "Verder"]  # fmt: skip
    wide = (24, 26, 48, 26, 26, 11, 12, 44, 22, 26, 48, 48)
    sheet = workbook.add_worksheet(CODEBOOK)
    for at, indicator in enumerate(indicators, 1):
        facts = said.get(indicator, {})
        texts = (
            indicator.name, indicator.title, indicator.definition, indicator.teller,
            indicator.noemer or "geen: het is een aantal", indicator.unit, indicator.moment,
            *("\n".join(facts.get(label, ())) for label in IN_CODEBOOK), indicator.caveat,
            "\n".join([
                *(f"{label}: {words}" for label in FURTHER for words in facts.get(label, ())),
                *([f"Veranderd: {indicator.changed}"] if indicator.changed else []),
            ]),
        )  # fmt: skip
        sheet.set_row(at, sheets.height(texts, wide))
        for place, words in enumerate(texts):
            sheet.write_string(at, place, words, looks.words)
    _table(sheet, looks, CODEBOOK, heads, len(indicators))
    for place, letters in enumerate(wide):
        sheet.set_column(place, place, letters)
    _paper(sheet, one.stamp)
    # On one page wide nobody could read it.
    sheet.fit_to_pages(2, 0)
    sheet.repeat_columns(0)


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
