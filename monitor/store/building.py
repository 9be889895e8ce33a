"""Making the next bron: a database to judge files in, the rows that go in, and what was fixed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from monitor.errors import MonitorError
from monitor.sources.source import NAMED_ON, Source
from monitor.store.bron import (
    DAMAGED,
    REPLACED,
    STORAGE,
    damage_told,
    make_tables,
    of_the_disk,
    read_whole_with,
    sql_path,
    threads,
)
from monitor.store.frozen import TABLES
from monitor.store.no_longer_named import mark_no_longer_named
from monitor.store.workfolders import work_folder
from monitor.values.spelling import quoted


@contextmanager
def workbench(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database to read and judge files in; its temporary files, gone afterwards, are in `data`."""
    with work_folder(data) as folder:
        connection = duckdb.connect(
            ":memory:", config={"temp_directory": str(folder), "threads": threads()}
        )
        # Compressed: what repeats in a column is then judged once, not row by row.
        connection.execute("attach ':memory:' as werk (compress)")
        connection.execute("use werk")
        try:
            yield connection
        except duckdb.Error as error:
            if told := of_the_disk(error):
                raise MonitorError(told) from error
            if not isinstance(error, (duckdb.IOException, duckdb.OutOfMemoryException)):
                raise
            raise MonitorError(
                "Er kan niet gelezen of geschreven worden. Is de schijf vol, of is een bestand "
                f"beschadigd? Wat de database zegt: {str(error).splitlines()[0]}"
            ) from error
        finally:
            connection.close()


def attach_current(connection: duckdb.DuckDBPyConnection, bron: Path) -> None:
    """Attach the published bron, when there is one, as `nu`: only to look."""
    with suppress(duckdb.IOException):  # in a dry run it may be replaced at this moment
        if bron.exists():
            connection.execute(f"attach '{sql_path(bron)}' as nu (read_only)")


def rows_in_force(connection: duckdb.DuckDBPyConnection, source: Source, number: int) -> int:
    """How many rows of file `number` the published bron still has."""
    try:
        return count_rows(connection, f"nu.{source.name}", f"levering = {number}")
    except (duckdb.BinderException, duckdb.CatalogException):
        return 0  # nothing published, or before this kind of file existed


def rows_there(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """How many rows of a kind of file the published bron has."""
    try:
        return count_rows(connection, f"nu.{name}")
    except (duckdb.BinderException, duckdb.CatalogException):
        return 0  # nothing published, or before this kind of file existed


def count_rows(connection: duckdb.DuckDBPyConnection, table: str, where: str = "true") -> int:
    row = connection.execute(f"select count(*) from {table} where {where}").fetchone()
    assert row is not None
    return int(row[0])


def attach_for_building(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach the bron that is being built as `nieuw`, with all its tables."""
    options = "" if path.exists() else f" (storage_version '{STORAGE}')"
    try:
        connection.execute(f"attach '{sql_path(path)}' as nieuw{options}")
    except duckdb.IOException:
        if not options:  # a copy of the current one, and that cannot be read
            raise MonitorError(DAMAGED) from None
        raise
    make_tables(connection, "nieuw")


def finish_building(connection: duckdb.DuckDBPyConnection) -> None:
    """Checkpoint and let go: a copy without its WAL silently loses rows.

    Then every table is read once, from disk: what was copied from a damaged store must not be
    published on top of. MonitorError says so.
    """
    path = _path_of(connection, "nieuw")
    with damage_told():
        connection.execute("checkpoint nieuw")
    connection.execute("detach nieuw")
    read_whole_with(connection, path)


def _path_of(connection: duckdb.DuckDBPyConnection, database: str) -> Path:
    row = connection.execute(
        f"select path from duckdb_databases() where database_name = {quoted(database)}"
    ).fetchone()
    assert row is not None
    return Path(row[0])


def empty(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Take every row of a kind of file out of the store being built, to load them again."""
    connection.execute(f"delete from nieuw.{source.name}")
    if source.keeps_replaced:
        connection.execute(f"delete from nieuw.{REPLACED}{source.name}")


def load_frozen(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Put fixed figures (`write_frozen`) in the store being built, over what there was of them."""
    connection.execute(f"attach '{sql_path(path)}' as vast (read_only)")
    there = {
        name
        for (name,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = 'vast'"
        ).fetchall()
    }
    for name in TABLES:
        connection.execute(f"delete from nieuw.{name}")
        if name not in there:
            continue  # fixed before the program knew of it
        connection.execute(f"insert into nieuw.{name} by name select * from vast.{name}")
    connection.execute("detach vast")


def write_frozen(path: Path, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """A database of fixed figures, that DuckDB 1.5 and 2.0 both read."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach '{sql_path(path)}' as vast (storage_version '{STORAGE}')")
    for name, columns in TABLES.items():
        told = ", ".join(f"{column} {type_}" for column, type_ in columns)
        connection.execute(f"create table vast.{name} ({told})")
        if rows := tables[name]:
            # Column by column: row by row would take a statement each.
            values = ", ".join(
                f"unnest(${column}::{type_}[]) as {column}" for column, type_ in columns
            )
            lists = {columns[i][0]: [row[i] for row in rows] for i in range(len(columns))}
            connection.execute(f"insert into vast.{name} select {values}", lists)
    connection.execute("checkpoint vast")
    connection.close()


def load(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    values: str,
    number: int,
    is_whole: bool = False,
) -> None:
    """Put judged rows (table `values`) in the store being built, over what they replace."""
    columns = [column for column, _ in source.file_columns()]
    if source.replaces == ("*",):
        connection.execute(f"delete from nieuw.{source.name}")
    elif source.replaces:
        new = source.compared(source.replaces)
        named = ", ".join(
            f"{sql} as {name}" for sql, name in zip(new, source.replaces, strict=True)
        )
        old = source.compared(source.replaces, "oud")
        same = " and ".join(
            f"{sql} is not distinct from v.{name}"
            for sql, name in zip(old, source.replaces, strict=True)
        )
        replaced = f"(select distinct {named} from {values}) as v"
        if source.keeps_replaced:
            connection.execute(
                f"insert into nieuw.{REPLACED}{source.name} by name "
                f"select oud.* from nieuw.{source.name} as oud join {replaced} on {same}"
            )
        connection.execute(f"delete from nieuw.{source.name} as oud using {replaced} where {same}")
    names = told = ", ".join(columns)
    if source.running:
        # A file was made on or after the last day on which something in it began.
        begins = source.running.begins
        names += f", {NAMED_ON}"
        told += f", (select max({begins}) from {values})"
    connection.execute(
        f"insert into nieuw.{source.name} (levering, {names}) "
        f"select {number}, {told} from {values} order by rij"
    )
    if is_whole:
        mark_no_longer_named(connection, source, values, number)
