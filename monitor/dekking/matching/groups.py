"""The same question per region, per vraag or per anything else.

What a group of cells is short of at least and at most is not the sum over its cells: of two cells
that want the same place each may be short, but not both. Totals are exact here, for any group.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from monitor.dekking.matching.flow import Flow, Network, Solver
from monitor.dekking.matching.model import Need
from monitor.dekking.matching.outcome import PlacementOutcome


Key = Callable[[Need], str | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Cells taken together; behoefte, placed and bounds as of one cell."""

    name: str | None
    behoefte: int
    placed: int
    certain: int
    possible: int
    onbekend: int


def groups(outcome: PlacementOutcome, key: Key) -> list[Group]:
    """Per value of `key`, in order; None, what has no value, comes last."""
    behoefte: dict[str | None, int] = defaultdict(int)
    placed: dict[str | None, int] = defaultdict(int)
    onbekend: dict[str | None, int] = defaultdict(int)
    bounds: dict[str | None, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for cell in outcome.cellen:
        name = key(cell.need)
        behoefte[name] += cell.need.aantal
        placed[name] += cell.placed
        if cell.need.latitude is None or cell.need.longitude is None:
            onbekend[name] += cell.need.aantal
    for part in outcome.parts:
        names = [key(need) for need in part.columns.needs]
        short = _short(part.hoped, part.hoped_flow, names)
        for name, (least, most) in short.items():
            bounds[name] = bounds[name][0] + least, bounds[name][1] + most
            onbekend[name] -= most
        on_known = short
        if not part.is_known:
            on_known = _short(part.known, part.known_flow, names)
        for name, (_, most) in on_known.items():
            onbekend[name] += most
    return [
        Group(name, behoefte[name], placed[name], *bounds[name], onbekend[name])
        for name in sorted(behoefte, key=lambda name: (name is None, name or ""))
    ]


def _short(
    network: Network, flow: Flow, names: list[str | None]
) -> dict[str | None, tuple[int, int]]:
    """Per group with cells in the cut: the least and the most, over all largest placements.

    The least: its need less what could be placed if it were alone. The most: its need less what
    the total loses without it. Outside the cut nobody is ever short.
    """
    cut = network.within(flow.cut_cells)
    members: dict[str | None, list[int]] = defaultdict(list)
    for i in np.flatnonzero(flow.cut_cells).tolist():
        members[names[i]].append(i)
    total = int(flow.covered[flow.cut_cells].sum())
    whole = Solver(cut)
    found = {}
    for name, cells in members.items():
        inside = np.zeros(len(cut.need), bool)
        inside[cells] = True
        need = int(cut.need[inside].sum())
        alone = Solver(cut.within(inside)).covered(np.where(inside, cut.need, 0))
        rest = whole.covered(np.where(inside, 0, cut.need))
        found[name] = need - int(alone.sum()), need + int(rest.sum()) - total
    return found
