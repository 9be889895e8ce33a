"""The answer first: who you are to the monitor in a few sentences, and what it asks of you."""

import datetime as dt
from collections.abc import Mapping

import streamlit as st

from monitor.access import STAFF, Viewer
from monitor.figures import wording
from monitor.figures.disclosure import classes_of
from monitor.figures.door import indicator_named
from monitor.pages.ons_profiel import walking
from monitor.pages.ons_profiel.basics import sentence
from monitor.pages.ons_profiel.checking import Checking
from monitor.scholen import register
from monitor.scholen.basisondersteuning import checklist
from monitor.scholen.profile import REFERRED, counted, own_figures
from monitor.scholen.register import School
from monitor.sections.ons_profiel.pathways import beside
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
    said = [_pupils(store, viewer, one), _referred(store, viewer, one), _basics(store, viewer, one)]
    for words in said:
        if words:
            st.markdown(words)
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


def _pupils(store: Store, viewer: Viewer, one: School) -> str:
    found = counted(store, viewer, one)
    if not found:
        return ""
    indicator, own = max(found, key=lambda pair: pair[1][-1].waarde or 0)
    last = own[-1]
    said = (
        f"**{wording.value_long(last, indicator)}** {moments.when(last.periode, indicator.moment)}"
    )
    if len(own) > 1:
        change = wording.change(last, own[-2], indicator)
        before = moments.period(own[-2].periode, indicator.moment)
        said += f" ({change} {'als' if change == 'gelijk' else 'dan'} op {before})"
    return f"{said}."


def _referred(store: Store, viewer: Viewer, one: School) -> str:
    indicator = indicator_named(REFERRED)
    own = [f for f in own_figures(store, viewer, indicator, one) if f.noemer]
    if not own:
        return ""
    last = own[-1]
    words, _ = beside(store, viewer, indicator, one, last)
    when = moments.when(last.periode, indicator.moment)
    said = f"**{wording.teller(last)} nieuwe tlv's**"
    return f"Van deze school kwamen {when} {said} voor het vso. {words}"


def _basics(store: Store, viewer: Viewer, one: School) -> str:
    points = checklist(store, viewer, one)
    return f"Basisondersteuning: {_lower(sentence(points))}" if points else ""


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


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
