"""Scenarios (wat als), as they were kept."""

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.store.journal.engine import Engine, Moment, metadata, now, plain


MOST_NAME = 200

_scenario = sa.Table(
    "scenario",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    # The version of a scenario: saving again adds a row with the same code.
    sa.Column("code", sa.String(12), nullable=False, index=True),
    sa.Column("swv", sa.String(6), nullable=False),
    sa.Column("naam", sa.String, nullable=False),
    sa.Column("inhoud", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.Column("weg", sa.Boolean, nullable=False, default=False),
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


class WithScenarios(Engine):
    """A journal that keeps scenarios."""

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
        if not plain(naam, MOST_NAME):
            raise MonitorError("Geef het scenario een naam.")
        with self.writing(0) as connection:
            last = _last(connection, code, swv) if code else None
            if code and last is None:
                raise NotFound("Dit scenario is er niet (meer).")
            if last is not None and seen is not None and last.nummer > seen:
                raise Overtaken("Intussen bewaarde iemand een nieuwere versie van dit scenario.")
            code = code or secrets.token_urlsafe(8)
            values = {
                "code": code, "swv": swv, "naam": plain(naam, MOST_NAME), "inhoud": inhoud, "wie": wie,
                "wanneer": now(), "weg": False,
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
        with self.reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.code, row)
        return [
            Kept(row.code, row.swv, row.naam, row.inhoud, row.wie, row.wanneer, row.nummer)
            for row in found.values()
            if not row.weg
        ]

    def throw_away(self, code: str, swv: str, wie: str) -> None:
        """NotFound when there is no such scenario."""
        with self.writing(0) as connection:
            kept = _last(connection, code, swv)
            if kept is None:
                raise NotFound("Dit scenario is er niet (meer).")
            connection.execute(
                sa.insert(_scenario).values(
                    code=code, swv=swv, naam=kept.naam, inhoud=kept.inhoud, wie=wie,
                    wanneer=now(), weg=True,
                )
            )  # fmt: skip


def _last(connection: sa.Connection, code: str, swv: str) -> sa.Row[Any] | None:
    """The last version of a scenario; None when there is none, or it was thrown away."""
    query = sa.select(_scenario).where(_scenario.c.code == plain(code, 12), _scenario.c.swv == swv)
    row = connection.execute(query.order_by(_scenario.c.nummer.desc()).limit(1)).first()
    return None if row is None or row.weg else row
