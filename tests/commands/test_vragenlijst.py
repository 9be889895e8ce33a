"""`dekkend vragenlijst …`: what it prints and what it leaves behind."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from monitor.commands import main
from monitor.intake.reading.text_sheets import text_sheets
from monitor.reports.text_sheets import of_texts
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.standard import FOLDER, standard
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.rounds.vragenlijst.xlsform_in import from_sheets
from monitor.rounds.vragenlijst.xlsform_out import to_sheets
from tests.helpers.drawing_vragenlijst import vragenlijsten


STANDARD = FOLDER / "dekkend-aanbod.toml"


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["dekkend", "vragenlijst", *map(str, words)])
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


def test_a_right_vragenlijst(run: Run) -> None:
    done = run("check", STANDARD)

    assert done == Done(0, "dekkend-aanbod.toml is goed: 5 delen, 18 vragen en 6 cijfers.\n", "")


def test_every_fault_has_a_line(run: Run, tmp_path: Path) -> None:
    text = STANDARD.read_text("utf-8")
    text = text.replace('soort = "bedrag"', 'soort = "tekst"').replace(
        "maximum = 500\n", "max = 500\n"
    )
    wrong = tmp_path / "mijn lijst.toml"
    wrong.write_text(text, "utf-8")

    done = run("check", wrong)

    lines = done.out.splitlines()
    assert done.code == 1
    assert len(lines) > 5
    assert all(line.startswith("mijn lijst.toml, ") for line in lines)
    assert any(
        "vraag 'bezet', sleutel 'max': deze sleutel bestaat hier niet." in line for line in lines
    )
    assert any("vraag 'ingezet', sleutel 'wordt'" in line for line in lines)


@pytest.mark.parametrize("command", ["check", "van-xlsform", "naar-xlsform"])
def test_a_folder_is_no_file(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path)

    assert done.code == 1
    assert done.err.endswith("is niet te lezen: het is een map en geen bestand.\n")


def test_there_and_back_beside_the_file_and_never_over_another(run: Run, tmp_path: Path) -> None:
    lijst = tmp_path / "lijst.toml"
    lijst.write_text(to_toml(standard()["dekkend-aanbod"]), "utf-8")

    there = run("naar-xlsform", lijst)
    again = run("naar-xlsform", lijst)
    over = run("naar-xlsform", lijst, "--overschrijf")
    refused = run("van-xlsform", tmp_path / "lijst.xlsx")
    back = run("van-xlsform", tmp_path / "lijst.xlsx", "--uit", tmp_path / "terug.toml")

    assert (there.code, again.code, over.code, refused.code, back.code) == (0, 1, 0, 1, 0)
    assert "lijst.xlsx bestaat al" in again.err
    assert "--overschrijf" in again.err
    assert "lijst.toml bestaat al" in refused.err
    assert (tmp_path / "terug.toml").read_text("utf-8") == lijst.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "lijst.toml", "lijst.xlsx", "terug.toml",
    ]  # fmt: skip


def test_a_file_is_never_written_over_itself(run: Run, tmp_path: Path) -> None:
    lijst = tmp_path / "lijst.toml"
    lijst.write_text(STANDARD.read_text("utf-8"), "utf-8")

    done = run("naar-xlsform", lijst, "--uit", lijst, "--overschrijf")

    assert done.code == 1
    assert lijst.read_text("utf-8") == STANDARD.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("weg.xlsx", None, "bestaat niet"),
        ("leeg.xlsx", b"", "is geen XLSX"),
        ("tekst.xlsx", b"type;name;label", "is geen XLSX"),
        ("zip.xlsx", b"PK\x03\x04" + b"\0" * 100, "niet te openen"),
        ("groot.xlsx", b"PK" + b"x" * 5_000_001, "groter dan 5 MB"),
        ("anders.xlsx", of_texts({"Blad1": [["SCHOOLJAAR"], ["2025-2026"]]}), "blad Blad1: kan hier niet"),
        ("fout.xlsx", of_texts({"survey": [["type", "name", "label"], ["calculate", "a", "b"]]}),
         "blad survey, rij 2, kolom type: ‘calculate’ kan hier niet"),
    ],
)  # fmt: skip
def test_what_is_no_xlsform_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)

    done = run("van-xlsform", file)

    assert done.code == 1
    assert says in done.err
    assert list(tmp_path.glob("*.toml")) == []


@pytest.mark.parametrize("words", [(), ("keur",), ("check",), ("check", "a", "b")])
def test_wrong_usage_is_told_in_dutch(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)

    assert done.code == 2
    if words == ("keur",):
        assert "Kies uit: check, van-xlsform, naar-xlsform." in done.err


@settings(max_examples=30)
@given(lijst=vragenlijsten())
def test_a_workbook_carries_every_text(
    lijst: Vragenlijst, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("xlsx") / "lijst.xlsx"
    file.write_bytes(of_texts(to_sheets(lijst)))

    read = from_sheets(text_sheets(file), "lijst.xlsx")

    assert read.faults == []
    assert read.vragenlijst == lijst


def test_the_same_form_gives_the_same_bytes() -> None:
    sheets = to_sheets(standard()["dekkend-aanbod"])

    assert of_texts(sheets) == of_texts(sheets)
