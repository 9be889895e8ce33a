"""How far a place may be: the norms in force, and the register of exceptions to them."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from monitor.access import Role, audit
from monitor.access.audit import Event
from monitor.dekking import from_store
from monitor.dekking.matching.model import Uitzondering
from monitor.errors import MonitorError
from monitor.pages.dekking import exception_form
from monitor.pages.dekking.exception_words import changed, said
from monitor.pages.dekking.subject import Held
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import show_section
from monitor.sections.dekking import how_far
from monitor.sections.dekking.how_far import kilometres
from monitor.store.journal import Exception_, journal
from monitor.values import moments
from monitor.values.safe_text import plain


WRITERS = (Role.DIRECTEUR, Role.BEHEERDER)
OPEN = 20
"""Norms that stand open; more of them are behind a click."""


def show(subject: Held) -> None:
    section = how_far.make(subject)
    many = 0 if section.table is None else len(section.table.rows)
    show_section.show(
        section, subject.store.settings.demo, table="open" if many <= OPEN else "folded"
    )
    _register(subject)
    if subject.viewer.role in WRITERS:
        exception_form.show(subject)


# -------------------------------------------------------------------------------------- register


def _register(subject: Held) -> None:
    st.subheader("Uitzonderingen")
    done = st.session_state.pop("dekking_uitzondering_gezegd", "")
    if done:
        st.success(plain(done), icon=":material/check:")
    every = journal(chosen_folder()).exceptions(subject.basis.swv)
    today = dt.date.today()
    now = [
        one for one in every if one.ingetrokken is None and (one.tot is None or one.tot >= today)
    ]
    past = [one for one in every if one not in now]
    if not now:
        st.markdown("Er zijn nu geen uitzonderingen: overal gelden de normen hierboven.")
    for one in now:
        _one(subject, one, today)
    if past:
        with st.expander(f"Voorbij of ingetrokken ({len(past)})"):
            st.table([_past_row(one) for one in reversed(past)])


def _one(subject: Held, one: Exception_, today: dt.date) -> None:
    with st.container(border=True):
        until = f"tot en met {moments.date(one.tot)}" if one.tot else "zonder einddatum"
        since = f", vanaf {moments.date(one.vanaf)}" if one.vanaf > today else ""
        st.markdown(
            f"**{plain(said(subject, one))}**, {until}{since}.  \nWaarom: {plain(one.waarom)}"
        )
        counts = one.holds_on(subject.rules.day or today)
        what = effect(subject, one) if counts else (
            f"Telt niet mee in schooljaar {subject.periode}: dan gold ze niet."
        )  # fmt: skip
        st.caption(
            f"{what}{' ' if what else ''}Ingevoerd door {one.wie} op {moments.date(one.wanneer.date())}."
        )
        if subject.viewer.role in WRITERS:
            st.button("Trek deze uitzondering in", key=f"dekking_einde_{one.nummer}",
                      on_click=_end, args=(one, subject.viewer.who))  # fmt: skip


def effect(subject: Held, one: Exception_) -> str:
    """What the coverage is with it, and without it: for who sees exact figures."""
    if not subject.exact:
        return ""
    own = _as_rule(one)
    without = replace(
        subject.rules, uitzonderingen=tuple(e for e in subject.rules.uitzonderingen if e != own)
    )
    other = from_store.outcome(subject.store, subject.basis, without).gedekt
    return changed(subject, other, subject.outcome.gedekt)


def _as_rule(one: Exception_) -> Uitzondering:
    return Uitzondering(
        one.max_km, one.ondersteuningsvraag, one.niveau, one.postcode4, one.wijk, one.gemeente,
        one.subregio, one.arrangementscode, one.tot,
    )  # fmt: skip


def _past_row(one: Exception_) -> dict[str, str]:
    ended = one.ingetrokken.date() if one.ingetrokken else one.tot
    return {
        "Waarover": plain(", ".join(
            value for value in (one.ondersteuningsvraag, one.niveau, one.postcode4, one.wijk,
                                one.gemeente, one.subregio, one.arrangementscode) if value
        )) or "alles",
        "Afstand": kilometres(one.max_km),
        "Waarom": plain(one.waarom),
        "Vanaf": moments.date(one.vanaf),
        "Tot": moments.date(ended) if ended else "",
        "Hoe het eindigde": "ingetrokken" if one.ingetrokken else "verlopen",
    }  # fmt: skip


def _end(one: Exception_, who: str) -> None:
    book = journal(chosen_folder())
    try:
        book.end_exception(one.nummer, who)
    except MonitorError as error:
        st.session_state["dekking_uitzondering_gezegd"] = str(error)
        return
    audit.record(book, who, Event.NORM, f"uitzondering {one.nummer} ingetrokken", swv=one.swv)
    st.session_state["dekking_uitzondering_gezegd"] = "De uitzondering is ingetrokken."
