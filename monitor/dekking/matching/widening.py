"""Arrangements that are there, opened to more: what each would close without a new place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from monitor.dekking.matching.fitting import BIT, NEVER
from monitor.dekking.matching.flow import Ints, Network, Solver
from monitor.dekking.matching.model import Arrangement, Need, Obstacle
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solved_part import SolvedPart


REACHES = "school", "wijk", "subregio", "swv"
"""From narrow to wide."""


@dataclass(frozen=True, slots=True)
class Widened:
    """An arrangement with another reach, and what that would bring if it were the only change."""

    arrangement: Arrangement
    """With the reach that it would have: the narrowest of those that bring as much."""
    closes: int
    """By how many pupils the gap becomes smaller."""


def widened(outcome: PlacementOutcome) -> list[Widened]:
    """Those that close anything, most first, then by code."""
    found = [one for part in outcome.parts for one in _of_part(part)]
    return sorted(
        found, key=lambda one: (-one.closes, str(one.arrangement.swv),
                                one.arrangement.arrangementscode),
    )  # fmt: skip


def _of_part(part: SolvedPart) -> Iterator[Widened]:
    """An arrangement of the cut is full of pupils who have no other place: opening it to others
    who are short brings nobody more. Of the rest only pupils of the cut can gain."""
    flow, columns = part.hoped_flow, part.columns
    shut = _shut(part)
    for at in sorted(shut):
        offer = columns.offers[at]
        if flow.cut_arrangements[at] or not columns.hoped[at]:
            continue
        best: Widened | None = None
        for reach in REACHES[REACHES.index(offer.bereik) + 1 :]:
            cells = np.array(
                [i for i in shut[at] if _takes_in(reach, columns.needs[i], offer)], np.int64
            )
            closes = _closed(part, at, reach, cells)
            if closes > (best.closes if best else 0):
                best = Widened(replace(offer, bereik=reach), closes)
        if best:
            yield best


def _shut(part: SolvedPart) -> dict[int, list[int]]:
    """Arrangement → cells of the cut that only its reach keeps out."""
    found: dict[int, list[int]] = {}
    for block in part.columns.blocks(np.flatnonzero(part.hoped_flow.cut_cells)):
        row, column = np.nonzero(block.obstacles & NEVER == BIT[Obstacle.BEREIK])
        for i, at in zip(row.tolist(), column.tolist(), strict=True):
            found.setdefault(int(block.offers[at]), []).append(int(block.cells[i]))
    return {
        at: cells for at, cells in found.items() if part.columns.offers[at].bereik in REACHES
    }  # fmt: skip


def _takes_in(reach: str, need: Need, offer: Arrangement) -> bool:
    if reach == "swv":
        return True
    home = getattr(need, reach)
    return bool(home) and home == getattr(offer, reach)


def _closed(part: SolvedPart, at: int, reach: str, cells: Ints) -> int:
    """With these cells taken in, and those let go that the reach does not take in: pupils of the own
    school who live elsewhere."""
    if not len(cells):
        return 0
    old, offer = part.hoped, part.columns.offers[at]
    lost = [
        edge
        for edge in np.flatnonzero(old.arrangement == at).tolist()
        if not _takes_in(reach, part.columns.needs[int(old.cell[edge])], offer)
    ]
    kept = np.ones(len(old.cell), bool)
    kept[lost] = False
    network = Network(
        old.need,
        old.places,
        np.concatenate([old.cell[kept], cells]),
        np.concatenate([old.arrangement[kept], np.full(len(cells), at)]),
        np.zeros(int(kept.sum()) + len(cells), np.int64),
    )
    return int(Solver(network).covered(network.need).sum()) - part.hoped_flow.value
