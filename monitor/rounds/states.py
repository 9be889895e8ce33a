"""In which state a ronde is, and when an answer may still be taken. No database here.

`concept → open → (verlengd)* → gesloten → voorlopig* → definitief`; closing goes by itself at the
end of the last day, in the Netherlands.
"""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from monitor.values.moments import HERE


LATE = dt.timedelta(hours=2)
"""For how long an answer is taken that was typed on a page opened before closing: nobody loses an
evening of typing to a clock."""


class Stap(StrEnum):
    CONCEPT = "concept"
    OPEN = "open"
    VERLENGD = "verlengd"
    GESLOTEN = "gesloten"
    VOORLOPIG = "voorlopig"
    DEFINITIEF = "definitief"


class RondeStap(NamedTuple):
    """One step of a ronde, as it was kept."""

    stap: Stap
    tot: dt.date | None
    waarom: str
    wie: str
    wanneer: dt.datetime


class Stand(NamedTuple):
    """What holds now. `sluit` is the moment at which it closes, or closed; None before it opened."""

    stap: Stap
    sluit: dt.datetime | None


class Taken(StrEnum):
    """Whether an answer is taken."""

    YES = "ja"
    LATE = "te laat"
    NO = "nee"


FOLLOWS = {
    Stap.CONCEPT: {Stap.OPEN},
    Stap.OPEN: {Stap.VERLENGD, Stap.GESLOTEN},
    Stap.VERLENGD: {Stap.VERLENGD, Stap.GESLOTEN},
    Stap.GESLOTEN: {Stap.VOORLOPIG},
    Stap.VOORLOPIG: {Stap.VOORLOPIG, Stap.DEFINITIEF},
    Stap.DEFINITIEF: {Stap.VOORLOPIG},
}
"""Which step may follow which; back from definitief is for few (`rondes.py`)."""
IS_OPEN = {Stap.OPEN, Stap.VERLENGD}


def end_of(day: dt.date) -> dt.datetime:
    """The first moment that is no longer that day, in the Netherlands, in UTC."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), HERE).astimezone(dt.UTC)


def stand_of(steps: Sequence[RondeStap], now: dt.datetime) -> Stand:
    """The state after all steps, oldest first, of which there is at least one."""
    last = steps[-1]
    opened = [step for step in steps if step.stap in IS_OPEN]
    closed = [step for step in steps if step.stap is Stap.GESLOTEN]
    end = end_of(opened[-1].tot) if opened and opened[-1].tot else None
    if closed:  # by hand, perhaps before the last day was over
        end = min(end, closed[-1].wanneer) if end else closed[-1].wanneer
    if last.stap in IS_OPEN and end is not None and now >= end:
        return Stand(Stap.GESLOTEN, end)
    return Stand(last.stap, end)


def takes(
    stand: Stand, reopened_until: dt.date | None, page_opened: dt.datetime, now: dt.datetime
) -> Taken:
    """Whether an answer that arrives now is taken. `reopened_until` is the last day of a deelnemer
    for whom the ronde was reopened; `page_opened` is when the page came on which it was typed, as
    the server knows it."""
    if stand.stap in IS_OPEN:
        return Taken.YES
    if reopened_until is not None and stand.stap is not Stap.DEFINITIEF:
        return _until(end_of(reopened_until), page_opened, now)
    if stand.stap is Stap.GESLOTEN and stand.sluit is not None:
        return _until(stand.sluit, page_opened, now)
    return Taken.NO


def _until(end: dt.datetime, page_opened: dt.datetime, now: dt.datetime) -> Taken:
    if now < end:
        return Taken.YES
    return Taken.LATE if page_opened < end and now < end + LATE else Taken.NO
