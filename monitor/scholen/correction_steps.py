"""What happened with a thing that the monitor says of a school: rows of the journal that stay."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from monitor.store.journal import Moment, metadata


class Step(StrEnum):
    """What happened."""

    BEVESTIGD = "bevestigd"
    GEVRAAGD = "gevraagd"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Item:
    """One thing that the monitor says of a school."""

    swv: str
    vestiging: str
    key: str
    """Stable: cijfer/<indicator>/<periode>, arrangement/<schooljaar>/<code>, basis/<schooljaar>/…"""
    title: str
    register: str
    """What the register says, in the words that the school sees."""


@dataclass(frozen=True)
class Event:
    """One step, as it was kept."""

    nummer: int
    swv: str
    vestiging: str
    onderdeel: str
    """The key of the item."""
    stap: Step
    over: int | None
    """The number of the question that it ends."""
    titel: str
    register: str
    """What the register said at that moment."""
    waarde: str
    toelichting: str
    bron: str
    wie: str
    rol: str
    wanneer: dt.datetime


correctie = sa.Table(
    "correctie",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("swv", sa.String(6), nullable=False, index=True),
    sa.Column("vestiging", sa.String(6), nullable=False, index=True),
    sa.Column("onderdeel", sa.String, nullable=False),
    sa.Column("stap", sa.String(12), nullable=False),
    # A question ends once: the database refuses a second end.
    sa.Column("over", sa.Integer, unique=True),
    sa.Column("titel", sa.String, nullable=False),
    sa.Column("register", sa.String, nullable=False),
    sa.Column("waarde", sa.String, nullable=False),
    sa.Column("toelichting", sa.String, nullable=False),
    sa.Column("bron", sa.String, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("rol", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)


@dataclass(frozen=True)
class CorrectionStand:
    """Everything that happened with one item, oldest first."""

    events: tuple[Event, ...] = ()

    @property
    def open(self) -> Event | None:
        """The question that nobody ended yet."""
        ended = {event.over for event in self.events}
        asked = [event for event in self.events if event.stap is Step.GEVRAAGD]
        return next((event for event in reversed(asked) if event.nummer not in ended), None)

    @property
    def last(self) -> Event | None:
        """What counts now: the last step but for questions that were withdrawn."""
        withdrawn = {e.over for e in self.events if e.stap is Step.INGETROKKEN}
        left = [
            event
            for event in self.events
            if event.stap is not Step.INGETROKKEN and event.nummer not in withdrawn
        ]
        return left[-1] if left else None

    @property
    def accepted(self) -> Event | None:
        """The value that stands beside that of the register, until the school takes it back."""
        for event in reversed(self.events):
            if event.stap in (Step.AANVAARD, Step.BEVESTIGD):
                return event if event.stap is Step.AANVAARD else None
        return None

    def waits_for_school(self, register: str) -> bool:
        """Whether the school has said nothing yet of what the register says now."""
        return self.open is None and (self.last is None or self.last.register != register)


def standings_of(connection: sa.Connection, vestiging: str) -> dict[str, CorrectionStand]:
    query = sa.select(correctie).where(correctie.c.vestiging == vestiging)
    found: dict[str, list[Event]] = {}
    for event in events_of(connection.execute(query.order_by(correctie.c.nummer))):
        found.setdefault(event.onderdeel, []).append(event)
    return {key: CorrectionStand(tuple(events)) for key, events in found.items()}


def events_of(rows: Iterable[sa.Row[tuple[object, ...]]]) -> list[Event]:
    return [Event(**{**row._mapping, "stap": Step(row._mapping["stap"])}) for row in rows]
