"""One pack for all schools at once: begin it, see how far it is, stop it, go on with it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from monitor.access import Role, Viewer
from monitor.errors import MonitorError
from monitor.pages.pieces import picking
from monitor.pages.rapporten.files import WORDS
from monitor.reports import audiences, bulk, for_all
from monitor.reports.audiences import Publiek
from monitor.reports.for_all import Making
from monitor.reports.making import Order
from monitor.reports.recipes import recipe
from monitor.scholen import register
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.safe_text import plain


SAID = "rapport_allen_fout"
EVERY_SECOND = 1.0


def show(store: Store, viewer: Viewer, order: Order) -> None:
    """Nothing for a pack of which there is one, or for who has one school."""
    if Publiek(order.publiek) is not Publiek.SCHOOL or store.folder is None:
        return
    whom = _whom(viewer)
    codes = bulk.wanted(store, order, whom)
    if len(codes) < 2 or not audiences.may_have(viewer, Publiek.SCHOOL, order.swv, whom):
        return
    title = recipe(order.recept).titel.lower()
    which = f"alle {dutch.number(len(codes))} scholen" if not whom else f"uw {len(codes)} scholen"
    with st.container(border=True, key="rapport_allen"):
        st.markdown(f"**Het {plain(title)} voor {which} in één keer**")
        made = for_all.latest(store.folder, order.swv)
        if said := st.session_state.pop(SAID, ""):
            st.warning(plain(said))
        if made is not None and made.is_going:
            _going(store, viewer, made)
            return
        if made is not None and _is_his(viewer, made):
            _ended(store, made)
        _begin(store, viewer, order, whom, which)


def _whom(viewer: Viewer) -> tuple[str, ...]:
    """A bestuur's own schools; of others: all there are."""
    return tuple(sorted(viewer.vestigingen)) if viewer.role in (Role.SCHOOL, Role.BESTUUR) else ()


def _is_his(viewer: Viewer, made: Making) -> bool:
    order = made.order
    return audiences.may_have(viewer, Publiek(order.publiek), order.swv, made.whom)


def _going(store: Store, viewer: Viewer, made: Making) -> None:
    assert store.folder is not None
    if not _is_his(viewer, made):
        st.info("Iemand anders laat nu een pakket maken. Als dat klaar is, kan het uwe.")
        return
    _progress(store.folder, made.order.swv)
    if st.button("Stoppen", icon=":material/stop_circle:", key="rapport_allen_stop",
                 disabled=made.is_stopping):  # fmt: skip
        made.stop()
        st.rerun()
    st.caption(
        "U kunt gewoon verder werken of deze pagina verlaten: het maken gaat door. Wat klaar is, staat "
        "hieronder bij Klaar om op te halen."
    )


@st.fragment(run_every=EVERY_SECOND)
def _progress(folder: Path, swv: str) -> None:
    """By itself every second; the whole page when there is something else to say. It knows counts only."""
    made = for_all.latest(folder, swv)
    if made is None or not made.is_going:
        st.rerun()
        return
    st.progress(made.done / made.many if made.many else 0.0, text=words(made))


def words(made: Making) -> str:
    """34 van de 120, nog ongeveer 8 seconden"""
    if not made.many:
        return "Het maken begint…"
    said = f"{dutch.number(made.done)} van de {dutch.number(made.many)}"
    if made.is_stopping:
        return f"{said}; het stopt na de bestanden waar het mee bezig is"
    seconds = made.seconds_left
    if seconds is None:
        return said
    if seconds >= 90:
        return f"{said}, nog ongeveer {round(seconds / 60)} minuten"
    left = max(1, round(seconds))
    return f"{said}, nog ongeveer {left} {'seconde' if left == 1 else 'seconden'}"


def _ended(store: Store, made: Making) -> None:
    """What came of the last one; how far one that was stopped came is said where it goes on."""
    assert store.folder is not None
    if made.error:
        st.warning(plain(made.error))
    if made.is_stopped or made.error:
        return
    count = made.many - len(made.failed)
    said = f"Klaar: {dutch.number(count)} van de {dutch.number(made.many)} scholen."
    if made.failed:
        names = {one.code: one.naam for one in register.schools(store)}
        st.warning(said + " Niet gelukt:")
        for code, why in sorted(made.failed.items(), key=lambda one: names.get(one[0], one[0])):
            st.markdown(f"- **{plain(names.get(code, code))}**: {plain(why)}")
    else:
        st.success(said)
    if st.button("Gelezen", icon=":material/check:", key="rapport_allen_gelezen"):
        for_all.forget(store.folder, made.order.swv)
        st.rerun()


def _begin(store: Store, viewer: Viewer, order: Order, whom: Sequence[str], which: str) -> None:
    stopped = for_all.left(store, order.recept, order.swv, whom)
    if stopped is not None and stopped.version == store.version:
        st.markdown(
            f"Er is eerder gestopt toen er {dutch.number(stopped.done)} "
            f"{'school' if stopped.done == 1 else 'scholen'} klaar "
            f"{'was' if stopped.done == 1 else 'waren'} ({_named(stopped.forms)})."
        )
        if st.button("Verder waar het stopte", icon=":material/play_arrow:", type="primary",
                     key="rapport_allen_verder"):  # fmt: skip
            _start(store, viewer, stopped.order, stopped.forms, whom, again=True)
    elif stopped is not None:
        st.markdown(
            f"Er is eerder gestopt bij {dutch.number(stopped.done)} scholen, met gegevens van versie "
            f"{stopped.version}. Nu is het versie {store.version}, en een pakket is van één versie: begin "
            "opnieuw."
        )
    forms = picking.several("Vormen", list(WORDS), lambda form: WORDS[form][0], default=["pdf"],
                            key="rapport_allen_vormen")  # fmt: skip
    is_again = stopped is not None
    if st.button("Opnieuw beginnen" if is_again else f"Maak voor {which}",
                 icon=":material/restart_alt:" if is_again else ":material/folder_zip:",
                 key="rapport_allen_maak", disabled=not forms):  # fmt: skip
        _start(store, viewer, order, tuple(forms), whom, again=False)
    st.caption(
        "Er komt één zip-bestand, met een lijst van wat erin zit. Elk profiel toont alleen wat die school "
        "zelf ook ziet."
    )


def _named(forms: Sequence[str]) -> str:
    return dutch.joined([WORDS[form][0] for form in forms if form in WORDS])


def _start(
    store: Store, viewer: Viewer, order: Order, forms: Sequence[str], whom: Sequence[str], *, again: bool
) -> None:  # fmt: skip
    try:
        for_all.start(store, viewer, replace(order, code=""), forms, whom, again=again)
    except MonitorError as error:
        st.session_state[SAID] = str(error)
    st.rerun()
