"""What is said of answers and delen on these pages."""

import datetime as dt
from typing import Any

from monitor.access import accounts
from monitor.filling.sheet import Part, Sheet
from monitor.rounds.kept_answers import GEGEVEN, Kept
from monitor.rounds.vragenlijst.kinds import INSTEAD, options
from monitor.rounds.vragenlijst.model import Vraag
from monitor.store.journal import Journal
from monitor.values import dutch, moments
from monitor.values.moments import HERE


TAKEN_FROM = {
    "klopt-nog": "zoals vorig jaar", "voorstel": "zoals bekend", "telefonisch": "per telefoon",
    "papier": "op papier", "overgenomen": "overgenomen",
}  # fmt: skip


def names_of(journal: Journal) -> dict[str, str]:
    """Account → name, for who reads who answered."""
    return {one.viewer.who: one.naam for one in accounts.accounts(journal)}


def amount(number: int, one: str, more: str) -> str:
    return f"{dutch.number(number)} {one if number == 1 else more}"


def clock(moment: dt.datetime) -> str:
    """10:14 | 3 februari 10:14, on the clock in the Netherlands"""
    here = moment.astimezone(HERE)
    day = "" if here.date() == dt.datetime.now(HERE).date() else f"{moments.day_here(moment)} "
    return f"{day}{here:%H:%M}"


def stated(kept: Kept | None, names: dict[str, str]) -> str:
    """How a question stands: bewaard 10:14 door K. Jansen"""
    if kept is None:
        return ""
    late = ", te laat" if kept.te_laat else ""
    how = f" ({TAKEN_FROM[kept.herkomst]})" if kept.herkomst in TAKEN_FROM else ""
    return f"bewaard {clock(kept.wanneer)} door {names.get(kept.wie, kept.wie)}{how}{late}"


def shown_as(vraag: Vraag, kept: Kept) -> str:
    """An answer in the words of its question."""
    if kept.staat != GEGEVEN:
        return INSTEAD[kept.staat].tekst if kept.staat in INSTEAD else "geen antwoord"
    named = {one.code: one.tekst for one in options(vraag)}
    return _words(vraag, kept.waarde, named)


def _words(vraag: Vraag, value: Any, named: dict[str, str]) -> str:
    if isinstance(value, list):
        return dutch.joined([named.get(str(one), str(one)) for one in value])
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values())
    if vraag.soort == "bedrag":
        return f"€ {dutch.number(value, 0 if float(value).is_integer() else 2)}"
    if isinstance(value, float | int) and not named:
        return dutch.number(value, 0 if float(value).is_integer() else 2)
    if vraag.soort in ("datum", "maand"):
        return moments.period(str(value)) if len(str(value)) == 7 else moments.date(str(value))
    return named.get(str(value), str(value))


def first_sentence(sheet: Sheet) -> str:
    """U hebt 14 vragen; van 9 staat uw antwoord van vorig jaar er al. Ongeveer 6 minuten."""
    still, offered = len(sheet.open), len(sheet.offered)
    if not still:
        return "Alle vragen zijn beantwoord."
    begun = "nog " if sheet.current else ""
    asked = f"U hebt {begun}{amount(still, 'vraag', 'vragen')}"
    minutes = f"Ongeveer {amount(sheet.minutes, 'minuut', 'minuten')}."
    if offered:
        return f"{asked}; van {dutch.number(offered)} staat uw antwoord van vorig jaar er al. {minutes}"
    return f"{asked}. {minutes}"


def progress(sheet: Sheet) -> str:
    """3 van 5 delen klaar."""
    ready = sum(not part.open for part in sheet.parts)
    return f"{ready} van {amount(len(sheet.parts), 'deel', 'delen')} klaar."


def state_of(part: Part) -> str:
    """How a deel stands: niets te vragen | klaar | 3 van 11 beantwoord, 2 nog nodig"""
    if not part.asked:
        return "geen vragen voor u"
    if not part.open:
        return "✓ klaar"
    done = len(part.asked) - len(part.open)
    need = f", {len(part.missing)} nog nodig" if part.missing else ", mag zo blijven"
    return f"{'◐' if done else '○'} {done} van {len(part.asked)} beantwoord{need}"
