"""Pieces that pages share: a figure with everything that belongs beside it."""

import streamlit as st

from monitor.access import Viewer
from monitor.pages import PAGES
from monitor.sections import what_a_role_sees
from monitor.sections.section import Trust
from monitor.store.store import Store
from monitor.values.safe_text import plain
from monitor.views.words import selection


def link(page: str, label: str, icon: str | None = None, **query: str) -> None:
    """A link to another page, or the bare words when this role does not have that page."""
    pages = st.session_state.get("pages", {})
    if page in pages:
        st.page_link(pages[page], label=label, icon=icon, query_params=query or None)
    else:
        st.caption(label)


def empty_state(what: str, how: str, leads_to: str = "leveringen") -> None:
    """Nothing to show: what is missing and what to do, with the way to the page where that is done
    ("" = it is done here)."""
    with st.container(border=True):
        st.markdown(f"**{what}**")
        st.markdown(how)
        if leads_to in st.session_state.get("pages", {}):
            page = next(one for one in PAGES if one.name == leads_to)
            link(page.name, f"Naar {page.title}", page.icon)


def you_see(*parts: str) -> None:
    """The filters in a sentence."""
    st.caption(selection.you_see(*parts))


def in_classes(store: Store, viewer: Viewer) -> None:
    """Once per page: that numbers of pupils are classes here, why, and who sees them all."""
    if words := what_a_role_sees.classes(store, viewer):
        st.caption(words)


def facts(trust: Trust) -> None:
    """What stands in “Over dit cijfer”."""
    indicator = trust.indicator
    st.markdown(f"**{indicator.title}**")
    st.markdown(indicator.definition)
    for label, words in trust.facts:
        st.markdown(f"**{label}** " + "  \n".join(plain(line) for line in words.split("\n")))
    if trust.citation:
        st.markdown("**Om over te nemen**, met de verantwoording erbij")
        st.code(trust.citation, language=None, wrap_lines=True)
    link("begrippen", "Meer in Begrippen", indicator=indicator.name)
