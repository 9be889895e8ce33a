"""Scenarios: what each kind of change does to a drawn region, and that nothing real changes.

The region is a line to the north: 1001 and, ten kilometres on, 1002 in subregio Zuid; 1003, thirty
kilometres from 1001, in Noord. The norm is 15 km, so Zuid can use Zuid only.
"""

from collections.abc import Iterator

import pytest
from helpers.drawings import Given

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.dekking.scenarios import (
    Change,
    NormChange,
    Open,
    Plaatsen,
    Scenario,
    Sluit,
    Verplaats,
    apply,
    compare,
    effect,
    faults,
    make,
    read,
)
from monitor.errors import MonitorError
from monitor.store.store import Store


BASIS = Basis("vo", "VO0101", "2025-2026")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """Drawn once: a test that changed it would break the next one, which is what we want to know."""
    given = Given(tmp_path_factory.mktemp("streek"))
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
        1002      | VO0101 | GM0001       | Dorp         | Zuid     | B    | 52,09    | 5,0  # 10 km
        1003      | VO0101 | GM0002       | Stad         | Noord    | C    | 52,27    | 5,0  # 30 km
        1004      | VO0101 | GM0002       | Stad         | Noord    | D    |          |      # no place
    """)
    given.in_swv("VO0101", "01AA00", schooltype="vo")
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1001      | angst               | havo   | 5     # three find a place at A
        2025-2026  | 1003      | angst               | havo   | 2     # too far from A: nobody
        2025-2026  | 1003      | gedrag              | vwo    | 4     # at B, all of them
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik   | plaatsen_plan | plaatsen_praktijk | status  | tarief
        2025-2026  | A                | Rust  | 1001AA   | angst                | havo    | swv      | 3             | 3                 | actief  | 1000
        2025-2026  | B                | Kalm  | 1003AA   | gedrag               | alle    | subregio | 4             | 4                 | actief  |        # price not known
        2025-2026  | C                | Later | 1002AA   | angst                | havo    | swv      | 6             | 0                 | gepland | 2000   # not there yet
    """)
    yield given
    given.close()


@pytest.fixture
def store(region: Given) -> Store:
    return region.store


def with_(*changes: Change) -> Scenario:
    return Scenario(naam="Proef", wijzigingen=changes)


def gap(store: Store, *changes: Change) -> int:
    return effect(store, BASIS, with_(*changes)).after.totals.tekort


def new(**values: object) -> Change:
    ordinary: dict[str, object] = {
        "vragen": ("angst",), "niveaus": ("havo",), "postcode4": "1003", "plaatsen": 2,
        "tarief": 500,
    }  # fmt: skip
    return make("open", **ordinary | values)


def test_without_changes_it_is_what_is_real(store: Store) -> None:
    found = effect(store, BASIS, Scenario())

    assert found.before == found.after
    assert (found.before.totals.tekort, found.before.totals.gedekt) == (4, 7)
    assert (found.kosten, found.solved, found.per_solved) == (0, 0, None)


# ------------------------------------------------------------------------ each kind of change


