"""The two CSVs: the same rows to whoever reads them as they are meant to be read."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.views.files import separated
from monitor.views.files.separated import Cell, Form


TITLES = ("code", "naam", "periode", "waarde")
AWKWARD: list[list[Cell]] = [
    ["0344", "Utrecht", "2025-10-01", 12.5],  # a code that starts with a nought
    ["41234", "Stichting 'De Brug'; Lyceum, \"Oost\"", "2024-2025", 1234567.25],
    ["99AA00", "twee\nregels", "2025-10", 0.000001],  # never 1e-06
    ["99AA01", "Curaçao – één", "", None],
    ["99AA02", "", "2025-10-01", 0],
    ["99AA03", "=1+1", "2025-10-01", -5.5],  # a formula is text, a negative number a number
]


def read(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def as_dutch_excel(text: str) -> list[list[Any]]:
    """What Excel with Dutch settings makes of a file: only with the mark it reads UTF-8, the list
    separator is a semicolon, and what looks like a number or a date is one."""
    assert text.startswith(separated.MARK)
    return [[_as_excel(cell) for cell in row] for row in read(text.removeprefix("\ufeff"), ";")]


def _as_excel(cell: str) -> Any:
    if cell.lstrip("-").replace(",", "", 1).isdigit():
        return float(cell.replace(",", "."))
    try:
        return dt.date.fromisoformat(cell)
    except ValueError:
        return cell


def test_both_hold_the_same_rows() -> None:
    programs = read(separated.for_programs(TITLES, AWKWARD), ",")
    excel = read(separated.for_excel(TITLES, AWKWARD).removeprefix("\ufeff"), ";")

    assert [row[:3] for row in programs] == [row[:3] for row in excel]
    numbers = [row[3] for row in programs[1:]]
    assert numbers == ["12.5", "1234567.25", "0.000001", "", "0", "-5.5"]
    assert [row[3] for row in excel[1:]] == [number.replace(".", ",") for number in numbers]


def test_a_dutch_excel_finds_numbers_dates_and_accents() -> None:
    rows = as_dutch_excel(separated.for_excel(TITLES, AWKWARD))

    assert [row[3] for row in rows[1:]] == [12.5, 1234567.25, 0.000001, "", 0, -5.5]
    assert rows[1][2] == dt.date(2025, 10, 1)
    assert rows[2][1:3] == ["Stichting 'De Brug'; Lyceum, \"Oost\"", "2024-2025"]
    assert rows[3][1] == "twee\nregels"
    assert rows[4][1] == "Curaçao – één"
    assert rows[6][1] == "'=1+1"


def test_what_is_for_programs_has_no_mark_and_no_carriage_returns() -> None:
    assert separated.for_programs(("naam", "waarde"), [["Oost", 1.5], ["West", None]]) == (
        "naam,waarde\nOost,1.5\nWest,\n"
    )


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9).map(lambda number: round(number, 6)),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
@example([["a;b", 'c"d'], ["x\r\ny", 0.1]])
def test_whatever_is_in_it_both_parse_to_the_same_rows(rows: list[list[Cell]]) -> None:
    programs = read(separated.for_programs(("a", "b"), rows), ",")[1:]
    excel = read(separated.for_excel(("a", "b"), rows).removeprefix("\ufeff"), ";")[1:]

    assert len(programs) == len(excel) == len(rows)
    for row, one, other in zip(rows, programs, excel, strict=True):
        for cell, plain, dutch in zip(row, one, other, strict=True):
            if isinstance(cell, float):
                assert float(plain) == float(dutch.replace(",", ".")) == cell
            else:
                assert plain == dutch


MONEY = ("SCHOOLJAAR", "VESTIGINGSCODE", "BESTUURSNUMMER", "DOEL", "TOEGEKEND", "INGEZET",
         "UREN TOEGEKEND", "TOELICHTING")  # fmt: skip
GIVEN: list[list[Cell]] = [
    ["2024-2025", "99AA00", None, "arrangementen", 158000.5, None, 12.25, 'deels; "later",\nnu'],
    ["2024-2025", None, "00123", "basisondersteuning", 104700, 99000, 1689, "één school"],
]


@pytest.mark.parametrize("form", [separated.for_programs, separated.for_excel])
def test_either_can_be_delivered_back(
    form: Form, deliver_text: Callable[..., Any], bron: Callable[..., list[tuple[Any, ...]]]
) -> None:
    """Who opens a CSV in Excel, mends a cell and saves it, delivers the form for Excel."""
    outcome = deliver_text(("middelen.csv", form(MONEY, GIVEN)))

    assert [problem.text for problem in outcome.problems] == []
    assert bron(
        "select schooljaar, vestiging, bestuursnummer, doel, toegekend, ingezet, uren_toegekend, "
        "toelichting from middelen order by doel"
    ) == [tuple(row) for row in GIVEN]
