"""What stands around every page: which data, who looks, the menu, errors as sentences."""

import os
from functools import partial
from pathlib import Path

import streamlit as st

from monitor.access import Role, Viewer
from monitor.errors import MonitorError
from monitor.pages import PAGES, Page, pages_for
from monitor.serving import serving
from monitor.store import Store


ROLE_TITLES = {
    Role.DIRECTEUR: "Directeur",
    Role.CONSULTANT: "Consultant",
    Role.SCHOOL: "School",
    Role.BEHEERDER: "Beheerder",
}


def run() -> None:
    """One run of the app: everything that a visitor's click leads to."""
    st.set_page_config(
        page_title="Monitor dekkend aanbod", page_icon=":material/map:", layout="wide"
    )
    folder = Path(os.environ.get("DEKKEND_DATA") or "data")
    try:
        store = serving(folder).store()
    except MonitorError as error:
        st.error(str(error))
        return
    viewer = _viewer(store)
    pages = {page.name: _streamlit_page(page, store, viewer) for page in pages_for(viewer)}
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()))
    if store.settings.demo:
        st.caption(
            ":orange-badge[:material/science: Verzonnen gegevens] "
            "Dit samenwerkingsverband bestaat niet; alle scholen en cijfers zijn bedacht."
        )
    chosen.run()


def _streamlit_page(page: Page, store: Store, viewer: Viewer) -> st.Page:
    return st.Page(
        partial(_show, page, store, viewer),
        title=page.title,
        icon=page.icon,
        url_path=page.name,
        default=page == pages_for(viewer)[0],
    )


def _show(page: Page, store: Store, viewer: Viewer) -> None:
    """The one place where an error that is meant for people becomes a message."""
    try:
        page.show(store, viewer)
    except MonitorError as error:
        st.error(str(error))


def _viewer(store: Store) -> Viewer:
    """Who looks. In the demonstration the visitor chooses; else it is the keeper of the data."""
    own = frozenset({store.settings.swv} if store.settings.swv else ())
    if not store.settings.demo:
        return Viewer(Role.BEHEERDER, own)
    wanted = st.query_params.get("rol", st.session_state.get("rol", Role.DIRECTEUR))
    if "rol_keuze" not in st.session_state:
        st.session_state["rol_keuze"] = Role(wanted) if wanted in set(Role) else Role.DIRECTEUR
    role = st.sidebar.selectbox(
        "Bekijk als",
        list(Role),
        format_func=ROLE_TITLES.__getitem__,
        key="rol_keuze",
        persist_state="session",
        help="Alleen in de demonstratie: zo ziet u wat elke rol ziet.",
    )
    st.session_state["rol"] = role
    schools: frozenset[str] = frozenset()
    if role is Role.SCHOOL:
        schools = frozenset({_a_school(store)})
    return Viewer(role, own, schools)


def _a_school(store: Store) -> str:
    """The school that the demonstration looks as: the first regular one that is still open."""
    rows = store.rows(
        "select vestiging from views.vestiging where schooltype = 'vo' and gesloten_vanaf is null "
        "and vestiging in (select vestiging from views.leerling "
        "where peildatum = (select max(peildatum) from views.leerling)) "
        "order by vestiging limit 1"
    )
    return rows[0][0] if rows else ""


def page_titles() -> dict[str, str]:
    return {page.name: page.title for page in PAGES}
