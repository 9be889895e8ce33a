"""What the monitor knew of who is asked when a ronde opened: the rows of its delen, what is proposed,
and what was said a year before. Kept with the ronde: who fills in or follows opens no store."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.rounds.tables import vooraf
from monitor.rounds.vragenlijst.conditions import Answer, Place, Value
from monitor.store.journal import now


class Rij(NamedTuple):
    """One row of a deel: an arrangement, a doel."""

    code: str
    titel: str


class Bekend(NamedTuple):
    """An answer that is known already, and from where."""

    waarde: Value | None
    staat: str
    """'' for a value, else weet-niet or nvt."""
    bron: str
    """In words: the register or list it comes from."""
    datum: str
    """Of when it is (ISO), '' when that is not known."""

    @property
    def answer(self) -> Answer:
        return Answer(self.waarde, self.staat)


class Vooraf(NamedTuple):
    """Of one unit that is asked."""

    rijen: Mapping[str, list[Rij]]
    """By the code of a deel."""
    voorstel: Mapping[Place, Bekend]
    vorig: Mapping[Place, Bekend]
    plan: Mapping[Place, int]
    """What a number is at most according to a register: places of the plan."""


NOTHING = Vooraf({}, {}, {}, {})
Unit = tuple[str, str]
"""(soort, eenheid)"""
REST: Unit = ("", "")
"""Everybody who is not asked: what registers know of them."""


def keep(connection: sa.Connection, ronde: int, who: str, known: Mapping[Unit, Vooraf]) -> None:
    """Keep what is known, of all units at once."""
    if known:
        moment = now()
        rows = [
            {"ronde": ronde, "soort": unit[0], "eenheid": unit[1], "inhoud": _as_json(one),
             "wie": who, "wanneer": moment}
            for unit, one in known.items()
        ]  # fmt: skip
        connection.execute(sa.insert(vooraf), rows)


def read(connection: sa.Connection, ronde: int, units: Iterable[Unit] = ()) -> dict[Unit, Vooraf]:
    """What was known, of all units or of these only: one query."""
    question = sa.select(vooraf.c.soort, vooraf.c.eenheid, vooraf.c.inhoud).where(
        vooraf.c.ronde == ronde
    )
    if wanted := sorted(units):
        question = question.where(sa.tuple_(vooraf.c.soort, vooraf.c.eenheid).in_(wanted))
    rows = connection.execute(question.order_by(vooraf.c.nummer))
    return {(row.soort, row.eenheid): _of_json(row.inhoud) for row in rows}


def _as_json(one: Vooraf) -> dict[str, Any]:
    return {
        "rijen": {deel: [list(rij) for rij in rows] for deel, rows in one.rijen.items()},
        "voorstel": [[*place, *known] for place, known in one.voorstel.items()],
        "vorig": [[*place, *known] for place, known in one.vorig.items()],
        "plan": [[*place, number] for place, number in one.plan.items()],
    }


def _of_json(kept: Mapping[str, Any]) -> Vooraf:
    return Vooraf(
        {deel: [Rij(*rij) for rij in rows] for deel, rows in kept["rijen"].items()},
        {Place(*known[:2]): Bekend(*known[2:]) for known in kept["voorstel"]},
        {Place(*known[:2]): Bekend(*known[2:]) for known in kept["vorig"]},
        {Place(*known[:2]): known[2] for known in kept["plan"]},
    )
