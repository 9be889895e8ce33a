"""The goals of the ondersteuningsplan as one table, with all that is known of each a click away."""

import streamlit as st

from monitor.pages.pieces import phone_table, quiet_line
from monitor.sections.section import Section
from monitor.values.safe_text import plain


def show(section: Section) -> None:
    st.header(section.title)
    st.markdown(f"**{plain(section.says.text)}**")
    for one in section.beside:
        st.caption(plain(one.text))
    assert section.table is not None
    rows = section.table.texts
    if rows:
        shown = [{title: plain(cell) for title, cell in row.items()} for row in rows]
        phone_table.table(shown, "doelen_tabel", section.table.title)
    quiet_line.opens("Over deze doelen", "doelen_over", section.title, lambda: _in_full(section))


def _in_full(section: Section) -> None:
    for words in section.notes:
        st.markdown(f"- {plain(words)}")
