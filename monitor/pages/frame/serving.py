"""The store as a running app uses it: always the newest version, opened once for everybody."""

import datetime as dt
import logging
import os
import threading
from pathlib import Path

from monitor.errors import MonitorError
from monitor.figures.disclosure.protecting import prepare
from monitor.figures.door import compute_all
from monitor.store.journal import journal
from monitor.store.settings import settings_file
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions
from monitor.web.memory import settle


log = logging.getLogger(__name__)


class Serving:
    """Hands out the current store; one cheap look at the disk per question."""

    def __init__(self, versions: Versions) -> None:
        self.versions = versions
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._stamp: tuple[object, ...] = ()
        self.warning = ""
        """Why the version that is shown may not be the newest; "" = nothing is the matter."""

    def store(self) -> Store:
        """The newest version. While it is being opened others go on with the one before it.

        Its figures are computed behind it, so that the next filter finds them ready.
        """
        stamp = self._stamp_now()
        store = self._store
        if store is not None and stamp == self._stamp:
            return store
        if not self._lock.acquire(blocking=store is None):
            assert store is not None
            return store
        try:
            stamp = self._stamp_now()
            if self._store is None or stamp != self._stamp:
                # The old one closes by itself when its last reader lets go of it.
                opened = self._opened()
                if opened is None:
                    assert store is not None
                    return store
                # Who was replaced is held by nobody here when `_prepare` looks what can go.
                store = self._store = opened
                self._stamp = stamp
                # No daemon: DuckDB must not be at work when the interpreter ends.
                threading.Thread(
                    target=_prepare, args=(opened,), name=f"nieuwe versie {opened.version}"
                ).start()
            return self._store
        finally:
            self._lock.release()

    def _opened(self) -> Store | None:
        """None when the folder lost its version, and the one that is open must do."""
        try:
            return open_store(self.versions)
        except MonitorError:
            if not self.warning:
                raise
            return None

    def _stamp_now(self) -> tuple[object, ...]:
        """What a store was opened with: another one when it changes, and every day, because what
        was typed in has a last day."""
        version = self._published()
        try:
            changed = settings_file(self.versions.folder).stat().st_mtime_ns
        except OSError:
            changed = 0
        typed_in = journal(self.versions.folder).version() if version else 0
        return version, changed, typed_in, dt.date.today()

    def _published(self) -> int:
        """The published version; where the folder lost it, the one that is open already.

        To go back to no figures at all would tell visitors that there are none.
        """
        store = self._store
        was = store.version if store is not None else 0
        try:
            version, lost = self.versions.current(), "er staat niets meer in de map met gegevens."
        except MonitorError as error:
            if not was:
                raise
            version, lost = 0, str(error)
        is_lost = was > 0 and version == 0
        self._warn(f"De monitor toont nog versie {was}: {lost}" if is_lost else "")
        return was if is_lost else version

    def _warn(self, warning: str) -> None:
        if warning and warning != self.warning:
            log.warning("%s", warning)
        self.warning = warning


def _prepare(store: Store) -> None:
    """What visitors would wait for: the figures, and what may be shown of them to whom."""
    try:
        compute_all(store)
        if store.settings.swv and threading.main_thread().is_alive():
            prepare(store, store.settings.swv)
    except MonitorError as error:
        log.warning("%s", error)  # who asks for it hears it as well
    settle()


def chosen_folder() -> Path:
    """The data folder of this process: DEKKEND_DATA, or ./data."""
    return Path(os.environ.get("DEKKEND_DATA") or "data")


_servings: dict[Path, Serving] = {}
_servings_lock = threading.Lock()


def serving(folder: Path) -> Serving:
    """The one `Serving` of a data folder in this process."""
    folder = folder.resolve()
    with _servings_lock:
        if folder not in _servings:
            _servings[folder] = Serving(Versions(folder))
        return _servings[folder]
