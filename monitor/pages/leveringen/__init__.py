"""Leveringen: deliver files, take them back, and see how fresh, complete and right the data is."""

import streamlit as st

from monitor.access import Role, Viewer
from monitor.pages import PAGES
from monitor.pages.frame.serving import chosen_folder, serving
from monitor.pages.leveringen import (
    delivered,
    desk,
    health,
    mappings,
    opening,
    running_work,
    verdicts,
    what_to_deliver,
)
from monitor.pages.pieces import figure_parts, filters
from monitor.store.store import Store
from monitor.store.versions import Versions


PARTS = {
    "geleverd": "Geleverd",
    "versheid": "Vers en volledig",
    "controles": "Controles",
    "soorten": "Wat u kunt leveren",
    "koppelingen": "Koppelingen",
}
TITLES = {page.name: page.title for page in PAGES}


def show(store: Store, viewer: Viewer) -> None:
    """Deliver first; then the rest of the store's bookkeeping, one part at a time."""
    st.title("Leveringen")
    if viewer.role is not Role.BEHEERDER:
        st.info("Deze pagina is voor de beheerder van de gegevens.")
        return
    if store.settings.swv and not viewer.is_of(store.settings.swv):
        st.info(
            f"Deze gegevens zijn van {store.settings.swv}. Uw account hoort bij een ander "
            "samenwerkingsverband, dus u kunt hier niet leveren."
        )
        return
    versions = serving(chosen_folder()).versions
    # In a demonstration there are roles and no accounts.
    who = viewer.wie if "@" in viewer.wie else "de beheerder"
    running_work.follow_change()
    _news(store, versions, who)
    opening.show(store)
    desk.show(store, viewer, versions, who)
    _rest(store, viewer, versions, who)


def _news(store: Store, versions: Versions, who: str) -> None:
    """What became of the last click: good or not, and undone right here."""
    news: running_work.News | None = st.session_state.get(running_work.NEWS)
    if news is None:
        return
    lines = "".join(f"\n- {line}" for line in news.lines)
    box = st.success if news.is_good else st.error
    box(f"**{news.title}**\n{lines}")
    if news.pages:
        with st.container(horizontal=True):
            for page in news.pages:
                figure_parts.link(page, f"Naar {TITLES[page]}")
    delivery = next((d for d in store.register.deliveries if d.id == news.delivery), None)
    files = [f for f in delivery.files if f.withdrawn is None] if delivery else []
    if files:
        delivered.withdraw_control(store, versions, str(news.delivery), files, who, "nieuws")
    if st.button("Sluit dit bericht", key="leveringen_gelezen", type="tertiary"):
        del st.session_state[running_work.NEWS]
        st.rerun()


def _rest(store: Store, viewer: Viewer, versions: Versions, who: str) -> None:
    part = filters.remembered_choice(
        "deel",
        "Meer over de gegevens",
        list(PARTS),
        "geleverd" if store.register.files() else "soorten",
        PARTS.__getitem__,
        wrap=True,
    )
    match part:
        case "geleverd":
            delivered.show(store, versions, who)
        case "versheid":
            health.show(store, viewer)
        case "controles":
            verdicts.show(store)
        case "soorten":
            what_to_deliver.show(store)
        case "koppelingen":
            mappings.saved(versions)
