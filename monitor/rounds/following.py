"""How a ronde stands now: of everybody who is asked what became of it, and what the missing could
still change. From the journal alone: no page that shows this waits for the store."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.errors import MonitorError
from monitor.rounds import beforehand
from monitor.rounds.beforehand import NOTHING, REST, Unit, Vooraf
from monitor.rounds.bounds import Grenzen, Opgave, all_bounds
from monitor.rounds.kept_answers import GEWIST, Kept, as_kept
from monitor.rounds.rondes import Ronde, read_ronde
from monitor.rounds.states import RondeStap
from monitor.rounds.steps import (
    ANTWOORDT_NIET,
    GETEKEND,
    HANDED_IN,
    HEROPEND,
    Deelnemer,
    deelnemers_of,
    steps_of,
)
from monitor.rounds.tables import antwoord, indiening, ronde, vragenlijst
from monitor.rounds.vragenlijst.conditions import Answer, Place, asked
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import read_toml
from monitor.store.journal import Journal


AS_ASKED = ("arrangementen.plaatsen_praktijk", "arrangementen.bezet", "arrangementen.wachtend")
"""Proposals that say the same as the answer would: they hold until the list is handed in."""


class Staat(StrEnum):
    """What became of a list."""

    INGELEVERD = "ingeleverd"
    GETEKEND = "ingeleverd en getekend"
    HEROPEND = "heropend"
    BEGONNEN = "begonnen"
    NIETS = "niets gedaan"
    ANTWOORDT_NIET = "antwoordt niet"
    ERAF = "van de lijst"

    @property
    def counts_as(self) -> str:
        """ingeleverd, begonnen or niets; '' for who is no longer asked."""
        return _COUNTS_AS[self]


_COUNTS_AS = {
    Staat.INGELEVERD: "ingeleverd",
    Staat.GETEKEND: "ingeleverd",
    Staat.HEROPEND: "begonnen",
    Staat.BEGONNEN: "begonnen",
    Staat.NIETS: "niets",
    Staat.ANTWOORDT_NIET: "niets",
    Staat.ERAF: "",
}


class Deelname(NamedTuple):
    """One deelnemer and where it stands."""

    deelnemer: Deelnemer
    staat: Staat
    answered: int
    asked: int
    """Of what is asked as far as it is known now."""
    laatste: dt.datetime | None
    """When something was last done about it, by anybody."""
    wie: tuple[str, ...]
    """Who answered, the last first."""
    tot: dt.date | None
    """Of who was reopened: the last day."""
    waarom: str


class Telling(NamedTuple):
    """How many handed in, began, and did nothing."""

    deelnemers: int
    ingeleverd: int
    begonnen: int
    niets: int


class Verloop(NamedTuple):
    """All of a ronde at one moment."""

    steps: list[RondeStap]
    deelnames: list[Deelname]
    grenzen: dict[int, list[Grenzen]]
    """Per number of a vragenlijst."""
    lijsten: dict[int, Vragenlijst]
    vooraf: Mapping[Unit, Vooraf]

    def of(self, soort: str) -> list[Deelname]:
        """Who is asked, of one kind."""
        return [
            one
            for one in self.deelnames
            if one.deelnemer.soort == soort and one.staat is not Staat.ERAF
        ]


def counted(deelnames: Iterable[Deelname]) -> Telling:
    """Of who is asked; who was taken off is in none."""
    found = Counter(one.staat.counts_as for one in deelnames if one.staat is not Staat.ERAF)
    return Telling(found.total(), found["ingeleverd"], found["begonnen"], found["niets"])


def find(journal: Journal, code: str = "") -> Ronde | None:
    """The newest ronde of the folder, or the newest with that code."""
    question = sa.select(ronde.c.nummer).order_by(ronde.c.nummer.desc()).limit(1)
    if code:
        question = question.where(ronde.c.code == code)
    with journal.reading() as connection:
        number = connection.execute(question).scalar()
    return None if number is None else read_ronde(journal, number)


def follow(journal: Journal, nummer: int) -> Verloop:
    """A ronde as it stands: a handful of queries, however many are asked."""
    with journal.reading() as connection:
        steps = steps_of(connection, nummer)
        asked_ = deelnemers_of(connection, nummer)
        known = beforehand.read(connection, nummer)
        done = _done(connection, [one.nummer for one in asked_])
        answers = _answers(connection, nummer)
        lijsten = {number: _lijst(connection, number) for number in {d.vragenlijst for d in asked_}}
    deelnames, opgaven = [], []
    for one in asked_:
        lijst = lijsten[one.vragenlijst]
        vooraf = known.get((one.soort, one.eenheid), NOTHING)
        steps_done, kept = done.get(one.nummer, []), answers.get(one.nummer, {})
        here = _deelname(one, lijst, vooraf, steps_done, kept)
        deelnames.append(here)
        if here.staat is not Staat.ERAF:
            given = {place: answer for place, row in kept.items() if (answer := row.answer)}
            is_in = here.staat.counts_as == "ingeleverd"
            opgaven.append((one.vragenlijst, opgave(lijst, vooraf, is_in, given)))
    grenzen = {}
    for number, lijst in lijsten.items():
        of = [given_ for which, given_ in opgaven if which == number]
        if lijst.voor == "vestiging" and REST in known:
            of.append(opgave(lijst, known[REST], False, {})._replace(is_asked=False))
        grenzen[number] = all_bounds(lijst, of)
    return Verloop(steps, deelnames, grenzen, lijsten, known)


def opgave(
    lijst: Vragenlijst, vooraf: Vooraf, handed_in: bool, answers: Mapping[Place, Answer]
) -> Opgave:
    """What is known of one deelnemer, as bounds know it."""
    as_asked = {vraag.code for _, vraag in lijst.vragen() if vraag.voorstel in AS_ASKED}
    return Opgave(
        handed_in,
        answers,
        _rows(vooraf),
        {place: one.answer for place, one in vooraf.vorig.items()},
        {
            place: one.waarde
            for place, one in vooraf.voorstel.items()
            if place.vraag in as_asked and isinstance(one.waarde, int | float)
        },
        vooraf.plan,
    )


def _rows(vooraf: Vooraf) -> dict[str, list[str]]:
    return {deel: [row.code for row in rows] for deel, rows in vooraf.rijen.items()}


def _deelname(
    one: Deelnemer,
    lijst: Vragenlijst,
    vooraf: Vooraf,
    done: Sequence[Any],
    kept: Mapping[Place, Kept],
) -> Deelname:
    answers = {place: answer for place, row in kept.items() if (answer := row.answer)}
    questions = asked(lijst, answers, _rows(vooraf))
    last = done[-1] if done else None
    moments = [row.wanneer for row in (*kept.values(), *done)]
    by_time = sorted(kept.values(), key=lambda row: row.nummer, reverse=True)
    return Deelname(
        one,
        _staat(one, last, bool(answers)),
        sum(question.place in answers for question in questions),
        len(questions),
        max(moments, default=None),
        tuple(dict.fromkeys(row.wie for row in by_time)),
        last.tot if last is not None and last.stap == HEROPEND else None,
        one.waarom if not one.erbij else last.waarom if last is not None else "",
    )


def _staat(one: Deelnemer, last: Any, has_answers: bool) -> Staat:
    if not one.erbij:
        return Staat.ERAF
    if last is not None and last.stap in HANDED_IN:
        return Staat.GETEKEND if last.stap == GETEKEND else Staat.INGELEVERD
    if last is not None and last.stap == HEROPEND:
        return Staat.HEROPEND
    if last is not None and last.stap == ANTWOORDT_NIET:
        return Staat.ANTWOORDT_NIET
    return Staat.BEGONNEN if has_answers else Staat.NIETS


def _done(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, list[Any]]:
    rows = connection.execute(
        sa.select(indiening).where(indiening.c.deelnemer.in_(numbers)).order_by(indiening.c.nummer)
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.deelnemer, []).append(row)
    return found


def _answers(connection: sa.Connection, nummer: int) -> dict[int, dict[Place, Kept]]:
    """What counts now, by deelnemer: the last row of every place."""
    last = (
        sa.select(sa.func.max(antwoord.c.nummer))
        .where(antwoord.c.ronde == nummer)
        .group_by(antwoord.c.deelnemer, antwoord.c.rij, antwoord.c.vraag)
    )
    found: dict[int, dict[Place, Kept]] = {}
    for row in connection.execute(sa.select(antwoord).where(antwoord.c.nummer.in_(last))):
        kept = as_kept(row)
        if kept.staat != GEWIST:
            found.setdefault(row.deelnemer, {})[kept.place] = kept
    return found


def _lijst(connection: sa.Connection, number: int) -> Vragenlijst:
    text = connection.execute(
        sa.select(vragenlijst.c.tekst).where(vragenlijst.c.nummer == number)
    ).scalar_one()
    return parsed(text)


@lru_cache(maxsize=32)
def parsed(text: str) -> Vragenlijst:
    """A vragenlijst as the journal keeps it."""
    lijst, faults = read_toml(text.encode(), "de vragenlijst in het journaal")
    if lijst is None:
        raise MonitorError("\n".join(map(str, faults)))
    return lijst
