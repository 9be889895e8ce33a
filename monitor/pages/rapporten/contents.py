"""What is in it: every question with what it says now, so that nobody opens a file to find out."""

import streamlit as st

from monitor.reports.report import Report
from monitor.sections.section import Section
from monitor.values import dutch
from monitor.values.safe_text import plain


def show(one: Report) -> None:
    many = len(one.sections)
    st.header("Wat erin staat")
    st.caption(
        plain(f"{dutch.number(many)} {'onderdeel' if many == 1 else 'onderdelen'}. {one.subtitle}.")
    )
    with st.container(key="rapport_inhoud", gap="small"):
        for place, section in enumerate(one.sections, 1):
            st.markdown(f"{place}\\. **{plain(section.question)}**  \n{_says(section)}")
    if one.left_out:
        with st.expander(f"Niet in dit rapport ({len(one.left_out)})"):
            for words in one.left_out:
                st.markdown(f"- {plain(words)}")


def _says(section: Section) -> str:
    """Its first sentence, or what there is where it has none."""
    found = [section.says.text, *(said.text for said in section.beside), *section.notes]
    return plain(next((words for words in found if words), section.title))
