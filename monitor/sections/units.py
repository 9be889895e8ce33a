"""The units of a level inside a region: gemeenten, subregio's, wijken, besturen."""

from collections.abc import Sequence

from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values.collation import by_name


def units(store: Store, region: Region, per: str) -> dict[str, str]:
    """code → naam of the units of a level inside a region, by name; unknown ones left out."""
    if region.per == "swv":
        return dict(_units_of_swvs(store).get((region.sector, region.code, per), {}))
    key = ("units", region.sector, region.per, region.code, per)
    if key not in store.answers:
        rows = store.rows(
            "select distinct m.code, m.naam from views.lidmaatschap as m "
            "join views.lidmaatschap as r on r.vestiging = m.vestiging and r.sector = m.sector "
            "where m.sector = $sector and m.per = $per and r.per = $region_per and r.code = $code "
            "and m.code <> 'onbekend'",
            {
                "sector": region.sector,
                "per": per,
                "region_per": region.per,
                "code": region.code,
            },
        )
        store.answers[key] = dict(sorted(rows, key=_by_name))
    return dict(store.answers[key])


def _by_name(row: Sequence[str]) -> tuple[tuple[str, str], str]:
    """Of (code, naam)."""
    return by_name(row[1]), row[0]


def _units_of_swvs(store: Store) -> dict[tuple[str, str, str], dict[str, str]]:
    """(sector, swv, level) → code → naam, of all samenwerkingsverbanden at once."""
    if "units" not in store.answers:
        found: dict[tuple[str, str, str], dict[str, str]] = {}
        rows = store.rows(
            "select distinct sector, swv, per, code, naam from views.lidmaatschap "
            "where per <> 'land' and code <> 'onbekend'"
        )
        for sector, swv, per, code, naam in sorted(rows, key=lambda row: _by_name(row[3:])):
            found.setdefault((sector, swv, per), {})[code] = naam
        store.answers["units"] = found
    every: dict[tuple[str, str, str], dict[str, str]] = store.answers["units"]
    return every
