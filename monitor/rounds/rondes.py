"""A ronde from concept to definitief: who may bring it a step further, and who is asked."""

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple, NoReturn

import sqlalchemy as sa

from monitor.access import STAFF, Role, Viewer, audit
from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.rounds import beforehand
from monitor.rounds.beforehand import Unit, Vooraf
from monitor.rounds.states import FOLLOWS, Stand, Stap, end_of, stand_of
from monitor.rounds.steps import ANTWOORDT_NIET, HEROPEND, Deelnemer, deelnemers_of, steps_of
from monitor.rounds.tables import deelnemer, indiening, ronde, ronde_stap, vragenlijst
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.store.journal import Journal, added, now, plain


MOST_WORDS = 600
BACK = frozenset({Role.DIRECTEUR, Role.BEHEERDER})
"""Who makes a definitieve ronde voorlopig again."""
LONGEST_DAYS = 366
NOBODY: Mapping[Unit, Vooraf] = MappingProxyType({})


class Ronde(NamedTuple):
    """A ronde and what holds of it now."""

    nummer: int
    swv: str
    code: str
    schooljaar: str
    titel: str
    stand: Stand


# --------------------------------------------------------------------------------- making


def keep_vragenlijst(journal: Journal, by: Viewer, lijst: Vragenlijst) -> int:
    """The number of a vragenlijst in the journal, as it is now: the same text is kept once."""
    if by.role not in STAFF:
        _refuse(journal, by, f"vragenlijst {lijst.code}")
    text = to_toml(lijst)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    with journal.writing(0) as connection:
        there = connection.execute(
            sa.select(vragenlijst.c.nummer).where(
                vragenlijst.c.code == lijst.code, vragenlijst.c.sha256 == sha256
            )
        ).scalar()
        if there is not None:
            return int(there)
        row = {"code": lijst.code, "versie": lijst.versie, "sha256": sha256, "tekst": text}
        return added(
            connection.execute(sa.insert(vragenlijst).values(**row, wie=by.who, wanneer=now()))
        )


def make(journal: Journal, by: Viewer, swv: str, code: str, schooljaar: str, titel: str) -> int:
    """The number of a new ronde, in concept. Overtaken when there is one with that code."""
    _must_run(journal, by, swv, f"ronde {code}")
    title = plain(titel, 200)
    if not title:
        raise MonitorError("Geef de ronde een naam, bijvoorbeeld Dekkend aanbod 2026.")
    with journal.writing(0) as connection:
        there = sa.select(ronde.c.nummer).where(ronde.c.swv == swv, ronde.c.code == code)
        if connection.execute(there).scalar() is not None:
            raise Overtaken(f"Er is al een ronde {code}. Kies een andere code.")
        row = {"swv": swv, "code": code, "schooljaar": schooljaar, "titel": title, "regels": {}}
        number = added(
            connection.execute(sa.insert(ronde).values(**row, wie=by.who, wanneer=now()))
        )
        _step(connection, by, swv, number, Stap.CONCEPT, None, "")
        return number


def open_(
    journal: Journal,
    by: Viewer,
    nummer: int,
    tot: dt.date,
    asked: Collection[tuple[str, str, int]],
    known: Mapping[Unit, Vooraf] = NOBODY,
) -> None:
    """Open a ronde until the end of day `tot`, for (soort, eenheid, number of its vragenlijst): that
    fixes who is asked, and what is known of them. MonitorError when nobody is asked, or that day is not one to close on."""
    one = _own(journal, by, nummer)
    if not asked:
        raise MonitorError(
            "Er is niemand om te vragen. Kies een schooltype met een school die open is."
        )
    if len({(soort, eenheid) for soort, eenheid, _ in asked}) < len(asked):
        raise MonitorError("Iemand staat twee keer op de lijst. Haal de tweede weg.")
    must_close_on(tot)
    with journal.writing(0) as connection:
        _may_follow(connection, nummer, Stap.OPEN)
        moment = now()
        connection.execute(
            sa.insert(deelnemer),
            [
                {"ronde": nummer, "soort": soort, "eenheid": eenheid, "vragenlijst": lijst,
                 "erbij": True, "waarom": "", "wie": by.who, "wanneer": moment}
                for soort, eenheid, lijst in asked
            ],
        )  # fmt: skip
        beforehand.keep(connection, nummer, by.who, known)
        _step(connection, by, one.swv, nummer, Stap.OPEN, tot, "")


# ---------------------------------------------------------------------------- step by step


