"""The journal: what people type in. It cannot be made again from deliveries, so it lives apart.

SQLAlchemy Core on SQLite (WAL) in the data folder, or on PostgreSQL by its URL. Rows are added, and
ended by a date; nothing is overwritten, so that who said what and when stays to be seen.

`reading`, `adding` and `writing` give connections; tables of other modules go on `metadata`.
"""

import threading
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store import pointer
from monitor.store.journal.engine import URL, Moment, add_once, added, metadata, now, plain
from monitor.store.journal.norm_exceptions import Exception_, WithExceptions
from monitor.store.journal.publications import WithPublications
from monitor.store.journal.scenarios import Kept, WithScenarios
from monitor.store.secret import secret


__all__ = [
    "FILE",
    "URL",
    "Exception_",
    "Journal",
    "Kept",
    "Moment",
    "add_once",
    "added",
    "begin",
    "gone",
    "has_deliveries",
    "journal",
    "metadata",
    "now",
    "plain",
]

FILE = "journaal.sqlite"


class Journal(WithExceptions, WithScenarios, WithPublications):
    """One journal; safe to use from several threads and processes."""


_books: dict[str, Journal] = {}
_books_lock = threading.Lock()


def journal(folder: Path) -> Journal:
    """The journal of a data folder, or the one that the environment names (`monitor.store.secret`).

    It begins empty only where nothing was delivered. MonitorError when a folder with deliveries
    has none: who is in it could not come in, and figures would change without a word.
    """
    own = secret(URL)
    if own:
        return _book(own, folder, own)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = (folder / FILE).resolve()
    url = f"sqlite:///{file}"
    if not _is_there(file):
        if has_deliveries(folder):
            raise MonitorError(gone(str(file)))
        with _books_lock:
            _books.pop(url, None)  # of a file that is no more
    return _book(url, folder, str(file))


def begin(folder: Path) -> Journal:
    """An empty journal where there is none, whatever was delivered. MonitorError when there is
    one."""
    is_new = False

    def may_begin() -> bool:
        nonlocal is_new
        return (is_new := True)

    book = Journal(secret(URL) or f"sqlite:///{(folder / FILE).resolve()}", may_begin)
    if not is_new:
        raise MonitorError("Er is al een journaal; er is niets veranderd.")
    return book


def has_deliveries(folder: Path) -> bool:
    """Whether something was ever published in it."""
    return bool(pointer.numbered(folder)) or pointer.read(folder) > 0


def gone(where: str) -> str:
    """What to do when there are deliveries and no journal."""
    return (
        f"Het journaal ontbreekt ({where}), terwijl er wel geleverd is. Daarin staan de accounts, het "
        "logboek, de verbeteringen van scholen en de uitzonderingen op normen. Zet het terug uit een "
        f"reservekopie, of zeg in {URL} waar het staat. Is het er niet meer, begin dan met een leeg: "
        "dekkend nieuw-journaal"
    )


def _book(url: str, folder: Path, where: str) -> Journal:
    with _books_lock:
        if url not in _books:
            told = where if where != url else f"de database die {URL} noemt, is leeg"

            def may_begin() -> bool:
                if has_deliveries(folder):
                    raise MonitorError(gone(told))
                return True

            _books[url] = Journal(url, may_begin)
        return _books[url]


def _is_there(file: Path) -> bool:
    """An empty file is what is left of one, or of a first start that was broken off."""
    try:
        return file.stat().st_size > 0
    except OSError:
        return False
