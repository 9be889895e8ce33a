"""The largest number of pupils that can be placed at the same time, and what stops more.

A maximum flow from a source, over cells and arrangements, to a sink; SciPy solves it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Network:
    """Cells with pupils, arrangements with places, and edges between those that fit."""

    need: Ints
    """[cells] pupils"""
    places: Ints
    """[arrangements]"""
    cell: Ints
    """[edges] from which cell"""
    arrangement: Ints
    """[edges] to which arrangement"""
    metres: Ints
    """[edges]"""

    def within(self, cells: Bools) -> "Network":
        """Only these cells' edges; numbers stay as they are, pupils of the others are gone."""
        kept = cells[self.cell]
        return Network(
            np.where(cells, self.need, 0),
            self.places,
            self.cell[kept],
            self.arrangement[kept],
            self.metres[kept],
        )

    def with_places(self, places: Ints) -> "Network":
        return Network(self.need, places, self.cell, self.arrangement, self.metres)


@dataclass(frozen=True)
class Flow:
    """One largest placement, and the smallest cut that is nearest to the needs.

    Which placement it is, is chance; `value`, `cut_cells` and `cut_arrangements` are unique.
    """

    value: int
    placed: Ints
    """[edges] pupils"""
    covered: Ints
    """[cells] pupils"""
    cut_cells: Bools
    """[cells] who together have too few places: those from which a pupil who is short can be
    reached by moving others."""
    cut_arrangements: Bools
    """[arrangements] all that those cells may use, and all full: one more place helps one more."""


class Solver:
    """A network laid out once for SciPy, to be solved with different needs."""

    def __init__(self, network: Network) -> None:
        self.network = network
        cells, arrangements = len(network.need), len(network.places)
        self._source, self._sink = cells + arrangements, cells + arrangements + 1
        tails = np.concatenate(
            [np.full(cells, self._source), network.cell, cells + np.arange(arrangements)]
        )
        heads = np.concatenate(
            [np.arange(cells), cells + network.arrangement, np.full(arrangements, self._sink)]
        )
        self._order = np.lexsort((heads, tails))
        self._heads = heads[self._order].astype(np.int32)
        counts = np.bincount(tails, minlength=self._sink + 1)
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        # An edge carries no more than the pupils of its cell.
        self._fixed = np.concatenate([network.need[network.cell], network.places])

    def covered(self, need: Ints) -> Ints:
        """[cells] in one largest placement of these needs, none above the network's own."""
        return self._leaving(self._solve(need), len(need))

    def covered_after(self, first: Ints) -> tuple[Ints, Ints]:
        """[cells] in a largest placement of `first`, and in one of the network's own needs that
        lets down nobody of those."""
        flow = self._solve(first)
        covered = self._leaving(flow, len(first))
        residual = sparse.csr_array(self._capacities(self.network.need) - flow)
        residual.eliminate_zeros()
        more = csgraph.maximum_flow(residual, self._source, self._sink).flow
        return covered, covered + self._leaving(more, len(first))

    def largest(self) -> Flow:
        """Of the network's own needs."""
        network = self.network
        cells, arrangements = len(network.need), len(network.places)
        capacities = self._capacities(network.need)
        flow = self._solve(network.need)
        placed = self._along(flow, network.cell, cells + network.arrangement)
        covered = np.bincount(network.cell, placed, minlength=cells).astype(np.int64)
        residual = sparse.csr_array(capacities - flow)
        residual.eliminate_zeros()
        reached = np.zeros(self._sink + 1, bool)
        reached[csgraph.breadth_first_order(residual, self._source, return_predecessors=False)] = (
            True
        )
        return Flow(
            int(covered.sum()),
            placed,
            covered,
            reached[:cells],
            reached[cells : cells + arrangements],
        )

    def _solve(self, need: Ints) -> sparse.csr_array:
        return csgraph.maximum_flow(self._capacities(need), self._source, self._sink).flow

    def _along(self, flow: sparse.csr_array, tails: Ints, heads: Ints) -> Ints:
        """[edges] what goes from a tail to a head. (SciPy answers a sparse array with another one
        when it is asked for no elements, and is slow for many.)"""
        size = self._sink + 1
        rows = np.repeat(np.arange(size), np.diff(flow.indptr))
        keys = rows * size + flow.indices
        order = np.argsort(keys)
        found = order[np.searchsorted(keys, tails * size + heads, sorter=order)]
        return flow.data[found].astype(np.int64)

    def _leaving(self, flow: sparse.csr_array, cells: int) -> Ints:
        """[cells] what the source sends."""
        at, to = flow.indptr[self._source], flow.indptr[self._source + 1]
        covered = np.zeros(self._sink + 1, np.int64)
        covered[flow.indices[at:to]] = flow.data[at:to]
        return covered[:cells]

    def _capacities(self, need: Ints) -> sparse.csr_array:
        values = np.concatenate([need, self._fixed])[self._order].astype(np.int32)
        size = self._sink + 1
        return sparse.csr_array((values, self._heads, self._starts), shape=(size, size))
