"""How old and how complete the data is, per kind of file."""

import datetime as dt
from dataclasses import dataclass

from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store import Store


@dataclass(frozen=True)
class Freshness:
    """What there is of one kind of file."""

    source: Source
    files: int
    rows: int
    delivered: dt.datetime | None
    """Of the newest file, by the clock of the machine; None = nothing delivered."""
    moments: tuple[str, ...]
    """The dates or schooljaren that its rows are about, oldest first."""


MOMENTS = ("peildatum", "lijstdatum", "schooljaar", "jaar")


def freshness(store: Store) -> list[Freshness]:
    """One per kind of file, delivered ones first, each in the order of their names."""
    if "freshness" not in store.answers:
        found = [_of(store, source) for source in sources().values()]
        store.answers["freshness"] = sorted(found, key=lambda f: (f.files == 0, f.source.name))
    return list(store.answers["freshness"])


def _of(store: Store, source: Source) -> Freshness:
    files, delivered = store.rows(
        "select count(*), max(geleverd) from bron.levering where bron = $bron",
        {"bron": source.name},
    )[0]
    rows = store.rows(f"select count(*) from bron.{source.name}")[0][0]
    columns = [name for name, _ in source.stored_columns()]
    column = next((name for name in MOMENTS if name in columns), None)
    moments: tuple[str, ...] = ()
    if column and rows:
        moments = tuple(
            str(row[0])
            for row in store.rows(
                f"select distinct {column} from bron.{source.name} where {column} is not null "
                "order by 1"
            )
        )
    return Freshness(source, files, rows, delivered, moments)
