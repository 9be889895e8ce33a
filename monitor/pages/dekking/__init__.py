"""Dekking: how many pupils find a fitting place at the same time, why others do not, where."""

from dataclasses import replace

import streamlit as st

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.figures.levels import LEVEL_TITLES, Region
from monitor.pages.dekking import (
    cell,
    in_classes,
    on_the_map,
    opening,
    overview,
    plan_and_practice,
    rules,
    through_the_years,
    why,
)
from monitor.pages.dekking.subject import LEVELS, Subject
from monitor.pages.pieces import figure_parts, filters
from monitor.store.store import Store


SECTIONS = {
    "overzicht": "Overzicht",
    "kaart": "Kaart",
    "waarom": "Waarom",
    "papier": "Plan en praktijk",
    "verloop": "Verloop en andere maten",
    "normen": "Afstandsnormen",
}
RUNS = {"praktijk": "in de praktijk", "plan": "volgens het plan"}
IN_CLASSES = {key: name for key, name in SECTIONS.items() if key != "waarom"}
"""For who sees no exact figures."""
VSO = {"nee": "zonder vso", "ja": "met vso erbij"}


def show(store: Store, viewer: Viewer) -> None:
    """The answer in words; then one section at a time."""
    st.title("Dekking")
    row, below = st.container(horizontal=True, gap="small"), st.container()
    with row:
        whole = filters.choose_swv(store, viewer)
    if whole is None:
        opening.nothing_yet()
        return
    years = from_store.schooljaren(store, whole.sector, whole.swv)
    if not years:
        opening.lacking(*from_store.delivered(store, whole.sector, whole.swv), whole)
        return
    with row:
        subject = _choose(store, viewer, whole, years)
    with below:
        figure_parts.you_see(
            whole.naam, f"schooljaar {subject.periode}", opening.basis_words(subject),
            f"per {LEVEL_TITLES[subject.per]}",
        )  # fmt: skip
    if not subject.outcome.behoefte:
        opening.no_need(subject)
        return
    if subject.exact:
        opening.show(subject)
    elif not in_classes.show_answer(subject):
        return
    sections = SECTIONS if subject.exact else IN_CLASSES
    match filters.remembered_choice(
        "onderdeel", "Onderdeel", list(sections), "overzicht", sections.__getitem__, wrap=True
    ):
        case "overzicht" if not subject.exact:
            in_classes.show(subject)
        case "overzicht":
            overview.show(subject)
            cell.show(subject)
        case "kaart":
            on_the_map.show(subject)
        case "waarom":
            why.show(subject)
        case "papier":
            plan_and_practice.show(subject)
        case "verloop":
            through_the_years.show(subject)
        case "normen":
            rules.show(subject)


def _choose(store: Store, viewer: Viewer, whole: Region, years: list[str]) -> Subject:
    newest_first = years[::-1]
    schooljaar = filters.remembered("schooljaar", "Schooljaar", newest_first, newest_first[0])
    basis = Basis(whole.sector, whole.swv, schooljaar)
    if viewer.sees_exact:
        basis = _choose_basis(basis)
    there = {
        name for need in from_store.needs(store, basis) for name in LEVELS if getattr(need, name)
    }
    levels = [level for level in LEVELS if level in there] or ["gemeente"]
    per = filters.remembered(
        "per", "Per", levels, levels[0], lambda one: LEVEL_TITLES[one].capitalize()
    )
    return Subject(store, viewer, whole, basis, per)


def _choose_basis(basis: Basis) -> Basis:
    """Which places and which need: of the other choices no figure is published."""
    run = filters.remembered("aanbod", "Plaatsen", list(RUNS), "praktijk", RUNS.__getitem__)
    vso = filters.remembered(
        "vso", "Leerlingen in het vso", list(VSO), "nee", VSO.__getitem__,
        help="Leerlingen die nu naar het vso gaan en met ondersteuning op een gewone school hadden "
        "kunnen blijven. Ze tellen alleen mee als u dat hier kiest.",
    )  # fmt: skip
    return replace(basis, run=Run(run), with_vso=vso == "ja")
