"""The audit log: what is found in it, by whom; that it only grows is in `test_accounts`."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from access.conftest import MACHINE, PASSWORD
from monitor.access import EVERY, accounts, audit, invitations
from monitor.access.audit import Event
from monitor.access.viewer import Role, Viewer
from monitor.commands import main
from monitor.store.journal import FILE, URL, Journal, journal
from monitor.values.moments import HERE
from monitor.views.files import audit_export


def at(book: Journal, monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, about: str) -> None:
    monkeypatch.setattr(audit, "now", lambda: moment)
    audit.record(book, "an@voorbeeld.nl", Event.DOWNLOAD, about)


def test_what_happened_is_found_newest_first(book: Journal) -> None:
    audit.record(
        book, "an@voorbeeld.nl", Event.LEVERING, "telling.csv", "geweigerd", "192.0.2.7", "VO0101"
    )
    audit.record(book, "bo@voorbeeld.nl", "download", "deelname_vso", swv={"VO0202", "VO0101"})

    last, first = audit.search(book)

    assert (first.wie, first.wat, first.over, first.uitkomst, first.adres, first.swv) == (
        "an@voorbeeld.nl", "levering", "telling.csv", "geweigerd", "192.0.2.7", {"VO0101"},
    )  # fmt: skip
    assert (last.wie, last.uitkomst, last.swv) == ("bo@voorbeeld.nl", "ok", {"VO0101", "VO0202"})
    assert dt.datetime.now(dt.UTC) - first.wanneer < dt.timedelta(minutes=1)
    assert [one.nummer for one in audit.search(book, limit=1)] == [last.nummer]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "BO@"}, ["b"]),
        ({"text": "192.0.2"}, ["a"]),
        ({"text": "100%"}, ["b"]),  # a sign of LIKE is a sign
        ({"text": "_"}, []),
        ({"text": "geweigerd"}, ["a"]),
        ({"what": "download"}, ["b"]),
        ({"what": "bestaat niet"}, []),
        ({"who": "an@voorbeeld.nl"}, ["a"]),
        ({"who": "an"}, []),
        ({"swv": ["VO0101"]}, ["c", "a"]),  # and of none
        ({"swv": ["VO0202"]}, ["c", "b", "a"]),
        ({"swv": []}, ["c"]),
        ({"swv": EVERY}, ["c", "b", "a"]),
        ({"limit": 0}, []),
        ({}, ["c", "b", "a"]),
    ],
    ids=str,
)
def test_what_is_looked_for_is_found(
    book: Journal, asked: dict[str, object], found: list[str]
) -> None:
    audit.record(
        book, "an@voorbeeld.nl", Event.LEVERING, "a", "geweigerd", "192.0.2.7",
        {"VO0101", "VO0202"},
    )  # fmt: skip
    audit.record(book, "bo@voorbeeld.nl", Event.DOWNLOAD, "b 100% van", swv="VO0202")
    audit.record(book, "opdracht", Event.OPSCHONEN, "c")

    assert [one.over[0] for one in audit.search(book, **asked)] == found  # type: ignore[arg-type]


def test_a_day_is_a_day_on_dutch_clocks(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """On both sides of midnight, and on the day that lasts 25 hours."""
    for hour, about in ((21.99, "24"), (22, "25 begin"), (46.99, "25 eind"), (47, "26")):
        at(
            book,
            monkeypatch,
            dt.datetime(2025, 10, 24, tzinfo=dt.UTC) + dt.timedelta(hours=hour),
            about,
        )
    day = dt.date(2025, 10, 25)

    assert [one.over for one in audit.search(book, since=day, until=day)][-1] == "25 begin"
    assert [one.over for one in audit.search(book, since=dt.date(2025, 10, 26))] == [
        "26",
        "25 eind",
    ]
    moment = dt.datetime(2025, 10, 24, 22, tzinfo=dt.UTC)
    assert [one.over for one in audit.search(book, since=moment, until=moment)] == ["25 begin"]
    assert audit.search(book, until=moment)[0].wanneer.astimezone(HERE).hour == 0


def test_texts_are_bounded_and_lose_what_a_terminal_would_obey(book: Journal) -> None:
    audit.record(
        book,
        "w" * 999,
        Event.GEWEIGERD,
        "\x1b[31mrood\x00" + "o" * 999,
        "u" * 99,
        "a" * 99,
        "s" * 9999,
    )

    (kept,) = audit.search(book)
    assert (len(kept.wie), len(kept.over), len(kept.uitkomst), len(kept.adres)) == (
        254,
        500,
        40,
        64,
    )
    assert kept.over.startswith("[31mroodooo")


def test_only_known_events_are_written(book: Journal) -> None:
    with pytest.raises(ValueError, match="verzonnen"):
        audit.record(book, "x", "verzonnen")


def test_a_refused_question_is_written_once_a_minute(
    book: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page asks it again at every run."""
    viewer = Viewer(Role.SCHOOL, frozenset({"VO0101"}), frozenset({"01AA00"}), wie="s@voorbeeld.nl")
    moment = 1000.0
    monkeypatch.setattr(audit.time, "monotonic", lambda: moment)
    for _ in range(3):
        audit.refused(book, viewer, "vsv van vestiging 01AA01")
    audit.refused(book, viewer, "vsv van vestiging 01AA02")
    moment += 60
    audit.refused(book, viewer, "vsv van vestiging 01AA01")

    told = [(one.wie, one.wat, one.over, one.uitkomst, one.swv) for one in audit.search(book)]
    assert [over for _, _, over, _, _ in told] == [
        f"vsv van vestiging 01AA0{number}" for number in (1, 2, 1)
    ]
    assert told[0][:2] == ("s@voorbeeld.nl", "geweigerd")
    assert told[0][3:] == ("geweigerd", {"VO0101"})


