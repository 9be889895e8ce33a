"""A copy of everything, put back: rehearsed, and refused where it would do harm."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner
from helpers import people

from monitor.access import accounts, audit, invitations, sessions
from monitor.commands.main import cli
from monitor.errors import MonitorError
from monitor.intake.backup import LIST, contents_of
from monitor.intake.backup.restoring import Restored, restore
from monitor.intake.backup.taking import take
from monitor.intake.deliveries import DeliveryOutcome, deliver, withdraw
from monitor.intake.retention import purging
from monitor.pages.ronde import vragenlijsten
from monitor.reports import huisstijl
from monitor.rounds.vragenlijst import norm_file
from monitor.store import served
from monitor.store.journal import FILE, journal
from monitor.store.query_files import queries
from monitor.store.store import open_store
from monitor.store.versions import Versions


ROOT = Path(__file__).resolve().parents[3]
Deliver = Callable[..., DeliveryOutcome]
MELDINGEN = (
    "verzuimmeldingen.csv",
    (
        "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;VRIJSTELLING;STATUS;"
        "REDEN;ONDERSTEUNINGSVRAAG;UREN;PLAN;JEUGDHULP;VESTIGINGSCODE;GEMEENTECODE;POSTCODE4;LEEFTIJD\n"
        # Too old to keep, and one that goes on.
        "V12-1;L-a;03-09-2012;08-10-2012;Ja;Nee;geen;afgesloten;overig;;;Ja;Nee;99BA00;GM9904;9920;15\n"
        "V25-2;L-b;01-09-2025;;Ja;Nee;geen;aangemeld;overig;;;Ja;Nee;99BA00;GM9904;9920;15\n"
    ),
)


def telling(day: int, count: int = 10) -> tuple[str, str]:
    return (
        f"telling-{day}.csv",
        f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;{day:02}-10-2025;vso;{count}\n",
    )


def backup(versions: Versions, copy: Path, with_secrets: bool = False) -> None:
    take(versions, copy, who="toets", wait=30, with_secrets=with_secrets)


def put_back(versions: Versions, copy: Path, replaces: int | None = None) -> Restored:
    return restore(versions, copy, who="toets", wait=5, replaces=replaces)


def command(versions: Versions, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["--data", str(versions.folder), *words])
    return done.exit_code, done.output + (str(done.exception) if done.exception else "")


def figures(versions: Versions) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every indicator."""
    opened = open_store(versions, whole=False)
    try:
        return {
            name: sorted(opened.rows(f"select * from indicators.{name}"), key=str)
            for name in sorted(one.stem for one in queries().values() if one.folder == "indicators")
        }
    finally:
        opened.close()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "kopie"


@pytest.fixture
def there(tmp_path: Path) -> Versions:
    """Another, empty folder to put it back in."""
    return Versions(tmp_path / "terug")


def copy_without_key(copy: Path) -> Path:
    contents = json.loads((copy / LIST).read_text(encoding="utf-8"))
    del contents["bestanden"]["sleutel"]
    (copy / LIST).write_text(json.dumps(contents), encoding="utf-8")
    return copy


# --- the copy


def test_what_people_put_in_the_folder_themselves_comes_back(
    deliver_text: Deliver, versions: Versions, copy: Path, there: Versions
) -> None:
    deliver_text(telling(1))
    own = {
        f"{huisstijl.FOLDER}/eigen.pptx": b"sjabloon",
        f"{vragenlijsten.FOLDER}/proef.toml": b"code = 'proef'",
        f"{norm_file.norm_file(Path(), 'eigen').as_posix()}": b"titel = 'Eigen'",
    }
    aside = {
        f"{huisstijl.FOLDER}/opmerkingen.docx": b"leest de monitor niet",
        "rapporten-bezig/half.pdf": b"is opnieuw te maken",
    }
    for name, content in (own | aside).items():
        path = versions.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (versions.folder / huisstijl.FOLDER / "elders.pptx").symlink_to("/etc/hostname")

    backup(versions, copy)
    put_back(versions, copy, versions.current())
    put_back(there, copy)

    for folder in (versions.folder, there.folder):
        assert {name: (folder / name).read_bytes() for name in own} == own
    assert not any((there.folder / name).exists() for name in aside)
    assert not (there.folder / huisstijl.FOLDER / "elders.pptx").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_copy_holds_no_key_and_is_for_its_owner_only(
    deliver_text: Deliver, versions: Versions, copy: Path
) -> None:
    deliver_text(MELDINGEN)
    (versions.folder / "geheimen.toml").write_text("x = 1", encoding="utf-8")
    assert (versions.folder / "sleutel").exists()

    code, said = command(versions, "reservekopie", str(copy))

    assert (code, "De sleutel en geheimen.toml zitten er niet in." in said) == (0, True)
    names = {path.relative_to(copy).as_posix() for path in copy.rglob("*")}
    assert names >= {LIST, "actueel", "versie-1.json", "bron-1.duckdb", FILE}
    assert not names & {"sleutel", "geheimen.toml", f"{FILE}-wal", "slot", "slot.json"}
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [copy, *copy.rglob("*")]}
    assert modes == {0o700, 0o600}


