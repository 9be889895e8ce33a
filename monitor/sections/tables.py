"""Figures as the table of a section: one row per figure, as a page and a file show them."""

from collections.abc import Sequence

from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Column, Piece, Table
from monitor.sections.values import Value, count_of, value_of
from monitor.views.files import tables


KINDS = {"aantal": "number", "aandeel": "share", "per_duizend": "number", "duur": "duration"}


COUNTS = ("Teller", "Noemer")
"""Columns of what a share is made of (`views.files.tables.figure_rows`)."""


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
        tuple(_cell(column, text, figure, indicator) for column, text in row.items())
        for figure, row in zip(figures, rows, strict=True)
    )
    kinds = {value: Column(value, KINDS.get(indicator.kind, "number"), indicator.unit)}
    kinds |= {one: Column(one, "number") for one in COUNTS}
    columns = tuple(kinds.get(one, Column(one)) for one in titles)
    return Table(title, columns, cells, tuple(pieces), file, whole)


def _cell(column: str, text: str, figure: Figure, indicator: Indicator) -> Value:
    if column == tables.value_title(indicator):
        return value_of(figure, indicator, text)
    if column == "Teller":
        if figure.is_hidden:
            return Value(text, status="verborgen", reason="te klein om te tonen")
        return count_of(figure, text, figure.teller, figure.teller_max)
    if column == "Noemer":
        return count_of(figure, text, figure.noemer, figure.noemer_max)
    return Value(text)
