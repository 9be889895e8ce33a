"""Of all placements with the least total distance, one: the same whoever solves it.

Many divisions are equally near, and which one a solver gives is chance. Published counts per vraag,
niveau and region may not hang on that, so it is settled here, in whole numbers:

- cells are served in their fixed order (`input`): the first cell gets as many places as it can have
  in a nearest placement, then the second as many as it can have beside that, and so on: the
  lexicographically first division over cells (`first_served`);
- who then may still go to one arrangement or to another at no more metres is decided by lot, with
  numbers that follow from the names (`by_lot`). Every cell has as many places either way.

What may be chosen between is known from the prices of the linear program: a placement is nearest if
and only if it uses only edges whose metres are exactly the prices of their two ends, and fills
whatever has a price of its own.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from monitor.dekking.matching.flow import Bools, Ints
from monitor.dekking.matching.transport import Ends, cheapest


DRAWS = 20
"""Lots drawn at most; one is nearly always enough."""
BITS = 20
"""Of a lot: small enough for a solver to count exactly."""
Lots = NDArray[np.uint64]


def lots(names: Sequence[tuple[object, ...]]) -> Lots:
    """A number per name that follows from the name only, and stays when others come or go."""
    found = [
        int.from_bytes(blake2b(repr(name).encode(), digest_size=8).digest(), "big")
        for name in names
    ]
    return np.array(found, np.uint64)


@dataclass(frozen=True)
class Division:
    """A nearest placement, on the edges that a nearest placement may use."""

    row: Ints
    """[edges] from which class of cells"""
    column: Ints
    """[edges] to which arrangement"""
    pupils: Ints
    """[edges]"""
    room: Ints
    """[arrangements] places; those that are not `loose` are full, and must be."""
    loose: Bools
    """[arrangements] whether it need not be full."""


def first_served(
    division: Division, of_cell: Ints, need: Ints, must: Bools
) -> tuple[Division, Ints]:
    """(the same placement, with cells served in their order; [cells] pupils who are placed).

    `of_cell` and `need` are per cell, `must` per class: whether all its pupils have to be placed.
    Moving pupils in a chain from a later cell to this one keeps all arrangements as full as they
    were. Where a search ends without one, later searches that come there end too.
    """
    row, column = division.row.tolist(), division.column.tolist()
    pupils = division.pupils.tolist()
    of_row: list[list[int]] = [[] for _ in must]
    of_column: list[list[int]] = [[] for _ in division.room]
    for edge, (start, end) in enumerate(zip(row, column, strict=True)):
        of_row[start].append(edge)
        of_column[end].append(edge)
    in_class = np.bincount(division.row, division.pupils, minlength=len(must)).astype(np.int64)
    spare = np.where(must, 0, in_class).tolist()
    closed = [False] * len(must)
    placed = np.where(must[of_cell], need, 0)
    for cell in np.flatnonzero(~must[of_cell]).tolist():
        own, wanted = int(of_cell[cell]), int(need[cell])
        got = min(wanted, spare[own])
        spare[own] -= got
        while got < wanted and not closed[own]:
            chain, last = _chain(own, row, column, pupils, of_row, of_column, spare, closed)
            if last < 0:
                break
            moved = min(wanted - got, spare[last], *(pupils[back] for _, back in chain))
            for ahead, back in chain:
                pupils[ahead] += moved
                pupils[back] -= moved
            spare[last] -= moved
            got += moved
        placed[cell] = got
    return replace(division, pupils=np.array(pupils, np.int64)), placed


def _chain(
    own: int,
    row: list[int],
    column: list[int],
    pupils: list[int],
    of_row: list[list[int]],
    of_column: list[list[int]],
    spare: list[int],
    closed: list[bool],
) -> tuple[list[tuple[int, int]], int]:
    """(edges to add to and to take from, by turns, from a class to a later one; that class), or
    nothing and -1, and all classes that were reached are closed."""
    reached: dict[int, tuple[int, int]] = {own: (-1, -1)}
    seen: set[int] = set()
    waiting = deque([own])
    while waiting:
        here = waiting.popleft()
        for ahead in of_row[here]:
            if column[ahead] in seen:
                continue
            seen.add(column[ahead])
            for back in of_column[column[ahead]]:
                there = row[back]
                if not pupils[back] or there in reached or closed[there]:
                    continue
                reached[there] = ahead, back
                if spare[there]:
                    return _walked(there, own, row, reached), there
                waiting.append(there)
    for one in reached:
        closed[one] = True
    return [], -1


def _walked(
    last: int, own: int, row: list[int], reached: dict[int, tuple[int, int]]
) -> list[tuple[int, int]]:
    chain = []
    while last != own:
        ahead, back = reached[last]
        chain.append((ahead, back))
        last = row[ahead]
    return chain


def by_lot(division: Division, row_lots: Lots, column_lots: Lots) -> Ints:
    """[edges] pupils in the one placement that the lots choose, of those that place the same
    number of every class."""
    allowed = np.ones(len(division.row), bool)
    for draw in range(DRAWS):
        free = _free(division, allowed)
        if not len(free):
            return division.pupils
        weights = _weights(division, free, row_lots, column_lots, draw)
        division, tight = _chosen(division, free, weights)
        allowed[free[~tight]] = False
    raise ArithmeticError("lots do not choose between placements")


def _free(division: Division, allowed: Bools) -> Ints:
    """The edges on which there is something to choose: those on a round trip along which pupils
    could be moved. All edges in a strongly connected piece of what can still move are, unless the
    piece is a tree, where every trip goes back as it came."""
    rows, columns = int(division.row.max(initial=-1)) + 1, len(division.room)
    outside = rows + columns
    used = np.bincount(division.column, division.pupils, minlength=columns)
    edges = np.flatnonzero(allowed)
    start, end = division.row[edges], rows + division.column[edges]
    back = division.pupils[edges] > 0
    more = rows + np.flatnonzero(division.loose & (used < division.room))
    fewer = rows + np.flatnonzero(division.loose & (used > 0))
    tails = np.concatenate([start, end[back], more, np.full(len(fewer), outside)])
    heads = np.concatenate([end, start[back], np.full(len(more), outside), fewer])
    size = outside + 1
    graph = sparse.coo_array((np.ones(len(tails), np.int8), (tails, heads)), shape=(size, size))
    count, piece = csgraph.connected_components(
        graph.tocsr(), directed=True, connection="strong"
    )  # fmt: skip
    inside = piece[start] == piece[end]
    links = np.union1d(more, fewer)
    links = links[piece[links] == piece[outside]]
    lines = np.bincount(piece[start[inside]], minlength=count)
    lines[piece[outside]] += len(links)
    is_tree = lines < np.bincount(piece, minlength=count)
    return edges[inside & ~is_tree[piece[start]]]


def _weights(
    division: Division, edges: Ints, row_lots: Lots, column_lots: Lots, draw: int
) -> NDArray[np.int64]:
    """[edges] a lot each, from those of its ends; in later draws places in the order count too, as
    the names of two may be one."""
    row, column = division.row[edges], division.column[edges]
    turn = np.uint64(draw)
    mixed = _mixed(row_lots[row] + turn * row.astype(np.uint64))
    mixed = _mixed(mixed ^ (column_lots[column] + turn * column.astype(np.uint64)))
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def _mixed(value: Lots) -> Lots:
    """The finalizer of splitmix64 (Steele, Lea and Flood, 2014)."""
    value = value + np.uint64(0x9E3779B97F4A7C15)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def _chosen(division: Division, free: Ints, weights: Ints) -> tuple[Division, Bools]:
    """(the placement with the least weight on free edges, [free] whether an edge may be used in
    another one of that weight)."""
    rows, row = np.unique(division.row[free], return_inverse=True)
    columns, column = np.unique(division.column[free], return_inverse=True)
    now = division.pupils[free]
    sent = np.bincount(row, now, minlength=len(rows)).astype(np.int64)
    held = np.bincount(column, now, minlength=len(columns)).astype(np.int64)
    used = np.bincount(division.column, division.pupils, minlength=len(division.room))
    slack = np.where(division.loose, division.room - used.astype(np.int64), 0)[columns]
    found = cheapest(
        weights,
        Ends(row, sent),
        Ends(column, held + slack),
        must=~division.loose[columns],
        start=np.ones(len(free), bool),
    )
    pupils = division.pupils.copy()
    pupils[free] = found.amount
    loose = division.loose.copy()
    loose[columns] &= found.loose_price == 0
    return replace(division, pupils=pupils, loose=loose), found.is_tight
