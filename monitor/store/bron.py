"""What a bron is: its tables, whether it can be read, and what to say when it cannot."""

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from monitor.errors import MonitorError
from monitor.sources import sources
from monitor.store.frozen import TABLES
from monitor.values.spelling import quoted


REPLACED = "vervangen_"
"""How the name of a table begins with what was replaced (`Source.keeps_replaced`)."""
STORAGE = "v1.5.0"
"""The file format that DuckDB 1.5 and 2.0 both read."""
FULL = (
    "De schijf is vol; er is niets veranderd. Maak ruimte op de schijf met de gegevens en probeer het "
    "opnieuw."
)
TOO_LARGE = (
    "Een bestand in de map met gegevens zou groter worden dan op deze schijf of voor dit proces mag; er is "
    "niets veranderd. Kies een andere schijf of verruim die grens, en probeer het opnieuw."
)
DAMAGED = (
    "De opslag is beschadigd; er is niets veranderd. Maak haar opnieuw uit de bewaarde "
    "leveringen met: dekkend rebuild"
)


def has_layout(connection: duckdb.DuckDBPyConnection, database: str) -> bool:
    """Whether a bron has the tables that this version of the program knows, column by column."""
    wanted = dict([*_delivered_tables(), *TABLES.items()])
    told = {
        table: sql.replace('"', "").lower()
        for table, sql in connection.execute(
            f"select table_name, sql from duckdb_tables() where database_name = {quoted(database)}"
        ).fetchall()
    }
    if all(told.get(name) == _created_by(name, stored) for name, stored in wanted.items()):
        return True
    # Columns in another order are as good. Not asked at once: DuckDB then looks at its own views too,
    # which takes ten times as long.
    found: dict[str, set[tuple[str, str]]] = {}
    for table, column, type_ in connection.execute(
        # No parameter: the first one makes DuckDB import pandas, which takes a second.
        "select table_name, column_name, data_type from duckdb_columns() "
        f"where database_name = {quoted(database)}"
    ).fetchall():
        found.setdefault(table, set()).add((column, type_.lower()))
    return all(found.get(name) == set(stored) for name, stored in wanted.items())


def _created_by(name: str, stored: Sequence[tuple[str, str]]) -> str:
    """How DuckDB tells a table as `make_tables` makes it, without the quotes and in small letters."""
    return f"create table {name}({', '.join(f'{column} {type_}' for column, type_ in stored)});"


def is_of_this_program(bron: Path) -> bool:
    """Whether a bron has the tables of this version of the program; else it is built anew."""
    with damage_told(), duckdb.connect(":memory:", config={"threads": threads()}) as connection:
        connection.execute(f"attach '{sql_path(bron)}' as gelezen (read_only)")
        return has_layout(connection, "gelezen")


def read_whole(bron: Path) -> None:
    """Read every row of every table of a bron. MonitorError when that cannot be done."""
    with damage_told(), duckdb.connect(":memory:", config={"threads": threads()}) as connection:
        read_whole_with(connection, bron)


def read_whole_with(connection: duckdb.DuckDBPyConnection, bron: Path) -> None:
    """As `read_whole`, by who has a connection to which the bron is not attached (any more)."""
    with damage_told():
        connection.execute(f"attach '{sql_path(bron)}' as gelezen (read_only)")
        # Attaching reads how many rows each table has: of most kinds there is nothing to read.
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() "
            "where database_name = 'gelezen' and estimated_size > 0"
        ).fetchall()
        for schema, table in tables:
            # Of every column every value: a count alone is answered without looking at them.
            connection.execute(
                f"select count(*), bit_xor(hash(columns(*))) from gelezen.{schema}.{table}"
            ).fetchall()
        connection.execute("detach gelezen")


@contextmanager
def told_when_damaged(bron: Path) -> Iterator[None]:
    """An error of the database inside it is told as damage of a bron, when that cannot be read."""
    try:
        yield
    except duckdb.Error:
        if bron.exists():
            read_whole(bron)
        raise


@contextmanager
def damage_told() -> Iterator[None]:
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException,
            duckdb.SerializationException) as error:  # fmt: skip
        if told := of_the_disk(error):
            raise MonitorError(told) from error
        if "write" in str(error).lower():
            raise  # that is of the disk too, and `workbench` says it
        raise MonitorError(DAMAGED) from error


def of_the_disk(error: duckdb.Error) -> str:
    """The sentence, "" when it is something else. A commit, a checkpoint and a copy each make another
    kind of error of it."""
    said = str(error).lower()
    known = {"no space left": FULL, "file too large": TOO_LARGE, "corrupt database file": DAMAGED}
    return next((sentence for words, sentence in known.items() if words in said), "")


def make_tables(
    connection: duckdb.DuckDBPyConnection, database: str, only: Collection[str] | None = None
) -> None:
    """A table per kind of file, where it is missing; its columns follow from its row model. `only`:
    of these names, for who reads no others."""
    # Asked once: "if not exists" is looked at apart for each of forty tables.
    there = {
        name
        for (name,) in connection.execute(
            f"select table_name from duckdb_tables() where database_name = {quoted(database)}"
        ).fetchall()
    }
    wanted = [
        f"create table if not exists {database}.{name} "
        f"({', '.join(f'{column} {type_}' for column, type_ in stored)})"
        for name, stored in [*_delivered_tables(), *TABLES.items()]
        if name not in there and (only is None or name in only)
    ]
    wanted.append(
        f"create table if not exists {database}.levering "
        "(nummer integer, levering integer, bestand varchar, bron varchar, geleverd timestamp, "
        "wie varchar, peildatum date, rijen integer)"
    )
    # Together: a table on its own is a commit, which waits for the disk.
    connection.execute("; ".join(["begin transaction", *wanted, "commit"]))


def _delivered_tables() -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
    """(name, columns) of what holds rows of files."""
    for name, source in sources().items():
        yield name, source.stored_columns()
        if source.keeps_replaced:
            yield f"{REPLACED}{name}", source.stored_columns()


def sql_path(path: Path) -> str:
    return str(path).replace("'", "''")


def threads() -> int:
    return max(1, min(4, os.cpu_count() or 1))
