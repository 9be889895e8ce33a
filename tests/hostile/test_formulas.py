"""A name in a file that becomes a formula in who opens a download: by every way a figure leaves.

A spreadsheet runs a cell that starts with = + - or @, also after a tab or a blank; and what is a
cell depends on the separator that it was told to use.
"""

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.reports import workbook
from monitor.values import safe_text
from monitor.views.files import export, separated
from monitor.views.words import aanbod


ROOT = Path(__file__).resolve().parents[2]
COMMANDS = [
    "=1+1",
    "+31",
    "-1",
    "@SOM(A1)",
    "=HYPERLINK(\"http://x\";\"klik\")",
    "=cmd|' /C calc'!A0",
    "\t=1",  # a tab is no letter to a spreadsheet
    "\r=1",
    "\n=1",
    "  =1",  # nor is a blank
    "\xa0=1",
    "\u200b=1",  # nor what is not seen at all
    "\ufeff=1",
    "\u202e=1",  # which turns the reading direction
    "\uff1d1",  # the wide =, which some spreadsheets read as a narrow one
    "\uff0b1",
    "\uff0d1",
    "\uff20A1",
    "\"=1",  # the quote goes when it is opened with another separator
    "|calc",
    "%0",
]  # fmt: skip
BEHIND = ["De Zwaan;{}", "De Zwaan,{}", "De Zwaan\t{}", "De\nZwaan\n{}", 'De Zwaan;"{}', "a; {}"]
"""Where a command is a cell of its own to who opens the file with that separator."""
STARTS = re.compile(r"^[\s\u00ad\u200b-\u200f\u202a-\u202e\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def cells_whatever_the_separator(text: str) -> list[str]:
    """Every cell that this file has to somebody: read with each separator, and cut at each."""
    found = re.split(r"[;,\t\r\n]", text)
    for separator in ";,\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            found += row
    return [cell.strip('"') for cell in found]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_text(command: str) -> None:
    assert safe_text.harmless(command).startswith("'")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("where", BEHIND)
def test_a_command_behind_a_separator_is_text(where: str, command: str) -> None:
    written = _file([safe_text.harmless(where.format(command))])

    assert [cell for cell in cells_whatever_the_separator(written) if STARTS.match(cell)] == []


@given(st.lists(st.text("=+-@;,\t\r\n\"' \u200b\uff1da1", max_size=12), min_size=1, max_size=3))
def test_no_row_holds_a_command(names: list[str]) -> None:
    written = _file([safe_text.harmless(name) for name in names])

    assert [cell for cell in cells_whatever_the_separator(written) if STARTS.match(cell)] == []


@pytest.mark.parametrize(
    "name",
    ["De Zwaan", "O=K", "Amsterdam-Noord", "3,5", "a@b.nl", "5%", "'s-Hertogenbosch", "A + B", ""],
)
def test_a_name_that_is_no_command_is_left_alone(name: str) -> None:
    assert safe_text.harmless(name) == name


def test_a_workbook_holds_text_and_no_formulas() -> None:
    """In a workbook a cell says what it is, so nothing has to be put before it."""
    rows = [{"naam": command} for command in COMMANDS if "\r" not in command]

    made = workbook.to_xlsx({"=1+1": rows, "'=1'": rows}, export.About([]))  # type: ignore[arg-type]

    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert [cell.value for cell in cells if cell.hyperlink] == []
    assert cells[1].value == "=1+1"


def test_lists_of_offers_are_harmless() -> None:
    rows = [{"Naam": command, "School": f"x;{command}"} for command in COMMANDS]

    for form in (separated.for_excel, separated.for_programs):
        written = aanbod.to_csv(rows, False, form)
        assert [cell for cell in cells_whatever_the_separator(written) if STARTS.match(cell)] == []


def test_whoever_writes_a_csv_makes_its_cells_harmless() -> None:
    """The second way out: a new one must do the same."""
    writers = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in ROOT.glob("monitor/**/*.py")
        if "csv.writer(" in path.read_text("utf-8")
    }

    assert [path for path, code in writers.items() if "harmless" not in code] == []
    assert "monitor/views/files/separated.py" in writers


def test_whoever_makes_a_workbook_writes_no_cell_by_its_content() -> None:
    """`write` and `write_row` look at a text and make a formula or a link of it."""
    makers: dict[str, Any] = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in ROOT.glob("monitor/**/*.py")
        if "xlsxwriter.Workbook(" in path.read_text("utf-8")
    }
    loose = {
        path: re.findall(r"\.(?:write|write_column)\(", code)
        for path, code in makers.items()
        if "strings_to_formulas" not in code
        or re.search(r"\.(?:write|write_column)\(\w+, \w+,", code)
    }

    assert loose == {}


def test_the_table_on_screen_has_no_download_of_its_own() -> None:
    """The browser's own CSV of a table knows nothing of this (seen with Chromium: no button)."""
    config = (ROOT / ".streamlit/config.toml").read_text("utf-8")
    server = (ROOT / "monitor/commands/serve.py").read_text("utf-8")

    assert "disableDataExport = true" in config
    assert '"client.disableDataExport": True' in server


def _file(row: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()
