"""Schools beside the others of their kind, over the last schooljaren together.

One year of one school is a handful of cases, of which chance makes anything; several years that
are looked at apart are each too few and together enough (`docs/statistiek.md`).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monitor.access import STAFF, Viewer
from monitor.compare.school_kinds import KINDS, kind_of
from monitor.compare.school_quartiles import FEWEST, STEP, past_scope_in_classes
from monitor.figures.binomial import Verdict, verdict
from monitor.figures.door import Figure, Indicator, figures
from monitor.scholen.register import School, schools
from monitor.store.store import Store


YEARS = 4
FEWEST_YEARS = 3
"""Of fewer schooljaren nothing is said about one school."""


class Judged(NamedTuple):
    """One school over the years together."""

    figure: Figure
    """Tellers and noemers of its years added up, under the last one."""
    others: tuple[float, float] | None
    """0-1, the least and most of the other schools together, in the same years."""
    verdict: Verdict


@dataclass(frozen=True)
class Alike:
    """The schools of one kind in one samenwerkingsverband."""

    kind: str
    years: tuple[str, ...]
    """Schooljaren without a gap, the last one is that which was asked for."""
    schools: list[Judged]
    share: float
    """0-1, of all of them together, to draw; in the middle of what the viewer may know of it."""

    @property
    def is_enough(self) -> bool:
        return len(self.years) >= FEWEST_YEARS


def kinds(store: Store, viewer: Viewer, indicator: Indicator, swv: str, year: str) -> list[str]:
    """The kinds of which there are enough schools to compare, most schools first."""
    _, found = _by_kind(store, viewer, indicator, swv, year)
    order = list(KINDS)
    return sorted(
        (one for one, per_school in found.items() if len(per_school) >= FEWEST),
        key=lambda one: (-len(found[one]), order.index(one)),
    )


def alike(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, kind: str, year: str
) -> Alike | None:
    """Each school of a kind beside the others, as the viewer may see them; None when there are too
    few. Of what is hidden or open the least that it says is judged."""
    years, every = _by_kind(store, viewer, indicator, swv, year)
    found = every.get(kind, {})
    if len(found) < FEWEST:
        return None
    totals = {one: _sums(f for rows in found.values() for f in rows if f.periode == one)
              for one in years}  # fmt: skip
    judged = [_judged(rows, totals, years[-1]) for rows in found.values()]
    low, high, below, above = _added(totals.values())
    share = (low + high) / (below + above) if below + above else 0.0
    return Alike(kind, years, judged, share)


def everywhere(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, year: str
) -> list[Alike]:
    """All kinds of a samenwerkingsverband that can be judged."""
    found = (alike(store, viewer, indicator, swv, kind, year)
             for kind in kinds(store, viewer, indicator, swv, year))  # fmt: skip
    return [one for one in found if one is not None and one.is_enough]


def together(figure_rows: Sequence[Figure], last: str) -> Figure:
    """Years of one school as one figure, under the last of them all. A year that is hidden hides it:
    what all but one year have is no secret, so the sum could give that one away."""
    low, high, below, above = _sums(figure_rows)
    newest = max(figure_rows, key=lambda figure: figure.periode)
    return newest._replace(
        periode=last,
        teller=low, teller_max=high, noemer=below, noemer_max=above,
        waarde=100 * low / above if above else None,
        waarde_max=min(100.0, 100 * high / below) if below else None,
        is_hidden=any(figure.is_hidden for figure in figure_rows),
        is_banded=any(figure.is_banded for figure in figure_rows),
    )  # fmt: skip


class Beside(NamedTuple):
    """A school beside the others of its kind, for its own page."""

    own: Figure
    years: tuple[str, ...]
    kind: str
    others: int
    """How many other schools."""
    share: tuple[float, float]
    """0-1, of the others together, the least and most that it can be; in steps of so many pupils
    that it is the figure of no school."""
    verdict: Verdict


def beside(
    store: Store, viewer: Viewer, indicator: Indicator, one: School, year: str
) -> Beside | None:
    """None when there are too few schools or years. For who is no staff it looks past the scope, at
    the others together: as they are published to a consultant, so that neither the words nor
    whether there are any say more than the classes of all schools do."""
    if viewer.role not in indicator.audience or not one.swv or not indicator.flow:
        return None
    who = viewer if viewer.role in STAFF else past_scope_in_classes(one.swv)
    found = alike(store, who, indicator, one.swv, kind_of(one), year)
    if found is None or not found.is_enough or len(found.schools) <= FEWEST:
        return None
    mine = next((judged for judged in found.schools if judged.figure.code == one.code), None)
    if mine is None or mine.others is None:
        return None
    rest = [judged.figure for judged in found.schools if judged is not mine]
    pupils = sum(figure.noemer or 0 for figure in rest)
    share = _rounded(mine.others, pupils)
    if viewer.role in STAFF:
        return Beside(mine.figure, found.years, found.kind, len(rest), share, mine.verdict)
    if sum(f.teller_max or 0 for f in rest) > 0 and _is_perhaps_few(store, rest):
        return None
    rows = [f for f in figures(store, viewer, indicator, "vestiging", codes=(one.code,))
            if f.periode in found.years and _is_counted(f)]  # fmt: skip
    if not rows:
        return None
    own = together(rows, found.years[-1])
    said = verdict(own, *share) if len(rows) >= FEWEST_YEARS else Verdict.OPEN
    return Beside(own, found.years, found.kind, len(rest), share, said)


def _is_perhaps_few(store: Store, rest: Iterable[Figure]) -> bool:
    return sum(f.teller or 0 for f in rest) < store.settings.drempel


STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)


def _rounded(share: tuple[float, float], pupils: float) -> tuple[float, float]:
    """In the smallest steps that stand for at least ten pupils: an exact share to the nearest, what
    lies between two to those around it."""
    step = next((step for step in STEPS if step * pupils >= STEP), STEPS[-1])
    low, high = share
    if low == high:
        return step * round(low / step), step * round(low / step)
    return step * math.floor(low / step), step * math.ceil(high / step)


# ------------------------------------------------------------------------------------- parts

Sums = tuple[float, float, float, float]
"""teller, teller_max, noemer, noemer_max"""
PerSchool = dict[str, list[Figure]]


def _judged(rows: list[Figure], totals: dict[str, Sums], last: str) -> Judged:
    figure = together(rows, last)
    own = _sums(rows)
    whole = _added(totals[one.periode] for one in rows)
    low, high, below, above = (a - b for a, b in zip(whole, own, strict=True))
    if below <= 0 or above <= 0:
        return Judged(figure, None, Verdict.OPEN)
    others = (max(0.0, low) / above, min(1.0, high / below))
    if len(rows) < FEWEST_YEARS:
        return Judged(figure, others, Verdict.OPEN)
    return Judged(figure, others, verdict(figure, *others))


def _by_kind(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, year: str
) -> tuple[tuple[str, ...], dict[str, PerSchool]]:
    """(the schooljaren, kind → school → its figures in them)."""
    every = [
        figure
        for figure in figures(store, viewer, indicator, "vestiging", within=("swv", swv))
        if _is_counted(figure)
    ]
    years = _window({figure.periode for figure in every}, year)
    of = {school.code: kind_of(school) for school in schools(store)}
    out: dict[str, PerSchool] = {}
    for figure in every:
        kind = of.get(figure.code, "")
        if kind and figure.periode in years:
            out.setdefault(kind, {}).setdefault(figure.code, []).append(figure)
    return years, out


def _window(there: set[str], year: str) -> tuple[str, ...]:
    """At most four schooljaren up to and including one, as far as they are there without a gap."""
    found: list[str] = []
    start = int(year[:4]) if year[:4].isdigit() else 0
    while len(found) < YEARS and (one := f"{start}-{start + 1}") in there:
        found.append(one)
        start -= 1
    return tuple(reversed(found))


def _is_counted(figure: Figure) -> bool:
    return bool(figure.noemer and figure.noemer_max) and None not in figure[4:6]


def _sums(rows: Iterable[Figure]) -> Sums:
    return _added((f.teller or 0.0, f.teller_max or 0.0, f.noemer or 0.0, f.noemer_max or 0.0)
                  for f in rows)  # fmt: skip


def _added(rows: Iterable[Sums]) -> Sums:
    low = high = below = above = 0.0
    for row in rows:
        low, high, below, above = low + row[0], high + row[1], below + row[2], above + row[3]
    return low, high, below, above
