"""From what was typed to what is kept: judged as the same value in a file is, then to the writer."""

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.filling.given import Typed
from monitor.filling.sheet import Sheet
from monitor.rounds.kept_answers import GEGEVEN, GEWIST, Kept
from monitor.rounds.saving import Save, Saved, Writer
from monitor.rounds.vragenlijst.answers import WrongAnswer, read_answer
from monitor.rounds.vragenlijst.conditions import Answer, Place
from monitor.rounds.vragenlijst.model import Vraag


MONTH = Vraag(code="maand", soort="maand", tekst="maand", niet_na="vandaag")
"""As what the month of a proof is judged."""


class Line(NamedTuple):
    """Who answers, on a page of when."""

    wie: str
    geopend: dt.datetime
    kaartje: str = ""
    """'' where the page made none; then each answer gets one here."""

    def card(self) -> str:
        return self.kaartje or secrets.token_urlsafe(18)


def save_of(
    sheet: Sheet, place: Place, vraag: Vraag, typed: Typed, line: Line, herkomst: str = "getypt"
) -> Save:
    """What to keep, or WrongAnswer. Nothing typed takes the answer away."""
    bewijs = ""
    answer: Answer | None = None
    if not typed.is_empty:
        answer = read_answer(vraag, typed.given, sheet.own_words(vraag))
        if vraag.bewijs == "datum" and typed.proof and not answer.instead:
            bewijs = str(_month(typed.proof))
    staat, waarde = said(answer)
    return Save(
        ronde=sheet.taak.ronde.nummer,
        deelnemer=sheet.taak.nummer,
        place=place,
        betekenis=vraag.betekenis,
        staat=staat,
        waarde=waarde,
        kaartje=line.card(),
        gezien=typed.seen,
        wie=line.wie,
        geopend=line.geopend,
        herkomst=herkomst,
        bewijs=bewijs,
    )


def said(answer: Answer | None) -> tuple[str, object]:
    """As the journal keeps an answer."""
    if answer is None:
        return GEWIST, None
    return (answer.instead, None) if answer.instead else (GEGEVEN, answer.value)


def still_so(
    sheet: Sheet, place: Place, vraag: Vraag, typed: Typed, line: Line, of: str = "klopt-nog"
) -> Save:
    """What a school said a year ago, or what a register says, confirmed: its value is the server's.
    The proof of last year's answer is as old as that answer."""
    offered = sheet.last_year(place) if of == "klopt-nog" else sheet.proposed(place, vraag)
    if offered is None:
        raise WrongAnswer("Hier valt niets te bevestigen. Kies of schrijf zelf een antwoord.")
    save = save_of(sheet, place, vraag, Typed(offered.given, "", typed.seen), line, of)
    return save if of != "klopt-nog" else _dated(save, offered.when)


def _dated(save: Save, when: str) -> Save:
    return replace(save, bewijs=when[:7])


def untouched(sheet: Sheet, save: Save) -> bool:
    """Whether a whole form says of a question what its page showed, or what is there already."""
    rows = sheet.found.get(save.place, [])
    new = (save.staat, save.waarde, save.bewijs)
    shown = next((row for row in rows if row.nummer == save.gezien), None)
    return new == _as_said(shown) or (bool(rows) and new == _as_said(rows[-1]))


def _as_said(kept: Kept | None) -> tuple[str, object, str]:
    return (GEWIST, None, "") if kept is None else (kept.staat, kept.waarde, kept.bewijs)


def _month(text: str) -> object:
    try:
        return read_answer(MONTH, text).value
    except WrongAnswer as wrong:
        raise WrongAnswer(f"Van wanneer: {wrong}") from None


def keep_all(writer: Writer, saves: Sequence[Save]) -> dict[Place, Saved | MonitorError]:
    """Keep several at once, and say of each how it went: one that is refused hurts no other."""
    outcomes: dict[Place, Saved | MonitorError] = {}
    begun = []
    for save in saves:
        try:
            begun.append((save.place, writer.begin(save)))
        except MonitorError as error:
            outcomes[save.place] = error
    for place, future in begun:
        try:
            outcomes[place] = future.result(20)
        except MonitorError as error:
            outcomes[place] = error
        except TimeoutError:
            outcomes[place] = MonitorError("Niet zeker of dit bewaard is. Probeer het opnieuw.")
    return outcomes
