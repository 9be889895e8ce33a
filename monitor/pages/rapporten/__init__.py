"""Rapporten: choose what and for whom, see what it says now, take it along."""

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.levels import Region
from monitor.pages.pieces import figure_parts, filters
from monitor.pages.rapporten import checking, choosing, contents, files, for_all, ready
from monitor.reports import making
from monitor.reports.audiences import check, publieken
from monitor.reports.report import Report
from monitor.store.store import Store


def show(store: Store, viewer: Viewer) -> None:
    st.title("Rapporten")
    whole = filters.choose_swv(store, viewer)
    if whole is None:
        figure_parts.empty_state(
            "Er zijn nog geen gegevens.",
            "Hier maakt u straks een rapport of presentatie van de cijfers, voor wie u kiest.",
        )
        return
    if not publieken(viewer):
        st.info("Uw rol maakt geen rapporten. Vraag de directeur van het samenwerkingsverband.")
        return
    st.markdown(
        "Kies een pakket en voor wie het is. Er staat in wat die lezer zelf op het scherm zou zien, "
        "en nooit meer: ook als u meer mag zien."
    )
    one = _one(store, viewer, whole)
    ready.show(store, viewer, whole)
    if one is not None:
        contents.show(one)
    checking.show(store, viewer)


def _one(store: Store, viewer: Viewer, whole: Region) -> Report | None:
    """What is chosen, and its files; None where there is nothing to make."""
    order = choosing.order(store, viewer, whole)
    if order is None:
        return None
    one = None
    try:
        reader = making.reader_of(store, order)
        check(viewer, reader)
        with st.spinner("De onderdelen worden gemaakt…"):
            one = making.make(store, order)
        files.show(store, viewer, order, reader, one)
    except MonitorError as error:
        st.warning(str(error))
    for_all.show(store, viewer, order)
    return one
