"""Every figure of a report under each other, one row each, with the public columns of a CSV."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.sections.section import Section
from monitor.sections.values import value_of
from monitor.values import moments
from monitor.views.files import tables


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


MORE = ("status", "waarom", "onderdeel")
"""Columns after the public ones: people have formulas on those."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure, on which sheets it stands, and what a row of it says."""

    indicator: "Indicator"
    per: str
    figure: "Figure"
    cells: tuple[tables.Cell, ...]
    status: str


def titles(lines: Sequence[Line]) -> list[str]:
    """With the day of a correction only where there is one."""
    corrected = [tables.CORRECTED] if any(line.figure.corrected for line in lines) else []
    return [*tables.EXPORT_COLUMNS, *MORE, *corrected]


def lines_of(sections: Sequence[Section], names: Sequence[str]) -> list[Line]:
    """`names` are those of their sheets. A figure that more of them show has one row: else who adds up
    a column would count it twice."""
    where: dict[tuple[str, str, Figure], list[str]] = {}
    indicators: dict[str, Indicator] = {}
    for section, name in zip(sections, names, strict=True):
        for indicator, per, figure in _figures(section):
            indicators[indicator.name] = indicator
            there = where.setdefault((indicator.name, per, figure), [])
            if name not in there:
                there.append(name)
    return [
        _line(indicators[one], per, figure, there) for (one, per, figure), there in where.items()
    ]


def names_of(lines: Sequence[Line]) -> dict[str, tuple[int, str]]:
    """Name → (row, column) of the core figures, for formulas in somebody's own workbook: those of the
    samenwerkingsverband as a whole, deelname_vso_2025_laagste and _hoogste, and deelname_vso_2025 where it
    is exact. With a code in it where there are others beside it."""
    found: dict[str, tuple[int, str]] = {}
    core = [(at, one) for at, one in enumerate(lines)
            if one.per in ("swv", "land") and not one.figure.uitsplitsing]  # fmt: skip
    own = _own(line for _, line in core)
    for at, line in core:
        if line.status in ("verborgen", "onbekend", "nvt"):
            continue
        where = {"land": "_land"}.get(
            line.per, "" if line.figure.code == own else f"_{line.figure.code}"
        )
        name = re.sub(r"\W", "_", f"{line.indicator.name}{where}_{_when(line)}")
        if f"{name}_laagste" in found:
            continue  # of two sources; the first stands
        found[f"{name}_laagste"] = (at, "waarde")
        found[f"{name}_hoogste"] = (at, "waarde_max")
        if line.status == "bekend":
            found[name] = (at, "waarde")
    return found


def _own(lines: Iterable[Line]) -> str:
    """The samenwerkingsverband that most is of: others stand beside it."""
    codes = Counter(line.figure.code for line in lines if line.per == "swv")
    return min(codes, key=lambda code: (-codes[code], code), default="")


def _when(line: Line) -> str:
    """2025 | 2024_2025 | 2025_10"""
    periode = line.figure.periode
    if line.indicator.moment in ("maandeinde", "maand"):
        return periode[:7]
    return moments.period_brief(periode, line.indicator.moment)


def _figures(section: Section) -> "Iterator[tuple[Indicator, str, Figure]]":
    if section.table is not None:
        for piece in section.table.pieces:
            for figure in piece.figures:
                yield piece.indicator, piece.per, figure


def _line(indicator: "Indicator", per: str, figure: "Figure", where: Sequence[str]) -> Line:
    (row,) = tables.export_rows([figure], indicator, per)
    value = value_of(figure, indicator)
    cells = [row[title] for title in tables.EXPORT_COLUMNS]
    cells += [value.status, value.reason, ", ".join(where)]
    if tables.CORRECTED in row:
        cells.append(row[tables.CORRECTED])
    return Line(indicator, per, figure, tuple(cells), value.status)
