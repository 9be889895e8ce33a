"""Every visible sheet of an XLSX as rows of text: a workbook that is a form, and no table of data."""

from pathlib import Path

import fastexcel

from monitor.errors import DeliveryRefused, MonitorError, Problem, reason
from monitor.intake.judging import messages, questions
from monitor.intake.reading.sheet import refused
from monitor.intake.reading.xlsx_xml import open_workbook


LARGEST = 5_000_000
"""Bytes: a form of hundreds of questions takes some tens of thousands."""
MOST_CELLS = 500_000
PROBLEMS_SHOWN = 20


def text_sheets(path: Path) -> dict[str, list[list[str]]]:
    """By name the rows of each sheet that a person sees, the first row first and '' for an empty cell.

    DeliveryRefused when the file is no XLSX, or holds what is not to be opened, hidden sheets, or
    cells without a value; MonitorError when it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise MonitorError(f"{path} is niet te lezen: {reason(error)}.") from None
    name = path.name
    if len(content) > LARGEST:
        raise refused(name, f"is groter dan {LARGEST // 1_000_000} MB; dat is geen formulier.")
    book = open_workbook(content, name) if content.startswith(b"PK") else None
    if book is None:
        raise refused(name, "is geen XLSX. Bewaar het formulier in Excel als .xlsx.")
    leaves = book.leaves()
    if book.hidden_leaves:
        said = questions.hidden_sheets(book.hidden_leaves)
        raise refused(name, f"{said} Maak ze zichtbaar of haal ze weg.")
    found: dict[str, list[list[str]]] = {}
    for leaf in leaves:
        cells = book.cells(leaf)
        # Before it is loaded: one cell far away makes a table that no memory holds.
        if cells.last_row * cells.last_column > MOST_CELLS:
            raise refused(name, f"blad {leaf.name} is te groot voor een formulier.")
        if cells.suspects:
            raise DeliveryRefused(
                [
                    Problem(name, cell.row, "", f"blad {leaf.name}: {cell.text}")
                    for cell in sorted(cells.suspects)[:PROBLEMS_SHOWN]
                ]
            )
        left = [""] * (max(cells.first_column, 1) - 1)
        found[leaf.name] = [[*left, *row] for row in _rows(content, leaf.name, name)]
    return found


def _rows(content: bytes, sheet_name: str, name: str) -> list[list[str]]:
    try:
        book = fastexcel.read_excel(content)
        sheet = book.load_sheet(sheet_name, header_row=None, dtypes="string", skip_rows=0)
        rows = sheet.to_arrow().to_pylist()
    except Exception:  # noqa: BLE001  fastexcel raises its own family, and pyo3's panics on broken files
        raise refused(name, messages.unreadable_xlsx()) from None
    return [["" if cell is None else cell for cell in row.values()] for row in rows]
