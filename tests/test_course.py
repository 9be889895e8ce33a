"""How one stand became the next, and what of that may be seen."""

import pytest

from monitor.access import Role, Viewer
from monitor.course import months
from monitor.indicators import Figure


CONSULTANT, DIRECTEUR = (Viewer(role) for role in (Role.CONSULTANT, Role.DIRECTEUR))


def figure(periode: str, low: float, high: float | None = None) -> Figure:
    most = low if high is None else high
    return Figure("GM1", "Aadorp", periode, "", low, most, None, None, low, most)


def course(viewer: Viewer, before: float, came: float, left: float, stand: float) -> tuple:
    stands = [figure("2025-01-31", before), figure("2025-02-28", stand)]
    found = months(stands, [figure("2025-02", came)], [figure("2025-02", left)], viewer)
    return tuple(found)


def test_who_moved_house_is_what_is_left_over() -> None:
    _, month = course(DIRECTEUR, 20, 6, 5, 23)

    assert month.moved == (2, 2)


def test_the_first_month_follows_from_nothing() -> None:
    first, _ = course(DIRECTEUR, 20, 6, 5, 21)

    assert (first.before, first.moved) == (None, None)


def test_a_month_that_is_missing_is_not_bridged() -> None:
    found = months([figure("2025-01-31", 20), figure("2025-03-31", 21)], [], [], DIRECTEUR)

    assert [month.before for month in found] == [None, None]


@pytest.mark.parametrize(
    ("before", "came", "left", "stand", "is_hidden"),
    [
        (20, 6, 5, 21, False),
        (20, 6, 3, 23, True),  # 20 + 6 - 23 would say 3
        (20, 0, 3, 17, True),
        (20, 0, 0, 20, False),
        (20, 6, 5, 23, True),  # two moved house
        (20, 6, 0, 26, False),
        (8, 5, 9, 4, True),  # the stand is 4
    ],
)
def test_who_sees_no_small_counts_sees_no_sum_that_has_one(
    before: float, came: float, left: float, stand: float, is_hidden: bool
) -> None:
    _, month = course(CONSULTANT, before, came, left, stand)

    assert month.is_hidden is is_hidden
    if is_hidden:
        assert month.came is not None
        assert month.left is not None
        assert (month.came.teller, month.left.teller, month.moved) == (None, None, None)


def test_of_what_is_open_both_sums_are_said() -> None:
    stands = [figure("2025-01-31", 20, 21), figure("2025-02-28", 22, 24)]
    (_, month) = months(stands, [figure("2025-02", 3, 4)], [figure("2025-02", 1)], DIRECTEUR)

    assert month.moved == (0, 0)
