"""Scholen: find a school by name, place, code or bestuur; where they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.figures import roll_up
from monitor.pages.pieces import download_choice, figure_parts, filters
from monitor.reports import workbook
from monitor.scholen import register
from monitor.scholen.own import own_schools
from monitor.scholen.register import School
from monitor.sections.borders import borders_around
from monitor.store.store import Store
from monitor.values import dutch, moments, safe_text
from monitor.values.collation import by_name
from monitor.views.charts.school_map import school_map, school_map_description
from monitor.views.files import school_lists


PER_PAGE = 40
ON_MAP = 2500
"""More marks than this are a grey cloud, and slow."""
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
    found = register.search(
        _within(every, wish.swv), wish.words, wish.schooltype, wish.gemeente, wish.bestuur,
        wish.state,
    )  # fmt: skip
    answer.markdown(f"**{safe_text.plain(_count_sentence(found, wish))}**")
    if not found:
        answer.markdown(safe_text.plain(_advice(every, wish)))
        return
    placed = [s for s in found if s.latitude is not None]
    if 0 < len(placed) <= ON_MAP:
        left, right = st.columns([3, 2], gap="large")
        with right:
            _map(store, placed, len(found) - len(placed), is_kept=not wish.words)
        with left:
            _list(found)
    else:
        st.caption(_why_no_map(placed))
        _list(found)
    _downloads(store, found, wish)


@dataclass(frozen=True)
class Wish:
    """What a visitor looks for; empty = all."""

    words: str
    schooltype: str
    gemeente: str
    gemeente_naam: str
    bestuur: str
    bestuur_naam: str
    state: str
    swv: str
    swv_naam: str


def _words() -> str:
    return filters.remembered_text(
        "zoek",
        "Zoek een school",
        placeholder="naam, plaats, gemeente, code of bestuur",
        type="search",
    )


def _choose(store: Store, viewer: Viewer, every: Sequence[School], words: str) -> Wish:
    swv, swv_naam = _choose_swv(store, viewer)
    there = _within(every, swv)
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
    found = {row["code"]: row["naam"] for row in roll_up.swvs(store) if viewer.is_of(row["code"])}
    if len(found) < 2:
        return "", ""
    own = next(iter(sorted(viewer.swv & set(found))), "")
    in_order = sorted(found, key=lambda code: (by_name(found[code]), code))
    names = {"": "alle samenwerkingsverbanden", **{code: found[code] for code in in_order}}
    code = filters.remembered(
        "verband", "Samenwerkingsverband", list(names), own, names.__getitem__
    )
    return code, found.get(code, "")


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


def _within(every: Sequence[School], swv: str) -> Sequence[School]:
    if not swv:
        return every
    return [s for s in every if swv in (s.swv_vo, s.swv_po)]


def _count_sentence(found: Sequence[School], wish: Wish) -> str:
    """42 scholen gevonden: 'lyceum', pro, in Oeverwaard, van Stichting X."""
    conditions = [
        f"met ‘{wish.words}’" if wish.words else "",
        register.TYPES.get(wish.schooltype, ""),
        f"in {wish.gemeente_naam}" if wish.gemeente else "",
        f"van {wish.bestuur_naam}" if wish.bestuur else "",
        f"in {wish.swv_naam}" if wish.swv else "",
        {"open": "", "gesloten": "gesloten", "": "ook gesloten scholen"}[wish.state],
    ]
    said = ", ".join(part for part in conditions if part)
    if not found:
        return f"Geen school gevonden{': ' + said if said else ''}."
    number = f"{dutch.number(len(found))} {dutch.noun(len(found), 'scholen')}"
    return f"{number} gevonden{': ' + said if said else ''}."


def _advice(every: Sequence[School], wish: Wish) -> str:
    """What else could be tried: the search without its filters often does find something."""
    anywhere = len(register.search(every, wish.words)) if wish.words else 0
    if anywhere:
        return (
            f"Zonder de andere filters {'is er 1 school' if anywhere == 1 else ''}"
            f"{'' if anywhere == 1 else f'zijn er {dutch.number(anywhere)} scholen'} met "
            f"‘{wish.words}’."
        )
    return "Zoek op een deel van de naam, op plaats of op de eerste vier tekens van de code."


def _list(found: Sequence[School]) -> None:
    """Forty at a time: a link per school, that goes to its page."""
    pages = -(-len(found) // PER_PAGE)
    # The place for the page number is above the list, but a list that became shorter has less.
    if pages > 1:
        page = st.pagination(pages, key=f"bladzijde_{pages}")
        first = (page - 1) * PER_PAGE
        st.caption(
            f"U ziet {dutch.number(first + 1)} tot en met "
            f"{dutch.number(min(first + PER_PAGE, len(found)))} van {dutch.number(len(found))}."
        )
    else:
        first = 0
    with st.container(key="scholenlijst"):
        for one in islice(found, first, first + PER_PAGE):
            figure_parts.link("school", _row(one), school=one.code)


def _row(one: School) -> str:
    """One school in one line: what tells it from the others."""
    kind = one.schooltype or "soort onbekend"
    closed = " :gray-badge[gesloten]" if one.gesloten_vanaf else ""
    if one.niet_geteld_sinds and not one.gesloten_vanaf:
        closed = f" :gray-badge[niet meer geteld sinds {moments.date(one.niet_geteld_sinds)}]"
    place = ", ".join(part for part in (one.adres, one.plaats or one.gemeente) if part)
    said = " · ".join(part for part in (place, kind, one.code) if part)
    return f"**{safe_text.plain(one.naam)}**{closed}  :small[{safe_text.plain(said)}]"


def _why_no_map(placed: Sequence[School]) -> str:
    if not placed:
        return "Er is geen kaart: de bronnen noemen van deze scholen geen coördinaten."
    return (
        f"Er is geen kaart: {dutch.number(len(placed))} scholen zijn er te veel voor. Kies een "
        "gemeente, een soort school of een samenwerkingsverband."
    )


def _map(store: Store, placed: Sequence[School], missing: int, is_kept: bool) -> None:
    """Kept, but not for what somebody typed: there is no end to that."""
    key = ("scholenkaart", tuple(s.code for s in placed))
    drawn = store.answers.get(key) or school_map(borders_around(store, placed), placed)
    if is_kept:
        store.answers[key] = drawn
    figure_parts.chart(drawn, school_map_description(placed), "scholenkaart")
    if missing:
        words = f"{dutch.number(missing)} {dutch.noun(missing, 'scholen')}"
        stands = "staat" if missing == 1 else "staan"
        st.caption(f"{words} {stands} niet op de kaart: de bronnen noemen geen coördinaten.")


def _downloads(store: Store, found: Sequence[School], wish: Wish) -> None:
    which = "alle scholen" if not any((wish.words, wish.schooltype, wish.gemeente, wish.bestuur,
                                       wish.swv)) and not wish.state else "deze selectie"  # fmt: skip
    count = f"{dutch.number(len(found))} {dutch.noun(len(found), 'scholen')}, {which}"
    is_demo = store.settings.demo
    download_choice.choice(
        count, "scholen", "scholen_lijst",
        lambda form: school_lists.to_csv(found, is_demo, form),
        lambda: workbook.list_to_xlsx("Scholen", school_lists.COLUMNS, map(school_lists.row, found),
                                      _count_sentence(found, wish), is_demo, columns=2),
    )  # fmt: skip
