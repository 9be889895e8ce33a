"""Overzicht: the state of the samenwerkingsverband in one look, for the directeur."""

import streamlit as st

from monitor.access import Viewer
from monitor.compare import afspraken, attention
from monitor.compare.afspraken import AfspraakStand, AfspraakState
from monitor.compare.attention import Notice, Series
from monitor.compare.yardsticks import country
from monitor.figures import levels, wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.pages.overzicht import cards, how_fresh
from monitor.pages.pieces import figure_parts, filters, map_and_ranking, side_by_side
from monitor.sections import on_map, origins, spread, units
from monitor.sections.what_is_shown import may_choose
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


LEVELS = ("gemeente", "subregio", "wijk", "bestuur")
PAGE_TITLES = {
    "deelname": "Deelname",
    "verwijzingen": "Verwijzingen",
    "thuiszitters": "Thuiszitters",
    "scholen": "Scholen",
    "leveringen": "Leveringen",
    "begrippen": "Begrippen",
}


def show(store: Store, viewer: Viewer) -> None:
    head, row = st.container(), st.container()
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
    when = moments.period(peildatum, "1 oktober") if peildatum else ""
    figure_parts.you_see(region.sentence, when)
    figure_parts.in_classes(store, viewer)
    if not series:
        _no_figures(region)
        return
    how_fresh.show(store, region, series)
    _attention(store, viewer, region, peildatum)
    _cards(store, viewer, region, series, goals)
    per = _per_region(store, viewer, region, series)
    _changes(store, viewer, region, series, per)
    _goals(goals, region)


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


# ------------------------------------------------------------------------- what to look at


def _attention(store: Store, viewer: Viewer, region: Region, peildatum: str) -> None:
    st.header("Waar moet u naar kijken?")
    found = attention.notices(store, viewer, region, peildatum)
    if not found:
        st.markdown(
            "Volgens de regels op de pagina Begrippen is er niets om als eerste naar te kijken. Dat "
            "zegt niet dat er niets aan de hand is: van kleine aantallen is weinig te zeggen."
        )
    for number, notice in enumerate(found, start=1):
        _notice(number, notice)


def _notice(number: int, notice: Notice) -> None:
    left, right = st.columns([5, 1], gap="small")
    left.markdown(f"**{number}.** {plain(notice.sentence)}")
    if notice.page in st.session_state.get("pages", {}):
        title = PAGE_TITLES.get(notice.page, notice.page.capitalize())
        with right:
            figure_parts.link(
                notice.page, f"Naar {title}", ":material/arrow_forward:", **notice.query
            )


# --------------------------------------------------------------------------------- the cards


def _cards(
    store: Store, viewer: Viewer, region: Region, series: Series, goals: list[AfspraakStand]
) -> None:
    st.header("De belangrijkste cijfers")
    per_indicator = {goal.indicator: goal for goal in goals} if region.per == "swv" else {}
    grid = st.grid(4, min_column_width=215, border=True, gap="small")
    for indicator, found in _in_order(series):
        with grid.cell():
            cards.card(store, viewer, region, indicator, found, per_indicator.get(indicator))


def _in_order(series: Series) -> list[tuple[Indicator, list[Figure]]]:
    """As they matter; of the sizes the largest first."""
    return sorted(
        series.items(),
        key=lambda item: (
            (*attention.importance(item[0])[:3], -(item[1][-1].waarde or 0))
            if item[0].theme == attention.SIZES
            else (*attention.importance(item[0])[:3], 0)
        ),
    )


# --------------------------------------------------------------------------------- per region


