"""The rows behind a section, for a spreadsheet or a program."""

import re

from monitor.sections.section import Section, Table
from monitor.sections.values import Value
from monitor.views.files import export, tables
from monitor.views.files.separated import Form
from monitor.views.words.selection import you_see


def csv(table: Table, form: Form) -> str:
    """The public columns; of what is none of our indicators those of the table itself."""
    if table.pieces:
        return export.rows_to_csv(_rows(table), form)
    return export.lists_to_csv(_own_rows(table), form)


def sheets(table: Table) -> dict[str, list[tables.Row]]:
    """Name → rows: a sheet per indicator where there are more."""
    indicators = list(dict.fromkeys(piece.indicator for piece in table.pieces))
    rows = _rows(table) if table.pieces else _own_rows(table)
    if len(indicators) < 2:
        return {table.file: rows}
    return {one.name: [row for row in rows if row["indicator"] == one.name] for one in indicators}


def about_of(section: Section, table: Table, is_demo: bool) -> export.About:
    """What is said of them: of somebody else's count, of the indicator that it stands beside."""
    indicators = list(dict.fromkeys(piece.indicator for piece in table.pieces))
    indicators = indicators or list(dict.fromkeys(trust.indicator for trust in section.trust))
    origins = [*table.origins] or [
        words.replace("\n", ", ")
        for trust in section.trust
        for label, words in trust.facts or (("Bron", trust.line),)
        if label == "Bron"
    ]
    return export.About(indicators, table.whole, list(dict.fromkeys(origins)), is_demo,
                        you_see(section.selection))  # fmt: skip


def _rows(table: Table) -> list[tables.Row]:
    return [
        row
        for piece in table.pieces
        for row in tables.export_rows(piece.figures, piece.indicator, piece.per)
    ]


def _own_rows(table: Table) -> list[tables.Row]:
    """With columns of its own: schooljaar, nederland_leerlingen; or other rows, as the section says."""
    if table.filed is not None:
        return [dict(row) for row in table.filed()]
    names = [re.sub(r"\W+", "_", one.title.lower()).strip("_") for one in table.columns]
    return [
        {name: _bare(cell) for name, cell in zip(names, row, strict=True)} for row in table.rows
    ]  # fmt: skip


def _bare(cell: Value) -> str | float | None:
    """A number where it is one; what is open or hidden stays in its words."""
    if cell.status == "onbekend":
        return None
    return cell.low if cell.status == "bekend" else cell.text
