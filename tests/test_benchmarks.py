"""Each benchmark runs, on a store that is tiny: what it measures is no matter here, that it can."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.country import Stores
from monitor.store.versions import Versions


@pytest.fixture(scope="module")
def stores(sample_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    found = Stores(tmp_path_factory.mktemp("meting"), is_tiny=True)
    found.swv = Versions(sample_copy)  # what it would deliver again
    with found.open:
        yield found


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_and_says_what_it_measured(
    stores: Stores, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    BENCHMARKS[name](stores)

    said = capsys.readouterr().out.splitlines()
    assert said
    assert all(any(sign.isdigit() for sign in line) for line in said)


def test_every_module_that_measures_is_run() -> None:
    files = Path(__file__).parents[1].glob("benchmarks/*.py")
    measuring = {file.stem for file in files if "def run(stores" in file.read_text("utf-8")}

    assert measuring == set(BENCHMARKS)
