"""What follows where sums stand in a circle: by one program, that goes on from the last answer."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from monitor.figures.disclosure.program import NEAR, Program
from monitor.figures.disclosure.proving import Piece, can_be, circles, given_away
from monitor.figures.disclosure.tightening import Interval, Sum


# Two tables of one total: gemeenten 1 + 2 + 3 and redenen 4 + 5, and 6 that is 1 and 4 together.
SUMS = [(0, (1, 2, 3)), (0, (4, 5)), (6, (1, 4))]
PUBLISHED = [(10.0, 14.0), (1.0, 4.0), (0.0, 9.0), (0.0, 9.0), (1.0, 4.0), (5.0, 14.0),
             (1.0, 2.0)]  # fmt: skip
"""6 is 1 or 2, so 1 and 4 are 2 at most."""


def piece() -> Piece:
    (found,) = circles(PUBLISHED, SUMS, [1, 4])
    return found


def test_what_is_given_away_is_told_with_what_it_follows_from() -> None:
    program = Program(PUBLISHED, SUMS)

    assert program.reasons(1, True, 1.0) is None
    assert program.reasons(1, False, 4.0) == [(4, True), (6, False)]
    assert program.reasons(4, False, 4.0) == [(1, True), (6, False)]
    assert program.together([1, 4], True, 1.0) == []
    assert program.together([1, 4], False, 4.0) == [1, 4]


def test_what_was_possible_is_not_asked_again() -> None:
    published = [*PUBLISHED]
    cleared: set[tuple[int, bool]] = set()

    leaks = [*given_away(published, piece(), 5, cleared)]

    assert len(leaks) == 2  # neither can be 4
    assert cleared == {(1, True), (4, True)}
    # Wide enough, only what gave something away is asked; that is possible now as well.
    published[6] = (0.0, 9.0)
    assert [*given_away(published, piece(), 5, cleared)] == []
    assert cleared == {(1, True), (4, True), (1, False), (4, False)}


def test_a_count_without_an_end_is_as_large_as_anybody_likes() -> None:
    everything = (0.0, float("inf"))
    program = Program([everything, everything, (1.0, 4.0)], [(0, (1, 2))])

    assert program.reasons(1, False, 4.0) is None
    assert program.together([1, 2], False, 4.0) == [1]  # asked by itself
    # And the program can still be asked.
    assert program.reasons(2, False, 5.0) == [(2, False)]


def test_it_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    """The solver says its name when it begins, to whoever runs a command."""
    Program(PUBLISHED, SUMS).is_possible()

    assert capfd.readouterr() == ("", "")


def test_sums_that_cannot_all_be_true() -> None:
    assert can_be([(5.0, 5.0), (1.0, 2.0), (3.0, 3.0)], [(0, (1, 2))])
    assert not can_be([(5.0, 5.0), (1.0, 1.0), (3.0, 3.0)], [(0, (1, 2))])
    assert can_be([], [])


@st.composite
def programs(draw: st.DrawFn) -> tuple[list[Interval], list[Sum]]:
    """Six counts of a true world with something published of each, and sums that are true in it."""
    parts = draw(st.lists(st.integers(0, 9), min_size=4, max_size=4))
    a, b, c, d = parts
    true = [*parts, a + b, c + d, a + c, b + d, sum(parts)]
    sums: list[Sum] = [(4, (0, 1)), (5, (2, 3)), (6, (0, 2)), (7, (1, 3)), (8, (4, 5)), (8, (6, 7))]
    margin = st.tuples(st.integers(0, 6), st.integers(0, 6))
    ends = [draw(margin) for _ in true]
    published = [
        (float(max(0, one - less)), float(one + more))
        for one, (less, more) in zip(true, ends, strict=True)
    ]
    return published, sums


@given(programs(), st.permutations(range(9)))
def test_it_says_what_a_program_for_one_count_says(
    drawn: tuple[list[Interval], list[Sum]], order: Sequence[int]
) -> None:
    """A solver that begins anew for each count, and knows nothing of the last one."""
    published, sums = drawn
    program = Program(published, sums)
    rules = np.zeros((len(sums), len(published)))
    for line, (whole, parts) in enumerate(sums):
        rules[line, whole] = -1
        rules[line, list(parts)] = 1
    for count in order:
        for is_low in (True, False):
            goal = np.zeros(len(published))
            goal[count] = 1 if is_low else -1
            end = linprog(goal, A_eq=rules, b_eq=np.zeros(len(sums)), bounds=published).x[count]
            within = end + 2 * NEAR if is_low else end - 2 * NEAR
            beyond = end - 1e-3 if is_low else end + 1e-3
            assert program.reasons(count, is_low, within) is None
            assert program.reasons(count, is_low, beyond)