def test_a_refused_question_is_written_by_the_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL, raising=False)

    audit.refused(tmp_path, Viewer(Role.GEMEENTE, EVERY), "cijfers van een school")

    (kept,) = audit.search(journal(tmp_path))
    assert (kept.wie, kept.swv) == ("gemeente", frozenset())


def test_an_export_runs_nothing_in_a_spreadsheet(book: Journal) -> None:
    audit.record(book, '=HYPERLINK("http://x")', Event.AANMELDEN, "+1+2\n@som", "-3")

    lines = audit_export.to_csv(audit.search(book)).splitlines()

    assert lines[0] == "nummer,wanneer,wie,wat,over,uitkomst,adres,swv"
    cells = "\n".join(lines[1:])
    assert ",=" not in cells
    assert ',"=' not in cells
    assert ",+1" not in cells
    assert ',"+1' not in cells
    assert ",-3" not in cells


# ------------------------------------------------------------------------- the command line


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.delenv(URL, raising=False)

    def run_it(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dekkend", "--data", str(tmp_path), *words])
        capsys.readouterr()
        try:
            main.main()
            code = 0
        except SystemExit as done:
            code = int(done.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run_it


def test_the_first_beheerder_is_made_by_a_command(run: Run, tmp_path: Path) -> None:
    code, out, err = run("beheerder", "Bea@voorbeeld.nl", "--naam", "Bea", "--swv", "VO0101")
    book = Journal(f"sqlite:///{tmp_path / FILE}")

    assert (code, err) == (0, "")
    link = out.splitlines()[0]
    # E10: one whole link, and no other address that can be clicked.
    assert link.startswith("http://localhost:8501/uitnodiging/")
    assert out.count("http") == 1
    bea = invitations.accept(book, link.rpartition("/")[2], PASSWORD)
    assert (bea.naam, bea.role, bea.swv) == ("Bea", Role.BEHEERDER, {"VO0101"})
    code, out, err = run("accounts")
    assert "bea@voorbeeld.nl" in out
    assert "beheerder VO0101  nog niet geweest" in out
    assert run("beheerder", "bea@voorbeeld.nl")[0] == 1
    assert "--opnieuw" in run("beheerder", "bea@voorbeeld.nl")[2]


def test_a_beheerder_who_lost_access_gets_a_new_link(run: Run, tmp_path: Path) -> None:
    book = Journal(f"sqlite:///{tmp_path / FILE}")
    for name in "ab":
        run("beheerder", f"{name}@voorbeeld.nl", "--swv", "VO0101")
        token = run("beheerder", f"{name}@voorbeeld.nl", "--swv", "VO0101")[1].split()[0]
        invitations.accept(book, token.rpartition("/")[2], PASSWORD)
    a = accounts.by_email(book, "a@voorbeeld.nl")
    assert a is not None
    accounts.deactivate(book, MACHINE, a.nummer)

    code, out, _ = run("beheerder", "a@voorbeeld.nl", "--opnieuw")

    assert code == 0
    assert "een nieuw wachtwoord" in out
    made = invitations.accept(book, out.split()[0].rpartition("/")[2], PASSWORD + "!")
    assert (made.nummer, made.actief) == (a.nummer, True)
    assert "geen account van x@" in run("beheerder", "x@voorbeeld.nl", "--opnieuw")[2]


def test_of_whom_a_beheerder_is_has_to_be_known(run: Run, tmp_path: Path) -> None:
    code, out, err = run("beheerder", "a@voorbeeld.nl")
    assert (code, out) == (1, "")
    assert "Geef --swv" in err

    (tmp_path / "instellingen.toml").write_text('swv = "VO0303"\n', encoding="utf-8")

    assert "beheerder VO0303" in run("beheerder", "a@voorbeeld.nl")[1]


@pytest.mark.parametrize(
    ("settings", "words", "base"),
    [
        ("", ("--adres", "http://10.0.0.5:9000/regio/"), "http://10.0.0.5:9000/regio"),
        ('adressen = ["monitor.swv.nl", "anders.nl"]\n', (), "https://monitor.swv.nl"),
        (
            'adressen = ["monitor.swv.nl"]\n',
            ("--adres", "http://localhost:80"),
            "http://localhost:80",
        ),
    ],
)
def test_the_link_is_whole_wherever_the_monitor_is(
    run: Run, tmp_path: Path, settings: str, words: tuple[str, ...], base: str
) -> None:
    (tmp_path / "instellingen.toml").write_text(f'swv = "VO0303"\n{settings}', encoding="utf-8")

    out = run("beheerder", "a@voorbeeld.nl", *words)[1]

    assert out.startswith(f"{base}/uitnodiging/")


def test_the_log_is_shown_and_exported(run: Run) -> None:
    run("beheerder", "a@voorbeeld.nl", "--swv", "VO0101")

    assert "a@voorbeeld.nl: beheerder VO0101" in run("logboek")[1]
    assert run("logboek", "--format", "csv", "a@voorbeeld.nl")[1].count("\n") == 2
    assert '"wat": "uitnodigen"' in run("logboek", "--format", "json")[1]
    assert run("logboek", "--wat", "download")[1] == "Er is niets gevonden.\n"
    code, _, err = run("logboek", "--vanaf", "gisteren")
    assert (code, "geen datum" in err) == (2, True)
