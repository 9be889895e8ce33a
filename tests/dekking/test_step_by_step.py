"""The best places one after another: every step is the best single next one, and the whole brings what
it says. Both counted once more, by reading the rules aloud and placing pupils one at a time."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from dekking.matching import enumerating
from helpers.drawings import Given

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Arrangement, Need
from monitor.dekking.next_places import ANY, SIZES, Asked
from monitor.dekking.scenarios import Bereik, Open, Plaatsen, Scenario, apply, known_offer
from monitor.dekking.scenarios.changes import MOST_CHANGES
from monitor.dekking.step_by_step import MOST_STEPS, Plan, Stopped, step_by_step
from monitor.store.store import Store


BASIS = Basis("vo", "VO0101", "2025-2026")
GROUPS = (
    ("havo", "vwo"),
    ("vmbo-b", "vmbo-k"),
    ("vmbo-k", "vmbo-gt"),
    ("vmbo-gt", "havo"),
    ("pro",),
)
"""The same as in the code, and nothing else is one alone here."""
WIDER = {"school": ("wijk", "subregio", "swv"), "wijk": ("subregio", "swv"), "subregio": ("swv",)}


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """A line to the north: 1001, 1002 at 10 km, 1003 at 30 km, 1004 at 40 km; the norm is 15 km."""
    given = Given(tmp_path_factory.mktemp("streek"))
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
        1002      | VO0101 | GM0001       | Dorp         | Zuid     | B    | 52,09    | 5,0
        1003      | VO0101 | GM0002       | Stad         | Noord    | C    | 52,27    | 5,0
        1004      | VO0101 | GM0002       | Stad         | Noord    | D    | 52,36    | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau  | aantal
        2025-2026  | 1001      | angst               | havo    | 19   # two steps, and two places too many
        2025-2026  | 1002      | angst               | vwo     | 4    # near enough for a place in 1001
        2025-2026  | 1003      | angst               | havo    | 6    # too far from there: a step of its own
        2025-2026  | 1003      | gedrag              | vmbo-k  | 9    # half of them fits in a gap of others
        2025-2026  | 1004      | gedrag              | vmbo-gt | 3    # with vmbo-k in one arrangement
        2025-2026  | 1004      | taal                | pro     | 5    # T is in Noord, for its wijk only
        2025-2026  | 1002      | taal                | pro     | 3    # nothing near; no price is known
        2025-2026  | 1003      | rekenen             | havo    | 4    # R did not say how many places
        2025-2026  |           | angst               | havo    | 2    # of whom nobody knows where they live
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status | tarief
        2025-2026  | A                | Rust  | 1001AA   | angst                | havo    | swv    | 3             | 3                 | actief | 1000
        2025-2026  | G                | Kalm  | 1003AA   | gedrag               | vmbo-k  | swv    | 2             | 2                 | actief | 4000
        2025-2026  | T                | Praat | 1003AA   | taal                 | pro     | wijk   | 6             | 6                 | actief |
        2025-2026  | R                | Reken | 1003AA   | rekenen              | havo    | swv    | 3             |                   | actief | 2000
    """)
    yield given
    given.close()


@pytest.fixture
def store(region: Given) -> Store:
    return region.store


def short(store: Store, scenario: Scenario) -> int:
    """How many are short for certain, counted again: each pupil finds a place, and moves somebody who
    has one where that makes room (Kuhn); an arrangement that did not say has what its plan says."""
    offers, rules = apply(store, BASIS, scenario)
    needs = [one for one in from_store.needs(store, BASIS) if one.latitude is not None]
    fitting = {
        i: [k for k, offer in enumerate(offers) if enumerating.fits(need, offer, rules)]
        for i, need in enumerate(needs)
    }
    return sum(one.aantal for one in needs) - _most(needs, offers, fitting)


def _most(
    needs: Sequence[Need], offers: Sequence[Arrangement], fitting: dict[int, list[int]]
) -> int:
    pupils = [i for i, need in enumerate(needs) for _ in range(need.aantal)]
    room = [o.plaatsen_plan if o.plaatsen_praktijk is None else o.plaatsen_praktijk for o in offers]
    inside: dict[int, list[int]] = {k: [] for k in range(len(offers))}

    def place(pupil: int, seen: set[int]) -> bool:
        for k in fitting[pupils[pupil]]:
            if k in seen:
                continue
            seen.add(k)
            if len(inside[k]) < room[k]:
                inside[k].append(pupil)
                return True
            for at, other in enumerate(inside[k]):
                if place(other, seen):
                    inside[k][at] = pupil
                    return True
        return False

    return sum(place(pupil, set()) for pupil in range(len(pupils)))


