"""The steps of a ronde and of its deelnemers as they are read, within a transaction."""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa

from monitor.rounds.states import RondeStap, Stap
from monitor.rounds.tables import deelnemer, indiening, ronde_stap


INGELEVERD, GETEKEND, HEROPEND, ANTWOORDT_NIET = (
    "ingeleverd",
    "getekend",
    "heropend",
    "antwoordt niet",
)
HANDED_IN = (INGELEVERD, GETEKEND)
"""After which the answers count."""


class Deelnemer(NamedTuple):
    """A unit that is asked, or was: `erbij` is False for who was taken off, with the reason."""

    nummer: int
    ronde: int
    soort: str
    eenheid: str
    vragenlijst: int
    erbij: bool
    waarom: str
    wanneer: dt.datetime


def steps_of(connection: sa.Connection, ronde: int) -> list[RondeStap]:
    """Every step of a ronde, oldest first."""
    table = ronde_stap.c
    rows = connection.execute(
        sa.select(table.stap, table.tot, table.waarom, table.wie, table.wanneer)
        .where(table.ronde == ronde)
        .order_by(table.nummer)
    )
    return [RondeStap(Stap(row.stap), row.tot, row.waarom, row.wie, row.wanneer) for row in rows]


def deelnemers_of(connection: sa.Connection, ronde: int) -> list[Deelnemer]:
    """Everybody who is or was asked, in the order in which they came: by the number of the first row
    of a unit, with what its last row says."""
    rows = connection.execute(
        sa.select(deelnemer).where(deelnemer.c.ronde == ronde).order_by(deelnemer.c.nummer)
    )
    found: dict[tuple[str, str], Deelnemer] = {}
    for row in rows:
        unit = (row.soort, row.eenheid)
        nummer = found[unit].nummer if unit in found else row.nummer
        found[unit] = Deelnemer(
            nummer, ronde, row.soort, row.eenheid, row.vragenlijst, row.erbij, row.waarom, row.wanneer
        )  # fmt: skip
    return list(found.values())


def reopened(connection: sa.Connection, numbers: Collection[int]) -> dict[int, dt.date]:
    """By deelnemer until which day he was reopened, when that is the last that happened with it."""
    rows = connection.execute(
        sa.select(indiening.c.deelnemer, indiening.c.stap, indiening.c.tot)
        .where(indiening.c.deelnemer.in_(list(numbers)))
        .order_by(indiening.c.nummer)
    )
    last = {row.deelnemer: row for row in rows}
    return {
        number: row.tot
        for number, row in last.items()
        if row.stap == HEROPEND and row.tot is not None
    }
