"""The answers that were kept, of one deelnemer: the last of each place counts, and where two people
did not see each other's, both are shown until somebody answers who saw them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.rounds.tables import antwoord
from monitor.rounds.vragenlijst.conditions import Answer, Place
from monitor.store.journal import Journal


GEGEVEN, GEWIST = "gegeven", "gewist"


class Kept(NamedTuple):
    """One row."""

    nummer: int
    place: Place
    betekenis: int
    staat: str
    """gegeven, weet-niet, nvt or gewist."""
    waarde: Any
    herkomst: str
    basis: int | None
    gezien: int | None
    bewijs: str
    te_laat: bool
    wie: str
    wanneer: dt.datetime

    @property
    def said(self) -> tuple[str, Any]:
        """What was answered, to compare."""
        return self.staat, self.waarde

    @property
    def answer(self) -> Answer | None:
        """As conditions know it; None when it was taken away."""
        if self.staat == GEWIST:
            return None
        return Answer(self.waarde) if self.staat == GEGEVEN else Answer(None, self.staat)


def history(journal: Journal, deelnemer: int) -> dict[Place, list[Kept]]:
    """Every row of a deelnemer by place, oldest first: one query."""
    with journal.reading() as connection:
        rows = connection.execute(
            sa.select(antwoord).where(antwoord.c.deelnemer == deelnemer).order_by(antwoord.c.nummer)
        )
        found: dict[Place, list[Kept]] = {}
        for row in rows:
            kept = as_kept(row)
            found.setdefault(kept.place, []).append(kept)
    return found


def as_kept(row: Any) -> Kept:
    return Kept(
        row.nummer, Place(row.rij, row.vraag), row.betekenis, row.staat, row.waarde, row.herkomst,
        row.basis, row.gezien, row.bewijs, row.te_laat, row.wie, row.wanneer,
    )  # fmt: skip


def current(found: dict[Place, list[Kept]]) -> dict[Place, Kept]:
    """What counts now; what was taken away counts no more."""
    return {place: rows[-1] for place, rows in found.items() if rows[-1].staat != GEWIST}


def unseen(rows: Sequence[Kept]) -> Kept | None:
    """The answer of somebody else that who answered last had not seen, when it is another one: which
    of the two holds? An answer of who saw the last row settles it."""
    last = rows[-1]
    settled = last.gezien or 0
    for earlier in reversed(rows[:-1]):
        if earlier.nummer <= settled:
            return None
        if earlier.wie != last.wie and earlier.said != last.said:
            return earlier
        settled = max(settled, earlier.gezien or 0)
    return None
