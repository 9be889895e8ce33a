"""What stands around every page: which data, who looks, the menu, errors as sentences."""

import logging
from functools import partial

import streamlit as st

from monitor import __version__
from monitor.access import Role, Viewer
from monitor.errors import MonitorError
from monitor.pages import PAGES, Page, pages_for
from monitor.pages.frame import sheet, visitor
from monitor.pages.frame.serving import chosen_folder, serving
from monitor.pages.pieces import whole_page
from monitor.pages.pieces.visit import VISIT
from monitor.resources import BROWSER
from monitor.store.store import Store
from monitor.values import moments


NAME = "Monitor dekkend aanbod"
log = logging.getLogger(__name__)


def run() -> None:
    """One run of the app: everything that a visitor's click leads to."""
    icon = str(BROWSER / "monitor.svg")
    st.set_page_config(page_title=NAME, page_icon=icon, layout="wide")
    if script := sheet.script():
        st.html(script, unsafe_allow_javascript=True)
    folder = chosen_folder()
    try:
        store = serving(folder).store()
    except MonitorError as error:
        st.html(sheet.style("", False))
        st.title(NAME)
        st.error(str(error))
        return
    viewer = visitor.visitor(store)
    if viewer is None:
        st.html(sheet.style("", False))
        away = st.Page(visitor.signed_out, title="Afgemeld", url_path="afgemeld", default=True)
        st.navigation([away], position="hidden").run()
        return
    VISIT.set((store, viewer))
    pages, all_pages = _streamlit_pages(viewer)
    st.session_state["pages"] = pages
    # Whole: Streamlit would fold a long menu, in English.
    chosen = st.navigation(all_pages, expanded=True)
    if st.session_state.pop("rol_gewisseld", False) and not _is_for(chosen, viewer):
        st.switch_page(pages[pages_for(viewer)[0].name])
    st.set_page_config(page_title=f"{chosen.title} · {NAME}", page_icon=icon)
    st.html(sheet.style(_about(store), store.settings.demo))
    _mark(store)
    if (lost := serving(folder).warning) and viewer.role is Role.BEHEERDER:
        st.warning(lost)
    is_same = st.session_state.get("pagina") == chosen.url_path
    st.session_state["zelfde_pagina"] = is_same
    if not is_same:
        st.session_state["bezoek"] = st.session_state.get("bezoek", 0) + 1
    st.session_state["pagina"] = chosen.url_path
    whole_page.begin()
    chosen.run()
    whole_page.offer(store, viewer, chosen.title, chosen.url_path or pages_for(viewer)[0].name)
    _colophon(store)


def _streamlit_pages(viewer: Viewer) -> tuple[dict[str, st.Page], list[st.Page]]:
    """(the role's pages by name, as links need them; everything that has an address).

    The first page is the front door `/`, and has its own address too, so that a link that one
    role passes on works for another. A page of another role says so instead of being unknown.
    """
    mine = pages_for(viewer)
    by_name: dict[str, st.Page] = {}
    every: list[st.Page] = []
    for page in PAGES:
        is_mine, is_first = page in mine, page == mine[0]
        own = st.Page(
            partial(_show if is_mine else _not_yours, page),
            title=page.title,
            icon=page.icon,
            url_path=page.name,
            visibility="visible" if is_mine and page.in_menu and not is_first else "hidden",
        )
        if is_first:
            front = st.Page(
                partial(_show, page), title=page.title, icon=page.icon, url_path="begin",
                default=True,
            )  # fmt: skip
            every.append(front)
        every.append(own)
        if is_mine:
            by_name[page.name] = front if is_first else own
    return by_name, every


def _is_for(chosen: st.Page, viewer: Viewer) -> bool:
    names = {page.name for page in pages_for(viewer)}
    return chosen.url_path in names or chosen.url_path == ""


def _show(page: Page) -> None:
    """The one place where an error that is meant for people becomes a message."""
    store, viewer = VISIT.get()
    try:
        if why_not := visitor.nothing_to_see(store, viewer):
            st.title(NAME)
            st.info(why_not)
        else:
            page.show(store, viewer)
    except MonitorError as error:
        st.error(str(error))
    except Exception:
        log.exception("%s", page.name)
        st.error(
            "Er ging iets mis op deze pagina; dat ligt aan het programma, niet aan u. Ververs de "
            "pagina. Blijft het zo, geef dan de beheerder door wat u deed en hoe laat het was."
        )


def _not_yours(page: Page) -> None:
    _, viewer = VISIT.get()
    st.title(page.title)
    st.info(f"Deze pagina is er niet voor de rol {visitor.ROLE_TITLES[viewer.role].lower()}.")
    first = pages_for(viewer)[0]
    st.page_link(st.session_state["pages"][first.name], label=f"Naar {first.title}")


def _mark(store: Store) -> None:
    """Invented data says so on every page, on paper too."""
    if store.settings.demo:
        st.markdown(
            ":orange-badge[:material/science: Verzonnen gegevens] "
            ":small[Dit samenwerkingsverband bestaat niet; alle scholen en cijfers zijn bedacht.]"
        )


def _colophon(store: Store) -> None:
    st.sidebar.caption(_about(store))


def _about(store: Store) -> str:
    """Which data and which program this is: version 3 of 21 november 2026 · dekkend 0.1.0."""
    if store.register.made is None:
        data = "Nog geen gegevens"
    else:
        made = moments.day_here(store.register.made)
        data = f"Gegevens: versie {store.version} van {made}"
    return f"{data} · dekkend {__version__}"
