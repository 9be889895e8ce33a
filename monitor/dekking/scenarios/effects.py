"""What a scenario does: the matching before and after it, per region, and what it costs."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.groups import groups
from monitor.dekking.matching.model import Arrangement, Rules, Run
from monitor.dekking.matching.outcome import PlacementOutcome, Totals
from monitor.dekking.matching.solving import solve
from monitor.dekking.scenarios.applying import apply
from monitor.dekking.scenarios.changes import Scenario
from monitor.store.store import Store


KEPT = 24
"""Outcomes of scenarios that are kept per version of the store; each is some megabytes at most."""
LEVELS = ("subregio", "gemeente", "ondersteuningsvraag", "niveau")
"""What the certain shortage can be asked per: fields of a need."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class Stand:
    """How it is, or would be."""

    totals: Totals
    placed: int
    km: float
    """Of all who are placed, added up: the least that is possible."""

    @property
    def mean_km(self) -> float | None:
        """Per pupil who is placed; None when nobody is."""
        return self.km / self.placed if self.placed else None


@dataclass(frozen=True)
class Moved:
    """Of a region (or a vraag, or a niveau) who is short for certain; None has no such region."""

    name: str | None
    behoefte: int
    before: int
    after: int


@dataclass(frozen=True)
class Effect:
    """A scenario beside what is real, on the same needs."""

    scenario: Scenario
    before: Stand
    after: Stand
    per: tuple[Moved, ...]
    kosten: float | None
    """Euro per year that all changes in places cost together, below nought when they save; None
    when a tarief or a number of places that counts is not known."""
    unpriced: tuple[str, ...]
    """The arrangements of which that is not known."""

    @property
    def solved(self) -> int:
        """By how many pupils the gap becomes smaller; below nought: larger."""
        return self.before.totals.tekort - self.after.totals.tekort

    @property
    def per_solved(self) -> float | None:
        """Euro per year per pupil who gets a place by it; None when unknown, or nobody does."""
        if self.kosten is None or self.solved <= 0:
            return None
        return self.kosten / self.solved


def outcome_of(store: Store, basis: Basis, scenario: Scenario) -> tuple[PlacementOutcome, Rules]:
    """The matching with the scenario, and its norms. MonitorError when it names what is not there."""
    offer, rules = apply(store, basis, scenario)
    if not scenario.wijzigingen:
        return from_store.outcome(store, basis, rules), rules
    key = basis, scenario.wijzigingen, rules
    kept: OrderedDict[Any, PlacementOutcome] = _kept(store, "uitkomsten")
    with store.computing:
        if key not in kept:
            kept[key] = solve(from_store.needs(store, basis), offer, rules, basis.run)
        return _touched(kept, key), rules


def effect(store: Store, basis: Basis, scenario: Scenario, level: str = "subregio") -> Effect:
    """Kept on what is asked; another name for the same changes is the same effect."""
    key = basis, scenario.wijzigingen, level, from_store.norms(store, basis.swv, basis.schooljaar)
    kept: OrderedDict[Any, Effect] = _kept(store, "gevolgen")
    found = kept.get(key)
    if found is None:
        before = from_store.outcome(store, basis)
        after, _ = outcome_of(store, basis, scenario)
        real = from_store.arrangements(store, basis.sector, basis.swv, basis.schooljaar)
        costs, unpriced = _costs(real, apply(store, basis, scenario)[0], basis.run)
        found = Effect(
            scenario, _stand(before), _stand(after), _per(before, after, level), costs, unpriced
        )
        with store.computing:
            kept[key] = found
            _touched(kept, key)
    return replace(found, scenario=scenario)


def compare(
    store: Store, basis: Basis, scenarios: Iterable[Scenario], level: str = "subregio"
) -> list[Effect]:
    """The effects of several, in the order given, each beside the same reality."""
    return [effect(store, basis, one, level) for one in scenarios]


def _stand(found: PlacementOutcome) -> Stand:
    return Stand(found.totals, found.gedekt, found.km)


def _per(before: PlacementOutcome, after: PlacementOutcome, level: str) -> tuple[Moved, ...]:
    """Exact per region: groups, not sums of cells."""
    found = groups(before, lambda need: getattr(need, level))
    then = {one.name: one for one in groups(after, lambda need: getattr(need, level))}
    return tuple(
        Moved(one.name, one.behoefte, one.certain, then[one.name].certain) for one in found
    )


def _costs(
    before: Sequence[Arrangement], after: Sequence[Arrangement], run: Run
) -> tuple[float | None, tuple[str, ...]]:
    """tarief times the change in places, over the arrangements of which the places change."""
    real = {one.arrangementscode: one for one in before}
    costs, unpriced = 0.0, []
    for one in after:
        old = real.get(one.arrangementscode)
        if old == one:
            continue
        then, now = (0 if old is None else _places(old, run)), _places(one, run)
        if then == now:
            continue
        if then is None or now is None or one.tarief is None:
            unpriced.append(one.arrangementscode)
        else:
            costs += one.tarief * (now - then)
    return (None if unpriced else costs), tuple(unpriced)


def _places(one: Arrangement, run: Run) -> int | None:
    if one.status != "actief":
        return 0
    return one.plaatsen_plan if run is Run.PLAN else one.plaatsen_praktijk


def _kept(store: Store, what: str) -> OrderedDict[Any, Any]:
    """Unlike other answers these have no end of questions, so only the latest stay."""
    found: OrderedDict[Any, Any] = store.answers.setdefault(("scenario", what), OrderedDict())
    return found


def _touched(kept: "OrderedDict[Any, _T]", key: object) -> _T:
    """The answer, now the latest; the oldest goes."""
    kept.move_to_end(key)
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return kept[key]
