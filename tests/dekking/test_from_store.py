"""Coverage out of the store: the sample SWV recounted from its files, and what a delivery does."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from helpers.drawings import Given
from recount.dekking import YEAR, Cell, Recount

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.groups import groups
from monitor.dekking.matching.model import Cell as Solved
from monitor.dekking.matching.model import CellState, Obstacle, Run
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solving import around
from monitor.store.delivered import Register
from monitor.store.journal import Exception_
from monitor.store.settings import Settings
from monitor.store.store import Store


SAMPLE = Basis("vo", "VO9901", YEAR)


@pytest.fixture(scope="module")
def recount() -> Recount:
    return Recount()


def outcome(sample: Store, run: Run) -> PlacementOutcome:
    return from_store.outcome(sample, replace(SAMPLE, run=run))


def key(cell: Solved) -> Cell:
    need = cell.need
    assert need.postcode4 is not None
    return Cell(need.postcode4, need.ondersteuningsvraag, need.niveau, need.vestiging or "")


# --------------------------------------------------------------- the sample SWV, from its files


def test_the_need_is_that_of_the_file(sample: Store, recount: Recount) -> None:
    found: Counter[Cell] = Counter()
    for cell in outcome(sample, Run.PLAN).cellen:
        found[key(cell)] += cell.need.aantal

    assert found == recount.needs
    assert sum(recount.needs.values()) > 800


def test_vso_is_in_the_need_when_it_is_asked_only(sample: Store, recount: Recount) -> None:
    with_vso = from_store.outcome(sample, replace(SAMPLE, with_vso=True))

    assert with_vso.behoefte == sum(Recount(with_vso=True).needs.values())
    assert with_vso.behoefte > outcome(sample, Run.PRAKTIJK).behoefte


@pytest.mark.parametrize("run", list(Run))
def test_the_largest_number_placed_is_that_of_a_linear_program(
    sample: Store, recount: Recount, run: Run
) -> None:
    found = outcome(sample, run)
    known = recount.most(run.value)
    hoped = recount.most("plan" if run is Run.PLAN else "hoop")

    assert found.gedekt == known
    assert found.onbekend == hoped - known
    assert found.tekort == found.behoefte - hoped
    assert sum(cell.placed for cell in found.cellen) == known


@pytest.mark.parametrize("run", list(Run))
def test_the_distance_is_the_least_that_such_a_placement_takes(
    sample: Store, recount: Recount, run: Run
) -> None:
    found = outcome(sample, run)
    least = recount.least(recount.metres, run.value, recount.most(run.value))

    # The solver works in whole metres: half a metre per pupil, at most.
    assert found.km * 1000 == pytest.approx(least, abs=found.gedekt)
    assert least > 500 * found.gedekt


@pytest.mark.parametrize("run", list(Run))
def test_the_bounds_of_a_cell_are_those_of_solving_again(
    sample: Store, recount: Recount, run: Run
) -> None:
    found = outcome(sample, run)
    places = "plan" if run is Run.PLAN else "hoop"
    unsure = [cell for cell in found.cellen if cell.certain < cell.possible]
    large = sorted(found.cellen, key=lambda cell: -cell.need.aantal)
    every_state = {cell.state: cell for cell in found.cellen}
    chosen = {key(cell): cell for cell in [*unsure[:6], *large[:4], *every_state.values()]}

    assert unsure, "in the sample it is not always certain who is short"
    for name, cell in chosen.items():
        assert (cell.certain, cell.possible) == recount.short({name}, places), name


def test_a_region_is_bounded_as_a_whole(sample: Store, recount: Recount) -> None:
    found = outcome(sample, Run.PRAKTIJK)

    for group in groups(found, lambda need: need.subregio):
        cells = {c for c in recount.cells if recount.homes[c.postcode4]["SUBREGIO"] == group.name}
        assert (group.certain, group.possible) == recount.short(cells, "hoop"), group.name


def test_who_is_not_placed_has_no_free_place_to_go_to(sample: Store, recount: Recount) -> None:
    found = outcome(sample, Run.PRAKTIJK)
    free = {use.arrangement.arrangementscode: use.free for use in found.arrangementen}
    short = {recount.cells.index(key(c)) for c in found.cellen if c.placed < c.need.aantal}

    for i, j in recount.pairs:
        if i in short:
            assert not free[recount.offers[j]["ARRANGEMENTSCODE"]]


# ------------------------------------------------------------------------- what it has to tell


def test_angst_in_oost_is_short(sample: Store, recount: Recount) -> None:
    cells = {
        cell
        for cell in recount.cells
        if cell.vraag == "angst" and recount.homes[cell.postcode4]["SUBREGIO"] == "Oost"
    }
    found = outcome(sample, Run.PRAKTIJK)
    (group,) = (
        one
        for one in groups(found, lambda need: f"{need.subregio} {need.ondersteuningsvraag}")
        if one.name == "Oost angst"
    )
    shares = {
        one.name: one.certain / one.behoefte
        for one in groups(found, lambda need: f"{need.subregio} {need.ondersteuningsvraag}")
        if one.behoefte >= 20
    }

    assert (group.certain, group.possible) == recount.short(cells, "hoop")
    assert group.certain > group.behoefte / 2
    assert max(shares, key=lambda name: shares[name]) == "Oost angst"


def test_prikkelarme_klas_noord_is_there_on_paper_only(sample: Store) -> None:
    def places(run: Run) -> tuple[int | None, int]:
        (use,) = (
            use
            for use in outcome(sample, run).arrangementen
            if use.arrangement.arrangementscode == "ARR-0900"
        )
        return use.places, use.used

    def autisme_in_noord(run: Run) -> int:
        (group,) = (
            one
            for one in groups(
                outcome(sample, run), lambda n: f"{n.subregio} {n.ondersteuningsvraag}"
            )
            if one.name == "Noord autisme"
        )
        return group.possible

    practice = outcome(sample, Run.PRAKTIJK)
    home = next(
        cell.need
        for cell in practice.cellen
        if (cell.need.subregio, cell.need.ondersteuningsvraag) == ("Noord", "autisme")
        and cell.need.niveau == "havo"
        and cell.possible
    )
    near = {a.arrangement.arrangementscode: a.obstacles for a in around(practice, home)}

    assert places(Run.PRAKTIJK) == (0, 0)
    assert places(Run.PLAN)[0] == 14
    assert places(Run.PLAN)[1] > 0
    assert autisme_in_noord(Run.PRAKTIJK) > autisme_in_noord(Run.PLAN)
    assert Obstacle.OP_PAPIER in near["ARR-0900"]


def test_schools_that_never_answer_are_unknown_and_neither_place_nor_gap(sample: Store) -> None:
    found = outcome(sample, Run.PRAKTIJK)
    silent = [u for u in found.arrangementen if u.arrangement.vestiging in ("99AK00", "99CI00")]

    assert len(silent) == 5
    assert {(use.places, use.free, use.used) for use in silent} == {(None, None, 0)}
    assert found.onbekend > 0
    assert {cell.state for cell in found.cellen if cell.onbekend and not cell.possible} <= {
        CellState.ONBEKEND
    }


def test_plan_and_praktijk_differ_by_what_is_on_paper(sample: Store) -> None:
    plan, practice = (outcome(sample, run) for run in (Run.PLAN, Run.PRAKTIJK))

    assert plan.behoefte == practice.behoefte
    assert plan.gedekt > practice.gedekt + practice.onbekend
    assert plan.onbekend == 0


# --------------------------------------------------------------------------- as indicators


def test_cells_are_put_down_once_however_often_it_is_asked(sample: Store) -> None:
    from_store.fill(sample)
    count = "select count(*), sum(behoefte) from dekking.cel"
    (first,) = sample.rows(count)
    sample.answers = {k: v for k, v in sample.answers.items() if k == "dekking_gevuld"}
    from_store.fill(sample)

    assert sample.rows(count) == [first]
    assert first[0] > 0


def test_cells_that_were_put_down_add_up_to_the_outcome(sample: Store) -> None:
    from_store.fill(sample)
    for run in Run:
        found = outcome(sample, run)
        (sums,) = sample.rows(
            "select sum(behoefte), sum(gedekt), sum(onbekend), "
            "sum(behoefte - gedekt - onbekend), sum(zeker_tekort), "
            "bool_and(gedekt + onbekend <= behoefte), bool_and(onbekend >= 0) "
            "from dekking.cel where schooljaar = $jaar and aanbod = $aanbod",
            {"jaar": YEAR, "aanbod": run.value},
        )
        assert sums[:4] == (found.behoefte, found.gedekt, found.onbekend, found.tekort)
        assert sums[4] == sum(cell.certain for cell in found.cellen) <= found.tekort
        assert sums[5:] == (True, True)


# ----------------------------------------------------------------------- from a small delivery


def small(given: Given, normen: str = "") -> Given:
    """One pupil at 1011; a place at 1012, ten kilometres away as good as exactly."""
    given.settings = given.settings.model_copy(update={"swv": "VO0101"})
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | subregio | wijk | latitude | longitude
        1011      | VO0101 | GM0001       | Noord    | Oost | 52,0     | 5,0
        1012      | VO0101 | GM0002       | Zuid     | West | 52,08993 | 5,0
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal | deel
        2018-2019  | 1011      | angst               | havo   | 1      | wachtend
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | aanbieder | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
        2018-2019  | A                | Klas  | Zorg      | 1012     | angst                | alle    | swv    | 1             | 1                 | actief
    """)
    if normen:
        given.normen(normen)
    return given


