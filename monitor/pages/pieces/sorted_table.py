"""A table that is sorted by a click on a heading and scrolls, and stands on paper in full; its rows may
lead to a page."""

from collections.abc import Sequence

import streamlit as st

from monitor.pages.pieces.long_table import on_paper
from monitor.sections.section import Table


SHORT = 15
"""Rows that stand there all; of more the table scrolls."""
HEIGHT = 560
"""Of a table that scrolls, in pixels."""
NARROW, NEXT = 228, 122
"""Of the first two columns, in pixels: a phone shows both, a name and what is said of it."""
_NUMBERS = ("number", "share", "euro", "duration")


def has_links(table: Table) -> bool:
    return any(column.kind == "link" for column in table.columns)


def show(table: Table, key: str) -> None:
    """Numbers are padded, so that sorting on text sorts on size; the first column stays in sight."""
    columns = {}
    rows = table.texts
    for place, column in enumerate(table.columns):
        width = NEXT if place == 1 else None
        if column.kind in _NUMBERS:
            cells = padded([row[column.title] for row in rows])
            rows = [row | {column.title: cell} for row, cell in zip(rows, cells, strict=True)]
            columns[column.title] = st.column_config.TextColumn(
                column.title, alignment="right", width=width
            )
        elif column.kind == "link":
            columns[column.title] = st.column_config.LinkColumn(column.title, display_text="Bekijk")
    first = table.columns[0].title
    columns[first] = st.column_config.TextColumn(first, pinned=True, width=NARROW)
    st.dataframe(
        rows, hide_index=True, width="stretch", key=key, alt=table.title,
        height="content" if len(rows) <= SHORT else HEIGHT, column_config=columns,
    )  # fmt: skip
    st.html(on_paper(table.printed))


def padded(words: Sequence[str]) -> list[str]:
    """Before the comma as wide as the widest: then "9" sorts before "10", as text."""
    sizes = [len(word.partition("–")[0].partition(",")[0]) for word in words]
    whole = max(sizes, default=0)
    return [" " * (whole - size) + word for size, word in zip(sizes, words, strict=True)]
