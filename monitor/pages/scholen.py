"""Scholen: find a school by name, place, code or bestuur; where they are."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.figures import roll_up
from monitor.pages.pieces import figure_parts, filters, quiet_line, show_section
from monitor.scholen import register
from monitor.scholen.own import own_schools
from monitor.scholen.register import School
from monitor.sections.scholen import found
from monitor.sections.scholen.found import Wish
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


PER_PAGE = 40
STATES = {"open": "open", "gesloten": "gesloten", "": "open en gesloten"}


def show(store: Store, viewer: Viewer) -> None:
    st.title("Scholen")
    every = own_schools(store, viewer)
    if not every:
        figure_parts.empty_state(
            "Er zijn nog geen scholen bekend.",
            "Lever de adreslijsten van DUO (alle vestigingen vo, basisonderwijs, en sbo, so en "
            "vso) of een eigen bestand met vestigingen. Ook leerlingbestanden noemen scholen.",
        )
        return
    words = _words()
    # The answer stands above the filters: on a phone it is otherwise a screen away.
    answer = st.container()
    wish = _choose(store, viewer, every, words)
    section, schools = found.make(store, every, wish)
    with answer:
        show_section.sentences(section.says, section.beside)
    for note in section.notes:
        st.caption(plain(note))
    if section.drawn:
        left, right = st.columns([3, 2], gap="large")
        with right:
            show_section.pictures(section.drawn, section.key)
        with left:
            _list(schools)
    else:
        _list(schools)
    quiet_line.show(section, section.key, store.settings.demo, "open")


def _words() -> str:
    return filters.remembered_text(
        "zoek",
        "Zoek een school",
        placeholder="naam, plaats, gemeente, code of bestuur",
        type="search",
    )


def _choose(store: Store, viewer: Viewer, every: Sequence[School], words: str) -> Wish:
    swv, swv_naam = _choose_swv(store, viewer)
    there = found.within(every, swv)
    kinds, gemeenten, besturen, states = st.columns(4)
    there_are = {one.schooltype for one in there}
    types = {kind: name for kind, name in register.TYPES.items() if kind in there_are}
    schooltype = _choice("schooltype", "Soort school", types, "alle soorten", kinds)
    named = _names(there, lambda s: (s.gemeentecode, s.gemeente))
    gemeente = _choice("gemeente", "Gemeente", named, "alle gemeenten", gemeenten)
    boards = _names(there, lambda s: (s.bestuursnummer, s.bestuur))
    bestuur = _choice("bestuur", "Bestuur", boards, "alle besturen", besturen)
    state = filters.remembered(
        "status", "Open of gesloten", list(STATES), "open", STATES.__getitem__, states
    )
    return Wish(words, schooltype, gemeente, named.get(gemeente, ""), bestuur,
                boards.get(bestuur, ""), state, swv, swv_naam)  # fmt: skip


def _choose_swv(store: Store, viewer: Viewer) -> tuple[str, str]:
    """A samenwerkingsverband to look in: the own one first; only when there are several."""
    there = {row["code"]: row["naam"] for row in roll_up.swvs(store) if viewer.is_of(row["code"])}
    if len(there) < 2:
        return "", ""
    own = next(iter(sorted(viewer.swv & set(there))), "")
    in_order = sorted(there, key=lambda code: (by_name(there[code]), code))
    names = {"": "alle samenwerkingsverbanden", **{code: there[code] for code in in_order}}
    code = filters.remembered(
        "verband", "Samenwerkingsverband", list(names), own, names.__getitem__
    )
    return code, there.get(code, "")


def _choice(key: str, label: str, names: dict[str, str], everything: str, where: Any) -> str:
    shown = {"": everything, **names}
    return filters.remembered(key, label, list(shown), "", shown.__getitem__, where)


def _names(every: Sequence[School], of: Callable[[School], tuple[str, str]]) -> dict[str, str]:
    """code → name, by name; a name that occurs twice gets its code."""
    names = {code: name for code, name in map(of, every) if code}
    seen = list(names.values())
    twice = {name for name in set(seen) if seen.count(name) > 1} if len(seen) < 500 else set()
    said = {code: f"{name} ({code})" if name in twice else name for code, name in names.items()}
    return dict(sorted(said.items(), key=lambda item: (by_name(item[1]), item[0])))


def _list(schools: Sequence[School]) -> None:
    """Forty at a time: a link per school, that goes to its page."""
    if not schools:
        return
    pages = -(-len(schools) // PER_PAGE)
    # The place for the page number is above the list, but a list that became shorter has less.
    if pages > 1:
        page = st.pagination(pages, key=f"bladzijde_{pages}")
        first = (page - 1) * PER_PAGE
        st.caption(
            f"U ziet {dutch.number(first + 1)} tot en met "
            f"{dutch.number(min(first + PER_PAGE, len(schools)))} van {dutch.number(len(schools))}."
        )
    else:
        first = 0
    with st.container(key="scholenlijst"):
        for one in islice(schools, first, first + PER_PAGE):
            figure_parts.link("school", _row(one), school=one.code)


def _row(one: School) -> str:
    """One school in one line: what tells it from the others."""
    kind = one.schooltype or "soort onbekend"
    closed = " :gray-badge[gesloten]" if one.gesloten_vanaf else ""
    if one.niet_geteld_sinds and not one.gesloten_vanaf:
        closed = f" :gray-badge[niet meer geteld sinds {moments.date(one.niet_geteld_sinds)}]"
    place = ", ".join(part for part in (one.adres, one.plaats or one.gemeente) if part)
    said = " · ".join(part for part in (place, kind, one.code) if part)
    return f"**{plain(one.naam)}**{closed}  :small[{plain(said)}]"
