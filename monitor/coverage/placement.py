"""Among the largest placements, the one with the least total distance.

A linear program, solved by HiGHS. What the cut says makes it small and exact: the arrangements of
the cut are full of the cut's own needs, all other needs are met, and no edge between the two
carries anybody. And it starts with the nearest few arrangements of each cell; prices (duals) tell
which edges could make it shorter, until there are none: then it is the least of all.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from monitor.coverage.alike import alike
from monitor.coverage.flow import Bools, Flow, Ints, Network


NEAREST = 4
"""Edges per cell and per arrangement to start with."""
TOLERANCE = 1e-6
"""In metres per pupil."""


def nearest(network: Network, flow: Flow) -> Ints:
    """[edges] pupils in a largest placement with the least total of metres."""
    placed = np.zeros(len(network.cell), np.int64)
    inside = flow.cut_cells[network.cell]
    outside = ~inside & ~flow.cut_arrangements[network.arrangement]
    has_room = (network.need[network.cell] > 0) & (network.places[network.arrangement] > 0)
    for edges, cells_are_met in ((inside & has_room, False), (outside & has_room, True)):
        chosen = np.flatnonzero(edges)
        if len(chosen):
            placed[chosen] = _transport(network, chosen, flow.placed[chosen] > 0, cells_are_met)
    if placed.sum() != flow.value:
        raise ArithmeticError("the nearest placement is not a largest one")
    return placed


def _transport(network: Network, edges: Ints, start: Bools, cells_are_met: bool) -> Ints:
    """[edges] pupils. Either the cells are met in full and the arrangements have room, or the
    arrangements are full and some of the cells' pupils stay out. `start` must hold a solution."""
    cell_names, cell = np.unique(network.cell[edges], return_inverse=True)
    offer_names, offer = np.unique(network.arrangement[edges], return_inverse=True)
    need, places = network.need[cell_names], network.places[offer_names]
    # Cells at the same distances from the same arrangements are one.
    of_cell = alike(len(need), cell, offer, network.metres[edges])
    joined, first, of_edge = np.unique(
        of_cell[cell] * len(places) + offer, return_index=True, return_inverse=True
    )
    pupils = np.bincount(of_cell, need).astype(np.int64)
    ends = (joined // len(places), pupils), (joined % len(places), places)
    flow = _least(
        network.metres[edges][first].astype(float),
        *(ends if cells_are_met else ends[::-1]),
        np.bincount(of_edge, start) > 0,
    )
    # Those who are one stand in a row, and so do their places: who stands where gets what.
    order = np.argsort(of_cell, kind="stable")
    last = np.empty(len(need), np.int64)
    last[order] = _running(of_cell[order], need[order])
    until = _running(ends[0][0], flow)
    left = np.maximum(last[cell] - need[cell], (until - flow)[of_edge])
    right = np.minimum(last[cell], until[of_edge])
    return np.maximum(right - left, 0)


def _least(
    metres: NDArray[np.float64], full: tuple[Ints, Ints], loose: tuple[Ints, Ints], start: Bools
) -> Ints:
    """[edges] what they carry. `full` and `loose` are the two ends of the edges: which one, and
    how much there is of each; the first is used up."""
    active = start | _first(full[0], metres, NEAREST) | _first(loose[0], metres, NEAREST)
    while True:
        used = np.flatnonzero(active)
        result = linprog(
            metres[used],
            A_eq=_incidence(full[0][used], len(full[1])),
            b_eq=full[1],
            A_ub=_incidence(loose[0][used], len(loose[1])),
            b_ub=loose[1],
            method="highs-ds",
            # A network has little to presolve: it takes longer than it saves.
            options={"presolve": False},
        )
        if result.status != 0:
            raise ArithmeticError(f"HiGHS: {result.message}")
        gain = metres - result.eqlin.marginals[full[0]] - result.ineqlin.marginals[loose[0]]
        gain[active] = 0
        shorter = gain < -TOLERANCE
        if not shorter.any():
            flow = np.zeros(len(metres), np.int64)
            # A vertex of a transport polytope is whole; only its floats are not.
            flow[used] = np.rint(result.x).astype(np.int64)
            return flow
        # The best few of each are enough: they change the prices of the others.
        active |= shorter & (_first(full[0], gain, NEAREST) | _first(loose[0], gain, NEAREST))


def _running(group: Ints, amount: Ints) -> Ints:
    """Sums so far within each group; `group` is in order."""
    total = np.cumsum(amount)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    before = (total - amount)[starts]
    return total - np.repeat(before, np.diff(starts, append=len(group)))


def _first(group: Ints, value: NDArray[np.float64], count: int) -> Bools:
    """[edges] whether an edge is among the lowest of its group."""
    order = np.lexsort((value, group))
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    rank = np.empty(len(group), np.int64)
    sizes = np.diff(starts, append=len(group))
    rank[order] = np.arange(len(group)) - np.repeat(starts, sizes)
    return rank < count


def _incidence(row: Ints, rows: int) -> sparse.csr_array:
    columns = np.arange(len(row))
    return sparse.csr_array((np.ones(len(row)), (row, columns)), shape=(rows, len(row)))
