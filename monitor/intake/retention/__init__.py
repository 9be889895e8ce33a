"""How long rows about pupils may be kept: what there is, what is past its date, and its removal.

Ground and term are declared by each kind of file (`sources.keeping.Retention`); the years are a
setting. `purging.purge` removes what is past its date, `freezing` keeps the figures it gave.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from monitor.intake.retention.cases import IN_A_STORE, cases_sql, holidays_of
from monitor.sources import pupil_sources
from monitor.sources.keeping import due_sql
from monitor.sources.source import NO_LONGER_NAMED, Source
from monitor.store.settings import Settings
from monitor.store.store import Store


@dataclass(frozen=True)
class Held:
    """What the store holds of one kind of file about pupils."""

    source: Source
    ground: str
    years: int
    rows: int
    running: int
    """Rows without a date: what they are about has not ended or was not decided yet."""
    oldest: dt.date | None
    """The oldest date until which a row might be kept."""
    past: int
    """Rows past their date: they must go."""
    files: tuple[tuple[int, int], ...]
    """(number of the file, its rows that are past their date)."""


def held(store: Store, today: dt.date | None = None) -> list[Held]:
    """Per kind of file about pupils of which there are rows, what is held and what must go."""
    today = today or dt.date.today()
    found = []
    for name, source in pupil_sources().items():
        dated = dated_in_store_sql(source, store.settings, "bron", "levering", IN_A_STORE)
        ((rows, running, oldest, past),) = store.rows(
            "select count(*), count(*) filter (where bewaren_tot is null), min(bewaren_tot), "
            f"count(*) filter (where bewaren_tot < $today) from ({dated}) as rij",
            {"today": today},
        )
        files = store.rows(
            f"select levering, count(*) from ({dated}) as rij where bewaren_tot < $today "
            "group by levering order by levering",
            {"today": today},
        )
        if rows:
            assert source.retention is not None
            years = store.settings.years_kept(name)
            ground = str(source.retention.ground)
            parts = tuple((number, n) for number, n in files)
            found.append(Held(source, ground, years, rows, running, oldest, past, parts))
    return found


def dated_sql(
    source: Source, settings: Settings, relation: str, columns: str, holidays: str
) -> str:
    """SQL for `columns` of rows of a kind and `bewaren_tot`: the last day on which a row may be
    there, null while it runs. `holidays` is where the schoolvakanties are."""
    assert source.retention is not None, f"{source.name} does not say how long it may be kept"
    cases = cases_sql(source, settings, relation, holidays)
    years = settings.years_kept(source.name)
    return due_sql(source.retention, relation, years, columns, ", ".join(source.key), cases)


def dated_in_store_sql(
    source: Source, settings: Settings, database: str, columns: str, holidays: str
) -> str:
    """As `dated_sql`, of the rows of a kind in a bron that is attached as `database`.

    There is known what a whole list no longer named (`Source.running`): that was over at the latest
    when that list was delivered, so the years count from then.
    """
    relation = f"{database}.{source.name}"
    if source.running is None:
        return dated_sql(source, settings, relation, columns, holidays)
    assert source.retention is not None
    own = source.retention
    over = replace(
        own,
        decided=f"coalesce({own.decided}, voorbij_op)",
        ends=f"coalesce({own.ends}, voorbij_op)",
        runs=f"({own.runs}) and voorbij_op is null",
    )
    known = (
        f"(select rij.*, cast(lijst.geleverd as date) as voorbij_op from {relation} as rij "
        f"left join {database}.levering as lijst on lijst.nummer = rij.{NO_LONGER_NAMED}) as rijen"
    )
    cases = cases_sql(source, settings, relation, holidays)
    years = settings.years_kept(source.name)
    return due_sql(over, known, years, columns, ", ".join(source.key), cases)


def leave_out(
    connection: Any, source: Source, settings: Settings, table: str, removed: dt.date
) -> int:
    """Leave out rows of a delivery that were past their date when such rows were last removed:
    what a system still has of them may not come back. How many."""
    dated = dated_sql(source, settings, table, "rij", holidays_of(connection))
    past = f"select rij from ({dated}) as rijen"
    sql = f"delete from {table} where rij in ({past} where bewaren_tot < $removed)"
    (number,) = connection.execute(sql, {"removed": removed}).fetchone()
    return int(number)


def count_past(connection: Any, source: Source, settings: Settings, table: str) -> int:
    """How many rows of a delivery are past their date today."""
    dated = dated_sql(source, settings, table, "rij", holidays_of(connection))
    (number,) = connection.execute(
        f"select count(*) from ({dated}) as rijen where bewaren_tot < $today",
        {"today": dt.date.today()},
    ).fetchone()
    return int(number)
