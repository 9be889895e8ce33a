"""What a consultant sees of all levels together: nothing small can be computed from it.

An attacker who adds and subtracts: each hidden unit lies between bounds, every total of the levels
above it narrows them, until nothing changes any more.
"""

from collections.abc import Iterable

import pytest

from monitor.access import Role, Viewer
from monitor.catalogue import of_definition
from monitor.indicators import Figure, figures
from monitor.pages.levels import PARENTS, inside, seen
from monitor.regions import Region
from monitor.store import Store


CONSULTANT, BEHEERDER = (
    Viewer(r, frozenset({"VO9901"})) for r in (Role.CONSULTANT, Role.BEHEERDER)
)
WHOLE = Region("vo", "VO9901", "Rivierenstreek", "swv", "VO9901", "Rivierenstreek")
LEVELS = ("subregio", "gemeente", "wijk", "bestuur", "vestiging")
Sum = tuple[float | None, list[str]]
"""(a total, or None where it is hidden; the units that it is the sum of)."""


def sums_of(store: Store, code: str, periode: str) -> tuple[dict[str, Figure], list[Sum]]:
    """Every unit as it is seen, and every sum that a reader knows."""
    indicator = of_definition("thuiszitters", code, "vo")
    (total,) = figures(store, CONSULTANT, indicator, "swv", period=periode, codes=("VO9901",))
    cells: dict[str, Figure] = {}
    sums: list[Sum] = []
    for per in LEVELS:
        units = seen(store, CONSULTANT, indicator, WHOLE, per, periode)
        cells |= {f"{per}:{code_}": f for code_, f in units.items()}
        sums.append((_value(total), [f"{per}:{code_}" for code_ in units]))
        for level in PARENTS.get(per, ()):
            for parent in seen(store, CONSULTANT, indicator, WHOLE, level, periode).values():
                place = Region("vo", "VO9901", "", level, parent.code, parent.naam)
                there = inside(store, CONSULTANT, indicator, place, per, periode)
                sums.append((_value(parent), [f"{per}:{f.code}" for f in there]))
    return cells, sums


def _value(figure: Figure) -> float | None:
    return None if figure.is_hidden else figure.teller_max


def bounds(cells: dict[str, Figure], sums: Iterable[Sum]) -> dict[str, tuple[float, float]]:
    """The least and most that each unit can be, given all that is seen."""
    known = {c: (0.0, 999.0) if f.is_hidden else (f.teller_max or 0.0,) * 2
             for c, f in cells.items()}  # fmt: skip
    sums = [(total, units) for total, units in sums if total is not None]
    for _ in range(50):
        before = dict(known)
        for total, units in sums:
            low, high = (sum(known[unit][end] for unit in units) for end in (0, 1))
            for unit in units:
                least, most = known[unit]
                known[unit] = (max(least, total - (high - most)), min(most, total - (low - least)))
        if known == before:
            break
    return known


@pytest.mark.parametrize("code", ["THUIS_OCW", "THUIS_PACT", "LRV", "ABS", "GEOORL", "VRIJ5A"])
def test_nobody_can_subtract_his_way_to_a_small_number(sample_store: Store, code: str) -> None:
    indicator = of_definition("thuiszitters", code, "vo")
    hidden = 0
    stands = figures(sample_store, BEHEERDER, indicator, "swv", codes=("VO9901",))
    for stand in stands[-12:]:
        cells, sums = sums_of(sample_store, code, stand.periode)
        found = bounds(cells, sums)
        for unit, figure in cells.items():
            if not figure.is_hidden:
                assert figure.teller_max == 0 or (figure.teller or 0) >= 5, (unit, stand.periode)
                continue
            hidden += 1
            per, _, name = unit.partition(":")
            (real,) = figures(sample_store, BEHEERDER, indicator, per, period=stand.periode,
                              codes=(name,), within=("swv", "VO9901"))  # fmt: skip
            low, high = found[unit]
            if 0 < (real.teller_max or 0) < 5:
                assert low <= 1, (unit, stand.periode, found[unit])
                assert high >= 4, (unit, stand.periode, found[unit])
    assert hidden > 10
