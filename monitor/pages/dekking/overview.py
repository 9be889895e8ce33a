"""The matrix of ondersteuningsvraag by region; a click on a cell opens it below."""

from urllib.parse import urlencode

import streamlit as st

from monitor.access import Role
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import show_section
from monitor.pages.pieces.show_section import Cells
from monitor.sections.dekking import per_vraag_and_region


def show(subject: Held) -> None:
    section = per_vraag_and_region.make(subject)
    if section is None:
        return
    chosen = str(st.query_params.get("cel", ""))
    show_section.show(section, subject.store.settings.demo,
                      cells=Cells(lambda key: f"?{urlencode(_query(key))}#vakje", chosen))  # fmt: skip
    lists.download(subject)


def _query(key: str) -> dict[str, str]:
    """The address of a cell: what stands in the URL now, and what is kept from other pages."""
    query = {name: str(value) for name, value in st.query_params.items()}
    for name in ("swv", "schooljaar", "aanbod", "vso", "per"):
        kept = st.session_state.get(f"gekozen_{name}")
        if kept:
            query[name] = str(kept)
    role = st.session_state.get("rol")
    if role and role != Role.DIRECTEUR:
        query["rol"] = str(role)
    query.pop("onderdeel", None)
    return {**query, "cel": key}
