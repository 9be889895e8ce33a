"""A pack for all: one zip, the same whether it was stopped or not, of one version."""

import csv
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.errors import MonitorError
from monitor.reports import bulk, rendering
from monitor.reports.making import Order, make
from monitor.store.store import Store


ORDER = Order("schoolprofiel", "school")
SOME = ["99AA00", "99AA01", "99AB00"]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three schools and one that no source names."""
    monkeypatch.setattr(bulk, "codes", lambda store, order: [*SOME, "99ZZ99"])


def run(folder: Path, told: bulk.Told = lambda done, many: None) -> bulk.Run:
    return bulk.Run(ORDER, ("html", "xlsx"), folder, bulk.put, lambda order, one: None, told)


def test_a_run_that_was_stopped_gives_the_same_zip(sample: Store, tmp_path: Path) -> None:
    (whole, stopped) = (tmp_path / "heel", tmp_path / "gestopt")
    for folder in (whole, stopped):
        folder.mkdir()
    failed = bulk.make_all(sample, run(whole), again=False)

    def stop(done: int, many: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk.make_all(sample, run(stopped, stop), again=False)
    left = json.loads((stopped / ".schoolprofiel-bezig" / bulk.REGISTER).read_text("utf-8"))
    assert 0 < len(left["klaar"]) < len(SOME)
    again = run(stopped)
    bulk.make_all(sample, again, again=True)

    assert [one.name for one in stopped.iterdir()] == ["schoolprofiel.zip"]
    assert (whole / "schoolprofiel.zip").read_bytes() == (
        stopped / "schoolprofiel.zip"
    ).read_bytes()
    assert list(failed) == ["99ZZ99"]
    with zipfile.ZipFile(whole / "schoolprofiel.zip") as book:
        assert book.namelist() == sorted(book.namelist())
        assert {one.compress_type for one in book.infolist()} == {zipfile.ZIP_STORED}
        assert len(book.namelist()) == 2 * len(SOME) + 1
        # What a worker makes is what is made here.
        one = make(sample, replace(ORDER, code=SOME[0]))
        for form in ("html", "xlsx"):
            assert book.read(f"schoolprofiel-school-{SOME[0]}.{form}") == rendering.FORMS[form](one)
        listed = book.read(bulk.CONTENTS).decode("utf-8-sig").splitlines()
        assert len(listed) == 2 * len(SOME) + 1
        assert one.stamp.kenmerk(one.sections) in "".join(listed)


def test_a_new_version_in_between_is_a_question(sample: Store, tmp_path: Path) -> None:
    work = tmp_path / ".schoolprofiel-bezig"
    work.mkdir()
    about = {"order": {}, "recept": "schoolprofiel, 1", "vormen": ["html", "xlsx"], "versie": 41}
    (work / bulk.REGISTER).write_text(json.dumps({"over": about, "klaar": {SOME[0]: {}}}), "utf-8")

    with pytest.raises(MonitorError, match="1 van de 4 zijn van versie 41"):
        bulk.make_all(sample, run(tmp_path), again=True)
    assert work.is_dir()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"over": 1, "klaar": []}'])
def test_a_register_that_is_damaged_is_told(sample: Store, tmp_path: Path, text: str) -> None:
    work = tmp_path / ".schoolprofiel-bezig"
    work.mkdir()
    (work / bulk.REGISTER).write_text(text, "utf-8")

    with pytest.raises(MonitorError, match="zonder --hervat"):
        bulk.make_all(sample, run(tmp_path), again=True)


def test_only_who_there_are_more_of_has_all(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert len(bulk.codes(sample, ORDER)) > 20
    assert set(bulk.codes(sample, Order("oogo", "gemeente"))) > {"GM9904"}
    with pytest.raises(MonitorError, match="--alle kan bij"):
        bulk.codes(sample, Order("opr", "opr"))


def test_a_name_that_is_a_formula_is_a_name(tmp_path: Path) -> None:
    one = run(tmp_path)
    one.done["99AA00"] = {"naam": '=HYPERLINK("x")', "kenmerk": "k", "bestanden": {"a.pdf": "0"}}

    (_, row) = csv.reader(bulk._contents(one).decode("utf-8-sig").splitlines(), delimiter=";")
    assert row[1] == '\'=HYPERLINK("x")'


def test_a_worker_has_nothing_of_pages_or_the_server() -> None:
    """The kinds of what is sent come with DuckDB and scipy; no store is opened there."""
    code = "import sys, monitor.reports.rendering; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"streamlit", "uvicorn", "monitor.pages", "monitor.intake"} & set(
        told.stdout.split()
    )
