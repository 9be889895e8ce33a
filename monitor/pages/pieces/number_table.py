"""A table of texts in which the columns of numbers stand to the right, so that digits line up."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from monitor.pages.pieces.text_table import of_texts
from monitor.values.safe_text import plain
from monitor.views.words.amounts import number_columns


def show(rows: Sequence[Mapping[str, Any]], key: str, alt: str) -> None:
    """A static table; a screen reader and a copy get the texts as they are."""
    if css := style(rows, key):
        st.html(f"<style>{css}</style>")
    with st.container(key=key):
        # Its titles and cells are Markdown; names out of files are not.
        shown = [{plain(title): _literal(cell) for title, cell in row.items()} for row in rows]
        st.table(of_texts(shown), hide_index=True, alt=alt)


def _literal(cell: Any) -> Any:
    return plain(cell) if isinstance(cell, str) else cell


def style(rows: Sequence[Mapping[str, Any]], key: str, also: Sequence[int] = ()) -> str:
    """The CSS for the table in the container with this key; empty without a column of amounts. `also` are
    the places of columns that are known to hold them."""
    here = f".st-key-{re.sub('[^a-zA-Z0-9_-]', '-', key)}"
    places = sorted({*number_columns(rows), *also})
    cells = ", ".join(f"{here} :is(th, td):nth-child({place})" for place in places)
    # Streamlit says on every cell that a text stands to the left.
    return f"{cells} {{text-align: right !important}}" if cells else ""
