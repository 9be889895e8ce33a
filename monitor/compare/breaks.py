"""Breaks in a series: from such a moment on, figures cannot simply be compared with those before.

The figures come from another kind of file (which may hide or split less); the file has a column
more, that makes certain what was not; figures stay fixed as an older version counted them; or
schools of the region were fused, so that what was counted at two codes is counted at one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from monitor.compare import lessons
from monitor.figures.door import Indicator
from monitor.figures.provenance import provenance
from monitor.sources import sources
from monitor.store.freshness import last_day
from monitor.store.store import Store
from monitor.values import dutch, moments


FUSION_SHARE = 0.02
"""A fusion of fewer of the region's pupils does not change what a line says."""
SAME_PUPILS = 0.25
"""How much larger or smaller a new school may be than those that it came from, together."""


@dataclass(frozen=True)
class Break:
    """`short` fits in a chart, `why` is the sentence below it."""

    periode: str
    short: str
    why: str
    is_source: bool = False
    """Another kind of file: then a change may be the file's. A fusion changes no total."""


def breaks(
    store: Store, indicator: Indicator, per: str, code: str, periods: Sequence[str]
) -> list[Break]:
    """The breaks between the periods of one region's series, oldest first."""
    key = ("breaks", indicator.name, per, code, tuple(periods))
    if key not in store.answers:
        found = [*other_sources(store, indicator, periods)]
        if per != "land":
            found += _fusions(store, indicator, per, code, periods)
        store.answers[key] = sorted(found, key=lambda one: (one.periode, one.short))
    return list(store.answers[key])


def other_sources(store: Store, indicator: Indicator, periods: Sequence[str]) -> list[Break]:
    """Where the figures of the one period come from another kind of file than those before, from a
    file that tells more, or were counted by another version."""
    found = [*_told_more(store, indicator, periods), *_fixed_before(store, indicator, periods)]
    for before, after in pairwise(sorted(periods)):
        old = {origin.source for origin in provenance(store, indicator, before).origins}
        new = {origin.source for origin in provenance(store, indicator, after).origins}
        if not old or not new or old == new:
            continue
        since = moments.period(after, indicator.moment)
        found.append(
            Break(
                after,
                "ander soort bestand",
                f"Vanaf {since} komen de cijfers uit {_titles(new - old or new)}"
                + (f", ervoor uit {_titles(old - new)}." if old - new else ", ervoor niet."),
                is_source=True,
            )
        )
    return found


def _told_more(store: Store, indicator: Indicator, periods: Sequence[str]) -> list[Break]:
    """Since when meldingen tell who misses all lessons: what was possible is certain, or is gone."""
    if indicator.definitie not in lessons.CODES:
        return []
    told = lessons.told(store, indicator.sector)
    if told is None or not told.after_others:
        return []
    found = []
    for before, after in pairwise(sorted(periods)):
        if last_day(before) < told.since <= last_day(after):
            why = (
                f"Vanaf {moments.date(told.since)} staat in de meldingen of een leerling alle lessen "
                f"mist ({dutch.joined(list(told.columns))}); daarvoor is van een deel niet zeker of "
                "het meetelt."
            )
            found.append(Break(after, "meer bekend van meldingen", why, is_source=True))
    return found


def _fixed_before(store: Store, indicator: Indicator, periods: Sequence[str]) -> list[Break]:
    """Where figures stand fixed since rows were removed by a version that counted weeks per melding."""
    purges = store.register.purges
    if indicator.definitie not in lessons.CODES or all(purge.program for purge in purges):
        return []
    fixed = {
        periode
        for (periode,) in store.rows(
            "select periode from bron.bewaard_groep "
            "where maatstaf = $measure and definitie = $code",
            {"measure": indicator.measure, "code": indicator.definitie},
        )
    }
    found = []
    for before, after in pairwise(sorted(periods)):
        if before in fixed and after not in fixed:
            which = "een deel ervan" if purges[-1].program else "zij zijn"
            why = (
                f"Cijfers van vóór {moments.period(after, indicator.moment)} staan vast sinds er gegevens "
                f"zijn opgeruimd; {which} geteld zoals vóór versie 0.2.0, met weken per melding en "
                "zonder te vragen of een leerling alle lessen mist."
            )
            found.append(Break(after, "anders geteld", why, is_source=True))
    return found


def _titles(names: set[str]) -> str:
    return dutch.joined([f"‘{sources()[name].title}’" for name in sorted(names)])


def _fusions(
    store: Store, indicator: Indicator, per: str, code: str, periods: Sequence[str]
) -> list[Break]:
    """Two or more schools stop and one starts in the same gemeente with about as many pupils."""
    if not indicator.counts:
        return []
    rows = store.rows(
        "with schools as ("
        "select l.vestiging, m.naam, l.periode, sum(coalesce(l.maximum, l.minimum)) as leerlingen "
        "from views.leerling as l join views.lidmaatschap as m on m.vestiging = l.vestiging "
        "where m.sector = $sector and m.per = 'vestiging' and l.schooltype in "
        "(select schooltype from views.groep where list_contains($groepen, groep)) "
        "and list_contains($periods, l.periode) and l.vestiging in ("
        "select vestiging from views.lidmaatschap_toen "
        "where sector = $sector and per = $per and code = $code and zeker) group by all) "
        "select s.vestiging, min(s.naam), min(g.code), min(s.periode), max(s.periode), "
        "arg_min(leerlingen, periode), arg_max(leerlingen, periode) from schools as s "
        "join views.lidmaatschap as g on g.vestiging = s.vestiging and g.sector = $sector "
        "and g.per = 'gemeente' group by s.vestiging order by s.vestiging",
        {
            "sector": indicator.sector,
            "groepen": list(indicator.counts),
            "periods": list(periods),
            "per": per,
            "code": code,
        },
    )
    schools = [_School(*row) for row in rows]
    found = []
    for before, after in pairwise(sorted(periods)):
        there = sum(s.last_pupils for s in schools if s.first <= before <= s.last)
        for gemeente in sorted({s.gemeente for s in schools}):
            gone = [s for s in schools if s.gemeente == gemeente and s.last == before]
            new = [s for s in schools if s.gemeente == gemeente and s.first == after]
            moved = sum(s.last_pupils for s in gone)
            if len(gone) < 2 or len(new) != 1 or moved < FUSION_SHARE * there:
                continue
            if abs(new[0].first_pupils - moved) <= SAME_PUPILS * moved:
                found.append(_fusion(after, gone, new[0], indicator))
    return found


@dataclass(frozen=True)
class _School:
    """When a school was counted first and last, and how many pupils it had then."""

    vestiging: str
    naam: str
    gemeente: str
    first: str
    last: str
    first_pupils: float
    last_pupils: float


def _fusion(periode: str, gone: list[_School], new: _School, indicator: Indicator) -> Break:
    names = dutch.joined([f"{school.naam} ({school.vestiging})" for school in gone])
    return Break(
        periode,
        f"fusie van {len(gone)} scholen",
        f"{moments.period(periode, indicator.moment).capitalize()} komt {new.naam} "
        f"({new.vestiging}) voor het eerst voor; {names} niet meer. Waarschijnlijk is dat een fusie.",
    )
