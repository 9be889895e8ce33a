"""Which rows a protected viewer gets does not depend on who is where: the same in the sample and in
a copy of it in which the pupils of each file changed places."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from helpers.keeping_store import KeepingStore

from monitor.access import Role, Viewer
from monitor.errors import MonitorError
from monitor.figures.catalogue import Indicator, catalogue
from monitor.figures.door import contributions, figures
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


SWV = "VO9901"
OWN = frozenset({SWV})
MOVED = {
    # file: columns that say where somebody is
    "verzuimmeldingen": ("postcode4", "gemeentecode", "vestiging"),
    "tlv": ("herkomst_vestiging", "postcode4"),
    "behoefte": ("postcode4",),
    "aanvragen": ("postcode4", "vestiging"),
}
DEFINITIONS = ("", "THUIS_OCW", "ABS", "LRV")
"""The working definition and two that are shown less; the others are the same program."""
WITHIN = [("gemeente", "GM9901"), ("gemeente", "GM9904"), ("subregio", f"{SWV}:Oost")]


@pytest.fixture(scope="module")
def moved(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample in which each pupil has the place of another: as many pupils, elsewhere."""
    kept = open_store(Versions(sample_folder), whole=False)
    bron = tmp_path_factory.mktemp("verhuisd") / "bron.duckdb"
    shutil.copy(Versions(sample_folder).bron(kept.version), bron)
    with duckdb.connect(str(bron)) as connection:
        for table, columns in MOVED.items():
            there = {name for (name, *_) in connection.execute(f"describe {table}").fetchall()}
            for column in there & set(columns):
                connection.execute(
                    f"create or replace temp table weg as select row_number() over (order by rowid) "
                    f"as van, {column} as plek from {table}"
                )
                connection.execute(
                    f"update {table} set {column} = weg.plek from weg where weg.van = "
                    f"({table}.rowid * 7 + 3) % (select count(*) from weg) + 1"
                )
    store = KeepingStore(bron, kept.register, kept.settings)
    yield store
    store.close()
    kept.close()


def viewers(store: Store) -> dict[str, Viewer]:
    schools = sorted(
        store.rows(
            "select vestiging, code from views.lidmaatschap where swv = $swv and per = 'bestuur' "
            "and code <> 'onbekend'",
            {"swv": SWV},
        )
    )
    bestuur = schools[0][1]
    own = frozenset(school for school, code in schools if code == bestuur)
    return {
        "consultant": Viewer(Role.CONSULTANT, OWN),
        "gemeente": Viewer(Role.GEMEENTE, OWN),
        "bestuur": Viewer(Role.BESTUUR, OWN, own, frozenset({bestuur})),
        "school": Viewer(Role.SCHOOL, OWN, frozenset({schools[-1][0]})),
    }


def rows(
    store: Store, viewer: Viewer, indicator: Indicator, per: str, breakdown: str = "",
    within: tuple[str, str] | None = None,
) -> list[tuple[str, str, str, str]]:  # fmt: skip
    try:
        found = figures(store, viewer, indicator, per, breakdown=breakdown, within=within)
    except MonitorError:
        return []
    return [(f.code, f.naam, f.periode, f.uitsplitsing) for f in found]


@pytest.fixture(scope="module")
def of_pupils() -> list[Indicator]:
    return [
        one
        for one in catalogue().values()
        if one.sector == "vo" and one.is_of_pupils and one.definitie in DEFINITIONS
    ]


@pytest.mark.parametrize("who", ["consultant", "gemeente", "bestuur", "school"])
def test_which_rows_there_are_does_not_depend_on_who_is_where(
    sample: Store, moved: Store, of_pupils: list[Indicator], who: str
) -> None:
    viewer, asked = viewers(sample)[who], 0
    for indicator in of_pupils:
        for per in indicator.levels:
            for breakdown in ("", *indicator.breakdown):
                found = rows(sample, viewer, indicator, per, breakdown)
                asked += len(found)
                assert found == rows(moved, viewer, indicator, per, breakdown), (
                    indicator.name, per, breakdown,
                )  # fmt: skip
    assert asked > 900  # a school sees least


@pytest.mark.parametrize("within", WITHIN, ids=lambda one: one[1])
def test_nor_within_a_region(
    sample: Store, moved: Store, of_pupils: list[Indicator], within: tuple[str, str]
) -> None:
    viewer = viewers(sample)["consultant"]
    for indicator in of_pupils:
        for per in indicator.levels:
            found = rows(sample, viewer, indicator, per, within=within)
            assert found == rows(moved, viewer, indicator, per, within=within), (
                indicator.name,
                per,
            )
        if "vestiging" in indicator.levels and indicator.moment == "schooljaar":
            added = [
                [f[:3] for f in contributions(store, viewer, indicator, "2024", within)]
                for store in (sample, moved)
            ]
            assert added[0] == added[1]


def test_the_copy_has_pupils_in_other_places(sample: Store, moved: Store) -> None:
    exact = Viewer(Role.DIRECTEUR, OWN)
    stand = catalogue()["thuiszitters_thuis_ocw"]
    for per, same in (("swv", True), ("gemeente", False), ("vestiging", False)):
        before = [f[:5] for f in figures(sample, exact, stand, per, period="2025")]
        after = [f[:5] for f in figures(moved, exact, stand, per, period="2025")]
        assert (sum(f[4] or 0 for f in before) == sum(f[4] or 0 for f in after)) or not same
        assert (before == after) == same, per


def test_no_school_is_named_because_a_pupil_of_a_gemeente_goes_there(sample: Store) -> None:
    # The list of schools of a gemeente named those with a thuiszitter living there.
    stand = catalogue()["thuiszitters_thuis_ocw"]
    assert rows(sample, viewers(sample)["consultant"], stand, "vestiging", within=WITHIN[0]) == []


def test_what_is_not_shown_has_no_rows(sample: Store) -> None:
    # Absent and relatief verzuim per gemeente listed 4 and 8 gemeenten, each with a closed row.
    consultant = viewers(sample)["consultant"]
    for name in ("thuiszitters_abs", "thuiszitters_duur_abs", "thuiszitters_lrv"):
        assert rows(sample, consultant, catalogue()[name], "gemeente") == []
