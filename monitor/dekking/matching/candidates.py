"""The best next places: for each candidate the gap that it closes, computed by matching again.

What a new arrangement adds grows by one per place, until nobody else can be helped; so one
matching with endless places tells it for every size. Only needs of the cut can be helped, and
only their part of the network is solved.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from monitor.dekking.matching.fitting import NEVER, Columns
from monitor.dekking.matching.flow import Ints, Network, Solver
from monitor.dekking.matching.input import Progress
from monitor.dekking.matching.model import Arrangement, Rules, Run
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solved_part import SolvedPart


@dataclass(frozen=True, slots=True)
class Ranked:
    """A new arrangement, and what it would bring if it were the only change."""

    arrangement: Arrangement
    closes: int
    """By how many pupils the gap becomes smaller."""
    costs: float | None
    """Euro per year for all its places; None when the tarief is not known."""
    per_solved: float | None
    """Euro per year for each pupil who gets a place by it; None when unknown or nobody does."""
    is_there: bool = False
    """It is no new one: an arrangement that there is, with another reach and no more places."""


def candidates(
    vragen: Iterable[tuple[str, ...]],
    niveaugroepen: Iterable[tuple[str, ...]],
    locations: Iterable[Arrangement],
    sizes: Iterable[int],
) -> Iterator[Arrangement]:
    """Every combination. A location is an arrangement of which place, reach and tarief count."""
    combinations = product(vragen, niveaugroepen, locations, sizes)
    for i, (asked, niveaus, location, size) in enumerate(combinations, start=1):
        yield replace(
            location,
            arrangementscode=f"kandidaat {i}",
            ondersteuningsvragen=asked,
            niveaus=niveaus,
            plaatsen_plan=size,
            plaatsen_praktijk=size,
            status="actief",
        )


def rank(
    outcome: PlacementOutcome,
    options: Sequence[Arrangement],
    rules: Rules | None = None,
    progress: Progress | None = None,
) -> list[Ranked]:
    """Best first: closes most, then cheapest per solved need, then fewest places, then the code.

    `rules` are those of the outcome. Each option by itself, not one after another.
    """
    limits = NormLimits(rules or Rules())
    gaps = {part.swv: _Gap(part, limits) for part in outcome.parts}
    ranked = []
    for i, option in enumerate(options, start=1):
        gap = gaps.get(option.swv)
        ranked.append(_ranked(option, gap.closed_by(option, outcome.run) if gap else 0))
        if progress:
            progress(i, len(options))
    return sorted(ranked, key=best_first)


def _ranked(option: Arrangement, closes: int) -> Ranked:
    costs = None if option.tarief is None else option.tarief * option.plaatsen_plan
    return Ranked(option, closes, costs, costs / closes if costs is not None and closes else None)


def best_first(one: Ranked) -> tuple[float | str, ...]:
    """Closes most, then cheapest per solved need, then fewest places, then the code."""
    per_solved = float("inf") if one.per_solved is None else one.per_solved
    option = one.arrangement
    return -one.closes, per_solved, option.plaatsen_plan, str(option.swv), option.arrangementscode


class _Gap:
    """The needs that together have too few places, with those places."""

    def __init__(self, part: SolvedPart, limits: NormLimits) -> None:
        self._part, self._limits = part, limits
        self._network = part.hoped.within(part.hoped_flow.cut_cells)
        self._cells = np.flatnonzero(part.hoped_flow.cut_cells)
        self._total = int(part.hoped_flow.covered[self._cells].sum())
        self._most: dict[bytes, int] = {}

    def closed_by(self, option: Arrangement, run: Run) -> int:
        columns = Columns(
            [self._part.columns.needs[i] for i in self._cells], [option], self._limits, run
        )
        fits = [
            block.cells[(block.obstacles[:, 0] & NEVER) == 0]
            for block in columns.blocks(np.arange(len(self._cells)))
            if len(block.offers)
        ]
        cells = self._cells[np.sort(np.concatenate(fits))] if fits else self._cells[:0]
        key = cells.tobytes()
        if key not in self._most:
            self._most[key] = self._closed_at_most(cells)
        return min(self._most[key], int(columns.hoped[0]))

    def _closed_at_most(self, cells: Ints) -> int:
        """With as many new places as these cells have pupils."""
        if not len(cells):
            return 0
        old = self._network
        new = np.full(len(cells), len(old.places))
        network = Network(
            old.need,
            np.append(old.places, old.need[cells].sum()),
            np.concatenate([old.cell, cells]),
            np.concatenate([old.arrangement, new]),
            np.zeros(len(old.cell) + len(cells), np.int64),
        )
        return int(Solver(network).covered(network.need).sum()) - self._total
