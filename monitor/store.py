"""The DuckDB databases: bron as delivered, and in memory the views, indicators and checks on it.

The only module that imports duckdb. A `Store` is one published version: it never changes, so
whatever was asked of it may be kept as long as it lives.
"""

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from monitor.definitions import definitions
from monitor.delivered import Register
from monitor.errors import MonitorError
from monitor.frozen import TABLES, frozen_of
from monitor.headers import headers_of
from monitor.journal import Exception_, journal
from monitor.query_files import FOLDERS, Query, needed_for, queries, read_in
from monitor.settings import Settings, read_settings
from monitor.sources import sources
from monitor.sources.source import NAMED_ON, NO_LONGER_NAMED, Source
from monitor.spelling import quoted
from monitor.versions import Versions
from monitor.workfolders import work_folder


ENGINE = duckdb.__version__
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


class Store:
    """One version of bron with everything in `queries/` defined on it; safe to share by threads.

    `version` 0 is the empty store.
    """

    def __init__(
        self,
        bron: Path | None,
        register: Register,
        settings: Settings | None = None,
        exceptions: Sequence[Exception_] = (),
        folder: Path | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """Not `whole`: a file of `queries/` is defined when a question first reads it."""
        self.folder = folder
        """The data folder, where refusals are logged; None for a store that is nobody's."""
        self.exceptions = tuple(exceptions)
        """Exceptions to the norms, from the journal as it was when this store was opened."""
        self.settings = settings or Settings()
        self.version = register.version
        self.register = register
        self._connection = duckdb.connect(":memory:", config={"threads": _threads()})
        self._local = threading.local()
        self.computing = threading.RLock()
        """Held by who computes figures, so that nobody computes the same at the same time."""
        self.releasing = threading.RLock()
        """Held by who makes a release, which asks for figures; never the other way round."""
        self.answers: dict[Any, Any] = {}
        """What was computed from this version, by question (see `indicators.figures`)."""
        if bron is None:
            self._connection.execute("attach ':memory:' as bron")
            make_tables(self._connection, "bron")
        else:
            self._connection.execute(f"attach '{_sql_path(bron)}' as bron (read_only)")
            if not has_layout(self._connection, "bron"):
                raise MonitorError(
                    "De gegevens zijn gemaakt door een andere versie van de monitor. "
                    "Maak ze opnieuw uit de leveringen met: dekkend rebuild"
                )
        self._connection.execute("create schema instellingen")
        self._connection.execute("create table instellingen.swv_naam (code varchar, naam varchar)")
        for code, naam in self.settings.swv_naam.items():
            self._connection.execute(
                f"insert into instellingen.swv_naam values ({quoted(code)}, {quoted(naam)})"
            )
        self._connection.execute("create table instellingen.eigen (swv varchar, sector varchar)")
        if own := self.settings.swv:
            self._connection.execute(
                f"insert into instellingen.eigen values ({quoted(own)}, {quoted(own[:2].lower())})"
            )
        self._connection.execute(
            "create table instellingen.vakantieregio as "
            f"select {quoted(self.settings.vakantieregio or '')} as regio"
        )
        self._connection.execute(
            "create table instellingen.werkdefinitie as "
            f"select {quoted(self.settings.thuiszitter)} as code"
        )
        self._connection.execute(
            "create table instellingen.langdurig as "
            f"select cast({self.settings.langdurig_uren} as double) as uren"
        )
        known = self.settings.ondersteuningsvragen, self.settings.niveaus
        for list_, words in zip(("ondersteuningsvraag", "niveau"), known, strict=True):
            named = ", ".join(quoted(word.strip().lower()) for word in words)
            self._connection.execute(
                f"create table instellingen.{list_} as select unnest([{named}]::varchar[]) as naam"
            )
        self._connection.execute(
            "create table instellingen.definitie (code varchar, weken varchar, thuis boolean)"
        )
        for definition in definitions().values():
            self._connection.execute(
                "insert into instellingen.definitie values "
                f"({quoted(definition.code)}, {quoted(definition.weeks)}, {definition.at_home})"
            )
        for folder_ in FOLDERS:
            self._connection.execute(f"create schema {folder_}")
        self._frozen = frozen_of(lambda sql: self._connection.execute(sql).fetchall())
        self._defined: set[str] = set()
        self._whole = whole
        if whole:
            self._define(queries().values())

    def _define(self, wanted: Iterable[Query]) -> None:
        """Define files that are not there yet; each stands after those it reads."""
        for query in wanted:
            if query.name in self._defined:
                continue
            sql = query.sql
            if query.folder == "indicators" and self._frozen.known:
                header = headers_of(query.file)[query.stem]
                sql = self._frozen.over(query.stem, sql, header, list(definitions()))
            kind = "table" if query.kept else "view"
            try:
                self._connection.execute(f"create {kind} {query.name} as {sql}")
            except duckdb.CatalogException as error:
                raise MonitorError(
                    f"{query.folder}/{query.file.name}: {str(error).splitlines()[0]}"
                ) from None
            except duckdb.Error as error:
                error.add_note(f"while reading {query.file}")
                raise
            self._defined.add(query.name)

    def _cursor(self, sql: str) -> duckdb.DuckDBPyConnection:
        """A cursor of this thread's own, with what the question reads defined."""
        if not self._whole:
            with self.computing:
                self._define(needed_for(read_in(sql)))
        cursor = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        return cursor

    def rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query, on a cursor of this thread's own."""
        return list(self._cursor(sql).execute(sql, parameters or {}).fetchall())

    def dicts(self, sql: str, parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a query as dicts by column name."""
        result = self._cursor(sql).execute(sql, parameters or {})
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def fill(self, table: str, columns: Mapping[str, Sequence[object]]) -> None:
        """Put rows in a table of `queries/dekking/`: (column → values), all of one length."""
        if not any(columns.values()):
            return
        names = ", ".join(columns)
        values = ", ".join(f"unnest(${name})" for name in columns)
        self.rows(
            f"insert into dekking.{table} ({names}) select {values}",
            {name: list(column) for name, column in columns.items()},
        )

    def close(self) -> None:
        self._connection.close()


def open_store(versions: Versions, *, whole: bool = True) -> Store:
    """The current version; tries again when it is replaced and removed while being opened.

    Not `whole` (a command, that asks little): as `Store`.
    """
    settings = read_settings(versions.folder)
    for _ in range(20):
        version = versions.current()
        if version == 0:
            return Store(None, Register(), settings, folder=versions.folder, whole=whole)
        typed_in = journal(versions.folder).exceptions()
        with suppress(duckdb.IOException, FileNotFoundError):
            return Store(
                versions.bron(version), versions.register(version), settings, typed_in,
                versions.folder, whole=whole,
            )  # fmt: skip
        if versions.current() == version:
            break
    raise MonitorError(
        f"De gegevens van versie {version} zijn niet te openen ({versions.bron(version)}). "
        "Maak ze opnieuw uit de leveringen met: dekkend rebuild"
    )


@contextmanager
def workbench(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database to read and judge files in; its temporary files, gone afterwards, are in `data`."""
    with work_folder(data) as folder:
        connection = duckdb.connect(
            ":memory:", config={"temp_directory": str(folder), "threads": _threads()}
        )
        # Compressed: what repeats in a column is then judged once, not row by row.
        connection.execute("attach ':memory:' as werk (compress)")
        connection.execute("use werk")
        try:
            yield connection
        except duckdb.Error as error:
            if told := _of_the_disk(error):
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
            connection.execute(f"attach '{_sql_path(bron)}' as nu (read_only)")


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
        connection.execute(f"attach '{_sql_path(path)}' as nieuw{options}")
    except duckdb.IOException:
        if not options:  # a copy of the current one, and that cannot be read
            raise MonitorError(DAMAGED) from None
        raise
    make_tables(connection, "nieuw")


def has_layout(connection: duckdb.DuckDBPyConnection, database: str) -> bool:
    """Whether a bron has the tables that this version of the program knows, column by column."""
    found: dict[str, set[tuple[str, str]]] = {}
    for table, column, type_ in connection.execute(
        # No parameter: the first one makes DuckDB import pandas, which takes a second.
        "select table_name, column_name, data_type from duckdb_columns() "
        f"where database_name = {quoted(database)}"
    ).fetchall():
        found.setdefault(table, set()).add((column, type_.lower()))
    tables = {n: set(columns) for n, columns in [*_delivered_tables(), *TABLES.items()]}
    return all(found.get(n) == columns for n, columns in tables.items())


def is_of_this_program(bron: Path) -> bool:
    """Whether a bron has the tables of this version of the program; else it is built anew."""
    with _damage_told(), duckdb.connect(":memory:", config={"threads": _threads()}) as connection:
        connection.execute(f"attach '{_sql_path(bron)}' as gelezen (read_only)")
        return has_layout(connection, "gelezen")


def finish_building(connection: duckdb.DuckDBPyConnection) -> None:
    """Checkpoint and let go: a copy without its WAL silently loses rows.

    Then every table is read once, from disk: what was copied from a damaged store must not be
    published on top of. MonitorError says so.
    """
    path = _path_of(connection, "nieuw")
    with _damage_told():
        connection.execute("checkpoint nieuw")
    connection.execute("detach nieuw")
    read_whole(path)


def read_whole(bron: Path) -> None:
    """Read every row of every table of a bron. MonitorError when that cannot be done."""
    with _damage_told(), duckdb.connect(":memory:", config={"threads": _threads()}) as connection:
        connection.execute(f"attach '{_sql_path(bron)}' as gelezen (read_only)")
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'gelezen'"
        ).fetchall()
        for schema, table in tables:
            # Of every column every value: a count alone is answered without looking at them.
            connection.execute(
                f"select count(*), bit_xor(hash(columns(*))) from gelezen.{schema}.{table}"
            ).fetchall()


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
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException,
            duckdb.SerializationException) as error:  # fmt: skip
        if told := _of_the_disk(error):
            raise MonitorError(told) from error
        if "write" in str(error).lower():
            raise  # that is of the disk too, and `workbench` says it
        raise MonitorError(DAMAGED) from error


