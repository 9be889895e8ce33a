"""What stands behind a figure: sources with their date of delivery, status and completeness."""

import datetime as dt
from dataclasses import dataclass

from monitor.figures.door import Indicator
from monitor.sources import sources
from monitor.store.store import Store
from monitor.values.collation import by_name


@dataclass(frozen=True)
class Origin:
    """One file that a figure comes from."""

    source: str
    title: str
    publisher: str
    file: str
    delivered: dt.datetime


@dataclass(frozen=True)
class Kind:
    """Schools of which the file with the count does not name the soort, and the file that does."""

    schooltype: str
    """What they are by it: sbo, or sbo/so/vso where it names more than one."""
    origin: Origin
    schools: tuple[tuple[str, str], ...]
    """(vestiging, naam), by name."""


@dataclass(frozen=True)
class Completeness:
    """How many vestigingen of a group were counted, of how many to expect."""

    group: str
    counted: int
    expected: int
    periode: str = ""
    """The moment of that count: of a schooljaar or month it is the last one before it."""


@dataclass(frozen=True)
class Provenance:
    """Where the figures of an indicator in one period come from."""

    origins: tuple[Origin, ...]
    status: str
    """voorlopig, definitief, or empty when no source says."""
    completeness: tuple[Completeness, ...]
    until: dt.date | None = None
    """The last day that files of pupils know of; None for what is counted on a date."""
    kinds: tuple[Kind, ...] = ()
    """Where the soort of schools comes from that the historic overview calls so/vso."""

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
    counted_on = _counted_on(facts, indicator, periode, swv)
    used = _used(facts, indicator, swv, {g: counted_on.get(g, periode) for g in indicator.groups})
    kept = [row for row in facts.files.get("", []) if row[0] in indicator.source]
    for moment in dict.fromkeys([periode, *counted_on.values()]):
        kept += [
            row
            for row in facts.files.get(moment, [])
            if row[0] in indicator.source and (not used or row[0] in used)
        ]
    statuses = {row[3] for row in kept if row[3]}
    completeness = []
    for group in sorted(indicator.groups):
        moment = counted_on.get(group, periode)
        counts = facts.counts.get((indicator.sector, group, moment), {})
        chosen = list(counts.values()) if not swv else [counts[swv]] if swv in counts else []
        if chosen:
            counted, expected = (int(sum(column)) for column in zip(*chosen, strict=True))
            completeness.append(Completeness(group, counted, expected, moment))
    until = [
        day
        for (bron, sector, one), day in facts.until.items()
        if bron in indicator.source[:1] and sector == indicator.sector and swv in ("", one)
    ]
    return Provenance(
        origins=tuple(
            dict.fromkeys(
                Origin(bron, sources()[bron].title, sources()[bron].publisher, bestand, geleverd)
                for bron, bestand, geleverd, _ in kept
            )
        ),
        status="voorlopig" if "voorlopig" in statuses else "".join(sorted(statuses)[:1]),
        completeness=tuple(completeness),
        until=max(until, default=None),
        kinds=_kinds(
            facts, indicator, swv, {g: counted_on.get(g, periode) for g in indicator.groups}
        ),
    )


def _kinds(
    facts: "_Facts", indicator: Indicator, swv: str, counted_on: dict[str, str]
) -> tuple[Kind, ...]:
    """Of the schools whose pupils it counts, in one SWV or all."""
    found: dict[tuple[str, Origin], set[tuple[str, str]]] = {}
    for group, periode in counted_on.items():
        by_swv = facts.kinds.get((indicator.sector, group, periode), {})
        for one in by_swv:
            if swv in ("", one):
                for schooltype, origin, school in by_swv[one]:
                    found.setdefault((schooltype, origin), set()).add(school)
    kinds = [
        Kind(schooltype, origin, tuple(sorted(named, key=lambda s: (by_name(s[1]), s[0]))))
        for (schooltype, origin), named in found.items()
    ]
    return tuple(sorted(kinds, key=lambda k: (k.schooltype, k.origin.file, k.origin.delivered)))


