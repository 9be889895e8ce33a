"""The command line is a contract: what it prints, and what it leaves behind as exit code.

0 = done, 1 = refused or failed, 2 = wrong usage; and never a traceback.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from monitor.commands import main, of_figures
from monitor.commands import options as cli_options
from monitor.figures.catalogue import catalogue, in_use
from monitor.figures.levels import LEVELS
from monitor.store.settings import Settings
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


HEADER = (
    "indicator,per,code,naam,periode,uitsplitsing,"
    "teller,teller_max,noemer,noemer_max,waarde,waarde_max"
)
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n01AA00;01-10-2019;vo;120\n01AA01;01-10-2019;vso;<5\n"
SCHOOLS = (
    "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SWV\n01AA00;A;1011AA;VO0101\n01AA01;B;1011AA;VO0101\n"
)
ENGLISH = re.compile(
    r"\b(error|invalid|missing|no such|usage|requires|option|argument|directory|file not)\b",
    re.IGNORECASE,
)


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `dekkend …` in this process; whatever it raises but SystemExit fails the test."""

    def run_it(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["dekkend", *map(str, words)])
        capsys.readouterr()
        try:
            main.main()
            code = 0
        except SystemExit as done:
            code = int(done.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Done(code, said.out, said.err)

    return run_it


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "gegevens"


@pytest.fixture
def telling(make_file: Callable[..., Path]) -> Path:
    return make_file("leerlingtelling.csv", TELLING)


# -------------------------------------------------------------------------- deliver and take back


def test_a_file_is_delivered_and_told_about(run: Run, data: Path, telling: Path) -> None:
    done = run("--data", data, "deliver", telling)

    assert (done.code, done.err) == (0, "")
    assert "leerlingtelling.csv: leerlingtelling (herkend aan de kolommen" in done.out
    assert "rijen 2, geladen 2, geweigerd 0" in done.out
    assert done.out.endswith("Gepubliceerd als levering 1 (versie 1).\n")


def test_a_delivery_as_json(run: Run, data: Path, telling: Path) -> None:
    done = run("--data", data, "deliver", telling, "--format", "json")
    told = json.loads(done.out)

    assert (done.code, told["levering"], told["versie"], told["geweigerd"]) == (0, 1, 1, False)
    (file,) = told["bestanden"]
    assert (file["soort"], file["rijen"], file["geladen"], file["geweigerd"]) == (
        "leerlingtelling", 2, 2, 0,
    )  # fmt: skip
    assert file["fouten"] == file["onbekende_koppen"] == []


def test_a_dry_run_changes_nothing(run: Run, data: Path, telling: Path) -> None:
    done = run("--data", data, "deliver", "--dry-run", telling)

    assert done.code == 0
    assert "Proef: de bestanden zijn goed; er is niets veranderd." in done.out
    assert Versions(data).current() == 0


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_refused_file_leaves_exit_1_and_nothing_else(
    run: Run, data: Path, make_file: Callable[..., Path], telling: Path, dry: tuple[str, ...]
) -> None:
    bad = make_file("fout.csv", TELLING.replace("120", "veel"))

    done = run("--data", data, "deliver", telling, bad, *dry)

    assert done.code == 1
    assert "fout.csv, regel 2, kolom 'AANTAL': 'veel'" in done.err
    assert "Geweigerd: er is niets geladen en niets veranderd." in done.err
    assert Versions(data).current() == 0


def test_a_refusal_as_json_is_json(run: Run, data: Path, make_file: Callable[..., Path]) -> None:
    done = run("--data", data, "deliver", make_file("x.csv", "A;B\n1;2\n"), "--format", "json")
    told = json.loads(done.out)

    assert (done.code, told["geweigerd"], told["levering"]) == (1, True, None)
    assert told["bestanden"][0]["fouten"][0]["text"]


def test_deliveries_withdraw_and_rebuild(run: Run, data: Path, telling: Path) -> None:
    assert "nog niets geleverd" in run("--data", data, "deliveries").out
    run("--data", data, "deliver", telling)
    listed = run("--data", data, "deliveries")
    as_json = json.loads(run("--data", data, "deliveries", "--format", "json").out)
    rebuilt = run("--data", data, "rebuild")
    back = run("--data", data, "withdraw", "1")
    again = run("--data", data, "withdraw", "1")

    assert "1.1  leerlingtelling.csv: leerlingtelling, 2 rijen" in listed.out
    assert as_json[0]["files"][0]["source"] == "leerlingtelling"
    assert (rebuilt.code, rebuilt.out) == (0, "Opnieuw gemaakt uit 1 bestanden (versie 2).\n")
    assert (back.code, back.out) == (0, "Levering 1 is ingetrokken (versie 3).\n")
    assert (again.code, again.err) == (1, "Levering 1 is al teruggetrokken.\n")
    assert "TERUGGETROKKEN" in run("--data", data, "deliveries").out


@pytest.mark.parametrize("which", ["9", "1.7", "één"])
def test_a_delivery_that_there_is_not_cannot_be_withdrawn(
    run: Run, data: Path, telling: Path, which: str
) -> None:
    run("--data", data, "deliver", telling)

    done = run("--data", data, "withdraw", which)

    assert done.code == 1
    assert which[0] in done.err


def test_one_file_of_a_delivery_is_withdrawn(
    run: Run, data: Path, telling: Path, make_file: Callable[..., Path]
) -> None:
    run("--data", data, "deliver", telling, make_file("vestigingen.csv", SCHOOLS))

    done = run("--data", data, "withdraw", "1.1", "--format", "json")

    assert (done.code, json.loads(done.out)) == (0, {"ingetrokken": "1.1", "versie": 2})


# --------------------------------------------------------------------------------- where data is


def test_data_before_and_after_the_command_and_in_the_environment(
    run: Run, data: Path, telling: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("deliver", telling, "--data", data)
    after = run("info", "--data", data, "--format", "json")
    before = run("--data", data, "info", "--format", "json")
    monkeypatch.setenv("DEKKEND_DATA", str(data))
    environment = run("info", "--format", "json")
    elsewhere = run("info", "--data", tmp_path / "anders", "--format", "json")

    told = [json.loads(done.out) for done in (after, before, environment, elsewhere)]
    assert [one["versie_gegevens"] for one in told] == [1, 1, 1, 0]
    assert told[0]["map"] == str(data.resolve())


def test_info_says_what_there_is_and_how_old(run: Run, data: Path, telling: Path) -> None:
    run("--data", data, "deliver", telling)
    words = run("--data", data, "info")
    told = json.loads(run("--data", data, "info", "--format", "json").out)

    assert words.code == 0
    assert re.search(r"leerlingtelling +2 rijen  geleverd \d\d-\d\d-\d{4}  2019-10-01", words.out)
    assert "Nog niet geleverd: aanvragen" in words.out
    assert {"dekkend", "python", "duckdb", "streamlit"} <= told.keys()
    (source,) = [one for one in told["bronnen"] if one["bron"] == "leerlingtelling"]
    assert (source["bestanden"], source["rijen"], source["over"]) == (1, 2, ["2019-10-01"])


@pytest.mark.parametrize("command", ["info", "deliveries", "check", "indicators"])
def test_everything_stands_on_an_empty_folder(run: Run, data: Path, command: str) -> None:
    assert run("--data", data, command).code == 0
    json.loads(run("--data", data, command, "--format", "json").out)
    assert not data.exists()


def test_an_empty_store_has_no_figures_and_says_where_to_look(run: Run, data: Path) -> None:
    words = run("--data", data, "figures", "leerlingen_vo")
    table = run("--data", data, "figures", "leerlingen_vo", "--format", "csv")

    assert "Er zijn geen cijfers. Zie: dekkend info" in words.out
    assert (table.code, table.out) == (0, HEADER + "\n")
    assert json.loads(run("--data", data, "figures", "vsv", "--format", "json").out) == []


def test_rebuild_of_nothing_is_no_failure(run: Run, data: Path) -> None:
    assert run("--data", data, "rebuild").code == 0


# --------------------------------------------------------------------------------------- figures


def rows_of(done: Done) -> list[dict[str, str]]:
    assert done.code == 0, done.err
    assert done.out.split("\n")[0] == HEADER
    assert "\r" not in done.out
    return list(csv.DictReader(io.StringIO(done.out)))


def test_figures_as_csv_exactly(
    run: Run, data: Path, telling: Path, make_file: Callable[..., Path]
) -> None:
    run("--data", data, "deliver", telling, make_file("vestigingen.csv", SCHOOLS))

    share = run("--data", data, "figures", "deelname_vso_locatie", "--format", "csv")
    pupils = run(
        "--data", data, "figures", "leerlingen_vso", "--per", "vestiging", "--format", "csv"
    )

    assert share.out == (
        HEADER + "\ndeelname_vso_locatie,swv,VO0101,VO0101,2019-10-01,,1,4,120,120,"
        "0.833333,3.333333\n"
    )
    assert pupils.out == (HEADER + "\nleerlingen_vso,vestiging,01AA01,B,2019-10-01,,1,4,,,1,4\n")


@pytest.mark.parametrize("per", LEVELS)
def test_every_level_can_be_asked(run: Run, sample_copy: Path, per: str) -> None:
    rows = rows_of(
        run("--data", sample_copy, "figures", "leerlingen_vo", "--per", per, "--format", "csv")
    )

    assert {row["per"] for row in rows} == (set() if per == "land" else {per})
    assert {row["indicator"] for row in rows} <= {"leerlingen_vo"}
    totals = {row["periode"]: 0 for row in rows}
    for row in rows:
        totals[row["periode"]] += int(row["teller"])
    assert not rows or totals["2025-10-01"] == 21_560


@pytest.fixture(scope="module")
def opened(sample_copy: Path) -> Store:
    return open_store(Versions(sample_copy), whole=False)


# Of what is one per definition, that of the SWV: the words differ and the rest does not.
@pytest.mark.parametrize("name", [one.name for one in in_use(Settings())])
def test_every_indicator_can_be_asked_in_every_form(
    run: Run, sample_copy: Path, opened: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # Opened once for all of them: opening is in the other tests.
    monkeypatch.setattr(of_figures, "opened_store", lambda: opened)
    for form in ("text", "csv", "json"):
        done = run("--data", sample_copy, "figures", name, "--format", form)
        assert (done.code, done.err) == (0, "")
    rows = json.loads(done.out)
    assert all(list(row) == HEADER.split(",") for row in rows)


@pytest.mark.parametrize("period", ["2024", "2024-10-01", "1-10-2024", "2024-2025"])
def test_a_period_in_every_spelling(run: Run, sample_copy: Path, period: str) -> None:
    ask = ("--data", sample_copy, "figures", "leerlingen_vso", "--period", period)
    rows = rows_of(run(*ask, "--format", "csv"))

    assert [(row["periode"], row["waarde"]) for row in rows] == [("2024-10-01", "820")]


def test_a_breakdown_and_its_total(run: Run, sample_copy: Path) -> None:
    ask = ("--data", sample_copy, "figures", "leerlingen_vo", "--period", "2024", "--format", "csv")
    (total,) = rows_of(run(*ask))
    parts = rows_of(run(*ask, "--breakdown", "onderwijstype"))

    assert total["uitsplitsing"] == ""
    assert "onderwijstype=pro" in {row["uitsplitsing"] for row in parts}
    assert sum(int(row["teller"]) for row in parts) == int(total["teller"])
    assert sum(int(row["teller_max"]) for row in parts) == int(total["teller_max"])


def test_csv_and_json_say_the_same(run: Run, sample_copy: Path) -> None:
    ask = ("--data", sample_copy, "figures", "deelname_pro", "--per", "vestiging")
    table = rows_of(run(*ask, "--format", "csv"))
    found = json.loads(run(*ask, "--format", "json").out)

    assert len(table) == len(found) > 0
    for row, one in zip(table, found, strict=True):
        for key, value in one.items():
            if isinstance(value, float | int):
                assert float(row[key]) == pytest.approx(value, abs=1e-6)
            else:
                assert row[key] == (value or "")


def test_words_are_dutch_and_have_a_decimal_comma(run: Run, sample_copy: Path) -> None:
    done = run("--data", sample_copy, "figures", "deelname_vso_locatie", "--period", "2025")

    assert re.search(r"2025-10-01  VO9901 +SWV Rivierenstreek +3,9\s%", done.out)


def test_indicators_and_check_list_everything(run: Run, sample_copy: Path) -> None:
    names = json.loads(run("--data", sample_copy, "indicators", "--format", "json").out)
    words = run("--data", sample_copy, "indicators").out
    checked = json.loads(run("--data", sample_copy, "check", "--format", "json").out)
    found = run("--data", sample_copy, "check")

    assert [one["name"] for one in names] == list(catalogue())
    assert all(name in words for name in catalogue())
    assert {"onvolledige_telling", "school_zonder_adres"} <= checked.keys()
    assert found.code == 0
    assert "goed    " in found.out


def test_a_finding_is_told_with_what_to_do(run: Run, data: Path, telling: Path) -> None:
    run("--data", data, "deliver", telling)

    done = run("--data", data, "check")

    assert "FOUT  Scholen met leerlingen die op geen adreslijst staan: 2" in done.out
    assert "Wat nu: Lever een adreslijst" in done.out


# ------------------------------------------------------------------------------------ wrong usage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lever",), "Onbekend commando. Kies uit: deliver, deliveries"),
        (("deliver",), "Er ontbreekt iets: "),
        (("withdraw",), "Er ontbreekt iets: ID."),
        (("figures",), "Er ontbreekt iets: INDICATOR."),
        (("figures", "vso"), "Er is geen indicator 'vso'. Bekend zijn: afstand_vso"),
        (("figures", "vsv", "--per", "provincie"), "--per kan alleen zijn: vestiging, bestuur"),
        (("figures", "vsv", "--per"), "Achter --per moet iets staan."),
        (("figures", "vsv", "--per", "vestiging"), "is er niet per vestiging. Kies uit: "),
        (("figures", "vsv", "--breakdown", "x"), "heeft geen uitsplitsing 'x'. Er is: geen."),
        (("figures", "vsv", "--period", "ooit"), "'ooit' is geen periode. Schrijf een datum"),
        (("figures", "vsv", "--format", "xml"), "--format kan alleen zijn: text, csv, json."),
        (("figures", "vsv", "--jaar", "2019"), "Onbekende optie: --jaar."),
        (("figures", "vsv", "pro"), "Er staat te veel achter het commando."),
        (("serve", "--port", "acht"), "--port moet een geheel getal van 0 tot en met 65535 zijn"),
        (("serve", "--port", "65536"), "--port moet een geheel getal van 0 tot en met 65535 zijn"),
        (("demo", "--port", "-1"), "--port moet een geheel getal van 0 tot en met 65535 zijn"),
        (("deliver", "x.csv", "--wait", "even"), "--wait moet een getal van 0 of meer zijn"),
        (("deliver", "x.csv", "--wait", "nan"), "--wait moet een getal van 0 of meer zijn"),
        (("deliver", "x.csv", "--wait", "-1"), "--wait moet een getal van 0 of meer zijn"),
        (("deliver", "x.csv", "--peildatum", "32-1-2020"), "'32-1-2020' is geen datum"),
        (("info", "--data"), "Achter --data moet iets staan."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_exit_2_and_a_dutch_sentence(
    run: Run, data: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("--data", data, *words)

    assert done.code == 2
    assert done.out == ""
    first, hint = done.err.strip().split("\n")
    assert said in first
    assert not ENGLISH.search(first), first
    assert re.fullmatch(r"Zie: dekkend.* --help", hint)


def test_a_file_is_no_data_folder(run: Run, telling: Path) -> None:
    done = run("--data", telling, "info")

    assert done.code == 2
    assert done.err.startswith("--data is een bestand. Geef de map")


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    done = run()

    assert done.code == 2
    assert "Monitor dekkend aanbod" in done.err


@pytest.mark.parametrize("words", [("--help",), ("figures", "-h"), ("deliver", "--help")])
def test_help_is_no_failure(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 0


def test_the_version_is_told(run: Run) -> None:
    assert re.fullmatch(r"dekkend \d+\.\d+\.\d+\n", run("--version").out)


# ------------------------------------------------------------------------------ what is not right


def test_a_file_that_is_not_there_is_refused(run: Run, data: Path) -> None:
    done = run("--data", data, "deliver", "weg.csv")

    assert done.code == 1
    assert "weg.csv: dit bestand bestaat niet." in done.err


def test_a_folder_that_cannot_be_one_is_told(run: Run, telling: Path) -> None:
    done = run("--data", telling / "map", "info")

    assert done.code == 1
    assert "is geen map. Controleer de map en de rechten." in done.err


@pytest.mark.parametrize(
    ("damaged", "content"),
    [
        ("actueel", "nul"),
        ("bron-1.duckdb", "geen database"),
        ("versie-1.json", "{"),
        ("instellingen.toml", "swv = "),
    ],
)
def test_what_is_damaged_is_told_and_no_traceback_shown(
    run: Run, data: Path, telling: Path, damaged: str, content: str
) -> None:
    run("--data", data, "deliver", telling)
    (data / damaged).write_text(content, encoding="utf-8")

    done = run("--data", data, "figures", "leerlingen_vo")

    assert done.code == 1
    assert done.out == ""
    assert re.search(r"beschadigd|niet te lezen|niet te openen", done.err)


@pytest.mark.parametrize("words", [("withdraw", "9"), ("info",), ("figures", "vsv")])
def test_who_asks_for_json_gets_json_when_it_fails(
    run: Run, data: Path, telling: Path, words: tuple[str, ...]
) -> None:
    run("--data", data, "deliver", telling)
    if words[0] != "withdraw":
        (data / "bron-1.duckdb").write_text("geen database", encoding="utf-8")

    done = run("--data", data, *words, "--format", "json")

    assert done.code == 1
    assert json.loads(done.out) == {"fout": done.err.strip()}


@pytest.mark.parametrize("size", [0, 100, 20_000, 200_000])
def test_a_delivery_to_a_damaged_store_says_how_to_repair_it(
    run: Run, data: Path, telling: Path, make_file: Callable[..., Path], size: int
) -> None:
    run("--data", data, "deliver", telling)
    os.truncate(data / "bron-1.duckdb", size)
    later = make_file("later.csv", TELLING.replace("2019", "2020"))

    refused = run("--data", data, "deliver", later)
    run("--data", data, "rebuild")
    done = run("--data", data, "deliver", later)

    assert refused.code == 1
    assert "De opslag is beschadigd" in refused.err
    assert "dekkend rebuild" in refused.err
    assert (done.code, Versions(data).current()) == (0, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kent namen die geen tekst zijn")
def test_a_name_that_is_no_text_is_refused(run: Run, data: Path, telling: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(telling.parent) + b"/a\xff.csv"))
    odd.write_text(TELLING, encoding="utf-8")

    done = run("--data", data, "deliver", odd)

    assert done.code == 1
    assert "tekens die niet te lezen zijn. Geef het een andere naam" in done.err


def test_a_bug_is_told_as_one(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli_options, "open_store", broken)

    done = run("--data", data, "check")

    assert done.code == 1
    assert "Er is een fout in het programma of de opslag is beschadigd (ZeroDivision" in done.err


# -------------------------------------------------------------------------------- as a real program


def program(*words: object, **options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "monitor", *map(str, words)],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
        env={**os.environ, **options},
    )


def test_the_program_speaks_utf8_and_leaves_its_exit_code(sample_copy: Path) -> None:
    good = program("figures", "vsv", "--format", "csv", DEKKEND_DATA=str(sample_copy))
    wrong = program("--data", sample_copy, "figures", "vsv", "--per", "dorp")

    assert good.returncode == 0
    assert good.stdout.decode("utf-8").startswith(HEADER + "\n")
    assert wrong.returncode == 2
    assert b"Traceback" not in good.stderr + wrong.stderr
    assert b"\x1b" not in good.stderr, "no progress where nobody watches"


def test_a_terminal_that_lacks_letters_shows_others(data: Path, telling: Path) -> None:
    file = telling.rename(telling.with_name("Ж.csv"))

    done = program("--data", data, "deliver", file, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"\\u0416.csv: leerlingtelling")
    assert Versions(data).current() == 1


def test_who_has_read_enough_is_no_failure_to_shout_about(sample_copy: Path) -> None:
    command = f"'{sys.executable}' -m monitor --data '{sample_copy}' figures leerlingen_vo --per vestiging"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -n 1"],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )

    assert done.stdout.decode().startswith("Leerlingen in het voortgezet onderwijs")
    assert done.stderr == b""
