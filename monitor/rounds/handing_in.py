"""What becomes of the list of one deelnemer: handed in, signed, opened again, or not answered.

Each is a row; the last one holds. Who may is looked at by who asks (`whose.py`); here is looked at
whether the ronde still takes it.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa

from monitor.access import Viewer, audit
from monitor.errors import MonitorError, Overtaken
from monitor.rounds.kept_answers import Kept
from monitor.rounds.rondes import MOST_WORDS
from monitor.rounds.states import Taken, end_of, stand_of, takes
from monitor.rounds.steps import ANTWOORDT_NIET, GETEKEND, HEROPEND, INGELEVERD, steps_of
from monitor.rounds.tables import indiening
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.whose import Taak
from monitor.store.journal import Journal, now, plain


class Gedaan(StrEnum):
    """What happened last with a list; NIETS when nothing did."""

    NIETS = ""
    INGELEVERD = INGELEVERD
    GETEKEND = GETEKEND
    HEROPEND = HEROPEND
    ANTWOORDT_NIET = ANTWOORDT_NIET


IN = frozenset({Gedaan.INGELEVERD, Gedaan.GETEKEND})
"""When a list counts as answered."""


class Inlevering(NamedTuple):
    """One row."""

    stap: Gedaan
    tot: dt.date | None
    sha256: str
    waarom: str
    wie: str
    wanneer: dt.datetime


def of_all(journal: Journal, numbers: Collection[int]) -> dict[int, list[Inlevering]]:
    """By deelnemer what happened with its list, oldest first: one query."""
    found: dict[int, list[Inlevering]] = {number: [] for number in numbers}
    with journal.reading() as connection:
        for number, one in _rows(connection, numbers):
            found[number].append(one)
    return found


def last_of(done: list[Inlevering]) -> Gedaan:
    return done[-1].stap if done else Gedaan.NIETS


def sha256_of(answers: Mapping[Place, Kept]) -> str:
    """Of the answers that count, in whichever order they came."""
    said = sorted([*place, *kept.said, kept.bewijs] for place, kept in answers.items())
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def hand_in(journal: Journal, by: Viewer, taak: Taak, sha256: str, geopend: dt.datetime) -> None:
    """Hand in. `sha256` is of the answers that were on the page: what was complete and without two
    answers to one question. Overtaken when it was handed in already."""
    with journal.writing(0) as connection:
        done = _of(connection, taak)
        if last_of(done) in IN:
            raise Overtaken("De lijst is al ingeleverd. Ververs de bladzijde.")
        _must_take(connection, taak, done, geopend)
        _add(connection, by, taak, Gedaan.INGELEVERD, None, sha256, "")


def sign(journal: Journal, by: Viewer, taak: Taak, sha256: str) -> None:
    """Sign what was handed in. Overtaken when that is something else than what was on the page."""
    with journal.writing(0) as connection:
        done = _of(connection, taak)
        if last_of(done) is not Gedaan.INGELEVERD or done[-1].sha256 != sha256:
            raise Overtaken(
                "De antwoorden zijn intussen veranderd of al getekend. Bekijk ze opnieuw."
            )
        _add(connection, by, taak, Gedaan.GETEKEND, None, sha256, "")


def reopen_own(journal: Journal, by: Viewer, taak: Taak) -> None:
    """Open its own list again, as long as the ronde takes answers of it. Who was reopened by the
    samenwerkingsverband until a day keeps that day."""
    with journal.writing(0) as connection:
        done = _of(connection, taak)
        if last_of(done) not in (*IN, Gedaan.ANTWOORDT_NIET):
            raise Overtaken("De lijst is al open. Ververs de bladzijde.")
        until = day_of_reopening(done)
        _must_take(connection, taak, done, now())
        _add(connection, by, taak, Gedaan.HEROPEND, until, "", "zelf heropend")


def answers_not(journal: Journal, by: Viewer, taak: Taak, waarom: str) -> None:
    """Say that this list is not answered, and why; what was answered stays."""
    words = plain(waarom, MOST_WORDS)
    if not words:
        raise MonitorError("Schrijf op waarom u niet invult: dan vragen wij het niet nog eens.")
    with journal.writing(0) as connection:
        done = _of(connection, taak)
        if last_of(done) in (*IN, Gedaan.ANTWOORDT_NIET):
            raise Overtaken("Dat kan nu niet meer. Ververs de bladzijde.")
        _must_take(connection, taak, done, now())
        _add(connection, by, taak, Gedaan.ANTWOORDT_NIET, None, "", words)


def day_of_reopening(done: list[Inlevering]) -> dt.date | None:
    """The last day that the samenwerkingsverband gave when it reopened this list, if it did."""
    days = [one.tot for one in done if one.stap is Gedaan.HEROPEND and one.tot is not None]
    return days[-1] if days else None


def taken_now(taak: Taak, done: list[Inlevering], geopend: dt.datetime) -> Taken:
    """Whether an answer to this list is taken, when its page came at `geopend`."""
    return takes(taak.ronde.stand, day_of_reopening(done), geopend, now())


def closes(taak: Taak, done: list[Inlevering]) -> dt.datetime | None:
    """Until when this deelnemer may answer."""
    day = day_of_reopening(done)
    end = taak.ronde.stand.sluit
    return max(end_of(day), end) if day is not None and end is not None else end


def _must_take(
    connection: sa.Connection, taak: Taak, done: list[Inlevering], geopend: dt.datetime
) -> None:
    moment = now()
    standing = stand_of(steps_of(connection, taak.ronde.nummer), moment)
    if takes(standing, day_of_reopening(done), geopend, moment) is Taken.NO:
        raise MonitorError(
            "Deze ronde is gesloten. Vraag het samenwerkingsverband om uw lijst te heropenen."
        )


def _of(connection: sa.Connection, taak: Taak) -> list[Inlevering]:
    return [one for _, one in _rows(connection, [taak.nummer])]


def _rows(connection: sa.Connection, numbers: Collection[int]) -> list[tuple[int, Inlevering]]:
    rows = connection.execute(
        sa.select(indiening)
        .where(indiening.c.deelnemer.in_(list(numbers)))
        .order_by(indiening.c.nummer)
    )
    return [
        (
            row.deelnemer,
            Inlevering(Gedaan(row.stap), row.tot, row.sha256, row.waarom, row.wie, row.wanneer),
        )
        for row in rows
    ]


def _add(
    connection: sa.Connection, by: Viewer, taak: Taak, stap: Gedaan, tot: dt.date | None,
    sha256: str, waarom: str,
) -> None:  # fmt: skip
    row = {"deelnemer": taak.nummer, "stap": str(stap), "tot": tot, "sha256": sha256}
    connection.execute(sa.insert(indiening).values(**row, waarom=waarom, wie=by.who, wanneer=now()))
    about = f"{taak.ronde.code}: {taak.eenheid} {stap}"
    audit.add(connection, by.who, audit.Event.RONDE, about, swv=taak.ronde.swv)
