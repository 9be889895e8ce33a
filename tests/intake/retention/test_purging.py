"""Rows about pupils past their date go, everywhere they are; every figure stays."""

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from monitor.access import EVERY, Role, Viewer
from monitor.commands import main
from monitor.errors import MonitorError
from monitor.figures.door import catalogue, figures
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.intake.retention.purging import purge, rehearse
from monitor.pages.leveringen import words
from monitor.store import building
from monitor.store.store import open_store
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

TODAY = dt.date(2026, 1, 1)
SETTINGS = 'swv = "VO9901"\n'
HEADINGS = (
    "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;STATUS;"
    "VESTIGINGSCODE;POSTCODE4;REDEN"
)
OLD = [
    # Two of one pupil that follow each other: one time at home of a year.
    "OUD-1;Piet;01-09-2020;01-03-2021;Ja;Nee;afgesloten;16SW03;1011;angst",
    "OUD-2;Piet;01-03-2021;01-09-2021;Ja;Nee;afgesloten;16SW03;1011;angst",
    "OUD-3;Klaas;01-10-2020;01-12-2020;Nee;Nee;afgesloten;;1012;",
    "OUD-4;Anna;05-09-2021;01-12-2022;Ja;Nee;afgesloten;16SW03;1012;conflict",
]
STAYS = [
    "NU-1;Joris;01-09-2021;;Ja;Nee;in behandeling;16SW03;1011;angst",
    "NU-2;Noor;01-09-2025;01-12-2025;Ja;Nee;afgesloten;16SW03;1012;",
]
TLVS = (
    "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUITDATUM;BESLUIT;GELDIG VANAF;GELDIG TOT;"
    "HERKOMST VESTIGINGSCODE;OVERGANG;SWV\n"
    "OUDE-1;Piet;vso;01-09-2019;01-10-2019;afgegeven;01-10-2019;31-07-2021;16SW03;nieuw;VO9901\n"
    "OUDE-2;Anna;vso;01-09-2020;01-10-2020;afgegeven;01-10-2020;31-07-2024;16SW03;nieuw;VO9901\n"
    "NU-1;Noor;vso;01-09-2021;01-10-2021;afgegeven;01-10-2021;31-07-2026;16SW03;nieuw;VO9901\n"
    "NU-2;Joris;vso;01-09-2025;01-10-2025;afgegeven;01-10-2025;31-07-2028;16SW03;nieuw;VO9901\n"
)
AANVRAGEN = (
    "AANVRAAGNUMMER;LEERLING;SCHOOLJAAR;ONTVANGEN;BESLUITDATUM;VESTIGINGSCODE;POSTCODE4;"
    "ONDERSTEUNINGSVRAAG;NIVEAU;STATUS\n"
    "OUD-A;Piet;2021-2022;01-03-2021;01-04-2021;16SW03;1011;angst;havo;afgerond\n"
    "NU-A;Noor;2025-2026;01-03-2025;01-04-2025;16SW03;1012;angst;havo;geplaatst\n"
)
SCHOOL = "VESTIGINGSCODE;NAAM;POSTCODE;SCHOOLTYPE;SWV\n16SW03;Het School;1011AA;vo;VO9901\n"
TELLINGEN = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n" + "".join(
    f"16SW03;01-10-{year};vo;{year - 1900}\n" for year in range(2019, 2026)
)


def meldingen(*rows: str, name: str = "meldingen.csv") -> tuple[str, str]:
    return name, "\n".join([HEADINGS, *rows, ""])


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """A small SWV with a list of meldingen that was delivered twice, tlv's and aanvragen."""
    folder = tmp_path_factory.mktemp("opruimen")
    versions = Versions(folder / "gegevens")
    versions.folder.mkdir()
    (versions.folder / "instellingen.toml").write_text(SETTINGS, encoding="utf-8")
    first = "OUD-1;Piet;01-09-2020;;Ja;Nee;in behandeling;16SW03;1011;angst"
    for files in (
        [meldingen(first, name="eerste.csv")],
        [
            ("scholen.csv", SCHOOL),
            ("tellingen.csv", TELLINGEN),
            meldingen(*OLD, *STAYS),
            ("tlv.csv", TLVS),
            ("aanvragen.csv", AANVRAGEN),
        ],
    ):
        for name, content in files:
            (folder / name).write_text(content, encoding="utf-8")
        outcome = deliver(versions, [(folder / name, name) for name, _ in files], who="toets")
        assert outcome.problems == []
    return versions


