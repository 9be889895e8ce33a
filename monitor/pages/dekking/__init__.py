"""Dekking: how many pupils find a fitting place at the same time, why others do not, where."""

from dataclasses import replace

import streamlit as st

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.figures.levels import LEVEL_TITLES, Region
from monitor.pages.dekking import cell, on_the_map, opening, overview, rules, why
from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import figure_parts, filters, show_section
from monitor.sections.dekking import (
    fewer_places,
    in_classes,
    in_reach,
    near_home,
    not_reported,
    plan_and_practice,
    through_the_years,
    total_and_worst,
    without_dividing,
)
from monitor.sections.dekking.subject import LEVELS
from monitor.store.store import Store


SECTIONS = {
    "overzicht": "Per vraag en regio",
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
            whole.naam, f"schooljaar {subject.periode}", subject.basis_words,
            f"per {LEVEL_TITLES[subject.per]}",
        )  # fmt: skip
    if not subject.outcome.behoefte:
        opening.no_need(subject)
        return
    section = total_and_worst.make(subject)
    if section is not None:
        opening.show(subject, section)
    else:
        show_section.show(in_classes.make(subject), store.settings.demo)
        if in_classes.is_hidden(subject):
            return
        figure_parts.in_classes(store, viewer)
    sections = SECTIONS if subject.exact else IN_CLASSES
    match filters.remembered_choice(
        "onderdeel", "Onderdeel", list(sections), "overzicht", sections.__getitem__, wrap=True
    ):
        case "overzicht" if not subject.exact:
            _in_classes(subject)
        case "overzicht":
            overview.show(subject)
            cell.show(subject)
        case "kaart":
            on_the_map.show(subject)
        case "waarom":
            why.show(subject)
        case "papier":
            _plan_and_practice(subject)
        case "verloop":
            _years(subject)
        case "normen":
            rules.show(subject)


def _in_classes(subject: Held) -> None:
    """Bars and tables of what is published."""
    for section in in_classes.parts(subject):
        show_section.show(section, subject.store.settings.demo)
    st.caption(in_classes.NOT_HERE)


def _plan_and_practice(subject: Held) -> None:
    for section in (
        plan_and_practice.make(subject), fewer_places.make(subject), not_reported.make(subject)
    ):  # fmt: skip
        show_section.show(section, subject.store.settings.demo, table="open")


def _years(subject: Held) -> None:
    """Through the years, and other measures than the matching, each under its own name."""
    is_demo = subject.store.settings.demo
    for section in (through_the_years.make(subject), through_the_years.shortage(subject)):
        if section is not None:
            show_section.show(section, is_demo)
    st.header("Andere maten")
    st.markdown(
        "Deze maten zijn **geen dekking**: ze zeggen niet hoeveel leerlingen tegelijk een plek "
        "vinden. Ze staan hier om ermee te vergelijken."
    )
    for other in (
        without_dividing.make(subject), in_reach.make(subject), near_home.make(subject)
    ):  # fmt: skip
        if other is not None:
            show_section.show(other, is_demo, table="folded", is_sub=True)


def _choose(store: Store, viewer: Viewer, whole: Region, years: list[str]) -> Held:
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
    return Held(store, viewer, whole, basis, per)


def _choose_basis(basis: Basis) -> Basis:
    """Which places and which need: of the other choices no figure is published."""
    run = filters.remembered("aanbod", "Plaatsen", list(RUNS), "praktijk", RUNS.__getitem__)
    vso = filters.remembered(
        "vso", "Leerlingen in het vso", list(VSO), "nee", VSO.__getitem__,
        help="Leerlingen die nu naar het vso gaan en met ondersteuning op een gewone school hadden "
        "kunnen blijven. Ze tellen alleen mee als u dat hier kiest.",
    )  # fmt: skip
    return replace(basis, run=Run(run), with_vso=vso == "ja")
