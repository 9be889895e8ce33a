"""Which cells stay short is often not unique: per cell the least and the most, over all largest
placements.

What cells can be covered at the same time is a polymatroid, so whatever can be placed alone is
also placed in some largest placement. From that:

- the least that a cell is short is its need less the places that fit it;
- the most is its need less what the total loses when the cell is left out;
- cells with the same arrangements are alike: leaving out part of such a class costs nothing up to
  a number P of the class, and one pupil for each one more; so a cell's most is P or its own need.

P needs a maximum flow with the class made smaller. Cells from which nobody who is short can be
reached have P = 0. The others are tried many at a time: everybody but a group is placed first, then
the group as far as there is room. Who of the group is then as short as could be, is found; who is
not is tried again in a smaller group, and alone gives its P.
"""

import numpy as np
from scipy.sparse import coo_array, csgraph

from monitor.dekking.matching.equal_cells import alike
from monitor.dekking.matching.flow import Flow, Ints, Network, Solver


def certain(network: Network) -> Ints:
    """[cells] pupils who are without a place in every largest placement."""
    fitting = np.bincount(
        network.cell, network.places[network.arrangement], minlength=len(network.need)
    )
    return np.maximum(network.need - fitting.astype(np.int64), 0)


def possible(network: Network, flow: Flow) -> Ints:
    """[cells] pupils who are without a place in some largest placement."""
    result = np.zeros(len(network.need), np.int64)
    cells = np.flatnonzero(flow.cut_cells & (network.need > 0))
    if not len(cells):
        return result
    classes = _Classes(network, cells)
    result[cells] = np.minimum(network.need[cells], classes.most_short()[classes.of_cell])
    return result


class _Classes:
    """Cells of the cut, those with the same arrangements taken together."""

    def __init__(self, network: Network, cells: Ints) -> None:
        place = np.full(len(network.need), -1)
        place[cells] = np.arange(len(cells))
        kept = place[network.cell] >= 0
        cell, offer = place[network.cell[kept]], network.arrangement[kept]
        self.of_cell = alike(len(cells), cell, offer)
        """[cells] number of its class"""
        self._need = np.bincount(self.of_cell, network.need[cells]).astype(np.int64)
        self._count = len(self._need)
        self._largest = np.zeros(self._count, np.int64)
        np.maximum.at(self._largest, self.of_cell, network.need[cells])
        joined = np.unique(self.of_cell[cell] * len(network.places) + offer)
        self._network = Network(
            self._need,
            network.places,
            joined // max(len(network.places), 1),
            joined % max(len(network.places), 1),
            np.zeros(len(joined), np.int64),
        )

    def most_short(self) -> Ints:
        """[classes] P, as far as it matters to the cells of the class."""
        solver = Solver(self._network)
        covered = solver.covered(self._need)
        part = self._parts()
        totals = np.bincount(part, covered)
        gaps = np.bincount(part, self._need - covered).astype(np.int64)
        target = np.minimum(self._largest, gaps[part])
        # All are in the cut, so each can be short of one at least.
        found = np.maximum(np.minimum(target, 1), np.minimum(self._need - covered, target))
        waiting = [
            _groups(np.flatnonzero((part == p) & (found < target)), target, int(gap))
            for p, gap in enumerate(gaps)
        ]
        while tried := _tried(waiting, found, target):
            first = self._need.copy()
            for _, group in tried:
                first[group] -= target[group]
            before, after = solver.covered_after(first)
            lost = totals - np.bincount(part, before)
            found = np.maximum(found, np.minimum(self._need - after, target))
            for p, group in tried:
                if len(group) == 1:
                    target[group] -= int(lost[p])
                    found[group] = target[group]
                left = group[found[group] < target[group]]
                half = len(left) // 2 if len(left) == len(group) else len(left)
                waiting[p] += [some for some in (left[:half], left[half:]) if len(some)]
        return found

    def _parts(self) -> Ints:
        """[classes] number of the connected part of the network it is in."""
        size = self._count + len(self._network.places)
        ones = np.ones(len(self._network.cell), np.int8)
        edges = coo_array(
            (ones, (self._network.cell, self._count + self._network.arrangement)), (size, size)
        )
        label = csgraph.connected_components(edges.tocsr(), directed=False)[1][: self._count]
        return np.unique(label, return_inverse=True)[1].astype(np.int64)


def _groups(classes: Ints, target: Ints, gap: int) -> list[Ints]:
    """Groups whose targets together do not pass the gap: more cannot be short at once."""
    groups: list[list[int]] = []
    room = 0
    for one in classes.tolist():
        if target[one] > room or not groups:
            groups.append([])
            room = int(gap)
        groups[-1].append(one)
        room -= int(target[one])
    return [np.array(group, np.int64) for group in groups]


def _tried(waiting: list[list[Ints]], found: Ints, target: Ints) -> list[tuple[int, Ints]]:
    """Of every part the next group to try, without those that were found in the meantime."""
    tried = []
    for p, groups in enumerate(waiting):
        while groups:
            group = groups.pop()
            group = group[found[group] < target[group]]
            if len(group):
                tried.append((p, group))
                break
    return tried
