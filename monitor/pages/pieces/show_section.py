"""The one place where a section becomes a piece of a page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from monitor.pages.pieces import figure_parts, quiet_line, sorted_table
from monitor.sections.section import Drawn, Said, Section
from monitor.values.safe_text import plain
from monitor.views.charts import matrix
from monitor.views.charts.drawing import CONFIG
from monitor.views.charts.kinds import Chart, Matrix
from monitor.views.charts.plotly import plotly_of


MOST_OPEN = 12
"""Rows of a table on the page itself that stands open; a longer one scrolls."""


WIDTHS = (6, 5)
"""Of two pictures beside each other."""
Draw = Callable[[Chart, str, str], None]
"""What puts a picture on the page: of its meaning, its words and the key of its widget."""


class Cells(NamedTuple):
    """What a page does with the cells of a matrix: the address behind one, and which is open."""

    link: Callable[[str], str]
    chosen: str = ""


def still(chart: Chart, alt: str, key: str) -> None:
    """A picture to look at, with its words for who cannot see it; words alone where there is nothing to
    draw."""
    drawing = plotly_of(chart)
    if not drawing["data"]:
        st.caption("Er zijn geen cijfers om te tekenen.")
        return
    st.plotly_chart(drawing, key=key, alt=alt, config=CONFIG, width="stretch", theme="streamlit")


def show(
    section: Section,
    is_demo: bool,
    *,
    heading: bool = True,
    is_sub: bool = False,
    key: str = "",
    table: quiet_line.Where = "line",
    cells: Cells | None = None,
    draw: Draw = still,
    is_beside: bool = False,
) -> None:
    """Heading, sentences, pictures and the quiet line; `key` where a page shows one section twice;
    `is_sub` where it stands under the heading of another; `table` says where its table is: behind a picture, open, as cards, sorted, or folded where there is no picture;
    `draw` is for pictures that can be clicked; `is_beside` puts the words above the second of two
    pictures, so that the first is as high as both."""
    key = key or section.key
    if heading and section.title:
        (st.subheader if is_sub else st.header)(plain(section.title))
    if is_beside and len(section.drawn) > 1:
        left, right = st.columns(WIDTHS, gap="medium")
        with left:
            _picture(section.drawn[0], f"{key}_beeld_0", cells, draw)
        with right:
            _words(section)
            _picture(section.drawn[1], f"{key}_beeld_1", cells, draw)
    else:
        _words(section)
        pictures(section.drawn, key, cells, draw)
    if table == "open" and section.table is not None:
        quiet_line.whole_table(section.table, key, MOST_OPEN)
    if table == "cards" and section.table is not None:
        quiet_line.cards(section.table, key)
    if table == "sorted" and section.table is not None:
        sorted_table.show(section.table, f"{key}_tabel")
    quiet_line.show(section, key, is_demo, table)


def _words(section: Section) -> None:
    sentences(section.says, section.beside)
    for note in section.notes:
        st.caption(plain(note))


def sentences(says: Said, beside: Sequence[Said]) -> None:
    """The answer in bold, then what belongs beside it; a sentence with a proof leads to it."""
    for place, one in enumerate((says, *beside)):
        if not one.text:
            continue
        words = plain(one.text)
        st.markdown(f"**{words}**" if place == 0 else words)
        if one.page and one.page in st.session_state.get("pages", {}):
            figure_parts.link(one.page, f"Naar {one.page.capitalize()}", **dict(one.query))


def pictures(
    drawn: Sequence[Drawn], key: str, cells: Cells | None = None, draw: Draw = still
) -> None:
    """One, or two beside each other; under each how it is read."""
    places = st.columns(WIDTHS, gap="medium") if len(drawn) > 1 else [st.container()]
    for number, (place, one) in enumerate(zip(places, drawn, strict=False)):
        with place:
            _picture(one, f"{key}_beeld_{number}", cells, draw)


def _picture(one: Drawn, key: str, cells: Cells | None, draw: Draw) -> None:
    if isinstance(one.chart, Matrix):
        _matrix(one.chart, cells)
    else:
        draw(one.chart, one.alt, key)
    for note in one.notes:
        st.caption(plain(note))


def _matrix(chart: Matrix, cells: Cells | None) -> None:
    """A table and no drawing: it reads with a screen reader, and its cells can be pressed."""
    link, chosen = cells or (None, "")
    st.html(matrix.html(chart.cells, chart.names.__getitem__, chart.label, link, chosen))
