"""Whether a bron has the tables that this version of the program knows."""

from typing import Any

import duckdb
import pytest

from monitor.store import bron


class Asked:
    """A connection that knows what was asked of it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.sql: list[str] = []

    def execute(self, sql: str) -> Any:
        self.sql.append(sql)
        return self.connection.execute(sql)


@pytest.mark.parametrize(
    ("change", "is_known"),
    [
        ("", True),
        # The table of deliveries is written anew with every version, and not looked at.
        ("alter table proef.levering add column extra integer", True),
        # Columns are found by name, so they may stand in another order.
        ("alter table proef.vsv drop peildatum; alter table proef.vsv add peildatum date", True),
        ("alter table proef.leerlingtelling drop column niveau", False),
        ("alter table proef.leerlingtelling rename column niveau to trede", False),
        ("alter table proef.leerlingtelling alter column aantal type bigint", False),
        ("alter table proef.vsv add column extra integer", False),
        ("drop table proef.vsv", False),
        # Of a kind of file that is gone nothing is read.
        ("create table proef.vroeger (nummer integer)", True),
    ],
)
def test_a_bron_is_known_by_its_tables(change: str, is_known: bool) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute("attach ':memory:' as proef")
        bron.make_tables(connection, "proef")
        if change:
            connection.execute(change)
        assert bron.has_layout(connection, "proef") is is_known


def test_of_a_bron_as_it_is_made_now_the_columns_are_not_asked_apart() -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute("attach ':memory:' as proef")
        bron.make_tables(connection, "proef")
        asked = Asked(connection)
        assert bron.has_layout(asked, "proef")  # type: ignore[arg-type]
        assert len(asked.sql) == 1
