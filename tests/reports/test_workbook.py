"""A question as a workbook: as on the screen, each figure with its ends and status, and what it means."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from made_sections import STAMP, a_figure, a_section

from monitor.figures.door import Figure, indicator_named
from monitor.reports import question_sheets, workbook
from monitor.reports.stamp import Stamp
from monitor.sections import tables
from monitor.sections.section import Piece, Section, Table, texts_table


INDICATOR = indicator_named("deelname_vso_locatie")
HIDDEN = {"teller": 1, "teller_max": 4, "waarde": None, "waarde_max": None, "is_hidden": True,
          "is_banded": True}  # fmt: skip


def of(*figures: Figure, title: str = "T") -> tuple[Section, Table]:
    pieces = [Piece(INDICATOR, "gemeente", figures)]
    table = tables.of_figures(
        title, figures, INDICATOR, pieces, "vso-per-gemeente", "alle gemeenten"
    )
    return a_section(table=table), table


def opened(section: Section, table: Table, stamp: Stamp | None = STAMP) -> openpyxl.Workbook:
    made = workbook.of_section(section, table, is_demo=True, stamp=stamp)
    return openpyxl.load_workbook(io.BytesIO(made))


def rows(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[dict[str, object]]:
    """Of the table object on it."""
    (area,) = (one.ref for one in sheet.tables.values())
    head, *body = [[cell.value for cell in row] for row in sheet[area]]
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_it_opens_on_what_the_screen_says_in_dutch() -> None:
    book = opened(*of(a_figure(), a_figure("Esperlo", 34, code="GM2")))

    assert book.sheetnames == [
        question_sheets.ON_SCREEN, "vso-per-gemeente", "Verantwoording", "Codeboek", "Statuscodes",
    ]  # fmt: skip
    sheet = book.worksheets[0]
    assert sheet["A1"].value == "Verzonnen gegevens: deze cijfers gaan over niemand."
    assert sheet["A2"].value == "Het meeste in Tolbeke."
    first, second = rows(sheet)
    assert first["Naam"] == "Tolbeke"
    assert first["Waarde (%)"] == "1,2"
    assert first["Waarde (%), laagste"] == first["Waarde (%), hoogste"] == 1.2
    assert second["Waarde (%), status"] == "bekend"
    assert (second["Teller, laagste"], second["Noemer, hoogste"]) == (34, 1000)


@pytest.mark.parametrize(
    ("changes", "low", "high", "status", "why"),
    [
        ({}, 1.2, 1.2, "bekend", None),
        ({"waarde_max": 1.4}, 1.2, 1.4, "interval", "preciezer is de bron niet"),
        # An aantal of 1 tot en met 4 of who may not see it.
        (HIDDEN, None, None, "verborgen", "te klein om te tonen"),
        ({"teller": None, "teller_max": None, "waarde": None, "waarde_max": None}, None, None,
         "onbekend", None),
        ({"teller": 0, "teller_max": 0, "waarde": 0, "waarde_max": 0}, None, None, "nvt",
         "geen vso-school"),
    ],
)  # fmt: skip
def test_every_figure_has_its_ends_its_status_and_why(
    changes: dict[str, object], low: float | None, high: float | None, status: str, why: str | None
) -> None:
    other = a_figure("Ander", waarde_max=1.3, code="GM9")  # so that there is a column with reasons

    first, _ = rows(opened(*of(a_figure(**changes), other)).worksheets[0])

    assert first["Waarde (%), laagste"] == low
    assert first["Waarde (%), hoogste"] == high
    assert first["Waarde (%), status"] == status
    assert (first["Waarde (%), waarom"] or None) == why


def test_what_is_hidden_is_empty_grey_and_says_why() -> None:
    sheet = opened(*of(a_figure(**HIDDEN))).worksheets[0]  # type: ignore[arg-type]

    empty = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert len(empty) == 4  # the ends of its value and of its teller
    assert {cell.value for cell in empty} == {None}
    assert all("te klein om te tonen" in cell.comment.text for cell in empty)
    assert all(cell.fill.fgColor.rgb == "FFE4E4E8" for cell in empty)


def test_the_public_columns_stay_on_their_own_sheet() -> None:
    """People have formulas on them."""
    sheet = opened(*of(a_figure()))["vso-per-gemeente"]

    head = [cell.value for cell in sheet[2]]
    assert head[:4] == ["indicator", "per", "code", "naam"]
    assert sheet["A3"].value == "deelname_vso_locatie"


def test_codebook_and_statuses_explain_what_is_in_it() -> None:
    book = opened(*of(a_figure()))

    (one,) = rows(book["Codeboek"])
    assert one["Definitie"] == INDICATOR.definition
    assert {row["Status"] for row in rows(book["Statuscodes"])} == set(question_sheets.MEANING)


def test_it_says_for_whom_it_is_and_carries_the_kenmerk() -> None:
    section, table = of(a_figure())

    lines = {row[0].value: row[1].value for row in opened(section, table)["Verantwoording"].rows}

    assert lines["Voor wie"] == STAMP.audience
    assert lines["Kenmerk"] == STAMP.kenmerk([section])
    assert "Gemaakt op" not in lines


def test_the_same_version_gives_the_same_bytes() -> None:
    first, second = (workbook.of_section(*of(a_figure()), is_demo=True, stamp=STAMP) for _ in "ab")

    assert first == second
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert "2025-11-03T12:00:00Z" in core


@pytest.mark.parametrize(
    "words", ["=1+1", '=HYPERLINK("https://elders.example";"klik")', "<b>vet</b>", "a" * 300, "🌞", "בית"]
)  # fmt: skip
def test_words_of_others_are_words(words: str) -> None:
    made = workbook.of_section(*of(a_figure(words), title=words), is_demo=False, stamp=STAMP)

    book = openpyxl.load_workbook(io.BytesIO(made))
    assert words in {row["Naam"] for row in rows(book.worksheets[0])}
    parts = zipfile.ZipFile(io.BytesIO(made))
    for name in parts.namelist():
        content = parts.read(name)
        assert b"<f>" not in content, name
        assert b'TargetMode="External"' not in content, name


def test_a_table_of_words_is_a_table_of_words() -> None:
    table = texts_table("T", [{"Wat": "a", "Hoe": "b"}], file="woorden")

    (one,) = rows(opened(a_section(table=table), table).worksheets[0])

    assert one == {"Wat": "a", "Hoe": "b"}


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_table_of_the_sample_becomes_a_sound_workbook(
    made: dict[str, tuple[list[Section], Stamp]], role: str, assert_valid_xlsx: Callable[..., None],
    tmp_path: object,
) -> None:  # fmt: skip
    sections, stamp = made[role]
    file = tmp_path / "werkmap.xlsx"  # type: ignore[operator]
    done = 0
    for section in sections:
        if section.table is None or not section.table.columns:
            continue
        content = workbook.of_section(section, section.table, is_demo=True, stamp=stamp)
        file.write_bytes(content)
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert len(rows(book.worksheets[0])) == max(len(section.table.rows), 1), section.key
        if done % 8 == 0:
            assert_valid_xlsx(file)
        done += 1
    assert done > 10
