"""Rows as a CSV, in two forms that hold the same.

`for_programs`: commas and a decimal point, UTF-8 without a mark: what Python, R and Power BI take for
granted. `for_excel`: what a Dutch Excel opens right by a double click: a byte order mark (without
it é is Ã©), semicolons, a decimal comma. In both a text that looks like a formula is text.

Excel takes 0344 in any CSV for a number; only a workbook keeps it as it is.
"""

import csv
from collections.abc import Callable, Iterable, Sequence

from monitor.values import safe_text


Cell = str | float | int | None
Form = Callable[[Sequence[str], Iterable[Sequence[Cell]]], str]
"""(titles, rows) → the whole file; it goes over the line as UTF-8."""

_END = "\r\n"
MARK = "\ufeff"
"""A byte order mark: Excel reads a file with it as UTF-8."""


def for_programs(titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Comma separated, lines end with a line feed, a decimal point, empty where unknown."""
    return _written(titles, rows, ",", "\n", ".")


def for_excel(titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The same rows as `for_programs`, as a Dutch spreadsheet opens them."""
    return MARK + _written(titles, rows, ";", "\r\n", ",")


def _written(
    titles: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str, end: str, point: str
) -> str:
    lines = _Lines()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator=_END)
    writer.writerow([safe_text.harmless(title) for title in titles])
    for row in rows:
        writer.writerow([_cell(cell, point) for cell in row])
    return "".join(line + end for line in lines.written)


class _Lines:
    """The writer puts quotes around a carriage return only when it ends its own lines with one."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> None:
        self.written.append(line.removesuffix(_END))


def _cell(cell: Cell, point: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe_text.harmless(cell)
    if isinstance(cell, int):
        return str(cell)
    # Never 1e-07: a spreadsheet shows that, and whoever types it over writes something else.
    return f"{cell:.6f}".rstrip("0").rstrip(".").replace(".", point)