def every_change(store: Store, left: int, asked: Asked) -> Iterator[Open | Bereik]:
    """All that could be a next step, with at most so many new places."""
    known = known_offer(store, BASIS)
    needs = {(one.ondersteuningsvraag, one.niveau) for one in from_store.needs(store, BASIS)}
    about = [
        (vraag, group)
        for vraag, group in product(known.vragen, GROUPS)
        # What nobody asks helps nobody.
        if any((vraag, niveau) in needs for niveau in group) and set(group) <= set(known.niveaus)
    ]
    for (vraag, niveaus), (code, there), size in product(about, known.postcodes.items(), SIZES):
        if size <= left and asked.vraag in ("", vraag) and asked.takes(there):
            yield Open(vragen=(vraag,), niveaus=niveaus, postcode4=code, plaatsen=size)
    for code, offer in known.arrangements.items():
        if asked.vraag in ("", *offer.ondersteuningsvragen) and asked.takes(offer):
            for reach in WIDER.get(offer.bereik, ()):
                yield Bereik.model_validate({"arrangementscode": code, "bereik": reach})


def words(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (step.choice.arrangement.ondersteuningsvragen[0], step.choice.arrangement.postcode4,
         0 if step.choice.is_there else step.choice.arrangement.plaatsen_plan, step.choice.closes)
        for step in plan.steps
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("budget", "asked"),
    [
        (28, ANY),  # the last step is smaller than would be best
        (100, ANY),  # more than anybody needs
        (24, Asked("angst")),
        (40, Asked("", "subregio", "Noord")),
    ],
    ids=["28", "100", "angst", "Noord"],
)
def test_each_step_is_the_best_single_next_one_and_they_add_up(
    store: Store, budget: int, asked: Asked
) -> None:
    plan = step_by_step(store, BASIS, Scenario(), budget, asked)

    done = Scenario()
    now = short(store, done)
    assert plan.before.tekort == now == 45, (
        "(19 - 3) + 4 + 6 + (9 - 2) + 3 + 5 + 3 + (4 - 3 that R may have)"
    )
    for step, change in zip(plan.steps, plan.scenario.wijzigingen, strict=True):
        left = budget - step.places + _new(change)
        best = max(now - short(store, done.with_change(one))
                   for one in every_change(store, left, asked))  # fmt: skip
        done = done.with_change(change)
        assert step.choice.closes == best == now - short(store, done)
        now = short(store, done)
        assert step.totals.tekort == now
    assert plan.solved == 45 - now
    assert plan.places == sum(map(_new, plan.scenario.wijzigingen)) <= budget
    left = budget - plan.places
    assert all(
        short(store, done.with_change(one)) == now for one in every_change(store, left, asked)
    ), "there is no next step with the places that are left"


def _new(change: object) -> int:
    return change.plaatsen if isinstance(change, Open) else 0


def test_a_plan_in_words(store: Store) -> None:
    plan = step_by_step(store, BASIS, Scenario(), 28)

    assert words(plan) == [
        ("angst", "1001", 12, 12),  # sixteen of 1001 without a place, and four of 1002
        ("gedrag", "1003", 12, 10),  # seven of 1003 and three of 1004
        ("taal", "1003", 0, 5),  # T opened to Noord: no new place, and of what is left the most
        ("angst", "1001", 4, 4),  # eight would close all of them, but four places are left
    ]
    assert plan.stopped is Stopped.PLACES
    assert [step.places for step in plan.steps] == [12, 24, 24, 28]
    assert [step.costs for step in plan.steps] == [12_000, 60_000, 60_000, 64_000]
    assert plan.steps[-1].unpriced == 0
    # Whom nobody knows the home of, and those who go to R if it has its places, stay unknown.
    assert plan.before.onbekend == plan.after.onbekend == 5


def test_what_is_not_priced_is_counted_and_not_guessed(store: Store) -> None:
    plan = step_by_step(store, BASIS, Scenario(), 4, Asked("taal", "subregio", "Zuid"))

    assert words(plan) == [("taal", "1002", 4, 3)]
    assert (plan.steps[0].costs, plan.steps[0].unpriced) == (0, 1)


def test_it_stops_when_nothing_helps_any_more(store: Store) -> None:
    plan = step_by_step(store, BASIS, Scenario(), 100)

    assert plan.stopped is Stopped.NOTHING
    assert plan.after.tekort == 0
    assert len(plan.steps) < MOST_STEPS


def test_there_are_no_more_steps_than_a_scenario_holds(store: Store) -> None:
    full = Scenario(
        wijzigingen=tuple(
            Plaatsen(arrangementscode="A", plaatsen=3) for _ in range(MOST_CHANGES - 1)
        )
    )

    plan = step_by_step(store, BASIS, full, 100)

    assert (len(plan.steps), plan.stopped) == (1, Stopped.STEPS)
    assert step_by_step(store, BASIS, plan.scenario, 100).steps == ()


def test_it_is_made_on_top_of_a_scenario(store: Store) -> None:
    whole = step_by_step(store, BASIS, Scenario(), 28)
    first = Scenario(wijzigingen=whole.scenario.wijzigingen[:1])

    rest = step_by_step(store, BASIS, first, 16)

    assert rest.scenario == whole.scenario
    assert rest.solved == whole.solved - 12


def test_progress_goes_up_to_the_end_and_what_was_computed_is_kept(store: Store) -> None:
    store.answers.clear()
    told: list[float] = []

    plan = step_by_step(store, BASIS, Scenario(), 28, progress=told.append)
    again: list[float] = []
    assert step_by_step(store, BASIS, Scenario(), 28, progress=again.append) == plan

    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1
    assert again == []
