"""Overzicht: the state of the samenwerkingsverband in one look, for the directeur."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.compare import afspraken, attention
from monitor.compare.attention import Series
from monitor.compare.yardsticks import country
from monitor.figures import levels
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.pages.overzicht import cards, goals_table, how_fresh, look_at
from monitor.pages.pieces import figure_parts, filters, show_section, whole_page
from monitor.sections import on_map, per_region, units
from monitor.sections.overzicht import cards as sections_cards
from monitor.sections.overzicht import changed as sections_changed
from monitor.sections.overzicht import goals as sections_goals
from monitor.sections.overzicht import look_at as sections_look_at
from monitor.sections.overzicht import side_by_side
from monitor.sections.overzicht.cards import Card
from monitor.sections.section import Section
from monitor.sections.what_a_role_sees import may_choose
from monitor.store.store import Store
from monitor.values import moments
from monitor.values.safe_text import plain


LEVELS = ("gemeente", "subregio", "wijk", "bestuur")


def show(store: Store, viewer: Viewer) -> None:
    with st.container(key="overzicht", gap="small"):
        _show(store, viewer)


def _show(store: Store, viewer: Viewer) -> None:
    head, row = st.columns([2, 3], gap="medium", vertical_alignment="bottom")
    region, peildatum = _filters(store, viewer, row)
    if region is None:
        with head:
            _nothing_yet()
        return
    head.title(_title(region))
    everything = attention.series_of(store, viewer, region)
    series = {
        i: rows for i, found in everything.items() if (rows := attention.upto(found, peildatum, i))
    }
    goals = afspraken.standings(store, viewer, region.swv, peildatum)
    if not series:
        when = moments.period(peildatum, "1 oktober") if peildatum else ""
        figure_parts.you_see(region.sentence, when)
        figure_parts.in_classes(store, viewer)
        _no_figures(region)
        return
    how_fresh.show(store, region, series, peildatum)
    figure_parts.in_classes(store, viewer)
    is_demo = store.settings.demo
    look_at.show(sections_look_at.make(store, viewer, region, peildatum))
    main, every = sections_cards.make(store, viewer, region, series, goals, peildatum)
    whole_page.add(main)
    with st.container(key="kop_alleen_gehoord"):
        st.header(main.title)
    _cards(every[: sections_cards.IN_SIGHT])
    found = sections_goals.make(goals, region, peildatum)
    # What changed stands above the map, and names the part of the level that is chosen with it.
    left, above = st.columns([8, 5], gap="medium") if found else (None, st.container())
    if found is not None and left is not None:
        with left:
            goals_table.show(found)
    per = _where(store, viewer, region, series, is_demo)
    with above:
        _changed(sections_changed.make(store, viewer, region, series, per, peildatum))
    _more(store, viewer, region, series, every[sections_cards.IN_SIGHT :], per)


def _title(region: Region) -> str:
    """SWV Rivierenstreek | Subregio Oost – SWV Rivierenstreek"""
    if region.per == "swv":
        return region.swv_naam
    return f"{levels.LEVEL_TITLES[region.per].capitalize()} {region.naam} – {region.swv_naam}"


def _filters(store: Store, viewer: Viewer, row: st.delta_generator.DeltaGenerator) -> tuple[
    Region | None, str
]:  # fmt: skip
    """The whole or part that the page is about, and the newest moment that it may show."""
    with row.container(horizontal=True, gap="small"):
        whole = filters.choose_swv(store, viewer)
        if whole is None:
            return None, ""
        periods = _periods(store, viewer, whole)
        peildatum = filters.choose_period(periods, lambda p: moments.period(p, "1 oktober"))
        return filters.choose_part(store, viewer, whole), peildatum


def _periods(store: Store, viewer: Viewer, whole: Region) -> list[str]:
    """The moments at which deelname was counted; without any, those of what was."""
    series = attention.series_of(store, viewer, whole)
    for is_lead in (True, False):
        found = {
            figure.periode
            for indicator, rows in series.items()
            if (indicator.theme == "deelname" or not is_lead) and indicator.moment == "1 oktober"
            for figure in rows
        }
        if found:
            return sorted(found)
    return []


def _nothing_yet() -> None:
    st.title("Overzicht")
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt de stand van het samenwerkingsverband in één blik. Daarvoor is nodig: welke "
        "postcodes bij het samenwerkingsverband horen (de regio-indeling, of de regeling van OCW), "
        "een adreslijst van de vestigingen, en de leerlingtellingen van DUO.",
    )


def _no_figures(region: Region) -> None:
    figure_parts.empty_state(
        f"Van {region.naam} zijn er nog geen cijfers.",
        "Lever de leerlingtellingen van DUO: leerlingen vo per vestiging naar onderwijstype, en "
        "het afstandsbestand of het historisch overzicht van leerlingen per schoolvestiging.",
    )


def _cards(every: Sequence[Card]) -> None:
    grid = st.grid(4, min_column_width=150, border=True, gap="small")
    for one in every:
        with grid.cell():
            cards.show(one)


# --------------------------------------------------------------------------------- per region


def _changed(section: Section) -> None:
    whole_page.add(section)
    st.header(section.title)
    st.markdown("\n".join(f"- {plain(one.text)}" for one in (section.says, *section.beside)))


def _where(store: Store, viewer: Viewer, region: Region, series: Series, is_demo: bool) -> str:
    """The map and the ranking of the first share that has them; says for which level."""
    there = [
        level
        for level in LEVELS
        if may_choose(viewer, level) and len(units.units(store, region, level)) > 1
    ]
    if not there:
        return ""
    head, choice = st.columns([3, 1], vertical_alignment="center")
    per = filters.choose_level(store, viewer, region, there, choice, label_visibility="collapsed")
    head.header(f"Per {levels.LEVEL_TITLES[per]}")
    lead = next((i for i in series if i.theme == "deelname" and per in i.levels), None)
    if lead is not None:
        now = series[lead][-1]
        land = next((f for f in country(store, viewer, lead) if f.periode == now.periode), None)
        section = per_region.make(store, viewer, lead, region, per, now, land, f"overzicht_{per}")
        show_section.show(section, is_demo, heading=False, is_beside=True)
    return per


def _more(
    store: Store,
    viewer: Viewer,
    region: Region,
    series: Series,
    others: Sequence[Card],
    per: str,
) -> None:
    """What does not stand in sight: the other figures, and all of them side by side per region."""
    if not others and not per:
        return
    with st.expander("Meer cijfers", key="meer_cijfers", on_change="rerun") as more:
        if not more.open:
            return
        if others:
            _cards(others)
        if per:
            columns = {
                indicator: on_map.per_level(
                    store, viewer, indicator, region, per, found[-1].periode
                )
                for indicator, found in _main(series)
                if per in indicator.levels
            }
            there = units.units(store, region, per)
            section = side_by_side.make(store, there, columns, region, per)
            if section is not None:
                show_section.show(section, store.settings.demo, table="sorted")


def _main(series: Series) -> list[tuple[Indicator, list[Figure]]]:
    """Everything but the sizes, and the largest size."""
    ordered = sections_cards.in_order(series)
    sizes = [item for item in ordered if item[0].theme == attention.SIZES]
    return [item for item in ordered if item[0].theme != attention.SIZES] + sizes[:1]
