"""Answers are saved by one writer per process, in groups: what comes while a group is written waits
for the next. What was acknowledged is in the database; what was not may be sent again, as often as
is needed, and is one row (`kaartje`). No save raises the version of the journal: figures of the
store do not depend on answers.
"""

import atexit
import datetime as dt
import queue
import re
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitor.errors import MonitorError
from monitor.rounds.kept_answers import GEGEVEN, GEWIST, Kept, as_kept, unseen
from monitor.rounds.states import Stand, Taken, stand_of, takes
from monitor.rounds.steps import deelnemers_of, reopened, steps_of
from monitor.rounds.tables import antwoord
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET
from monitor.store.journal import Journal, added, now
from monitor.values.moments import HERE, date


MOST_WAITING, MOST_AT_ONCE = 2_000, 200
PATIENCE = 20.0
"""Seconds that a save waits to be acknowledged."""
HERKOMST = ("getypt", "klopt-nog", "voorstel", "telefonisch", "papier", "overgenomen")
_ADD = sa.insert(antwoord)
KAARTJE = re.compile(r"[A-Za-z0-9_-]{16,64}")


class Refused(MonitorError):
    """This answer is not taken; what was typed is still with who typed it."""


@dataclass(frozen=True)
class Save:
    """One answer that somebody gave. Its value has been judged (`answers.read_answer`), and that
    he may answer for this deelnemer has been looked at: here is only kept."""

    ronde: int
    deelnemer: int
    place: Place
    betekenis: int
    staat: str
    waarde: Any
    kaartje: str
    """Random, made where the answer was typed; the same when it is sent again."""
    gezien: int | None
    """The number of the row that it replaces, as its page showed it."""
    wie: str
    geopend: dt.datetime
    """When the page came on which it was typed, as the server knows it."""
    herkomst: str = "getypt"
    basis: int | None = None
    bewijs: str = ""


class Saved(NamedTuple):
    """It is in the database."""

    nummer: int
    wanneer: dt.datetime
    te_laat: bool
    other: Kept | None
    """What somebody else answered that this person had not seen, and that differs."""


class Writer:
    """The one thread that saves answers in this process; safe to use from all others."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._waiting: queue.Queue[tuple[Save, Future[Saved]] | None] = queue.Queue(MOST_WAITING)
        self._is_closed = False
        self._lock = threading.Lock()
        self.groups = 0
        """How many transactions there were, for tests."""
        self._thread = threading.Thread(target=self._run, name="antwoorden", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def save(self, what: Save) -> Saved:
        """Keep an answer; returns when it is in the database. Refused when the ronde takes none;
        MonitorError when it is not certain that it was kept: send the same once more."""
        try:
            return self.begin(what).result(PATIENCE)
        except TimeoutError:
            raise MonitorError(
                "Niet zeker of dit bewaard is: het duurt te lang. Wat u typte staat hier nog; probeer "
                "het zo opnieuw."
            ) from None

    def begin(self, what: Save) -> "Future[Saved]":
        """As `save`, without waiting for it."""
        _hold(what)
        done: Future[Saved] = Future()
        with self._lock:  # so that nothing comes behind the end
            if self._is_closed:
                raise MonitorError(
                    "Niet bewaard: de monitor wordt afgesloten. Probeer het zo opnieuw."
                )
            try:
                self._waiting.put_nowait((what, done))
            except queue.Full:
                raise MonitorError(
                    "Niet bewaard: het is te druk. Probeer het zo opnieuw."
                ) from None
        return done

    def close(self) -> None:
        """Save what waits, and end."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        self._waiting.put(None)
        self._thread.join()
        atexit.unregister(self.close)

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            group = [first]
            end = False
            while len(group) < MOST_AT_ONCE:
                try:
                    one = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if one is None:
                    end = True
                    break
                group.append(one)
            self._keep(group)
            if end:
                return

    def _keep(self, group: list[tuple[Save, "Future[Saved]"]]) -> None:
        try:
            done = self._together([save for save, _ in group])
        except Exception as error:  # noqa: BLE001  told to who waits; this thread must go on
            if len(group) == 1:
                group[0][1].set_exception(_told(error))
                return
            # One bad row hurts itself only; who was kept after all has his kaartje there.
            for one in group:
                self._keep([one])
            return
        for (_, future), outcome in zip(group, done, strict=True):
            if isinstance(outcome, Saved):
                future.set_result(outcome)
            else:
                future.set_exception(outcome)

    def _together(self, saves: list[Save]) -> list["Saved | Refused"]:
        """One transaction; what is returned was committed."""
        with self._journal.writing(0) as connection:
            group = _Group(connection, saves)
            outcomes = [group.keep(save) for save in saves]
        self.groups += 1
        return outcomes


