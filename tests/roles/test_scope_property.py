"""Nothing outside scope comes back: any viewer, any indicator, any level, any filter.

What lies where is known here from what was drawn (`world`), not from the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.access import Role, Viewer, audit
from monitor.errors import MonitorError
from monitor.figures import scope
from monitor.figures.door import Figure, catalogue, contributions, figures, spreads
from monitor.figures.levels import LEVELS
from monitor.store.journal import journal
from monitor.store.store import Store
from tests.roles import world
from tests.roles.world import A, B, C


STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)
REGISTERS = ("leerlingen", "deelname", "vsv", "nabijheid")
UNKNOWN = "onbekend"
UNITS = {per: world.units(per) for per in LEVELS if per != "land"}
PERIODS = ("", "2018", "2018-10-01", "2018-2019", "2019-03")
# Of thuiszitter two definitions: the others are the same program with other rows.
INDICATORS = sorted(
    name for name, one in catalogue().items()
    if one.sector == "vo" and one.definitie in ("", "THUIS_OCW", "ABS")
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    viewer: Viewer
    name: str
    per: str
    period: str = ""
    breakdown: str = ""
    codes: tuple[str, ...] = ()
    within: tuple[str, str] | None = None

    def answer(self, store: Store) -> list[Figure]:
        return figures(
            store, self.viewer, catalogue()[self.name], self.per, period=self.period,
            breakdown=self.breakdown, codes=self.codes, within=self.within,
        )  # fmt: skip


# ----------------------------------------------------------------------------- who may see what


def lies_in(per: str, code: str, viewer: Viewer) -> bool:
    return bool(UNITS[per].get(code, frozenset()) & viewer.swv)


def may_see_below(viewer: Viewer, per: str, code: str) -> bool:
    """A unit smaller than a samenwerkingsverband; UNKNOWN is of the own one."""
    if code != UNKNOWN and not lies_in(per, code, viewer):
        return False
    if viewer.role in STAFF:
        return True
    if viewer.role is Role.GEMEENTE:
        return per in ("wijk", "gemeente", "subregio")
    own = {"vestiging": viewer.vestigingen, "bestuur": viewer.besturen}.get(per, frozenset())
    if viewer.role is Role.SCHOOL and per == "bestuur":
        return False
    return code in own


def may_see(asked: Asked, code: str) -> bool:
    viewer, indicator = asked.viewer, catalogue()[asked.name]
    if asked.per == "land":
        return True
    if asked.per == "swv":
        public = not indicator.is_of_pupils and indicator.theme in REGISTERS
        return code in viewer.swv or (viewer.role in STAFF and public)
    return may_see_below(viewer, asked.per, code)


def may_name(viewer: Viewer, per: str, code: str) -> bool:
    """Whether asking for it by name is no trespass: staff compares with others."""
    if per == "land":
        return True
    if per == "swv":
        return code in viewer.swv or viewer.role in STAFF
    return may_see_below(viewer, per, code) or (code == UNKNOWN)


# -------------------------------------------------------------------------------------- drawing


@st.composite
def viewers(draw: st.DrawFn, always: tuple[str, ...] = ()) -> Viewer:
    role = draw(st.sampled_from(list(Role)))
    swv = draw(st.sets(st.sampled_from([A, B, C]))) if not always else set(always)
    vestigingen = besturen = frozenset[str]()
    if role in (Role.SCHOOL, Role.BESTUUR):
        vestigingen = frozenset(draw(st.sets(st.sampled_from(sorted(world.SCHOOLS)), max_size=2)))
    if role is Role.BESTUUR:
        besturen = frozenset(draw(st.sets(st.sampled_from(sorted(UNITS["bestuur"])), max_size=2)))
    exact = draw(st.sets(st.sampled_from([A, B]))) if role is Role.CONSULTANT else set()
    return Viewer(role, frozenset(swv), vestigingen, besturen, frozenset(exact), "toets")


@st.composite
def questions(draw: st.DrawFn, always: tuple[str, ...] = ()) -> Asked:
    indicator = catalogue()[draw(st.sampled_from(INDICATORS))]
    per = draw(st.sampled_from(LEVELS))
    codes: tuple[str, ...] = ()
    if per != "land" and draw(st.booleans()):
        named = [*UNITS[per], UNKNOWN, "melkweg"]
        codes = tuple(draw(st.lists(st.sampled_from(named), min_size=1, max_size=3)))
    within = None
    if draw(st.booleans()):
        large = draw(
            st.sampled_from(["swv", "subregio", "gemeente", "wijk", "bestuur", "vestiging"])
        )
        within = large, draw(st.sampled_from([*UNITS[large], UNKNOWN]))
    return Asked(
        draw(viewers(always)), indicator.name, per, draw(st.sampled_from(PERIODS)),
        draw(st.sampled_from(["", *indicator.breakdown])), codes, within,
    )  # fmt: skip


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = world.store_of(tmp_path_factory.mktemp("samen") / "a", A, B)
    yield store
    store.close()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same registers, without what B delivered."""
    store = world.store_of(tmp_path_factory.mktemp("alleen") / "a", A)
    yield store
    store.close()


