"""How old and how complete the data is, per kind of file."""

import datetime as dt
from dataclasses import dataclass

from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store.store import Store


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
    newest: dt.date | None = None
    """The day its newest moment or, of what has none, its newest row is about; None = unknown."""

    def is_old(self, today: dt.date) -> bool:
        """Whether there should have been newer data by now."""
        return self.newest is not None and is_old(self.newest, self.source.every, today)


MOMENTS = ("peildatum", "lijstdatum", "schooljaar", "jaar")
UNTIL = ("geldig_tot", "einde")
"""Until when something is allowed tells nothing of when it was written down."""
MONTHLY, YEARLY = "elke maand", "elk jaar"
A_MONTH_LATE, A_YEAR_LATE = 62, 548
"""Days. A year's count is published months later: only what is a year and a half old is old."""


def is_old(newest: dt.date, every: str, today: dt.date) -> bool:
    """The one rule for the age of data, whatever page says it. `every`: see `Source.every`; what
    only comes when something changes does not age."""
    if every.startswith(MONTHLY):
        return (today - newest).days > A_MONTH_LATE
    return every.startswith("elk") and (today - newest).days > A_YEAR_LATE


def last_day(moment: str) -> dt.date:
    """Until when a moment's data can be said to be of now: a schooljaar ends in summer."""
    if len(moment) >= 10:
        return dt.date.fromisoformat(moment[:10])
    if len(moment) == 7:
        # Of a month its last day at the latest: the day before the next begins.
        after = dt.date.fromisoformat(f"{moment}-28") + dt.timedelta(days=4)
        return after.replace(day=1) - dt.timedelta(days=1)
    if "-" in moment:
        return dt.date(int(moment[-4:]), 7, 31)
    return dt.date(int(moment), 10, 1)


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
    newest = last_day(moments[-1]) if moments else None
    if source.every == MONTHLY:
        # Of a whole schooljaar only some months may be there.
        newest = _newest_row(store, source) or newest
    return Freshness(source, files, rows, delivered, moments, newest)


def _newest_row(store: Store, source: Source) -> dt.date | None:
    """The newest date in any row, not after today."""
    dates = [name for name, kind in source.stored_columns() if kind == "date" and name not in UNTIL]
    if not dates:
        return None
    newest = ", ".join(f"max({name}) filter (where {name} <= $today)" for name in dates)
    (found,) = store.rows(f"select {newest} from bron.{source.name}", {"today": dt.date.today()})
    return max((day for day in found if day is not None), default=None)
