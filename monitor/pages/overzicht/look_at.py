"""The first things to look at: numbered sentences, each with the way to its proof."""

import streamlit as st

from monitor.pages import PAGES
from monitor.pages.pieces import figure_parts, whole_page
from monitor.sections.section import Section
from monitor.values.safe_text import plain


def show(section: Section) -> None:
    whole_page.add(section)
    st.header(section.title)
    every = (section.says, *section.beside)
    if not section.says.page:
        st.markdown(plain(section.says.text))
        return
    titles = {page.name: page.title for page in PAGES}
    with st.container(key="kijken", gap="xsmall"):
        for number, one in enumerate(every, start=1):
            # The sentence and the way to its proof stay beside each other, on a phone too.
            with st.container(horizontal=True, wrap=False, gap="small", key=f"kijk_{number}"):
                st.markdown(f"**{number}.** {plain(one.text)}")
                if one.page in st.session_state.get("pages", {}):
                    figure_parts.link(
                        one.page, f"Naar {titles.get(one.page, one.page.capitalize())}",
                        ":material/arrow_forward:", **dict(one.query),
                    )  # fmt: skip
