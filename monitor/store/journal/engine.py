"""The database of the journal: connections, transactions, tables, and its version.

Whoever keeps something in the journal declares his tables on `metadata`, here or in a module of
his own; they are made when the journal is next used.
"""

import datetime as dt
import re
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from monitor.errors import MonitorError
from monitor.store.journal import sqlite_file, trouble


URL = "DEKKEND_JOURNAAL"
"""The environment variable that names another database than the file in the data folder."""
PATIENCE = sqlite_file.PATIENCE
GONE = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)
"""What a database that is away makes SQLAlchemy raise."""
MAKING = 0x64656B6B
"""The lock of who makes tables on PostgreSQL: any number that is only ours."""
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

metadata = sa.MetaData()
stand = sa.Table(
    "stand",
    metadata,
    sa.Column("een", sa.Integer, primary_key=True),
    sa.Column("nummer", sa.Integer, nullable=False),
)


class Moment(sa.types.TypeDecorator[dt.datetime]):
    """A moment in UTC. SQLite forgets the time zone and PostgreSQL answers in its own."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> Any:
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> Any:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Engine:
    """One database; safe to use from several threads and processes."""

    def __init__(self, url: str, may_begin: Callable[[], bool] = lambda: True) -> None:
        """MonitorError when it cannot be opened; the URL, which may hold a password, is in no
        message. `may_begin` is asked, and may refuse, when there is nothing in the database."""
        self._lock = threading.Lock()
        self._made = 0
        self._may_begin = may_begin
        try:
            self._engine = _engine(url)
            weakref.finalize(self, self._engine.dispose)
            self._make()
        except (sa.exc.SQLAlchemyError, ImportError, ValueError, TypeError) as error:
            if told := trouble.said(error):
                raise MonitorError(told) from None
            kind = type(getattr(error, "orig", None) or error).__name__
            raise MonitorError(
                "Het journaal is niet te openen. Controleer de map met gegevens, of de database die "
                f"{URL} noemt ({kind})."
            ) from None

    def version(self) -> int:
        """Rises with every change that figures may depend on."""
        with self.reading() as connection:
            return int(connection.execute(sa.select(stand.c.nummer)).scalar() or 0)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection to ask from. MonitorError when the database is away."""
        with _reachable():
            self._make()
            with self._engine.connect() as connection:
                yield connection

    @contextmanager
    def adding(self) -> Iterator[sa.Connection]:
        """A transaction that only adds rows, and reads none to decide on."""
        with _reachable():
            self._make()
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def writing(self, step: int = 1) -> Iterator[sa.Connection]:
        """A transaction in which nobody else decides, so that what it reads is still so when it
        is done: the row of the version is its lock. What figures do not depend on has step 0."""
        with _reachable():
            self._make()
            with self._engine.begin() as connection:
                # Before anything is read: what is read before the lock may be old.
                up = sa.update(stand).values(nummer=stand.c.nummer + step)
                if not connection.execute(up).rowcount:
                    add_once(connection, stand, een=1, nummer=0)
                    connection.execute(up)
                yield connection

    def refuse_damaged(self) -> None:
        """Read all of it. MonitorError when it is damaged, and says what to do."""
        with self.reading() as connection:
            if connection.dialect.name != "sqlite":
                return  # PostgreSQL looks after itself
            rows = connection.exec_driver_sql("pragma integrity_check(1)").scalars().all()
            if rows != ["ok"]:
                raise MonitorError(trouble.damaged(f" ({self._engine.url.database})"))

    def close(self) -> None:
        self._engine.dispose()

    def _make(self) -> None:
        """The tables that are not there; several processes may start at once."""
        wanted = len(metadata.tables)
        if self._made == wanted:
            return
        with self._lock, self._engine.connect() as connection:
            there = set(sa.inspect(connection).get_table_names())
            if set(metadata.tables) - there:
                connection.rollback()
                if not there & set(metadata.tables):
                    self._may_begin()
                try:
                    _make_tables(connection)
                except sa.exc.OperationalError as error:
                    # What is there can be read: a module that came later finds nothing of its own.
                    if not there & set(metadata.tables) or not trouble.is_unwritable(error):
                        raise
                    return
            _refuse_other_columns(connection)
        self._made = wanted


def add_once(connection: sa.Connection, table: sa.Table, **values: Any) -> bool:
    """Whether a row was added: not when there is one with its key already."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return bool(connection.execute(make(table).values(**values).on_conflict_do_nothing()).rowcount)


def added(done: sa.CursorResult[Any]) -> int:
    """The number of the row that was added."""
    assert done.inserted_primary_key is not None
    return int(done.inserted_primary_key[0])


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def plain(text: str, most: int) -> str:
    """What somebody typed in, without control characters (which PostgreSQL refuses) and bounded."""
    return CONTROLS.sub("", text.encode("utf-8", "replace").decode("utf-8")).strip()[:most]


def _make_tables(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("begin immediate")
    else:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MAKING)))
    metadata.create_all(connection)
    connection.commit()


def _refuse_other_columns(connection: sa.Connection) -> None:
    """MonitorError when a table was made by a version of the monitor that knew other columns."""
    inspector = sa.inspect(connection)
    for name, table in metadata.tables.items():
        there = {column["name"] for column in inspector.get_columns(name)}
        if lacking := sorted({column.name for column in table.columns} - there):
            raise MonitorError(
                f"Het journaal is van een andere versie van de monitor: tabel {name} heeft geen kolom "
                f"{', '.join(lacking)}. Er is niets veranderd. Gebruik de versie van de monitor die het "
                "maakte, of zet een reservekopie van deze versie terug (dekkend terugzetten MAP)."
            )


def _engine(url: str) -> sa.Engine:
    parsed = sa.make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "postgresql+psycopg":
        return sa.create_engine(
            parsed,
            pool_pre_ping=True,
            hide_parameters=True,
            isolation_level="READ COMMITTED",
            connect_args={"connect_timeout": PATIENCE},
        )
    if parsed.drivername != "sqlite":
        raise ValueError
    file = Path(parsed.database or "")
    if not parsed.database or not file.parent.is_dir():
        raise ValueError
    engine = sa.create_engine(
        parsed, max_overflow=-1, hide_parameters=True, creator=partial(sqlite_file.connect, file)
    )
    sqlite_file.for_its_owner(file)
    sqlite_file.as_wal(engine)
    sqlite_file.watch(engine, file)
    return engine


@contextmanager
def _reachable() -> Iterator[None]:
    try:
        yield
    except (sa.exc.DatabaseError, sa.exc.InterfaceError, sa.exc.TimeoutError) as error:
        if told := trouble.said(error):
            raise MonitorError(told) from None
        if not isinstance(error, GONE):
            raise
        kind = type(getattr(error, "orig", None) or error).__name__
        raise MonitorError(
            f"Het journaal is nu niet te bereiken ({kind}). Probeer het over een minuut opnieuw; "
            "blijft dit, vraag dan de beheerder om de database te controleren."
        ) from None
