"""What a deelnemer is called and which words his SWV uses, as they were when his list was first looked
at. Kept once, so that filling in asks the journal only. His rows and what is proposed were kept when
the ronde opened (`beforehand.py`).
"""

from typing import NamedTuple

import sqlalchemy as sa

from monitor.rounds import beforehand
from monitor.rounds.beforehand import NOTHING, Vooraf
from monitor.rounds.tables import voorgelegd
from monitor.rounds.whose import Taak
from monitor.store.journal import Journal, add_once, now


class Named(NamedTuple):
    naam: str
    words: dict[str, list[str]]
    """The SWV's own, per `uit`."""
    swv: str
    """What the samenwerkingsverband is called."""


class Known(NamedTuple):
    """All that a page knows of who is asked, before he says anything."""

    named: Named
    vooraf: Vooraf

    @property
    def naam(self) -> str:
        return self.named.naam


def named_of(journal: Journal, deelnemer: int) -> Named | None:
    """None when nobody looked yet."""
    with journal.reading() as connection:
        found = connection.execute(
            sa.select(voorgelegd.c.inhoud).where(voorgelegd.c.deelnemer == deelnemer)
        ).scalar()
    return None if found is None else Named(found["naam"], found["words"], found["swv"])


def keep_named(journal: Journal, deelnemer: int, named: Named) -> Named:
    """Keep it, or give what was kept before: the first holds."""
    with journal.adding() as connection:
        add_once(connection, voorgelegd, deelnemer=deelnemer, inhoud=named._asdict(), wanneer=now())
    return named_of(journal, deelnemer) or named


def known_with(journal: Journal, taak: Taak, named: Named) -> Known:
    unit = (taak.soort, taak.eenheid)
    with journal.reading() as connection:
        found = beforehand.read(connection, taak.ronde.nummer, [unit])
    return Known(named, found.get(unit, NOTHING))
