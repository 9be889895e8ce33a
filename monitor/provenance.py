"""What stands behind a figure: sources with their date of delivery, status and completeness."""

import datetime as dt
from dataclasses import dataclass

from monitor.indicators import Indicator
from monitor.sources import sources
from monitor.store import Store


@dataclass(frozen=True)
class Origin:
    """One file that a figure comes from."""

    source: str
    title: str
    publisher: str
    file: str
    delivered: dt.datetime


@dataclass(frozen=True)
class Completeness:
    """How many vestigingen of a group were counted, of how many to expect."""

    group: str
    counted: int
    expected: int


@dataclass(frozen=True)
class Provenance:
    """Where the figures of an indicator in one period come from."""

    origins: tuple[Origin, ...]
    status: str
    """voorlopig, definitief, or empty when no source says."""
    completeness: tuple[Completeness, ...]

    @property
    def is_complete(self) -> bool:
        return all(part.counted >= part.expected for part in self.completeness)


def provenance(store: Store, indicator: Indicator, periode: str, swv: str = "") -> Provenance:
    """The origin of an indicator's figures in one period; completeness of one SWV, or of all."""
    key = ("provenance", indicator.name, periode, swv)
    if key not in store.answers:
        store.answers[key] = _provenance(store, indicator, periode, swv)
    return store.answers[key]


def _provenance(store: Store, indicator: Indicator, periode: str, swv: str) -> Provenance:
    facts = _facts(store)
    used = _used(facts, periode, indicator, swv)
    kept = [
        row
        for row in facts.files.get(periode, [])
        if row[0] in indicator.source and (not used or row[0] in used)
    ]
    statuses = {row[3] for row in kept if row[3]}
    completeness = []
    for group in sorted(indicator.counts):
        counts = facts.counts.get((indicator.sector, group, periode), {})
        chosen = list(counts.values()) if not swv else [counts[swv]] if swv in counts else []
        if chosen:
            counted, expected = (int(sum(column)) for column in zip(*chosen, strict=True))
            completeness.append(Completeness(group, counted, expected))
    return Provenance(
        origins=tuple(
            dict.fromkeys(
                Origin(bron, sources()[bron].title, sources()[bron].publisher, bestand, geleverd)
                for bron, bestand, geleverd, _ in kept
            )
        ),
        status="voorlopig" if "voorlopig" in statuses else "".join(sorted(statuses)[:1]),
        completeness=tuple(completeness),
    )


@dataclass(frozen=True)
class _Facts:
    """What every figure's provenance is looked up in, read once per version of the store."""

    files: dict[str, list[tuple[str, str, dt.datetime, str | None]]]
    """periode -> (source, file, delivered, status)"""
    counts: dict[tuple[str, str, str], dict[str, tuple[int, int]]]
    """(sector, group, periode) -> swv -> (counted, expected)"""
    used: dict[tuple[str, str, str], dict[str, set[str]]]
    """(sector, group, periode) -> swv -> sources whose rows were chosen"""


def _facts(store: Store) -> _Facts:
    if "provenance" not in store.answers:
        facts = _Facts({}, {}, {})
        for periode, *row in store.rows(
            "select distinct periode, bron, bestand, geleverd, status from views.herkomst "
            "order by periode, bron, geleverd, bestand, status"
        ):
            facts.files.setdefault(periode, []).append((row[0], row[1], row[2], row[3]))
        for sector, group, periode, swv, counted, expected in store.rows(
            "select sector, groep, periode, swv, sum(geteld), sum(verwacht) "
            "from views.volledigheid group by all"
        ):
            facts.counts.setdefault((sector, group, periode), {})[swv] = (counted, expected)
        for sector, group, periode, swv, bron in store.rows(
            "select distinct m.sector, g.groep, l.periode, m.swv, l.bron "
            "from views.leerling as l "
            "join views.groep as g on g.schooltype = l.schooltype "
            "join views.lidmaatschap as m on m.vestiging = l.vestiging and m.per = 'swv'"
        ):
            by_swv = facts.used.setdefault((sector, group, periode), {})
            by_swv.setdefault(swv, set()).add(bron)
        store.answers["provenance"] = facts
    found: _Facts = store.answers["provenance"]
    return found


def _used(facts: _Facts, periode: str, indicator: Indicator, swv: str) -> set[str]:
    """Of sources that say the same, the ones whose rows were chosen (`views.leerling`) for the
    groups that the indicator counts, in one SWV or all."""
    if indicator.source == ("afstand",):
        return set()
    out: set[str] = set()
    for group in indicator.counts:
        by_swv = facts.used.get((indicator.sector, group, periode), {})
        out.update(*([by_swv.get(swv, set())] if swv else by_swv.values()))
    return out
