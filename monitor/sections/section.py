"""The unit that a page, a slide, a page of paper and a sheet are made of: one question, answered.

Everything in it came through the door of one viewer. Its texts are plain: who shows them puts in the
markup of his own medium.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from monitor.figures.door import Figure, Indicator
from monitor.sections.values import Value
from monitor.views.charts.kinds import Chart
from monitor.views.charts.plotly import alt_of


MOST_BESIDE = 4
"""Sentences beside the first one."""
MOST_DRAWN = 2
"""Pictures; two only where they are one answer, as a map with its ranking."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, with the page that proves it."""

    text: str
    page: str = ""
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture kept as meaning, with what belongs under it."""

    chart: Chart
    notes: tuple[str, ...] = ()
    """How it is read; a break; what is not in it."""

    @property
    def alt(self) -> str:
        """In words what is drawn, for who does not see it; never empty."""
        return alt_of(self.chart)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `kind` is text, number, share, euro, duration, period or link: the address
    of a page, school?school=99AA00."""

    title: str
    kind: str = "text"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Figures behind a table, for a file with the public columns."""

    indicator: Indicator
    per: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The twin of a picture: the same in words and numbers."""

    title: str
    """Names it apart from every other table of a page."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    pieces: tuple[Piece, ...] = ()
    file: str = ""
    """The name of a file of it, without ending; "" where it is not taken along by itself."""
    whole: str = ""
    """Which selection a file holds, of what: alle gemeenten van SWV Rivierenstreek."""
    filed: Callable[[], Sequence[Mapping[str, str]]] | None = None
    """The rows of a file where it holds others than these, with the titles that they have there."""
    origins: tuple[str, ...] = ()
    """Where its figures come from, a line per file, where the trust of the section does not say so."""

    @property
    def texts(self) -> list[dict[str, str]]:
        """A row per row, the words by the title of their column."""
        titles = [column.title for column in self.columns]
        return [
            dict(zip(titles, (cell.text for cell in row), strict=True)) for row in self.rows
        ]  # fmt: skip

    @property
    def printed(self) -> list[dict[str, str]]:
        """As `texts`, without the addresses of pages: paper leads nowhere."""
        links = {column.title for column in self.columns if column.kind == "link"}
        return [
            {title: text for title, text in row.items() if title not in links}
            for row in self.texts
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trust:
    """What a reader must know before using a figure."""

    indicator: Indicator
    line: str
    """Source, peildatum, delivery, status and completeness."""
    facts: tuple[tuple[str, str], ...] = ()
    """(label, words), in the order in which they are told."""
    citation: str = ""
    """The figure with all that belongs to it, as a text to take over."""


@dataclass(frozen=True, slots=True)
class Section:
    """One question, answered for one viewer and one selection.

    ValueError for more sentences or pictures than one answer has, or for a picture without a table.
    """

    key: str
    """Stable: the name of the module, and of what is made of it."""
    question: str
    title: str
    """Its heading on a page."""
    says: Said
    selection: str
    """What is seen: indicator, region, moment; the sentence behind “U ziet”."""
    beside: tuple[Said, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    table: Table | None = None
    trust: tuple[Trust, ...] = ()
    """The first one is the line under the pictures."""
    notes: tuple[str, ...] = field(default=())
    """What must be said of the whole, small."""

    def __post_init__(self) -> None:
        if len(self.beside) > MOST_BESIDE or len(self.drawn) > MOST_DRAWN:
            raise ValueError(f"{self.key}: more than one answer can hold")
        if self.drawn and self.table is None:
            raise ValueError(f"{self.key}: a picture without its table")


def said(*sentences: str) -> tuple[Said, ...]:
    """Those that are not empty."""
    return tuple(Said(sentence) for sentence in sentences if sentence)


def texts_table(
    title: str, rows: Sequence[dict[str, str]], kind: str = "text", **more: object
) -> Table:
    """A table of words alone, its columns as the first row names them; `kind` is that of all but the
    first. ValueError for rows that differ in their columns."""
    titles = list(rows[0]) if rows else []
    if any(list(row) != titles for row in rows):
        raise ValueError(f"{title}: rows with different columns")
    cells = tuple(tuple(Value(text) for text in row.values()) for row in rows)
    columns = tuple(Column(one, kind if place else "text") for place, one in enumerate(titles))
    return Table(title, columns, cells, **more)  # type: ignore[arg-type]
