"""What is said of a ronde: how many answered, how long it is still open, what the missing could change."""

import datetime as dt

from monitor.rounds.bounds import Ends, Grenzen, Number, too_wide
from monitor.rounds.following import Telling
from monitor.rounds.states import IS_OPEN, RondeStap, Stand, Stap
from monitor.values import dutch
from monitor.values.moments import HERE, date


MANY_TIMES = 3
"""Of a sum: how many times what is known the most may be, before nothing is to be said of it."""
UNITS = {
    "vestiging": ("school", "scholen"),
    "bestuur": ("bestuur", "besturen"),
    "swv": ("samenwerkingsverband", "samenwerkingsverbanden"),
    "ketenpartner": ("ketenpartner", "ketenpartners"),
    "panel": ("panel", "panels"),
}


def answered(telling: Telling, soort: str = "vestiging") -> str:
    """38 van de 43 scholen hebben ingeleverd; 3 zijn halverwege en 2 hebben niets gedaan."""
    one, more = UNITS[soort]
    all_, done, begun, nothing = telling
    if done == all_:
        return (
            f"Alle {all_} {more} hebben ingeleverd." if all_ != 1 else f"De {one} heeft ingeleverd."
        )
    if not done and not begun:
        return f"Van de {all_} {more} heeft er nog geen ingeleverd of iets ingevuld."
    said = [
        f"{begun} {'is' if begun == 1 else 'zijn'} halverwege" if begun else "",
        f"{nothing} {'heeft' if nothing == 1 else 'hebben'} niets gedaan" if nothing else "",
    ]
    return (
        f"{done} van de {all_} {more} {'heeft' if done == 1 else 'hebben'} ingeleverd; "
        f"{dutch.joined([part for part in said if part])}."
    )


def time_left(stand: Stand, moment: dt.datetime) -> str:
    """Nog 12 dagen."""
    if stand.sluit is None:
        return "De ronde is nog niet open."
    last = last_day(stand.sluit)
    if stand.stap in IS_OPEN:
        days = (last - moment.astimezone(HERE).date()).days
        if days == 0:
            return "Vandaag is de laatste dag."
        return f"Nog {days} {'dag' if days == 1 else 'dagen'}."
    closed = f"De ronde sloot op {date(last)}"
    settled = {Stap.VOORLOPIG: " en is voorlopig vastgesteld", Stap.DEFINITIEF: " en is definitief"}
    return f"{closed}{settled.get(stand.stap, '')}."


def last_day(sluit: dt.datetime) -> dt.date:
    """The day of which the end, or a moment, is when a ronde closes."""
    return (sluit.astimezone(HERE) - dt.timedelta(microseconds=1)).date()


def since(steps: list[RondeStap], moment: dt.datetime) -> str:
    """Zij is open sinds gisteren."""
    opened = next((step.wanneer for step in steps if step.stap is Stap.OPEN), None)
    if opened is None:
        return ""
    day = opened.astimezone(HERE).date()
    days = (moment.astimezone(HERE).date() - day).days
    return f"Zij is open sinds { ({0: 'vandaag', 1: 'gisteren'}.get(days) or date(day)) }."


# ----------------------------------------------------------------------------------- figures


def interval(one: Grenzen, ends: Ends) -> str:
    """A figure from end to end, as it is said."""
    if one.maat in ("som", "aantal"):
        return _sum(ends)
    shares = ends.shares
    if shares is None:
        return "–"
    if one.maat == "gemiddelde":
        return _from_to(*(dutch.number(float(end), 1) for end in shares))
    low, high = (dutch.number(float(end) * 100, 1) for end in shares)
    return dutch.with_unit(_from_to(low, high), "%")


def counts(one: Grenzen, ends: Ends) -> str:
    """333–401 van 473."""
    if ends.noemer_max is None or one.maat == "gemiddelde":
        return ""
    of = _from_to(dutch.number(ends.noemer), dutch.number(ends.noemer_max))
    return f"{_sum(ends)} van {of}"


def is_too_wide(one: Grenzen, handed_in: int, asked: int) -> bool:
    """Whether the missing could change so much that nothing is to be said of it."""
    if 2 * handed_in < asked:
        return True
    ends = one.grenzen
    if one.maat == "som":
        known, most = ends.teller, ends.teller_max
        return most is None or known is None or most > MANY_TIMES * max(known, 0)
    return one.maat != "gemiddelde" and too_wide(ends)


def _sum(ends: Ends) -> str:
    if ends.teller_max is None:
        return f"{_number(ends.teller)} of meer"
    return _from_to(_number(ends.teller), _number(ends.teller_max))


def _number(number: Number | None) -> str:
    if number is None:
        return "onbekend"
    return dutch.number(number, 0 if isinstance(number, int) else 2)


def _from_to(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"