@pytest.fixture(scope="module")
def base_after(base: Versions, tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """The same, after its rows past their date were removed."""
    versions = Versions(tmp_path_factory.mktemp("opgeruimd") / "gegevens")
    _copy(base, versions)
    purged(versions)
    return versions


@pytest.fixture(scope="module")
def told_before(base: Versions) -> dict[tuple[str, ...], list[Any]]:
    """All figures while the rows were still there."""
    return everything(base)


@pytest.fixture
def filled(base: Versions, versions: Versions) -> Versions:
    _copy(base, versions)
    return versions


@pytest.fixture
def after(base_after: Versions, versions: Versions) -> Versions:
    _copy(base_after, versions)
    return versions


def everything(versions: Versions) -> dict[tuple[str, ...], list[Any]]:
    """All figures of pupils, of two definitions, at three levels, and in every uitsplitsing of the
    two finest: what a swv has is added up from those."""
    viewer = Viewer(Role.BEHEERDER, EVERY)
    opened = open_store(versions, whole=False)
    try:
        return {
            (name, per, part): figures(opened, viewer, indicator, per, breakdown=part)
            for name, indicator in catalogue().items()
            if indicator.is_of_pupils and indicator.definitie in ("", "THUIS_OCW", "ABS")
            for per in sorted({"swv", "gemeente", "vestiging"} & set(indicator.levels))
            for part in ("", *(indicator.breakdown if per != "swv" else ()))
        }
    finally:
        opened.close()


def purged(versions: Versions, today: dt.date = TODAY) -> Any:
    return purge(versions, who="toets", today=today)


def in_any_file(versions: Versions, word: str) -> list[str]:
    """Where a word is: files as bytes, databases and tables by what is in them too."""
    found = []
    for path in versions.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if path.suffix == ".parquet":
                with duckdb.connect() as connection:
                    rows = connection.execute(f"select * from '{path}'").fetchall()
                content += repr(rows).encode()
            if word.encode() in content:
                found.append(path.name)
    return found


def test_no_figure_changes_and_twice_changes_nothing_more(
    told_before: dict[tuple[str, ...], list[Any]], after: Versions
) -> None:
    assert sum(map(len, told_before.values())) > 500

    assert everything(after) == told_before
    assert purged(after).version == 0
    assert after.current() == 3


def test_what_is_past_its_date_is_nowhere_any_more(
    base: Versions, after: Versions, bron: Bron
) -> None:
    assert in_any_file(base, "OUD-3") != []
    assert bron("select meldingnummer from verzuimmeldingen order by 1") == [("NU-1",), ("NU-2",)]
    assert bron("select beschikkingsnummer from tlv order by 1") == [("NU-1",), ("NU-2",)]
    assert bron("select aanvraagnummer from aanvragen") == [("NU-A",)]
    for word in ("OUD-1", "OUD-2", "OUD-3", "OUD-4", "OUDE-1", "OUD-A", "Piet"):
        assert in_any_file(after, word) == []
    assert [path.name for path in after.folder.glob("bron-*")] == ["bron-3.duckdb"]


def test_what_goes_later_is_added_and_a_rebuild_gives_the_same(
    told_before: dict[tuple[str, ...], list[Any]], after: Versions, bron: Bron
) -> None:
    done = purged(after, dt.date(2027, 8, 1))
    assert sum(done.files.values()) == 1  # the tlv that was in force until July 2026

    rebuild(after, who="toets")

    assert bron("select count(*) from verzuimmeldingen") == [(2,)]
    assert bron("select beschikkingsnummer from tlv") == [("NU-2",)]
    assert everything(after) == told_before


def test_the_same_file_changes_nothing_and_a_next_export_does_not_bring_them_back(
    after: Versions, deliver_text: Deliver, bron: Bron
) -> None:
    again = deliver_text(meldingen(*OLD, *STAYS))
    later = deliver_text(
        meldingen(*OLD, *STAYS, "NU-3;Mees;01-12-2025;;Ja;Nee;aangemeld;16SW03;1011;", name="l.csv")
    )

    assert again.reports[0].unchanged
    assert later.reports[0].loaded == 3
    assert any(r.startswith("4 rijen zijn ouder dan wij mogen") for r in later.reports[0].remarks)
    assert in_any_file(after, "OUD-3") == []
    assert bron("select count(*) from verzuimmeldingen") == [(3,)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # What still runs has no date, so nobody can be late with it.
        (STAYS[:1], []),
        # Over years ago, whatever day it is today.
        ([*STAYS[:1], OLD[2]], ["1 rij is over de bewaartermijn."]),
        ([*STAYS[:1], *OLD], ["4 rijen zijn over de bewaartermijn."]),
    ],
)
def test_a_delivery_says_how_many_rows_are_past_their_date(
    versions: Versions, deliver_text: Deliver, rows: list[str], expected: list[str]
) -> None:
    versions.folder.mkdir(exist_ok=True)
    (versions.folder / "instellingen.toml").write_text(SETTINGS, encoding="utf-8")

    remarks = deliver_text(meldingen(*rows)).reports[0].remarks

    how = " Ruim ze op met: dekkend purge --uitvoeren"
    assert [r for r in remarks if "bewaartermijn" in r] == [one + how for one in expected]
    on_page = [words.for_page(r) for r in remarks]
    assert not any("dekkend purge" in r for r in on_page)  # the page has no command line
    assert sum("Op de pagina Beheer" in r for r in on_page) == len(expected)