def _per_region(store: Store, viewer: Viewer, region: Region, series: Series) -> str:
    """The map and the main figures side by side; says for which level."""
    there = [
        level
        for level in LEVELS
        if may_choose(viewer, level) and len(units.units(store, region, level)) > 1
    ]
    if not there:
        return ""
    head = st.container()
    per = filters.choose_level(store, viewer, region, there, st.container(width=280))
    head.header(f"Per {levels.LEVEL_TITLES[per]}")
    lead = next((i for i in series if i.theme == "deelname" and per in i.levels), None)
    if lead is not None:
        now = series[lead][-1]
        found = on_map.per_level(store, viewer, lead, region, per, now.periode)
        land = [f for f in country(store, viewer, lead) if f.periode == now.periode]
        st.markdown(f"**{plain(spread.headline(store, found, region, lead, per, now))}**")
        map_and_ranking.map_and_ranking(
            store, viewer, lead, region, found, per, next(iter(land), None), "overzicht",
            spread.named(found, region, lead, per, now),
        )  # fmt: skip
        figure_parts.trust_line(
            store, lead, now.periode, region,
            origins.country_origin(store, lead, next(iter(land), None)),
        )  # fmt: skip
    _side_by_side(store, viewer, region, series, per)
    return per


def _side_by_side(store: Store, viewer: Viewer, region: Region, series: Series, per: str) -> None:
    """One row per unit, one column per main figure; a click on a heading sorts."""
    columns = {
        indicator: on_map.per_level(store, viewer, indicator, region, per, found[-1].periode)
        for indicator, found in _main(series)
        if per in indicator.levels
    }
    there = units.units(store, region, per)
    side_by_side.show(store, there, columns, region, per, "overzicht_naast_elkaar")


def _main(series: Series) -> list[tuple[Indicator, list[Figure]]]:
    """Everything but the sizes, and the largest size."""
    ordered = _in_order(series)
    sizes = [item for item in ordered if item[0].theme == attention.SIZES]
    return [item for item in ordered if item[0].theme != attention.SIZES] + sizes[:1]


# ----------------------------------------------------------------------- changes and promises


def _changes(store: Store, viewer: Viewer, region: Region, series: Series, per: str) -> None:
    st.header("Wat veranderde sinds vorig jaar")
    found = attention.changes(store, viewer, region, series, per)
    if not found:
        st.markdown("Van een jaar eerder is er geen telling om mee te vergelijken.")
    for change in found:
        st.markdown(f"- {plain(change.sentence)}")


def _goals(goals: list[AfspraakStand], region: Region) -> None:
    """Each afspraak: the figure now, the target, its year, and whether it is met."""
    if not goals:
        return
    st.header("Doelen van het ondersteuningsplan")
    measured = [goal for goal in goals if goal.figure is not None]
    unmeasured = [goal for goal in goals if goal.figure is None]
    met = sum(goal.state is AfspraakState.MET for goal in measured)
    st.markdown(
        f"Van de {dutch.number(len(goals))} afspraken {'is' if len(measured) == 1 else 'zijn'} er "
        f"{dutch.number(len(measured))} te meten; "
        f"{dutch.number(met)} daarvan {'is' if met == 1 else 'zijn'} gehaald."
    )
    if region.per != "swv":
        st.caption("De afspraken gelden voor het hele samenwerkingsverband.")
    grid = st.grid(2, min_column_width=300, border=True, gap="small")
    for goal in measured:
        with grid.cell():
            _goal(goal)
    if unmeasured:
        with st.expander(f"Nog niet te meten ({len(unmeasured)})"):
            for goal in unmeasured:
                st.markdown(f"- **{plain(goal.target.titel)}** ({goal.target.code}): {goal.why}.")


_SHAPES = {
    AfspraakState.MET: "✓",
    AfspraakState.NOT_MET: "○",
    AfspraakState.MISSED: "✕",
    AfspraakState.UNKNOWN: "?",
}


def _goal(goal: AfspraakStand) -> None:
    assert goal.indicator is not None
    assert goal.figure is not None
    target, indicator = goal.target, goal.indicator
    by = f" in {target.per_jaar}" if target.per_jaar else ""
    now = wording.value(goal.figure, indicator)
    st.markdown(
        f"**{target.titel}** ({target.code})  \n"
        f"{_SHAPES[goal.state]} **{str(goal.state).capitalize()}**: {goal.why}.  \n"
        + (f"{goal.course}.  \n" if goal.course else "")
        + f"Nu {now} {attention.when(goal.figure, indicator)}; afgesproken is "
        f"{afspraken.wanted(target, indicator)}{by}."
    )
    st.caption(f"{indicator.short}" + (f" · {target.eigenaar}" if target.eigenaar else ""))
