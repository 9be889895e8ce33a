"""The pupils of a school: how many, over the years, beside schools like it, and which."""

import streamlit as st

from monitor.access import Viewer
from monitor.pages.pieces import show_section
from monitor.scholen.register import School
from monitor.sections.ons_profiel import pupils
from monitor.store.store import Store


def show(store: Store, viewer: Viewer, one: School) -> None:
    if words := pupils.nothing(store, viewer, one):
        st.markdown(words)
    for section in pupils.make(store, viewer, one):
        show_section.show(section, store.settings.demo, is_sub=True, table="folded")
