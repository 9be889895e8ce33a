"""Exceptions to the norms, as somebody typed them in."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from monitor.errors import MonitorError, NotFound
from monitor.store.journal.engine import Engine, Moment, added, metadata, now, plain


MOST_KM = 500
MOST_TEXT = 2000

_uitzondering = sa.Table(
    "uitzondering",
    metadata,
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
    sa.Column("wanneer", Moment, nullable=False),
    sa.Column("ingetrokken", Moment),
    sa.Column("ingetrokken_door", sa.String),
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


class WithExceptions(Engine):
    """A journal that keeps exceptions to the norms."""

    def exceptions(self, swv: str = "") -> list[Exception_]:
        """All that were ever made, oldest first; of one samenwerkingsverband or of all."""
        query = sa.select(_uitzondering).order_by(_uitzondering.c.nummer)
        if swv:
            query = query.where(_uitzondering.c.swv == swv)
        fields = Exception_.__dataclass_fields__
        with self.reading() as connection:
            return [
                Exception_(**{k: v for k, v in row._mapping.items() if k in fields})
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
        if not plain(waarom, MOST_TEXT):
            raise MonitorError("Schrijf op waarom deze uitzondering er is.")
        if tot is not None and tot < vanaf:
            raise MonitorError("De laatste dag ligt voor de eerste. Kies een latere dag.")
        # NaN would be kept as nothing, and that lifts the norm.
        if max_km is not None and not 0 < max_km <= MOST_KM:
            raise MonitorError(f"Een norm is meer dan 0 en hoogstens {MOST_KM} km, of geen grens.")
        values = {
            **names, "swv": swv, "max_km": max_km, "waarom": plain(waarom, MOST_TEXT), "vanaf": vanaf,
            "tot": tot, "wie": wie, "wanneer": now(),
        }  # fmt: skip
        with self.writing() as connection:
            done = connection.execute(sa.insert(_uitzondering).values(**values))
            return added(done)

    def end_exception(self, nummer: int, wie: str) -> None:
        """It no longer holds; that it did stays. NotFound when there is none to end."""
        with self.writing() as connection:
            done = connection.execute(
                sa.update(_uitzondering)
                .where(_uitzondering.c.nummer == nummer, _uitzondering.c.ingetrokken.is_(None))
                .values(ingetrokken=now(), ingetrokken_door=wie)
            )
            if not done.rowcount:
                raise NotFound(f"Uitzondering {nummer} is er niet, of is al ingetrokken.")