def test_with_the_key_it_says_so(deliver_text: Deliver, versions: Versions, copy: Path) -> None:
    deliver_text(MELDINGEN)
    (versions.folder / "geheimen.toml").write_text("x = 1", encoding="utf-8")

    code, said = command(versions, "reservekopie", "--met-sleutel", str(copy))

    assert (code, "Let op: de sleutel en geheimen.toml zitten erin." in said) == (0, True)
    assert (copy / "sleutel").read_bytes() == (versions.folder / "sleutel").read_bytes()
    assert (copy / "geheimen.toml").exists()


def test_a_journal_in_postgresql_is_named_with_what_to_do(
    deliver_text: Deliver, versions: Versions, copy: Path, there: Versions,
    postgres: Any, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("DEKKEND_JOURNAAL", postgres.emptied())
    deliver_text(telling(1))
    who = people.account(versions.folder, "jan@swv.nl")
    token = people.signed_in(versions.folder, who)

    code, said = command(versions, "reservekopie", str(copy))

    assert (code, "pg_dump" in said) == (0, True)
    assert not (copy / FILE).exists()
    result = put_back(there, copy)  # the database is still the one that is named
    assert result.accounts == ["jan@swv.nl"]
    assert sessions.account_of(journal(there.folder), token) is None
    monkeypatch.delenv("DEKKEND_JOURNAAL")
    shutil.rmtree(there.folder)
    with pytest.raises(MonitorError, match=r"staat het journaal in PostgreSQL\. Zet eerst"):
        put_back(there, copy)


def test_a_copy_goes_to_a_new_folder_outside_the_data(
    deliver_text: Deliver, versions: Versions, copy: Path
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)

    with pytest.raises(MonitorError, match="is niet leeg"):
        backup(versions, copy)
    with pytest.raises(MonitorError, match="ligt in de map met gegevens"):
        backup(versions, versions.folder / "kopie")

    assert contents_of(copy).versie == 1  # the first is still whole


@pytest.mark.parametrize("what", ["kept", "bron"])
def test_of_what_is_damaged_no_copy_is_made(
    deliver_text: Deliver, versions: Versions, copy: Path, what: str
) -> None:
    """Better no copy than one that looks like one."""
    deliver_text(telling(1))
    (file,) = versions.register().files()
    path = versions.kept_file(file) if what == "kept" else versions.bron(1)
    path.write_bytes(b"half")

    with pytest.raises(MonitorError):
        backup(versions, copy)

    assert not copy.exists()


def test_a_copy_takes_the_slot(deliver_text: Deliver, versions: Versions, copy: Path) -> None:
    deliver_text(telling(1))

    with versions.changing("iemand", 1), pytest.raises(MonitorError, match="worden nu gewijzigd"):
        take(versions, copy, who="toets", wait=0.1, with_secrets=False)

    assert not copy.exists()


# --- putting it back


def test_a_copy_of_the_sample_gives_every_figure_again(
    sample_copy: Path, copy: Path, there: Versions
) -> None:
    whole = Versions(sample_copy)
    backup(whole, copy)

    put_back(there, copy)

    assert figures(there) == figures(whole)


DELIVER = """
import sys
from pathlib import Path
from monitor.intake.deliveries import deliver
from monitor.store.journal import journal
from monitor.access import audit
from monitor.store.versions import Versions
folder = Path(sys.argv[1])
for day in range(2, 28):
    if (folder / "genoeg").exists():
        break
    path = folder / f"telling-{day}.csv"
    path.write_text("VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\\n" + "".join(
        f"{row % 90 + 10}AB{row // 90:02};{day:02}-10-2025;vso;{row % 7 + 1}\\n" for row in range(500)))
    outcome = deliver(Versions(folder / "gegevens"), [(path, path.name)], who="toets")
    audit.record(journal(folder / "gegevens"), "toets", "levering", f"levering {outcome.id}")
    print(outcome.id, flush=True)
"""


def test_a_rehearsal_while_deliveries_go_on(
    deliver_text: Deliver, versions: Versions, tmp_path: Path
) -> None:
    """Copies made in between are whole, each with all that was told to be delivered by then."""
    deliver_text(telling(1))
    copies: list[tuple[Path, int]] = []
    with subprocess.Popen(
        [sys.executable, "-c", DELIVER, str(tmp_path)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for number in range(4):
            told = int(process.stdout.readline())
            backup(versions, tmp_path / f"kopie-{number}")
            copies.append((tmp_path / f"kopie-{number}", told))
        (tmp_path / "genoeg").touch()
        process.communicate()
    assert process.returncode == 0
    assert copies[-1][1] < 27, "nothing was delivered while the last copy was made"

    for path, told in copies:
        back = Versions(path.with_name(f"{path.name}-terug"))
        result = put_back(back, path)
        assert result.deliveries >= told
        counts = open_store(back, whole=False).rows(
            "select levering, count(*), sum(aantal) from bron.leerlingtelling group by 1 order by 1"
        )
        # The same rows that the deliveries of then still have in what is there now.
        assert counts == open_store(versions, whole=False).rows(
            "select levering, count(*), sum(aantal) from bron.leerlingtelling "
            f"where levering <= {result.deliveries} group by 1 order by 1"
        )
        assert {e.over for e in audit.search(journal(back.folder), what="levering")} >= {
            f"levering {number}" for number in range(2, told)
        }


def test_what_comes_back_is_said(deliver_text: Deliver, versions: Versions, copy: Path) -> None:
    deliver_text(telling(1))
    deliver_text(MELDINGEN)
    people.account(versions.folder, "jan@swv.nl")
    left = people.account(versions.folder, "els@swv.nl")
    token = people.signed_in(versions.folder, left)
    book = journal(versions.folder)
    offered = invitations.invite(
        book, people.COMMAND, email="dief@swv.nl", naam="Dief", role=left.role, swv={"VO9901"}
    )
    backup(versions, copy)
    accounts.deactivate(book, people.COMMAND, left.nummer)
    withdraw(versions, "1", who="toets")
    deliver_text(telling(3))
    assert purging.purge(versions, who="toets").files != {}
    version = versions.current()

    code, said = command(versions, "terugzetten", str(copy), "--vervang", str(version))

    assert code == 0, said
    assert "konden dat vlak voor het terugzetten niet (uitgezet of weg): els@swv.nl." in said
    assert "Weer van kracht: levering 1 (telling-1.csv)." in said
    assert "Niet in de kopie, lever opnieuw: levering 3 (telling-3.csv)." in said
    assert "Waren opgeruimd en stonden in de kopie: 1 rijen verzuimmeldingen." in said
    # Before anything is served: what may not be kept is gone again.
    assert "Opnieuw opgeruimd, want te oud om te bewaren: 1 rijen verzuimmeldingen." in said
    assert open_store(versions, whole=False).rows("select count(*) from bron.verzuimmeldingen") == [
        (1,)
    ]
    book = journal(versions.folder)
    assert sessions.account_of(book, token) is None
    with pytest.raises(MonitorError):
        invitations.accept(book, offered, people.PASSWORD)
    assert audit.search(book, what="teruggezet")[0].over.startswith("reservekopie van ")
    (aside,) = versions.folder.glob("vervangen-*")
    assert (aside / "actueel").read_text() == str(version)  # nothing of it is lost
    deliver_text(telling(4))  # and on it goes
    assert (aside / "actueel").exists()


def test_only_an_empty_folder_is_filled_without_saying_what_is_replaced(
    deliver_text: Deliver, versions: Versions, copy: Path
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)
    deliver_text(telling(2))
    before = {p: p.read_bytes() for p in versions.folder.rglob("*") if p.is_file()}

    for replaces in (None, 1):  # not said, and another than what is there
        with pytest.raises(MonitorError, match=r"staat versie 2 met 2 leveringen.* --vervang 2"):
            put_back(versions, copy, replaces)

    assert {p: p.read_bytes() for p in versions.folder.rglob("*") if p.is_file()} == before


def test_not_while_a_server_serves_it(
    deliver_text: Deliver, versions: Versions, copy: Path
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)

    with (
        served.serving(versions.folder),
        pytest.raises(MonitorError, match="Er draait een monitor op"),
    ):
        put_back(versions, copy, 1)

    put_back(versions, copy, 1)


@pytest.mark.parametrize("harm", ["changed", "removed", "no list", "list", "outside", "journal"])
def test_a_copy_that_is_not_whole_is_not_put_back(
    deliver_text: Deliver, versions: Versions, copy: Path, there: Versions, harm: str
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)
    note = copy / LIST
    if harm == "changed":
        path = copy / "bron-1.duckdb"
        path.write_bytes(path.read_bytes() + b"x")
    elif harm == "removed":
        next((copy / "leveringen").iterdir()).unlink()
    elif harm == "no list":
        note.unlink()
    elif harm == "list":
        note.write_text("{", encoding="utf-8")
    elif harm == "outside":
        note.write_text(note.read_text().replace('"actueel"', '"leveringen/../../actueel"'))
    else:
        (copy / FILE).write_bytes(b"\xff" * 5000)

    with pytest.raises(MonitorError, match=r"[Ee]r is niets veranderd"):
        put_back(there, copy)

    assert list(there.folder.glob("*")) in ([], [there.folder / "slot"])


def test_a_crash_halfway_leaves_a_folder_that_says_so(
    deliver_text: Deliver, versions: Versions, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)
    from monitor.intake.backup import restoring

    def crash(new: Path, folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "_take_place", crash)
    with pytest.raises(KeyboardInterrupt):
        put_back(versions, copy, 1)
    monkeypatch.undo()

    (aside,) = versions.folder.glob("vervangt-*")
    assert (aside / "bron-1.duckdb").exists()
    before = sorted(versions.folder.rglob("*"))
    # An empty folder would be one in which nothing was ever delivered.
    for what in (lambda: deliver_text(telling(2)), lambda: open_store(versions)):
        with pytest.raises(MonitorError) as error:
            what()
        assert str(error.value) == (
            f"In {versions.folder} is het terugzetten van een reservekopie niet afgemaakt. Stop de "
            "monitor en zet haar opnieuw terug: dekkend terugzetten MAP (met --vervang 0). Wat er stond, "
            f"staat in {aside}."
        )
    assert sorted(versions.folder.rglob("*")) == before

    put_back(versions, copy, 0)

    assert versions.current() == 1
    asides = sorted(versions.folder.glob("verv*"))
    assert all(path.name.startswith("vervangen-") for path in asides)
    assert any((path / "bron-1.duckdb").exists() for path in asides)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("bestanden", "bron-1.duckdb", "noemt bron-1.duckdb niet"),
        ("bestanden", FILE, f"noemt {FILE} niet"),
        ("bestanden", "leveringen", "telling-1.csv"),  # a kept file that is in force
        ("versie", 7, "noemt bron-7.duckdb, versie-7.json niet"),
        ("dekkend", "9.1.0", "gemaakt met dekkend 9.1.0, en dit is"),
    ],
)
def test_a_list_that_does_not_fit_what_is_copied_is_not_put_back(
    deliver_text: Deliver,
    versions: Versions,
    copy: Path,
    there: Versions,
    name: str,
    value: Any,
    told: str,
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)
    contents = json.loads((copy / LIST).read_text(encoding="utf-8"))
    if name == "bestanden":
        contents[name] = {k: v for k, v in contents[name].items() if not k.startswith(value)}
    else:
        contents[name] = value
    (copy / LIST).write_text(json.dumps(contents), encoding="utf-8")

    with pytest.raises(MonitorError, match=r"[Ee]r is niets veranderd") as error:
        put_back(there, copy)

    assert told in str(error.value)
    assert list(there.folder.glob("*")) in ([], [there.folder / "slot"])


def test_of_another_version_it_is_made_anew_before_retention_and_before_it_is_served(
    deliver_text: Deliver, versions: Versions, copy: Path, there: Versions
) -> None:
    deliver_text(MELDINGEN)
    with duckdb.connect(str(versions.bron(1))) as connection:
        connection.execute("alter table leerlingtelling drop column niveau")
    backup(versions, copy)

    done = put_back(there, copy)

    assert (done.not_purged, done.purged_again) == ("", {"verzuimmeldingen": 1})
    assert open_store(there, whole=False).rows("select count(*) from bron.verzuimmeldingen") == [
        (1,)
    ]


def test_where_retention_refuses_it_comes_back_as_it_was_and_says_so(
    deliver_text: Deliver,
    versions: Versions,
    copy: Path,
    there: Versions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deliver_text(MELDINGEN)
    backup(versions, copy)
    # As when a figure that goes on would change.
    monkeypatch.setattr(purging, "differences", lambda before, after: ["indicators.x"])

    code, said = command(there, "terugzetten", str(copy))

    assert code == 0, said
    assert "Let op, de bewaartermijnen zijn nog niet toegepast. Er is niets opgeruimd" in said
    assert "Opnieuw opgeruimd" not in said
    assert there.current() == 1
    assert there.bron(1).read_bytes() == versions.bron(1).read_bytes()
    assert sorted(path.name for path in there.kept.iterdir()) == sorted(
        path.name for path in versions.kept.iterdir()
    )
    assert open_store(there, whole=False).rows("select count(*) from bron.verzuimmeldingen") == [
        (2,)
    ]


def test_the_key_that_a_copy_brings_does_not_cost_the_one_that_was_there(
    deliver_text: Deliver, versions: Versions, copy: Path
) -> None:
    deliver_text(MELDINGEN)
    backup(versions, copy, with_secrets=True)
    other = "z" * 64
    (versions.folder / "sleutel").write_text(other, encoding="ascii")

    done = put_back(versions, copy, 1)

    assert done.aside is not None
    assert (done.aside / "sleutel").read_text(encoding="ascii") == other
    assert done.key_trouble == ""
    (versions.folder / "sleutel").write_text(other, encoding="ascii")
    assert "een andere" in put_back(versions, copy_without_key(copy), 2).key_trouble


@pytest.mark.parametrize("step", ["copy_whole", "_take_place"])
def test_a_full_disk_while_putting_back_is_told_with_what_now(
    deliver_text: Deliver,
    versions: Versions,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    deliver_text(telling(1))
    backup(versions, copy)
    from monitor.intake.backup import restoring

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "actueel")

    with monkeypatch.context() as patched:
        patched.setattr(restoring, step, full)
        with pytest.raises(MonitorError) as error:
            put_back(versions, copy, 1)

    told = str(error.value)
    assert f"terugzetten in {versions.folder} is niet gelukt: de schijf is vol." in told
    if step == "copy_whole":
        assert told.endswith("Er is niets veranderd.")
        assert versions.current() == 1
    else:
        assert told.endswith("Zet haar daarna opnieuw terug, met --vervang 0.")
        put_back(versions, copy, 0)
    assert open_store(versions, whole=False).version == 1


def test_a_delivery_about_pupils_needs_the_key_again(
    deliver_text: Deliver, versions: Versions, copy: Path, there: Versions,
    make_file: Callable[..., Path],
) -> None:  # fmt: skip
    deliver_text(MELDINGEN)
    backup(versions, copy)

    assert "ontbreekt" in put_back(there, copy).key_trouble
    path = make_file("verzuim-2.csv", MELDINGEN[1].replace("V25-2;L-b", "V25-3;L-b"))
    with pytest.raises(MonitorError):
        deliver(there, [(path, path.name)], who="toets")
    shutil.copyfile(versions.folder / "sleutel", there.folder / "sleutel")
    (there.folder / "sleutel").chmod(0o600)
    assert deliver(there, [(path, path.name)], who="toets").id == 2
