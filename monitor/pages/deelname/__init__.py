"""Deelname: which part of the pupils is in vso and pro (or sbo and so), where, and since when."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import EVERY, Viewer
from monitor.compare import afspraken, attention
from monitor.compare.afspraken import AfspraakStand
from monitor.compare.yardsticks import country
from monitor.figures import counted_where, roll_up, together, wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import LEVEL_TITLES, Region
from monitor.pages.deelname import contributing_schools
from monitor.pages.pieces import (
    comparable_swvs,
    figure_parts,
    filters,
    map_and_ranking,
    spread_sentence,
    through_the_years,
)
from monitor.store.store import Store
from monitor.values import moments, rounding
from monitor.views.charts import breakdown
from monitor.views.words import sentences


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
    own = figure_parts.own_figures(store, viewer, indicator, region)
    now = at(own, periode)
    if now is None or not wording.is_known(now):
        _no_figure_then(region, indicator, periode)
        return
    land = country(store, viewer, indicator)
    _opening(store, viewer, indicator, region, own, land, now)
    figure_parts.in_classes(store, viewer)
    if per:
        _where(store, viewer, indicator, region, per, now, at(land, periode))
    through_the_years.show(store, viewer, indicator, region, own, land)
    comparable_swvs.show(store, viewer, indicator, region, now)
    if viewer.is_of(whole.swv):
        contributing_schools.show(store, viewer, indicator, region, now)


def at(found: Sequence[Figure], periode: str) -> Figure | None:
    """The figure of one moment, of one unit."""
    return next((figure for figure in found if figure.periode == periode), None)


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
        for figure in figure_parts.own_figures(store, viewer, indicator, whole)
        if wording.is_known(figure)
    ]
    periode = filters.choose_period(periods, lambda p: moments.period(p, indicator.moment))
    is_own = viewer.is_of(whole.swv)
    region = filters.choose_part(store, viewer, whole) if is_own else whole
    levels = [
        level
        for level in LEVELS
        if is_own and level in indicator.levels and len(filters.units(store, region, level)) > 1
    ]
    if len(roll_up.swvs(store, whole.sector)) > 1:
        levels.append("swv")
    return region, periode, filters.choose_level(store, viewer, region, levels) if levels else ""


# -------------------------------------------------------------------------------- the answer


def _opening(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    own: list[Figure],
    land: list[Figure],
    now: Figure,
) -> None:
    """What the page says in words: since when, beside the country, beside the target."""
    if counted_where.is_without_school(now, indicator):
        _no_school(store, viewer, indicator, region, now)
        return
    upto_now = [figure for figure in own if figure.periode <= now.periode]
    broken = [
        b for b in through_the_years.breaks_of(store, indicator, region, upto_now) if b.is_source
    ]
    said = [
        sentences.trend_sentence(
            breakdown.Series(region.naam, upto_now),
            indicator,
            breakdown.Series("Nederland", land),
            [breakdown.Break(one.periode, one.short) for one in broken],
        )
    ]
    here = at(land, now.periode)
    if here is not None:
        said.append(sentences.compare_sentence(now, here, indicator))
    if spread_sentence.is_open(now):
        # So wide an interval says nothing about the years.
        said = said[1:]
    elif any(one.periode == now.periode for one in broken):
        # That nothing can be said about the years before is not the answer.
        said.reverse()
    standing = _standing(store, viewer, indicator, region, now)
    said.append(_beside_target(standing))
    said.append(_why_open(store, indicator, now))
    both = together.of_one(store, viewer, indicator, region.per, now)
    if both is not None:
        # What is known goes first; the interval stands behind it.
        said.insert(0, both.sentence(region.naam))
        of_land = here and together.of_one(store, viewer, indicator, "land", here)
        if of_land and of_land.indicator.kind == both.indicator.kind == "aandeel":
            share = wording.value(of_land.figure, of_land.indicator)
            said.insert(1, f"In Nederland is dat {share}.")
    said = [sentence for sentence in said if sentence]
    if not said:
        said = [f"{indicator.short} is {wording.value_long(now, indicator)}."]
    st.markdown(f"**{said[0]}**")
    for sentence in said[1:]:
        st.markdown(sentence)
    beside = (
        figure_parts.country_origin(store, indicator, here),
        figure_parts.target_origin(standing),
    )
    figure_parts.trust_line(store, indicator, now.periode, region, *beside)
    figure_parts.about(store, viewer, indicator, now.periode, region, now, *beside)


def _no_school(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure
) -> None:
    """A nought that says where schools stand, and nothing about the pupils who live there."""
    when = moments.period(now.periode, indicator.moment)
    where = f"In {region.naam}"
    said = figure_parts.without_school(store, [indicator], now.periode, region.swv, where)
    st.markdown(f"**{said}: op {when} zijn daar geen {indicator.teller} geteld.**")
    st.markdown(counted_where.WARNING)
    figure_parts.trust_line(store, indicator, now.periode, region)
    figure_parts.about(store, viewer, indicator, now.periode, region, now)


def _standing(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure
) -> AfspraakStand | None:
    """The promise about this figure; it is of the whole samenwerkingsverband only."""
    if region.per != "swv":
        return None
    found = afspraken.standings(store, viewer, region.swv, now.periode)
    return next((g for g in found if g.indicator == indicator and g.figure == now), None)


def _beside_target(standing: AfspraakStand | None) -> str:
    if standing is None or standing.indicator is None:
        return ""
    target = standing.target
    by = f" in {target.per_jaar}" if target.per_jaar else ""
    return (
        f"Afgesproken is {afspraken.wanted(target, standing.indicator)}{by}: "
        f"{standing.state}, {standing.why}."
    )


def _why_open(store: Store, indicator: Indicator, now: Figure) -> str:
    """Why a figure is an interval, when a reader can see that it is one."""
    low, high = wording.shown(now)
    if low is None or high is None:
        return ""
    if rounding.rounded(low, indicator.decimals) == rounding.rounded(high, indicator.decimals):
        return ""
    why = figure_parts.why_open(store, indicator, now)
    return f"Preciezer dan {wording.value(now, indicator)} is het niet te zeggen: {why}."


# -------------------------------------------------------------------------------------- where


def _where(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    per: str,
    now: Figure,
    land: Figure | None,
) -> None:
    found = map_and_ranking.per_level(store, viewer, indicator, region, per, now.periode)
    st.header(f"Per {LEVEL_TITLES[per]}")
    st.markdown(spread_sentence.headline(store, found, region, indicator, per, now))
    if per == "swv" and viewer.swv == EVERY and map_and_ranking.has_map(store, per):
        st.caption(f"De kaart toont elke gemeente; die van {region.swv_naam} zijn omlijnd.")
    map_and_ranking.map_and_ranking(
        store, viewer, indicator, region, found, per, land, f"deelname_{indicator.name}_{per}",
        spread_sentence.named(found, region, indicator, per, now),
    )  # fmt: skip
    figure_parts.trust_line(
        store, indicator, now.periode, region if per != "swv" else None,
        figure_parts.country_origin(store, indicator, land),
    )  # fmt: skip
    map_and_ranking.twin(store, indicator, region, found, per, f"deelname_{indicator.name}_{per}")
