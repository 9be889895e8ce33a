"""Which rows a protected viewer gets of pupils: by the schools and postcodes of a
samenwerkingsverband, never by who is where.

A row that is there only where somebody is tells that somebody is there, hidden or not. So each
table has a row for every unit, every period and every part, and nobody is a row as well.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.figures import levels, roll_up
from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.policy import WHOLE, has_noemer_of_pupils
from monitor.figures.figure import Figure


if TYPE_CHECKING:
    from monitor.store.store import Store


Ask = Callable[[Indicator, str, str], list[Figure]]
"""(indicator, per, breakdown) → its exact figures in the samenwerkingsverband."""
HOME = ("wijk", "gemeente", "subregio")
SCHOOL = ("vestiging", "bestuur")
COURSE = "verloop"
"""The uitsplitsing of which the parts are no part of the total: who was there, came and left."""
BELOW = (*SCHOOL, *HOME)
_NONE = Figure("", "", "", "", None, None, None, None, None, None)


@dataclass
class Frame:
    """The units of one samenwerkingsverband, as everybody can know them."""

    units: dict[str, dict[str, str]] = field(default_factory=lambda: {per: {} for per in BELOW})
    """Level → code → its name."""
    above: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    """(level, other level, code) → the units of the other level that have a school or postcode in
    common with it."""

    def add(self, place: Mapping[str, str]) -> None:
        """A school or postcode: the unit of each level that it lies in."""
        for per, code in place.items():
            for other, whole in place.items():
                if other != per:
                    self.above.setdefault((per, other, code), set()).add(whole)

    def inside(self, per: str, code: str, large: str, region: str) -> bool | None:
        """Whether a unit lies in a region with all that it has (True), in part (None), or not."""
        if per == large:
            return code == region
        found = self.above.get((per, large, code), set())
        return True if found == {region} else None if region in found else False


def frame_of(store: "Store", indicator: Indicator, swv: str) -> Frame:
    """Kept with the store. Where pupils live and where they go to school are two things: of those
    no school lies in a gemeente."""
    kind = indicator.per if indicator.per in ("woonplaats", "aanbod") else "school"
    key = ("frame", kind, indicator.sector, swv)
    if key not in store.answers:
        store.answers[key] = _frame(store, kind, indicator.sector, swv)
    found: Frame = store.answers[key]
    return found


def _frame(store: "Store", kind: str, sector: str, swv: str) -> Frame:
    frame = Frame()
    asked = {"sector": sector, "swv": swv}
    schools: dict[str, dict[str, str]] = {}
    for school, per, code, naam in store.rows(
        "select vestiging, per, code, naam from views.lidmaatschap "
        "where sector = $sector and swv = $swv and per <> 'land' order by vestiging, per",
        asked,
    ):
        schools.setdefault(school, {})[per] = code
        if per in BELOW:
            frame.units[per].setdefault(code, naam)
    homes = []
    for postcode in store.dicts(
        "select gemeentecode, gemeentenaam, subregio, wijk from views.pc4 "
        "where sector = $sector and swv = $swv order by all",
        asked,
    ):
        place = {"swv": swv}
        for per, column, of in (
            ("wijk", "wijk", f"{swv}:"),
            ("gemeente", "gemeentecode", ""),
            ("subregio", "subregio", f"{swv}:"),
        ):
            code = postcode[column]
            place[per] = levels.UNKNOWN if code is None else f"{of}{code}"
            naam = postcode["gemeentenaam" if per == "gemeente" else column]
            frame.units[per].setdefault(place[per], naam or place[per])
        homes.append(place)
    for place in schools.values():
        if kind != "woonplaats":
            frame.add(place)
        elif not homes:
            frame.add({per: code for per, code in place.items() if per not in SCHOOL})
        if kind == "woonplaats":
            frame.add({per: code for per, code in place.items() if per not in HOME})
    for place in homes if kind != "school" else ():
        frame.add(place)
    for per in BELOW:
        at_no_school = kind == "woonplaats" and per in SCHOOL
        frame.units[per][levels.UNKNOWN] = (
            "Geen of onbekende school" if at_no_school else "Onbekend of elders"
        )
        frame.above.setdefault((per, "swv", levels.UNKNOWN), set()).add(swv)
    return frame


def fill(
    store: "Store", indicator: Indicator, swv: str, per: str, breakdown: str, ask: Ask
) -> tuple[list[Figure], list[Figure]]:
    """(the exact figures of every row that is shown, those of units that are not): of who is at a
    school elsewhere there is no row. Sorted by code, periode, uitsplitsing."""
    found = ask(indicator, per, breakdown)
    if not indicator.is_of_pupils or per == "land" or indicator.kind == "duur":
        return found, []
    if per in WHOLE and not breakdown:
        return found, []
    there = {(one.code, one.periode, one.uitsplitsing): one for one in found}
    periods = _periods(ask(indicator, "swv", ""))
    if per in WHOLE:
        units = {one.code: one.naam for one in ask(indicator, "swv", "")}
    else:
        parts = roll_up.shared(store, per, indicator.sector)
        units = {
            code: f"{naam} (deel)" if code in parts else naam
            for code, naam in frame_of(store, indicator, swv).units[per].items()
        }
    deel = sorted({one.uitsplitsing for one in found}) if breakdown else [""]
    shown = []
    for code, naam in sorted(units.items()):
        for periode in periods:
            for part in deel:
                # Even how a unit is called may not tell whose pupils are in it.
                one = there.pop((code, periode, part), _NONE)
                one = _nobody(indicator, code, naam, periode, part) if one is _NONE else one
                shown.append(one._replace(naam=naam))
    return shown, [*there.values()]


def said(figures: Sequence[Figure], breakdown: str, known: Collection[str]) -> list[Figure]:
    """The rows of parts of which everybody knows that they are there (`known`). Any other part would
    be there by one pupil."""
    if not breakdown or breakdown == COURSE:
        return [*figures]
    return [one for one in figures if one.uitsplitsing in known]


def _periods(total: Iterable[Figure]) -> list[str]:
    return sorted({one.periode for one in total})


def _nobody(indicator: Indicator, code: str, naam: str, periode: str, part: str) -> Figure:
    noemer = 0.0 if has_noemer_of_pupils(indicator) or indicator.kind == "gemiddelde" else None
    value = 0.0 if indicator.kind == "aantal" else None
    return Figure(code, naam, periode, part, 0.0, 0.0, noemer, noemer, value, value)
