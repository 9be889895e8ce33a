"""From one definition of thuiszitter to another: each term, and their sum."""

from itertools import permutations

import pytest
from helpers.drawing_meldingen import EMPTY, region, register
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.compare.definition_bridge import Amount, Bridge, bridge
from monitor.figures.door import figures, indicator_named
from monitor.figures.levels import Region
from monitor.store.definitions import definitions
from monitor.store.store import Store


DAY = "2018-12-31"
WHOLE = Region("vo", "VO0101", "Een", "swv", "VO0101", "Een")
DIRECTEUR, CONSULTANT = (Viewer(role, EVERY) for role in (Role.DIRECTEUR, Role.CONSULTANT))
SAMPLE = Region("vo", "VO9901", "Rivierenstreek", "swv", "VO9901", "Rivierenstreek")


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


def test_who_sees_classes_sees_no_bridge(given: Given) -> None:
    """Eight longer than three months and six shorter: a difference of classes would say 6-14."""
    region(given)
    register(given).has(many(8, 6))

    found = built(given, "THUIS_OCW", "THUIS_PACT", CONSULTANT)

    assert found.is_hidden
    # Nothing is left that could be computed with.
    assert (found.total, found.outcome, found.terms) == (Amount(0, 0), Amount(0, 0), ())
    assert not built(given, "THUIS_OCW", "THUIS_PACT").is_hidden


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
