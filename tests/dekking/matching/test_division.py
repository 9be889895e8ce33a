"""One division of many that are equally near: the same by every solver, in every order, and the one
that enumeration calls the first (row A6)."""

import random
from collections import Counter
from dataclasses import replace
from unittest import mock

import enumerating
import numpy as np
import pytest
from drawings import arrangements, has_cells, needs
from hypothesis import given
from test_coverage_by_enumeration import solved
from test_coverage_by_linear_program import drawn
from worlds import World, world

from monitor.dekking.matching import transport
from monitor.dekking.matching.division import Division, by_lot, lots
from monitor.dekking.matching.model import Arrangement, Need, Rules
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solving import solve


@given(world())
def test_cells_are_served_in_their_order(drawn: World) -> None:
    """Of all largest placements with the least metres: the one of which the pupils placed per cell,
    in the order of postcode, vraag, niveau and school, come first."""
    outcome, known, _ = solved(drawn)
    best, least = known.largest(), known.least_metres()

    every = [
        one
        for one in enumerating.placements(known.pupils, known.places, known.fitting)
        if sum(one) == best and sum(n * m for n, m in zip(one, known.metres, strict=True)) == least
    ]
    divisions = set()
    for one in every:
        placed = [0] * len(known.pupils)
        for n, (cell, _) in zip(one, known.fitting, strict=True):
            placed[cell] += n
        divisions.add(tuple(placed))

    assert tuple(cell.placed for cell in outcome.cellen) == max(divisions)


def test_of_two_who_live_equally_near_the_first_in_order_has_the_place() -> None:
    """And the third, who can have the place of the second, does not come before her."""
    outcome = solve(
        needs("""
            waar | vraag  | niveau | n
            0    | angst  | havo   | 1
            0    | angst  | vwo    | 1
            0    | gedrag | vwo    | 1
        """),
        arrangements("""
            code | waar | vragen       | niveaus
            A    | 3    | angst        | alle
            B    | 3    | angst gedrag | vwo
        """),
    )

    assert [cell.placed for cell in outcome.cellen] == [1, 1, 0]
    has_cells(
        outcome,
        """
        vraag  | niveau | tekort
        angst  | havo   | 0–1
        angst  | vwo    | 0–1
        gedrag | vwo    | 0–1
    """,
    )


def test_a_nearer_pupil_goes_before_an_earlier_one() -> None:
    """The order decides only where the distance does not."""
    outcome = solve(
        needs("waar | vraag\n 0 | angst\n 1 | gedrag"),
        arrangements("code | waar | vragen\n A | 3 | angst gedrag"),
    )

    assert [cell.placed for cell in outcome.cellen] == [0, 1]


def tied(seed: int) -> tuple[list[Need], list[Arrangement]]:
    """Three postcodes and two places for all offer, so that nearly everything is a tie."""
    pick = random.Random(seed)
    asked, offered = drawn(seed)
    asked = [
        replace(need, postcode4=f"100{i % 3}", latitude=52.0, longitude=5 + i % 3 / 20)
        for i, need in enumerate(asked)
    ]
    offered = [
        replace(one, bereik="swv", latitude=52.0, longitude=5 + pick.randrange(2) / 10)
        for one in offered
    ]
    return asked, offered


@pytest.mark.parametrize("seed", range(8))
def test_simplex_and_interior_point_give_the_same_division(seed: int) -> None:
    for asked, offered in (drawn(seed), tied(seed)):
        by_simplex = solve(asked, offered)
        with mock.patch.object(transport, "METHOD", "highs-ipm"):
            by_points = solve(asked, offered)

        assert by_points == by_simplex


@pytest.mark.parametrize("seed", range(8))
def test_another_order_and_another_start_give_the_same_division(seed: int) -> None:
    """Also where the program begins with all edges at once, and so ends in another corner."""
    asked, offered = tied(seed)
    first = solve(asked, offered)
    random.Random(seed).shuffle(asked)
    random.Random(seed).shuffle(offered)
    with mock.patch.object(transport, "NEAREST", 1000):
        other = solve(asked, offered)

    assert other == first


def test_ties_are_there_to_be_settled() -> None:
    """The test above would say nothing if there were but one nearest placement: a solver that is
    given the needs backwards, and whose division is not settled, gives another."""
    differ = 0
    for seed in range(8):
        asked, offered = tied(seed)
        found = solve(asked, offered)
        backwards = solve([replace(n, niveau=n.niveau[::-1]) for n in asked], [
            replace(one, niveaus=tuple(n[::-1] for n in one.niveaus)) for one in offered
        ])  # fmt: skip
        assert backwards.km == pytest.approx(found.km)
        differ += per_niveau(found) != {k[::-1]: n for k, n in per_niveau(backwards).items()}

    assert differ


def per_niveau(found: PlacementOutcome) -> dict[str, int]:
    placed: Counter[str] = Counter()
    for cell in found.cellen:
        placed[cell.need.niveau] += cell.placed
    return dict(placed)


def test_what_comes_elsewhere_leaves_a_division_as_it_is() -> None:
    """Lots follow from names: an arrangement for another vraag changes nobody's place."""
    asked, offered = tied(3)
    more = Arrangement("A", ("iets anders",), ("alle",), "swv", 4, latitude=52.0, longitude=5.0)

    assert solve(asked, [*offered, more]).plaatsingen == solve(asked, offered).plaatsingen


def test_two_of_one_name_are_told_apart_by_their_order() -> None:
    """Lots that are all the same choose nothing; then places in the order count too."""
    division = Division(
        np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), np.array([1, 0, 0, 1]),
        np.array([1, 1]), np.zeros(2, bool),
    )  # fmt: skip
    crossed = replace(division, pupils=np.array([0, 1, 1, 0]))
    same = lots([("een",), ("een",)])

    found = by_lot(division, same, same)
    assert found.tolist() == by_lot(crossed, same, same).tolist()
    assert found.reshape(2, 2).sum(axis=0).tolist() == [1, 1]


def test_what_a_solver_says_is_proved_in_whole_numbers() -> None:
    """A placement that is not the nearest does not pass, whatever the solver calls it."""
    asked, offered = needs("waar | n\n 0 | 1"), arrangements("code | waar\n A | 2\n B | 5")

    real = transport.linprog
    with (
        mock.patch.object(transport, "linprog", lambda costs, **given: real(-costs, **given)),
        pytest.raises(ArithmeticError, match="prove"),
    ):
        solve(asked, offered, Rules())
