"""A figure per region: the map with the ranking beside it, and what both are made of."""

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

from monitor.access import EVERY, Viewer
from monitor.figures import counted_where, levels, wording
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, figure_parts, gemeente_notes
from monitor.sections.on_map import gemeenten, has_map, neighbours, places, shapes
from monitor.store.store import Store
from monitor.views.charts import breakdown, maps
from monitor.views.files import tables


def map_and_ranking(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    reference: Figure | None,
    key: str,
    named: Collection[str] = (),
) -> None:
    """The map where the store has one for this level, with the ranking beside it; above them what
    a difference between regions is not. `named`: the units of which the sentence above it tells."""
    if counted_where.is_of_place(indicator):
        st.markdown(counted_where.WARNING)
    if found and all(counted_where.is_without_school(figure, indicator) for figure in found):
        return
    shown = neighbours(breakdown.ranked(found), region.code)
    chosen = {region.code, *named}
    # Gemeenten of others are not this viewer's: a map of the country would be all but empty.
    if not has_map(store, per) or (per == "swv" and viewer.swv != EVERY):
        _ranking(shown, len(found), indicator, chosen, reference, key)
        return
    if not _has_shades(store, viewer, indicator, region, found, per):
        st.caption(maps.NO_MAP)
        _ranking(shown, len(found), indicator, chosen, reference, key)
        gemeente_notes.show(store, found, has_map=False)
        return
    left, right = st.columns([6, 5], gap="medium")
    with left:
        on_map = _map(store, viewer, indicator, region, found, per, key, frozenset(named))
        if any(figure.is_banded for figure in found):
            st.caption(wording.BY_LOWEST)
        gemeente_notes.show(store, on_map)
    with right:
        _ranking(shown, len(found), indicator, chosen, reference, key)


def _ranking(
    shown: list[Figure],
    whole: int,
    indicator: Indicator,
    chosen: set[str],
    reference: Figure | None,
    key: str,
) -> None:
    figure_parts.chart(
        breakdown.ranking(shown, indicator, chosen, reference),
        breakdown.ranking_description(shown, indicator, chosen, reference),
        key=f"{key}_ranglijst",
    )
    if len(shown) < whole:
        st.caption(
            f"U ziet {len(shown)} van de {whole}: de eigen regio en wie daar in rang bij ligt."
        )


def _map(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    key: str,
    named: frozenset[str],
) -> Sequence[Figure]:
    """The figures on it. Drawn once per version, viewer and choice: a country of gemeenten takes a while."""
    answer = ("map", viewer, indicator.name, region, per, found[0].periode if found else "", named)
    if answer not in store.answers:
        store.answers[answer] = _drawn(store, viewer, indicator, region, found, per, named)
    drawing, description, on_map = store.answers[answer]
    figure_parts.chart(drawing, description, key=f"{key}_kaart")
    return list(on_map)


def _has_shades(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
) -> bool:
    """Whether what this viewer sees makes a map; a country of verbanden is drawn by its gemeenten."""
    if per == "swv":
        return True
    there = shapes(
        store, tuple(sorted({figure.code for figure in found} | set(gemeenten(store, region))))
    )
    return maps.says_something(there, found, indicator)


def _drawn(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    named: frozenset[str],
) -> tuple[dict[str, Any], str, list[Figure]]:
    own = gemeenten(store, region)
    if per == "swv":
        periode = found[0].periode if found else ""
        on_map = figures(store, viewer, indicator, "gemeente", period=periode)
        there, outlined, height = shapes(store), set(own), 640
        on_points: list[maps.Place] = []
    else:
        on_map, outlined, height = list(found), {region.code} & set(own), 410
        there = shapes(store, tuple(sorted({figure.code for figure in found} | set(own))))
        on_points = places(store, indicator, region)
    return (
        maps.choropleth(there, on_map, indicator, outlined, on_points, height, named),
        maps.choropleth_description(there, on_map, indicator, {*outlined, *named}),
        on_map,
    )


def twin(
    store: Store,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    key: str,
) -> None:
    """The table and the downloads that belong under a map and its ranking."""
    ranked = breakdown.ranked(found)
    rows = tables.say_wider(tables.figure_rows(ranked, indicator), ranked, store.settings.drempel)
    downloads.table_twin(rows, key=f"{key}_tabel")
    whole = f"alle {levels.LEVEL_PLURALS[per]}" + (f" van {region.naam}" if per != "swv" else "")
    downloads.of_figures(store, indicator, per, found, whole, key=key)
