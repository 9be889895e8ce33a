"""The direct attacks: asking the same in another way, with another filter, as somebody else."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from inference.attacking import audiences, exact
from inference.seen import Key, Question, look, questions
from inference.worlds import World, draw, worlds
from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.catalogue import Indicator, catalogue
from monitor.figures.door import Figure, contributions, figures, spreads
from monitor.store.store import Store
from monitor.views.files import tables


LEVELS = ("swv", "subregio", "gemeente", "wijk", "bestuur", "vestiging")
SOME = ("thuiszitters_thuis_ocw", "thuiszitters_zonder_plan_thuis_ocw", "tlv_afgegeven",
        "instroom_vso", "leerlingen_vo", "deelname_vso_locatie")  # fmt: skip
WORLD = worlds(1, 4)[0][3]
"""A samenwerkingsverband with several gemeenten, wijken, schools and besturen."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    given = draw(tmp_path_factory.mktemp("verschil"), worlds(1, 4)[0])
    yield given.store
    given.close()


@pytest.fixture(scope="module")
def world() -> World:
    return WORLD


@pytest.fixture(scope="module")
def everybody(store: Store) -> dict[str, Viewer]:
    return audiences(store, WORLD.swv)


def ask(
    store: Store, viewer: Viewer, indicator: Indicator, per: str, **asked: object
) -> list[Figure]:
    try:
        return figures(store, viewer, indicator, per, **asked)  # type: ignore[arg-type]
    except MonitorError:
        return []


def shown(figure: Figure) -> tuple[object, ...]:
    """What is told of a unit, without what it is called."""
    return (figure.code, figure.periode, *figure[3:])


def test_everybody_sees_the_same_of_the_same(
    store: Store, world: World, everybody: dict[str, Viewer]
) -> None:
    """Two classes of one number would together be narrower than either."""
    asked = [q for q in questions(world.sector, world.own, every_level=False) if q.name in SOME]
    found: dict[Key, tuple[str, Figure]] = {}
    for name, viewer in everybody.items():
        for key, figure in look(store, viewer, world.swv, asked).items():
            first, before = found.setdefault(key, (name, figure))
            assert shown(before) == shown(figure), f"{first} and {name}: {key}"


@pytest.mark.parametrize("name", SOME)
def test_a_filter_in_the_address_shows_nothing_else(
    store: Store, everybody: dict[str, Viewer], name: str
) -> None:
    """Asked without filter, of one region, period or unit: the same figures, or fewer."""
    indicator = catalogue()[name]
    for who, viewer in everybody.items():
        for per in indicator.levels:
            if per == "land":
                continue
            plain = {(f.code, f.periode): shown(f) for f in ask(store, viewer, indicator, per)}
            for level in set(LEVELS) & set(indicator.levels) - {per}:
                regions = ask(store, viewer, indicator, level)
                own = {(f.code, f.periode): shown(f)[2:] for f in regions}
                for region in sorted({(level, f.code) for f in regions})[:9]:
                    for figure in ask(store, viewer, indicator, per, within=region):
                        if figure.is_hidden and figure[4:10] == (None,) * 6:
                            continue  # only a part of it lies in that region: nothing is told
                        # A unit inside it, or one around it: of that the region is the part.
                        assert shown(figure)[2:] in (
                            plain.get((figure.code, figure.periode), ("",) * 2)[2:],
                            own.get((region[1], figure.periode)),
                        ), f"{who}: {name} {per} {figure.code} {figure.periode} within {region}"
            for code, periode in [*plain][:3]:
                one = ask(store, viewer, indicator, per, codes=(code,), period=periode)
                assert [shown(f) for f in one if f.periode == periode] == [plain[code, periode]]


def test_no_order_follows_what_is_hidden(store: Store, everybody: dict[str, Viewer]) -> None:
    for name in SOME:
        for viewer in everybody.values():
            for per in catalogue()[name].levels:
                rows = ask(store, viewer, catalogue()[name], per)
                keys = [(f.code, f.periode, f.uitsplitsing) for f in rows]
                assert all(one < other for one, other in pairwise(keys)), (name, per)