@dataclass
class Refusals:
    names: list[str] = field(default_factory=list)

    def __call__(self, store: Store, viewer: Viewer, what: str, codes: list[str]) -> None:
        self.names += codes


# --------------------------------------------------------------------------------------- the rules


@given(asked=questions())
def test_nothing_outside_scope_comes_back_and_a_trespass_is_logged(
    both: Store, asked: Asked
) -> None:
    refused = Refusals()
    indicator = catalogue()[asked.name]
    is_asked_well = (
        asked.viewer.role in indicator.audience
        and asked.per in indicator.levels
        and asked.breakdown in ("", *indicator.breakdown)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scope, "refuse", refused)
        try:
            found = asked.answer(both)
        except MonitorError:
            assert not is_asked_well
            return
    assert is_asked_well

    assert [f.code for f in found if not may_see(asked, f.code)] == []
    named = [(asked.per, code) for code in asked.codes]
    named += [asked.within] if asked.within else []
    trespass = {f"{per} {code}" for per, code in named if not may_name(asked.viewer, per, code)}
    assert set(refused.names) == trespass


@given(asked=questions(always=(A,)))
def test_what_another_delivered_changes_nothing_of_ones_own(
    both: Store, alone: Store, asked: Asked
) -> None:
    """Non-interference: nothing about B can be learned by who is of A."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scope, "refuse", Refusals())
        try:
            with_b = asked.answer(both)
        except MonitorError:
            return
        without = asked.answer(alone)

    # Whether a name says "(deel)" follows from who else has such a figure.
    assert [f._replace(naam="") for f in with_b] == [f._replace(naam="") for f in without]


@given(asked=questions())
def test_of_schools_that_contribute_and_of_days_the_same_holds(both: Store, asked: Asked) -> None:
    indicator = catalogue()[asked.name]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scope, "refuse", Refusals())
        if asked.viewer.role not in indicator.audience:
            return
        within = asked.within or ("swv", A)
        schools = contributions(both, asked.viewer, indicator, asked.period, within)
        assert [
            f.code for f in schools if not may_see_below(asked.viewer, "vestiging", f.code)
        ] == []
        if indicator.kind == "duur" and asked.per in indicator.levels:
            days = spreads(both, asked.viewer, indicator, asked.per, codes=asked.codes)
            assert [code for code, _ in days if not may_see(asked, code)] == []
            assert asked.viewer.sees_exact or not days


# ------------------------------------------------------------------------------------- by example


def test_the_world_is_not_empty(both: Store) -> None:
    """Else nothing would ever be outside scope."""

    def is_something(name: str, per: str, swv: str) -> bool:
        who = Viewer(Role.DIRECTEUR, frozenset({swv}))
        return bool(Asked(who, name, per, within=("swv", swv)).answer(both))

    of = {name: catalogue()[name] for name in INDICATORS}
    for swv in (A, B):
        for theme in (
            "leerlingen",
            "deelname",
            "verwijzingen",
            "thuiszitters",
            "dekking",
            "aanbod",
        ):
            assert any(
                is_something(name, per, swv)
                for name, one in of.items()
                if one.theme == theme
                for per in one.levels
            ), (swv, theme)
        for level in set(LEVELS) - {"land"}:
            assert any(
                is_something(name, level, swv) for name, one in of.items() if level in one.levels
            ), (swv, level)


def test_of_a_shared_gemeente_and_bestuur_each_sees_its_own_part(both: Store) -> None:
    def pupils(swv: str, per: str, code: str) -> float | None:
        (one,) = Asked(Viewer(Role.DIRECTEUR, frozenset({swv})), "leerlingen_vo", per, "2018-10-01",
                       codes=(code,)).answer(both)  # fmt: skip
        return one.teller

    assert (pupils(A, "gemeente", "GM0003"), pupils(B, "gemeente", "GM0003")) == (411, 527)
    assert (pupils(A, "bestuur", "10001"), pupils(B, "bestuur", "10001")) == (640, 527)


def test_a_trespass_stands_in_the_audit_log_without_an_answer(
    both: Store, tmp_path: object
) -> None:
    both.folder = tmp_path  # type: ignore[assignment]
    try:
        who = Viewer(Role.SCHOOL, frozenset({A}), frozenset({"01AA00"}), wie="school@voorbeeld.nl")
        found = Asked(who, "leerlingen_vo", "vestiging", codes=("01DD00", "02AA00")).answer(both)
        book = journal(both.folder)  # type: ignore[arg-type]
        lines = audit.search(book)
    finally:
        both.folder = None

    assert found == []
    (line,) = [one for one in lines if one.wat == audit.Event.GEWEIGERD]
    assert line.wie == "school@voorbeeld.nl"
    assert "01DD00" in line.over
    assert "02AA00" in line.over
    assert "411" not in line.over
