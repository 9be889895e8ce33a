"""Whether a file is still true: as it was made, and as the data say it now."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

from monitor.errors import MonitorError
from monitor.reports import changes, inside, published
from monitor.reports.audiences import Audience
from monitor.reports.making import Order, make, reader_of
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
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
"""Changes that are told of one file."""


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
    if then is None:
        return Verdict(Outcome.GONE, f"versie {version} van de gegevens is er niet meer",
                       _with_deliveries(lines, store.register, stamp))  # fmt: skip
    made = now if then is store else _made(then, order)[0]
    if lines:
        sentence = f"de gegevens zijn veranderd sinds versie {version}"
        if _is_edited(content, made, data):
            sentence += ", en het bestand is bewerkt"
        return Verdict(Outcome.DIFFERS, sentence, _with_deliveries(lines, store.register, stamp))
    if _is_edited(content, made, data):
        return Verdict(
            Outcome.DIFFERS,
            "de gegevens zijn gelijk, maar het bestand is bewerkt of opnieuw opgeslagen",
        )
    return Verdict(Outcome.EQUAL, f"gelijk (versie {version}, kenmerk {data['kenmerk'][:12]})")


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


def _is_edited(content: bytes, made: Report | None, data: dict[str, Any]) -> bool:
    """Whether it is another file than is made of the same now."""
    if made is None or made.stamp.kenmerk(made.sections) != data["kenmerk"]:
        return False  # made by another version of the monitor: nothing to hold it beside
    return FORMS[inside.form_of(content)](made) != content


def _with_deliveries(
    lines: list[str], register: Register, stamp: dict[str, Any]
) -> tuple[str, ...]:
    told = lines[:MUCH]
    if len(lines) > MUCH:
        told.append(f"… en nog {len(lines) - MUCH} veranderingen")
    return (*told, *(_since(register, str(stamp.get("moment", ""))) if lines else ()))


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
