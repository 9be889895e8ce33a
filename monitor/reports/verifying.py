"""Whether a file is still true: as it was made, and as the data say it now."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from typing import Any

from monitor.errors import MonitorError
from monitor.reports import changes, inside, published
from monitor.reports.audiences import Audience
from monitor.reports.edited import Edited, judged
from monitor.reports.making import Order, make, reader_of
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.store.delivered import Register
from monitor.store.store import Store
from monitor.values import moments


class Outcome(IntEnum):
    """As the command leaves it; 1 and 2 are what they are of every command."""

    EQUAL = 0
    DIFFERS = 3
    NOT_OURS = 4
    GONE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one file. What is told may be seen by whom the file is for."""

    outcome: Outcome
    sentence: str
    lines: tuple[str, ...] = ()
    """What changed, and what was delivered in between."""


NOT_OURS = Verdict(Outcome.NOT_OURS, "geen rapport van deze monitor, of te beschadigd om te lezen")
OPENED = "stamp", "sections"
MUCH = 40
"""Changes that are told of one file, and as many edits."""
OF_PROGRAM = "program", "recipe", "shown"
"""What another version of the monitor says otherwise of the same data."""
OF_VERSION = "version", "deliveries", "moment"
UNKNOWN = Edited(
    (), "of het bestand zelf bewerkt is, is niet te zeggen: het is niet opnieuw te maken"
)
STAMP = "het stempel in het bestand is niet dat van deze gegevens"


def verdict(store: Store, content: bytes, older: Callable[[int], Store | None]) -> Verdict:
    """`store` is the current version; `older` opens another, None where it is gone."""
    data = inside.read(content)
    if data is None:
        return NOT_OURS
    order, stamp = _order(data["order"]), data["stamp"]
    version = stamp.get("version")
    if order is None or type(version) is not int or not _is_of(store, order, stamp):
        return NOT_OURS
    if _kenmerk(data) != data["kenmerk"]:
        return Verdict(
            Outcome.DIFFERS,
            "veranderd nadat het gemaakt is: wat erin ligt hoort niet bij het kenmerk",
        )
    now, why = _made(store, order)
    lines = [why] if now is None else _changes(data, now)
    then = store if version == store.version else older(version)
    made = now if then in (store, None) else _made(then, order)[0]
    other, file = _beside(content, made, data, is_gone=then is None)
    told = tuple(map(_seen, _with_deliveries(lines, file.lines, store.register, stamp)))
    if then is None:
        sentence = f"versie {version} van de gegevens is er niet meer"
        return Verdict(Outcome.GONE, sentence + _edited(file, ", en "), told)
    if lines:
        sentence = f"de gegevens zijn veranderd sinds versie {version}"
        return Verdict(Outcome.DIFFERS, sentence + _edited(file, ", en "), told)
    if said := _edited(file, "de gegevens zijn gelijk, maar "):
        return Verdict(Outcome.DIFFERS, said, told)
    sentence = f"gelijk (versie {version}, kenmerk {data['kenmerk'][:12]}){other}"
    return Verdict(Outcome.EQUAL, sentence)


def reader_in(store: Store, content: bytes) -> Audience | None:
    """For whom a file is, before anything of it is told; None for what `verdict` says is not ours."""
    data = inside.read(content)
    order = None if data is None else _order(data["order"])
    if data is None or order is None or not _is_of(store, order, data["stamp"]):
        return None
    return reader_of(store, order)


def _order(given: dict[str, Any]) -> Order | None:
    names = {one.name for one in fields(Order)}
    if not set(given) <= names or not all(isinstance(one, str) for one in given.values()):
        return None
    try:
        return Order(**given)
    except TypeError:
        return None


def _is_of(store: Store, order: Order, stamp: dict[str, Any]) -> bool:
    """Whether the order is one of this store, for the reader that the stamp names: not for another,
    who may see more."""
    try:
        reader = reader_of(store, order)
    except (MonitorError, ValueError):
        return False
    return bool(reader.words == stamp.get("audience") and reader.viewer.sees_exact == stamp.get("is_exact")
                and str(stamp.get("recipe", "")).partition(",")[0] == order.recept)  # fmt: skip


def _kenmerk(data: dict[str, Any]) -> str:
    """As `Stamp.kenmerk`, over what lies in the file."""
    whole = {key: data[key] for key in OPENED}
    words = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _made(store: Store, order: Order) -> tuple[Report | None, str]:
    try:
        return make(store, order), ""
    except MonitorError as error:
        return None, str(error)


def _changes(data: dict[str, Any], now: Report) -> list[str]:
    # Through JSON, as what lies in the file went.
    sections = json.loads(json.dumps([published.of_section(one) for one in now.sections]))
    return list(changes.of_sections(data["sections"], sections))


def _beside(
    content: bytes, made: Report | None, data: dict[str, Any], *, is_gone: bool
) -> tuple[str, Edited]:
    """(what must be said of a file that is equal, what was edited in it): beside the same made again,
    with the stamp that lies in the file. `is_gone`: it is made of a later version that says the same."""
    if made is None or _changes(data, made):
        return "", UNKNOWN
    stamp = _stamp(data["stamp"])
    free = OF_PROGRAM + OF_VERSION * is_gone
    if stamp is None or stamp != replace(made.stamp, **{one: getattr(stamp, one) for one in free}):
        return "", Edited((), STAMP)
    form = inside.form_of(content)
    found = judged(content, FORMS[form](replace(made, stamp=stamp)))
    if found is None:
        return "", Edited(())
    if stamp.program != made.stamp.program and not found.lines and form != "pdf":
        # Another version draws and lays out otherwise.
        return f"; gemaakt met {_seen(stamp.program)}, wat er staat is gelijk", Edited(())
    return "", found


def _stamp(values: dict[str, Any]) -> Stamp | None:
    """As `Stamp.as_values` gave it; None for what is none."""
    try:
        found = Stamp(**values | {"moment": dt.datetime.fromisoformat(values["moment"])})
        return found if found.as_values() == values else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _edited(file: Edited, before: str) -> str:
    """What was done to the file, as the end of a sentence; "" for nothing."""
    said = "het bestand is bewerkt" if file.lines else file.else_said
    return f"{before}{said}" if said else ""


def _seen(words: str) -> str:
    """What lies in a file of somebody does nothing on a screen."""
    return "".join(one if one.isprintable() or one == "\u00a0" else " " for one in words)


def _with_deliveries(
    lines: list[str], edits: Sequence[str], register: Register, stamp: dict[str, Any]
) -> Iterator[str]:
    for found, what in ((lines, "veranderingen"), (edits, "bewerkingen in het bestand")):
        yield from found[:MUCH]
        if len(found) > MUCH:
            yield f"… en nog {len(found) - MUCH} {what}"
    if lines:
        yield from _since(register, str(stamp.get("moment", "")))


def _since(register: Register, moment: str) -> list[str]:
    """Which deliveries came, or were taken back, since the data were of that moment."""
    try:
        since = dt.datetime.fromisoformat(moment)
    except ValueError:
        return []
    found = []
    for one in register.deliveries:
        if one.when > since:
            names = ", ".join(file.source for file in one.files)
            found.append(f"Sindsdien: levering {one.id} van {moments.day_here(one.when)} ({names})")
        for file in one.files:
            if file.withdrawn is not None and file.withdrawn > since:
                found.append(
                    f"Sindsdien: levering {one.id}.{file.number} ({file.source}) is ingetrokken"
                )
    return found