def test_days_of_single_cases_are_for_who_sees_exact_figures(
    store: Store, world: World, everybody: dict[str, Viewer]
) -> None:
    kept = 0
    for indicator in catalogue().values():
        if indicator.kind != "duur" or indicator.sector != world.sector:
            continue
        kept += len(spreads(store, exact(world.swv), indicator, "swv"))
        for viewer in everybody.values():
            try:
                found = spreads(store, viewer, indicator, "swv")
            except MonitorError:
                continue
            assert not found, indicator.name
    assert kept, "the drawing has no durations: nothing was tested"


def test_a_median_is_not_of_a_few(store: Store, world: World, everybody: dict[str, Viewer]) -> None:
    many = 0
    for indicator in catalogue().values():
        if indicator.kind != "duur" or indicator.sector != world.sector:
            continue
        true = {
            (f.code, f.periode): f.teller or 0
            for f in ask(store, exact(world.swv), indicator, "swv")
        }
        for viewer in everybody.values():
            for figure in ask(store, viewer, indicator, "swv"):
                if figure.waarde is not None and (figure.code, figure.periode) in true:
                    many += 1
                    assert true[figure.code, figure.periode] >= 10, (indicator.name, figure)
    assert many, "no median is shown at all: nothing was tested"


def test_what_schools_add_is_what_their_own_figures_say(
    store: Store, world: World, everybody: dict[str, Viewer]
) -> None:
    for name in SOME:
        indicator = catalogue()[name]
        for who, viewer in everybody.items():
            plain = {(f.code, f.periode): f for f in ask(store, viewer, indicator, "vestiging")}
            periods = sorted({periode for _, periode in plain})[-2:]
            for periode in periods:
                try:
                    added = contributions(store, viewer, indicator, periode, ("swv", world.swv))
                except MonitorError:
                    continue
                for figure in added:
                    own = plain.get((figure.code, figure.periode))
                    assert own is None or own[4:8] == figure[4:8], (who, name, figure)


def test_an_export_says_what_the_screen_says(store: Store, everybody: dict[str, Viewer]) -> None:
    """Every number in an exported row is one of the figure that it is made of."""
    for name in SOME:
        indicator = catalogue()[name]
        for viewer in everybody.values():
            found = ask(store, viewer, indicator, "swv")
            for figure, row in zip(found, tables.export_rows(found, indicator, "swv"), strict=True):
                numbers = {cell for cell in row.values() if isinstance(cell, int | float)
                           and not isinstance(cell, bool)}  # fmt: skip
                allowed = {end for end in figure[4:10] if end is not None}
                extra = {n for n in numbers if not any(abs(n - a) < 1e-6 for a in allowed)}
                assert not extra, (name, row)
                if figure.is_hidden:
                    assert (figure.waarde, figure.waarde_max) == (None, None)


def test_a_percentage_says_no_more_than_its_teller_and_noemer(
    store: Store, world: World, everybody: dict[str, Viewer]
) -> None:
    """The lowest value of the lowest teller and the highest noemer, and the other way round."""
    factors = {"aandeel": 100.0, "per_duizend": 1000.0}
    asked = [Question(i.name, "swv") for i in catalogue().values()
             if i.kind in factors and i.is_of_pupils and i.sector == world.sector]  # fmt: skip
    seen = 0
    for key, figure in look(store, everybody["consultant"], world.swv, asked).items():
        if figure.waarde is None or figure.waarde_max is None or not figure.is_banded:
            continue
        seen += 1
        assert None not in figure[4:8], key
        factor = factors[catalogue()[key.name].kind]
        least = factor * (figure.teller or 0) / (figure.noemer_max or 1)
        most = factor * (figure.teller_max or 0) / figure.noemer if figure.noemer else factor
        assert figure.waarde <= least + 1e-9, key
        assert figure.waarde_max >= min(most, factor if factor == 100.0 else most) - 1e-9, key
    assert seen, "no percentage is given as a class: nothing was tested"
