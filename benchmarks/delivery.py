"""A delivery of a million rows with all checks, against DuckDB's own read_csv, all text."""

import random
import shutil
import time
from pathlib import Path

import duckdb

from benchmarks.country import Stores
from benchmarks.measuring import report
from monitor.intake.deliveries import deliver
from monitor.store.versions import Versions


ROWS = 1_000_000


def run(stores: Stores) -> None:
    rows = 1_000 if stores.is_tiny else ROWS
    path = _file(stores.folder / "leerlingtelling.csv", rows)
    ours = min(_deliver(path, stores.folder / "levering", rows) for _ in range(3))
    theirs = min(_plain(path, stores.folder / "tekst.duckdb") for _ in range(3))
    report(f"levering van {rows} rijen", ours, theirs, 4)


def _deliver(path: Path, folder: Path, rows: int) -> float:
    shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    outcome = deliver(Versions(folder), [(path, path.name)], who="meting")
    assert outcome.reports[0].loaded == rows, outcome.problems[:3]
    return time.perf_counter() - start


def _plain(path: Path, database: Path) -> float:
    database.unlink(missing_ok=True)
    start = time.perf_counter()
    with duckdb.connect(database) as connection:
        connection.execute(
            "create table tekst as select * from read_csv($path, all_varchar = true)",
            {"path": str(path)},
        )
    return time.perf_counter() - start


def _file(path: Path, rows: int) -> Path:
    pick = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL;NIVEAU;STATUS\n")
        for row in range(rows):
            school, rest = divmod(row, 160)
            code = f"{school % 90 + 10}{chr(65 + school // 90 % 26)}{chr(65 + school // 2340)}00"
            count = pick.randint(0, 900)
            file.write(
                f"{code};01-10-{1985 + rest // 4};{('vo', 'pro')[rest % 2]};"
                f"{'<5' if 0 < count < 5 else count};{('havo', 'vwo')[rest // 2 % 2]};definitief\n"
            )
    return path
