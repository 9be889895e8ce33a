"""One request of somebody for one list: who asks, of which deelnemer, and what he sent."""

import datetime as dt
import hmac
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from monitor.access import Viewer
from monitor.access.keys import keyed
from monitor.filling.given import Fields
from monitor.filling.html import at
from monitor.filling.keeping import Line
from monitor.filling.sheet import Sheet, read_sheet
from monitor.filling.words import names_of
from monitor.rounds.handing_in import IN, Gedaan, closes, taken_now
from monitor.rounds.known import Known
from monitor.rounds.states import Taken
from monitor.rounds.whose import Taak
from monitor.store.journal import Journal, now
from monitor.values import moments


OLDEST = dt.timedelta(days=7)
"""How old a page may be that was opened before closing."""
SHUT = IN | {Gedaan.ANTWOORDT_NIET}
"""When a school first opens its list again before it answers."""


@dataclass(frozen=True)
class Visit:
    """One request, of who may see this list."""

    request: Request
    journal: Journal
    viewer: Viewer
    taak: Taak
    known: Known
    form: Fields
    rest: tuple[str, ...] = ()
    """What stands in the address after the number of the deelnemer."""

    @cached_property
    def sheet(self) -> Sheet:
        return read_sheet(self.journal, self.taak, self.known)

    def again(self) -> "Visit":
        """The same after something was kept."""
        return Visit(self.request, self.journal, self.viewer, self.taak, self.known, self.form, self.rest)  # fmt: skip

    @cached_property
    def names(self) -> dict[str, str]:
        return names_of(self.journal)

    @property
    def may_answer(self) -> bool:
        return self.taak.may_answer(self.viewer)

    @property
    def is_open(self) -> bool:
        """Whether this visitor may change an answer now."""
        taken = taken_now(self.taak, self.sheet.done, self.opened)
        return self.may_answer and taken is not Taken.NO and self.sheet.stap not in SHUT

    @property
    def may_reopen(self) -> bool:
        """Whether who handed in, or said that he would not answer, may take that back."""
        shut = self.may_answer and self.sheet.stap in SHUT
        return shut and taken_now(self.taak, self.sheet.done, now()) is not Taken.NO

    def field(self, name: str) -> str:
        return self.form.get(name, [""])[0]

    @property
    def line(self) -> Line:
        return Line(self.viewer.who, self.opened, self.field("kaartje"))

    @cached_property
    def opened(self) -> dt.datetime:
        """When the page came on which this was typed, as we wrote it in that page; now, where that
        is not what we wrote."""
        text, _, sign = self.field("geopend").partition(" ")
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            return now()
        if moment.tzinfo is None or not hmac.compare_digest(self._signed(text), sign):
            return now()
        return moment if now() - OLDEST < moment <= now() else now()

    @property
    def stamp(self) -> str:
        """What a page keeps of when it came: `opened` reads it back."""
        text = now().isoformat()
        return f"{text} {self._signed(text)}"

    def _signed(self, text: str) -> str:
        return keyed(self.journal, f"geopend {self.taak.nummer} {self.viewer.who} {text}")[:32]

    @property
    def about(self) -> str:
        """Of whom this list is, above every page: two schools in two tabs look different."""
        return f"{self.known.naam} · {self.taak.ronde.titel}"

    @property
    def until(self) -> str:
        """sluit 12 februari 2026 | gesloten sinds 12 februari 2026"""
        end = closes(self.taak, self.sheet.done)
        if end is None:
            return ""
        day = moments.day_here(end - dt.timedelta(microseconds=1))
        return f"U kunt antwoorden tot en met {day}." if now() < end else f"Gesloten sinds {day}."


def go(*parts: object, note: str = "", to: str = "") -> Response:
    """On to another of our pages."""
    where = at(*parts) + (f"?{note}" if note else "") + (f"#{to}" if to else "")
    return RedirectResponse(where, 303, {"Cache-Control": "no-store"})
