"""Aanbod: which arrangements there are, for whom, where, and whether there is a place."""

import streamlit as st

from monitor.access import Viewer
from monitor.pages.aanbod import arrangement, hits, overview, years
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import figure_parts, filters, show_section
from monitor.scholen import aanbod
from monitor.sections.aanbod import how_much
from monitor.store.store import Store


PARTS = {"zoeken": "Zoeken", "overzicht": "Overzicht per vraag", "jaren": "Plaatsen en kosten"}


def show(store: Store, viewer: Viewer) -> None:
    code = st.query_params.get("arrangement", "")
    _keep_address(code)
    if code:
        arrangement.show(store, viewer, code)
        return
    st.title("Aanbod")
    row = st.container(horizontal=True, gap="small")
    with row:
        whole = filters.choose_swv(store, viewer)
    jaren = aanbod.schooljaren(store, whole.sector, whole.code) if whole else []
    if whole is None or not jaren:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er nog geen arrangementen." if whole else
            "Er zijn nog geen gegevens.",
            "Hier komt welke arrangementen er zijn, voor wie, waar, en of er plek is. Lever de "
            "lijst van arrangementen van een schooljaar (het bestand arrangementen), en de "
            "regio-indeling die zegt waar elke postcode ligt.",
        )  # fmt: skip
        return
    with row:
        jaar = filters.remembered("schooljaar", "Schooljaar", jaren[::-1], jaren[-1], width=220)
    asked = Asked(store, viewer, whole, jaar)
    show_section.show(how_much.make(asked), store.settings.demo)
    known = {key: name for key, name in PARTS.items() if key != "jaren" or asked.is_staff}
    match filters.remembered_choice(
        "onderdeel", "Onderdeel", list(known), "zoeken", known.__getitem__
    ):
        case "zoeken":
            hits.show(asked)
        case "overzicht":
            overview.show(asked)
        case "jaren":
            years.show(asked)


def _keep_address(code: str) -> None:
    """A link from the list to an arrangement, or back, leaves the browser's address as it was:
    write it. When it is right already that would be one more step of the Back button."""
    shown = st.session_state.get("aanbod_getoond", "")
    if st.session_state.get("zelfde_pagina") and shown != code:
        st.query_params.from_dict(st.query_params.to_dict())
    st.session_state["aanbod_getoond"] = code
