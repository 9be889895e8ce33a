"""Deelname: which part of the pupils is in vso and pro (or sbo and so), where, and since when."""

import streamlit as st

from monitor.access import Viewer
from monitor.compare import attention
from monitor.compare.yardsticks import country
from monitor.figures import roll_up, wording
from monitor.figures.door import Indicator
from monitor.figures.levels import Region
from monitor.pages.pieces import figure_parts, filters, other_swvs, show_section
from monitor.sections import like_swvs, origins, per_region, through_the_years, units
from monitor.sections.deelname import contributing_schools, how_large
from monitor.sections.deelname.subject import Subject, at
from monitor.store.store import Store
from monitor.values import moments


LEVELS = ("gemeente", "subregio", "wijk", "bestuur")


def show(store: Store, viewer: Viewer) -> None:
    st.title("Deelname")
    row, below = st.container(horizontal=True, gap="small"), st.container()
    with row:
        whole = filters.choose_swv(store, viewer, with_others=True)
    if whole is None:
        _nothing_yet()
        return
    with below:
        indicator = _choose_indicator(store, viewer, whole)
    if indicator is None:
        _no_figures(whole)
        return
    with row:
        region, periode, per = _filters(store, viewer, whole, indicator)
    figure_parts.you_see(
        indicator.title, region.sentence, moments.period(periode, indicator.moment)
    )
    if not viewer.is_of(whole.swv):
        st.info(
            f"{whole.naam} is niet uw samenwerkingsverband. U ziet er de openbare cijfers van als "
            "geheel; gemeenten, wijken, besturen en scholen ziet alleen wie daar werkt."
        )
    own = tuple(origins.own_figures(store, viewer, indicator, region))
    now = at(own, periode)
    if now is None or not wording.is_known(now):
        _no_figure_then(region, indicator, periode)
        return
    land = tuple(country(store, viewer, indicator))
    subject = Subject(indicator, region, periode, own, land, per)
    is_demo = store.settings.demo
    show_section.show(how_large.make(store, viewer, subject), is_demo)
    figure_parts.in_classes(store, viewer)
    if per:
        key = f"deelname_{indicator.name}_{per}"
        show_section.show(per_region.make(store, viewer, indicator, region, per, now,
                                          subject.country, key), is_demo)  # fmt: skip
    st.header("Door de jaren")
    beside = other_swvs.chosen(store, region)
    key = f"deelname_{indicator.name}"
    years = through_the_years.make(store, viewer, indicator, region, own, land, beside,
                                   f"{key}_jaren")  # fmt: skip
    show_section.show(years, is_demo, heading=False)
    like = like_swvs.make(store, viewer, indicator, region, now, f"{key}_vergelijkbaar")
    if like is not None:
        show_section.show(like, is_demo, table="folded")
    if viewer.is_of(whole.swv):
        schools = contributing_schools.make(store, viewer, indicator, region, now)
        if schools is not None:
            show_section.show(schools, is_demo, table="sorted")
            figure_parts.link("scholen", "Alle scholen", ":material/school:")


def _nothing_yet() -> None:
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt welk deel van de leerlingen naar het vso en het praktijkonderwijs gaat (of naar "
        "sbo en so). Lever de regio-indeling of de regeling van OCW, een adreslijst van de "
        "vestigingen, en de leerlingtellingen van DUO.",
    )


def _no_figures(whole: Region) -> None:
    figure_parts.empty_state(
        f"Van {whole.naam} is er nog geen deelname te berekenen.",
        "Daarvoor moeten op dezelfde datum zowel de leerlingen van het gewone onderwijs als die "
        "van het speciaal onderwijs geteld zijn. Lever voor die datum beide bestanden van DUO.",
    )


def _no_figure_then(region: Region, indicator: Indicator, periode: str) -> None:
    figure_parts.empty_state(
        f"{indicator.short} van {region.naam} is op {moments.period(periode, indicator.moment)} "
        "onbekend.",
        "Er zijn daar toen geen leerlingen geteld. Kies een andere regio of peildatum.",
        leads_to="",
    )


# ----------------------------------------------------------------------------------- choices


def _choose_indicator(store: Store, viewer: Viewer, whole: Region) -> Indicator | None:
    """Which of the deelnamecijfers that this samenwerkingsverband has."""
    there = {
        indicator.name: indicator
        for indicator in attention.series_of(store, viewer, whole)
        if indicator.theme == "deelname"
    }
    if not there:
        return None
    name = filters.remembered_choice(
        "cijfer", "Cijfer", list(there), next(iter(there)), lambda name: there[name].short
    )
    return there[name]


def _filters(
    store: Store, viewer: Viewer, whole: Region, indicator: Indicator
) -> tuple[Region, str, str]:
    """(region, moment, level of the map and ranking)."""
    periods = [
        figure.periode
        for figure in origins.own_figures(store, viewer, indicator, whole)
        if wording.is_known(figure)
    ]
    periode = filters.choose_period(periods, lambda p: moments.period(p, indicator.moment))
    is_own = viewer.is_of(whole.swv)
    region = filters.choose_part(store, viewer, whole) if is_own else whole
    levels = [
        level
        for level in LEVELS
        if is_own and level in indicator.levels and len(units.units(store, region, level)) > 1
    ]
    if len(roll_up.swvs(store, whole.sector)) > 1:
        levels.append("swv")
    return region, periode, filters.choose_level(store, viewer, region, levels) if levels else ""
