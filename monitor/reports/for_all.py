"""A pack for every school, made behind the pages: it goes on when who asked for it looks elsewhere.

One at a time for each samenwerkingsverband of a data folder. What was stopped, also by the end of the
program, can be gone on with as long as the data are of the same version; what is whole waits to be
fetched (`ready`).
"""

import datetime as dt
import hashlib
import logging
import shutil
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from monitor.access import Viewer
from monitor.errors import MonitorError, reason
from monitor.reports import bulk, leaving, who_may_have
from monitor.reports.making import Order
from monitor.reports.recipes import recipe
from monitor.reports.report import Report
from monitor.store import waiting_files
from monitor.store.data_folder import DataFolder
from monitor.store.store import Store
from monitor.store.waiting_files import Facts
from monitor.values import dutch


log = logging.getLogger(__name__)
NOT_MORE = "Dit pakket wordt niet verder gemaakt: wie het liet maken mag dat niet meer."
WRONG = (
    "Er ging iets mis bij het maken; dat ligt aan het programma, niet aan u. Probeer het opnieuw. Blijft "
    "het zo, geef dan de beheerder door hoe laat het was."
)


class Stopped(Exception):
    """Somebody asked to stop, or the program ends."""


@dataclass
class Making:
    """One run, as it is at this moment. It holds no store, and no figure."""

    order: Order
    forms: tuple[str, ...]
    whom: tuple[str, ...]
    """The schools that it is for; none: all of the samenwerkingsverband."""
    done: int = 0
    many: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    """Code → why there is no file of it."""
    error: str = ""
    """Why there is no zip."""
    is_going: bool = True
    is_stopped: bool = False
    _asked: threading.Event = field(default_factory=threading.Event)
    _first: tuple[int, float] | None = None

    def stop(self) -> None:
        """After the files in hand."""
        self._asked.set()

    @property
    def is_stopping(self) -> bool:
        """Whether that was asked, and the files in hand are still made."""
        return self.is_going and self._asked.is_set()

    @property
    def seconds_left(self) -> float | None:
        """By how fast it went so far; None before that can be said."""
        if self._first is None or self.done <= self._first[0]:
            return None
        count, moment = self._first
        return (time.monotonic() - moment) / (self.done - count) * (self.many - self.done)

    def told(self, done: int, many: int) -> None:
        """What `bulk` says as it goes on; Stopped when it must not."""
        self.done, self.many = done, many
        if self._first is None:
            self._first = (done, time.monotonic())
        if self._asked.is_set() or not threading.main_thread().is_alive():
            raise Stopped


_runs: dict[tuple[Path, str], Making] = {}
_lock = threading.Lock()


def latest(folder: Path, swv: str) -> Making | None:
    """The run that goes on, or the last one since the program began."""
    return _runs.get((folder.resolve(), swv))


def forget(folder: Path, swv: str) -> None:
    """What came of the last run was read."""
    with _lock:
        made = _runs.get((folder.resolve(), swv))
        if made is not None and not made.is_going:
            del _runs[folder.resolve(), swv]


class Left(NamedTuple):
    """What was stopped."""

    done: int
    order: Order
    forms: tuple[str, ...]
    version: int


def left(store: Store, recept: str, swv: str, whom: Sequence[str]) -> Left | None:
    """What was stopped, also before the program began; None where nothing was made then."""
    if store.folder is None:
        return None
    there = waiting_files.stopped(DataFolder(store.folder), swv, _of_whom(whom))
    if there is None or (found := bulk.kept(there[1], recept)) is None or not found[0]:
        return None
    return Left(*found, there[0])


def start(
    store: Store,
    viewer: Viewer,
    order: Order,
    forms: Sequence[str],
    whom: Sequence[str],
    *,
    again: bool,
) -> Making:
    """Begin it, or with `again` go on with what was stopped. MonitorError when this viewer may not, when
    one is going on, or where nothing can be kept."""
    if store.folder is None or not forms:
        raise MonitorError("Kies minstens één vorm.")
    made = Making(order, tuple(forms), tuple(whom))
    facts = _facts(store, viewer, made)
    if not who_may_have.may(store, viewer, facts):
        raise MonitorError("U kunt dit pakket niet maken. De directeur kan dat wel.")
    key = (store.folder.resolve(), order.swv)
    with _lock:
        before = _runs.get(key)
        if before is not None and before.is_going:
            raise MonitorError(
                "Er wordt al een pakket voor alle scholen gemaakt. Wacht tot het klaar is, of stop het."
            )
        _runs[key] = made
    # No daemon: DuckDB must not be at work when the interpreter ends. It stops by itself then.
    threading.Thread(
        target=_run, args=(store, viewer, made, facts, again), name=f"pakket voor {order.swv}"
    ).start()
    return made


def _facts(store: Store, viewer: Viewer, made: Making) -> Facts:
    order = made.order
    return Facts(
        name=f"{order.recept}-{order.swv}.zip", what=recipe(order.recept).titel, pack=order.recept,
        audience=order.publiek, scope=" ".join(made.whom), swv=order.swv,
        maker=who_may_have.number(store, viewer), version=store.version,
        made=dt.datetime.now(dt.UTC),
    )  # fmt: skip


def _run(store: Store, viewer: Viewer, made: Making, facts: Facts, again: bool) -> None:
    try:
        _make(store, viewer, made, facts, again)
    except Stopped:
        made.is_stopped = True
    except MonitorError as error:
        made.error = str(error)
    except OSError as error:
        made.error = (
            f"Het pakket is niet te bewaren ({reason(error)}). Maak ruimte en probeer het opnieuw."
        )
    except Exception:
        if threading.main_thread().is_alive():
            log.exception("pakket voor alle scholen")
        made.error = WRONG
    finally:
        made.is_going = False


def _make(store: Store, viewer: Viewer, made: Making, facts: Facts, again: bool) -> None:
    assert store.folder is not None
    folder = DataFolder(store.folder)
    place = waiting_files.unfinished(folder, facts.swv, store.version, _of_whom(made.whom))

    def noted(order: Order, one: Report) -> None:
        if not who_may_have.may(store, viewer, facts):
            raise MonitorError(NOT_MORE)
        leaving.note(store, viewer.who, order, one, list(made.forms))

    run = bulk.Run(made.order, made.forms, place, bulk.put, noted, made.told, made.whom)
    made.many = len(bulk.wanted(store, made.order, made.whom))
    made.failed = bulk.make_all(store, run, again=again)
    made.done = made.many = len(run.done) + len(made.failed)
    count = dutch.number(len(run.done))
    whole = "" if not made.failed else f" van de {dutch.number(made.many)}"
    facts = facts.model_copy(update={
        "what": f"{facts.what} van {count}{whole} scholen ({', '.join(made.forms)})",
        "made": dt.datetime.now(dt.UTC),
    })  # fmt: skip
    waiting_files.put(folder, run.zip, facts)
    shutil.rmtree(place, ignore_errors=True)


def _of_whom(whom: Sequence[str]) -> str:
    """In the name of a folder: each has his own."""
    return hashlib.sha256(" ".join(whom).encode()).hexdigest()[:8] if whom else "alle"
