"""The DuckDB databases: bron as delivered, and in memory the views, indicators and checks on it.

The only module that imports duckdb. A `Store` is one published version: it never changes, so
whatever was asked of it may be kept as long as it lives.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb

from monitor.errors import MonitorError
from monitor.store.bron import has_layout, make_tables, sql_path, threads
from monitor.store.definitions import definitions
from monitor.store.delivered import Register
from monitor.store.frozen import frozen_of
from monitor.store.journal import Exception_, journal
from monitor.store.query_files import FOLDERS, Query, needed_for, queries, read_in
from monitor.store.query_headers import headers_of
from monitor.store.settings import Settings, read_settings
from monitor.store.settings_tables import settings_tables
from monitor.store.versions import Versions


ENGINE = duckdb.__version__


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
        self._connection = duckdb.connect(":memory:", config={"threads": threads()})
        self._local = threading.local()
        self.computing = threading.RLock()
        """Held by who computes figures, so that nobody computes the same at the same time."""
        self.releasing = threading.RLock()
        """Held by who makes a release, which asks for figures; never the other way round."""
        self.answers: dict[Any, Any] = {}
        """What was computed from this version, by question (see `figures.door`)."""
        if bron is None:
            self._connection.execute("attach ':memory:' as bron")
            make_tables(self._connection, "bron")
        else:
            self._connection.execute(f"attach '{sql_path(bron)}' as bron (read_only)")
            if not has_layout(self._connection, "bron"):
                raise MonitorError(
                    "De gegevens zijn gemaakt door een andere versie van de monitor. "
                    "Maak ze opnieuw uit de leveringen met: dekkend rebuild"
                )
        schemas = [f"create schema {name}" for name in ("instellingen", *FOLDERS)]
        tables = settings_tables(self.settings, definitions().values())
        self._connection.execute("; ".join([*schemas, *tables]))
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
        if not self._whole and not (reads := read_in(sql)) <= self._defined:
            with self.computing:
                self._define(needed_for(reads))
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


def open_version(versions: Versions, version: int) -> Store | None:
    """An earlier version that is still kept, under the settings and exceptions of now; None where it
    is gone."""
    if version < 1 or not versions.bron(version).is_file():
        return None
    typed_in = journal(versions.folder).exceptions()
    try:
        return Store(
            versions.bron(version), versions.register(version), read_settings(versions.folder),
            typed_in, versions.folder, whole=False,
        )  # fmt: skip
    except (duckdb.IOException, FileNotFoundError, MonitorError):
        return None
