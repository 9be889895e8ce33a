"""Tables that become cards on a phone: every row a block, every cell with its title."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from monitor.pages.pieces import number_table
from monitor.pages.pieces.text_table import of_texts


NARROW = "640px"


def table(
    rows: Sequence[Mapping[str, str]],
    key: str,
    alt: str,
    untitled: int = 1,
    right: Sequence[int] = (),
) -> None:
    """A table of texts (markdown); on a card the first `untitled` cells stand without title. `right` are
    the places, from 1, of columns that hold numbers, whatever their words look like."""
    wide = number_table.style(rows, key, right)
    st.html(
        f"<style>{_style(list(rows[0]), key, untitled)}"
        f"@media (min-width: {NARROW}) {{{wide}}}</style>"
    )
    with st.container(key=key):
        st.table(
            of_texts([dict(row) for row in rows]), hide_index=True, border="horizontal", alt=alt
        )


def _style(titles: Sequence[str], key: str, untitled: int) -> str:
    """Streamlit knows no cards: below `NARROW` the cells stand under each other."""
    here = f".st-key-{key}"
    labels = "".join(
        f'{here} td:nth-child({place})::before {{content: "{_in_css(title)}: "}}'
        for place, title in enumerate(titles, 1)
        if place > untitled
    )
    return (
        f"@media (max-width: {NARROW}) {{"
        f"{here} table, {here} tbody, {here} tr, {here} td {{display: block; width: 100%}}"
        f"{here} thead {{display: none}}"
        f"{here} tr {{padding: 0.5rem 0; border-bottom: 1px solid rgba(134, 134, 134, 0.4)}}"
        f"{here} td {{border: 0; padding: 0.1rem 0; white-space: normal}}"
        f"{here} td:not(:has(p)) {{display: none}}"
        f"{here} td:first-child {{font-weight: 600}}"
        f"{here} td::before {{opacity: 0.75}}"
        f"{here} td > * {{display: inline}} {here} td p {{display: inline}}"
        f"{labels}}}"
    )


def _in_css(title: str) -> str:
    """A title as it stands between quotes in a style sheet; it may be a name out of a file."""
    bare = re.sub(r"\\([^\w\s])", r"\1", title)  # of Markdown
    return re.sub(r"[^\w ,.()'&%€/?!:-]", lambda sign: f"\\{ord(sign[0]):x} ", bare)
