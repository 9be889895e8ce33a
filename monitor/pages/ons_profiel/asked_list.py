"""That a vragenlijst is open for this school, with the way to it: out of Streamlit's page."""

import datetime as dt
from html import escape

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.filling.html import at
from monitor.filling.sheet import read_sheet
from monitor.rounds.handing_in import closes, of_all, taken_now
from monitor.rounds.known import known_with, named_of
from monitor.rounds.states import Taken
from monitor.rounds.whose import Taak, taken_of
from monitor.scholen.register import School
from monitor.store.journal import Journal, journal, now
from monitor.store.store import Store
from monitor.values import moments


def show(store: Store, viewer: Viewer, one: School) -> None:
    """Vragenlijst: nog 14 vragen open, sluit 12 februari 2026. Nothing when none is open."""
    if store.folder is None:
        return
    try:
        book = journal(store.folder)
        lines = [
            (said, at(taak.nummer))
            for taak in taken_of(book, viewer)
            if taak.may_answer(viewer) and taak.eenheid == one.code
            for said in [_said(book, taak)]
            if said
        ]
    except MonitorError:  # the journal is away: the page says so elsewhere
        return
    for said, where in lines:
        st.html(
            f'<p class="vragenlijst"><a href="{escape(where)}" target="_self">{escape(said)}</a></p>'
        )


def _said(book: Journal, taak: Taak) -> str:
    done = of_all(book, [taak.nummer])[taak.nummer]
    if taken_now(taak, done, now()) is Taken.NO:
        return ""
    named = named_of(book, taak.nummer)
    sheet = read_sheet(book, taak, known_with(book, taak, named)) if named is not None else None
    if sheet is not None and sheet.is_in:
        return f"{taak.ronde.titel}: ingeleverd. Bekijk uw antwoorden"
    end = closes(taak, done)
    day = moments.day_here(end - dt.timedelta(microseconds=1)) if end is not None else ""
    if sheet is None:
        return f"Vragenlijst: nog niet begonnen, sluit {day}"
    still = len(sheet.open)
    what = (
        f"nog {still} {'vraag' if still == 1 else 'vragen'} open"
        if still
        else "klaar om in te leveren"
    )
    return f"Vragenlijst: {what}, sluit {day}"
