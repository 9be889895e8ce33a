"""The same on larger worlds, against one linear program that knows nothing of flows or cuts.

Its variables are pupils per pair of need and arrangement. Such a program has whole solutions, so
its optimum is the truth for pupils too.
"""

import random
from dataclasses import replace

import numpy as np
import pytest
from enumerating import fits, km
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from monitor.dekking.matching.candidates import rank
from monitor.dekking.matching.groups import groups
from monitor.dekking.matching.model import Arrangement, Need, Rules, Run
from monitor.dekking.matching.solving import solve


VRAGEN = ["angst", "gedrag", "leren"]
NIVEAUS = ["pro", "vmbo-b", "havo", "vwo"]


def drawn(seed: int) -> tuple[list[Need], list[Arrangement]]:
    """About forty needs and twelve arrangements, sometimes too few places, sometimes too many."""
    pick = random.Random(seed)
    spots = [(52 + pick.random() / 5, 5 + pick.random() / 3) for _ in range(6)]
    where = [
        {"postcode4": str(1000 + i), "wijk": f"W{i // 2}", "subregio": f"S{i // 3}",
         "latitude": spot[0], "longitude": spot[1]}
        for i, spot in enumerate(spots)
    ]  # fmt: skip
    needs = [
        Need(ondersteuningsvraag=vraag, niveau=niveau, aantal=pick.choice([1, 1, 2, 3, 6]), **spot)
        for spot in where
        for vraag in VRAGEN
        for niveau in NIVEAUS
        if pick.random() < 0.6
    ]
    arrangements = []
    for i in range(12):
        first = pick.randrange(len(NIVEAUS))
        arrangements.append(
            Arrangement(
                f"A{i:02}",
                tuple(pick.sample(VRAGEN, pick.choice([1, 1, 2]))),
                tuple(NIVEAUS[first : first + pick.choice([1, 2, 3])]),
                pick.choice(["wijk", "subregio", "swv", "swv"]),
                pick.randint(0, pick.choice([4, 12, 25])),
                **pick.choice(where),
            )
        )
    return needs, arrangements


class Program:
    """Pupils along each pair that fits; rows: needs, then arrangements."""

    def __init__(
        self, needs: list[Need], offers: list[Arrangement], rules: Rules | None = None
    ) -> None:
        pairs = [
            (i, j)
            for i, need in enumerate(needs)
            for j, offer in enumerate(offers)
            if fits(need, offer, rules or Rules())
        ]
        self.need_of = np.array([i for i, _ in pairs], int)
        self.metres = np.array([round(1000 * km(needs[i], offers[j])) for i, j in pairs], float)
        self.rows = np.zeros((len(needs) + len(offers), len(pairs)))
        for column, (i, j) in enumerate(pairs):
            self.rows[i, column] = self.rows[len(needs) + j, column] = 1
        self.bounds = np.array(
            [need.aantal for need in needs] + [offer.plaatsen_plan for offer in offers], float
        )

    def least(
        self, costs: np.ndarray, total: float | None = None, more: int | None = None
    ) -> float:
        """The least of these costs, at a total number of pupils or at any; `more` is the row that
        gets one more."""
        bounds = self.bounds.copy()
        if more is not None:
            bounds[more] += 1
        result = linprog(
            costs,
            A_ub=self.rows,
            b_ub=bounds,
            A_eq=None if total is None else np.ones((1, len(costs))),
            b_eq=None if total is None else [total],
        )
        assert result.status == 0, result.message
        return float(result.fun)


@given(st.integers(0, 10**9))
def test_totals_intervals_distances_and_marginals(seed: int) -> None:
    needs, offers = drawn(seed)
    outcome = solve(needs, offers)
    cells = [cell.need for cell in outcome.cellen]
    program = Program(cells, offers)
    everybody = np.ones(len(program.need_of))

    total = round(-program.least(-everybody))
    assert outcome.gedekt == total
    assert outcome.km * 1000 == pytest.approx(program.least(program.metres, total), abs=0.01)
    for i, cell in enumerate(outcome.cellen):
        theirs = (program.need_of == i).astype(float)
        most_placed = round(-program.least(-theirs, total))
        least_placed = round(program.least(theirs, total))
        assert cell.need.aantal - most_placed == cell.certain
        assert cell.need.aantal - least_placed == cell.possible
    for use in outcome.arrangementen:
        row = len(cells) + offers.index(use.arrangement)
        assert use.marginal == round(-program.least(-everybody, more=row)) - total


@given(st.integers(0, 10**9))
def test_groups_and_candidates(seed: int) -> None:
    needs, offers = drawn(seed)
    outcome = solve(needs, offers)
    cells = [cell.need for cell in outcome.cellen]
    program = Program(cells, offers)

    for group in groups(outcome, lambda need: need.ondersteuningsvraag):
        member = np.array([need.ondersteuningsvraag == group.name for need in cells])
        theirs = member[program.need_of].astype(float)
        assert group.behoefte - round(-program.least(-theirs, outcome.gedekt)) == group.certain
        assert group.behoefte - round(program.least(theirs, outcome.gedekt)) == group.possible
    options = [replace(one, arrangementscode=f"N{one.arrangementscode}") for one in offers]
    for ranked in rank(outcome, options):
        more = Program(cells, [*offers, ranked.arrangement])
        after = round(-more.least(-np.ones(len(more.need_of))))
        assert ranked.closes == after - outcome.gedekt


@pytest.mark.parametrize("seed", range(6))
def test_the_nearest_placement_is_found_where_the_nearest_edges_do_not_hold_it(seed: int) -> None:
    """Everybody wants the same few places, so many end up at their tenth choice or further; with
    too few places for all, about enough, and plenty."""
    pick = random.Random(seed)
    n, m = 80, 30
    asked = [
        Need(str(i), "angst", "havo", pick.randint(1, 4), latitude=52 + pick.random() / 10,
             longitude=5 + pick.random() / 10)
        for i in range(n)
    ]  # fmt: skip
    offered = [
        Arrangement(f"A{j}", ("angst",), ("alle",), "swv", pick.randint(2, 6 + 2 * seed),
                    latitude=52 + pick.random() ** 4 / 10, longitude=5 + pick.random() / 10)
        for j in range(m)
    ]  # fmt: skip
    outcome = solve(asked, offered, Rules(default_km=9))
    program = Program([cell.need for cell in outcome.cellen], offered, Rules(default_km=9))

    assert outcome.km * 1000 == pytest.approx(
        program.least(program.metres, outcome.gedekt), abs=0.01
    )
    assert outcome.gedekt == round(-program.least(-np.ones(len(program.metres))))


def test_praktijk_is_never_more_than_it_would_be_if_all_places_were_known() -> None:
    needs, offers = drawn(7)
    halves = [
        replace(one, plaatsen_praktijk=None if i % 3 == 0 else one.plaatsen_plan // 2)
        for i, one in enumerate(offers)
    ]
    none = [replace(one, plaatsen_praktijk=one.plaatsen_praktijk or 0) for one in halves]
    all_ = [
        replace(one, plaatsen_praktijk=one.plaatsen_plan) if one.plaatsen_praktijk is None else one
        for one in halves
    ]

    outcome = solve(needs, halves, run=Run.PRAKTIJK)

    assert outcome.gedekt == solve(needs, none, run=Run.PRAKTIJK).gedekt
    assert outcome.tekort == solve(needs, all_, run=Run.PRAKTIJK).tekort
    assert outcome.onbekend > 0