@pytest.mark.parametrize(
    ("change", "after", "costs", "why"),
    [
        (new(), 2, 1000, "both in Noord find a place"),
        (new(plaatsen=9), 2, 4500, "seven places stay empty, and cost"),
        (new(plaatsen=1), 3, 500, "one of the two"),
        (new(niveaus=("vwo",)), 4, 1000, "nobody asks this niveau"),
        (new(niveaus=("alle",)), 2, 1000, "alle serves havo"),
        (new(postcode4="1002"), 2, 1000, "1001 is 10 km away: two of Zuid; Noord is 20 km"),
        (new(bereik="wijk", postcode4="1002"), 4, 1000, "nobody of wijk B needs it"),
        (new(tarief=None), 2, None, "what it costs is not known, which is not nought"),
        (Plaatsen(arrangementscode="A", plaatsen=5), 2, 2000, "two more of Zuid"),
        (Plaatsen(arrangementscode="A", plaatsen=0), 7, -3000, "all five of Zuid; it saves"),
        (Plaatsen(arrangementscode="B", plaatsen=4), 4, 0, "nothing changes"),
        (Plaatsen(arrangementscode="B", plaatsen=6), 4, None, "its price is not known"),
        (Plaatsen(arrangementscode="C", plaatsen=2), 2, 4000, "the planned one begins"),
        (Verplaats(arrangementscode="A", postcode4="1003"), 5, 0, "two of Noord, none of Zuid"),
        (Verplaats(arrangementscode="B", postcode4="1001"), 8, 0, "its subregio is now Zuid"),
        (Sluit(arrangementscode="A"), 7, -3000, "the three of A lose their place"),
        (Sluit(arrangementscode="B"), 8, None, "four lose theirs; what it saves is not known"),
        (NormChange(vraag="angst", km=31), 4, 0, "A is full, whoever may come"),
        (NormChange(vraag="gedrag", niveau="vwo", km=0.5), 4, 0, "B is at the same postcode"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_change_does_exactly_this(
    store: Store, change: Change, after: int, costs: float | None, why: str
) -> None:
    found = effect(store, BASIS, with_(change))

    assert found.after.totals.tekort == after, why
    assert found.kosten == costs, why


def test_a_norm_lets_others_come_when_there_is_room(store: Store) -> None:
    """Nine places at A: Zuid takes five; Noord may have the rest only when 30 km is allowed."""
    bigger = Plaatsen(arrangementscode="A", plaatsen=9)

    assert gap(store, bigger) == 2
    assert gap(store, bigger, NormChange(vraag="angst", km=31)) == 0
    assert gap(store, bigger, NormChange(vraag="alle", niveau="alle", km=31)) == 0
    assert gap(store, bigger, NormChange(vraag="angst", niveau="havo", km=29)) == 2


def test_a_norm_replaces_the_one_that_was_delivered(given: Given) -> None:
    """Of two equal norms the strictest holds: the old one must go to be widened."""
    given.normen("ondersteuningsvraag | niveau | max_km\n angst | alle | 5")
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
        1002      | VO0101 | GM0001       | Dorp         | Zuid     | B    | 52,09    | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1001      | angst               | havo   | 1       # 10 km from A
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
        2025-2026  | A                | Rust  | 1002AA   | angst                | havo    | swv    | 1             | 1                 | actief
    """)

    assert gap(given.store) == 1
    assert gap(given.store, NormChange(vraag="angst", km=11)) == 0


def test_changes_work_together_in_their_order(store: Store) -> None:
    closed = Sluit(arrangementscode="A")

    assert gap(store, closed, new(), new(postcode4="1001", plaatsen=5)) == 0
    assert gap(store, closed, Plaatsen(arrangementscode="A", plaatsen=5)) == 2, "opened again"
    assert gap(store, Plaatsen(arrangementscode="A", plaatsen=5), closed) == 7


def test_a_new_arrangement_for_one_school_is_for_its_pupils_only(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1011      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
    """)
    given.in_swv("VO0101", "01AA00", "01BB00", schooltype="vo")
    given.behoefte("""
        schooljaar | postcode4 | vestiging | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1011      | 01AA00    | angst               | havo   | 2
        2025-2026  | 1011      | 01BB00    | angst               | havo   | 3       # of another school
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | status
        2025-2026  | A                | Rust  | 1011AA   | gedrag               | havo    | swv    | 1             | actief
    """)
    at_school = new(postcode4=None, vestiging="01AA00", bereik="school", plaatsen=9)

    assert gap(given.store) == 5
    assert gap(given.store, at_school) == 3


# ----------------------------------------------------------------------------------- effects


def test_closing_makes_the_certain_shortage_of_its_own_region_rise(store: Store) -> None:
    found = effect(store, BASIS, with_(Sluit(arrangementscode="A")))

    assert [(one.name, one.before, one.after) for one in found.per] == [
        ("Noord", 2, 2),
        ("Zuid", 2, 5),
    ]
    assert found.solved == -3
    assert found.per_solved is None, "nobody was helped"


@pytest.mark.parametrize(
    ("level", "exp"),
    [
        ("gemeente", [("GM0001", 2, 2), ("GM0002", 2, 0)]),
        ("ondersteuningsvraag", [("angst", 4, 2), ("gedrag", 0, 0)]),
        ("niveau", [("havo", 4, 2), ("vwo", 0, 0)]),
    ],
)
def test_the_certain_shortage_can_be_asked_per(
    store: Store, level: str, exp: list[tuple[str, int, int]]
) -> None:
    found = effect(store, BASIS, with_(new()), level)

    assert [(one.name, one.before, one.after) for one in found.per] == exp


def test_each_solved_need_has_its_price(store: Store) -> None:
    """Two find a place in Noord for 2 x 500, and two in Zuid by two more places of 1000."""
    found = effect(store, BASIS, with_(new(), Plaatsen(arrangementscode="A", plaatsen=5)))

    assert (found.solved, found.kosten, found.per_solved) == (4, 3000, 750)


def test_one_unknown_price_makes_all_of_it_unknown_and_is_named(store: Store) -> None:
    found = effect(store, BASIS, with_(new(), Sluit(arrangementscode="B")))

    assert found.kosten is None
    assert found.unpriced == ("B",)


def test_distance_is_of_who_is_placed(store: Store) -> None:
    """A moves ten kilometres: the same three are placed, each ten kilometres from home."""
    found = effect(store, BASIS, with_(Verplaats(arrangementscode="A", postcode4="1002")))

    assert found.before.km == 0
    assert found.after.km == pytest.approx(30, abs=0.1)
    assert found.after.mean_km == pytest.approx(30 / 7, abs=0.02)


def test_the_plan_is_changed_too(store: Store) -> None:
    basis = Basis("vo", "VO0101", "2025-2026", Run.PLAN)

    found = effect(store, basis, with_(Plaatsen(arrangementscode="A", plaatsen=4)))

    assert (found.before.totals.tekort, found.after.totals.tekort) == (4, 3)


def test_scenarios_side_by_side_stand_beside_the_same_reality(store: Store) -> None:
    found = compare(store, BASIS, [with_(new()), with_(Sluit(arrangementscode="A"))])

    assert [one.after.totals.tekort for one in found] == [2, 7]
    assert found[0].before == found[1].before


# ------------------------------------------------------------------- nothing real ever changes


def test_a_scenario_changes_nothing_real(store: Store) -> None:
    before = from_store.outcome(store, BASIS)
    offer = from_store.arrangements(store, "vo", "VO0101", "2025-2026")
    rules = from_store.norms(store, "VO0101", "2025-2026")

    for change in (new(), Sluit(arrangementscode="A"), NormChange(vraag="angst", km=99)):
        effect(store, BASIS, with_(change))

    assert from_store.arrangements(store, "vo", "VO0101", "2025-2026") == offer
    assert from_store.norms(store, "VO0101", "2025-2026") == rules
    assert from_store.outcome(store, BASIS) is before
    store.answers.clear()
    assert from_store.outcome(store, BASIS) == before
    assert effect(store, BASIS, Scenario()).after.totals == before.totals


def test_a_scenario_never_reaches_the_figures(region: Given, store: Store) -> None:
    effect(store, BASIS, with_(Sluit(arrangementscode="A"), Sluit(arrangementscode="B")))

    region.ask("tekort", "swv").gives("code | teller\n VO0101 | 4")


def test_the_same_changes_are_computed_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = effect(store, BASIS, with_(new()))
    monkeypatch.setattr("monitor.dekking.scenarios.effects.solve", _never)

    again = effect(store, BASIS, Scenario(naam="Anders", wijzigingen=(new(),)))

    assert again.after == first.after
    assert again.scenario.naam == "Anders"


def _never(*_: object) -> None:
    raise AssertionError("computed again")


def test_old_answers_are_let_go(store: Store) -> None:
    for places in range(1, 60):
        effect(store, BASIS, with_(new(plaatsen=places)))

    assert len(store.answers["scenario", "uitkomsten"]) <= 24
    assert effect(store, BASIS, with_(new(plaatsen=1))).after.totals.tekort == 3


# ---------------------------------------------------------------------------------- keeping


@pytest.mark.parametrize(
    "change",
    [
        new(),
        new(tarief=None, postcode4=None, vestiging="01AA00", bereik="school"),
        Plaatsen(arrangementscode="A", plaatsen=0),
        Verplaats(arrangementscode="A", postcode4="1003"),
        Sluit(arrangementscode="A"),
        NormChange(vraag="angst", niveau="havo", km=12.5),
    ],
    ids=lambda change: change.soort,
)
def test_a_scenario_comes_back_from_json_as_it_was(change: Change) -> None:
    scenario = with_(change, new())

    assert read(scenario.to_json()) == scenario


# ---------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"soort": "plaatsen", "arrangementscode": "A", "plaatsen": -1}, "van 0 tot en met 999"),
        ({"soort": "plaatsen", "arrangementscode": "A", "plaatsen": 1.5}, "heel getal"),
        ({"soort": "plaatsen", "plaatsen": 1}, "Kies een arrangement."),
        ({"soort": "verplaats", "arrangementscode": "A", "postcode4": "1003AA"}, "vier cijfers"),
        ({"soort": "sluit", "arrangementscode": ""}, "Kies een arrangement."),
        ({"soort": "norm", "vraag": "angst", "km": 0}, "meer dan 0"),
        ({"soort": "norm", "vraag": "angst", "km": float("nan")}, "meer dan 0"),
        ({"soort": "norm", "vraag": "", "km": 5}, "Kies een ondersteuningsvraag."),
        ({"soort": "verdubbel"}, "geen wijziging die een scenario kan hebben"),
        ({"soort": "sluit", "arrangementscode": "A", "meer": 1}, "geen wijziging"),
    ],
    ids=str,
)
def test_a_change_that_cannot_be_is_refused(values: dict[str, object], said: str) -> None:
    with pytest.raises(MonitorError, match=said):
        make(**values)  # type: ignore[arg-type]
    with pytest.raises(MonitorError, match="Wijziging 2: "):
        read({"naam": "x", "wijzigingen": [Sluit(arrangementscode="A").model_dump(), values]})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"vragen": ()}, "minstens één ondersteuningsvraag"),
        ({"niveaus": ()}, "minstens één niveau"),
        ({"plaatsen": 0}, "1 tot en met 999"),
        ({"plaatsen": None}, "1 tot en met 999"),
        ({"tarief": -5}, "€ 0 of meer"),
        ({"bereik": "land"}, "school, wijk, subregio of swv"),
    ],
    ids=str,
)
def test_a_new_arrangement_that_cannot_be_is_refused(values: dict[str, object], said: str) -> None:
    with pytest.raises(MonitorError, match=said):
        new(**values)


