"""A figure through the years: the own region, the country, and who else the reader chooses."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.figures import roll_up
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.figures.provenance import provenance
from monitor.pages.pieces import downloads, figure_parts, filters
from monitor.store.store import Store
from monitor.values.collation import by_name
from monitor.views.charts import breakdown
from monitor.views.files import tables


MOST_CHOSEN = 5
"""Lines of other samenwerkingsverbanden in one chart."""


def show(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    own: list[Figure],
    land: list[Figure],
) -> None:
    st.header("Door de jaren")
    lines, chosen = [_line(store, indicator, region.naam, own, "accent")], _chosen(store, region)
    if land:
        lines.append(breakdown.Series("Nederland", land, "grey", indicator=indicator.name))
    others = figures(store, viewer, indicator, "swv", codes=tuple(chosen)) if chosen else []
    for code in chosen:
        rows = [figure for figure in others if figure.code == code]
        if rows:
            lines.append(_line(store, indicator, rows[0].naam, rows, "second"))
    found = breaks_of(store, indicator, region, own)
    standing = _standing(store, viewer, indicator, region)
    goal = standing.target.streefwaarde if standing else None
    goal_name = f"doel {standing.target.per_jaar or ''}".strip() if standing else ""
    in_chart = [breakdown.Break(one.periode, one.short, one.is_source) for one in found]
    figure_parts.chart(
        breakdown.trend(lines, indicator, in_chart, goal, target_name=goal_name),
        breakdown.trend_description(lines, indicator, in_chart, goal, goal_name),
        key=f"deelname_{indicator.name}_trend",
    )
    for one in found:
        st.caption(f"{'Breuk: ' if one.is_source else ''}{one.why}")
    figure_parts.trust_line(
        store, indicator, own[-1].periode, region,
        figure_parts.country_origin(store, indicator, land[-1] if land else None),
        figure_parts.target_origin(standing),
    )  # fmt: skip
    rows = [*own, *others, *land]
    downloads.table_twin(
        tables.figure_rows(rows, indicator), key=f"deelname_{indicator.name}_jaren"
    )
    pieces = [(indicator, region.per, own), (indicator, "swv", others), (indicator, "land", land)]
    downloads.together(
        store, pieces, f"{indicator.name}-door-de-jaren", "alle jaren van deze grafiek",
        key=f"deelname_{indicator.name}_jaren",
    )  # fmt: skip


def _line(
    store: Store,
    indicator: Indicator,
    naam: str,
    rows: list[Figure],
    tone: Literal["accent", "second"],
) -> breakdown.Series:
    provisional = frozenset(
        figure.periode
        for figure in rows
        if provenance(store, indicator, figure.periode).status == "voorlopig"
    )
    return breakdown.Series(naam, rows, tone, provisional, indicator.name)


def _chosen(store: Store, region: Region) -> list[str]:
    """Other samenwerkingsverbanden that the reader wants beside the own one."""
    names = {
        row["code"]: row["naam"]
        for row in roll_up.swvs(store, region.sector)
        if row["code"] != region.swv and row["code"][2:4] != "00"
    }
    if not names:
        return []
    return filters.remembered_list(
        "naast",
        f"Zet er andere samenwerkingsverbanden naast (hoogstens {MOST_CHOSEN})",
        sorted(names, key=lambda code: (by_name(names[code]), code)),
        names.__getitem__,
        max_selections=MOST_CHOSEN,
        placeholder="Kies een samenwerkingsverband",
    )


def breaks_of(
    store: Store, indicator: Indicator, region: Region, own: Sequence[Figure]
) -> list[breaks.Break]:
    periods = tuple(figure.periode for figure in own)
    return breaks.breaks(store, indicator, region.per, region.code, periods)


def _standing(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region
) -> afspraken.AfspraakStand | None:
    """The promise about this figure; it is of the whole samenwerkingsverband only."""
    if region.per != "swv":
        return None
    for goal in afspraken.standings(store, viewer, region.swv, ""):
        if goal.indicator == indicator and goal.figure is not None:
            return goal
    return None