def extend(journal: Journal, by: Viewer, nummer: int, tot: dt.date, waarom: str) -> None:
    """Let a ronde that is open close on a later day. Overtaken when it closed meanwhile."""
    one = _own(journal, by, nummer)
    must_close_on(tot)
    words = _reason(waarom)
    with journal.writing(0) as connection:
        standing = _may_follow(connection, nummer, Stap.VERLENGD)
        if standing.sluit is not None and end_of(tot) <= standing.sluit:
            raise MonitorError(
                "Dat is niet later dan de dag waarop de ronde nu sluit. Kies een latere."
            )
        _step(connection, by, one.swv, nummer, Stap.VERLENGD, tot, words)


def close(journal: Journal, by: Viewer, nummer: int, waarom: str) -> None:
    """Close a ronde before its last day is over."""
    _go(journal, by, nummer, Stap.GESLOTEN, _reason(waarom))


def settle(journal: Journal, by: Viewer, nummer: int, stap: Stap, waarom: str = "") -> None:
    """Voorlopig or definitief. Of a definitieve ronde only a directeur or beheerder makes a voorlopige
    again, with a reason."""
    _go(journal, by, nummer, stap, plain(waarom, MOST_WORDS))


def _go(journal: Journal, by: Viewer, nummer: int, stap: Stap, words: str) -> None:
    one = _own(journal, by, nummer)
    with journal.writing(0) as connection:
        standing = _may_follow(connection, nummer, stap)
        back = standing.stap is Stap.DEFINITIEF
        if not (back and by.role not in BACK):
            if back:
                words = _reason(words)
            _step(connection, by, one.swv, nummer, stap, None, words)
            return
    _refuse(journal, by, f"ronde {one.code}: van definitief naar voorlopig")


def reopen(
    journal: Journal, by: Viewer, nummer: int, soort: str, eenheid: str, tot: dt.date, waarom: str
) -> None:
    """Let one deelnemer answer on until the end of a day, after the ronde closed and until it is
    definitief."""
    one = _own(journal, by, nummer)
    must_close_on(tot)
    words = _reason(waarom)
    with journal.writing(0) as connection:
        standing = stand_of(steps_of(connection, nummer), now())
        if standing.stap not in (Stap.GESLOTEN, Stap.VOORLOPIG):
            raise Overtaken(
                "Heropenen kan als de ronde gesloten is en nog niet definitief; zij is nu "
                f"{standing.stap}. Ververs de pagina."
            )
        who = _asked(deelnemers_of(connection, nummer), soort, eenheid)
        row = {"deelnemer": who.nummer, "stap": HEROPEND, "tot": tot, "sha256": "", "waarom": words}
        connection.execute(sa.insert(indiening).values(**row, wie=by.who, wanneer=now()))
        audit.add(
            connection, by.who, audit.Event.RONDE, f"{one.code}: {eenheid} heropend", swv=one.swv
        )


def leave_alone(
    journal: Journal, by: Viewer, nummer: int, soort: str, eenheid: str, waarom: str
) -> None:
    """Keep that a deelnemer does not answer: no reminder goes there, and it stays missing. Until it
    hands in after all."""
    one = _own(journal, by, nummer)
    words = _reason(waarom)
    with journal.writing(0) as connection:
        if stand_of(steps_of(connection, nummer), now()).stap in (Stap.CONCEPT, Stap.DEFINITIEF):
            raise Overtaken("Dat kan niet voor de ronde open is, of als zij definitief is.")
        who = _asked(deelnemers_of(connection, nummer), soort, eenheid)
        row = {"deelnemer": who.nummer, "stap": ANTWOORDT_NIET, "tot": None, "sha256": ""}
        connection.execute(
            sa.insert(indiening).values(**row, waarom=words, wie=by.who, wanneer=now())
        )
        audit.add(
            connection, by.who, audit.Event.RONDE, f"{one.code}: {eenheid} antwoordt niet",
            swv=one.swv,
        )  # fmt: skip


def change_who(
    journal: Journal, by: Viewer, nummer: int, soort: str, eenheid: str, lijst: int, erbij: bool,
    waarom: str, known: Mapping[Unit, Vooraf] = NOBODY,
) -> None:  # fmt: skip
    """Ask somebody more, or no longer, with the reason; who is taken off stays to be seen."""
    one = _own(journal, by, nummer)
    words = _reason(waarom)
    with journal.writing(0) as connection:
        there = {(d.soort, d.eenheid): d for d in deelnemers_of(connection, nummer) if d.erbij}
        if ((soort, eenheid) in there) is erbij:
            raise Overtaken("Dat is al zo. Ververs de pagina om te zien wie er gevraagd wordt.")
        row = {"ronde": nummer, "soort": soort, "eenheid": eenheid, "vragenlijst": lijst}
        connection.execute(
            sa.insert(deelnemer).values(**row, erbij=erbij, waarom=words, wie=by.who, wanneer=now())
        )
        beforehand.keep(connection, nummer, by.who, known)
        what = "erbij" if erbij else "eraf"
        audit.add(
            connection, by.who, audit.Event.RONDE, f"{one.code}: {eenheid} {what}", swv=one.swv
        )