class _Group:
    """What one transaction knows, so that it asks once for all of its answers."""

    def __init__(self, connection: sa.Connection, saves: list[Save]) -> None:
        self._connection = connection
        self._now = now()
        rondes = sorted({save.ronde for save in saves})
        self._stands: dict[int, Stand | None] = {}
        self._asked: set[tuple[int, int]] = set()
        for number in rondes:
            steps = steps_of(connection, number)
            self._stands[number] = stand_of(steps, self._now) if steps else None
            self._asked |= {
                (number, d.nummer) for d in deelnemers_of(connection, number) if d.erbij
            }
        self._reopened = reopened(connection, {save.deelnemer for save in saves})
        found = connection.execute(
            sa.select(antwoord).where(
                antwoord.c.ronde.in_(rondes),
                antwoord.c.kaartje.in_(sorted({save.kaartje for save in saves})),
            )
        )
        self._cards = {(row.ronde, row.kaartje): (row.deelnemer, as_kept(row)) for row in found}
        rows = connection.execute(
            sa.select(antwoord)
            .where(
                sa.tuple_(
                    antwoord.c.ronde, antwoord.c.deelnemer, antwoord.c.rij, antwoord.c.vraag
                ).in_(sorted({(s.ronde, s.deelnemer, *s.place) for s in saves}))
            )
            .order_by(antwoord.c.nummer)
        )
        self._before: dict[tuple[int, Place], list[Kept]] = {}
        for row in rows:
            kept = as_kept(row)
            self._before.setdefault((row.deelnemer, kept.place), []).append(kept)

    def keep(self, save: Save) -> Saved | Refused:
        before = self._before.setdefault((save.deelnemer, save.place), [])
        if card := self._cards.get((save.ronde, save.kaartje)):
            who, kept = card
            if (who, kept.place, kept.said) != (
                save.deelnemer,
                save.place,
                (save.staat, save.waarde),
            ):
                return Refused("Niet bewaard: dit kaartje is al gebruikt. Ververs de bladzijde.")
            upto = [one for one in before if one.nummer <= kept.nummer]
            return Saved(kept.nummer, kept.wanneer, kept.te_laat, unseen(upto))
        stand = self._stands[save.ronde]
        if stand is None or (save.ronde, save.deelnemer) not in self._asked:
            return Refused("Niet bewaard: deze vragenlijst hoort niet bij deze ronde.")
        until = self._reopened.get(save.deelnemer)
        taken = takes(stand, until, save.geopend, self._now)
        if taken is Taken.NO:
            return Refused(_closed(stand))
        row = {
            "ronde": save.ronde, "deelnemer": save.deelnemer, "rij": save.place.rij,
            "vraag": save.place.vraag, "betekenis": save.betekenis, "staat": save.staat,
            "waarde": save.waarde, "herkomst": save.herkomst, "basis": save.basis,
            "gezien": save.gezien, "bewijs": save.bewijs, "te_laat": taken is Taken.LATE,
            "kaartje": save.kaartje, "wie": save.wie, "wanneer": self._now,
        }  # fmt: skip
        number = added(self._connection.execute(_ADD, row))
        kept = Kept(
            number, save.place, save.betekenis, save.staat, save.waarde, save.herkomst, save.basis,
            save.gezien, save.bewijs, taken is Taken.LATE, save.wie, self._now,
        )  # fmt: skip
        before.append(kept)
        self._cards[save.ronde, save.kaartje] = (save.deelnemer, kept)
        return Saved(number, self._now, kept.te_laat, unseen(before))


def _hold(save: Save) -> None:
    """What no page sends: ValueError, before it comes among the answers of others."""
    if save.staat not in (GEGEVEN, GEWIST, WEET_NIET, NVT) or save.herkomst not in HERKOMST:
        raise ValueError("no such state or origin")
    if (save.waarde is None) == (save.staat == GEGEVEN):
        raise ValueError("a value is given, and only then")
    if not KAARTJE.fullmatch(save.kaartje):
        raise ValueError("no kaartje")


def _closed(stand: Stand) -> str:
    if stand.sluit is None:
        return "Niet bewaard: deze ronde is nog niet open."
    day = (stand.sluit.astimezone(HERE) - dt.timedelta(microseconds=1)).date()
    return (
        f"Niet bewaard: deze ronde sloot op {date(day)}. Wat u typte staat hier nog. Vraag het "
        "samenwerkingsverband om uw lijst te heropenen."
    )


def _told(error: Exception) -> Exception:
    """A failure in words; what an answer says is in none of them."""
    if isinstance(error, MonitorError):
        return error
    failed = MonitorError(
        f"Niet bewaard: het journaal nam dit antwoord niet aan ({type(error).__name__})."
    )
    failed.__cause__ = None
    return failed


_writers: dict[Journal, Writer] = {}
_writers_lock = threading.Lock()


def writer(journal: Journal) -> Writer:
    """The writer of a journal in this process; made when it is first asked for."""
    with _writers_lock:
        if journal not in _writers:
            _writers[journal] = Writer(journal)
        return _writers[journal]
