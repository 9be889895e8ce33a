"""Every figure of a report under each other, one row each, with the public columns of a CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.sections.section import Section
from monitor.sections.values import value_of
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
