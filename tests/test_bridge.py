"""From one definition of thuiszitter to another: each term, and their sum."""

from itertools import permutations

import pytest
from meldingen import EMPTY, region, register
from tables import Given

from monitor.access import Role, Viewer
from monitor.bridge import Amount, Bridge, bridge
from monitor.definitions import definitions
from monitor.demonstration import prepare
from monitor.indicators import figures, indicator_named
from monitor.regions import Region
from monitor.store import Store, open_store
from monitor.versions import Versions


DAY = "2018-12-31"
WHOLE = Region("vo", "VO0101", "Een", "swv", "VO0101", "Een")
DIRECTEUR, CONSULTANT = (Viewer(role) for role in (Role.DIRECTEUR, Role.CONSULTANT))
SAMPLE = Region("vo", "VO9901", "Rivierenstreek", "swv", "VO9901", "Rivierenstreek")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Store:
    versions = Versions(tmp_path_factory.mktemp("voorbeeld"))
    prepare(versions)
    return open_store(versions)


def built(
    given: Given, start: str, end: str, viewer: Viewer = DIRECTEUR, where: Region = WHOLE
) -> Bridge:
    found = bridge(given.store, viewer, where, DAY, start, end)
    assert found is not None
    return found


def said(one: Bridge) -> dict[str, tuple[float, float]]:
    return {t.groep: (t.difference.low, t.difference.high) for t in one.steps}


def test_each_group_is_a_term_and_what_both_count_is_none(given: Given) -> None:
    region(given)
    register(given).has(f"""
        leerling | sinds      | ingeschreven | vrijstelling
        Aya      | 01-03-2018 | nee          | geen         # long not enrolled: in both
        Bob      | 15-12-2018 | nee          | geen         # two weeks: not in the pact
        Cas      | 15-11-2018 | ja           | geen         # six weeks: not in the pact
        Dia      | 01-03-2018 | ja           | geen         # long: in both
        Els      | 01-03-2018 | nee          | 5a           # in neither
        Fie      | 15-12-2018 | nee          | {EMPTY}      # perhaps with an exemption
    """)

    found = built(given, "THUIS_OCW", "THUIS_PACT")

    assert (found.total, found.outcome) == (Amount(4, 5), Amount(2, 2))
    assert said(found) == {
        "niet ingeschreven, tot en met 3 maanden": (-1, -2),  # Bob; Fie if she counts at all
        "ingeschreven, 4 weken tot en met 3 maanden": (-1, -1),
    }
    assert {t.groep: t.start.low for t in found.terms if t.difference.is_zero} == {
        "niet ingeschreven, langer dan 3 maanden": 1,
        "ingeschreven, langer dan 3 maanden": 1,
    }


def test_the_other_way_round_is_the_same_with_the_other_sign(given: Given) -> None:
    region(given)
    register(given).has("""
        leerling | sinds      | ingeschreven | vrijstelling
        Aya      | 15-11-2018 | ja           | geen
        Bob      | 01-03-2018 | nee          | 5b
    """)

    assert said(built(given, "LRV", "VRIJ5B")) == {
        "ingeschreven, 4 weken tot en met 3 maanden": (-1, -1),
        "vrijgesteld (artikel 5b)": (1, 1),
    }
    assert said(built(given, "VRIJ5B", "LRV")) == {
        "ingeschreven, 4 weken tot en met 3 maanden": (1, 1),
        "vrijgesteld (artikel 5b)": (-1, -1),
    }


def test_of_a_definition_to_itself_there_are_no_steps(given: Given) -> None:
    region(given)
    register(given).has("""
        leerling | sinds      | ingeschreven
        Aya      | 01-03-2018 | nee
    """)

    assert built(given, "ABS", "ABS").steps == ()


def test_a_month_that_was_not_counted_has_no_bridge(given: Given) -> None:
    region(given)
    register(given).has("""
        leerling | sinds
        Aya      | 01-03-2018
    """)

    assert bridge(given.store, DIRECTEUR, WHOLE, "2031-01-31", "ABS", "LRV") is None


