"""Figures as rows with Dutch titles: for a table on screen, and for a download."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.figures import wording
from monitor.values import moments
from monitor.views.files.separated import Cell


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


EXPORT_COLUMNS = (
    "indicator",
    "per",
    "code",
    "naam",
    "periode",
    "uitsplitsing",
    "teller",
    "teller_max",
    "noemer",
    "noemer_max",
    "waarde",
    "waarde_max",
)
"""The columns of a download: a public contract, in this order."""

CORRECTED = "gecorrigeerd"
"""A last column, where there is something in it: the day since which a class is another one than was
shown before, as the number turned out otherwise."""

EXPORT_TITLES = {
    "teller": "teller (laagste)",
    "teller_max": "teller (hoogste)",
    "noemer": "noemer (laagste)",
    "noemer_max": "noemer (hoogste)",
    "waarde": "waarde (laagste)",
    "waarde_max": "waarde (hoogste)",
    CORRECTED: "gecorrigeerd op",
}
"""What a column is called in a workbook where its own name would not say it."""


Row = dict[str, Cell]


def figure_rows(figures: Sequence["Figure"], indicator: "Indicator") -> list[dict[str, str]]:
    """Rows for the screen: every cell is text as people write it, the unit is in the header.

    Columns in which nothing differs from what is beside them are left out.
    """
    has_parts = any(figure.uitsplitsing for figure in figures)
    return [_row(figure, indicator, has_parts) for figure in figures]


def _row(figure: "Figure", indicator: "Indicator", has_parts: bool) -> dict[str, str]:
    # The figure beside its name: on a phone the other columns lie outside the screen.
    row = {"Naam": figure.naam}
    if has_parts:
        row["Uitsplitsing"] = figure.uitsplitsing.partition("=")[2] or "totaal"
    row[value_title(indicator)] = wording.value_bare(figure, indicator)
    row["Periode"] = moments.period(figure.periode, indicator.moment)
    if indicator.kind != "aantal":
        row["Teller"] = wording.teller(figure)
        row["Noemer"] = wording.interval(figure.noemer, figure.noemer_max)
    return row | {"Code": figure.code}


WHY_WIDER = "Waarom breder"
WIDER = "anders is een aantal ernaast uit te rekenen, of het is niet van iedereen zeker"


def say_wider(
    rows: Sequence[dict[str, str]], figures: Sequence["Figure"], minimum: float
) -> list[dict[str, str]]:
    """Rows with, where a class holds more than `minimum` numbers, why; `figures` are theirs.

    It follows from nothing but the class that is shown: whether it was made wider, or a field is
    empty, is not told by who may not know.
    """
    said = [_is_wider(figure, minimum) for figure in figures]
    if not any(said):
        return list(rows)
    return [
        row | {WHY_WIDER: WIDER if is_wider else ""}
        for row, is_wider in zip(rows, said, strict=True)
    ]


def _is_wider(figure: "Figure", minimum: float) -> bool:
    if not figure.is_banded or figure.is_hidden:
        return False
    ends = [(figure.teller, figure.teller_max), (figure.noemer, figure.noemer_max)]
    # Of a class of five the ends are four apart; a half is of pupils at the vavo.
    return any(
        low is not None and high is not None and high - low > minimum - 0.5 for low, high in ends
    )


def value_title(indicator: "Indicator") -> str:
    """Waarde (%) | Aantal leerlingen"""
    if indicator.kind == "aantal":
        return f"Aantal {indicator.unit}"
    return f"Waarde ({indicator.unit})"


def export_rows(
    figures: Sequence["Figure"], indicator: "Indicator", per: str
) -> list[dict[str, Cell]]:
    """Rows for a download: numbers as numbers, unrounded to six decimals, None where unknown.

    A hidden figure leaves as the interval of its teller; its value does not leave at all.
    """
    rows = [_export_row(figure, indicator, per) for figure in figures]
    if any(figure.corrected is not None for figure in figures):
        for figure, row in zip(figures, rows, strict=True):
            row[CORRECTED] = None if figure.corrected is None else figure.corrected.isoformat()
    return rows


def _export_row(figure: "Figure", indicator: "Indicator", per: str) -> dict[str, Cell]:
    low, high = wording.shown(figure)
    if figure.is_hidden and indicator.kind == "aantal":
        low, high = figure.teller, figure.teller_max
    numbers = (figure.teller, figure.teller_max, figure.noemer, figure.noemer_max, low, high)
    words = (indicator.name, per, figure.code, figure.naam, figure.periode, figure.uitsplitsing)
    cells = [*words, *map(plain_number, numbers)]
    return dict(zip(EXPORT_COLUMNS, cells, strict=True))


def plain_number(value: float | None) -> float | int | None:
    """At most six decimals, and none where there is nothing behind the point."""
    if value is None or not math.isfinite(value):
        return None
    short = round(float(value), 6)
    return int(short) if short.is_integer() else short
