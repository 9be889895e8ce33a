"""Which scenarios stand side by side: two or three, of those that were kept and the one on screen."""

import streamlit as st

from monitor.dekking.scenarios import Scenario
from monitor.errors import MonitorError
from monitor.pages.pieces import filters, show_section
from monitor.pages.wat_als import work
from monitor.pages.wat_als.subject import Held
from monitor.pages.wat_als.work import Work
from monitor.sections.wat_als import side_by_side


MOST = 3
THIS = "dit"


def show(subject: Held, mine: Work) -> None:
    st.header(side_by_side.TITLE)
    found = _choices(subject, mine)
    names = {code: scenario.naam or "Dit scenario" for code, scenario in found.items()}
    if len(found) < 2:
        st.markdown(
            "Om te vergelijken zijn er twee scenario's nodig. Bewaar dit scenario en begin er nog "
            "een, of maak wijzigingen in dit scenario."
        )
        return
    chosen = filters.remembered_list(
        "naast", "Welke scenario's? (twee of drie)", list(found), names.__getitem__,
        max_selections=MOST,
    )  # fmt: skip
    if len(chosen) < 2:
        st.markdown("Kies er twee of drie; ze komen dan naast elkaar en naast de werkelijkheid.")
        return
    section = side_by_side.make(subject, [(names[code], found[code]) for code in chosen])
    show_section.show(section, subject.store.settings.demo, heading=False, table="cards")


def _choices(subject: Held, mine: Work) -> dict[str, Scenario]:
    """The one on screen when it is not kept as it is, and all that were kept, by code."""
    found: dict[str, Scenario] = {}
    if mine.is_changed:
        naam = (
            f"{mine.scenario.naam} (nu op het scherm)" if mine.scenario.naam else "Nu op het scherm"
        )
        found[THIS] = mine.scenario.model_copy(update={"naam": naam})
    for kept in work.the_journal().scenarios(subject.basis.swv):
        try:
            found[kept.code] = work.work_of(kept).scenario
        except MonitorError:
            continue  # of another version of the monitor: opening it says so
    return found
