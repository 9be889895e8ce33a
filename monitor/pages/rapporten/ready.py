"""Klaar om op te halen: what was made for many and waits for a week."""

from collections.abc import Callable

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.levels import Region
from monitor.pages.frame.held import for_later
from monitor.reports import ready
from monitor.store.store import Store
from monitor.store.waiting_files import Waiting
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


SAID = "rapport_klaar_fout"


def show(store: Store, viewer: Viewer, whole: Region) -> None:
    """Nothing where nothing waits."""
    if said := st.session_state.pop(SAID, ""):
        st.warning(plain(said))
    found = ready.listed(store, viewer, whole.swv)
    if not found:
        return
    st.header("Klaar om op te halen")
    st.caption("Een bestand blijft een week staan. Alleen wie het zelf mag maken, ziet het hier.")
    for one in found:
        _row(store, viewer, one)


def _row(store: Store, viewer: Viewer, one: Waiting) -> None:
    facts = one.facts
    with st.container(border=True, key=f"rapport_klaar_{one.id}"):
        st.markdown(
            f"**{plain(facts.what)}** · {size(facts.size)}  \n"
            f"Voor elke school haar eigen profiel. Gemaakt op {moments.clock_here(facts.made)}, met gegevens "
            f"van versie {facts.version}"
            + (f" (nu is het versie {store.version})" if facts.version != store.version else "")
            + f". Staat hier tot {moments.day_here(one.until)}."
        )
        with st.container(horizontal=True, gap="small"):
            st.download_button(
                "Ophalen", _fetch(store, viewer, one.id), file_name=facts.name,
                mime="application/zip", icon=":material/download:", key=f"rapport_haal_{one.id}",
                on_click="ignore", type="primary",
            )  # fmt: skip
            if st.button("Weghalen", icon=":material/delete:", key=f"rapport_weg_{one.id}"):
                _discard(store, viewer, one.id)


def size(amount: int) -> str:
    """13,5 MB"""
    if amount < 1_000_000:
        return f"{dutch.number(max(1, round(amount / 1000)))} kB"
    return f"{dutch.number(amount / 1_000_000, 1)} MB"


def _fetch(store: Store, viewer: Viewer, which: str) -> Callable[[], bytes]:
    """Read and noted when it is asked for."""
    store_now = for_later(store)
    return lambda: ready.fetch(store_now(), viewer, which)


def _discard(store: Store, viewer: Viewer, which: str) -> None:
    try:
        ready.discard(store, viewer, which)
    except MonitorError as error:
        st.session_state[SAID] = str(error)
    st.rerun()
