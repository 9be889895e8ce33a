"""What follows where sums stand in a circle: looked for near a count first, and not asked twice."""

from monitor.disclosure.proving import Piece, _Program, circles, given_away


# Two tables of one total: gemeenten 1 + 2 + 3 and redenen 4 + 5, and 6 that is 1 and 4 together.
SUMS = [(0, (1, 2, 3)), (0, (4, 5)), (6, (1, 4))]


def piece() -> Piece:
    (found,) = circles(SUMS, [1, 4])
    return found


def test_what_the_sums_near_a_count_give_away_is_what_all_give_away() -> None:
    # 6 is 1 or 2, so 1 and 4 are 2 at most.
    published = [(10.0, 14.0), (1.0, 4.0), (0.0, 9.0), (0.0, 9.0), (1.0, 4.0), (5.0, 14.0),
                 (1.0, 2.0)]  # fmt: skip
    program = _Program(published, piece())

    near = program.near(1, 2)  # the sums of what stands in one sum

    assert len(near.piece.sums) < len(SUMS) or near.piece.sums == piece().sums
    assert near.reasons(1, False, 4.0) is not None
    assert program.reasons(1, False, 4.0) is not None
    assert near.reasons(1, True, 1.0) is None


def test_what_was_possible_is_not_asked_again() -> None:
    published = [(10.0, 14.0), (1.0, 4.0), (0.0, 9.0), (0.0, 9.0), (1.0, 4.0), (5.0, 14.0),
                 (1.0, 2.0)]  # fmt: skip
    cleared: set[tuple[int, bool]] = set()

    leaks = [*given_away(published, piece(), 5, cleared)]

    assert len(leaks) == 2  # neither can be 4
    assert cleared == {(1, True), (4, True)}
    # Wide enough, only what gave something away is asked; that is possible now as well.
    published[6] = (0.0, 9.0)
    assert [*given_away(published, piece(), 5, cleared)] == []
    assert cleared == {(1, True), (4, True), (1, False), (4, False)}
