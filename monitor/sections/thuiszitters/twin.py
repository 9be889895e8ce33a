"""The table that says what a picture of thuiszitters shows, with the figures behind it."""

from collections.abc import Mapping, Sequence

from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Column, Piece, Table
from monitor.sections.values import Value
from monitor.values import dutch
from monitor.views.files.tables import plain_number


def twin(
    title: str,
    rows: Sequence[Mapping[str, str | Value]],
    pieces: Sequence[tuple[Indicator, str, Sequence[Figure]]],
    name: str,
    whole: str,
) -> Table:
    """`rows` all with the columns of the first; `pieces` are (indicator, level, figures), those
    without figures left out; `name` names a file, `whole` says which selection it holds."""
    titles = list(rows[0]) if rows else []
    if any(list(row) != titles for row in rows):
        raise ValueError(f"{title}: rows with different columns")
    cells = tuple(
        tuple(cell if isinstance(cell, Value) else Value(cell) for cell in row.values())
        for row in rows
    )
    columns = tuple(
        Column(one, "text" if all(row[at].status == "tekst" for row in cells) else "number")
        for at, one in enumerate(titles)
    )
    kept = tuple(Piece(one, per, tuple(found)) for one, per, found in pieces if found)
    return Table(title, columns, cells, kept, f"thuiszitters-{name}" if kept else "", whole)


def counted(figure: Figure | None, text: str = "") -> Value:
    """A number of pupils, also where a figure is a part of them; `text` where its words are other
    than `wording.teller`."""
    if figure is None:
        return Value(text or dutch.UNKNOWN, status="onbekend")
    words = text or wording.teller(figure)
    if figure.is_hidden:
        return Value(words, status="verborgen", reason="te klein om te tonen")
    low, high = plain_number(figure.teller), plain_number(figure.teller_max)
    if low is None and high is None:
        return Value(words, status="onbekend")
    if figure.is_banded:
        return Value(words, low, high, "klasse", "een klasse, zodat niemand te herkennen is")
    return Value(words, low, high, "bekend" if low == high else "interval")
