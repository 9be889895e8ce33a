"""The first things to look at: numbered sentences, each with the way to its proof."""

import streamlit as st

from monitor.pages import PAGES
from monitor.pages.pieces import figure_parts
from monitor.sections.section import Section
from monitor.values.safe_text import plain


def show(section: Section) -> None:
    st.header(section.title)
    every = (section.says, *section.beside)
    if not section.says.page:
        st.markdown(plain(section.says.text))
        return
    titles = {page.name: page.title for page in PAGES}
    for number, one in enumerate(every, start=1):
        left, right = st.columns([5, 1], gap="small")
        left.markdown(f"**{number}.** {plain(one.text)}")
        if one.page in st.session_state.get("pages", {}):
            with right:
                figure_parts.link(
                    one.page, f"Naar {titles.get(one.page, one.page.capitalize())}",
                    ":material/arrow_forward:", **dict(one.query),
                )  # fmt: skip
