"""Parts beside their total: what is hidden may not follow from what is shown."""

from itertools import product

import pytest
from hypothesis import given, strategies

from monitor.access import Role, Viewer
from monitor.disclosure import protect
from monitor.disclosure.beside_total import guard, hide, is_small, rest
from monitor.indicators import Figure


CONSULTANT, DIRECTEUR = (Viewer(role) for role in (Role.CONSULTANT, Role.DIRECTEUR))


def figure(low: float, high: float | None = None, code: str = "") -> Figure:
    most = low if high is None else high
    return Figure(code, code, "2025-10-31", "", low, most, None, None, low, most)


def seen(*counts: float) -> list[str]:
    """What a consultant sees of parts beside their sum: the number, or x."""
    parts = [protect(figure(n), CONSULTANT) for n in counts]
    out = guard(parts, figure(sum(counts)), CONSULTANT)
    return ["x" if part.is_hidden else f"{part.teller:g}" for part in out]


@pytest.mark.parametrize(
    ("counts", "exp"),
    [
        ((10, 8), ["10", "8"]),
        ((10, 3), ["x", "x"]),  # 13 less 10 would be 3
        ((10, 8, 3), ["10", "x", "x"]),  # the smallest of the others goes with it
        ((10, 2, 3), ["10", "x", "x"]),  # 5 together: 1 and 4, 2 and 3, or the other way
        ((10, 1, 1), ["x", "x", "x"]),  # 2 together can only be 1 and 1
        ((10, 4, 4), ["x", "x", "x"]),  # 8 together can only be 4 and 4
        ((10, 7, 4, 4), ["10", "x", "x", "x"]),
        ((10, 0, 3), ["x", "0", "x"]),  # nobody is nobody
    ],
)
def test_what_is_hidden_is_not_the_rest(counts: tuple[float, ...], exp: list[str]) -> None:
    assert seen(*counts) == exp


def test_what_is_hidden_for_another_looks_the_same() -> None:
    parts = [protect(figure(n), CONSULTANT) for n in (9, 6, 2)]

    hidden = [f for f in guard(parts, figure(17), CONSULTANT) if f.is_hidden]

    assert len(hidden) == 2
    assert {(f.teller, f.teller_max, f.waarde, f.waarde_max) for f in hidden} == {(None,) * 4}


def test_an_interval_that_starts_small_is_small() -> None:
    """Of 3 it is certain, and it may be 6: three pupils are told about."""
    (part,) = guard([figure(3, 6)], None, CONSULTANT)

    assert part.is_hidden
    assert is_small(-2, -2)
    assert not is_small(0, 0)


def test_who_sees_exact_sees_all() -> None:
    assert guard([figure(10), figure(1)], figure(11), DIRECTEUR) == [figure(10), figure(1)]


def test_what_is_hidden_together_is_said_together() -> None:
    out = guard([figure(10), figure(2), figure(3)], figure(15), CONSULTANT)

    assert rest(out, figure(15)) == (2, 5.0, 5.0)


@given(strategies.lists(strategies.integers(0, 12), min_size=1, max_size=6))
def test_every_hidden_count_can_be_anything_from_one_to_four(counts: list[int]) -> None:
    """Tried out: all numbers that fit what is shown."""
    total = sum(counts)
    out = guard([protect(figure(n), CONSULTANT) for n in counts], figure(total), CONSULTANT)
    hidden = [at for at, part in enumerate(out) if part.is_hidden]
    assert all(n == 0 or n >= 5 for at, n in enumerate(counts) if at not in hidden)
    if not hidden or len(counts) == 1 or total < 5:
        return  # a total that is small is hidden itself, and with it the page
    least = 0 if len(hidden) == len(counts) else 1  # when all is hidden, nobody is hidden too
    together = sum(counts[at] for at in hidden)
    fits = [w for w in product(range(least, 13), repeat=len(hidden)) if sum(w) == together]
    for place in range(len(hidden)):
        assert {1, 2, 3, 4} <= {way[place] for way in fits}


def test_what_another_table_hid_may_be_large() -> None:
    """In a table with two totals, rows are guarded and then columns: of what was hidden for a row
    a column need not think that it is small, and hides nothing more."""
    parts = [hide(figure(20)), protect(figure(2), CONSULTANT), figure(9)]

    assert [f.is_hidden for f in guard(parts, figure(31), CONSULTANT)] == [True, True, False]
