"""Among the largest placements, the one with the least total distance.

What the cut says makes it small and exact: the arrangements of the cut are full of the cut's own
needs, all other needs are met, and no edge between the two carries anybody. What is left is two
transport problems (`transport`); where several placements are equally near, `division` says which.
"""

import numpy as np

from monitor.dekking.matching.division import Division, Lots, by_lot, first_served
from monitor.dekking.matching.equal_cells import alike
from monitor.dekking.matching.flow import Bools, Flow, Ints, Network
from monitor.dekking.matching.transport import Ends, cheapest


def nearest(network: Network, flow: Flow, cell_lots: Lots, arrangement_lots: Lots) -> Ints:
    """[edges] pupils in a largest placement with the least total of metres: the one in which cells
    are served in their order, and the rest is as the lots say."""
    placed = np.zeros(len(network.cell), np.int64)
    inside = flow.cut_cells[network.cell]
    outside = ~inside & ~flow.cut_arrangements[network.arrangement]
    has_room = (network.need[network.cell] > 0) & (network.places[network.arrangement] > 0)
    for edges, cells_are_met in ((inside & has_room, False), (outside & has_room, True)):
        chosen = np.flatnonzero(edges)
        if len(chosen):
            placed[chosen] = _transport(
                network, chosen, flow.placed[chosen] > 0, cells_are_met, cell_lots, arrangement_lots
            )
    if placed.sum() != flow.value:
        raise ArithmeticError("the nearest placement is not a largest one")
    return placed


def _transport(
    network: Network,
    edges: Ints,
    start: Bools,
    cells_are_met: bool,
    cell_lots: Lots,
    arrangement_lots: Lots,
) -> Ints:
    """[edges] pupils. Either the cells are met in full and the arrangements have room, or the
    arrangements are full and some of the cells' pupils stay out. `start` must hold a solution."""
    cell_names, cell = np.unique(network.cell[edges], return_inverse=True)
    offer_names, offer = np.unique(network.arrangement[edges], return_inverse=True)
    need, places = network.need[cell_names], network.places[offer_names]
    # Cells at the same distances from the same arrangements are one.
    of_cell = alike(len(need), cell, offer, network.metres[edges])
    joined, at, of_edge = np.unique(
        of_cell[cell] * len(places) + offer, return_index=True, return_inverse=True
    )
    row, column = joined // len(places), joined % len(places)
    classes = np.bincount(of_cell, need).astype(np.int64)
    ends = Ends(row, classes), Ends(column, places)
    found = cheapest(
        network.metres[edges][at],
        *(ends if cells_are_met else ends[::-1]),
        start=np.bincount(of_edge, start) > 0,
    )
    tight = np.flatnonzero(found.is_tight)
    free = found.loose_price == 0
    division = Division(
        row[tight],
        column[tight],
        found.amount[tight],
        places,
        free if cells_are_met else np.zeros(len(places), bool),
    )
    placed = need
    if not cells_are_met:
        division, placed = first_served(division, of_cell, need, must=~free)
    # A class bears the lot of its first cell.
    _, of_class = np.unique(of_cell, return_index=True)
    amount = np.zeros(len(joined), np.int64)
    amount[tight] = by_lot(
        division, cell_lots[cell_names[of_class]], arrangement_lots[offer_names]
    )  # fmt: skip
    # Those who are one stand in a row, and so do their places: who stands where gets what.
    order = np.argsort(of_cell, kind="stable")
    last = np.empty(len(need), np.int64)
    last[order] = _running(of_cell[order], placed[order])
    until = _running(row, amount)
    left = np.maximum(last[cell] - placed[cell], (until - amount)[of_edge])
    right = np.minimum(last[cell], until[of_edge])
    return np.maximum(right - left, 0)


def _running(group: Ints, amount: Ints) -> Ints:
    """Sums so far within each group; `group` is in order."""
    total = np.cumsum(amount)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    before = (total - amount)[starts]
    return total - np.repeat(before, np.diff(starts, append=len(group)))
