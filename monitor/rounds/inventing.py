"""Puts a ronde of the past in the journal, all at once: for the demonstration only. What people do
goes through `rondes.py`, `saving.py` and handing in, which keep the moment of doing."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.rounds import beforehand
from monitor.rounds.beforehand import Unit, Vooraf
from monitor.rounds.kept_answers import GEGEVEN
from monitor.rounds.states import Stap
from monitor.rounds.steps import INGELEVERD
from monitor.rounds.tables import antwoord, deelnemer, indiening, ronde, ronde_stap, vragenlijst
from monitor.rounds.vragenlijst.conditions import Answer, Place
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.store.journal import Journal, added


class Gezegd(NamedTuple):
    """One answer of the past."""

    answer: Answer
    herkomst: str
    bewijs: str


class Verzonnen(NamedTuple):
    """One deelnemer of the past."""

    eenheid: str
    answers: Mapping[Place, Gezegd]
    begun: dt.datetime
    handed_in: dt.datetime | None
    wie: str


class Kop(NamedTuple):
    """What the ronde is called, and its days."""

    swv: str
    code: str
    schooljaar: str
    titel: str
    opened: dt.datetime
    tot: dt.date
    wie: str


def is_any(journal: Journal, swv: str) -> bool:
    """Whether this SWV has a ronde already."""
    with journal.reading() as connection:
        there = sa.select(ronde.c.nummer).where(ronde.c.swv == swv).limit(1)
        return connection.execute(there).scalar() is not None


def put(
    journal: Journal,
    kop: Kop,
    lijst: Vragenlijst,
    who: Sequence[Verzonnen],
    known: Mapping[Unit, Vooraf],
) -> int:
    """The number of the ronde, which is open and has these answers."""
    text = to_toml(lijst)
    by = {"wie": kop.wie, "wanneer": kop.opened}
    betekenis = {vraag.code: vraag.betekenis for _, vraag in lijst.vragen()}
    with journal.writing(0) as connection:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        list_number = _add(
            connection, vragenlijst, code=lijst.code, versie=lijst.versie, sha256=sha256,
            tekst=text, **by,
        )  # fmt: skip
        number = _add(
            connection, ronde, swv=kop.swv, code=kop.code, schooljaar=kop.schooljaar,
            titel=kop.titel, regels={}, **by,
        )  # fmt: skip
        for stap, tot in ((Stap.CONCEPT, None), (Stap.OPEN, kop.tot)):
            _add(connection, ronde_stap, ronde=number, stap=str(stap), tot=tot, waarom="", **by)
        asked = [
            {"ronde": number, "soort": lijst.voor, "eenheid": one.eenheid, "erbij": True,
             "vragenlijst": list_number, "waarom": "", **by}
            for one in who
        ]  # fmt: skip
        connection.execute(sa.insert(deelnemer), asked)
        numbers = {
            row.eenheid: row.nummer
            for row in connection.execute(
                sa.select(deelnemer.c.eenheid, deelnemer.c.nummer).where(
                    deelnemer.c.ronde == number
                )
            )
        }
        beforehand.keep(connection, number, kop.wie, known)
        rows = [
            row for one in who for row in _answers(number, numbers[one.eenheid], betekenis, one)
        ]
        if rows:
            connection.execute(sa.insert(antwoord), rows)
        handed_in = [
            {"deelnemer": numbers[one.eenheid], "stap": INGELEVERD, "tot": None, "waarom": "",
             "sha256": _sha256(one.answers), "wie": one.wie, "wanneer": one.handed_in}
            for one in who if one.handed_in
        ]  # fmt: skip
        if handed_in:
            connection.execute(sa.insert(indiening), handed_in)
    return number


def _add(connection: sa.Connection, table: sa.Table, **values: Any) -> int:
    return added(connection.execute(sa.insert(table).values(**values)))


def _answers(
    number: int, deelnemer: int, betekenis: Mapping[str, int], one: Verzonnen
) -> list[dict[str, Any]]:
    """Its answers, one every few seconds; each has a kaartje, as every answer."""
    return [
        {"ronde": number, "deelnemer": deelnemer, "rij": place.rij, "vraag": place.vraag,
         "betekenis": betekenis[place.vraag.partition("/")[0]],
         "staat": said.answer.instead or GEGEVEN, "waarde": said.answer.value,
         "herkomst": said.herkomst, "basis": None, "gezien": None, "bewijs": said.bewijs,
         "te_laat": False, "kaartje": f"verzonnen-{deelnemer:06d}-{at:06d}", "wie": one.wie,
         "wanneer": one.begun + dt.timedelta(seconds=7 * at)}
        for at, (place, said) in enumerate(one.answers.items())
    ]  # fmt: skip


def _sha256(answers: Mapping[Place, Gezegd]) -> str:
    """Of what was handed in, in whichever order it was answered."""
    said = sorted(
        [*place, one.answer.instead or GEGEVEN, one.answer.value, one.bewijs]
        for place, one in answers.items()
    )
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
