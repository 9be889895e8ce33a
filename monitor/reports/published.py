"""A section as plain values: what of it is published, in whatever form it leaves."""

from typing import Any

from monitor.sections.section import Section, Table
from monitor.sections.trust import BESIDE
from monitor.views.files import tables


def of_section(section: Section) -> dict[str, Any]:
    """Strings, numbers of at most six decimals, lists and None; equal for every opening of the same
    version of a store, seen by the same viewer."""
    return {
        "key": section.key,
        "question": section.question,
        "title": section.title,
        "says": section.says.text,
        "selection": section.selection,
        "beside": [one.text for one in section.beside],
        "notes": list(section.notes),
        "drawn": [
            {"kind": type(one.chart).__name__, "alt": one.alt, "notes": list(one.notes)}
            for one in section.drawn
        ],
        "table": None if section.table is None else _of_table(section.table),
        "trust": [
            {
                "indicator": one.indicator.name,
                "line": one.line,
                "facts": [list(fact) for fact in one.facts],
            }
            for one in section.trust
        ],
    }


def _of_table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "columns": [[one.title, one.kind, one.unit] for one in table.columns],
        "rows": [[list(cell) for cell in row] for row in table.rows],
        "figures": [
            row
            for piece in table.pieces
            for row in tables.export_rows(piece.figures, piece.indicator, piece.per)
        ],
    }


def source_of(section: Section) -> str:
    """The line under the pictures: where the figure comes from, and what stands beside it."""
    if not section.trust:
        return ""
    beside = [words for label, words in section.trust[0].facts if label == BESIDE]
    return " · ".join([section.trust[0].line, *beside])


def reasons_of(table: Table) -> list[tuple[str, str]]:
    """(status, why) of cells that are not exact, each once, in the order of the rows."""
    found = (
        (cell.status, cell.reason)
        for row in table.rows
        for cell in row
        if cell.status not in ("tekst", "bekend") and cell.reason
    )
    return list(dict.fromkeys(found))
