"""Files that were made for many and wait to be fetched, for who may make them."""

import datetime as dt

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.reports import leaving, who_may_have
from monitor.store import waiting_files
from monitor.store.data_folder import DataFolder
from monitor.store.store import Store
from monitor.store.waiting_files import Waiting


GONE = (
    "Dit bestand staat niet meer klaar: het is ouder dan een week, opgeruimd, of weggehaald. Maak het "
    "opnieuw."
)


def listed(store: Store, viewer: Viewer, swv: str) -> list[Waiting]:
    """What waits for this viewer of a samenwerkingsverband, the newest first. What somebody made who
    may not make it any more is removed."""
    if store.folder is None:
        return []
    folder = DataFolder(store.folder)
    found = []
    for one in waiting_files.waiting(folder, dt.datetime.now(dt.UTC)):
        if not who_may_have.still_made(store, one.facts):
            waiting_files.remove(folder, one.id)
        elif one.facts.swv == swv and who_may_have.may(store, viewer, one.facts):
            found.append(one)
    return found


def fetch(store: Store, viewer: Viewer, which: str) -> bytes:
    """Its content, noted before it leaves. MonitorError when it is gone, or is not for him."""
    one = _own(store, viewer, which)
    assert store.folder is not None
    found = waiting_files.fetched(DataFolder(store.folder), one.id, dt.datetime.now(dt.UTC))
    if found is None:
        raise MonitorError(GONE)
    leaving.note_fetched(store.folder, viewer.who, one.facts)
    try:
        return found[1].read_bytes()
    except OSError:
        raise MonitorError(GONE) from None


def discard(store: Store, viewer: Viewer, which: str) -> None:
    """Before its time. As `fetch`."""
    one = _own(store, viewer, which)
    assert store.folder is not None
    waiting_files.remove(DataFolder(store.folder), one.id)


def _own(store: Store, viewer: Viewer, which: str) -> Waiting:
    if store.folder is not None:
        now = dt.datetime.now(dt.UTC)
        found = waiting_files.fetched(DataFolder(store.folder), which, now)
        if (
            found is not None
            and who_may_have.still_made(store, found[0].facts)
            and who_may_have.may(store, viewer, found[0].facts)
        ):
            return found[0]
    raise MonitorError(GONE)
