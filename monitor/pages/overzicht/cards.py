"""A card: one figure with its trend, the country, the target, and what one must know about it."""

from base64 import b64encode
from functools import partial
from html import escape

import streamlit as st

from monitor.pages.pieces import figure_parts, quiet_line
from monitor.sections.overzicht.cards import Card
from monitor.views.charts import breakdown


def show(one: Card) -> None:
    """In a cell of a grid."""
    st.html(
        f'<div style="font-weight:600">{escape(one.title)}</div>'
        + _value(one)
        + _div(one.change)
        + _sparkline(one)
        + "".join(map(_div, one.beside))
    )
    if one.warning:
        st.caption(one.warning)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        quiet_line.opens(
            "Over dit cijfer", f"kaart_{one.trust.indicator.name}_over", one.title,
            partial(figure_parts.facts, one.trust),
        )  # fmt: skip
        if one.page != "begrippen" and one.page in st.session_state.get("pages", {one.page: None}):
            figure_parts.link(one.page, f"Naar {one.page.capitalize()}", **dict(one.query))


def _value(one: Card) -> str:
    # Words are longer than a number.
    size = "1.15rem" if one.is_words else "1.75rem"
    return (
        f'<div style="font-size:{size};line-height:1.3;font-weight:600;'
        f'font-variant-numeric:tabular-nums">{escape(one.value)}</div>'
    )


def _div(words: str) -> str:
    return f"<div>{escape(words)}</div>" if words else ""


def _sparkline(one: Card) -> str:
    if not one.years:
        return ""
    # As an image: Streamlit takes drawings out of the HTML itself.
    svg = breakdown.sparkline_svg(
        [value for _, value in one.years], one.years_said, width=104, height=30
    )
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return (
        '<div style="display:flex;align-items:center;gap:.5rem;margin:.3rem 0">'
        f'<img src="{source}" alt="{escape(one.years_said)}" width="104" height="30">'
        f'<span style="opacity:.8;font-size:.85rem">{one.years[0][0]} – {one.years[-1][0]}</span></div>'
    )
