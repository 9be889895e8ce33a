"""Among the largest placements, the one with the least total distance.

A linear program, solved by HiGHS. What the cut says makes it small and exact: the arrangements of
the cut are full of the cut's own needs, all other needs are met, and no edge between the two
carries anybody. And it starts with the nearest few arrangements of each cell; prices (duals) tell
which edges could make it shorter, until there are none: then it is the least of all.
"""

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

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
    metres = network.metres[edges].astype(float)
    full, full_size = (cell, need) if cells_are_met else (offer, places)
    loose, loose_size = (offer, places) if cells_are_met else (cell, need)
    active = start | _first(cell, metres, NEAREST) | _first(offer, metres, NEAREST)
    while True:
        used = np.flatnonzero(active)
        result = linprog(
            metres[used],
            A_eq=_incidence(full[used], len(full_size)),
            b_eq=full_size,
            A_ub=_incidence(loose[used], len(loose_size)),
            b_ub=loose_size,
            method="highs-ds",
            # A network has little to presolve: it takes longer than it saves.
            options={"presolve": False},
        )
        if result.status != 0:
            raise ArithmeticError(f"HiGHS: {result.message}")
        price = result.eqlin.marginals[full] + result.ineqlin.marginals[loose]
        shorter = (metres < price - TOLERANCE) & ~active
        if not shorter.any():
            placed = np.zeros(len(edges), np.int64)
            # A vertex of a transport polytope is whole; only its floats are not.
            placed[used] = np.rint(result.x).astype(np.int64)
            return placed
        active |= shorter


def _first(group: Ints, metres: "np.typing.NDArray[np.float64]", count: int) -> Bools:
    """[edges] whether an edge is among the shortest of its group."""
    order = np.lexsort((metres, group))
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    rank = np.empty(len(group), np.int64)
    sizes = np.diff(starts, append=len(group))
    rank[order] = np.arange(len(group)) - np.repeat(starts, sizes)
    return rank < count


def _incidence(row: Ints, rows: int) -> sparse.csr_array:
    columns = np.arange(len(row))
    return sparse.csr_array((np.ones(len(row)), (row, columns)), shape=(rows, len(row)))
