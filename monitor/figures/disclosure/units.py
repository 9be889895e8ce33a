"""Which region lies in which: what anybody can add up.

Of every school and postcode, also where nobody is: who knows the program would else see by what is
hidden under a hidden whole in which regions there is ever somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.figures import levels
from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.frame import HOME, SCHOOL, Frame, frame_of


if TYPE_CHECKING:
    from monitor.store.store import Store


FROM_SMALL = ("vestiging", "bestuur", "wijk", "gemeente", "subregio", "swv")
SPLIT = 0.5
"""When more than this part of the small regions lies in several large ones, the one says nothing
of the other: where a pupil lives and where it goes to school."""


@dataclass(frozen=True)
class Units:
    """The regions of an indicator in one samenwerkingsverband."""

    above: Mapping[tuple[str, str, str], tuple[str, ...]]
    """(small level, large level, code) → the large regions that it lies in."""
    pairs: tuple[tuple[str, str], ...]
    """(small level, large level) of which the one is the sum of the other."""

    def inside(self, small: str, large: str, code: str) -> tuple[str, ...]:
        return self.above.get((small, large, code), ())


def units_of(store: "Store", indicator: Indicator, swv: str) -> Units:
    """Kept with the store; the same for all indicators of one measure."""
    key = ("units", indicator.measure, indicator.sector, swv)
    if key not in store.answers:
        store.answers[key] = _units(store, indicator, swv)
    found: Units = store.answers[key]
    return found


def _units(store: "Store", indicator: Indicator, swv: str) -> Units:
    frame = frame_of(store, indicator, swv)
    above = {
        key: set(whole)
        for key, whole in frame.above.items()
        if _is_larger(*key[:2]) and key[2] != levels.UNKNOWN
    }
    pairs = _pairs(above)
    for small in FROM_SMALL:
        for large in FROM_SMALL:
            if _is_larger(small, large) and (around := _around_unknown(frame, small, large, swv)):
                above.setdefault((small, large, levels.UNKNOWN), set()).update(around)
    places: dict[tuple[str, str], dict[str, str]] = {}
    for unit, since, per, code in store.rows(
        # A school that moved is a piece of its own before and after. Of pupils a file may say
        # something else, or what no row is of: a gemeente elsewhere.
        "select eenheid, van, per, code from views.eenheid where sector = $sector and swv = $swv "
        f"and zeker and eenheid in (select code from indicators.{indicator.measure}) "
        "and per <> 'land' order by eenheid, van, per",
        {"sector": indicator.sector, "swv": swv},
    ):
        places.setdefault((unit, since), {})[per] = code
    for place in places.values():
        for small, code in place.items():
            for large, whole in place.items():
                if _is_larger(small, large):
                    above.setdefault((small, large, code), set()).add(whole)
    return Units({key: tuple(sorted(whole)) for key, whole in above.items()}, pairs)


def _is_larger(small: str, large: str) -> bool:
    return (
        small in FROM_SMALL
        and large in FROM_SMALL
        and FROM_SMALL.index(small) < FROM_SMALL.index(large)
    )


def _around_unknown(frame: Frame, small: str, large: str, swv: str) -> set[str]:
    """Where those may lie of whom a region is unknown: of a school that is unknown everything is."""
    if large == "swv":
        return {swv}
    if small in SCHOOL:
        return {levels.UNKNOWN}
    return set() if large in SCHOOL else {*frame.units.get(large, ()), levels.UNKNOWN}


def _pairs(above: Mapping[tuple[str, str, str], set[str]]) -> tuple[tuple[str, str], ...]:
    """Of each level the levels that it adds up to."""
    found = []
    for number, small in enumerate(FROM_SMALL):
        for large in FROM_SMALL[number + 1 :]:
            lies = [len(whole) for key, whole in above.items() if key[:2] == (small, large)]
            # Where no postcode has a wijk, all that there is lies in the one that is unknown.
            is_around = small in HOME and large in (*HOME, "swv")
            if sum(many > 1 for many in lies) > SPLIT * len(lies) or not (lies or is_around):
                continue
            found.append((small, large))
    return tuple(found)
