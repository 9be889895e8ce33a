"""A table with a way to a page in every row."""

import streamlit as st

from monitor.pages.pieces.side_by_side import padded
from monitor.sections.section import Table


SHORT = 15
"""Rows that stand there all; of more the table scrolls."""
_NUMBERS = ("number", "share", "euro", "duration")


def has_links(table: Table) -> bool:
    return any(column.kind == "link" for column in table.columns)


def show(table: Table, key: str) -> None:
    """Numbers are padded, so that sorting on text sorts on size; the first column stays in sight."""
    columns = {}
    rows = table.texts
    for column in table.columns:
        if column.kind in _NUMBERS:
            cells = padded([row[column.title] for row in rows])
            rows = [row | {column.title: cell} for row, cell in zip(rows, cells, strict=True)]
            columns[column.title] = st.column_config.TextColumn(column.title, alignment="right")
        elif column.kind == "link":
            columns[column.title] = st.column_config.LinkColumn(column.title, display_text="Bekijk")
    first = table.columns[0].title
    columns[first] = st.column_config.TextColumn(first, pinned=True, width=228)
    st.dataframe(
        rows, hide_index=True, width="stretch", key=key, alt=table.title,
        height="content" if len(rows) <= SHORT else 560, column_config=columns,
    )  # fmt: skip
