"""Basisondersteuning on a school's page: what the list says, and beside it schools like this."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.figures.door import indicator_named
from monitor.pages.ons_profiel.parts import Part
from monitor.scholen.basisondersteuning import Point, checklist, newest
from monitor.scholen.profile import PARTS
from monitor.scholen.register import School
from monitor.sections import basic_support, trust
from monitor.sections.ons_profiel.basic_support import sentence
from monitor.sections.ons_profiel.of_school import region
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.safe_text import plain


def part(store: Store, viewer: Viewer, one: School) -> Part:
    points = checklist(store, viewer, one)
    last = newest(store)
    if points:
        said = plain(sentence(points))
        if (year := points[0].schooljaar) != last:
            said += (
                f" Over schooljaar {last} is de lijst van deze school **nog niet geleverd**; dit is die "
                f"van {year}."
            )
    elif last:
        said = (
            "Deze school vulde de lijst basisondersteuning niet in. Wat zij zelf biedt is "
            "**onbekend**."
        )
    else:
        said = "De lijst basisondersteuning is nog van geen enkele school geleverd."

    def inside() -> None:
        if points:
            _beside(store, viewer, one, points)

    return Part("basis", PARTS["basis"], said, inside, notes=notes(store, viewer, one))


def _beside(store: Store, viewer: Viewer, one: School, points: Sequence[Point]) -> None:
    """What stands beside the list: a year before, the whole, and whose word it is."""
    year = points[0].schooljaar
    changed = [p for p in points if p.before and p.before != p.status]
    if changed:
        said = [f"{plain(p.titel or p.item)} van {p.before} naar {p.status}" for p in changed]
        st.markdown(f"Anders dan een jaar eerder: {dutch.joined(said)}.")
    elif not any(p.before for p in points):
        st.markdown("Met een jaar eerder is niet te vergelijken.")
    whole = basic_support.of_whole(store, viewer, one.swv, year)
    if whole:
        st.markdown(f"In het samenwerkingsverband: {basic_support.sentence(whole)}")
    indicator = indicator_named("basisondersteuning")
    st.caption(trust.trust_of(store, viewer, indicator, year, region(store, one)).line)
    st.caption(
        "Een opgave van de school zelf. ‘Vergelijkbare scholen’ zijn scholen van dezelfde soort in "
        "het samenwerkingsverband die op dezelfde versie van de lijst antwoordden; wat één van hen "
        "zei staat er niet."
    )


def notes(store: Store, viewer: Viewer, one: School) -> dict[str, str]:
    """Key of a point → what stands behind it: a year ago, the others, what the school added."""
    return {f"basis/{p.schooljaar}/{p.item}": _note(p) for p in checklist(store, viewer, one)}


def _note(one: Point) -> str:
    said = [
        f"vorig jaar {one.before}" if one.before and one.before != one.status else "",
        one.others,
        plain(one.toelichting),
    ]
    return " · ".join(part for part in said if part)
