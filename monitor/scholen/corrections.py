"""Klopt dit? What schools say of what the monitor says of them, and what is done with it.

Every step is a row that stays: a school confirms, or asks for a correction; who works for its
samenwerkingsverband accepts or refuses; the asker can withdraw as long as it is open. An accepted
value stands beside the figure of the register. It changes no delivery and no indicator.
"""

from collections.abc import Sequence
from typing import NoReturn

import sqlalchemy as sa

from monitor.access import STAFF, Role, Viewer, audit
from monitor.errors import MonitorError, Overtaken
from monitor.scholen.correction_steps import (
    CorrectionStand,
    Event,
    Item,
    Step,
    correctie,
    events_of,
    standings_of,
)
from monitor.store.journal import Journal, added, now, plain
from monitor.values.bsn import contains_bsn


MOST_WORDS = 600
MOST_VALUE = 60
SCHOOL_SIDE = frozenset({Role.SCHOOL, Role.BESTUUR})
"""Who speaks for a school."""
SOURCE = "opgave van de school"
"""Where an accepted value comes from, unless who accepts it says otherwise."""
GONE = (
    "Deze vraag staat niet meer open: iemand anders handelde haar intussen af, of zij is "
    "ingetrokken. Ververs de pagina om te zien hoe."
)


# ------------------------------------------------------------------------------ the school


def confirm(journal: Journal, by: Viewer, items: Sequence[Item]) -> int:
    """How many were confirmed: not again what was, nor what a question is open about.

    MonitorError, and a line in the audit log, when one of them is not the school's own.
    """
    for item in items:
        _must_speak_for(journal, by, item)
    done = 0
    with journal.writing(0) as connection:
        known: dict[str, dict[str, CorrectionStand]] = {}
        for item in items:
            if item.vestiging not in known:
                known[item.vestiging] = standings_of(connection, item.vestiging)
            standing = known[item.vestiging].get(item.key, CorrectionStand())
            last = standing.last
            is_same = last is not None and last.stap is Step.BEVESTIGD
            if standing.open or (is_same and last is not None and last.register == item.register):
                continue
            _add(connection, by, item, Step.BEVESTIGD)
            done += 1
    return done


def ask(journal: Journal, by: Viewer, item: Item, toelichting: str, waarde: str = "") -> int:
    """The number of the question. MonitorError when there is nothing to go by, when it seems to
    hold a BSN, or when it is about another school; Overtaken when one is open already."""
    _must_speak_for(journal, by, item)
    words = _typed(toelichting, MOST_WORDS, "De uitleg")
    value = _typed(waarde, MOST_VALUE, "Wat het volgens u is,")
    if not words:
        raise MonitorError("Schrijf in een of twee zinnen op wat er niet klopt.")
    with journal.writing(0) as connection:
        standing = standings_of(connection, item.vestiging).get(item.key, CorrectionStand())
        if standing.open is not None:
            raise Overtaken(
                "Over dit gegeven staat al een vraag om correctie open. Trek die eerst in, of wacht "
                "op het antwoord."
            )
        return _add(connection, by, item, Step.GEVRAAGD, waarde=value, toelichting=words)


def withdraw(journal: Journal, by: Viewer, nummer: int) -> None:
    """The question is open no more. Overtaken when it was not open; MonitorError when it is of
    another school, or of somebody in another role."""
    asked = _asked(journal, by, nummer)
    if by.role not in SCHOOL_SIDE or asked.rol != by.role or not _is_own(by, asked):
        _refuse(journal, by, asked.vestiging, f"intrekken van vraag {nummer}")
    _end(journal, by, asked, Step.INGETROKKEN)


# ------------------------------------------------------------- the samenwerkingsverband


def accept(
    journal: Journal, by: Viewer, nummer: int, waarde: str, bron: str = SOURCE, words: str = ""
) -> None:
    """The value stands beside the register's from now on. Overtaken when somebody was first."""
    asked = _to_handle(journal, by, nummer)
    value = _typed(waarde, MOST_VALUE, "De waarde")
    source = _typed(bron, MOST_VALUE, "De bron")
    if not value or not source:
        raise MonitorError("Schrijf op wat de juiste waarde is, en waar die vandaan komt.")
    words = _typed(words, MOST_WORDS, "De uitleg")
    _end(journal, by, asked, Step.AANVAARD, waarde=value, bron=source, toelichting=words)


def refuse(journal: Journal, by: Viewer, nummer: int, reden: str) -> None:
    """Overtaken when somebody was first; MonitorError without a reason."""
    asked = _to_handle(journal, by, nummer)
    words = _typed(reden, MOST_WORDS, "De reden")
    if not words:
        raise MonitorError("Schrijf op waarom u deze vraag weigert: de school leest dat.")
    _end(journal, by, asked, Step.GEWEIGERD, toelichting=words)


# --------------------------------------------------------------------------------- reading


