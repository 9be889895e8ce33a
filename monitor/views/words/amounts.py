"""Which columns of a table of texts hold amounts, so that their digits line up."""

import re
from collections.abc import Mapping, Sequence
from typing import Any


_AMOUNT = re.compile(
    r"(€ )?[+\u2212▲▼]? ?\d[\d.]*(,\d+)?([–]\d[\d.]*(,\d+)?)?( (of|tot|van de|van) \d[\d.]*)?"
    r"( (%|km|weken|per 1\.000))?( \(\d[\d.,–]* %\))?( \(van \d+ onbekend\))?"
)
"""1.234 | +10 | 3,7–3,8 % | 33 of 34 | 12 van de 31."""
_IN_WORDS = re.compile(
    r"(minder dan|ten minste|ten hoogste|ongeveer) \d.*|onbekend|verborgen|niet te zeggen|geen.*|–|-|"
)
"""What stands in the place of an amount."""
_SINCE = re.compile(r" \(gecorrigeerd op [^)]*\)$")
"""What may stand behind one (`text.corrected`)."""


def number_columns(rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """The places, from 1, of the columns that hold amounts; the first column names the row."""
    titles = list(rows[0]) if rows else []
    return [
        place
        for place, title in enumerate(titles, 1)
        if place > 1 and _is_amounts([_bare(row.get(title)) for row in rows])
    ]


def _is_amounts(cells: Sequence[str]) -> bool:
    amounts = [cell for cell in cells if _AMOUNT.fullmatch(cell)]
    return bool(amounts) and all(cell in amounts or _IN_WORDS.fullmatch(cell) for cell in cells)


def _bare(cell: object) -> str:
    """The words of a cell, with one kind of space."""
    return "" if cell is None else _SINCE.sub("", " ".join(str(cell).split()))
