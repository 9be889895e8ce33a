"""What a map and its ranking are made of: figures per unit, borders, the schools that are counted."""

from collections.abc import Sequence

from monitor.access import Viewer
from monitor.figures import levels
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.sections import units
from monitor.sections.borders import borders
from monitor.store.store import Store
from monitor.views.charts import maps


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


def gemeenten(store: Store, region: Region) -> list[str]:
    """The codes of the gemeenten of a region."""
    if region.per == "gemeente":
        return [region.code]
    key = ("gemeenten", region.sector, region.per, region.code)
    if key not in store.answers:
        store.answers[key] = list(units.units(store, region, "gemeente"))
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