def test_later_months_are_as_if_nothing_had_been_removed(
    base: Versions, after: Versions, tmp_path: Path
) -> None:
    _, content = meldingen(
        *OLD,
        "NU-1;Joris;01-09-2021;01-02-2026;Ja;Nee;afgesloten;16SW03;1011;angst",
        "NU-2;Noor;01-09-2025;01-12-2025;Ja;Nee;afgesloten;16SW03;1012;",
        "NU-3;Mees;01-03-2026;;Ja;Nee;aangemeld;16SW03;1012;",
    )
    whole = Versions(tmp_path / "heel")
    _copy(base, whole)
    path = tmp_path / "later.csv"
    path.write_text(content, encoding="utf-8")

    for versions in (whole, after):
        deliver(versions, [(path, "later.csv")], who="toets")

    assert everything(after) == everything(whole)


def test_what_a_whole_list_no_longer_names_goes_three_years_after_that_list(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    """When it ended nobody knows: the years count from the last day that it can have been."""
    versions.folder.mkdir(exist_ok=True)
    (versions.folder / "instellingen.toml").write_text(SETTINGS, encoding="utf-8")
    named = "LOOPT;Joris;01-03-2025;;Ja;Nee;in behandeling;16SW03;1011;angst"
    gone = "WEG;Noor;01-02-2025;;Ja;Nee;in behandeling;16SW03;1012;"
    deliver_text(("scholen.csv", SCHOOL), meldingen(gone, named))
    deliver_text(meldingen(named, name="volledig.csv"), is_whole=True)
    delivered = dt.date.today()
    due = delivered.replace(year=delivered.year + 3, day=min(delivered.day, 28))
    numbers = "select meldingnummer from verzuimmeldingen order by all"

    early = purge(versions, who="toets", today=due - dt.timedelta(1))
    assert early.files == {}
    before = everything(versions)
    purge(versions, who="toets", today=due + dt.timedelta(5))

    assert bron(numbers) == [("LOOPT",)]
    assert everything(versions) == before
    deliver_text(meldingen(gone, name="terug.csv"))
    assert bron(numbers) == [("LOOPT",), ("WEG",)], "named again, it runs again"


def _copy(source: Versions, target: Versions) -> None:
    for path in source.folder.rglob("*"):
        if path.is_file():
            copy = target.folder / path.relative_to(source.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            copy.chmod(path.stat().st_mode)


def test_a_file_that_was_taken_back_loses_them_too(filled: Versions, bron: Bron) -> None:
    withdraw(filled, "2.3", who="toets")

    done = purged(filled)

    # Of the first file OUD-1 still runs: that is what it says, and it is in force again; so what
    # the other said of it stays as well.
    assert bron("select meldingnummer from verzuimmeldingen") == [("OUD-1",)]
    assert done.rows(filled.register())["verzuimmeldingen"] == 3
    assert in_any_file(filled, "OUD-3") == []


def test_a_rehearsal_tells_and_changes_nothing(filled: Versions) -> None:
    version = filled.current()

    told = rehearse(filled, TODAY)

    assert {one.source.name: (one.rows, one.running, one.past) for one in told.held} == {
        "aanvragen": (2, 0, 1),
        "tlv": (4, 0, 2),
        "verzuimmeldingen": (6, 1, 4),
    }
    found = {one.source.name: one for one in told.held}
    assert found["tlv"].ground.startswith("c:")
    assert found["aanvragen"].ground.startswith("b:")
    assert found["verzuimmeldingen"].ground == "afspraak met gemeente en leerplicht"
    assert found["tlv"].oldest == dt.date(2022, 10, 1)
    assert told.files == {1: 1, 4: 4, 5: 2, 6: 1}
    assert filled.current() == version
    assert in_any_file(filled, "OUD-3") != []


def test_the_register_says_when_and_how_many(after: Versions) -> None:
    register = after.register()
    assert register.purges[0].who == "toets"
    assert register.purges[0].rows == {"aanvragen": 1, "tlv": 2, "verzuimmeldingen": 5}
    assert {f.name: (f.loaded, f.purged) for f in register.files() if f.purged} == {
        "eerste.csv": (0, 1),
        "meldingen.csv": (2, 4),
        "tlv.csv": (2, 2),
        "aanvragen.csv": (1, 1),
    }


def test_a_figure_that_would_change_stops_it(
    filled: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "monitor.intake.retention.purging.fix", lambda before, after, tables, today: tables
    )
    version = filled.current()

    with pytest.raises(MonitorError, match=r"Er is niets opgeruimd.*indicators\.thuiszitters"):
        purged(filled)

    assert filled.current() == version
    assert in_any_file(filled, "OUD-3") != []


class Crash(BaseException):
    """Not an Exception: nothing may catch it and go on."""


CRASHES = [
    (building, "write_frozen", 2, False),  # files rewritten and the new bron there
    (os, "replace", -1, False),  # the step that publishes
    (Versions, "clean_up", 2, True),  # published, nothing cleaned up
]


@pytest.mark.parametrize(
    ("owner", "name", "when", "is_done"), CRASHES, ids=[name for _, name, _, _ in CRASHES]
)
def test_a_crash_leaves_all_or_nothing_and_the_next_time_finishes(
    filled: Versions,
    bron: Bron,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    when: int,
    is_done: bool,
) -> None:
    real, calls = getattr(owner, name), []

    def crash(*arguments: Any, **named: Any) -> Any:
        calls.append(1)
        is_pointer = str(arguments[-1]).endswith("actueel")
        if len(calls) == when or (when < 0 and is_pointer):
            raise Crash
        return real(*arguments, **named)

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, crash)
        with pytest.raises(Crash):
            purged(filled)

    assert bron("select count(*) from verzuimmeldingen") == [(2 if is_done else 6,)]

    purged(filled)

    assert bron("select count(*) from verzuimmeldingen") == [(2,)]
    assert in_any_file(filled, "OUD-3") == []
    assert [path.name for path in filled.kept.glob("*.nieuw")] == []


def test_what_is_added_to_the_monitor_later_tells_nothing_of_a_fixed_past() -> None:
    from monitor.store.frozen import Frozen

    frozen = Frozen(
        known=frozenset({("oud", "")}),
        measures=frozenset({"oud"}),
        periods={"tlv": frozenset({"2019-2020"})},
    )

    sql = frozen.over("nieuw", "select * from x", {"source": "tlv"}, [])

    assert "not (nu.periode in ('2019-2020'))" in sql
    assert frozen.over("nieuw", "select 1", {"source": "vsv"}, []) == "select 1"


def test_the_command_rehearses_and_does_it(filled: Versions) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main.cli, ["--data", str(filled.folder), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    told = run("purge")
    assert "Dit is een proef: er is niets veranderd." in told
    assert "grondslag: c: de toelaatbaarheid beoordelen" in told
    assert "Piet" not in told
    assert filled.current() == 2

    done = json.loads(run("purge", "--uitvoeren", "--format", "json"))
    assert done["opgeruimd"]["verzuimmeldingen"] == 5
    assert filled.current() == 3
    assert "Er is niets om op te ruimen." in run("purge", "--uitvoeren")
