"""Rules about pupils at home and pupils referred: no plan, one school far apart from the others."""

from monitor import dekking, regions
from monitor.access import Viewer
from monitor.attention.notice import Notice, moment_of, notice, upto, when
from monitor.catalogue import catalogue, in_use
from monitor.comparisons import yearly
from monitor.dekking import Basis, Worst
from monitor.indicators import Figure, Indicator, figures
from monitor.regions import Region
from monitor.schools import schools
from monitor.store import Store
from monitor.views import text
from monitor.views.chance import tail
from monitor.views.school_lists import plain


RARE = 0.001
"""How often a school may be so far apart without anything being the matter."""


def shortage(store: Store, viewer: Viewer, region: Region, year: str) -> Notice | None:
    """Van 840 leerlingen met een ondersteuningsvraag vinden er 201 geen passende plek; …"""
    indicator = catalogue()["tekort" if region.sector == "vo" else "tekort_po"]
    share = catalogue()["dekking" if region.sector == "vo" else "dekking_po"]
    now = _newest(store, viewer, indicator, region, year)
    whole = _newest(store, viewer, share, region, year)
    if now is None or whole is None or now.is_hidden or whole.is_hidden or not now.teller:
        return None
    sentence = (
        f"Van {_amount(whole.noemer, whole.noemer_max, whole)} leerlingen met een ondersteuningsvraag vinden er in "
        f"{text.period(now.periode, indicator.moment)} {text.value(now, indicator)} geen passende "
        f"plek"
    )
    most = _most(store, viewer, indicator, region, now)
    if viewer.sees_exact and region.per == "swv":
        basis = Basis(region.sector, region.swv, now.periode)
        worst = dekking.worst(store, basis)
        if worst is not None:
            where = _region_name(store, worst)
            code = worst.region if worst.level == "gemeente" else f"{region.swv}:{worst.region}"
            return notice(
                "tekort",
                f"{sentence}{most}; het grootste zekere tekort: {plain(worst.vraag)} in {plain(where)}, "
                f"{text.number(worst.certain)} van de {text.number(worst.behoefte)}.",
                indicator,
                now.teller,
                schooljaar=now.periode,
                cel=f"{worst.vraag}|{code if worst.region else regions.UNKNOWN}",
            )
    return notice("tekort", f"{sentence}{most}.", indicator, now.teller)


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
    return f", de meesten ({text.value(known[0], indicator)}) bij {vraag}"


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
                f"{name}: van {text.teller(now)} van de "
                f"{text.interval(now.noemer, now.noemer_max)} leerlingen is er "
                f"{when(now, indicator)} geen plan, of is dat niet bekend"
            )
            return notice("plan", f"{sentence}.", indicator, now.teller, **where)
        sentence = (
            f"{name}: van {text.count(now.teller)} van de {text.interval(now.noemer, now.noemer_max)} "
            f"leerlingen staat er {when(now, indicator)} dat er geen plan is"
        )
        # Not filled in, or it is not sure that the pupil counts at all.
        unknown = (now.teller_max or 0) - now.teller
        if unknown >= 1:
            sentence += f"; van {text.count(unknown)} is dat niet zeker"
        return notice("plan", f"{sentence}.", indicator, now.teller, **where)
    return None


def _amount(low: float | None, high: float | None, figure: Figure) -> str:
    """What is certain of a number, or its class."""
    return text.interval(low, high) if figure.is_banded else text.count(low)


def _newest(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, year: str
) -> Figure | None:
    if viewer.role not in indicator.audience or region.per not in indicator.levels:
        return None
    rows = figures(store, viewer, indicator, region.per, codes=(region.code,))
    kept = yearly(upto([figure for figure in rows if text.is_known(figure)], ""))
    return next(iter(reversed(upto(kept, year, indicator))), None)


def school_apart(store: Store, viewer: Viewer, region: Region, year: str) -> Notice | None:
    """The school that refers most above what the others of its schooltype would by chance."""
    indicator = catalogue()["instroom_vso"]
    if region.sector != indicator.sector or viewer.role not in indicator.audience:
        return None
    if not figures(store, viewer, indicator, region.per, codes=(region.code,)):
        return None  # no list of tlv's: nothing to ask per school
    rows = figures(store, viewer, indicator, "vestiging", within=(region.per, region.code))
    periods = upto(rows, year)
    if not periods:
        return None
    last = periods[-1].periode
    kinds = {school.code: school.schooltype for school in schools(store)}
    now = [f for f in rows if f.periode == last and f.noemer and f.is_exact and not f.is_hidden]
    best: tuple[float, Figure, float] | None = None
    for figure in now:
        alike = [f for f in now if kinds.get(f.code) == kinds.get(figure.code) and f != figure]
        pupils = sum(f.noemer or 0 for f in alike)
        share = sum(f.teller or 0 for f in alike) / pupils if pupils else 0.0
        assert figure.noemer is not None
        chance = tail(int(figure.teller or 0), int(figure.noemer), share)
        if share and chance < RARE and (best is None or chance < best[0]):
            best = (chance, figure, share)
    if best is None:
        return None
    _, figure, share = best
    times = (figure.waarde or 0) / (100 * share)
    return notice(
        "school",
        f"{figure.naam} verwees in {text.period(last, indicator.moment)} "
        f"{text.number(times, 1)} keer zo vaak naar het vso als de andere scholen van dat schooltype "
        f"({text.value(figure, indicator)} tegen {text.number(100 * share, indicator.decimals)} %); "
        "dat is meer dan toeval verklaart.",
        indicator,
        times,
        about=f"instroom van {figure.code}",
        **moment_of(figure, indicator),
        onderdeel="stroom",
    )