def _of_the_disk(error: duckdb.Error) -> str:
    """The sentence, "" when it is something else. A commit, a checkpoint and a copy each make another
    kind of error of it."""
    said = str(error).lower()
    known = {"no space left": FULL, "file too large": TOO_LARGE, "corrupt database file": DAMAGED}
    return next((sentence for words, sentence in known.items() if words in said), "")


def _path_of(connection: duckdb.DuckDBPyConnection, database: str) -> Path:
    row = connection.execute(
        f"select path from duckdb_databases() where database_name = {quoted(database)}"
    ).fetchone()
    assert row is not None
    return Path(row[0])


def make_tables(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """A table per kind of file, where it is missing; its columns follow from its row model."""
    for name, stored in [*_delivered_tables(), *TABLES.items()]:
        columns = ", ".join(f"{column} {type_}" for column, type_ in stored)
        connection.execute(f"create table if not exists {database}.{name} ({columns})")
    connection.execute(
        f"create table if not exists {database}.levering "
        "(nummer integer, levering integer, bestand varchar, bron varchar, geleverd timestamp, "
        "wie varchar, peildatum date, rijen integer)"
    )


def _delivered_tables() -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
    """(name, columns) of what holds rows of files."""
    for name, source in sources().items():
        yield name, source.stored_columns()
        if source.keeps_replaced:
            yield f"{REPLACED}{name}", source.stored_columns()


def empty(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Take every row of a kind of file out of the store being built, to load them again."""
    connection.execute(f"delete from nieuw.{source.name}")
    if source.keeps_replaced:
        connection.execute(f"delete from nieuw.{REPLACED}{source.name}")


def load_frozen(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Put fixed figures (`write_frozen`) in the store being built, over what there was of them."""
    connection.execute(f"attach '{_sql_path(path)}' as vast (read_only)")
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
    connection.execute(f"attach '{_sql_path(path)}' as vast (storage_version '{STORAGE}')")
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
    """Put judged rows (table `values`) in the store being built, over what they replace. What runs
    on and is not in a whole list, is marked as no longer named."""
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
    if source.running and is_whole:
        connection.execute(
            f"update nieuw.{source.name} set {NO_LONGER_NAMED} = {number} "
            f"where levering <> {number} and {NO_LONGER_NAMED} is null "
            f"and ({source.running.where}) and {begins} <= (select max({begins}) from {values})"
        )


def _sql_path(path: Path) -> str:
    return str(path).replace("'", "''")


def _threads() -> int:
    return max(1, min(4, os.cpu_count() or 1))
