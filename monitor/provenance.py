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
    rows = store.rows(
        "select distinct bron, bestand, geleverd, status from views.herkomst "
        "where list_contains($bronnen, bron) and periode = $periode order by bron, geleverd",
        {"bronnen": list(indicator.source), "periode": periode},
    )
    used = _used(store, periode, indicator, swv)
    kept = [row for row in rows if not used or row[0] in used]
    statuses = {row[3] for row in kept if row[3]}
    counted = store.rows(
        "select groep, sum(geteld), sum(verwacht) from views.volledigheid "
        "where sector = $sector and periode = $periode and list_contains($groepen, groep) "
        "and ($swv = '' or swv = $swv) group by groep order by groep",
        {
            "sector": indicator.sector,
            "periode": periode,
            "groepen": list(indicator.counts),
            "swv": swv,
        },
    )
    return Provenance(
        origins=tuple(
            dict.fromkeys(
                Origin(bron, sources()[bron].title, sources()[bron].publisher, bestand, geleverd)
                for bron, bestand, geleverd, _ in kept
            )
        ),
        status="voorlopig" if "voorlopig" in statuses else "".join(sorted(statuses)[:1]),
        completeness=tuple(Completeness(g, int(n), int(of)) for g, n, of in counted),
    )


def _used(store: Store, periode: str, indicator: Indicator, swv: str) -> set[str]:
    """Of sources that say the same, the ones whose rows were chosen (`views.leerling`) for the
    groups that the indicator counts, in one SWV or all."""
    if not indicator.counts or indicator.source == ("afstand",):
        return set()
    rows = store.rows(
        "select distinct l.bron from views.leerling as l "
        "join views.lidmaatschap as m on m.vestiging = l.vestiging and m.per = 'swv' "
        "and m.sector = $sector where l.periode = $periode and ($swv = '' or m.swv = $swv) "
        "and l.schooltype in "
        "(select schooltype from views.groep where list_contains($groepen, groep))",
        {
            "periode": periode,
            "sector": indicator.sector,
            "swv": swv,
            "groepen": list(indicator.counts),
        },
    )
    return {row[0] for row in rows}
