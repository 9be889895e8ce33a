"""The one line under a picture: where it comes from, and all that is a click away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st

from monitor.errors import MonitorError
from monitor.pages.pieces import (
    download_choice,
    figure_parts,
    long_table,
    number_table,
    phone_table,
    sorted_table,
    visit,
    whole_page,
)
from monitor.reports import deck, huisstijl, paper, taken_along, workbook
from monitor.reports.published import source_of
from monitor.reports.stamp import Stamp, stamp_of
from monitor.sections.section import Section, Table
from monitor.values.safe_text import plain
from monitor.views.charts.plotly import plotly_of
from monitor.views.files import picture, tables
from monitor.views.words.selection import you_see


Where = Literal["line", "open", "cards", "sorted", "folded"]
"""Where the table of a section is: behind its picture, open on the page (as cards on a phone, or sorted by
a click on a heading), or in the line without one."""
MOST_STATIC = 40
"""Rows of a table that stands open; a longer one scrolls."""


def show(section: Section, key: str, is_demo: bool, table: Where = "line") -> None:
    """Source and peildatum · Tabel · Download · Over dit cijfer. What opens is made when it is opened:
    a page has a dozen of these lines."""
    whole_page.add(section, key)
    if not section.trust and section.table is None:
        return
    what = section.title or section.says.text
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"{key}_regel"
    ):
        if section.trust:
            st.caption(plain(section.trust[0].line), width="content")
        if section.table is not None and (table == "folded" or (table == "line" and section.drawn)):
            opens("Tabel", f"{key}_tabel", what, lambda: _table(section.table, key))
        if _leaves(section):
            opens("Download", f"{key}_download", what, lambda: _downloads(section, key, is_demo))
        for number, trust in enumerate(section.trust):
            if not trust.facts:
                continue  # of somebody else's count there is no more to say than the line does
            label = (
                "Over dit cijfer" if len(section.trust) == 1 else f"Over {trust.indicator.short}"
            )
            opens(label, f"{key}_over_{number}", what, partial(figure_parts.facts, trust))
    if section.table is not None and (table == "folded" or (table == "line" and section.drawn)):
        # Paper opens nothing: there the table stands under its picture.
        st.html(long_table.on_paper(section.table.printed))


def _leaves(section: Section) -> bool:
    """Whether there is anything to take along."""
    has_file = section.table is not None and bool(section.table.file)
    return bool(section.drawn) or has_file or visit.seen() is not None


def opens(label: str, key: str, what: str, inside: Callable[[], None]) -> None:
    """Words that open on something that is made then; `what` names what it belongs to."""
    there = st.popover(label, type="tertiary", key=key, on_change="rerun")
    if there.open:
        with there:
            st.caption(plain(what))
            inside()


def _table(table: Table | None, key: str) -> None:
    assert table is not None
    whole_table(table, key)


def cards(table: Table, key: str) -> None:
    """Every row; on a phone a block each, with the titles of the columns before its cells."""
    if not table.rows:
        return
    rows = [{plain(title): plain(cell) for title, cell in row.items()} for row in table.texts]
    right = [at for at, one in enumerate(table.columns, 1) if one.kind not in ("text", "link")]
    phone_table.table(rows, f"{key}_kaarten", table.title, right=right)


def whole_table(table: Table, key: str, most: int = MOST_STATIC) -> None:
    """Every row; with more than `most` in a table that scrolls and sorts."""
    if sorted_table.has_links(table):
        sorted_table.show(table, f"{key}_tabel_lang")
        return
    rows = table.texts
    if len(rows) <= most and any(column.title == tables.WHY_WIDER for column in table.columns):
        # A phone leaves the last column of words room for one letter or two.
        cards(table, key)
    elif len(rows) <= most:
        number_table.show(rows, f"{key}_tabel_vast", table.title)
    else:
        st.dataframe(
            rows, hide_index=True, width="stretch", key=f"{key}_tabel_lang", alt=table.title
        )


def _downloads(section: Section, key: str, is_demo: bool) -> None:
    """The numbers for a spreadsheet or a program, and the picture with its title and source in it."""
    table = section.table
    seen = visit.seen()
    # A stamp holds no store: what a button keeps is kept as long as the tab is open.
    stamp = None if seen is None else stamp_of(*seen)
    if table is not None and table.file:
        many = sum(len(piece.figures) for piece in table.pieces) or len(table.rows)
        st.caption(plain(f"{many} {'rij' if many == 1 else 'rijen'}: {table.whole}."))
        download_choice.files(
            table.file, key, lambda form: taken_along.csv(table, form),
            lambda: workbook.of_section(section, table, is_demo, stamp),
        )  # fmt: skip
    if section.drawn:
        one = _picture(section, is_demo)
        file = (table.file if table is not None else "") or section.key
        st.caption(
            "De afbeelding, met titel, selectie en bron erin. PNG past overal; SVG blijft scherp."
        )
        with st.container(horizontal=True, gap="small"):
            _button("Afbeelding (PNG)", lambda: picture.to_png(one), f"{file}.png", "image/png",
                    f"{key}_png")  # fmt: skip
            _button("Afbeelding (SVG)", lambda: picture.to_svg(one).encode(), f"{file}.svg",
                    "image/svg+xml", f"{key}_svg")  # fmt: skip
    if stamp is not None:
        file = (table.file if table is not None else "") or section.key
        st.caption(
            "Deze vraag op papier (antwoord, beeld, tabel en wat de cijfers betekenen), of als dia die u "
            "in PowerPoint kunt aanpassen."
        )
        with st.container(horizontal=True, gap="small"):
            _button("PDF (deze vraag)", lambda: paper.of_section(section, stamp), f"{file}.pdf",
                    "application/pdf", f"{key}_pdf")  # fmt: skip
            _slide(section, stamp, seen[0].folder if seen is not None else None, file, key)


def _slide(section: Section, stamp: Stamp, folder: Path | None, file: str, key: str) -> None:
    """In the template of the samenwerkingsverband; one that cannot be used says so here."""
    try:
        template = huisstijl.of_folder(folder)
    except MonitorError as error:
        st.warning(plain(str(error)))
        return
    _button("Dia (deze vraag)", lambda: deck.of_section(section, stamp, template), f"{file}.pptx",
            deck.MIME, f"{key}_dia")  # fmt: skip


def _button(label: str, made: Callable[[], bytes], file: str, mime: str, key: str) -> None:
    st.download_button(label, made, file_name=file, mime=mime, icon=":material/download:", key=key,
                       on_click="ignore")  # fmt: skip


def _picture(section: Section, is_demo: bool) -> picture.Picture:
    drawings = [(plotly_of(one.chart), one.alt) for one in section.drawn]
    title = section.says.text or section.title
    return picture.Picture(title, you_see(section.selection), drawings, source_of(section), is_demo)
