"""The answer first: who you are to the monitor in a few sentences, and what it asks of you."""

import datetime as dt
from collections.abc import Mapping

import streamlit as st

from monitor.access import STAFF, Viewer
from monitor.figures.disclosure import classes_of
from monitor.pages.ons_profiel import walking
from monitor.pages.ons_profiel.checking import Checking
from monitor.pages.pieces import show_section
from monitor.scholen import register
from monitor.scholen.register import School
from monitor.sections.ons_profiel import opening as known_of
from monitor.store.store import Store
from monitor.values import moments
from monitor.values.safe_text import plain


PROTECTED = (
    "Cijfers over leerlingen zijn hier beschermd, ook die van de eigen school: minder dan {grens} is "
    "verborgen en grotere aantallen staan in {klassen}, soms wijder, zodat een ander "
    "aantal verborgen blijft. Anders zou een cijfer naar één leerling kunnen wijzen. Het samenwerkingsverband kent de precieze "
    "aantallen."
)


def show(
    store: Store, viewer: Viewer, one: School, check: Checking, notes: Mapping[str, str]
) -> None:
    """`notes` are words under a thing that is asked, by its key."""
    known = known_of.make(store, viewer, one)
    if known is not None:
        show_section.sentences(known.says, known.beside)
    if check.is_shown:
        _asked(check)
    if check.can_confirm:
        walking.show(check, notes)
    if not viewer.sees_exact and viewer.may_see("vestiging", one.code):
        grens = store.settings.drempel
        st.caption(PROTECTED.format(grens=grens, klassen=classes_of(grens)))


def about_line(store: Store, one: School) -> str:
    """SWV Rivierenstreek · profiel van 22 november 2026"""
    naam = register.swv_names(store).get(one.swv, "") if one.swv else ""
    return " · ".join(
        part for part in (plain(naam), f"profiel van {moments.date(dt.date.today())}") if part
    )


def _asked(check: Checking) -> None:
    """What the school still has to say, and what waits for an answer."""
    waiting, open_ = len(check.waiting()), len(check.open())
    things = f"{waiting} {'ding' if waiting == 1 else 'dingen'}"
    questions = "1 vraag om correctie staat" if open_ == 1 else f"{open_} vragen om correctie staan"
    if check.can_confirm:
        if open_:
            st.markdown(f"{questions} open.")
    elif check.viewer.role in STAFF:
        said = f" {questions} open." if open_ else " Er staat geen vraag om correctie open."
        st.markdown(f"De school heeft {things} nog niet bevestigd.{said}")
