"""The map: where the shortage is, where it is crowded, or whom one arrangement reaches."""

import streamlit as st

from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import filters, show_section
from monitor.sections.dekking import on_the_map, whom_it_reaches
from monitor.sections.section import Section


MAPS = {
    "tekort": "Tekort en aanbod",
    "druk": "Bereikbare plekken",
    "bereik": "Bereik van één arrangement",
}


def show(subject: Held) -> None:
    st.header("Op de kaart")
    what = filters.remembered_choice("kaart", "Kaart van", list(MAPS), "tekort", MAPS.__getitem__,
                                     wrap=True)  # fmt: skip
    section = _reach(subject) if what == "bereik" else on_the_map.make(subject, what)
    if section is not None:
        show_section.show(section, subject.store.settings.demo, heading=False)
    elif what != "bereik":
        st.markdown("Van dit schooljaar is er per regio niets te tonen.")


def _reach(subject: Held) -> Section | None:
    """Of the arrangement that the visitor chose."""
    codes = list(whom_it_reaches.located(subject))
    if not codes:
        st.markdown("Van geen enkel arrangement is bekend waar het is.")
        return None
    code = filters.remembered("arrangement", "Arrangement", codes, whom_it_reaches.first(subject),
                              lambda code: f"{subject.title(code)} – {code}")  # fmt: skip
    return whom_it_reaches.make(subject, code)
