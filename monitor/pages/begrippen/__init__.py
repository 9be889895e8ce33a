"""Begrippen: every indicator and term, the rules, and the files that can be delivered."""

import streamlit as st

from monitor.access import Viewer
from monitor.figures.catalogue import catalogue, in_use
from monitor.figures.door import Indicator
from monitor.pages.begrippen.bestanden import files
from monitor.pages.begrippen.cijfers import every_indicator, one_indicator
from monitor.pages.begrippen.definities import register
from monitor.pages.begrippen.regels import rules
from monitor.pages.begrippen.woorden import list_terms, show_term
from monitor.pages.pieces import filters
from monitor.store.store import Store
from monitor.values.safe_text import plain
from monitor.views.words.glossary import matches, term_named, terms


PARTS = {
    "cijfers": "Cijfers",
    "thuiszitters": "Definities van thuiszitten",
    "woorden": "Woorden",
    "regels": "Regels",
    "bestanden": "Bestanden",
}


def show(store: Store, viewer: Viewer) -> None:
    st.title("Begrippen")
    if _asked_for(store, viewer):
        st.divider()
    words = filters.remembered_text(
        "zoekterm",
        "Zoek een cijfer of een woord",
        type="search",
        placeholder="bijvoorbeeld vso, teller of thuiszitter",
    )
    if words:
        _found(store, viewer, words)
        return
    part = filters.remembered_choice(
        "onderdeel", "Onderdeel", list(PARTS), "cijfers", PARTS.__getitem__
    )
    match part:
        case "thuiszitters":
            register(store)
        case "woorden":
            st.header("Woorden van A tot Z")
            list_terms(terms())
        case "regels":
            rules(store)
        case "bestanden":
            files()
        case _:
            every_indicator(store, viewer, _mine(store, viewer))


def _mine(store: Store, viewer: Viewer) -> list[Indicator]:
    """The indicators that are for this role, the same theme together; of what is one per definition
    or per sector only the one that the samenwerkingsverband works with."""
    own = (store.settings.swv or "VO")[:2].lower()
    found: dict[str, Indicator] = {}
    for one in in_use(store.settings):
        if viewer.role in one.audience and (one.measure not in found or one.sector == own):
            found[one.measure] = one
    return sorted(found.values(), key=lambda i: (i.theme, i.title))


def _asked_for(store: Store, viewer: Viewer) -> bool:
    """What a link from elsewhere asks for, open and on top: `?indicator=…` or `?begrip=…`."""
    name, begrip = st.query_params.get("indicator", ""), st.query_params.get("begrip", "")
    indicator = catalogue().get(name)
    if indicator is not None and viewer.role in indicator.audience:
        st.header(indicator.title)
        one_indicator(store, viewer, indicator)
        return True
    term = term_named(begrip)
    if term is not None:
        st.header(term.name)
        show_term(term)
        return True
    if name or begrip:
        st.info(f"‘{plain((name or begrip)[:60])}’ staat niet in deze lijst. Zoek het hieronder.")
    return False


def _found(store: Store, viewer: Viewer, words: str) -> None:
    """Indicators and terms in which every word occurs."""
    indicators = [
        i
        for i in _mine(store, viewer)
        if matches(words, i.title, i.short, i.definition, i.teller, i.noemer, i.name)
    ]
    named = [t for t in terms() if matches(words, t.name)]
    told = [t for t in terms() if t not in named and matches(words, t.text, t.avoid)]
    count = len(indicators) + len(named) + len(told)
    if not count:
        st.markdown(f"Niets gevonden bij ‘{plain(words)}’. Probeer een korter woord.")
        return
    st.markdown(
        f"**{len(indicators)} {'cijfer' if len(indicators) == 1 else 'cijfers'} en "
        f"{len(named) + len(told)} {'woord' if len(named) + len(told) == 1 else 'woorden'} "
        f"gevonden bij ‘{plain(words)}’.**"
    )  # fmt: skip
    if named:
        st.header("Woorden")
        list_terms(named)
    if indicators:
        st.header("Cijfers")
    for indicator in indicators:
        with st.expander(indicator.title, expanded=count == 1):
            one_indicator(store, viewer, indicator)
    if told:
        st.header("Ook genoemd bij")
        list_terms(told)
