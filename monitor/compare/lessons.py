"""Whether meldingen tell who misses all lessons: since when, by which columns, of which delivery.

Without it langdurig verzuim is an interval (`queries/views/reeks.sql`).
"""

import datetime as dt
from dataclasses import dataclass

from monitor.store.store import Store
from monitor.values import dutch, moments


COLUMNS = ("SOORT VERZUIM", "ALLE LESSEN GEMIST")
CODES = ("LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT")
"""Definitions that ask whether all lessons are missed."""


@dataclass(frozen=True)
class Told:
    """Since the first day of a month most new meldingen tell it."""

    since: dt.date
    columns: tuple[str, ...]
    file: str
    delivery: int
    delivered: dt.datetime
    after_others: bool
    """Whether there are meldingen of before that do not tell it."""


def told(store: Store, sector: str, swv: str = "") -> Told | None:
    """What the meldingen of a samenwerkingsverband tell, or the first of a sector; None: nothing."""
    key = ("lessons", sector, swv)
    if key not in store.answers:
        store.answers[key] = _told(store, sector, swv)
    found: Told | None = store.answers[key]
    return found


def _told(store: Store, sector: str, swv: str) -> Told | None:
    rows = store.rows(
        "select b.vanaf, b.heeft_soort, b.heeft_lessen, l.bestand, l.levering, l.geleverd, "
        "b.onbekend_ervoor from views.lessen_bekend as b join bron.levering as l "
        "on l.nummer = b.levering where b.sector = $sector and $swv in ('', b.swv) "
        "order by b.vanaf, b.swv limit 1",
        {"sector": sector, "swv": swv},
    )
    for since, kind, lessons, file, number, when, before in rows:
        there = [name for name, has in zip(COLUMNS, (kind, lessons), strict=True) if has]
        return Told(since, tuple(there), file, number, when, before > 0)
    return None


def sentence(store: Store, code: str, sector: str, swv: str) -> str:
    """What makes figures under a definition exact, and since which delivery; "" where it is no
    matter."""
    if code not in CODES:
        return ""
    hours = dutch.number(store.settings.langdurig_uren)
    found = told(store, sector, swv)
    if found is None:
        return (
            f"Met de kolom {dutch.joined(list(COLUMNS), 'of')} in de meldingen wordt dit getal "
            f"precies; nu telt alleen zeker mee wie in vier weken {hours} uur of meer miste."
        )
    columns = dutch.joined(list(found.columns), "en")
    number = "" if len(found.columns) > 1 else "De kolom "
    verb = "maken" if len(found.columns) > 1 else "maakt"
    said = (
        f"{number}{columns} {verb} dit getal precies voor meldingen vanaf "
        f"{moments.date(found.since)} (levering {found.delivery}, {moments.date(found.delivered.date())})"
    )
    if found.after_others:
        return (
            f"{said}; daarvoor telt alleen zeker mee wie in vier weken {hours} uur of meer miste."
        )
    return f"{said}."
