"""The best next places: what each candidate is said to bring is what it brings, best first."""

from collections.abc import Iterator

import pytest
from helpers.drawings import Given

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Need
from monitor.dekking.matching.solving import solve
from monitor.dekking.next_places import (
    MOST,
    SIZES,
    Asked,
    as_change,
    next_places,
    options_for,
)
from monitor.dekking.scenarios import Open, Scenario, effect, known_offer, outcome_of
from monitor.store.store import Store


BASIS = Basis("vo", "VO0101", "2025-2026")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """A line to the north: 1001, 1002 at 10 km, 1003 at 30 km; the norm is 15 km."""
    given = Given(tmp_path_factory.mktemp("streek"))
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
        1002      | VO0101 | GM0001       | Dorp         | Zuid     | B    | 52,09    | 5,0
        1003      | VO0101 | GM0002       | Stad         | Noord    | C    | 52,27    | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau   | aantal
        2025-2026  | 1001      | angst               | havo     | 9    # 3 find a place at A
        2025-2026  | 1002      | angst               | vwo      | 4    # nobody: A is for havo
        2025-2026  | 1003      | angst               | havo     | 5    # nobody: too far
        2025-2026  | 1003      | gedrag              | vmbo-b   | 2    # a price is not known
        2025-2026  | 1003      | taal                | vwo      | 3    # all of them at T
        2025-2026  | 1001      | angst               | onbekend | 1    # a thuiszitter
        2025-2026  | 1002      | motoriek            | brugklas | 2    # a niveau of no group
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel  | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status  | tarief
        2025-2026  | A                | Rust   | 1001AA   | angst                | havo    | swv    | 3             | 3                 | actief  | 1000
        2025-2026  | A2               | Kalm   | 1001AA   | angst                | pro     | swv    | 3             | 3                 | actief  | 2000
        2025-2026  | A3               | Dicht  | 1001AA   | angst                | pro     | swv    | 3             | 0                 | gestopt | 9000   # no longer a price
        2025-2026  | T                | Praat  | 1003AA   | taal                 | alle    | swv    | 3             | 3                 | actief  | 700
        2025-2026  | G                | Zonder | 1003AA   | gedrag               | pro     | swv    | 3             | 3                 | actief  |
        2025-2026  | V                | Breed  | 1003AA   | taal                 | vmbo-k  | swv | 1    | 1                 | actief  | 900
    """)
    yield given
    given.close()


@pytest.fixture
def store(region: Given) -> Store:
    return region.store


def brings(store: Store, change: Open) -> int:
    """Solved all over again, with this one change."""
    return effect(store, BASIS, Scenario(wijzigingen=(change,))).solved


def test_each_brings_what_it_brings_by_itself_and_the_best_is_first(store: Store) -> None:
    found = next_places(store, BASIS, Scenario())

    assert found.computed == len(found.ranked) > 15
    alone = [brings(store, as_change(one)) for one in found.ranked]
    assert [one.closes for one in found.ranked] == alone
    assert alone == sorted(alone, reverse=True)
    assert found.gap == 20


def test_the_first_is_the_best_of_all_that_could_be(store: Store) -> None:
    """Every vraag, group, postcode and size that there is, solved one by one."""
    known = known_offer(store, BASIS)
    every = [
        brings(store, Open(vragen=(vraag,), niveaus=niveaus, postcode4=code, plaatsen=size))
        for vraag in known.vragen
        for niveaus in (("havo", "vwo"), ("vmbo-b", "vmbo-k"), ("pro",), ("brugklas",))
        for code in known.postcodes
        for size in SIZES
    ]

    assert next_places(store, BASIS, Scenario()).ranked[0].closes == max(every) == 10


def test_of_equals_the_cheapest_per_solved_need_goes_first(store: Store) -> None:
    best = next_places(store, BASIS, Scenario()).best()

    told = [
        (one.arrangement.ondersteuningsvragen[0], one.arrangement.niveaus, one.arrangement.postcode4,
         one.arrangement.plaatsen_plan, one.closes, one.per_solved)
        for one in best
    ]  # fmt: skip
    assert told == [
        # Six of 1001 and four of 1002; twelve places at the median of 1000 and 2000.
        ("angst", ("havo", "vwo"), "1001", 12, 10, 1800),
        # Four places are enough for two, and no price is known.
        ("gedrag", ("vmbo-b", "vmbo-k"), "1003", 4, 2, None),
        ("motoriek", ("brugklas",), "1002", 4, 2, None),
    ]


def test_who_is_not_short_gets_no_candidates(store: Store) -> None:
    found = next_places(store, BASIS, Scenario())

    assert {one.arrangement.ondersteuningsvragen[0] for one in found.ranked} == {
        "angst", "gedrag", "motoriek",
    }  # fmt: skip
    assert "onbekend" not in {n for one in found.ranked for n in one.arrangement.niveaus}


def test_the_tarief_is_the_median_of_what_runs(store: Store) -> None:
    assert next_places(store, BASIS, Scenario()).tarieven == {"angst": 1500, "taal": 800}


def test_on_top_of_a_scenario_the_next_best_is_another_one(store: Store) -> None:
    first = as_change(next_places(store, BASIS, Scenario()).ranked[0])
    scenario = Scenario(wijzigingen=(first,))

    second = next_places(store, BASIS, scenario).ranked[0]

    assert second.arrangement.postcode4 == "1003"
    both = scenario.with_change(as_change(second))
    assert effect(store, BASIS, both).solved == 10 + second.closes


def test_progress_is_told_to_the_end_and_once(store: Store) -> None:
    store.answers.clear()
    told: list[tuple[int, int]] = []

    found = next_places(store, BASIS, Scenario(), lambda done, of: told.append((done, of)))
    next_places(store, BASIS, Scenario(), lambda done, of: told.append((done, of)))

    assert told == [(i, found.computed) for i in range(1, found.computed + 1)]


def test_there_are_never_more_than_can_be_waited_for(store: Store) -> None:
    """A hundred vragen with a shortage: the most promising are computed."""
    known = known_offer(store, BASIS)
    place = known.postcodes["1001"]
    found, rules = outcome_of(store, BASIS, Scenario())
    needs = [
        Need("1001", f"vraag {i}", "havo", 1 + i % 7, None, place.wijk, place.gemeente,
             place.subregio, "VO0101", place.latitude, place.longitude)
        for i in range(100)
    ]  # fmt: skip

    options, _, left_out = options_for(solve(needs, [], rules, found.run), rules, known)

    assert len(options) <= MOST
    # One group of niveaus (havo and vwo) at one place: the others are told as left out.
    assert len(options) + left_out == 100 * len(SIZES)
    assert {one.plaatsen_plan for one in options} == set(SIZES)
    assert all(int(one.ondersteuningsvragen[0].split()[1]) % 7 >= 2 for one in options)


def test_of_a_vraag_or_a_region_every_option_of_it_is_computed(store: Store) -> None:
    """Not what is left of the most promising ones: those may all be elsewhere."""
    every = next_places(store, BASIS, Scenario())

    angst = next_places(store, BASIS, Scenario(), asked=Asked("angst"))
    north = next_places(store, BASIS, Scenario(), asked=Asked("angst", "subregio", "Noord"))
    nobody = next_places(store, BASIS, Scenario(), asked=Asked("taal"))

    assert {one.arrangement.ondersteuningsvragen for one in angst.ranked} == {("angst",)}
    assert angst.best()[0].closes == every.best()[0].closes == 10
    assert {one.arrangement.postcode4 for one in north.ranked} == {"1003"}
    assert north.best()[0].closes == 5, "of 1003; the others live 20 km away and further"
    assert (nobody.ranked, nobody.gap) == ((), every.gap)


def test_by_price_what_is_not_known_comes_last(store: Store) -> None:
    prices = [one.per_solved for one in next_places(store, BASIS, Scenario()).cheapest()]

    known = [price for price in prices if price is not None]
    assert known == sorted(known)
    assert prices[len(known) :] == [None, None]


def test_without_a_shortage_there_is_nothing_to_find(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1001      | angst               | havo   | 1
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
        2025-2026  | A                | Rust  | 1001AA   | angst                | havo    | swv    | 3             | 3                 | actief
    """)

    found = next_places(given.store, BASIS, Scenario())

    assert (found.ranked, found.computed, found.best()) == ((), 0, [])
    assert from_store.outcome(given.store, BASIS).tekort == 0
