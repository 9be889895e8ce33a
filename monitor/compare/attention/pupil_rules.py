"""Rules about pupils at home and pupils without a fitting place: no plan, a shortage."""

from monitor.access import Viewer
from monitor.compare.attention.notice import Notice, moment_of, notice, upto, when
from monitor.compare.yardsticks import yearly
from monitor.dekking import worst_region
from monitor.dekking.from_store import Basis
from monitor.dekking.worst_region import Worst
from monitor.figures import levels, wording
from monitor.figures.catalogue import catalogue, in_use
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


def shortage(store: Store, viewer: Viewer, region: Region, year: str) -> Notice | None:
    """Van 840 leerlingen met een ondersteuningsvraag vinden er 201 (van 1 onbekend) geen passende
    plek; …"""
    indicator = catalogue()["tekort" if region.sector == "vo" else "tekort_po"]
    share = catalogue()["dekking" if region.sector == "vo" else "dekking_po"]
    now = _newest(store, viewer, indicator, region, year)
    whole = _newest(store, viewer, share, region, year)
    if now is None or whole is None or now.is_hidden or whole.is_hidden or not now.teller:
        return None
    sentence = (
        f"Van {_amount(whole.noemer, whole.noemer_max, whole)} leerlingen met een ondersteuningsvraag vinden er "
        f"{wording.value(now, indicator)} geen passende plek"
    )
    moment = moments.period(now.periode, indicator.moment)
    most = _most(store, viewer, indicator, region, now)
    if viewer.sees_exact and region.per == "swv":
        basis = Basis(region.sector, region.swv, now.periode)
        worst = worst_region.worst(store, basis)
        if worst is not None:
            where = _region_name(store, worst)
            code = worst.region if worst.level == "gemeente" else f"{region.swv}:{worst.region}"
            return notice(
                "tekort",
                f"{sentence}{most}; het grootste zekere tekort: {plain(worst.vraag)} in {plain(where)}, "
                f"{dutch.number(worst.certain)} van de {dutch.number(worst.behoefte)} ({moment}).",
                indicator,
                now.teller,
                schooljaar=now.periode,
                cel=f"{worst.vraag}|{code if worst.region else levels.UNKNOWN}",
            )
    return notice("tekort", f"{sentence}{most} ({moment}).", indicator, now.teller)


def _region_name(store: Store, worst: Worst) -> str:
    if worst.region and worst.level == "gemeente":
        (name,) = store.rows(
            "select coalesce(min(gemeentenaam), $code) from views.gemeente "
            "where gemeentecode = $code",
            {"code": worst.region},
        )[0]
        return str(name)
    return worst.region or "onbekende woonplaats"


def _most(store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure) -> str:
    """, de meesten (68) bij angst: the vraag that is short of most, where it stands out."""
    parts = figures(
        store, viewer, indicator, region.per, period=now.periode,
        breakdown="ondersteuningsvraag", codes=(region.code,),
    )  # fmt: skip
    known = sorted(
        (f for f in parts if not f.is_hidden and f.teller), key=lambda f: -(f.teller or 0)
    )
    if len(known) < 2 or (known[0].teller or 0) <= (known[1].teller_max or 0):
        return ""
    vraag = plain(known[0].uitsplitsing.partition("=")[2])
    return f", de meesten ({wording.value(known[0], indicator)}) bij {vraag}"


def without_plan(store: Store, viewer: Viewer, region: Region, year: str) -> Notice | None:
    """Van 12 van de 34 thuiszitters (OCW) is geen plan bekend: those surely without one."""
    found = [
        indicator
        for indicator in in_use(store.settings)
        if indicator.measure == "thuiszitters_zonder_plan" and indicator.sector == region.sector
    ]
    for indicator in found:
        now = _newest(store, viewer, indicator, region, year)
        if now is None or now.is_hidden or not now.teller or now.noemer is None:
            continue
        name = indicator.short.partition(":")[0]
        where = moment_of(now, indicator) | {"onderdeel": "nu"}
        if now.is_banded:
            sentence = (
                f"{name}: van {wording.teller(now)} van de "
                f"{wording.interval(now.noemer, now.noemer_max)} leerlingen is er "
                f"{when(now, indicator)} geen plan, of is dat niet bekend"
            )
            return notice("plan", f"{sentence}.", indicator, now.teller, **where)
        sentence = (
            f"{name}: van {dutch.count(now.teller)} van de {wording.interval(now.noemer, now.noemer_max)} "
            f"leerlingen staat er {when(now, indicator)} dat er geen plan is"
        )
        # Not filled in, or it is not sure that the pupil counts at all.
        unknown = (now.teller_max or 0) - now.teller
        if unknown >= 1:
            sentence += f"; van {dutch.count(unknown)} is dat niet zeker"
        return notice("plan", f"{sentence}.", indicator, now.teller, **where)
    return None


def _amount(low: float | None, high: float | None, figure: Figure) -> str:
    """What is certain of a number, or its class."""
    return wording.interval(low, high) if figure.is_banded else dutch.count(low)


def _newest(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, year: str
) -> Figure | None:
    if viewer.role not in indicator.audience or region.per not in indicator.levels:
        return None
    rows = figures(store, viewer, indicator, region.per, codes=(region.code,))
    kept = yearly(upto([figure for figure in rows if wording.is_known(figure)], ""))
    return next(iter(reversed(upto(kept, year, indicator))), None)
