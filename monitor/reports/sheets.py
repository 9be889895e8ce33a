"""How every sheet of a report looks: its name, its letters, its width, and what is on paper."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from monitor.reports.question_sheets import write_cell
from monitor.views.files.tables import Cell


LONGEST_NAME = 31
"""Letters of the name of a sheet that Excel takes."""
PALE = "#E4E4E8"
_LINE = 15.0
"""Points of a line of text."""
_NARROW, _WIDE = 9.0, 52.0
"""Of a column, in letters."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one workbook."""

    title: Any
    mark: Any
    bold: Any
    words: Any
    right: Any
    cell: Any
    small: Any
    head: Any
    head_cell: Any
    head_right: Any
    link: Any
    hidden: Any
    whole: Any
    broken: Any
    share: Any
    euro: Any

    def of_number(self, value: float, kind: str = "", unit: str = "") -> Any:
        """A share with one digit behind the comma; what is whole without."""
        if kind in ("share", "duration"):
            return self.share
        if not float(value).is_integer():
            return self.broken
        return self.euro if kind == "euro" or unit == "euro" else self.whole


def looks_of(workbook: Any) -> Looks:
    """`[$-413]` is Dutch: the comma stays one where the reader's machine is English."""
    top = {"valign": "top"}
    wrapped = top | {"text_wrap": True}
    left = {"align": "left", "indent": 1}  # without a side LibreOffice does not indent
    amount = top | {"align": "right", "indent": 1}
    head = wrapped | {"bold": True, "bottom": 1, "font_color": "#000000",
                      "valign": "bottom"}  # fmt: skip
    return Looks(
        title=workbook.add_format(wrapped | {"bold": True, "font_size": 14}),
        mark=workbook.add_format(top | {"bold": True, "font_color": "#B4232C"}),
        bold=workbook.add_format(top | {"bold": True}),
        words=workbook.add_format(wrapped),
        right=workbook.add_format(amount),
        cell=workbook.add_format(wrapped | left),
        small=workbook.add_format(wrapped | {"font_color": "#55555F", "font_size": 9}),
        head=workbook.add_format(head),
        head_cell=workbook.add_format(head | left),
        head_right=workbook.add_format(head | {"align": "right", "indent": 1}),
        link=workbook.add_format(top | {"font_color": "#1B4F9C", "underline": 1}),
        hidden=workbook.add_format(top | {"bg_color": PALE}),
        whole=workbook.add_format(amount | {"num_format": "[$-413]#,##0"}),
        broken=workbook.add_format(amount | {"num_format": "[$-413]#,##0.0##"}),
        share=workbook.add_format(amount | {"num_format": "[$-413]#,##0.0"}),
        euro=workbook.add_format(amount | {"num_format": "[$€-413] #,##0"}),
    )


def sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 characters, without []:*?/\\, and each once."""
    clean = "".join("-" if letter in "[]:*?/\\" else letter for letter in name)
    clean = clean.strip("'")[:LONGEST_NAME].strip("'") or "cijfers"
    number, one = 1, clean
    while one.lower() in taken:
        number += 1
        one = f"{clean[: LONGEST_NAME - len(str(number)) - 1]} {number}"
    taken.add(one.lower())
    return one


def table_name(sheet: str, number: int) -> str:
    """Of letters, digits and underscores, each once in a workbook by its number."""
    return f"tabel_{number}_{re.sub(r'[^A-Za-z0-9_]', '_', sheet)}"


def add_table(
    sheet: Any,
    looks: Looks,
    name: str,
    top: int,
    titles: list[str],
    rows: int,
    right: Collection[int] = (),
) -> None:
    """Around what is written already: `titles` in row `top`, `rows` rows below; an empty one has a row.
    `right` are the places of columns of numbers."""

    def look(place: int) -> Any:
        beside = looks.head_cell if place and right else looks.head
        return looks.head_right if place in right else beside

    sheet.add_table(top, 0, top + max(rows, 1), len(titles) - 1, {
        "name": name, "style": "Table Style Light 1",
        "columns": [
            {"header": title, "header_format": look(at)} for at, title in enumerate(titles)
        ],
    })  # fmt: skip
    # A year or a code of digits is a text, and that is no mistake.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_column(len(titles) - 1)}{top + rows + 2}"})


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, left = divmod(place - 1, 26)
        letters = chr(65 + left) + letters
    return letters


def write(sheet: Any, looks: Looks, row: int, place: int, value: Cell) -> None:
    look = looks.words if value is None or isinstance(value, str) else looks.of_number(value)
    write_cell(sheet, row, place, value, look)


def width(title: str, cells: list[str]) -> float:
    """Of a column: its head may be broken between words, its cells are not until they are long."""
    word = max((len(part) for part in title.split()), default=0) + 5.0
    longest = max(map(len, cells), default=0) + 3.0
    return min(_WIDE, max(_NARROW, word, longest))


def lines_of(text: str, letters: float) -> int:
    """Lines that a text takes in so many letters."""
    room = max(1.05 * letters, 1.0)  # letters are somewhat narrower than digits
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


def height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points of a row of cells that are broken over lines: not every program finds it by itself."""
    return _LINE * max(map(lines_of, texts, widths), default=1)


def across(
    sheet: Any, row: int, last: int, text: str, look: Any, letters: float, size: float = 1.0
) -> None:
    """A text over the columns up to `last`, as high as its lines: what is merged does not grow."""
    sheet.merge_range(row, 0, row, last, "", look)
    sheet.write_string(row, 0, text, look)
    sheet.set_row(row, _LINE * size * lines_of(text, letters / size))
