"""From one definition of thuiszitter to another, term by term, so that it sums exactly.

Of each group of pupils (breakdown `groep`, which does not depend on a definition) what the one
counts is taken from what the other counts. What is certain (`low`) and what is possible (`high`)
are two sums, each exact; a term may have a `low` above its `high`.
"""

from dataclasses import dataclass

from monitor.access import Viewer
from monitor.figures.catalogue import Indicator, of_definition
from monitor.figures.door import Figure, figures
from monitor.figures.levels import Region
from monitor.store.store import Store


BREAKDOWN = "groep"


@dataclass(frozen=True)
class Amount:
    """Pupils: those of whom it is certain, and with those of whom a field leaves it open."""

    low: float
    high: float

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.low - other.low, self.high - other.high)

    @property
    def is_zero(self) -> bool:
        return self.low == self.high == 0

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


NOBODY = Amount(0, 0)


@dataclass(frozen=True)
class Term:
    """What one group of pupils adds to a bridge, or takes from it."""

    groep: str
    start: Amount
    """How many of them the first definition counts."""
    end: Amount

    @property
    def difference(self) -> Amount:
        return self.end - self.start


@dataclass(frozen=True)
class Bridge:
    """A, the terms, and B; without any of them for who sees no exact figures."""

    start: Indicator
    end: Indicator
    periode: str
    is_hidden: bool = False
    total: Amount = NOBODY
    """What the first definition counts."""
    outcome: Amount = NOBODY
    terms: tuple[Term, ...] = ()
    """Of every group, those without a difference too: the largest difference first."""

    @property
    def steps(self) -> tuple[Term, ...]:
        """The terms that make a difference."""
        return tuple(term for term in self.terms if not term.difference.is_zero)


def bridge(
    store: Store, viewer: Viewer, region: Region, periode: str, start: str, end: str
) -> Bridge | None:
    """The bridge between two definitions (codes) of a region on the last day of a month.

    None where nothing was counted then. Hidden for who does not see every part of it exactly: a
    sum of classes says nothing about a difference.
    """
    first, second = (of_definition("thuiszitters", code, region.sector) for code in (start, end))
    totals, groups = [], []
    for indicator in (first, second):
        total = _asked(store, viewer, region, periode, indicator)
        if len(total) != 1:
            return None
        totals.append(total[0])
        groups.append(_asked(store, viewer, region, periode, indicator, BREAKDOWN))
    if any(figure.is_hidden or figure.is_banded for figure in [*totals, *groups[0], *groups[1]]):
        return Bridge(first, second, periode, is_hidden=True)
    one, other = ({f.uitsplitsing: _amount(f) for f in found} for found in groups)
    terms = [
        Term(groep.partition("=")[2], one.get(groep, NOBODY), other.get(groep, NOBODY))
        for groep in {**one, **other}
    ]
    terms.sort(key=lambda t: (-abs(t.difference.high) - abs(t.difference.low), t.groep))
    return Bridge(
        first, second, periode, total=_amount(totals[0]), outcome=_amount(totals[1]),
        terms=tuple(terms),
    )  # fmt: skip


def _asked(
    store: Store, viewer: Viewer, region: Region, periode: str, indicator: Indicator,
    breakdown: str = "",
) -> list[Figure]:  # fmt: skip
    found = figures(
        store, viewer, indicator, region.per, period=periode, breakdown=breakdown,
        codes=(region.code,), within=("swv", region.swv),
    )  # fmt: skip
    return [figure for figure in found if figure.periode == periode]


def _amount(figure: Figure) -> Amount:
    low = figure.teller or 0.0
    return Amount(low, low if figure.teller_max is None else figure.teller_max)
