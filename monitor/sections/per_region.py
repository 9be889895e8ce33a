"""A figure per region: the map with the ranking beside it, and what may be read from it."""

from collections.abc import Collection, Sequence

from monitor.access import EVERY, Viewer
from monitor.figures import counted_where, levels, wording
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.sections import gemeente_notes, on_map, origins, spread, tables, trust
from monitor.sections.section import Drawn, Piece, Said, Section, Table, said
from monitor.store.store import Store
from monitor.values import moments
from monitor.views.charts import maps
from monitor.views.charts.kinds import AreaMap, Ranking
from monitor.views.charts.ranking import ranked


QUESTION = "Waar is het meer, en waar minder?"
COUNTRY_HEIGHT, HEIGHT = 640, 380
"""Of a map of the country, and of a region, in pixels."""


def make(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    per: str,
    now: Figure,
    country: Figure | None,
    key: str,
) -> Section:
    """`now` is the figure of the region itself, `country` what the bars are put beside."""
    found = on_map.per_level(store, viewer, indicator, region, per, now.periode)
    beside: list[str] = []
    notes: list[str] = []
    if per == "swv" and viewer.swv == EVERY and on_map.has_map(store, per):
        notes.append(f"De kaart toont elke gemeente; die van {region.swv_naam} zijn omlijnd.")
    if counted_where.is_of_place(indicator):
        beside.append(counted_where.WARNING)
    origin = origins.country_origin(store, indicator, country)
    whose = region if per != "swv" else None
    when = moments.period(now.periode, indicator.moment)
    return Section(
        key=key,
        question=QUESTION,
        title=f"Per {levels.LEVEL_TITLES[per]}",
        says=Said(spread.headline(store, found, region, indicator, per, now)),
        selection=f"{indicator.title}, per {levels.LEVEL_TITLES[per]}, {region.sentence}, {when}",
        beside=said(*beside),
        drawn=pictures(store, viewer, indicator, region, found, per, country,
                       spread.named(found, region, indicator, per, now)),
        table=table(store, indicator, region, found, per),
        trust=(
            trust.trust_of(store, viewer, indicator, now.periode, whose, beside=(origin,)),
        ),
        notes=tuple(notes),
    )  # fmt: skip


def pictures(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    reference: Figure | None,
    named: frozenset[str] = frozenset(),
) -> tuple[Drawn, ...]:
    """`named` are the units of which the sentence above them tells. The map where the store has one for this level and this viewer, and the ranking; nothing where
    there is no school of the kind at all."""
    if found and all(counted_where.is_without_school(figure, indicator) for figure in found):
        return ()
    bars = _ranking(indicator, found, region.code, {region.code, *named}, reference)
    # Gemeenten of others are not this viewer's: a map of the country would be all but empty.
    if not on_map.has_map(store, per) or (per == "swv" and viewer.swv != EVERY):
        return (bars,)
    chart = _map(store, viewer, indicator, region, found, per, named)
    if per != "swv" and not maps.says_something(chart.shapes, chart.figures, indicator):
        names = {f.code: f.naam for f in found if f.code != levels.UNKNOWN}
        more = gemeente_notes.notes(store, names, has_map=False)
        return (Drawn(bars.chart, (maps.NO_MAP, *bars.notes, *more)),)
    notes = [wording.BY_LOWEST] if any(figure.is_banded for figure in found) else []
    names = {f.code: f.naam for f in chart.figures if f.code != levels.UNKNOWN}
    notes += gemeente_notes.notes(store, names)
    return (Drawn(chart, tuple(notes)), bars)


def _ranking(
    indicator: Indicator,
    found: Sequence[Figure],
    own: str,
    chosen: Collection[str],
    reference: Figure | None,
) -> Drawn:
    shown = on_map.neighbours(ranked(found), own)
    notes: tuple[str, ...] = ()
    if len(shown) < len(found):
        notes = (
            f"U ziet {len(shown)} van de {len(found)}: de eigen regio en wie daar in rang bij ligt.",
        )
    return Drawn(Ranking(tuple(shown), indicator, frozenset(chosen), reference), notes)


def _map(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    named: frozenset[str],
) -> AreaMap:
    """Made once per version, viewer and choice: a country of gemeenten takes a while."""
    key = (
        "areas on a map",
        viewer,
        indicator.name,
        region,
        per,
        found[0].periode if found else "",
        named,
    )
    if key not in store.answers:
        store.answers[key] = _map_of(store, viewer, indicator, region, found, per, named)
    one: AreaMap = store.answers[key]
    return one


def _map_of(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    found: Sequence[Figure],
    per: str,
    named: frozenset[str],
) -> AreaMap:
    """A country of verbanden is drawn by its gemeenten."""
    own = on_map.gemeenten(store, region)
    if per == "swv":
        periode = found[0].periode if found else ""
        every = figures(store, viewer, indicator, "gemeente", period=periode)
        shapes = tuple(on_map.shapes(store))
        return AreaMap(shapes, tuple(every), indicator, frozenset(own),
                       height=COUNTRY_HEIGHT, named=named)  # fmt: skip
    codes = tuple(sorted({figure.code for figure in found} | set(own)))
    return AreaMap(
        tuple(on_map.shapes(store, codes)), tuple(found), indicator,
        frozenset({region.code} & set(own)), tuple(on_map.places(store, indicator, region)),
        height=HEIGHT, named=named,
    )  # fmt: skip


def table(
    store: Store, indicator: Indicator, region: Region, found: Sequence[Figure], per: str
) -> Table:
    whole = f"alle {levels.LEVEL_PLURALS[per]}" + (f" van {region.naam}" if per != "swv" else "")
    return tables.of_figures(
        f"{indicator.short} per {levels.LEVEL_TITLES[per]}", ranked(found), indicator,
        [Piece(indicator, per, tuple(found))], f"{indicator.name}-per-{per}", whole,
        widest=store.settings.drempel,
    )  # fmt: skip
