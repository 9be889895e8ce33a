"""The transport problem: the least cost of sending amounts along edges, with its prices.

HiGHS solves a linear program over a few edges of each end to start with; prices (duals) tell which
others could make it cheaper, until there are none. Costs are whole, so that the amounts and prices
of a corner of the program are too: rounded, they are checked as whole numbers, and prove that
nothing is cheaper. Which of equally cheap solutions comes out is the solver's.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from monitor.dekking.matching.flow import Bools, Ints


METHOD = "highs-ds"
"""How HiGHS solves: by the dual simplex method. What comes out does not depend on it."""
NEAREST = 4
"""Edges of each end to start with."""
TOLERANCE = 1e-6
"""In units of cost."""


class Ends(NamedTuple):
    """One side of the edges."""

    of_edge: Ints
    """[edges] which one"""
    amount: Ints
    """[ends] how much there is"""


@dataclass(frozen=True)
class Cheapest:
    """A solution and its proof."""

    amount: Ints
    """[edges]"""
    is_tight: Bools
    """[edges] whether some cheapest solution may use it; a solution is cheapest if and only if it
    uses no others and uses up all that has a price."""
    loose_price: Ints
    """[loose ends] nought or less: what one more would save."""


def cheapest(
    costs: Ints, full: Ends, loose: Ends, start: Bools, must: Bools | None = None
) -> Cheapest:
    """All of `full` is used up, of `loose` no more than there is (and all of it where it `must`).

    `start` are edges that hold a solution. ArithmeticError when there is none, or when what the
    solver says does not hold in whole numbers.
    """
    equal = np.zeros(len(loose.amount), bool) if must is None else must
    active = start | first(full.of_edge, costs, NEAREST) | first(loose.of_edge, costs, NEAREST)
    while True:
        used = np.flatnonzero(active)
        amount, full_price, loose_price = _solved(costs[used], used, full, loose, equal)
        gain = costs - full_price[full.of_edge] - loose_price[loose.of_edge]
        gain[active] = 0
        cheaper = gain < -TOLERANCE
        if not cheaper.any():
            break
        # The best few of each are enough: they change the prices of the others.
        active |= cheaper & (
            first(full.of_edge, gain, NEAREST) | first(loose.of_edge, gain, NEAREST)
        )
    flow = np.zeros(len(costs), np.int64)
    # A corner of a transport polytope is whole; only its floats are not.
    flow[used] = np.rint(amount).astype(np.int64)
    whole = np.rint(full_price).astype(np.int64), np.rint(loose_price).astype(np.int64)
    gains = costs - whole[0][full.of_edge] - whole[1][loose.of_edge]
    _prove(flow, gains, full, loose, equal, whole[1])
    return Cheapest(flow, gains == 0, np.where(equal, 0, whole[1]))


def _solved(
    costs: Ints, used: Ints, full: Ends, loose: Ends, equal: Bools
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """([used] amounts, [full] prices, [loose] prices)"""
    ends = _incidence(loose.of_edge[used], len(loose.amount))
    rows = _incidence(full.of_edge[used], len(full.amount))
    result = linprog(
        costs.astype(float),
        A_eq=sparse.vstack([rows, ends[equal]], format="csr"),
        b_eq=np.concatenate([full.amount, loose.amount[equal]]),
        A_ub=ends[~equal],
        b_ub=loose.amount[~equal],
        method=METHOD,
        # A network has little to presolve: it takes longer than it saves.
        options={"presolve": False},
    )
    if result.status != 0:
        raise ArithmeticError(f"HiGHS: {result.message}")
    prices = np.empty(len(loose.amount))
    prices[equal] = result.eqlin.marginals[len(full.amount) :]
    prices[~equal] = result.ineqlin.marginals
    return result.x, result.eqlin.marginals[: len(full.amount)], prices


def _prove(
    flow: Ints, gains: Ints, full: Ends, loose: Ends, equal: Bools, loose_price: Ints
) -> None:
    """That it is a solution, and by its prices that none is cheaper."""
    sent = np.bincount(full.of_edge, flow, minlength=len(full.amount))
    held = np.bincount(loose.of_edge, flow, minlength=len(loose.amount))
    is_full = held == loose.amount
    holds = (
        (flow >= 0).all()
        and (sent == full.amount).all()
        and (held <= loose.amount).all()
        and is_full[equal | (loose_price != 0)].all()
        and (loose_price[~equal] <= 0).all()
        and (gains >= 0).all()
        and (gains[flow > 0] == 0).all()
    )
    if not holds:
        raise ArithmeticError("HiGHS: the prices do not prove the solution")


def first(group: Ints, value: Ints | NDArray[np.float64], count: int) -> Bools:
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
