"""The best places one after another, under a number of places: each step is the best single next one.

Greedy, and called so: of the options that are computed every step takes the one that closes most on
top of the steps before it (`next_places`). Two steps that close little by themselves can close more
together than what is found here; how much more is not known.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from monitor.dekking.from_store import Basis
from monitor.dekking.matching.candidates import Ranked
from monitor.dekking.matching.outcome import Totals
from monitor.dekking.next_places import ANY, SIZES, Asked, as_change, next_places, opened_on
from monitor.dekking.scenarios.changes import MOST_CHANGES, Scenario
from monitor.dekking.scenarios.effects import outcome_of
from monitor.store.store import Store


MOST_STEPS = 10
"""Each of them computes every option again."""
Progress = Callable[[float], object]
"""Told which part is done, from 0 to 1; by how the places go, as nobody knows how many steps there are."""


class Stopped(StrEnum):
    """Why there is no next step."""

    PLACES = "plaatsen"
    """A next step takes more places than are left."""
    NOTHING = "niets"
    """No option closes anything more."""
    STEPS = "stappen"
    """There are as many steps as are computed, or as a scenario holds."""


@dataclass(frozen=True, slots=True)
class Step:
    """One more option, and how it stands then."""

    choice: Ranked
    """What it closes is on top of the steps before it."""
    ties: int
    """How many other options would close as many for the same costs."""
    totals: Totals
    places: int
    """New places, of all steps up to and with this one."""
    costs: float
    """Euro per year of all steps up to and with this one of which it is known."""
    unpriced: int
    """Of how many of those steps it is not known."""


@dataclass(frozen=True)
class Plan:
    """Steps in order, on top of a scenario."""

    budget: int
    """New places, at most."""
    before: Totals
    steps: tuple[Step, ...]
    stopped: Stopped
    scenario: Scenario
    """What it was made on top of, with the steps."""
    left_out: int = 0
    """The most options that were not computed for a step."""

    @property
    def after(self) -> Totals:
        return self.steps[-1].totals if self.steps else self.before

    @property
    def solved(self) -> int:
        """By how many pupils the gap becomes smaller."""
        return self.before.tekort - self.after.tekort

    @property
    def places(self) -> int:
        return self.steps[-1].places if self.steps else 0


def step_by_step(
    store: Store,
    basis: Basis,
    scenario: Scenario,
    budget: int,
    asked: Asked = ANY,
    progress: Progress | None = None,
) -> Plan:
    """On top of a scenario, with at most `budget` new places. Every step is kept (`next_places`), so a
    plan with more places computes only what comes after. MonitorError as there."""
    progress = _monotone(progress)
    before, now = scenario, outcome_of(store, basis, scenario)[0]
    first = now.totals
    steps: list[Step] = []
    places, costs, unpriced, left_out = 0, 0.0, 0, 0
    most = min(MOST_STEPS, MOST_CHANGES - len(scenario.wijzigingen))
    stopped = Stopped.STEPS
    while len(steps) < most:
        if places + min(SIZES) > budget:
            # No new arrangement is so small: what is left is to open what there is.
            helps = opened_on(now, asked)
        else:
            found = next_places(store, basis, before, _of_step(progress, places, budget), asked)
            left_out = max(left_out, found.left_out)
            helps = [one for one in found.ranked if one.closes]
        fits = [one for one in helps if places + _new(one) <= budget]
        if not fits:
            used = places + min(SIZES) > budget
            stopped = Stopped.PLACES if helps or used else Stopped.NOTHING
            break
        choice = fits[0]
        before = before.with_change(as_change(choice))
        now = outcome_of(store, basis, before)[0]
        places += _new(choice)
        costs += choice.costs or 0.0
        unpriced += choice.costs is None
        ties = sum((one.closes, one.costs) == (choice.closes, choice.costs) for one in fits) - 1
        steps.append(Step(choice, ties, now.totals, places, costs, unpriced))
    return Plan(budget, first, tuple(steps), stopped, before, left_out)


def _new(one: Ranked) -> int:
    """The places that it adds."""
    return 0 if one.is_there else one.arrangement.plaatsen_plan


def _monotone(progress: Progress | None) -> Progress | None:
    """It never goes back: the last steps often need no new place."""
    if progress is None:
        return None
    most = 0.0

    def tell(part: float) -> None:
        nonlocal most
        most = max(most, min(part, 1.0))
        progress(most)

    return tell


def _of_step(
    progress: Progress | None, places: int, budget: int
) -> Callable[[int, int], None] | None:
    """The progress of one step, as a part of the whole: by the places that went up to here."""
    if progress is None:
        return None

    def tell(done: int, of: int) -> None:
        progress((places + max(SIZES) * done / of) / max(budget, 1))

    return tell
