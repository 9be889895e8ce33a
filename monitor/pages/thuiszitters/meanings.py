"""Who calls whom a thuiszitter: the bridge between two definitions, all of them side by side, and OCW's."""

import streamlit as st

from monitor.figures.catalogue import working_definition
from monitor.pages.pieces import figure_parts, filters
from monitor.pages.thuiszitters import where
from monitor.pages.thuiszitters.shown import shown
from monitor.sections.thuiszitters import bridge, country, side_by_side
from monitor.sections.thuiszitters.subject import Subject
from monitor.store.definitions import definitions


def show(subject: Subject) -> None:
    st.header(bridge.TITLE)
    one, other = _choose(subject) if subject.viewer.sees_exact else ("", "")
    shown(subject, bridge.make(subject, one, other), heading=False)
    _side_by_side(subject)
    national = country.make(subject)
    if national is not None:
        shown(subject, national)
        return
    st.header(country.TITLE)
    figure_parts.empty_state("Er is nog geen landelijke reeks.",
                             "Lever de landelijke reeks van OCW uit de Leerplichttelling.")  # fmt: skip


def _choose(subject: Subject) -> tuple[str, str]:
    """From which definition to which."""
    known = definitions()
    start = working_definition(subject.store.settings)
    first, second = st.columns(2, gap="medium")
    one = filters.remembered("van", "Van", list(known), start, lambda c: known[c].short, first)
    others = [code for code in known if code != one]
    preferred = "THUIS_PACT" if one != "THUIS_PACT" else "THUIS_OCW"
    other = filters.remembered("naar", "Naar", others, preferred, lambda c: known[c].short, second)
    return one, other


def _side_by_side(subject: Subject) -> None:
    """The table is the answer: it stands open, as cards on a phone."""
    section = side_by_side.make(subject)
    shown(subject, section, table="cards")
    if section.table is None:
        where.back_button()
