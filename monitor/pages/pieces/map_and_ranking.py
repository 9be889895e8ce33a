"""A figure per region: the map with the ranking beside it, and what both are made of."""

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

from monitor.access import EVERY, Viewer
from monitor.figures import counted_where, levels, wording
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, figure_parts, filters, gemeente_notes
from monitor.pages.pieces.borders import borders
from monitor.store.store import Store
from monitor.views.charts import breakdown, maps
from monitor.views.files import tables


MOST_BARS = 40
"""In one ranking; of more units the own one and its neighbours."""
POINTS = {
    "deelname_vso_locatie": ("vso", "so/vso"),
    "deelname_pro": ("pro",),
    "deelname_sbo_locatie": ("sbo",),
    "deelname_so_locatie": ("so", "so/vso"),
}
"""The kinds of school that an indicator counts, shown as points."""


def per_level(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, per: str, periode: str
) -> list[Figure]:
    """The figures of one moment of all units of a level inside a region; of all of them where
    the level is the samenwerkingsverband itself."""
    if per not in indicator.levels:
        return []
    within = None if per == "swv" else (region.per, region.code)
    found = figures(store, viewer, indicator, per, period=periode, within=within)
    if per == "swv":
        # The landelijke verbanden (VO0001) are no region; nor are schools of no verband.
        found = [f for f in found if f.code[2:4] != "00" and f.code != levels.UNKNOWN]
    return found


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


def has_map(store: Store, per: str) -> bool:
    """Only gemeenten have borders; a country of verbanden is shown by its gemeenten."""
    if "has_borders" not in store.answers:
        count = store.rows("select count(*) from views.grens")[0][0]
        store.answers["has_borders"] = count > 0
    return per in ("gemeente", "swv") and bool(store.answers["has_borders"])


def neighbours(ranked: Sequence[Figure], code: str, most: int = MOST_BARS) -> list[Figure]:
    """All of a short ranking; of a long one the part around `code`, else the top."""
    if len(ranked) <= most:
        return list(ranked)
    place = next((i for i, figure in enumerate(ranked) if figure.code == code), 0)
    start = min(max(0, place - most // 2), len(ranked) - most)
    return list(ranked[start : start + most])


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


def gemeenten(store: Store, region: Region) -> list[str]:
    """The codes of the gemeenten of a region."""
    if region.per == "gemeente":
        return [region.code]
    key = ("gemeenten", region.sector, region.per, region.code)
    if key not in store.answers:
        store.answers[key] = list(filters.units(store, region, "gemeente"))
    return list(store.answers[key])


def shapes(store: Store, codes: tuple[str, ...] = ()) -> list[maps.Shape]:
    """The borders of gemeenten: of all, or of a few in more detail; made once per version."""
    if not codes:
        return list(borders(store).values())
    key = ("shapes", codes)
    if key not in store.answers:
        rows = store.rows(
            "select gemeentecode, gemeentenaam, geometrie from views.grens "
            "where list_contains($codes, gemeentecode) and geometrie is not null "
            "order by gemeentecode",
            {"codes": list(codes)},
        )
        store.answers[key] = maps.shapes_from_geometry(rows)
    return list(store.answers[key])


def places(store: Store, indicator: Indicator, region: Region) -> list[maps.Place]:
    """The open schools of the kind that an indicator counts, where it is known where they are."""
    kinds = POINTS.get(indicator.name, ())
    rows = store.rows(
        "select v.naam, v.schooltype, v.longitude, v.latitude from views.vestiging as v "
        "join views.lidmaatschap as m on m.vestiging = v.vestiging "
        "where m.sector = $sector and m.per = $per and m.code = $code "
        "and list_contains($kinds, v.schooltype) and v.longitude is not null "
        "and v.latitude is not null and v.gesloten_vanaf is null order by v.vestiging",
        {
            "sector": region.sector,
            "per": region.per,
            "code": region.code,
            "kinds": list(kinds),
        },
    )
    return [maps.Place(*row) for row in rows]


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
