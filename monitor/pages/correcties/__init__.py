"""Correcties: what schools want mended; accepted or refused by who works for their SWV."""

from collections.abc import Callable, Mapping

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import figure_parts, filters
from monitor.scholen import corrections, register
from monitor.scholen.correction_steps import CorrectionStand, Event, Step
from monitor.scholen.corrections import MOST_VALUE, MOST_WORDS, SOURCE
from monitor.store.journal import Journal, journal
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


SHOWN = {"open": "Open", "klaar": "Afgehandeld", "alle": "Alle"}
ENDS = {
    Step.AANVAARD: ":blue-badge[✎ aanvaard]",
    Step.GEWEIGERD: ":violet-badge[✕ geweigerd]",
    Step.INGETROKKEN: ":gray-badge[– ingetrokken door de school]",
}
NEWS = "correctie_gezegd"
MOST = 50


def show(store: Store, viewer: Viewer) -> None:
    st.title("Correcties")
    whole = filters.choose_swv(store, viewer)
    if whole is None:
        figure_parts.empty_state(
            "Er zijn nog geen gegevens.",
            "Hier komen de vragen van scholen over wat de monitor van hen zegt.",
        )
        return
    book = journal(chosen_folder())
    every = corrections.questions(book, viewer, whole.code)
    open_ = [one for one in every if len(one.events) == 1]
    _opening(len(open_), len(every))
    _news()
    if not every:
        return
    wanted = filters.remembered_choice("toon", "Toon", list(SHOWN), "open", SHOWN.__getitem__)
    found = {"open": open_, "alle": every}.get(wanted, [s for s in every if len(s.events) > 1])
    names = {one.code: one.naam for one in register.schools(store)}
    if not found:
        st.markdown("Er is niets dat u hier kunt zien." if wanted != "open" else
                    "Alles is afgehandeld.")  # fmt: skip
    for one in found[:MOST]:
        _question(book, viewer, names, one)
    if len(found) > MOST:
        st.caption(f"U ziet de nieuwste {MOST} van {dutch.number(len(found))}.")


def _opening(waiting: int, asked: int) -> None:
    if not asked:
        st.markdown(
            "Geen enkele school vroeg om een correctie. Scholen doen dat op hun eigen pagina, Ons "
            "profiel."
        )
        return
    said = {0: "Er staat geen vraag open", 1: "**1 vraag van een school staat open**"}
    st.markdown(
        f"{said.get(waiting, f'**{waiting} vragen van scholen staan open**')}; in totaal kwamen er "
        f"{asked}. Wat u aanvaardt staat naast het cijfer van het register, met de bron erbij. Het "
        "verandert geen levering en geen enkel cijfer: laat het register zelf verbeteren bij wie "
        "het levert."
    )


def _question(
    book: Journal, viewer: Viewer, names: Mapping[str, str], one: CorrectionStand
) -> None:
    asked, ended = one.events[0], one.events[1] if len(one.events) > 1 else None
    with st.container(border=True, key=f"vraag_{asked.nummer}"):
        mark = ENDS[ended.stap] if ended else ":orange-badge[○ open]"
        naam = names.get(asked.vestiging, asked.vestiging)
        st.markdown(f"**{plain(naam)}**: {plain(asked.titel)} {mark}")
        st.text(f"Het register zei: {asked.register}")
        if asked.waarde:
            st.text(f"Volgens de school: {asked.waarde}")
        st.text(f"Uitleg: {asked.toelichting}")
        st.caption(
            f"Gevraagd door {plain(asked.wie)} ({asked.rol}) op {moments.clock_here(asked.wanneer)}."
        )
        if ended is not None:
            _ended(ended)
        else:
            _forms(book, viewer, asked)
        figure_parts.link(
            "school", f"Naar {plain(naam)}", ":material/school:", school=asked.vestiging
        )


def _ended(ended: Event) -> None:
    if ended.waarde:
        st.text(f"Aanvaard: {ended.waarde} (bron: {ended.bron})")
    if ended.toelichting:
        st.text(f"{'Reden' if ended.stap is Step.GEWEIGERD else 'Uitleg'}: {ended.toelichting}")
    st.caption(f"Door {plain(ended.wie)} ({ended.rol}) op {moments.clock_here(ended.wanneer)}.")


def _forms(book: Journal, viewer: Viewer, asked: Event) -> None:
    left, right = st.columns(2, gap="medium")
    with left, st.form(f"aanvaard_{asked.nummer}", enter_to_submit=False):
        value = st.text_input("De juiste waarde", asked.waarde, max_chars=MOST_VALUE)
        source = st.text_input("Waar die vandaan komt", SOURCE, max_chars=MOST_VALUE)
        words = st.text_input("Uitleg (mag leeg blijven)", max_chars=MOST_WORDS)
        if st.form_submit_button("Aanvaard", type="primary", icon=":material/check:"):
            _do(lambda: corrections.accept(book, viewer, asked.nummer, value, source, words),
                "Aanvaard. De waarde staat nu naast die van het register, met haar bron.")  # fmt: skip
    with right, st.form(f"weiger_{asked.nummer}", enter_to_submit=False):
        why = st.text_area("Waarom u weigert (de school leest dit)", max_chars=MOST_WORDS,
                           height=120)  # fmt: skip
        if st.form_submit_button("Weiger", icon=":material/close:"):
            _do(lambda: corrections.refuse(book, viewer, asked.nummer, why),
                "Geweigerd. De school ziet uw reden.")  # fmt: skip


def _do(job: Callable[[], None], said: str) -> None:
    """MonitorError is shown here; what went well is said at the next run."""
    try:
        job()
    except MonitorError as error:
        st.error(str(error))
        return
    st.session_state[NEWS] = said
    st.rerun()


def _news() -> None:
    if said := st.session_state.pop(NEWS, ""):
        st.success(said)
