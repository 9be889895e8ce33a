"""The schools that somebody looks for: how many, where, and what tells each from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.scholen import register
from monitor.scholen.register import School
from monitor.sections.borders import borders_around
from monitor.sections.section import Drawn, Said, Section, said, texts_table
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.dutch import UNKNOWN
from monitor.views.charts.kinds import SchoolMap
from monitor.views.files import school_lists


QUESTION = "Welke scholen zijn er?"
NO_COORDINATES = "Er is geen kaart: de bronnen noemen van deze scholen geen coördinaten."
TRY = "Zoek op een deel van de naam, op plaats of op de eerste vier tekens van de code."
ON_MAP = 2500
"""More marks than this are a grey cloud, and slow."""


@dataclass(frozen=True)
class Wish:
    """What a visitor looks for; empty = all."""

    words: str
    schooltype: str
    gemeente: str
    gemeente_naam: str
    bestuur: str
    bestuur_naam: str
    state: str
    swv: str
    swv_naam: str

    @property
    def is_everything(self) -> bool:
        return not any(
            (self.words, self.schooltype, self.gemeente, self.bestuur, self.swv, self.state)
        )


def make(store: Store, every: Sequence[School], wish: Wish) -> tuple[Section, list[School]]:
    """The section, and the schools in the order of its table. `every` are those that the viewer may
    look for."""
    found = register.search(
        within(every, wish.swv), wish.words, wish.schooltype, wish.gemeente, wish.bestuur, wish.state
    )  # fmt: skip
    placed = [one for one in found if one.latitude is not None]
    has_map = 0 < len(placed) <= ON_MAP
    is_demo = store.settings.demo
    section = Section(
        key="scholen",
        question=QUESTION,
        title="",
        says=Said(_count(found, wish)),
        selection=_conditions(wish) or "alle open scholen",
        beside=() if found else said(_advice(every, wish)),
        drawn=(_map(store, placed, len(found) - len(placed), wish),) if has_map else (),
        table=texts_table(
            QUESTION, [_row(one) for one in found], file="scholen",
            whole="alle scholen" if wish.is_everything else "deze selectie",
            filed=lambda: school_lists.rows(found, is_demo),
        ) if found else None,
        notes=() if has_map or not found else (_why_no_map(placed),),
    )  # fmt: skip
    return section, list(found)


def within(every: Sequence[School], swv: str) -> Sequence[School]:
    """Those of a samenwerkingsverband; "" of all."""
    if not swv:
        return every
    return [one for one in every if swv in (one.swv_vo, one.swv_po)]


def _conditions(wish: Wish) -> str:
    """‘lyceum’, pro, in Oeverwaard, van Stichting X"""
    conditions = [
        f"met ‘{wish.words}’" if wish.words else "",
        register.TYPES.get(wish.schooltype, ""),
        f"in {wish.gemeente_naam}" if wish.gemeente else "",
        f"van {wish.bestuur_naam}" if wish.bestuur else "",
        f"in {wish.swv_naam}" if wish.swv else "",
        {"open": "", "gesloten": "gesloten", "": "ook gesloten scholen"}[wish.state],
    ]
    return ", ".join(part for part in conditions if part)


def _count(found: Sequence[School], wish: Wish) -> str:
    """42 scholen gevonden: met ‘lyceum’, pro, in Oeverwaard, van Stichting X."""
    conditions = _conditions(wish)
    asked = f": {conditions}" if conditions else ""
    if not found:
        return f"Geen school gevonden{asked}."
    return f"{dutch.number(len(found))} {dutch.noun(len(found), 'scholen')} gevonden{asked}."


def _advice(every: Sequence[School], wish: Wish) -> str:
    """What else could be tried: the search without its filters often does find something."""
    anywhere = len(register.search(every, wish.words)) if wish.words else 0
    if not anywhere:
        return TRY
    there = "is er 1 school" if anywhere == 1 else f"zijn er {dutch.number(anywhere)} scholen"
    return f"Zonder de andere filters {there} met ‘{wish.words}’."


def _row(one: School) -> dict[str, str]:
    return {
        "School": one.naam,
        "Plaats": one.plaats or one.gemeente or UNKNOWN,
        "Soort": one.schooltype or UNKNOWN,
        "Code": one.code,
    }


def _map(store: Store, placed: Sequence[School], missing: int, wish: Wish) -> Drawn:
    """Kept, but not for what somebody typed: there is no end to that."""
    key = ("scholenkaart", tuple(one.code for one in placed))
    chart: SchoolMap | None = store.answers.get(key)
    if chart is None:
        chart = SchoolMap(tuple(borders_around(store, placed)), tuple(placed))
        if not wish.words:
            store.answers[key] = chart
    if not missing:
        return Drawn(chart)
    words = f"{dutch.number(missing)} {dutch.noun(missing, 'scholen')}"
    stands = "staat" if missing == 1 else "staan"
    note = f"{words} {stands} niet op de kaart: de bronnen noemen geen coördinaten."
    return Drawn(chart, (note,))


def _why_no_map(placed: Sequence[School]) -> str:
    if not placed:
        return NO_COORDINATES
    return (
        f"Er is geen kaart: {dutch.number(len(placed))} scholen zijn er te veel voor. Kies een "
        "gemeente, een soort school of een samenwerkingsverband."
    )
