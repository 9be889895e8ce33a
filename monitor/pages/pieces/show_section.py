"""The one place where a section becomes a piece of a page."""

from collections.abc import Sequence

import streamlit as st

from monitor.pages.pieces import figure_parts, quiet_line
from monitor.sections.section import Drawn, Said, Section
from monitor.values.safe_text import plain
from monitor.views.charts.plotly import plotly_of


def show(section: Section, is_demo: bool, *, heading: bool = True, key: str = "") -> None:
    """Heading, sentences, pictures and the quiet line; `key` where a page shows one section twice."""
    key = key or section.key
    if heading and section.title:
        st.header(plain(section.title))
    sentences(section.says, section.beside)
    for note in section.notes:
        st.caption(plain(note))
    pictures(section.drawn, key)
    quiet_line.show(section, key, is_demo)


def sentences(says: Said, beside: Sequence[Said]) -> None:
    """The answer in bold, then what belongs beside it; a sentence with a proof leads to it."""
    for place, one in enumerate((says, *beside)):
        if not one.text:
            continue
        words = plain(one.text)
        st.markdown(f"**{words}**" if place == 0 else words)
        if one.page and one.page in st.session_state.get("pages", {}):
            figure_parts.link(one.page, f"Naar {one.page.capitalize()}", **dict(one.query))


def pictures(drawn: Sequence[Drawn], key: str) -> None:
    """One, or two beside each other; under each how it is read."""
    places = st.columns([6, 5], gap="medium") if len(drawn) > 1 else [st.container()]
    for number, (place, one) in enumerate(zip(places, drawn, strict=False)):
        with place:
            figure_parts.chart(plotly_of(one.chart), one.alt, f"{key}_beeld_{number}")
            for note in one.notes:
                st.caption(plain(note))