def standings(
    journal: Journal, viewer: Viewer, swv: str, vestiging: str
) -> dict[str, CorrectionStand]:
    """Item key → what happened with it; nothing of a school that is not the viewer's."""
    if not _may_read(viewer, swv, vestiging):
        return {}
    with journal.reading() as connection:
        found = standings_of(connection, vestiging)
    # What was said when the school was of another samenwerkingsverband is of that one.
    kept = {key: tuple(e for e in one.events if e.swv == swv) for key, one in found.items()}
    return {key: CorrectionStand(events) for key, events in kept.items() if events}


def questions(journal: Journal, viewer: Viewer, swv: str) -> list[CorrectionStand]:
    """Every question about a samenwerkingsverband with what became of it, newest first; as
    staff of it, else []. Each has the question first and its end, if any, second."""
    if viewer.role not in STAFF or not viewer.is_of(swv):
        return []
    with journal.reading() as connection:
        query = sa.select(correctie).where(correctie.c.swv == swv)
        events = events_of(connection.execute(query.order_by(correctie.c.nummer)))
    ends = {event.over: event for event in events if event.over is not None}
    asked = [event for event in events if event.stap is Step.GEVRAAGD]
    return [
        CorrectionStand((one, ends[one.nummer]) if one.nummer in ends else (one,))
        for one in reversed(asked)
    ]


def can_confirm(viewer: Viewer, swv: str, vestiging: str) -> bool:
    """Whether the viewer speaks for this school."""
    return viewer.role in SCHOOL_SIDE and vestiging in viewer.vestigingen and viewer.is_of(swv)


# ----------------------------------------------------------------------------------- parts


def _may_read(viewer: Viewer, swv: str, vestiging: str) -> bool:
    return (viewer.role in STAFF and viewer.is_of(swv)) or can_confirm(viewer, swv, vestiging)


def _is_own(by: Viewer, asked: Event) -> bool:
    return can_confirm(by, asked.swv, asked.vestiging)


def _must_speak_for(journal: Journal, by: Viewer, item: Item) -> None:
    if not can_confirm(by, item.swv, item.vestiging):
        _refuse(journal, by, item.vestiging, item.key)


def _asked(journal: Journal, by: Viewer, nummer: int) -> Event:
    query = sa.select(correctie).where(correctie.c.nummer == nummer)
    with journal.reading() as connection:
        found = events_of(connection.execute(query.where(correctie.c.stap == Step.GEVRAAGD)))
    if not found or not _may_read(by, found[0].swv, found[0].vestiging):
        # The same words: whether there is such a question elsewhere is nobody's business.
        _refuse(journal, by, "", f"vraag {nummer}")
    return found[0]


def _to_handle(journal: Journal, by: Viewer, nummer: int) -> Event:
    asked = _asked(journal, by, nummer)
    if by.role not in STAFF or not by.is_of(asked.swv):
        _refuse(journal, by, asked.vestiging, f"vraag {nummer}")
    return asked


def _end(
    journal: Journal,
    by: Viewer,
    asked: Event,
    stap: Step,
    waarde: str = "",
    bron: str = "",
    toelichting: str = "",
) -> None:
    item = Item(asked.swv, asked.vestiging, asked.onderdeel, asked.titel, asked.register)
    ended = sa.select(correctie.c.nummer).where(correctie.c.over == asked.nummer)
    with journal.writing(0) as connection:
        if connection.execute(ended).first() is not None:
            raise Overtaken(GONE)
        _add(connection, by, item, stap, asked.nummer, waarde, toelichting, bron)


def _add(
    connection: sa.Connection,
    by: Viewer,
    item: Item,
    stap: Step,
    over: int | None = None,
    waarde: str = "",
    toelichting: str = "",
    bron: str = "",
) -> int:
    values = {
        "swv": item.swv, "vestiging": item.vestiging, "onderdeel": item.key, "stap": str(stap),
        "over": over, "titel": item.title, "register": item.register, "waarde": waarde,
        "toelichting": toelichting, "bron": bron, "wie": by.who, "rol": str(by.role),
        "wanneer": now(),
    }  # fmt: skip
    # In the audit log too, in the same transaction; never what was typed in.
    about = f"{stap} {item.vestiging} {item.key}"
    audit.add(connection, by.who, audit.Event.CORRECTIE, about, swv=item.swv)
    return added(connection.execute(sa.insert(correctie).values(**values)))


def _typed(words: str, most: int, what: str) -> str:
    """What somebody typed in. MonitorError when it is too long, or seems to hold a BSN."""
    if len(words.strip()) > most:
        raise MonitorError(f"{what} mag hoogstens {most} tekens lang zijn. Kort het in.")
    if contains_bsn(words):
        raise MonitorError(
            "In deze tekst lijkt een burgerservicenummer te staan. Haal het weg: gegevens van "
            "leerlingen horen hier niet."
        )
    return plain(words, most)


def _refuse(journal: Journal, by: Viewer, school: str, what: str) -> NoReturn:
    audit.refused(journal, by, f"correctie {school} {what}"[:200])
    raise MonitorError("Dit gegeven is niet van u: u kunt er niets over zeggen.")
