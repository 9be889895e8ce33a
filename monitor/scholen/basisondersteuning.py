"""Basisondersteuning: what a school says that it has, point by point, beside schools like it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from monitor.access import Viewer
from monitor.scholen.register import School, schools
from monitor.store.store import Store


FEWEST = 5
"""Of fewer other schools it is not told what they say."""
ORDER = ("ja", "deels", "nee", "onbekend")


@dataclass(frozen=True)
class Point:
    """One point of the list of one school."""

    schooljaar: str
    versie: str
    item: str
    titel: str
    domein: str
    status: str
    """ja, deels, nee or onbekend."""
    toelichting: str
    peildatum: dt.date | None
    before: str
    """What the school said the schooljaar before; empty when that was not asked."""
    others: str
    """What schools of its type say, in words: too coarse to be of one of them; else empty."""


def checklist(store: Store, viewer: Viewer, one: School) -> list[Point]:
    """The newest list of a school; [] when it delivered none, or is not the viewer's to see."""
    if not (viewer.is_of(one.swv) and viewer.may_see("vestiging", one.code)):
        return []
    lists = _lists(store)
    years = sorted({year for year, code in lists if code == one.code})
    if not years:
        return []
    now, before = years[-1], {}
    if len(years) > 1 and int(years[-2][:4]) == int(now[:4]) - 1:
        before = {row["item"]: row["status"] for row in lists[years[-2], one.code]}
    alike = [
        other.code
        for other in schools(store)
        if (other.schooltype, other.swv) == (one.schooltype, one.swv) and other.code != one.code
    ]
    return [
        Point(**row, before=before.get(row["item"], ""), others=_others(lists, alike, row))
        for row in lists[now, one.code]
    ]


def newest(store: Store) -> str:
    """The newest schooljaar of which some school delivered the list; empty when none ever did."""
    return max((year for year, _ in _lists(store)), default="")


Lists = dict[tuple[str, str], list[dict[str, Any]]]
"""(schooljaar, vestiging) → its points."""


def _lists(store: Store) -> Lists:
    """All lists, as long as this version of the store lives."""
    if "basisondersteuning" not in store.answers:
        found: Lists = {}
        for row in store.dicts(
            "select schooljaar, vestiging, versie, item, titel, coalesce(domein, '') as domein, "
            "status, coalesce(toelichting, '') as toelichting, peildatum "
            "from views.basisondersteuning order by schooljaar, vestiging, item"
        ):
            found.setdefault((row["schooljaar"], row.pop("vestiging")), []).append(row)
        store.answers["basisondersteuning"] = found
    kept: Lists = store.answers["basisondersteuning"]
    return kept


def _others(lists: Lists, alike: list[str], own: dict[str, Any]) -> str:
    """What the others say of the same point of the same version: never how many of how many."""
    said = [
        row["status"]
        for code in alike
        for row in lists.get((own["schooljaar"], code), ())
        if (row["versie"], row["item"]) == (own["versie"], own["item"])
        and row["status"] != "onbekend"
    ]
    if len(said) < FEWEST:
        return ""
    share = said.count("ja") / len(said)
    if share >= 0.75:
        return "de meeste vergelijkbare scholen zeggen ja"
    if share <= 0.25:
        return "weinig vergelijkbare scholen zeggen ja"
    return "een deel van de vergelijkbare scholen zegt ja"
