"""Figures as the table of a section: one row per figure, as a page and a file show them."""

from collections.abc import Sequence

from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Column, Piece, Table
from monitor.sections.values import Value, value_of
from monitor.views.files import tables


KINDS = {"aantal": "number", "aandeel": "share", "per_duizend": "number", "duur": "duration"}


def of_figures(
    title: str,
    figures: Sequence[Figure],
    indicator: Indicator,
    pieces: Sequence[Piece] = (),
    file: str = "",
    whole: str = "",
    widest: float | None = None,
) -> Table:
    """A row per figure, in the order given. `widest` is the size of a class: rows that have a wider
    one say why."""
    rows = tables.figure_rows(figures, indicator)
    if widest is not None:
        rows = tables.say_wider(rows, figures, widest)
    value = tables.value_title(indicator)
    titles = list(rows[0]) if rows else []
    cells = tuple(
        tuple(
            value_of(figure, indicator, text) if column == value else Value(text)
            for column, text in row.items()
        )
        for figure, row in zip(figures, rows, strict=True)
    )
    columns = tuple(
        Column(one, KINDS.get(indicator.kind, "number"), indicator.unit)
        if one == value
        else Column(one)
        for one in titles
    )
    return Table(title, columns, cells, tuple(pieces), file, whole)