BASIS = Basis("vo", "VO0101", "2018-2019")
NARROW = """
    ondersteuningsvraag | niveau | max_km
    angst               | alle   | 8        # ten is too far
"""
WIDE = """
    ondersteuningsvraag | niveau | max_km
    angst               | alle   | 12
"""


@pytest.mark.parametrize(
    ("normen", "norm_km", "gedekt", "why"),
    [
        ("", 15.0, 1, "no normen delivered: the default of 15 km"),
        ("", 9.0, 0, "no normen delivered: the default that the SWV chose"),
        (NARROW, 15.0, 0, "a norm goes before the default"),
        (WIDE, 9.0, 1, "in both directions"),
        (NARROW.replace("angst", "taal "), 15.0, 1, "a norm of another vraag is no norm here"),
    ],
)
def test_norms_and_the_default_where_there_are_none(
    given: Given, normen: str, norm_km: float, gedekt: int, why: str
) -> None:
    given.settings = Settings(norm_km=norm_km)
    small(given, normen)

    assert from_store.outcome(given.store, BASIS).gedekt == gedekt, why


def exception(max_km: float | None, **values: object) -> Exception_:
    ordinary: dict[str, object] = {
        "nummer": 1, "swv": "VO0101", "waarom": "bus", "vanaf": dt.date(2018, 8, 1), "tot": None,
        "wie": "wij", "wanneer": dt.datetime(2018, 8, 1, tzinfo=dt.UTC), "postcode4": "1011",
    }  # fmt: skip
    return Exception_(max_km=max_km, **ordinary | values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("normen", "one", "gedekt", "why"),
    [
        (NARROW, exception(None), 1, "lifted: no distance is too far"),
        (NARROW, exception(11.0), 1, "widened enough"),
        (NARROW, exception(9.0), 0, "widened, not enough"),
        (WIDE, exception(9.0), 0, "tightened"),
        (NARROW, exception(None, postcode4="1012"), 0, "of another home"),
        (NARROW, exception(None, swv="VO0202"), 0, "of another samenwerkingsverband"),
        (NARROW, exception(None, tot=dt.date(2019, 7, 30)), 0, "ended before the last day"),
        (NARROW, exception(None, tot=dt.date(2019, 7, 31)), 1, "held on the last day"),
        (NARROW, exception(None, vanaf=dt.date(2019, 8, 1)), 0, "began after the schooljaar"),
        (
            NARROW,
            exception(None, ingetrokken=dt.datetime(2018, 9, 1, tzinfo=dt.UTC)),
            0,
            "taken back",
        ),
        (NARROW, exception(None, niveau="vwo"), 0, "of another niveau"),
        (NARROW, exception(None, arrangementscode="A"), 1, "for this arrangement"),
    ],
    ids=lambda value: value if isinstance(value, str) and "|" not in value else "",
)
def test_an_exception_to_the_norm(
    given: Given, normen: str, one: Exception_, gedekt: int, why: str
) -> None:
    plain = small(given, normen).store
    store = Store(given._folder / "bron-1.duckdb", Register(version=1), plain.settings, [one])

    assert from_store.outcome(store, BASIS).gedekt == gedekt, why
    store.close()