# -------------------------------------------------------------------------------- reading


def rondes(journal: Journal, by: Viewer, swv: str) -> list[Ronde]:
    """The rondes of a samenwerkingsverband, newest first; of who does not work for it none."""
    if by.role not in STAFF or not by.is_of(swv):
        return []
    with journal.reading() as connection:
        rows = connection.execute(
            sa.select(ronde).where(ronde.c.swv == swv).order_by(ronde.c.nummer.desc())
        ).all()
        return [_ronde(connection, row) for row in rows]


def read_ronde(journal: Journal, nummer: int) -> Ronde:
    """A ronde by its number, whoever asks; NotFound when there is none."""
    with journal.reading() as connection:
        row = connection.execute(sa.select(ronde).where(ronde.c.nummer == nummer)).one_or_none()
        if row is None:
            raise NotFound("Deze ronde is er niet. Kijk op de pagina Ronde welke er zijn.")
        return _ronde(connection, row)


def deelnemers(journal: Journal, by: Viewer, nummer: int) -> list[Deelnemer]:
    """Who is asked and who was taken off, for who runs the ronde."""
    _own(journal, by, nummer)
    with journal.reading() as connection:
        return deelnemers_of(connection, nummer)


def _ronde(connection: sa.Connection, row: sa.Row[tuple[object, ...]]) -> Ronde:
    standing = stand_of(steps_of(connection, row.nummer), now())
    return Ronde(row.nummer, row.swv, row.code, row.schooljaar, row.titel, standing)


# -------------------------------------------------------------------------------- holding


def _own(journal: Journal, by: Viewer, nummer: int) -> Ronde:
    one = read_ronde(journal, nummer)
    _must_run(journal, by, one.swv, f"ronde {one.code}")
    return one


def _must_run(journal: Journal, by: Viewer, swv: str, what: str) -> None:
    if by.role not in STAFF or not by.is_of(swv):
        _refuse(journal, by, what, swv)


def _refuse(journal: Journal, by: Viewer, what: str, swv: str = "") -> NoReturn:
    audit.record(journal, by.who, audit.Event.GEWEIGERD, what, audit.REFUSED, swv=swv)
    raise MonitorError(
        "Dit mag u niet. Een ronde is van de directeur, consultant en beheerder van het "
        "samenwerkingsverband; terug van definitief kan alleen een directeur of beheerder."
    )


def _may_follow(connection: sa.Connection, nummer: int, stap: Stap) -> Stand:
    standing = stand_of(steps_of(connection, nummer), now())
    if stap not in FOLLOWS[standing.stap]:
        raise Overtaken(
            f"De ronde is nu {standing.stap}; {stap} kan dan niet. Ververs de pagina om te zien "
            "wie er iets veranderde."
        )
    return standing


def _step(
    connection: sa.Connection, by: Viewer, swv: str, nummer: int, stap: Stap,
    tot: dt.date | None, words: str,
) -> None:  # fmt: skip
    row = {"ronde": nummer, "stap": str(stap), "tot": tot, "waarom": words}
    connection.execute(sa.insert(ronde_stap).values(**row, wie=by.who, wanneer=now()))
    audit.add(connection, by.who, audit.Event.RONDE, f"ronde {nummer}: {stap}", swv=swv)


def _asked(there: list[Deelnemer], soort: str, eenheid: str) -> Deelnemer:
    for one in there:
        if (one.soort, one.eenheid) == (soort, eenheid) and one.erbij:
            return one
    raise NotFound("Deze school of dit bestuur hoort niet bij deze ronde.")


def must_close_on(day: dt.date) -> None:
    """MonitorError when a ronde cannot close on that day."""
    if not 0 <= (end_of(day) - now()).days <= LONGEST_DAYS or end_of(day) <= now():
        raise MonitorError("Kies een dag vanaf vandaag, en hoogstens een jaar vooruit.")


def _reason(text: str) -> str:
    words = plain(text, MOST_WORDS)
    if not words:
        raise MonitorError("Schrijf op waarom: wie meedoet kan dat lezen.")
    return words
