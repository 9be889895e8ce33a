"""One file can never hold the store: headings have a length, judging a time, and no lock is held."""

import time
from collections.abc import Callable, Iterator

import duckdb
import pytest

from monitor.errors import DeliveryRefused
from monitor.intake.judging.patience import go_on, time_limit
from monitor.intake.report import DeliveryOutcome
from monitor.sources.source import normal
from monitor.store.versions import Versions
from monitor.values.bsn import contains_bsn


Deliver = Callable[..., DeliveryOutcome]
QUICK = 5.0
"""Seconds of the processor, however busy the machine is: what was quadratic took minutes, what is
linear takes tenths of one."""


@pytest.fixture
def seconds() -> Iterator[Callable[[], float]]:
    start = time.process_time()
    return lambda: time.process_time() - start


@pytest.mark.parametrize(
    "text",
    ["1 " * 30_000, "9" * 60_000, "1.1.1.1.1.1.1.x" * 4_000, "a" * 400_000, "bsn" * 100_000],
    ids=["spaced", "digits", "nearly", "letters", "words"],
)
def test_a_bsn_is_looked_for_in_time_that_grows_as_the_text_does(
    text: str, seconds: Callable[[], float]
) -> None:
    contains_bsn(text)

    assert seconds() < QUICK


def test_a_bsn_at_the_end_of_a_long_text_is_found() -> None:
    assert contains_bsn("x1 " * 100_000 + "en 1234.56.782.")
    assert not contains_bsn("x1 " * 100_000 + "en 1234.56.783.")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (3, "9" * 4_000_000),  # refused as no number, and looked through before it is shown
        (1, "1 " * 2_000_000),
        (1, "Totaal" + "a" * 4_000_000),
        (1, " -()" * 1_000_000 + "Bron"),
    ],
    ids=["digits", "spaced", "total", "foot"],
)
def test_a_cell_of_megabytes_is_refused_and_not_looked_through(
    deliver_text: Deliver, seconds: Callable[[], float], place: int, value: str
) -> None:
    """Each digit of it was looked at in turn: minutes for a few megabytes."""
    cells = ["16SW03", "01-10-2025", "vso", "10"]
    cells[place] = value
    heading = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"

    outcome = deliver_text(("lang.csv", f"{heading}{';'.join(cells)}\n16SW04;01-10-2025;vso;1\n"))

    assert outcome.is_refused
    assert all(len(problem.text) < 500 for problem in outcome.problems)
    assert seconds() < 2 * QUICK


@pytest.mark.parametrize("ending", ["csv", "md", "json"])
def test_a_heading_without_an_end_is_refused_before_it_is_looked_at(
    deliver_text: Deliver, seconds: Callable[[], float], ending: str
) -> None:
    heading = "1 " * 1_000_000
    content = {
        "csv": f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL;{heading}\n16SW03;01-10-2025;vso;1;\n",
        "md": f"|VESTIGINGSCODE|{heading}|\n|---|---|\n|16SW03|1|\n",
        "json": f'{{"type": "FeatureCollection", "features": [{{"properties": {{"{heading}": 1}}}}]}}',
    }[ending]

    outcome = deliver_text((f"lang.{ending}", content))

    assert [problem.text[:42] for problem in outcome.problems] == [
        "een kolomkop is 1999999 tekens lang; de mo"
        if ending != "json"
        else "een kolomkop is 2000000 tekens lang; de mo"
    ]
    assert seconds() < 2 * QUICK


def test_accents_without_end_on_one_letter_are_not_sorted(seconds: Callable[[], float]) -> None:
    """To normalise them takes the square of their number: minutes for this heading."""
    normal("a" + "\u0301\u0316" * 1_000_000)

    assert seconds() < QUICK


def test_a_file_is_judged_while_somebody_else_has_the_store(
    deliver_text: Deliver, versions: Versions
) -> None:
    """Its sender is told what is wrong at once, and who has the store is not waited for."""
    with versions.changing("Jan", 0):
        outcome = deliver_text(
            ("telling.csv", "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\nx;y;z;q\n")
        )

    assert len(outcome.problems) == 4


def test_a_statement_that_goes_on_is_stopped(seconds: Callable[[], float]) -> None:
    with duckdb.connect() as connection:
        endless = "select count(*) from range(10000000) a, range(1000000) b where a.range < b.range"

        with (
            pytest.raises(DeliveryRefused, match=r"traag.csv: .* duurde te lang"),
            time_limit(connection, "traag.csv", 0.2),
        ):
            connection.execute(endless)

        assert connection.execute("select 1").fetchone() == (1,), "it can be used again"
    assert seconds() < 4 * QUICK


def test_a_loop_of_python_is_stopped_as_well() -> None:
    def read(seconds: float) -> None:
        with duckdb.connect() as connection, time_limit(connection, "lang.xlsx", seconds):
            time.sleep(0.1)
            go_on("lang.xlsx")

    with pytest.raises(DeliveryRefused, match="duurde te lang"):
        read(0.05)
    read(60.0)  # each file has a time of its own
    go_on("lang.xlsx")
