"""Which lists are asked of whom: a school its own, a bestuur its own, and staff look along."""

from functools import lru_cache
from typing import NamedTuple

import sqlalchemy as sa

from monitor.access import EVERY, STAFF, Role, Viewer
from monitor.errors import NotFound
from monitor.rounds.following import parsed
from monitor.rounds.rondes import Ronde, read_ronde
from monitor.rounds.states import Stap
from monitor.rounds.steps import Deelnemer, deelnemers_of
from monitor.rounds.tables import deelnemer, ronde, vragenlijst
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.store.journal import Journal


MOST_RONDES = 20


class Taak(NamedTuple):
    """A list that is put to one deelnemer."""

    nummer: int
    """Of the deelnemer."""
    soort: str
    eenheid: str
    ronde: Ronde
    lijst: Vragenlijst

    def may_answer(self, by: Viewer) -> bool:
        """Whether somebody speaks for this deelnemer."""
        if not by.is_of(self.ronde.swv):
            return False
        if self.soort == "vestiging":
            return by.role is Role.SCHOOL and self.eenheid in by.vestigingen
        return self.soort == "bestuur" and by.role is Role.BESTUUR and self.eenheid in by.besturen

    def may_look(self, by: Viewer) -> bool:
        """Also who runs the ronde and sees exact figures: answers hold small numbers of pupils as they
        were typed. A bestuur sees no drafts of its schools."""
        runs = by.role in STAFF and by.is_of(self.ronde.swv)
        return self.may_answer(by) or (runs and by.sees_exact)


def read_taak(journal: Journal, nummer: int) -> Taak:
    """The list of a deelnemer by its number, whoever asks; NotFound when it is not put to anybody,
    or not yet."""
    with journal.reading() as connection:
        number = connection.execute(
            sa.select(deelnemer.c.ronde).where(deelnemer.c.nummer == nummer)
        ).scalar()
        there = deelnemers_of(connection, number) if number is not None else []
    found = [one for one in there if one.nummer == nummer and one.erbij]
    taken = [_taak(journal, read_ronde(journal, one.ronde), one) for one in found]
    if not taken or taken[0].ronde.stand.stap is Stap.CONCEPT:
        raise NotFound("Deze vragenlijst is er niet. Kijk bij Vragenlijst welke er voor u zijn.")
    return taken[0]


def taken_of(journal: Journal, by: Viewer) -> list[Taak]:
    """Every list of the newest rondes that somebody may see: his own, and of staff all."""
    wanted = sa.select(ronde.c.nummer).order_by(ronde.c.nummer.desc()).limit(MOST_RONDES)
    if by.swv != EVERY:
        wanted = wanted.where(ronde.c.swv.in_(sorted(by.swv)))
    with journal.reading() as connection:
        numbers = list(connection.execute(wanted).scalars())
        there = {number: deelnemers_of(connection, number) for number in numbers}
    found: list[Taak] = []
    for number in numbers:
        of = read_ronde(journal, number)
        if of.stand.stap is not Stap.CONCEPT:
            found += [_taak(journal, of, one) for one in there[number] if one.erbij]
    return [one for one in found if one.may_look(by)]


def _taak(journal: Journal, of: Ronde, one: Deelnemer) -> Taak:
    return Taak(one.nummer, one.soort, one.eenheid, of, _lijst(journal, one.vragenlijst))


@lru_cache(maxsize=64)
def _lijst(journal: Journal, nummer: int) -> Vragenlijst:
    """As it was when the ronde was made of it: a row that never changes."""
    with journal.reading() as connection:
        text = connection.execute(
            sa.select(vragenlijst.c.tekst).where(vragenlijst.c.nummer == nummer)
        ).scalar_one()
    return parsed(text)
