"""What was published of small groups: it cannot be taken back, so it is kept apart from versions of
the figures and outlives them."""

import datetime as dt
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.store.journal.engine import Engine, Moment, metadata, now


_vrijgave = sa.Table(
    "vrijgave",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("swv", sa.String(6), nullable=False, index=True),
    sa.Column("soort", sa.String, nullable=False),
    sa.Column("drempel", sa.Integer, nullable=False),
    sa.Column("definitie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.Column("cellen", sa.LargeBinary, nullable=False),
)

Key = tuple[str, str, str, str, str]
"""Which count: what, uitsplitsing, periode, level, code."""


@dataclass(frozen=True)
class Published:
    """The class of a count as it was last published."""

    low: float
    high: float
    definitie: str
    """The working definition of thuiszitter at that moment."""
    corrected: dt.date | None = None
    """When it took the place of another class, because the count turned out otherwise."""


Kept = dict[Key, Published]


class WithPublications(Engine):
    """A journal that keeps what was published."""

    def published(self, swv: str, soort: str) -> Kept:
        """What is published last of each count of a family in a samenwerkingsverband."""
        with self.reading() as connection:
            return _read(connection, swv, soort)

    def publish(
        self,
        swv: str,
        soort: str,
        drempel: int,
        definitie: str,
        made: Callable[[Kept], Mapping[Any, Published]],
    ) -> None:
        """Keep what `made` gives beside what is kept already; only what is new or other. Nobody
        publishes of that family in between. MonitorError when the journal is away."""
        with self.writing(step=0) as connection:
            kept = _read(connection, swv, soort)
            new = {key: one for key, one in made(kept).items() if _is_other(kept.get(key), one)}
            if not new:
                return
            cells = [
                [*key, one.low, None if one.high == float("inf") else one.high,
                 None if one.corrected is None else one.corrected.isoformat()]
                for key, one in sorted(new.items())
            ]  # fmt: skip
            connection.execute(
                sa.insert(_vrijgave).values(
                    swv=swv, soort=soort, drempel=drempel, definitie=definitie, wanneer=now(),
                    cellen=zlib.compress(json.dumps(cells, separators=(",", ":")).encode()),
                )
            )  # fmt: skip


def _is_other(before: Published | None, after: Published) -> bool:
    return before is None or (before.low, before.high) != (after.low, after.high)


def _read(connection: sa.Connection, swv: str, soort: str) -> Kept:
    rows = connection.execute(
        sa.select(_vrijgave.c.definitie, _vrijgave.c.cellen)
        .where(_vrijgave.c.swv == swv, _vrijgave.c.soort == soort)
        .order_by(_vrijgave.c.nummer)
    )
    found: Kept = {}
    for definitie, cells in rows:
        for *key, low, high, corrected in json.loads(zlib.decompress(cells)):
            found[tuple(key)] = Published(
                low, float("inf") if high is None else high, definitie,
                None if corrected is None else dt.date.fromisoformat(corrected),
            )  # fmt: skip
    return found
