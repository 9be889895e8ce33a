"""Ronde maken: which vragenlijst, which schools, until when; everything to be seen before it opens."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.levels import Region
from monitor.pages.pieces import filters, picking
from monitor.pages.ronde.subject import do
from monitor.pages.ronde.vragenlijsten import Offered, offered
from monitor.rounds.beginning import Kop, begin
from monitor.rounds.following import Verloop, follow
from monitor.rounds.from_store import Askable, askable, with_items
from monitor.rounds.registers import known_of
from monitor.rounds.rondes import Ronde
from monitor.rounds.vragenlijst.conditions import shown
from monitor.rounds.vragenlijst.kinds import options
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.words import UNITS
from monitor.scholen import register
from monitor.store.journal import Journal, now
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.moments import HERE, date
from monitor.values.safe_text import plain


USUAL_DAYS, MOST_DAYS = 30, 365
DAY = "DD-MM-YYYY"
YEARS = 3
"""Schooljaren that a ronde may be about: the one before, this one and the next."""


def show(
    store: Store, viewer: Viewer, whole: Region, book: Journal, there: Sequence[Ronde]
) -> None:
    last = follow(book, there[0].nummer) if there else None
    every = offered(book, store.folder, there, last)
    named = {one.key: one for one in every}
    if there:
        st.markdown(f"De vorige ronde was {plain(there[0].titel)}, van {there[0].schooljaar}.")
    key = filters.remembered(
        "vragenlijst", "Vragenlijst", list(named), every[0].key, lambda k: named[k].titel
    )
    st.caption(
        "Een eigen vragenlijst (TOML, of XLSForm van Kobo of ODK) komt in de map vragenlijsten bij de "
        "gegevens; hoe u haar schrijft staat in docs/vragenlijst.md."
    )
    lijst = _right(store, named[key])
    if lijst is None:
        return
    schooltypen = _schooltypen(store, whole, lijst, last if key.startswith("vorige") else None)
    asked = askable(store, whole.swv, schooltypen) if schooltypen else Askable([], [])
    _who(lijst, asked)
    _questions(lijst)
    _form(store, viewer, whole, book, there, lijst, asked)


def _right(store: Store, chosen: Offered) -> Vragenlijst | None:
    """With the items of the norm; every fault at once where there are some."""
    if chosen.lijst is None:
        st.error(f"{plain(chosen.titel)} is niet goed; de ronde kan er niet mee open.")
        for fault in chosen.faults:
            st.markdown(f"- {plain(fault)}")
        return None
    if chosen.lijst.voor != "vestiging":
        st.info(
            f"Deze vragenlijst is voor {UNITS[chosen.lijst.voor][1]}. Een ronde op deze pagina is voor "
            "scholen."
        )
        return None
    try:
        filled = with_items(store, chosen.lijst)
    except MonitorError as error:
        st.error(str(error))
        return None
    if filled.left_out:
        st.warning(filled.left_out)
    return filled.vragenlijst


def _schooltypen(
    store: Store, whole: Region, lijst: Vragenlijst, last: Verloop | None
) -> list[str]:
    every = askable(store, whole.swv, ())
    there = [kind for kind in register.TYPES if any(one.schooltype == kind for one in every.open)]
    fits = [kind for kind in there if not lijst.schooltypen or kind in lijst.schooltypen]
    if last is not None:
        before = {one.deelnemer.eenheid for one in last.of("vestiging")}
        were = {one.schooltype for one in every.open if one.code in before}
        fits = [kind for kind in there if kind in were] or fits
    return picking.several(
        "Soorten scholen", there, register.TYPES.__getitem__, default=fits,
        key=f"ronde_typen_{lijst.code}_{last is not None}",
    )  # fmt: skip


def _who(lijst: Vragenlijst, asked: Askable) -> None:
    if not asked.open:
        st.warning("Er is niemand om te vragen. Kies een soort school die open is.")
        return
    number = len(asked.open)
    st.markdown(f"**{number} {UNITS[lijst.voor][number != 1]}** krijgen deze vragenlijst.")
    if asked.closed:
        gone = [f"{one.naam} ({one.code})" for one in asked.closed]
        st.markdown(f"Niet gevraagd, want gesloten: {plain(dutch.joined(gone))}.")
    with st.expander("Wie er gevraagd worden"):
        st.markdown("\n".join(f"- {plain(one.naam)} ({one.schooltype})" for one in asked.open))


def _questions(lijst: Vragenlijst) -> None:
    """As a school reads them: every question with its choices, and when it is asked."""
    number = sum(vraag.soort != "uitleg" for _, vraag in lijst.vragen())
    with st.expander(f"De {number} vragen, zoals een school ze leest"):
        for deel in lijst.deel:
            st.markdown(f"**{plain(deel.titel)}**")
            if deel.uitleg:
                st.caption(plain(deel.uitleg))
            for vraag in deel.vraag:
                chosen = ", ".join(plain(option.tekst) for option in options(vraag))
                when = plain(shown(lijst, vraag))
                parts = [f"- {plain(vraag.tekst)}", f":small[{chosen}]" if chosen else "",
                         f":small[{when}]" if when else ""]  # fmt: skip
                st.markdown("  \n  ".join(part for part in parts if part))


def _form(
    store: Store, viewer: Viewer, whole: Region, book: Journal, there: Sequence[Ronde],
    lijst: Vragenlijst, asked: Askable,
) -> None:  # fmt: skip
    today = now().astimezone(HERE).date()
    year = today.year - (today.month < 8)
    years = [f"{year + at}-{year + at + 1}" for at in range(-1, YEARS - 1)]
    with st.form("ronde_maken", enter_to_submit=False):
        left, right = st.columns(2, gap="medium")
        titel = left.text_input("Naam", f"{_short(lijst.titel)} {year + 1}", max_chars=200)
        jaar = picking.one("Schooljaar", years, where=right, index=1) or years[1]
        code = left.text_input("Code (kleine letters, cijfers, streepjes)",
                               _free(f"{lijst.code}-{year + 1}", there), max_chars=40)  # fmt: skip
        day = right.date_input(
            "Laatste dag (sluit om 23.59 uur)", today + dt.timedelta(USUAL_DAYS), today,
            today + dt.timedelta(MOST_DAYS), format=DAY,
        )  # fmt: skip
        if st.form_submit_button("Open de ronde", type="primary", icon=":material/play_arrow:",
                                 disabled=not asked.open):  # fmt: skip
            codes = [one.code for one in asked.open]

            def open_now() -> None:
                known = known_of(store, whole.swv, jaar, lijst, codes)
                kop = Kop(code, jaar, titel)
                begin(book, viewer, whole.swv, kop, day, lijst, codes, known)

            do(open_now, f"De ronde is open tot en met {date(day)}, voor {len(codes)} scholen.")


def _short(titel: str) -> str:
    return titel.removeprefix("Vragenlijst ").capitalize()


def _free(code: str, there: Sequence[Ronde]) -> str:
    taken = {one.code for one in there}
    wanted = [code[:37], *(f"{code[:37]}-{number}" for number in range(2, 99))]
    return next((one for one in wanted if one not in taken), "")
