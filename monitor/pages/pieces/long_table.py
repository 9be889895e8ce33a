"""A table that is sorted and scrolled on the screen, and stands on paper in full."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from monitor.views.words.amounts import number_columns


def show(rows: Sequence[Mapping[str, Any]], key: str, alt: str, **extra: Any) -> None:
    """`extra` is for `st.dataframe`. Of that a printer gets only what the screen had room for."""
    st.dataframe(list(rows), hide_index=True, width="stretch", key=key, alt=alt, **extra)
    st.html(on_paper(rows))


def on_paper(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same cells as HTML, that no screen shows (monitor.css)."""
    titles = list(rows[0]) if rows else []
    amounts = {titles[place - 1] for place in number_columns(rows)}
    head = "".join(_cell("th", title, title in amounts) for title in titles)
    body = "".join(
        f"<tr>{''.join(_cell('td', row[title], title in amounts) for title in titles)}</tr>"
        for row in rows
    )
    return f'<table class="tabel-op-papier"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(tag: str, value: object, is_amount: bool) -> str:
    words = "" if value is None else escape(str(value).strip())
    return f"<{tag}{' class=getal' if is_amount else ''}>{words}</{tag}>"