@pytest.mark.parametrize("inhoud", [None, [], "x", {"wijzigingen": 3}, {"namen": []}], ids=str)
def test_what_is_no_scenario_is_refused(inhoud: object) -> None:
    with pytest.raises(MonitorError):
        read(inhoud)


def test_a_scenario_has_an_end() -> None:
    full = Scenario(wijzigingen=(Sluit(arrangementscode="A"),) * 50)

    with pytest.raises(MonitorError, match="hoogstens 50"):
        full.with_change(Sluit(arrangementscode="A"))
    with pytest.raises(MonitorError, match="hoogstens 50"):
        read({"wijzigingen": [*full.to_json()["wijzigingen"], full.to_json()["wijzigingen"][0]]})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Sluit(arrangementscode="Z"), "Arrangement Z is er in dit schooljaar niet."),
        (Sluit(arrangementscode="C"), "C is al niet actief."),
        (Plaatsen(arrangementscode="Z", plaatsen=1), "Arrangement Z is er"),
        (Verplaats(arrangementscode="Z", postcode4="1003"), "Arrangement Z is er"),
        (Verplaats(arrangementscode="A", postcode4="9999"), "postcode 9999 is niet bekend"),
        (Verplaats(arrangementscode="A", postcode4="1004"), "postcode 1004 is niet bekend"),
        (new(postcode4="9999"), "postcode 9999 is niet bekend waar hij ligt"),
        (new(postcode4=None), "kies een postcode of een school"),
        (new(vestiging="99ZZ00"), "School 99ZZ00 hoort niet"),
        (new(bereik="school"), "kies er een"),
        (new(vragen=("angst", "heimwee")), "‘heimwee’ komt in dit schooljaar niet voor"),
        (new(niveaus=("gymnasium",)), "Niveau ‘gymnasium’"),
        (NormChange(vraag="heimwee", km=5), "‘heimwee’"),
    ],
    ids=str,
)
def test_what_is_not_there_is_refused_with_words(store: Store, change: Change, said: str) -> None:
    scenario = with_(Sluit(arrangementscode="B"), change)

    with pytest.raises(MonitorError, match="Wijziging 2: ") as refused:
        apply(store, BASIS, scenario)
    assert said in str(refused.value)
    assert said in faults(store, BASIS, scenario)[1]


def test_a_change_that_no_longer_fits_is_told_and_the_others_hold(store: Store) -> None:
    scenario = with_(Sluit(arrangementscode="Z"), new(), Sluit(arrangementscode="Y"))

    assert set(faults(store, BASIS, scenario)) == {0, 2}


def test_a_new_arrangement_takes_nobodys_code(given: Given) -> None:
    """`nieuw 1` is what the first new one would be called."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1003      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1003      | angst               | havo   | 5
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
        2025-2026  | nieuw 1          | Rust  | 1003AA   | angst                | havo    | swv    | 1             | 1                 | actief
    """)

    assert gap(given.store, new(plaatsen=1), new(plaatsen=1)) == 2


def test_open_is_what_a_form_makes() -> None:
    assert isinstance(new(), Open)