def test_an_exception_of_today_says_nothing_of_a_schooljaar_that_is_over(given: Given) -> None:
    store = small(given).store
    rules = from_store.norms(store, "VO0101", "2018-2019", today=dt.date(2026, 11, 21))
    running = from_store.norms(store, "VO0101", "2026-2027", today=dt.date(2026, 11, 21))

    assert rules.day == dt.date(2019, 7, 31)
    assert running.day == dt.date(2026, 11, 21)


def test_parts_of_the_need_known_and_not_known(given: Given) -> None:
    small(given)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal | deel
        2018-2019  | 1011      | angst               | havo   | 3      | geplaatst
        2018-2019  | 1012      | angst               | havo   | <5     | wachtend
    """)

    # The second delivery replaces the first of the same schooljaar.
    assert [
        (p.name, p.pupils, p.pupils_max, p.is_known) for p in from_store.parts(given.store, BASIS)
    ] == [
        ("geplaatst", 3, 3, True),
        ("wachtend", 1, 4, True),
        ("thuiszitter", 0, 0, False),  # nobody said: which is not nought
        ("vso", 0, 0, False),
    ]


def test_counts_go_before_what_is_built_unless_the_swv_chose_otherwise(given: Given) -> None:
    small(given)
    given.aanvragen("""
        aanvraagnummer | leerling | schooljaar | ontvangen  | vestiging | postcode4 | ondersteuningsvraag | niveau | status
        1              | Aya      | 2018-2019  | 01-09-2018 | 01AA00    | 1011      | angst               | havo   | wachtend
        2              | Bob      | 2018-2019  | 01-09-2018 | 01AA00    | 1011      | angst               | havo   | wachtend
    """)

    assert from_store.outcome(given.store, BASIS).behoefte == 1
    assert from_store.outcome(given.store, replace(BASIS, source="opgebouwd")).behoefte == 2
    chosen = given.settings.model_copy(update={"behoefte": "opgebouwd"})
    store = Store(given._folder / "bron-1.duckdb", Register(version=1), chosen)
    assert from_store.outcome(store, BASIS).behoefte == 2
    store.close()


def test_a_schooljaar_needs_both_need_and_offer(given: Given) -> None:
    small(given)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2017-2018  | 1011      | angst               | havo   | 1       # of which no offer is known
    """)

    assert from_store.schooljaren(given.store, "vo", "VO0101") == ["2018-2019"]
