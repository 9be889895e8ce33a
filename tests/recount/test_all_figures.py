"""The script that compares every figure before and after a change: it sees what differs."""

import csv
import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.depth import is_deep
from recount import all_figures

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import catalogue


def written(path: Path, *figures: tuple[str, ...]) -> Path:
    """A file as `write` makes it, of (code, teller) of one indicator."""
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*all_figures.KEY, *all_figures.VALUES])
        for code, teller in figures:
            out.writerow(["exact", "leerlingen_vo", "swv", "", code, "2025-10-01", "", teller])
    return path


def test_it_counts_what_differs_came_and_went(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(tmp_path / "voor", ("VO0001", "10.0"), ("VO0002", "20.0"), ("VO0003", "30.0"))
    after = written(tmp_path / "na", ("VO0001", "10.0"), ("VO0002", "21.0"), ("VO0004", "40.0"))

    differing = all_figures.compare(before, after, tmp_path / "verschillen.csv")

    told = capsys.readouterr().out.splitlines()
    assert differing == 3
    assert [line.split() for line in told[:-1]] == [
        ["exact", "leerlingen_vo", "anders", "1"],
        ["exact", "leerlingen_vo", "erbij", "1"],
        ["exact", "leerlingen_vo", "weg", "1"],
    ]
    assert told[-1] == "3 cijfers voor, 3 na, 3 verschillen"
    assert (tmp_path / "verschillen.csv").read_text("utf-8").count("\n") == 4


def test_the_same_figures_are_equal(tmp_path: Path) -> None:
    before = written(tmp_path / "voor", ("VO0001", "10"), ("VO0002", "0.1"))
    after = written(tmp_path / "na", ("VO0001", "10.0"), ("VO0002", "0.1000000000000004"))

    assert all_figures.main(["compare", str(before), str(after)]) == 0


def test_it_writes_the_figures_of_a_folder(tmp_path: Path, make_file: Callable[..., Path]) -> None:
    """As a command of its own, on a small folder: vsv of two schools of one SWV. That it asks for
    every indicator, which takes twenty seconds, is seen below; by night it does."""
    source = make_file(
        "vsv-per-swv-2015.csv",
        "SAMENWERKINGSVERBAND_NUMMER;brin_nummer;vestigings_nummer;aantal_leerlingen;vsv_totaal;"
        "vsv_vmbo;vsv_mbo;vsv_overig\nVO3106;19QC;00;625;2;0;0;2\nVO3106;19QC;01;400;8;8;0;0\n",
    )
    folder = tmp_path / "gegevens"
    for command in (
        [sys.executable, "-m", "monitor", "--data", folder, "deliver", source],
        [
            sys.executable,
            all_figures.__file__,
            "write",
            folder,
            tmp_path / "uit",
            *(() if is_deep() else ("vsv",)),
        ],
    ):
        subprocess.run([*map(str, command)], check=True, capture_output=True)

    found = all_figures.read(tmp_path / "uit")
    assert found[("exact", "vsv", "swv", "", "VO3106", "2015", "")][0][:4] == (
        "10",
        "10",
        "1025",
        "1025",
    )


def test_it_asks_for_every_indicator_level_and_breakdown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, str]] = []
    everybody = {"exact": Viewer(Role.BEHEERDER, EVERY)}
    monkeypatch.setattr(all_figures, "viewers", lambda store: everybody)
    monkeypatch.setattr(
        all_figures, "figures",
        lambda store, viewer, one, per, breakdown: asked.append((one.name, per, breakdown)) or [],
    )  # fmt: skip

    assert [*all_figures.rows(None)] == []  # type: ignore[arg-type]

    assert asked == [
        (one.name, per, breakdown)
        for one in catalogue().values()
        for per in one.levels
        for breakdown in ("", *one.breakdown)
    ]
