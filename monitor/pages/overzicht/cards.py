"""A card: one figure with its trend, the country, the target, and what one must know about it."""

from base64 import b64encode
from functools import partial
from html import escape

import streamlit as st

from monitor.pages.pieces import figure_parts, quiet_line
from monitor.sections.overzicht.cards import Card
from monitor.views.charts import breakdown


ARROW = ":material/arrow_forward:"


def show(one: Card) -> None:
    """In a cell of a grid."""
    name = one.trust.indicator.name
    with st.container(
        horizontal=True,
        wrap=False,
        vertical_alignment="center",
        gap=None,
        key=f"kaartkop_{name}",
    ):
        st.html(f'<div style="font-weight:600">{escape(one.title)}</div>')
        if one.page != "begrippen" and one.page in st.session_state.get("pages", {one.page: None}):
            # Of its words the arrow is seen (monitor.css); who hears the page hears them all.
            figure_parts.link(one.page, f"Naar {one.page.capitalize()}", ARROW, **dict(one.query))
    st.html(
        f'<div class="kaart" data-cijfer="{escape(one.title)}">'
        f'<div class="kaart-stand">{_value(one)}{_sparkline(one)}</div>'
        f"{_div(one.change)}{''.join(map(_div, one.beside))}</div>"
    )
    if one.warning:
        st.caption(one.warning)
    quiet_line.opens(
        "Over dit cijfer", f"kaart_{name}_over", one.title, partial(figure_parts.facts, one.trust)
    )


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
        [value for _, value in one.years], one.years_said, width=88, height=26
    )
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return (
        f'<div class="kaart-jaren"><img src="{source}" alt="{escape(one.years_said)}" width="88" '
        f'height="26"><br>{one.years[0][0]} – {one.years[-1][0]}</div>'
    )
