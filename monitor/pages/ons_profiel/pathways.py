"""Where the pupils of a school go: deelname of the region, verwijzingen, thuiszitters, support."""

import streamlit as st

from monitor.access import Viewer
from monitor.pages.pieces import show_section
from monitor.scholen.register import School
from monitor.sections.ons_profiel import pathways
from monitor.sections.section import Section
from monitor.store.store import Store


def deelname(store: Store, viewer: Viewer, one: School) -> None:
    section = pathways.deelname(store, viewer, one)
    if section is not None:
        show_section.show(section, store.settings.demo, is_sub=True, table="folded")


def referrals(store: Store, viewer: Viewer, one: School) -> None:
    _one(store, pathways.referrals(store, viewer, one),
         "Van deze school is niet bekend hoeveel leerlingen nieuw naar het vso gingen.")  # fmt: skip


def support(store: Store, viewer: Viewer, one: School) -> None:
    _one(store, pathways.support(store, viewer, one),
         "Van deze school is niet bekend hoeveel leerlingen een arrangement kregen.")  # fmt: skip


def absence(store: Store, viewer: Viewer, one: School) -> None:
    found = list(pathways.absence(store, viewer, one))
    for section in found:
        show_section.show(section, store.settings.demo, is_sub=True, table="folded")
    if not found:
        st.markdown("Er zijn geen verzuimmeldingen geleverd waarin deze school voorkomt: hoeveel "
                    "thuiszitters er zijn is **onbekend**.")  # fmt: skip


def _one(store: Store, section: Section | None, without: str) -> None:
    if section is None:
        st.markdown(without)
    else:
        show_section.show(section, store.settings.demo, is_sub=True, table="folded")
