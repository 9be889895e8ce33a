"""Of when a list without a date is likely to be: of the newest count that it was delivered beside."""

import datetime as dt
from collections.abc import Iterable
from typing import Any


COUNTED = {
    "leerlingen_vo_onderwijstype": ("peildatum", "peildatum"),
    "leerlingen_vo_vavo": ("peildatum", "peildatum"),
    "afstand": ("peildatum", "peildatum"),
    "leerlingen_historie": ("jaar", "make_date(jaar, 10, 1)"),
}
"""Kind of file → (the column that says when, the day that a row of it counts on)."""


def newest_count(connection: Any, delivered: Iterable[tuple[str, str]] = ()) -> dt.date | None:
    """The newest 1 October of which there are pupils, in the published bron (`nu`, if there is one)
    or in what is `delivered` now as (kind of file, table of its rows); None when there are none."""
    published = {
        (str(table), str(column))
        for table, column in connection.execute(
            "select table_name, column_name from duckdb_columns() where database_name = 'nu'"
        ).fetchall()
    }
    tables = [(name, f"nu.{name}") for name in COUNTED if (name, COUNTED[name][0]) in published]
    tables += [(name, table) for name, table in delivered if name in COUNTED]
    found = [
        connection.execute(f"select max({COUNTED[name][1]}) from {table}").fetchone()[0]
        for name, table in tables
    ]
    return max((day for day in found if day is not None), default=None)
