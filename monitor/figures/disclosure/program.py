"""The sums between published counts as one linear program, asked for many of its counts.

HiGHS by its own bindings: it goes on from the last answer, so that the next count of a program of
thirty thousand costs some ten steps and not a solution from nothing.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from monitor.figures.disclosure.tightening import Interval, Sum


NEAR = 1e-6
"""Solvers answer in floats; counts are whole numbers."""
PRIMAL_SIMPLEX = 4
"""Another goal over the same sums leaves the last answer a possible one: this method begins there."""


class Program:
    """What is published of the counts in some sums, and the sums."""

    def __init__(self, published: Sequence[Interval], sums: Sequence[Sum]) -> None:
        self.members = sorted({count for whole, parts in sums for count in (whole, *parts)})
        self.at = {count: number for number, count in enumerate(self.members)}
        self.ends = [published[count] for count in self.members]
        self._solver = _solver(self.ends, self._lines(sums), len(sums))
        self._numbers: list[float] = []
        self._goal: dict[int, float] = {}

    def _lines(self, sums: Sequence[Sum]) -> list[dict[int, float]]:
        """Per count in which sum it stands, and how: less the whole, and its parts, are nothing."""
        lines: list[dict[int, float]] = [{} for _ in self.members]
        for line, (whole, parts) in enumerate(sums):
            for count, value in ((whole, -1.0), *((part, 1.0) for part in parts)):
                own = lines[self.at[count]]
                own[line] = own.get(line, 0.0) + value
        return lines

    def is_possible(self) -> bool:
        """Whether all sums can be true at once."""
        return self._solve({}) == "optimal"

    def together(self, asked: Sequence[int], is_low: bool, bound: float) -> list[int]:
        """Those of some counts that are never as small (or large) as the bound when as many of them
        as can be are made so together."""
        # What has no end of its own could be without an end here, and then nothing is said.
        left = [one for one in asked if is_low or not math.isinf(self.ends[self.at[one]][1])]
        others = [*set(asked).difference(left)]
        while left:
            sign = 1.0 if is_low else -1.0
            state = self._solve({self.at[one]: sign for one in left})
            assert state == "optimal", state
            still = self.beyond(left, is_low, bound)
            others = self.beyond(others, is_low, bound)
            if len(still) == len(left):
                break
            left = still
        return sorted([*left, *others])

    def reasons(self, count: int, is_low: bool, bound: float) -> list[tuple[int, bool]] | None:
        """The published ends (count, whether its lowest) from which it follows that a count cannot
        be as small (or large) as the bound; None where it can."""
        import numpy as np

        state = self._solve({self.at[count]: 1.0 if is_low else -1.0})
        if state == "unbounded":
            return None  # as large as anybody likes
        assert state == "optimal", state
        if not self.beyond([count], is_low, bound):
            return None
        prices = np.array(self._solver.getSolution().col_dual)
        return [
            (self.members[place], bool(prices[place] > 0))
            for place in (abs(prices) > NEAR).nonzero()[0].tolist()
        ]

    def beyond(self, counts: Iterable[int], is_low: bool, bound: float) -> list[int]:
        """Those of some counts that are not as small (or large) as the bound in the last answer."""
        if not self._numbers:
            return [*counts]
        numbers, at = self._numbers, self.at
        if is_low:
            return [one for one in counts if numbers[at[one]] > bound + NEAR]
        return [one for one in counts if numbers[at[one]] < bound - NEAR]

    def _solve(self, goal: dict[int, float]) -> str:
        """Numbers by which the goal (place in the program: weight) is least: optimal | unbounded |
        infeasible, and those numbers where there are any."""
        import highspy
        import numpy as np

        weights = dict.fromkeys(self._goal, 0.0) | goal  # what was asked before asks no more
        places = np.fromiter(weights, np.int32, len(weights))
        costs = np.fromiter(weights.values(), np.float64, len(weights))
        self._solver.changeColsCost(len(weights), places, costs)
        self._goal = goal
        self._solver.run()
        state = self._solver.getModelStatus()
        if state != highspy.HighsModelStatus.kOptimal:
            self._numbers = []
            is_open = state == highspy.HighsModelStatus.kUnbounded
            return "unbounded" if is_open else "infeasible"
        self._numbers = self._solver.getSolution().col_value
        return "optimal"


def _solver(ends: Sequence[Interval], lines: Sequence[dict[int, float]], rows: int) -> Any:
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(ends), rows
    model.col_cost_ = np.zeros(len(ends))
    model.col_lower_ = np.array([low for low, _ in ends])
    model.col_upper_ = np.array([high for _, high in ends])
    model.row_lower_ = model.row_upper_ = np.zeros(rows)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(own) for own in lines)]).astype(np.int32)
    model.a_matrix_.index_ = np.fromiter(chain.from_iterable(lines), np.int32)
    values = (own.values() for own in lines)
    model.a_matrix_.value_ = np.fromiter(chain.from_iterable(values), np.float64)

    class Quiet(highspy.Highs):
        """It says its name on the screen when it begins, unless it is told before that."""

        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)

    solver = Quiet()
    for option, value in (
        ("threads", 1),
        ("presolve", "off"),
        ("simplex_strategy", PRIMAL_SIMPLEX),
    ):
        solver.setOptionValue(option, value)
    solver.passModel(model)
    return solver
