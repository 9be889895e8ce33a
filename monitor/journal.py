"""The journal: what people type in. It cannot be made again from deliveries, so it lives apart.

SQLAlchemy Core on SQLite (WAL) in the data folder, or any database by its URL. Rows are added, and
ended by a date; nothing is overwritten, so that who said what and when stays to be seen.
"""

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from monitor.errors import MonitorError, NotFound, Overtaken


FILE = "journaal.sqlite"
URL = "DEKKEND_JOURNAAL"
"""The environment variable that names another database than the file in the data folder."""
MOST_KM = 500

_metadata = sa.MetaData()
_stand = sa.Table(
    "stand",
    _metadata,
    sa.Column("een", sa.Integer, primary_key=True),
    sa.Column("nummer", sa.Integer, nullable=False),
)
_uitzondering = sa.Table(
    "uitzondering",
    _metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("swv", sa.String(6), nullable=False),
    sa.Column("max_km", sa.Float),
    sa.Column("ondersteuningsvraag", sa.String),
    sa.Column("niveau", sa.String),
    sa.Column("postcode4", sa.String(4)),
    sa.Column("gemeente", sa.String),
    sa.Column("subregio", sa.String),
    sa.Column("wijk", sa.String),
    sa.Column("arrangementscode", sa.String),
    sa.Column("waarom", sa.String, nullable=False),
    sa.Column("vanaf", sa.Date, nullable=False),
    sa.Column("tot", sa.Date),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", sa.DateTime(timezone=True), nullable=False),
    sa.Column("ingetrokken", sa.DateTime(timezone=True)),
    sa.Column("ingetrokken_door", sa.String),
)
_scenario = sa.Table(
    "scenario",
    _metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    # The version of a scenario: saving again adds a row with the same code.
    sa.Column("code", sa.String(12), nullable=False, index=True),
    sa.Column("swv", sa.String(6), nullable=False),
    sa.Column("naam", sa.String, nullable=False),
    sa.Column("inhoud", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", sa.DateTime(timezone=True), nullable=False),
    sa.Column("weg", sa.Boolean, nullable=False, default=False),
)


@dataclass(frozen=True)
class Exception_:
    """An exception to the norms, as somebody typed it in."""

    nummer: int
    swv: str
    max_km: float | None
    """None lifts the norm."""
    waarom: str
    vanaf: dt.date
    tot: dt.date | None
    wie: str
    wanneer: dt.datetime
    ingetrokken: dt.datetime | None = None
    ondersteuningsvraag: str | None = None
    niveau: str | None = None
    postcode4: str | None = None
    gemeente: str | None = None
    subregio: str | None = None
    wijk: str | None = None
    arrangementscode: str | None = None

    def holds_on(self, day: dt.date) -> bool:
        return (
            self.ingetrokken is None and self.vanaf <= day and (self.tot is None or day <= self.tot)
        )


@dataclass(frozen=True)
class Kept:
    """A scenario as it was kept last."""

    code: str
    """In its link."""
    swv: str
    naam: str
    inhoud: dict[str, Any]
    wie: str
    wanneer: dt.datetime
    nummer: int = 0
    """Of this version: a later one has a higher number."""


class Journal:
    """One journal; safe to use from several threads and processes."""

    def __init__(self, url: str) -> None:
        options: dict[str, Any] = {}
        if url.startswith("sqlite"):
            options = {"poolclass": NullPool, "connect_args": {"timeout": 10}}
        self._engine = sa.create_engine(url, **options)
        if url.startswith("sqlite"):
            sa.event.listen(self._engine, "connect", _as_wal)
        try:
            _metadata.create_all(self._engine)
        except sa.exc.SQLAlchemyError as error:
            raise MonitorError(
                "Het journaal is niet te openen. Controleer de map met gegevens, of de database die "
                f"{URL} noemt."
            ) from error

    def version(self) -> int:
        """Rises with every change that figures may depend on."""
        with self._engine.connect() as connection:
            return int(connection.execute(sa.select(_stand.c.nummer)).scalar() or 0)

    def exceptions(self, swv: str = "") -> list[Exception_]:
        """All that were ever made, oldest first; of one samenwerkingsverband or of all."""
        query = sa.select(_uitzondering).order_by(_uitzondering.c.nummer)
        if swv:
            query = query.where(_uitzondering.c.swv == swv)
        fields = Exception_.__dataclass_fields__
        with self._engine.connect() as connection:
            return [
                Exception_(**{k: _aware(v) for k, v in row._mapping.items() if k in fields})
                for row in connection.execute(query)
            ]

    def add_exception(
        self,
        swv: str,
        *,
        max_km: float | None,
        waarom: str,
        wie: str,
        tot: dt.date | None,
        vanaf: dt.date | None = None,
        **names: str | None,
    ) -> int:
        """Its number. `names`: what it is about (see `Exception_`). MonitorError when it says not
        why, or ends before it begins."""
        vanaf = vanaf or dt.date.today()
        if not waarom.strip():
            raise MonitorError("Schrijf op waarom deze uitzondering er is.")
        if tot is not None and tot < vanaf:
            raise MonitorError("De laatste dag ligt voor de eerste. Kies een latere dag.")
        # NaN would be kept as nothing, and that lifts the norm.
        if max_km is not None and not 0 < max_km <= MOST_KM:
            raise MonitorError(f"Een norm is meer dan 0 en hoogstens {MOST_KM} km, of geen grens.")
        values = {
            **names, "swv": swv, "max_km": max_km, "waarom": waarom.strip(), "vanaf": vanaf,
            "tot": tot, "wie": wie, "wanneer": _now(),
        }  # fmt: skip
        with self._changing() as connection:
            done = connection.execute(sa.insert(_uitzondering).values(**values))
            assert done.inserted_primary_key is not None
            return int(done.inserted_primary_key[0])

    def end_exception(self, nummer: int, wie: str) -> None:
        """It no longer holds; that it did stays. NotFound when there is none to end."""
        with self._changing() as connection:
            done = connection.execute(
                sa.update(_uitzondering)
                .where(_uitzondering.c.nummer == nummer, _uitzondering.c.ingetrokken.is_(None))
                .values(ingetrokken=_now(), ingetrokken_door=wie)
            )
            if not done.rowcount:
                raise NotFound(f"Uitzondering {nummer} is er niet, of is al ingetrokken.")

    def keep_scenario(
        self,
        swv: str,
        naam: str,
        inhoud: dict[str, Any],
        wie: str,
        code: str = "",
        seen: int | None = None,
    ) -> str:
        """Its code; with a code that is there it is a new version of that one. NotFound when that
        one is of another samenwerkingsverband; Overtaken when `seen`, the version that it was made
        from, is no longer the last one."""
        if not naam.strip():
            raise MonitorError("Geef het scenario een naam.")
        with self._changing(0) as connection:
            last = _last(connection, code, swv) if code else None
            if code and last is None:
                raise NotFound("Dit scenario is er niet (meer).")
            if last is not None and seen is not None and last.nummer > seen:
                raise Overtaken("Intussen bewaarde iemand een nieuwere versie van dit scenario.")
            code = code or secrets.token_urlsafe(8)
            values = {
                "code": code, "swv": swv, "naam": naam.strip(), "inhoud": inhoud, "wie": wie,
                "wanneer": _now(), "weg": False,
            }  # fmt: skip
            connection.execute(sa.insert(_scenario).values(**values))
        return code

    def scenario(self, code: str, swv: str) -> Kept | None:
        """A scenario of a samenwerkingsverband as it was kept last, None when there is none."""
        return next((one for one in self.scenarios(swv) if one.code == code), None)

    def scenarios(self, swv: str) -> list[Kept]:
        """Those of a samenwerkingsverband that were not thrown away, newest first."""
        query = sa.select(_scenario).where(_scenario.c.swv == swv)
        query = query.order_by(_scenario.c.nummer.desc())
        found: dict[str, Any] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found.setdefault(row.code, row)
        return [
            Kept(row.code, row.swv, row.naam, row.inhoud, row.wie, _aware(row.wanneer), row.nummer)
            for row in found.values()
            if not row.weg
        ]

    def throw_away(self, code: str, swv: str, wie: str) -> None:
        """NotFound when there is no such scenario."""
        with self._changing(0) as connection:
            kept = _last(connection, code, swv)
            if kept is None:
                raise NotFound("Dit scenario is er niet (meer).")
            connection.execute(
                sa.insert(_scenario).values(
                    code=code, swv=swv, naam=kept.naam, inhoud=kept.inhoud, wie=wie,
                    wanneer=_now(), weg=True,
                )
            )  # fmt: skip

    @contextmanager
    def _changing(self, step: int = 1) -> Iterator[sa.Connection]:
        """A transaction in which nobody else writes, so that what it reads is still so when it is
        done: the row of the version is its lock. What figures do not depend on has step 0."""
        with self._engine.begin() as connection:
            done = connection.execute(sa.update(_stand).values(nummer=_stand.c.nummer + step))
            if not done.rowcount:
                connection.execute(sa.insert(_stand).values(een=1, nummer=step))
            yield connection


def _last(connection: sa.Connection, code: str, swv: str) -> sa.Row[Any] | None:
    """The last version of a scenario; None when there is none, or it was thrown away."""
    query = sa.select(_scenario).where(_scenario.c.code == code, _scenario.c.swv == swv)
    row = connection.execute(query.order_by(_scenario.c.nummer.desc()).limit(1)).first()
    return None if row is None or row.weg else row


@lru_cache(maxsize=64)
def _journal(url: str) -> Journal:
    return Journal(url)


def journal(folder: Path) -> Journal:
    """The journal of a data folder, or the one that the environment names."""
    own = os.environ.get(URL)
    if own:
        return _journal(own)
    folder.mkdir(parents=True, exist_ok=True)
    return _journal(f"sqlite:///{(folder / FILE).resolve()}")


def _as_wal(connection: Any, _: object) -> None:
    """Readers go on while somebody writes, and what was written survives a crash."""
    cursor = connection.cursor()
    cursor.execute("pragma journal_mode=wal")
    cursor.execute("pragma synchronous=full")
    cursor.execute("pragma foreign_keys=on")
    cursor.close()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _aware(value: Any) -> Any:
    """SQLite forgets the time zone; everything is kept in UTC."""
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.replace(tzinfo=dt.UTC)
    return value
