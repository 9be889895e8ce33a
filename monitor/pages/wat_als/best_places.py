"""Wat zou het meest helpen: the best next places, each with a button that takes it into the scenario."""

from collections.abc import Sequence
from itertools import islice

import streamlit as st

from monitor.dekking.matching.candidates import Ranked
from monitor.dekking.next_places import ANY, Asked, NextPlaces, as_change, next_places
from monitor.dekking.scenarios import Scenario
from monitor.pages.pieces import filters, picking, quiet_line, show_section
from monitor.pages.wat_als import places_asked, steps, work
from monitor.pages.wat_als.subject import Held
from monitor.sections.wat_als import best_places
from monitor.values.safe_text import plain


SHOWN = 8
OPENED = 3
"""Rows: of new places, and of what there is."""
ORDERS = {
    best_places.BY_SIZE: "Helpt de meeste leerlingen",
    best_places.BY_PRICE: "Goedkoopst per leerling",
}


def show(subject: Held, scenario: Scenario) -> None:
    st.header(best_places.QUESTION)
    asked = places_asked.choose(subject)
    found = _computed(subject, scenario, asked)
    order = best_places.BY_SIZE
    if found.best() or found.openings():
        order = filters.remembered_choice(
            "rangorde", "Volgorde", list(ORDERS), order, ORDERS.__getitem__, wrap=True
        )
    section = best_places.make(
        subject, found, order, is_chosen=asked != ANY, on_top=bool(scenario.wijzigingen)
    )
    show_section.sentences(section.says, section.beside)
    if section.table is None:
        return
    best, opened = best_places.in_order(found, order), found.openings()
    if opened:
        st.subheader("Openstellen wat er is")
        _in_order(subject, "open_", opened, OPENED)
        if len(list(best_places.ties(subject, opened, by_size=True))) > OPENED:
            st.caption("Wat minder leerlingen helpt, staat in de tabel.")
        st.subheader("Nieuwe plekken")
    _in_order(subject, "", best, SHOWN, by_size=order == best_places.BY_SIZE)
    quiet_line.show(section, section.key, subject.store.settings.demo, "folded")
    for note in section.notes:
        st.caption(plain(note))
    steps.show(subject, scenario, asked)


def _computed(subject: Held, scenario: Scenario, asked: Asked) -> NextPlaces:
    """With progress, as many are computed; leaving the page stops it."""
    bar = st.empty()

    def tell(done: int, of: int) -> None:
        if done % 20 == 0 or done == of:
            bar.progress(done / of, f"{done} van {of} mogelijke plekken uitgerekend")

    exact = subject.numbers.exact
    found = next_places(
        subject.store, subject.basis, scenario, tell, asked if exact else ANY
    )  # fmt: skip
    bar.empty()
    return found if exact or asked == ANY else places_asked.part_of(found, asked)


def _in_order(
    subject: Held, key: str, some: Sequence[Ranked], most: int, by_size: bool = True
) -> None:
    """The first so many rows, with their place; what helps as many is one row, of which one is chosen."""
    at = 1
    for size, tied in islice(best_places.ties(subject, some, by_size), most):
        _row(subject, f"{key}{at}", at, size, tied)
        at += len(tied)


def _row(subject: Held, key: str, place: int, size: str, tied: Sequence[Ranked]) -> None:
    is_tie = len(tied) > 1
    one = _one_of(subject, key, place, size, tied) if is_tie else tied[0]
    title, brings = best_places.words(subject, one)
    number = "" if is_tie else f"{place}. "
    with st.container(horizontal=True, vertical_alignment="center", key=f"beste_{key}"):
        st.markdown(f"**{number}{plain(title)}**  \n{brings}", width="stretch")
        st.button(
            "Neem op in dit scenario",
            key=f"wat_als_neem_{key}",
            icon=":material/add:",
            help=f"Nummer {place} als wijziging toevoegen",
            on_click=work.add,
            args=(subject, as_change(one)),
        )


def _one_of(subject: Held, key: str, place: int, size: str, tied: Sequence[Ranked]) -> Ranked:
    """Which of those that help as many; the cheapest is proposed."""
    titles = {best_places.words(subject, one)[0]: one for one in tied}
    chosen = picking.one(
        f"{place}. Even goed: elk van deze {len(tied)} helpt {size} leerlingen. Kies er een",
        list(titles),
        key=f"wat_als_keuze_{key}",
    )
    return titles.get(chosen or "", tied[0])
