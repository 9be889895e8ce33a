"""What was published stays in force: after another delivery, threshold or definition the old and the
new publication together say no more of a hidden count than the old one did."""

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest
from helpers.keeping_store import KeepingStore

from monitor.access import Role, Viewer
from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure import protecting
from monitor.figures.disclosure.counts import Count
from monitor.figures.disclosure.keeping import is_closed
from monitor.figures.disclosure.release import Release
from monitor.figures.door import figures
from monitor.store.journal import journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


SWV = "VO9901"
STAND = catalogue()["thuiszitters_thuis_ocw"]
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({SWV}))
DIRECTEUR = Viewer(Role.DIRECTEUR, frozenset({SWV}))
EARLIER = "delete from verzuimmeldingen where verzuim_sinds < date '2024-02-01'"
"""What happens of old months happens of new ones: two years are enough, and a third of the work."""
MORE = (
    "insert into verzuimmeldingen select * replace (meldingnummer || '+' as meldingnummer, "
    "leerling || '+' as leerling) from verzuimmeldingen order by meldingnummer, leerling limit 60"
)
"""Sixty pupils who were forgotten, each like another one."""
FEWER = "delete from verzuimmeldingen where rowid % 11 = 0"
"""Meldingen that were a mistake."""


@pytest.fixture(scope="module")
def published(
    sample_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Release]:
    """A data folder in which the sample was published, and what was: copy it before you publish
    again. That the same files give the same once more has a test of its own."""
    folder = tmp_path_factory.mktemp("gepubliceerd")
    return folder, release(sample_folder, folder)


@pytest.fixture
def folder(published: tuple[Path, Release], tmp_path: Path) -> Path:
    """A copy of it that a test may publish in."""
    return Path(shutil.copytree(published[0], tmp_path / "gegevens"))


@pytest.fixture
def first(published: tuple[Path, Release]) -> Release:
    """What was published first."""
    return published[1]


def opened(sample_folder: Path, folder: Path, change: str = "", **settings: object) -> Store:
    kept = open_store(Versions(sample_folder), whole=False)
    bron = folder / "bron.duckdb"
    shutil.copy(Versions(sample_folder).bron(kept.version), bron)
    with duckdb.connect(str(bron)) as connection:
        connection.execute(EARLIER)
        if change:
            connection.execute(change)
    own = kept.settings.model_copy(update=settings)
    store = KeepingStore(bron, kept.register, own, folder=folder)
    kept.close()
    return store


def release(sample_folder: Path, folder: Path, change: str = "", **settings: object) -> Release:
    store = opened(sample_folder, folder, change, **settings)
    made = protecting.release(store, SWV, STAND)
    store.close()
    return made


def together(one: Release, other: Release) -> dict[Count, tuple[float, float]]:
    """What is known of a count by who has both, if the pupils are the same."""
    return {
        count: (max(low, other.intervals[count][0]), min(high, other.intervals[count][1]))
        for count, (low, high) in one.intervals.items()
        if count in other.intervals
    }


def test_the_same_files_are_published_the_same(
    sample_folder: Path, folder: Path, first: Release
) -> None:
    assert release(sample_folder, folder).intervals == first.intervals


@pytest.mark.parametrize("drempel", [6, 10])
def test_another_threshold_narrows_nothing(
    sample_folder: Path, folder: Path, first: Release, drempel: int
) -> None:
    # Classes of six beside classes of five: 5-9 and 6-11 are 6-9.
    second = release(sample_folder, folder, drempel=drempel)
    known = together(first, second)
    assert len(known) > 0.99 * len(first.intervals)  # of a year a few are closed as small now
    assert known == {count: first.intervals[count] for count in known}


def test_another_definition_narrows_nothing(
    sample_folder: Path, folder: Path, first: Release
) -> None:
    second = release(sample_folder, folder, thuiszitter="THUIS_PACT")
    assert second.intervals.keys() > first.intervals.keys(), "the old one is still added up"
    known = together(first, second)
    assert known == {count: first.intervals[count] for count in known}


@pytest.mark.parametrize("change", [MORE, FEWER])
def test_a_corrected_delivery_gives_no_old_number_away(
    sample_folder: Path, folder: Path, first: Release, change: str
) -> None:
    second = release(sample_folder, folder, change)
    assert second.corrected
    for count, (low, high) in together(first, second).items():
        assert (low, high) == first.intervals[count], count
    assert set(second.corrected.values()) == {dt.date.today()}
    # And it stays so: the third publication is the second, with the date of the correction.
    third = release(sample_folder, folder, change)
    assert (third.intervals, third.corrected) == (second.intervals, second.corrected)


def test_a_corrected_figure_is_true_and_says_so(sample_folder: Path, folder: Path) -> None:
    store = opened(sample_folder, folder, MORE)
    exact = {
        (f.code, f.periode): f.teller or 0 for f in figures(store, DIRECTEUR, STAND, "gemeente")
    }
    corrected = 0
    for figure in figures(store, CONSULTANT, STAND, "gemeente"):
        truth = exact.get((figure.code, figure.periode), 0)
        if figure.teller is not None and figure.teller_max is not None:
            assert figure.teller <= truth <= figure.teller_max, figure
            if 0 < truth < 5:
                assert figure.teller <= 1
                assert figure.teller_max >= 4
        corrected += figure.corrected is not None
    assert corrected
    store.close()


def test_it_is_kept_apart_from_the_versions(folder: Path, first: Release) -> None:
    (folder / "bron.duckdb").unlink()  # rebuild, withdraw and purge make another bron
    kept = journal(folder).published(SWV, "thuiszitters vo")
    assert {count: (one.low, one.high) for count, one in kept.items()} == {
        tuple(count): ends
        for count, ends in first.intervals.items()
        if is_closed(count.periode, dt.date.today())
    }


@pytest.mark.parametrize(
    ("periode", "closed"),
    [
        ("2024-2025", True),
        ("2025-2026", False),  # until 1 August 2026
        ("2026-06-30", True),
        ("2026-07-31", False),
        ("2026-06", True),
        ("2026-07", False),
        ("2025", True),
        ("2026", False),
    ],
)
def test_a_period_is_closed_when_it_is_over(periode: str, closed: bool) -> None:
    assert is_closed(periode, dt.date(2026, 7, 15)) == closed
