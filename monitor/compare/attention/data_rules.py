"""Rules about the data itself: checks that fail, schools that are missing, figures that are old."""

import datetime as dt

from monitor.access import Viewer
from monitor.compare.attention.notice import Notice, Series, lower
from monitor.figures import roll_up
from monitor.figures.levels import Region
from monitor.figures.provenance import Completeness, provenance
from monitor.scholen.counted import missing
from monitor.scholen.register import school
from monitor.store.checks import checks, findings
from monitor.store.freshness import MONTHLY, YEARLY, is_old, last_day
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


NAMED = 2
"""Missing schools that are named; more would be a list."""
GROUP_WORDS = {
    "vo": "voor vo",
    "pro": "voor praktijkonderwijs",
    "vso": "voor vso",
    "so": "voor so",
    "sbo": "voor sbo",
    "bao": "voor basisonderwijs",
    "opdc": "(opdc)",
}


def failed_checks(store: Store, viewer: Viewer, region: Region) -> list[Notice]:
    """Serious findings about the schools of this samenwerkingsverband, or about the whole store
    when it holds no other. Of a check on rows of pupils how often it finds something is a number of
    pupils, and that it does says that there is one: for who sees exact figures."""
    if not viewer.sees_exact:
        return []
    ours = {
        code
        for (code,) in store.rows(
            "select distinct vestiging from views.lidmaatschap "
            "where sector = $sector and per = 'swv' and code = $swv",
            {"sector": region.sector, "swv": region.swv},
        )
    } | {region.swv}
    is_alone = len(roll_up.swvs(store)) <= 1
    out = []
    for check in checks().values():
        if check.seriousness != "fout":
            continue
        count = sum(1 for f in findings(store, check) if is_alone or f.code in ours)
        if count:
            times = "één keer" if count == 1 else f"{dutch.number(count)} keer"
            out.append(
                Notice("controle", f"Een controle slaat {times} aan: {lower(check.title)}.",
                       "leveringen", weight=count)
            )  # fmt: skip
    return out


def incomplete(store: Store, region: Region, series: Series) -> list[Notice]:
    """Once per moment and group, however many indicators count that group."""
    out: dict[str, Notice] = {}
    for indicator, found in series.items():
        periode = found[-1].periode
        for part in provenance(store, indicator, periode, region.swv).completeness:
            if part.counted < part.expected:
                found_one = _missing(store, region, part, periode, indicator.moment)
                out[found_one.sentence] = found_one
    return list(out.values())


def _missing(store: Store, region: Region, part: Completeness, periode: str, moment: str) -> Notice:
    """One or two schools by their name, one with the way to its page."""
    group = GROUP_WORDS.get(part.group, part.group)
    number = part.expected - part.counted
    verb = "ontbreekt" if number == 1 else "ontbreken"
    sentence = (
        f"Van de {dutch.number(part.expected)} scholen {group} {verb} er "
        f"{dutch.number(number)} in de telling van {moments.period(periode, moment)}"
    )
    absent = (
        missing(store, region.sector, region.swv, part.group, periode, number)
        if number <= NAMED
        else ()
    )
    if not absent:
        return Notice("onvolledig", f"{sentence}.", "scholen", weight=number)
    names = dutch.joined([plain(school(store, code).naam) for code in absent])
    page, query = ("school", {"school": absent[0]}) if number == 1 else ("scholen", {})
    return Notice("onvolledig", f"{sentence}: {names}.", page, query, weight=number)


def old(series: Series, today: dt.date) -> list[Notice]:
    """One sentence for everything that is old, most figures first."""
    stale: dict[str, list[str]] = {}
    for indicator, found in series.items():
        newest = found[-1].periode
        every = MONTHLY if indicator.moment == "maandeinde" else YEARLY
        if is_old(last_day(newest), every, today):
            when = moments.period(newest, indicator.moment)
            stale.setdefault(when, []).append(lower(indicator.short))
    if not stale:
        return []
    parts = sorted(stale.items(), key=lambda item: (-len(item[1]), item[0]))
    (when, names), *others = parts
    sentence = f"De nieuwste gegevens over {_some(names)} zijn van {when}"
    sentence += "".join(f"; die over {_some(names)} van {when}" for when, names in others)
    return [Notice("verouderd", f"{sentence}.", "leveringen")]


def _some(names: list[str]) -> str:
    if len(names) <= 3:
        return dutch.joined(names)
    return f"{', '.join(names[:2])} en {len(names) - 2} andere cijfers"
