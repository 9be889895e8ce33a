"""What changes the data or takes numbers out of it is in the audit log, with who and how it ended."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monitor.access import audit
from monitor.access.audit import Event
from monitor.commands import main
from monitor.errors import MonitorError
from monitor.intake import logged
from monitor.store.journal import URL, journal
from monitor.store.versions import Versions


REGIO = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9901;VO9901;Aa;Oost\n"
FOUT = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n99;geheim;Aa;Oost\n"
Line = tuple[str, str, str]
Run = Callable[..., Result]


@pytest.fixture
def run(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv(URL, raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "an")
    return lambda *words: CliRunner().invoke(
        main.cli, ["--data", str(versions.folder), *map(str, words)]
    )


def log(versions: Versions) -> list[Line]:
    """(what, about, outcome), oldest first."""
    found = audit.search(journal(versions.folder))
    return [(one.wat, one.over, one.uitkomst) for one in reversed(found)]


def test_every_word_of_the_log_is_written_somewhere() -> None:
    root = Path(main.__file__).parents[1]
    only_read = {root / "access" / "audit.py", root / "pages" / "beheer" / "log.py"}
    texts = [file.read_text("utf-8") for file in set(root.glob("**/*.py")) - only_read]

    unused = {one.name for one in Event if not any(f"Event.{one.name}" in text for text in texts)}
    # Refusals are written by `audit.refused` itself.
    assert unused - {"GEWEIGERD"} == set()


def test_commands_that_change_the_data_are_written(
    run: Run, versions: Versions, make_file: Callable[..., Path]
) -> None:
    good, wrong = make_file("regio.csv", REGIO), make_file("fout.csv", FOUT)

    run("deliver", "--dry-run", good)
    assert log(versions) == [], "a rehearsal changes nothing"
    run("deliver", good)
    run("deliver", good)
    assert run("deliver", wrong).exit_code == 1
    run("withdraw", "1")
    assert isinstance(run("withdraw", "1").exception, MonitorError)
    run("purge")
    run("purge", "--uitvoeren")

    assert log(versions) == [
        ("levering", "levering 1: regio.csv", "ok"),
        ("levering", "was er al: regio.csv", "ok"),
        ("levering", "fout.csv", "geweigerd"),
        ("teruggetrokken", "levering 1: regio.csv", "ok"),
        ("teruggetrokken", "levering 1", "geweigerd"),
        ("opschonen", "rijen weggehaald: 0, uit bestanden: 0", "ok"),
    ]
    assert {one.wie for one in audit.search(journal(versions.folder))} == {"opdracht (an)"}


def test_of_one_file_of_a_delivery_only_its_name_is_written(
    versions: Versions, make_file: Callable[..., Path]
) -> None:
    names = "NAAM;VESTIGINGSCODE;SYSTEEM\nDe Aa;99AA00;Kindkans\n"
    files = [(make_file(name, text), name) for name, text in (("a.csv", REGIO), ("b.csv", names))]
    logged.deliver(versions, files, who="an@voorbeeld.nl")
    logged.withdraw(versions, "1.2", who="an@voorbeeld.nl")

    assert log(versions) == [
        ("levering", "levering 1: a.csv, b.csv", "ok"),
        ("teruggetrokken", "levering 1.2: b.csv", "ok"),
    ]


def test_many_long_names_make_a_short_line(versions: Versions, tmp_path: Path) -> None:
    # Not one of them is there, so all is refused; what is written is bounded.
    files = [(tmp_path / str(n), f"{n}{'x' * 200}.csv") for n in range(7)]
    assert logged.deliver(versions, files, who="an").is_refused

    [(what, about, outcome)] = log(versions)
    assert (what, outcome) == ("levering", "geweigerd")
    assert about.endswith(" en nog 2")
    assert len(about) < 430


def test_a_journal_that_went_away_does_not_undo_what_is_published(
    versions: Versions, make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*given: object, **more: object) -> None:
        raise MonitorError("Het journaal is er niet.")

    monkeypatch.setattr(audit, "record", away)
    outcome = logged.deliver(versions, [(make_file("a.csv", REGIO), "a.csv")], who="an")
    assert outcome.id == 1


def test_numbers_that_leave_by_a_command_are_written(run: Run, versions: Versions) -> None:
    assert run("figures", "leerlingen_vso").exit_code == 0
    assert run("figures", "verzonnen").exit_code != 0
    assert run("vrijgave", "--swv", "VO9901").exit_code == 0

    assert log(versions) == [
        ("download", "dekkend figures leerlingen_vso per swv (0 cijfers)", "ok"),
        ("vrijgave", "dekkend vrijgave VO9901", "ok"),
    ]
