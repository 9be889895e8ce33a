"""The journal: what people type in. It cannot be made again from deliveries, so it lives apart.

SQLAlchemy Core on SQLite (WAL) in the data folder, or on PostgreSQL by its URL. Rows are added, and
ended by a date; nothing is overwritten, so that who said what and when stays to be seen.

`reading`, `adding` and `writing` give connections; tables of other modules go on `metadata`.
"""

from functools import lru_cache
from pathlib import Path

from monitor.journal.engine import URL, Moment, add_once, added, metadata, now, plain
from monitor.journal.exceptions import Exception_, WithExceptions
from monitor.journal.publications import WithPublications
from monitor.journal.scenarios import Kept, WithScenarios
from monitor.secret import secret


__all__ = [
    "FILE",
    "URL",
    "Exception_",
    "Journal",
    "Kept",
    "Moment",
    "add_once",
    "added",
    "journal",
    "metadata",
    "now",
    "plain",
]

FILE = "journaal.sqlite"


class Journal(WithExceptions, WithScenarios, WithPublications):
    """One journal; safe to use from several threads and processes."""


@lru_cache(maxsize=64)
def _journal(url: str) -> Journal:
    return Journal(url)


def journal(folder: Path) -> Journal:
    """The journal of a data folder, or the one that the environment names (`monitor.secret`)."""
    own = secret(URL)
    if own:
        return _journal(own)
    folder.mkdir(parents=True, exist_ok=True)
    return _journal(f"sqlite:///{(folder / FILE).resolve()}")
