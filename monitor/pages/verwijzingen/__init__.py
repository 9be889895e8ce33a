"""Verwijzingen: who is newly referred (stroom) and who is there (stand), from where and to where."""

import streamlit as st

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.door import figures
from monitor.figures.levels import Region
from monitor.pages.pieces import figure_parts, filters, show_section
from monitor.pages.verwijzingen import others, stream
from monitor.sections.verwijzingen import stock_now, stream_now
from monitor.sections.verwijzingen.asked import Asked, Line, measure
from monitor.store.store import Store
from monitor.values import moments


LEADING = ("instroom_vso", "tlv_afgegeven")
"""What the page is about first: the second where the pupils were not counted, and in the po."""
PARTS = {
    "stroom": "Stroom: nieuw verwezen",
    "herkomst": "Herkomst en bestemming",
    "doorlooptijd": "Doorlooptijd",
    "stand": "Stand en verloop",
}


def show(store: Store, viewer: Viewer) -> None:
    st.title("Verwijzingen")
    row = st.container(horizontal=True, gap="small")
    with row:
        whole = filters.choose_swv(store, viewer)
    if whole is None:
        _nothing_yet()
        return
    found = leading(store, viewer, whole)
    if found is None:
        _no_list(whole)
        return
    with row:
        year, region = _choose(store, viewer, whole, found)
    asked = Asked(store, viewer, whole, region, year, year == found.now.periode)
    figure_parts.you_see("Verwijzingen", region.sentence, moments.period(year, "schooljaar"))
    figure_parts.in_classes(store, viewer)
    _answer(asked, found)
    part = filters.remembered_choice(
        "onderdeel", "Onderdeel", list(PARTS), "stroom", PARTS.__getitem__
    )
    match part:
        case "herkomst":
            others.destinations_of(asked)
        case "doorlooptijd":
            others.waiting_times(asked)
        case "stand":
            others.stock(asked)
        case _:
            stream.show(asked, found.indicator)


def _answer(asked: Asked, found: Line) -> None:
    """What flowed in this schooljaar, and apart from it who is there."""
    both = (stream_now.make(asked, found.indicator), stock_now.make(asked))
    for place, section in zip(st.columns(2, gap="large"), both, strict=True):
        with place:
            show_section.show(section, asked.store.settings.demo)


def leading(store: Store, viewer: Viewer, whole: Region) -> Line | None:
    """The first indicator that has figures of a whole schooljaar; None without a list of tlv's."""
    for name in LEADING:
        indicator = measure(name, whole.sector)
        if indicator is None or viewer.role not in indicator.audience:
            continue
        found = figures(store, viewer, indicator, "swv", codes=(whole.code,))
        known = [figure for figure in found if wording.is_known(figure) or figure.is_hidden]
        if known:
            return Line(indicator, whole, known)
    return None


def _choose(store: Store, viewer: Viewer, whole: Region, found: Line) -> tuple[str, Region]:
    """(schooljaar, region)"""
    years = sorted((figure.periode for figure in found.figures), reverse=True)
    year = filters.remembered(
        "schooljaar", "Schooljaar", years, years[0], lambda y: y.replace("-", "–")
    )
    return year, filters.choose_part(store, viewer, whole)


def _nothing_yet() -> None:
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt hoeveel leerlingen nieuw naar het vso worden verwezen en hoeveel er zitten. "
        "Lever de lijst van toelaatbaarheidsverklaringen, een adreslijst van de vestigingen en de "
        "leerlingtellingen van DUO.",
    )


def _no_list(whole: Region) -> None:
    figure_parts.empty_state(
        f"Van {whole.naam} zijn er nog geen verwijzingen te tellen.",
        "Daarvoor is de lijst van toelaatbaarheidsverklaringen nodig (het bestand tlv), over "
        "minstens één heel schooljaar. Een lopend schooljaar telt nog niet mee: dat zou als een "
        "daling te zien zijn.",
    )
