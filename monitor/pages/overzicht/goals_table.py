"""The goals of the ondersteuningsplan: what asks most in sight, all of them a click away."""

import streamlit as st

from monitor.pages.pieces import long_table, phone_table, quiet_line, whole_page
from monitor.sections.section import Section
from monitor.values import dutch
from monitor.values.safe_text import plain


IN_SIGHT = 5
"""Rows on the page itself; the table is sorted, what is off its course first."""


def show(section: Section) -> None:
    whole_page.add(section)
    st.header(section.title)
    st.markdown(f"**{plain(section.says.text)}**")
    for one in section.beside:
        st.caption(plain(one.text))
    assert section.table is not None
    rows = section.table.texts
    with st.container(key="doelen_kort" if len(rows) > IN_SIGHT else "doelen", gap="small"):
        _table(section, IN_SIGHT, "doelen_tabel")
    many = len(section.notes)
    label = f"Alle {dutch.number(many)} doelen" if many > 1 else "Over dit doel"
    quiet_line.opens(label, "doelen_over", section.title, lambda: _in_full(section))
    if len(rows) > IN_SIGHT:
        # Paper opens nothing: there the whole table stands in the place of its first rows.
        st.html(long_table.on_paper(section.table.printed))


def _table(section: Section, most: int, key: str) -> None:
    assert section.table is not None
    rows = section.table.texts[:most]
    if rows:
        shown = [{title: plain(cell) for title, cell in row.items()} for row in rows]
        phone_table.table(shown, key, section.table.title)


def _in_full(section: Section) -> None:
    assert section.table is not None
    if len(section.table.rows) > IN_SIGHT:
        _table(section, len(section.table.rows), "doelen_alle")
    for words in section.notes:
        st.markdown(f"- {plain(words)}")
