"""What was published outlives whatever happens to the files: after a rebuild, a delivery that is taken
back, a purge and a copy that is put back, the same classes are shown, with the same dates."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from monitor.commands.main import cli
from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure import protecting
from monitor.figures.disclosure.counts import Count
from monitor.figures.disclosure.keeping import is_closed
from monitor.figures.disclosure.release import Release
from monitor.intake.backup.restoring import restore
from monitor.intake.backup.taking import take
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.retention.purging import purge
from monitor.store.journal import begin, journal
from monitor.store.store import open_store
from monitor.store.versions import Versions


SWV = "VO9901"
STAND = catalogue()["thuiszitters_thuis_ocw"]
SETTINGS = f'swv = "{SWV}"\n'
SCHOOLS = "VESTIGINGSCODE;NAAM;POSTCODE;SCHOOLTYPE;SWV\n" + "".join(
    f"16SW0{n};School {n};1011AA;vo;{SWV}\n" for n in (1, 2, 3)
)
HEADINGS = (
    "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;VRIJSTELLING;STATUS;"
    "VESTIGINGSCODE;POSTCODE4;REDEN\n"
)
MELDINGEN = HEADINGS + "".join(
    f"M{n};L{n};01-{9 + n % 3:02}-2021;01-06-2022;Nee;Nee;geen;afgesloten;"
    f";10{11 + (n > 3) + (n > 9)};angst\n"
    for n in range(20)
)
"""Twenty who were enrolled nowhere, and are at home no more: by 2026 they are past their date."""
FORGOTTEN = "".join(
    f"E{n};F{n};01-09-2021;01-06-2022;Nee;Nee;geen;afgesloten;;1011;angst\n" for n in range(3)
)
"""Three whom the first file left out: four are seven, and a class of five becomes another."""
STILL = "S1;K1;01-09-2024;;Nee;Nee;geen;in behandeling;;1013;angst\n"
"""A purge leaves something."""
PURGED_ON = dt.date(2026, 9, 1)
Happens = Callable[[Versions, Path], Versions]


def delivered(versions: Versions, folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    assert deliver(versions, [(path, name)], who="toets").problems == []


def published(versions: Versions) -> Release:
    store = open_store(versions, whole=False)
    try:
        return protecting.release(store, SWV, STAND)
    finally:
        store.close()


def closed(release: Release) -> dict[Count, tuple[float, float]]:
    today = dt.date.today()
    return {c: ends for c, ends in release.intervals.items() if is_closed(c.periode, today)}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Versions, Release]:
    """A folder of which was published first what the first file said, and then a correction."""
    tmp_path = tmp_path_factory.mktemp("gepubliceerd")
    versions = Versions(tmp_path / "gegevens")
    versions.folder.mkdir()
    (versions.folder / "instellingen.toml").write_text(SETTINGS, encoding="utf-8")
    delivered(versions, tmp_path, "scholen.csv", SCHOOLS)
    delivered(versions, tmp_path, "meldingen.csv", MELDINGEN + STILL)
    first = published(versions)
    delivered(versions, tmp_path, "meldingen.csv", MELDINGEN + STILL + FORGOTTEN)
    second = published(versions)
    assert not first.corrected
    assert set(second.corrected.values()) == {dt.date.today()}
    return versions, second


@pytest.fixture
def corrected(once: tuple[Versions, Release], versions: Versions) -> tuple[Versions, Release]:
    """A copy of it."""
    shutil.copytree(once[0].folder, versions.folder)
    return versions, once[1]


def rebuilt(versions: Versions, folder: Path) -> Versions:
    rebuild(versions, who="toets")
    return versions


def rebuilt_by_command(versions: Versions, folder: Path) -> Versions:
    done = CliRunner().invoke(cli, ["--data", str(versions.folder), "rebuild"])
    assert done.exit_code == 0, done.output
    return versions


def purged(versions: Versions, folder: Path) -> Versions:
    done = purge(versions, who="toets", today=PURGED_ON)
    assert done.rows(versions.register())["verzuimmeldingen"] >= 20
    rebuild(versions, who="toets")  # of what is left
    return versions


def put_back(versions: Versions, folder: Path) -> Versions:
    take(versions, folder / "kopie", who="toets", wait=5, with_secrets=True)
    shutil.rmtree(versions.folder)  # the machine burnt down
    there = Versions(folder / "terug")
    restore(there, folder / "kopie", who="toets", wait=5)
    return there


@pytest.mark.parametrize("happens", [rebuilt, rebuilt_by_command, purged, put_back])
def test_the_same_classes_with_the_same_dates(
    corrected: tuple[Versions, Release], tmp_path: Path, happens: Happens
) -> None:
    versions, before = corrected

    after = published(happens(versions, tmp_path))

    assert closed(after) == closed(before)
    assert after.corrected == before.corrected


def test_without_what_is_kept_they_would_be_others(
    corrected: tuple[Versions, Release], tmp_path: Path
) -> None:
    """Else the tests above say nothing."""
    versions, before = corrected
    anew = Versions(tmp_path / "anders")
    shutil.copytree(versions.folder, anew.folder, ignore=shutil.ignore_patterns("journaal.sqlite*"))
    begin(anew.folder).close()

    after = published(anew)

    assert not after.corrected
    assert closed(after) != closed(before)


def test_a_correction_that_is_taken_back_takes_nothing_back(
    corrected: tuple[Versions, Release],
) -> None:
    """The first file is in force again; what was said in between is still known."""
    versions, before = corrected
    last = len(versions.register().deliveries)

    withdraw(versions, str(last), who="toets")
    after = published(versions)

    for count, (low, high) in closed(before).items():
        again = after.intervals[count]
        assert (max(low, again[0]), min(high, again[1])) == (low, high), count
    assert after.corrected.keys() >= before.corrected.keys()


def test_it_is_in_the_journal_of_each_closed_period(
    corrected: tuple[Versions, Release],
) -> None:
    versions, before = corrected
    kept = journal(versions.folder).published(SWV, "thuiszitters vo")
    assert {tuple(c): ends for c, ends in closed(before).items()} == {
        count: (one.low, one.high) for count, one in kept.items()
    }
