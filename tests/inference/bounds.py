"""Bounds of what is hidden: everything that is known as one linear program.

A number is hidden well when the program has a solution in which it is at most 1 and one in which it
is at least 4. One solution proves that for many numbers at once, so few have to be solved alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack, identity, vstack
from scipy.sparse.csgraph import connected_components

from inference.seen import MANY, Cell


EPS = 1e-5
LEAST, MOST = 1.0, 4.0
INFINITE = 1e15
ENOUGH = 40
"""After so many leaks nothing more is learnt by looking for others."""
LONG = 120.0
"""Seconds for one program: then it goes on with what it has."""

Terms = tuple[tuple[float, object], ...]
"""(factor, cell or a name for what is in no figure), …"""


@dataclass(frozen=True)
class Relation:
    """low <= sum of factor x cell <= high."""

    name: str
    terms: Terms
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class Target:
    """A number of pupils that may not become known: a cell, or what is left of one."""

    name: str
    terms: Terms


@dataclass(frozen=True)
class Leak:
    """A number that can be worked out more precisely than 1-4, and from what."""

    target: str
    low: float
    high: float
    relations: tuple[str, ...] = ()

    def __str__(self) -> str:
        because = "".join(f"\n      {one}" for one in self.relations)
        return f"{self.target}: tussen {self.low:g} en {self.high:g}{because}"


@dataclass
class Known:
    """All that is known: what was seen of each cell, and what holds between cells."""

    bounds: dict[Cell, tuple[float, float]]
    relations: Sequence[Relation]
    targets: Sequence[Target]
    index: dict[object, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cell in self.bounds:
            self.index.setdefault(cell, len(self.index))
        for one in (*self.relations, *self.targets):
            for _, cell in one.terms:
                self.index.setdefault(cell, len(self.index))
        self.low = np.zeros(len(self.index))
        self.high = np.full(len(self.index), MANY)
        for cell, (low, high) in self.bounds.items():
            assert low <= high, f"two audiences are told what cannot both be true: {cell}"
            self.low[self.index[cell]], self.high[self.index[cell]] = low, high


def leaks(known: Known, integer: bool = False) -> list[Leak]:
    """Every target that is not hidden well, the first ENOUGH of them. `integer`: pupils are whole,
    which says a little more and takes longer.

    AssertionError when what is shown cannot be true, given the relations.
    """
    return _Program(known, integer).leaks()


class _Program:
    """The linear program over everything that is not shown exactly."""

    def __init__(self, known: Known, integer: bool) -> None:
        self.known, self.integer = known, integer
        self.low, self.high = known.low, known.high
        self.fixed = self.high - self.low < EPS
        self.relations: list[Relation] = []
        rows: list[dict[int, float]] = []
        ends: list[tuple[float, float]] = []
        for relation in known.relations:
            terms, constant = self._free(relation.terms)
            low, high = relation.low - constant, relation.high - constant
            if terms:
                rows.append(terms)
                ends.append((low, high))
                self.relations.append(relation)
            elif low > EPS or high < -EPS:
                raise AssertionError(f"what is shown contradicts itself: {self._words(relation)}")
        self.matrix = self._sparse(rows)
        self.row_low = np.array([low for low, _ in ends])
        self.row_high = np.array([high for _, high in ends])
        self.shown: list[Leak] = []
        unique: dict[tuple[object, float], tuple[Target, dict[int, float], float]] = {}
        for target in known.targets:
            terms, constant = self._free(target.terms)
            if not terms:
                self.shown.append(Leak(target.name, constant, constant, ("dat staat er",)))
            else:
                key = tuple(sorted(terms.items())), constant
                unique.setdefault(key, (target, terms, constant))
        self.targets = [target for target, _, _ in unique.values()]
        self.sums = self._sparse([terms for _, terms, _ in unique.values()])
        self.constant = np.array([constant for _, _, constant in unique.values()])

    def _free(self, terms: Terms) -> tuple[dict[int, float], float]:
        """(column → factor of what is not fixed, the sum of what is)."""
        free: dict[int, float] = {}
        constant = 0.0
        for factor, cell in terms:
            at = self.known.index[cell]
            if self.fixed[at]:
                constant += factor * self.low[at]
            else:
                free[at] = free.get(at, 0.0) + factor
        return {at: factor for at, factor in free.items() if factor}, constant

    def _sparse(self, rows: list[dict[int, float]]) -> csr_matrix:
        where = [(r, at, factor) for r, terms in enumerate(rows) for at, factor in terms.items()]
        r, c, v = zip(*where, strict=True) if where else ((), (), ())
        return csr_matrix(coo_matrix((v, (r, c)), shape=(len(rows), len(self.low))))

    # ------------------------------------------------------------------ what leaks

    def leaks(self) -> list[Leak]:
        found = self.shown[:ENOUGH]
        if not self.targets:
            return found
        undecided = sorted(self._uncertain(+1) | self._uncertain(-1))
        if not undecided:
            return found
        links = abs(self.matrix).T @ abs(self.matrix) + abs(self.sums).T @ abs(self.sums)
        parts = connected_components(links, directed=False)[1]
        for number, i in enumerate(_from_everywhere(undecided)):
            if len(found) >= ENOUGH:
                found.append(Leak(f"en misschien {len(undecided) - number} andere", 0, 0))
                break
            columns = np.flatnonzero(parts == parts[self.sums[[i]].indices[0]])
            (low, below), (high, above) = self._alone(i, columns, +1), self._alone(i, columns, -1)
            why = (below if low > LEAST + EPS else ()) + (above if high < MOST - EPS else ())
            if low > LEAST + EPS or high < MOST - EPS:
                found.append(Leak(self.targets[i].name, low, high, tuple(dict.fromkeys(why))))
        return found

    def _uncertain(self, sign: int) -> set[int]:
        """The targets of which no solution was found that is low (sign 1) or high (-1) enough."""
        left = set(range(len(self.targets)))
        while left:
            reached = self._together(sorted(left), sign)
            now = {
                i for i in left
                if (reached[i] <= LEAST + EPS if sign > 0 else reached[i] >= MOST - EPS)
            }  # fmt: skip
            if not now:
                break
            left -= now
        return left

    def _together(self, wanted: list[int], sign: int) -> np.ndarray:
        """The values of all targets in a solution in which those wanted are together as little as
        possible above 1 (or below 4)."""
        n, m = len(self.low), len(wanted)
        # A column per target: how far it is from where it should be.
        pick = hstack([self.sums[wanted], -sign * identity(m)])
        rows = hstack([self.matrix, csr_matrix((self.matrix.shape[0], m))])
        goal = (LEAST if sign > 0 else MOST) - self.constant[wanted]
        low = np.concatenate([self.row_low, np.full(m, -np.inf) if sign > 0 else goal])
        high = np.concatenate([self.row_high, goal if sign > 0 else np.full(m, np.inf)])
        found = milp(
            np.concatenate([np.zeros(n), np.ones(m)]),
            constraints=LinearConstraint(vstack([rows, pick]).tocsr(), _finite(low), _finite(high)),
            bounds=Bounds(np.concatenate([self.low, np.zeros(m)]),
                          np.concatenate([self.high, np.full(m, 2 * MANY)])),
            integrality=np.concatenate([np.full(n, float(self.integer)), np.zeros(m)]),
            options={"time_limit": LONG},
        )  # fmt: skip
        if found.x is None:
            raise AssertionError(f"{found.message}: {self._clash()}")
        return np.asarray(self.sums @ found.x[:n]) + self.constant

    def _alone(self, i: int, columns: np.ndarray, sign: int) -> tuple[float, tuple[str, ...]]:
        """The least (or most) that one target can be, and the relations that keep it there."""
        inside = self.matrix[:, columns]
        rows = np.flatnonzero(np.diff(inside.indptr))
        inside, low, high = inside[rows], self.row_low[rows], self.row_high[rows]
        cost = sign * self.sums[[i]][:, columns].toarray().ravel()
        equal = high - low < EPS
        below, above = ~equal & (high < INFINITE), ~equal & (low > -INFINITE)
        upper = vstack([inside[below], -inside[above]]).tocsr()
        found = linprog(
            cost,
            A_ub=upper if upper.shape[0] else None,
            b_ub=np.concatenate([high[below], -low[above]]) if upper.shape[0] else None,
            A_eq=inside[equal] if equal.any() else None,
            b_eq=low[equal] if equal.any() else None,
            bounds=np.column_stack([self.low[columns], self.high[columns]]),
            method="highs",
        )
        assert found.status == 0, found.message
        value = float(found.fun)
        if self.integer:
            whole = milp(
                cost, constraints=LinearConstraint(inside, _finite(low), _finite(high)),
                bounds=Bounds(self.low[columns], self.high[columns]),
                integrality=np.ones(len(cost)), options={"time_limit": LONG},
            )  # fmt: skip
            value = float(whole.fun)
        weight = np.zeros(len(rows))
        if equal.any():
            weight[np.flatnonzero(equal)] += np.abs(found.eqlin.marginals)
        if upper.shape[0]:
            both = np.concatenate([np.flatnonzero(below), np.flatnonzero(above)])
            np.add.at(weight, both, np.abs(found.ineqlin.marginals))
        best = [k for k in np.argsort(-weight)[:8] if weight[k] > EPS]
        return (
            sign * value + self.constant[i],
            tuple(self._words(self.relations[rows[k]]) for k in best),
        )

    def _clash(self) -> list[str]:
        """Relations that cannot all hold: those that a nearest solution breaks."""
        m, n = self.matrix.shape
        found = milp(
            np.concatenate([np.zeros(n), np.ones(2 * m)]),
            constraints=LinearConstraint(
                hstack([self.matrix, identity(m), -identity(m)]).tocsr(),
                _finite(self.row_low), _finite(self.row_high),
            ),
            bounds=Bounds(np.concatenate([self.low, np.zeros(2 * m)]),
                          np.concatenate([self.high, np.full(2 * m, np.inf)])),
        )  # fmt: skip
        if found.x is None:
            return [found.message]
        off = np.abs(found.x[n : n + m] - found.x[n + m :])
        return [self._words(self.relations[k]) for k in np.flatnonzero(off > EPS)[:5]]

    def _words(self, relation: Relation) -> str:
        shown = []
        for factor, cell in relation.terms:
            at = self.known.index[cell]
            if isinstance(cell, Cell):
                short = f"{cell.name} {cell.per}:{cell.code} {cell.periode} {cell.deel} {cell.end}"
            else:
                short = str(cell)
            if self.high[at]:
                shown.append(f"{factor:+g} {short} ({self.low[at]:g}..{self.high[at]:g})")
        more = f" … {len(shown) - 7} meer" if len(shown) > 7 else ""
        return f"{relation.name}: {'; '.join(shown[:7])}{more}"


def _from_everywhere(numbers: list[int]) -> list[int]:
    """All of them, first some from all over."""
    step = max(1, len(numbers) // ENOUGH)
    return [*numbers[::step], *(n for i, n in enumerate(numbers) if i % step)]


def _finite(ends: np.ndarray) -> np.ndarray:
    return np.where(ends >= INFINITE, np.inf, np.where(ends <= -INFINITE, -np.inf, ends))