def many(long: int, short: int) -> str:
    """So many for more than three months, and so many for six weeks; all enrolled."""
    rows = [f"L{i} | 01-03-2018 | ja" for i in range(long)]
    rows += [f"K{i} | 15-11-2018 | ja" for i in range(short)]
    return "\n".join(["leerling | sinds | ingeschreven", *rows])


@pytest.mark.parametrize(
    ("long", "short", "is_hidden"),
    [
        (8, 6, False),  # six fewer: nobody is told about four or fewer
        (8, 4, True),  # four fewer: the difference is a small group
        (3, 9, True),  # twelve in the one, three in the other
        (8, 0, False),  # the same pupils
    ],
)
def test_who_sees_no_small_counts_sees_no_bridge_that_has_one(
    given: Given, long: int, short: int, is_hidden: bool
) -> None:
    region(given)
    register(given).has(many(long, short))

    found = built(given, "THUIS_OCW", "THUIS_PACT", CONSULTANT)

    assert found.is_hidden is is_hidden
    assert built(given, "THUIS_OCW", "THUIS_PACT").is_hidden is False
    if is_hidden:
        # Nothing is left that could be computed with.
        assert (found.total, found.outcome, found.terms) == (Amount(0, 0), Amount(0, 0), ())


def test_every_bridge_sums_at_every_month_of_the_sample_data(sample: Store) -> None:
    months = _months(sample)
    assert len(months) > 24
    for start, end in permutations(definitions(), 2):
        for periode in months:
            _sums(bridge(sample, DIRECTEUR, SAMPLE, periode, start, end), start, end)


@pytest.mark.parametrize("per", ["gemeente", "subregio", "wijk", "bestuur", "vestiging"])
def test_every_bridge_sums_at_every_level(sample: Store, per: str) -> None:
    last = _months(sample)[-1]
    indicator = indicator_named("thuiszitters_thuis_ocw")
    units = figures(sample, DIRECTEUR, indicator, per, period=last, within=("swv", "VO9901"))
    assert len(units) > 2
    for unit in units[:12]:
        where = Region("vo", "VO9901", "Rivierenstreek", per, unit.code, unit.naam)
        for start, end in permutations(definitions(), 2):
            _sums(bridge(sample, DIRECTEUR, where, last, start, end), start, end)


def test_what_a_consultant_sees_of_a_bridge_holds_no_small_number(sample: Store) -> None:
    """Every number of a bridge that is shown, and every difference between two of them."""
    seen = 0
    for start, end in permutations(definitions(), 2):
        for periode in _months(sample)[-12:]:
            one = bridge(sample, CONSULTANT, SAMPLE, periode, start, end)
            if one is None or one.is_hidden:
                continue
            seen += 1
            every = [one.total, one.outcome, one.outcome - one.total]
            every += [x for t in one.terms for x in (t.start, t.end, t.difference)]
            assert not [x for x in every if 0 < abs(x.low) < 5 or 0 < abs(x.high) < 5]
    assert seen > 0


def _sums(one: Bridge | None, start: str, end: str) -> None:
    assert one is not None, (start, end)
    for side in ("low", "high"):
        terms = sum(getattr(term.difference, side) for term in one.terms)
        exp = getattr(one.outcome, side)
        assert getattr(one.total, side) + terms == exp, (start, end, one.periode, side)
        for which, total in (("start", one.total), ("end", one.outcome)):
            parts = sum(getattr(getattr(term, which), side) for term in one.terms)
            assert parts == getattr(total, side), (start, end, one.periode, which)


def _months(sample: Store) -> list[str]:
    found = figures(sample, DIRECTEUR, indicator_named("thuiszitters_abs"), "swv",
                    codes=("VO9901",))  # fmt: skip
    return [figure.periode for figure in found]
