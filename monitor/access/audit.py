"""The audit log: who did what, when, and how it ended. It only grows.

Nothing of a pupil, no password and no token is ever written here.
"""

import datetime as dt
import threading
import time
from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import sqlalchemy as sa

from monitor.access.tables import logboek
from monitor.access.viewer import EVERY, Viewer
from monitor.store.journal import Journal, journal, now, plain
from monitor.values.moments import HERE


MOST_FOUND = 100_000
"""Entries in one answer, also of an export."""
ONCE_PER = 60.0
"""Seconds in which the same refused question is written once: a page asks it at every run."""


class Event(StrEnum):
    """What is written down."""

    AANMELDEN = "aanmelden"
    AFMELDEN = "afmelden"
    WACHTWOORD = "wachtwoord"
    UITNODIGEN = "uitnodigen"
    ACCOUNT = "account"
    RECHTEN = "rechten"
    INZAGE = "inzage"
    GEWEIGERD = "geweigerd"
    LEVERING = "levering"
    TERUGGETROKKEN = "teruggetrokken"
    DOWNLOAD = "download"
    INSTELLING = "instelling"
    NORM = "norm"
    CORRECTIE = "correctie"
    VRIJGAVE = "vrijgave"
    OPSCHONEN = "opschonen"
    TERUGGEZET = "teruggezet"
    RONDE = "ronde"


OK = "ok"
REFUSED = "geweigerd"


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    nummer: int
    wanneer: dt.datetime
    wie: str
    wat: str
    over: str
    uitkomst: str
    adres: str
    swv: frozenset[str]


def record(
    book: Journal,
    who: str,
    what: Event | str,
    about: str = "",
    outcome: str = OK,
    address: str = "",
    swv: str | Collection[str] = "",
) -> None:
    """Writes one line. Texts that are too long are cut off; ValueError when `what` is no Event."""
    with book.adding() as connection:
        add(connection, who, what, about, outcome, address, swv)


def add(
    connection: sa.Connection,
    who: str,
    what: Event | str,
    about: str = "",
    outcome: str = OK,
    address: str = "",
    swv: str | Collection[str] = "",
) -> None:
    """As `record`, within the transaction of what is written about."""
    codes = [swv] if isinstance(swv, str) else sorted(swv)
    connection.execute(
        sa.insert(logboek).values(
            wanneer=now(),
            wie=plain(who, 254),
            wat=Event(what).value,
            over=plain(about, 500),
            uitkomst=plain(outcome, 40),
            adres=plain(address, 64),
            swv=plain(" ".join(codes), 2000),
        )
    )


def search(
    book: Journal,
    *,
    text: str = "",
    what: str = "",
    who: str = "",
    since: dt.date | None = None,
    until: dt.date | None = None,
    swv: Collection[str] | None = None,
    limit: int = 200,
) -> list[Entry]:
    """Lines of the log, newest first. `text` is looked for in all texts; `since` and `until` are
    moments or days, both included; `swv`: lines of these and of none, without it of all."""
    query = sa.select(logboek).order_by(logboek.c.nummer.desc())
    if text := plain(text, 200).lower():
        texts = (logboek.c.wie, logboek.c.wat, logboek.c.over, logboek.c.uitkomst, logboek.c.adres)
        query = query.where(
            sa.or_(*(sa.func.lower(column).contains(text, autoescape=True) for column in texts))
        )
    if what:
        query = query.where(logboek.c.wat == what)
    if who:
        query = query.where(logboek.c.wie == plain(who, 254))
    if since is not None:
        query = query.where(logboek.c.wanneer >= _begin(since))
    if until is not None:
        query = query.where(logboek.c.wanneer < _end(until))
    if swv is not None and not EVERY.issubset(swv):
        own = [logboek.c.swv.contains(code, autoescape=True) for code in sorted(swv)]
        query = query.where(sa.or_(logboek.c.swv == "", *own))
    query = query.limit(max(0, min(limit, MOST_FOUND)))
    with book.reading() as connection:
        return [
            Entry(**{**row._mapping, "swv": frozenset(row.swv.split())})
            for row in connection.execute(query)
        ]


def refused(where: Path | Journal, viewer: Viewer, what: str) -> None:
    """A question that a viewer may not ask; `what` names it, and holds no answer."""
    book = where if isinstance(where, Journal) else journal(where)
    if _is_new((id(book), viewer.who, what)):
        record(book, viewer.who, Event.GEWEIGERD, what, REFUSED, swv=viewer.swv - EVERY)


_lately: OrderedDict[tuple[int, str, str], float] = OrderedDict()
_lately_lock = threading.Lock()


def _is_new(key: tuple[int, str, str]) -> bool:
    moment = time.monotonic()
    with _lately_lock:
        before = _lately.get(key)
        if before is not None and moment - before < ONCE_PER:
            return False
        _lately[key] = moment
        _lately.move_to_end(key)
        while len(_lately) > 1000:
            _lately.popitem(last=False)
    return True


def _begin(day: dt.date) -> dt.datetime:
    if isinstance(day, dt.datetime):
        return day
    return dt.datetime.combine(day, dt.time(), HERE)


def _end(day: dt.date) -> dt.datetime:
    """The first moment that is not in it any more."""
    if isinstance(day, dt.datetime):
        return day + dt.timedelta(microseconds=1)
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), HERE)
