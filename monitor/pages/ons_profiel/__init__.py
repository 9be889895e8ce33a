"""Ons profiel: what the monitor says of a school, source by source, and whether that is right.

Two addresses, one page: `/ons_profiel` for who speaks for a school, `/school?school=CODE` for
everybody who comes from a list, with what is his to see.
"""

from collections.abc import Mapping

import streamlit as st

from monitor.access import Role, Viewer
from monitor.errors import NotFound
from monitor.pages.ons_profiel import (
    around,
    asked_list,
    basics,
    checking,
    download,
    identity,
    offer,
    opening,
    own_schools,
    parts,
    pathways,
    pupils,
)
from monitor.pages.ons_profiel.parts import Part
from monitor.pages.pieces import figure_parts, filters
from monitor.scholen import register
from monitor.scholen.own import own_school
from monitor.scholen.profile import PARTS
from monitor.scholen.register import School
from monitor.store.store import Store
from monitor.values.safe_text import plain


def show(store: Store, viewer: Viewer) -> None:
    heading = st.container()
    one = _chosen(store, viewer)
    if one is None:
        return
    _keep_address(one)
    check = checking.checking(store, viewer, one)
    with heading:
        st.title(plain(one.naam))
        first = "Zo kennen wij u." if check.can_confirm else "Wat de monitor van deze school weet."
        st.caption(f"{first} {opening.about_line(store, one)}")
    with st.container(key="profiel"):
        notes = offer.notes(store, viewer, one) | basics.notes(store, viewer, one)
        if check.can_confirm:
            asked_list.show(store, viewer, one)
        opening.show(store, viewer, one, check, notes)
        if check.is_shown:
            download.show(store, viewer, one, check)
        if not viewer.may_see("vestiging", one.code):
            st.info("Cijfers van andere scholen laat de monitor u niet zien; hun aanbod wel.")
        parts.show(check, _parts(store, viewer, one, check))


def _parts(store: Store, viewer: Viewer, one: School, check: checking.Checking) -> list[Part]:
    first = PARTS["gegevens"] if check.can_confirm else "Wie de school is"
    found = [identity.part(store, one, first)]
    may_see = viewer.may_see("vestiging", one.code)
    refers = one.sector == "vo" and one.schooltype != "vso"
    if may_see:
        found.append(pupils.part(store, viewer, one))
        found += [pathways.referrals(store, viewer, one)] if refers else []
        found.append(pathways.absence(store, viewer, one))
    found.append(offer.part(store, viewer, one, check.is_shown))
    if may_see:
        found += [pathways.support(store, viewer, one)] if refers else []
        found.append(basics.part(store, viewer, one))
    return [*found, around.nearby(store, viewer, one), around.sources(store, one)]


def _chosen(store: Store, viewer: Viewer) -> School | None:
    """The school of `?school=`, else one of the visitor's own; a sentence when there is none."""
    own = sorted(viewer.vestigingen)
    code = st.query_params.get("school", "")
    if viewer.role in (Role.BESTUUR, Role.SCHOOL) and len(own) > 1 and code in ("", *own):
        mine = {one.code: one for one in register.schools(store) if one.code in own}
        if not code and len(mine) > 1:
            own_schools.show(store, viewer, mine)
            return None
        code = _one_of_mine(mine) or own[0]
    try:
        if code or own:
            return own_school(store, viewer, code or own[0])
        missing = "Kies een school bij Scholen."
    except NotFound as error:
        missing = str(error)
    st.title("School")
    if not register.schools(store):
        figure_parts.empty_state(
            "Er zijn nog geen scholen bekend.",
            "Lever de adreslijsten van DUO of een eigen bestand met vestigingen.",
        )
    else:
        st.info(missing)
        figure_parts.link("scholen", "Naar Scholen", ":material/school:")
    return None


def _one_of_mine(mine: Mapping[str, School]) -> str:
    """One of the schools of a bestuur, of those that the store knows; the list of them a click away."""
    if not mine:
        return ""
    code = filters.remembered(
        "school", "School", list(mine), next(iter(mine)), lambda code: mine[code].naam,
        beside=lambda code: mine[code].plaats,
    )  # fmt: skip
    if len(mine) > 1:
        figure_parts.link("ons_profiel", "Naar al uw scholen", ":material/list:")
    return code


def _keep_address(one: School) -> None:
    """A link from one school to the next leaves the browser's address as it was: write it.

    Else it is right, and writing it would be one more step of the Back button.
    """
    if st.session_state.get("zelfde_pagina") and "school" in st.query_params:
        st.query_params["school"] = one.code
