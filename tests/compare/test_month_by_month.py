"""How one stand became the next, and what of that may be seen."""

from monitor.compare.month_by_month import months
from monitor.figures.door import Figure


def figure(periode: str, low: float, high: float | None = None) -> Figure:
    most = low if high is None else high
    return Figure("GM1", "Aadorp", periode, "", low, most, None, None, low, most)


def course(before: float, came: float, left: float, stand: float) -> tuple:
    stands = [figure("2025-01-31", before), figure("2025-02-28", stand)]
    found = months(stands, [figure("2025-02", came)], [figure("2025-02", left)])
    return tuple(found)


def test_who_moved_house_is_what_is_left_over() -> None:
    _, month = course(20, 6, 5, 23)

    assert month.moved == (2, 2)


def test_the_first_month_follows_from_nothing() -> None:
    first, _ = course(20, 6, 5, 21)

    assert (first.before, first.moved) == (None, None)


def test_a_month_that_is_missing_is_not_bridged() -> None:
    found = months([figure("2025-01-31", 20), figure("2025-03-31", 21)], [], [])

    assert [month.before for month in found] == [None, None]


def test_of_what_is_open_both_sums_are_said() -> None:
    stands = [figure("2025-01-31", 20, 21), figure("2025-02-28", 22, 24)]
    (_, month) = months(stands, [figure("2025-02", 3, 4)], [figure("2025-02", 1)])

    assert month.moved == (0, 0)


def test_what_is_left_over_of_classes_is_not_said() -> None:
    """30-34, 5-9 in, 5-9 out, 30-34: who moved could be anything."""
    stands = [figure(day, 30, 34)._replace(is_banded=True) for day in ("2025-01-31", "2025-02-28")]
    flow = [figure("2025-02", 5, 9)._replace(is_banded=True)]

    _, month = months(stands, flow, flow)

    assert (month.moved, month.is_hidden) == (None, False)


def test_a_month_with_something_hidden_says_so() -> None:
    came = [figure("2025-02", 1, 4)._replace(is_hidden=True)]

    _, month = months([figure("2025-01-31", 20), figure("2025-02-28", 21)], came, came)

    assert (month.moved, month.is_hidden) == (None, True)
