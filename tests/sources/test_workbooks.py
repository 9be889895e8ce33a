"""An XLSX says what it shows: numbers keep their size, and nothing of it is left behind unsaid."""

import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from broken import CELLS, HEADINGS, workbook

from monitor.intake.reading import cells
from monitor.intake.reading.cells import column_number
from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

SHEET = "xl/worksheets/sheet1.xml"
NORMS = ["ONDERSTEUNINGSVRAAG", "NIVEAU", "MAX KM"]


def _with(content: bytes, change: Callable[[bytes], bytes], part: str = SHEET) -> bytes:
    """A workbook, one part of which is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def _more_rows(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>")


def _texts(outcome: DeliveryOutcome) -> list[str]:
    return [str(problem) for problem in outcome.problems]


# --- size


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="200000"><c r="ALL200000"><v>1</v></c></row>',
        b"<row r='200000'><c r='ALL200000'><v>1</v></c ></row>",
        b'<row r="200000"><c r="ALL200000" t="inlineStr"><is><t></t></is></c></row>',
    ],
)
def test_one_cell_far_away_is_refused_before_room_is_made_for_all_between(
    deliver_text: Deliver, cell: bytes
) -> None:
    outcome = deliver_text(("telling.xlsx", _with(workbook(HEADINGS, CELLS), _more_rows(cell))))

    assert _texts(outcome) == [
        (
            "telling.xlsx: het blad 'Telling' loopt door tot rij 200000 en kolom 1000; dat is te groot "
            "om te lezen. Staat er ver weg nog een cel (in Excel: Ctrl+End)? Verwijder de rijen en "
            "kolommen buiten de gegevens, sla het bestand op en lever het opnieuw."
        )
    ]


def test_cells_that_only_have_a_colour_do_not_count(deliver_text: Deliver, bron: Bron) -> None:
    """Excel writes them for a row that is coloured as a whole."""
    far = b'<row r="900000"><c r="XFD900000" s="0"/></row>'

    deliver_text(("telling.xlsx", _with(workbook(HEADINGS, CELLS), _more_rows(far))))

    assert bron("select aantal from leerlingtelling") == [(120,)]


def test_a_far_cell_on_another_sheet_is_refused_too(deliver_text: Deliver) -> None:
    def far(book: Any) -> None:
        book.create_sheet("Ver")["ALL200000"] = 1

    outcome = deliver_text(("telling.xlsx", workbook(HEADINGS, CELLS, then=far)))

    assert [text[:42] for text in _texts(outcome)] == ["telling.xlsx: het blad 'Ver' loopt door to"]


def test_what_unpacks_to_more_than_a_gigabyte_is_refused(deliver_text: Deliver) -> None:
    out = io.BytesIO(workbook(HEADINGS, CELLS))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/leeg.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(65):
            part.write(bytes(1 << 24))

    outcome = deliver_text(("telling.xlsx", out.getvalue()))

    assert _texts(outcome) == [
        (
            "telling.xlsx: het Excel-bestand is uitgepakt te groot om te lezen. Lever de gegevens als "
            "CSV, of verdeel ze over meer bestanden."
        )
    ]


def test_reading_takes_time_in_proportion_to_the_cells(deliver_text: Deliver) -> None:
    """Ends of cells that a search for '</c>' does not find once made it quadratic."""
    cells = b'<row r="3">' + b'<c r="A3" t="e"><v>#N/A</v></c >' * 40_000 + b"</row>"
    start = time.monotonic()

    outcome = deliver_text(("telling.xlsx", _with(workbook(HEADINGS, CELLS), _more_rows(cells))))

    assert _texts(outcome)[-1] == "telling.xlsx: nog 39980 cellen waar iets mee is."
    assert time.monotonic() - start < 20


def test_columns_are_numbered_as_in_excel() -> None:
    assert [column_number(c) for c in ("A", "Z", "AA", "ALL", "XFD")] == [1, 26, 27, 1000, 16384]


# --- numbers


def test_a_number_beside_texts_is_not_read_as_thousands(deliver_text: Deliver, bron: Bron) -> None:
    rows = [
        ["2024-2025", "40631", "basis", 412.125],
        ["2024-2025", "40631", "extra", "1.234"],
        ["2025-2026", "40631", "basis", "12,50"],
        ["2025-2026", "40631", "extra", 1500],
    ]
    headings = ["SCHOOLJAAR", "BESTUURSNUMMER", "DOEL", "TOEGEKEND"]

    outcome = deliver_text(("middelen.xlsx", workbook(headings, *rows)))

    assert outcome.problems == []
    assert bron("select toegekend from middelen order by rowid") == [
        (412.125,),
        (1234.0,),
        (12.5,),
        (1500.0,),
    ]


def test_half_a_pupil_is_refused(deliver_text: Deliver) -> None:
    rows = [["16SW03", "01-10-2024", "vso", "<5"], ["16SW04", "01-10-2024", "vso", 1.234]]

    outcome = deliver_text(("telling.xlsx", workbook(HEADINGS, *rows)))

    # D10: the sentence says what it is; before it only said that it is wrong.
    assert [(p.line, p.text[:26]) for p in outcome.problems] == [(3, "'1,2340' is geen heel geta")]


@pytest.mark.parametrize(
    ("value", "shown_as", "kilometres"),
    [
        (0.035, "0.0%", 3.5),
        (0.07, "0%", 7.0),
        (1, "0%", 100.0),
        (0.03125, "0.000%", 3.125),
        (0.135, '0.000" %"', 0.135),
        (0.135, "0.000", 0.135),
    ],
)
def test_a_percentage_is_read_as_it_is_shown(
    deliver_text: Deliver, bron: Bron, value: float, shown_as: str, kilometres: float
) -> None:
    def show(book: Any) -> None:
        book.active["C2"].number_format = shown_as

    content = workbook(NORMS, ["angst", "alle", value], ["gedrag", "alle", "1,5"], then=show)

    outcome = deliver_text(("normen.xlsx", content))

    assert outcome.problems == []
    assert bron("select max_km from normen order by rowid") == [(kilometres,), (1.5,)]


def test_numbers_are_found_where_the_first_columns_are_empty(
    deliver_text: Deliver, bron: Bron
) -> None:
    content = workbook([None, None, *NORMS], [None, None, "a", "alle", 1.25])

    assert deliver_text(("normen.xlsx", content)).problems == []
    assert bron("select max_km from normen") == [(1.25,)]


# --- formulas


@pytest.mark.parametrize("outcome", [b"<v></v>", b"<v/>"])
def test_a_formula_whose_outcome_is_empty_is_an_empty_cell(
    deliver_text: Deliver, bron: Bron, outcome: bytes
) -> None:
    content = workbook([*HEADINGS, "NIVEAU"], [*CELLS, "havo"])
    empty = b'<c r="E2" t="str"><f>IF(A2="","x","")</f>' + outcome + b"</c>"

    def change(xml: bytes) -> bytes:
        start = xml.index(b'<c r="E2"')
        return xml[:start] + empty + xml[xml.index(b"</c>", start) + 4 :]

    assert deliver_text(("telling.xlsx", _with(content, change))).problems == []
    assert bron("select niveau from leerlingtelling") == [(None,)]


# --- more than one table


def test_data_on_a_second_sheet_is_not_left_behind(deliver_text: Deliver) -> None:
    def second(book: Any) -> None:
        sheet = book.create_sheet("2024")
        sheet.append(["Telling"])
        sheet.append(HEADINGS)
        sheet.append(CELLS)

    outcome = deliver_text(("telling.xlsx", workbook(HEADINGS, CELLS, then=second)))

    assert _texts(outcome) == [
        (
            "telling.xlsx: er staan gegevens op meer dan één blad (Telling, 2024) en de monitor leest "
            "er maar één. Lever elk blad als een bestand, of verberg of verwijder de bladen die niet "
            "mee moeten."
        )
    ]


def test_other_sheets_are_told_of(deliver_text: Deliver) -> None:
    def others(book: Any) -> None:
        book.create_sheet("Toelichting").append(["Dit is de telling"])
        book.create_sheet("Leeg")
        hidden = book.create_sheet("lijsten")
        hidden.append(HEADINGS)
        hidden.sheet_state = "hidden"

    outcome = deliver_text(("telling.xlsx", workbook(HEADINGS, CELLS, then=others)))

    assert (outcome.problems, outcome.reports[0].remarks) == (
        [],
        [
            "Alleen het blad 'Telling' is gelezen; er zijn ook: Toelichting.",
            "1 verborgen blad is niet gelezen: 'lijsten'.",  # faults.md C: hidden, and said
        ],
    )


def test_a_table_above_the_table_is_not_left_behind(deliver_text: Deliver) -> None:
    longer = [*HEADINGS, "NIVEAU"]

    outcome = deliver_text(
        ("telling.xlsx", workbook(["Telling"], HEADINGS, CELLS, [], longer, [*CELLS, "havo"]))
    )

    assert _texts(outcome) == [
        (
            "telling.xlsx, regel 2: boven de kolomkoppen staat nog een tabel of een tweede rij met "
            "kolomkoppen. Lever elke tabel als een bestand, met één rij kolomkoppen."
        )
    ]


# --- the older kind of workbook, of which only columns say what they hold


@pytest.mark.parametrize(
    ("cells", "kilometres", "lines"),
    [
        ([1.234, 15], [(1.234,), (15.0,)], []),
        (["12,5", 15], [(12.5,), (15.0,)], []),
        (["12,5", 412.125], [], [3]),
    ],
)
def test_in_an_old_workbook_a_point_beside_texts_is_refused(
    deliver_text: Deliver,
    bron: Bron,
    monkeypatch: pytest.MonkeyPatch,
    cells: list[Any],
    kilometres: list[tuple[float]],
    lines: list[int],
) -> None:
    monkeypatch.setattr(
        "monitor.intake.reading.spreadsheets.open_workbook", lambda content, file: None
    )
    rows = [[f"vraag {i}", "alle", cell] for i, cell in enumerate(cells)]

    outcome = deliver_text(("normen.xls", workbook(NORMS, *rows)))

    assert [problem.line for problem in outcome.problems] == lines
    assert bron("select max_km from normen order by rowid") == kilometres


# --- what a person does not see


def _hide(book: Any) -> None:
    sheet = book.active
    for row in (3, 5):  # 5 is empty: nothing of it is loaded
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.auto_filter.ref = "A1:D4"
    book.create_sheet("oud").sheet_state = "veryHidden"


def test_hidden_rows_and_columns_are_loaded_and_said(deliver_text: Deliver, bron: Bron) -> None:
    rows = [["16SW03", "01-10-2025", "vso", 120], ["16SW04", "01-10-2025", "vso", 80],
            ["16SW05", "01-10-2025", "vso", 5]]  # fmt: skip

    outcome = deliver_text(("telling.xlsx", workbook(HEADINGS, *rows, then=_hide)))

    assert outcome.problems == []
    assert outcome.reports[0].remarks == [
        "1 verborgen blad is niet gelezen: 'oud'.",
        (
            "1 rij is verborgen (rij 3), zoals een filter in Excel doet, en is gewoon meegelezen. Hoort "
            "zij er niet bij, haal die dan weg en lever opnieuw. Klopt het, dan hoeft u niets te doen."
        ),
        "1 kolom (AANTAL) is verborgen en is gewoon meegelezen.",
    ]
    assert bron("select sum(aantal) from leerlingtelling") == [(205,)]


def test_rows_without_height_are_hidden_too(deliver_text: Deliver) -> None:
    content = _with(
        workbook(HEADINGS, CELLS),
        lambda xml: xml.replace(b'<row r="2"', b'<row ht="0" customHeight="1" r="2"'),
    )

    outcome = deliver_text(("telling.xlsx", content))

    assert "1 rij is verborgen (rij 2)" in outcome.reports[0].remarks[0]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (b'<row r="4"/>' * 1_100_000, "uitgepakt te groot om te lezen"),
        (b"<row>" + b"<c/>" * 200_000 + b"</row>", "uitgepakt te groot om te lezen"),
        (b"<row>" + b"<c><v>1.5</v></c>" * 2_000 + b"</row>", "uitgepakt te groot om te lezen"),
        (b"<row>" + b'<c t="e"><v>#N/A</v></c>' * 2_000 + b"</row>", "Zo zijn er zeer veel"),
    ],
    ids=["rows", "cells", "numbers", "errors"],
)
def test_more_than_a_sheet_can_hold_is_stopped_on_the_way(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch, more: bytes, told: str
) -> None:
    """A small file, of which each row or cell costs a microsecond or is remembered."""
    monkeypatch.setattr(cells, "LARGEST_TABLE", 100_000)
    monkeypatch.setattr(cells, "MOST_NUMBERS", 1_000)
    monkeypatch.setattr(cells, "MOST_SUSPECTS", 1_000)

    (problem,) = deliver_text(("groot.xlsx", _with(workbook(), _more_rows(more)))).problems

    assert told in problem.text