def _counted_on(facts: "_Facts", indicator: Indicator, periode: str, swv: str) -> dict[str, str]:
    """Group → the count that a schooljaar or month has its pupils from; {} for a figure of a date."""
    found: dict[str, str] = {}
    for (sector, group, one, moment), day in facts.counted_on.items():
        is_of_it = sector == indicator.sector and group in indicator.groups and moment == periode
        if is_of_it and swv in ("", one):
            found[group] = max(day, found.get(group, ""))
    return found


@dataclass(frozen=True)
class _Facts:
    """What every figure's provenance is looked up in, read once per version of the store."""

    files: dict[str, list[tuple[str, str, dt.datetime, str | None]]]
    """periode -> (source, file, delivered, status)"""
    counts: dict[tuple[str, str, str], dict[str, tuple[int, int]]]
    """(sector, group, periode) -> swv -> (counted, expected)"""
    used: dict[tuple[str, str, str], dict[str, set[str]]]
    """(sector, group, periode) -> swv -> sources whose rows were chosen"""
    counted_on: dict[tuple[str, str, str, str], str]
    """(sector, group, swv, schooljaar or month end) -> the count that has its pupils"""
    until: dict[tuple[str, str, str], dt.date]
    """(source, sector, swv) -> the last day that a file of pupils knows of"""
    kinds: dict[tuple[str, str, str], dict[str, list[tuple[str, Origin, tuple[str, str]]]]]
    """(sector, group, periode) -> swv -> (schooltype, file that says it, school)"""


def _facts(store: Store) -> _Facts:
    if "provenance" not in store.answers:
        facts = _Facts({}, {}, {}, {}, {}, {})
        for *key, day in store.rows(
            "select sector, groep, swv, periode, teldatum from views.teldatum"
        ):
            facts.counted_on[key[0], key[1], key[2], key[3]] = day
        for bron, sector, swv, until in store.rows(
            "select bron, sector, swv, tot_en_met from views.tot_en_met"
        ):
            facts.until[bron, sector, swv] = until
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
            "join views.lidmaatschap_toen as m on m.vestiging = l.vestiging and m.per = 'swv' "
            "and m.van <= l.periode and l.periode < m.tot"
        ):
            by_swv = facts.used.setdefault((sector, group, periode), {})
            by_swv.setdefault(swv, set()).add(bron)
        for sector, group, periode, swv, schooltype, bron, bestand, geleverd, *school in store.rows(
            "select distinct m.sector, g.groep, l.periode, m.swv, s.schooltype, s.bron, b.bestand, "
            "b.geleverd, l.vestiging, coalesce(v.naam, l.vestiging) from views.leerling as l "
            "join views.groep as g on g.schooltype = l.schooltype "
            "join views.schoolsoort as s on s.vestiging = l.vestiging and s.periode = l.periode "
            "join bron.levering as b on b.nummer = s.levering "
            "join views.lidmaatschap_toen as m on m.vestiging = l.vestiging and m.per = 'swv' "
            "and m.van <= l.periode and l.periode < m.tot "
            "left join views.vestiging as v on v.vestiging = l.vestiging "
            "where l.bron = 'leerlingen_historie' and s.schooltype <> 'so/vso'"
        ):
            origin = Origin(
                bron, sources()[bron].title, sources()[bron].publisher, bestand, geleverd
            )
            by_place = facts.kinds.setdefault((sector, group, periode), {})
            by_place.setdefault(swv, []).append((schooltype, origin, (school[0], school[1])))
        store.answers["provenance"] = facts
    found: _Facts = store.answers["provenance"]
    return found


def _used(facts: _Facts, indicator: Indicator, swv: str, counted_on: dict[str, str]) -> set[str]:
    """Of sources that say the same, the ones whose rows were chosen (`views.leerling`) for the
    groups that the indicator counts, in one SWV or all."""
    if indicator.source == ("afstand",):
        return set()
    out: set[str] = set()
    for group, periode in counted_on.items():
        by_swv = facts.used.get((indicator.sector, group, periode), {})
        out.update(*([by_swv.get(swv, set())] if swv else by_swv.values()))
    return out
