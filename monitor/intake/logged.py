"""Changes of the data, in the audit log: who delivered, took back or removed what, and refusals.

`deliveries` and `retention` do the work and know no journal. Of files their names are written, and
never what is in them. What cannot be written beforehand (no journal) is not done.
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from monitor.access import audit
from monitor.access.audit import Event
from monitor.errors import MonitorError
from monitor.intake import deliveries
from monitor.intake.report import DeliveryOutcome
from monitor.intake.retention import purging
from monitor.intake.retention.purging import Purged
from monitor.store.delivered import Register
from monitor.store.journal import Journal, journal
from monitor.store.versions import Versions


log = logging.getLogger(__name__)

NAMED = 5
"""Names of files in one line of the log."""


def by_command(who: str) -> str:
    """How the log names who runs commands on the machine itself."""
    return f"opdracht ({who})"


def deliver(
    versions: Versions,
    paths: Sequence[tuple[Path, str]],
    *,
    who: str,
    noted_as: str = "",
    **options: Any,
) -> DeliveryOutcome:
    """`deliveries.deliver` for real, written; also when it is refused. `noted_as`: who it is in
    the log, when not `who`."""
    book, names = journal(versions.folder), _names([name for _, name in paths])
    noted = noted_as or who
    with _refusals(book, noted, Event.LEVERING, names):
        outcome = deliveries.deliver(versions, paths, who=who, **options)
    if outcome.is_refused:
        _write(book, noted, Event.LEVERING, names, audit.REFUSED)
    elif outcome.id:
        new = [one.file for one in outcome.reports if not one.unchanged]
        _write(book, noted, Event.LEVERING, f"levering {outcome.id}: {_names(new)}")
    else:
        _write(book, noted, Event.LEVERING, f"was er al: {names}")
    return outcome


def withdraw(
    versions: Versions, which: str, *, who: str, noted_as: str = "", **options: Any
) -> Register:
    """`deliveries.withdraw`, written."""
    book, about, noted = journal(versions.folder), f"levering {which}", noted_as or who
    with _refusals(book, noted, Event.TERUGGETROKKEN, about):
        register = deliveries.withdraw(versions, which, who=who, **options)
    _write(book, noted, Event.TERUGGETROKKEN, f"{about}: {_names(_just_gone(register))}")
    return register


def _just_gone(register: Register) -> list[str]:
    """The names of what this version took back."""
    files = [file for one in register.deliveries for file in one.files]
    return [file.name for file in files if file.withdrawn == register.made]


def purge(versions: Versions, *, who: str, noted_as: str = "", **options: Any) -> Purged:
    """`purging.purge`, written; a rehearsal changes nothing and is not."""
    book, noted = journal(versions.folder), noted_as or who
    with _refusals(book, noted, Event.OPSCHONEN, "leerlinggegevens"):
        done = purging.purge(versions, who=who, **options)
    about = f"rijen weggehaald: {sum(done.files.values())}, uit bestanden: {len(done.files)}"
    _write(book, noted, Event.OPSCHONEN, about)
    return done


@contextmanager
def _refusals(book: Journal, who: str, what: Event, about: str) -> Iterator[None]:
    try:
        yield
    except (MonitorError, OSError):
        _write(book, who, what, about, audit.REFUSED)
        raise


def _write(book: Journal, who: str, what: Event, about: str, outcome: str = audit.OK) -> None:
    """What is done is done: that the journal went away since must not be told as its failure."""
    try:
        audit.record(book, who, what, about, outcome)
    except MonitorError as error:
        # No traceback: it is no fault of the program, and stands on the screen of who delivers.
        log.error("Niet in het logboek te schrijven: %s %s door %s. %s", what, outcome, who, error)


def _names(names: Collection[str]) -> str:
    """a.csv, b.csv en nog 3"""
    shown = ", ".join(name[:80] for name in list(names)[:NAMED])
    return f"{shown} en nog {len(names) - NAMED}" if len(names) > NAMED else shown
