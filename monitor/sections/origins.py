"""Where a figure and what stands beside it come from, in words; and the figures of a region and of the
country through the years.
"""

from collections.abc import Sequence

from monitor.access import Viewer
from monitor.compare import breaks, yardsticks
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import counted_where, differences
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.figures.provenance import Origin, Provenance, provenance
from monitor.store.store import Store
from monitor.values import dutch, moments


GROUPS = {
    "vo": "scholen voor vo",
    "pro": "scholen voor praktijkonderwijs",
    "vso": "scholen voor vso",
    "so": "scholen voor so",
    "sbo": "scholen voor sbo",
    "bao": "basisscholen",
    "opdc": "opdc's",
}


def country_origin(store: Store, indicator: Indicator, land: Figure | None) -> str:
    """Where the country's figure comes from when it was delivered and not counted here."""
    if land is None or land.teller_max is not None or land.noemer_max is not None:
        return ""
    found = yardsticks.benchmark_in(store, indicator, land.periode)
    if found is None:
        return ""
    (delivered,) = store.rows("select max(geleverd) from bron.levering where bron = 'benchmarks'")[
        0
    ]
    when = f", geleverd {moments.date(delivered.date())}" if delivered else ""
    return f"Nederland: {found.bron} (bestand benchmarks{when})"


def target_origin(standing: AfspraakStand | None) -> str:
    """doel: afspraak OP-01, Minder leerlingen in het vso"""
    if standing is None or standing.figure is None:
        return ""
    return f"doel: afspraak {standing.target.code}, {standing.target.titel}"


def without_school(
    store: Store, indicators: Sequence[Indicator], periode: str, swv: str, where: str
) -> str:
    """In Tolbeke staat geen vso-school. Where a school of that kind is missing from the counts it
    may be this one: then only that none was counted."""
    kinds = dutch.joined([counted_where.no_school(indicator) for indicator in indicators])
    is_complete = all(
        part.counted >= part.expected
        for indicator in indicators
        for part in provenance(store, indicator, periode, swv).completeness
        if part.group in counted_where.kind_of(indicator).split("_")
    )
    return f"{where} staat {kinds}" if is_complete else f"{where} is {kinds} geteld"


def why_open(store: Store, indicator: Indicator, now: Figure, before: Figure | None = None) -> str:
    """Why a figure is an interval, or why it cannot be compared with an earlier one."""
    if now.is_banded or (before is not None and before.is_banded):
        return differences.why_unsure(now, before or now)
    used = {origin.source for origin in provenance(store, indicator, now.periode).origins}
    if "leerlingen_historie" in used and {"so", "vso"} & set(indicator.counts):
        return "het historisch overzicht van DUO telt so en vso op één school samen"
    return "de bron verbergt kleine aantallen, of splitst ze niet"


def trust_text(indicator: Indicator, periode: str, origin: Provenance) -> str:
    publishers = list(dict.fromkeys(f"{o.publisher}" for o in origin.origins))
    parts = [
        f"Bron: {dutch.joined(publishers) or 'onbekend'}",
        f"peildatum {moments.period(periode, indicator.moment)}"
        if "okt" in indicator.moment or "feb" in indicator.moment
        else moments.period(periode, indicator.moment),
    ]
    if origin.until is not None:
        parts.append(f"gegevens tot en met {moments.date(origin.until)}")
    if origin.origins:
        newest = max(o.delivered for o in origin.origins)
        parts.append(f"geleverd {moments.date(newest.date())}")
    if origin.status:
        parts.append(origin.status)
    for part in origin.completeness:
        if part.counted < part.expected:
            parts.append(
                f"{dutch.number(part.counted)} van {dutch.number(part.expected)} "
                f"{GROUPS.get(part.group, part.group)} geteld"
            )
    return " · ".join(parts)


def broken(store: Store, viewer: Viewer, indicator: Indicator, region: Region | None) -> list[str]:
    """The breaks in the series that this figure is part of."""
    if region is None:
        return []
    periods = sorted({one.periode for one in own_figures(store, viewer, indicator, region)})
    # Fusions are told beside the line of the years: to look for them costs a query per figure.
    return [b.why for b in breaks.other_sources(store, indicator, periods)]


def counted_of(origin: Provenance) -> str:
    """45 van 45 scholen voor vo en 7 van 8 scholen voor vso geteld"""
    counted = [
        f"{dutch.number(part.counted)} van {dutch.number(part.expected)} "
        f"{GROUPS.get(part.group, part.group)}"
        for part in origin.completeness
    ]
    return f"{dutch.joined(counted)} geteld"


def own_figures(store: Store, viewer: Viewer, indicator: Indicator, region: Region) -> list[Figure]:
    """The figures of the page's region, all periods, oldest first; [] where the indicator has
    no such level."""
    if region.per not in indicator.levels or indicator.sector != region.sector:
        return []
    found = figures(store, viewer, indicator, region.per, codes=(region.code,))
    return sorted(found, key=lambda figure: figure.periode)


def country_figures(store: Store, viewer: Viewer, indicator: Indicator) -> list[Figure]:
    """The country's figures, counted or delivered (`yardsticks.country`)."""
    return yardsticks.country(store, viewer, indicator)


def origins_of(store: Store, indicator: Indicator, found: Sequence[Figure]) -> list[str]:
    """The sources of figures in words, each once, with when they were delivered."""
    lines: list[str] = []
    for periode in sorted({figure.periode for figure in found}):
        lines += map(origin_line, provenance(store, indicator, periode).origins)
    return list(dict.fromkeys(lines))


def origin_line(origin: Origin) -> str:
    """DUO: Leerlingen per vestiging (2025.csv, geleverd 30 november 2026)"""
    return (
        f"{origin.publisher}: {origin.title} ({origin.file}, "
        f"geleverd {moments.date(origin.delivered.date())})"
    )
