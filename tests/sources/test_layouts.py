"""Every way in which the same list is written gives the same rows."""

import datetime as dt
import io
import itertools
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

HEADINGS = ["VESTIGINGSCODE", "PEILDATUM", "SCHOOLTYPE", "AANTAL", "NIVEAU"]
ROWS = [
    ["16SW03", "01-10-2025", "vso", "1.234", "vmbo-b"],
    ["16SW04", "01-10-2025", "pro", "<5", "één"],
    ["00AH00", "01-10-2025", "vo", "x", ""],
]
STORED = [
    ("16SW03", dt.date(2025, 10, 1), "vso", 1234, 1234, "vmbo-b"),
    ("16SW04", dt.date(2025, 10, 1), "pro", 1, 4, "één"),
    ("00AH00", dt.date(2025, 10, 1), "vo", None, None, None),
]
SELECT = (
    "select vestiging, peildatum, schooltype, aantal, aantal_max, niveau from leerlingtelling "
    "order by rowid"
)
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16"]
LINE_ENDS = {"LF": "\n", "CR LF": "\r\n", "CR": "\r"}


def _lines(separator: str = ";", quoted: str = "") -> list[str]:
    rows = [HEADINGS, *ROWS]
    return [separator.join(quoted + cell + quoted for cell in row) for row in rows]


def _workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _stored(deliver: Deliver, bron: Bron, content: bytes | str, name: str = "telling.csv") -> Any:
    outcome = deliver((name, content))
    assert [str(problem) for problem in outcome.problems] == []
    return bron(SELECT)


# --- files of text


@pytest.mark.parametrize(
    ("encoding", "line_end", "separator"),
    [
        *itertools.product(ENCODINGS, LINE_ENDS, [";"]),
        *itertools.product(["cp1252"], ["CR LF"], [",", "\t", "|"]),
    ],
)
def test_encoding_line_end_and_separator_do_not_matter(
    deliver_text: Deliver, bron: Bron, encoding: str, line_end: str, separator: str
) -> None:
    content = (LINE_ENDS[line_end].join(_lines(separator)) + LINE_ENDS[line_end]).encode(encoding)

    assert _stored(deliver_text, bron, content) == STORED


HEAD, *BODY = _lines()
IN_FRONT = ['"a;b ""c""\n\nd";', 'De "Ark" 3";']
"""Cells with a separator, a quote or a line end in them, and with quotes that mean nothing."""

LAYOUTS = {
    "every cell quoted": "\n".join(_lines(quoted='"')),
    "headings quoted and cells not": "\n".join([_lines(quoted='"')[0], *BODY]),
    "no line end after the last row": "\n".join(_lines()),
    "line ends of two kinds": "\r\n".join(_lines()[:2]) + "\n" + "\n".join(_lines()[2:]),
    "a lone CR among LFs": "\n".join(_lines()[:3]) + "\r" + _lines()[3],
    "blank lines before, between and after": "\n\n" + "\n\n".join(_lines()) + "\n\n\n",
    "lines of blanks only": "\n   \n".join(_lines()) + "\n \t \n",
    "padded cells": "\n".join(_lines(quoted=" ")).replace(";", " ; "),
    "padded with no-break spaces": "\n".join(_lines(quoted="\u00a0")),
    "padded to 80 spaces": "\n".join(_lines(quoted=" " * 80)),
    "rows of separators only, as Excel writes": "\n".join([*_lines(), ";;;;", ";;;;"]),
    "a heading too many, and empty": "\n".join(line + ";" for line in _lines()),
    "title rows": "Telling van 1 oktober\nGemaakt: 3-11-2025; door: A\n\n" + "\n".join(_lines()),
    "a title row with quotes in it": 'De "telling" van "oktober\n' + "\n".join(_lines()),
    "headings in other words and signs": "\n".join(
        ["vestigings-code;Teldatum;School_Type;aantal leerlingen;Nivéau", *BODY]
    ),
    "a heading over two lines": "\n".join(
        ['VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;"AANTAL\nLEERLINGEN";NIVEAU', *BODY]
    ),
    "columns in another order, with another between": "\n".join(
        ";".join([row[3], *row[:3], "Opmerking" if row is HEADINGS else "", row[4]])
        for row in [HEADINGS, *ROWS]
    ),
    "cells with a line end in them": "\n".join(
        ["OPMERKING;" + HEAD, *[IN_FRONT[0] + line for line in BODY]]
    ),
    "cells with quotes that mean nothing": "\n".join(
        ["OPMERKING;" + HEAD, *[IN_FRONT[1] + line for line in BODY]]
    ),
}


@pytest.mark.parametrize("what", LAYOUTS)
def test_what_is_put_around_the_cells_does_not_matter(
    deliver_text: Deliver, bron: Bron, what: str
) -> None:
    assert _stored(deliver_text, bron, LAYOUTS[what]) == STORED


def test_a_name_that_is_a_pattern_of_names_is_read_as_a_name(
    deliver_text: Deliver, bron: Bron
) -> None:
    """DuckDB would take `telling [1]*.csv` for all files that are called so."""
    assert _stored(deliver_text, bron, "\n".join(_lines()), "telling [1]*?.csv") == STORED


def test_a_cell_may_be_long(deliver_text: Deliver, bron: Bron) -> None:
    lines = [
        f"{line};{'OPMERKING' if i == 0 else 'x' * 200_000}" for i, line in enumerate(_lines())
    ]

    assert _stored(deliver_text, bron, "\n".join(lines) + "\n") == STORED


# --- what is in the cells


@pytest.mark.parametrize(
    ("delivered", "vestiging"),
    [
        (["16SW03", ""], "16SW03"),
        (["16sw03", "16SW"], "16SW03"),
        (["03", "16SW"], "16SW03"),  # DUO before 2023: BRIN NUMMER and VESTIGINGSNUMMER
        (["3", "16SW"], "16SW03"),  # a spreadsheet lost the nought
        (["0", "16SW"], "16SW00"),
        ([" 16 SW 03 ", " "], "16SW03"),
    ],
)
@pytest.mark.parametrize(
    "headings", [("VESTIGINGSNUMMER", "BRIN NUMMER"), ("VESTIGINGSCODE", "INSTELLINGSCODE")]
)
def test_old_and_new_keys_of_a_vestiging_are_the_same(
    deliver_text: Deliver,
    bron: Bron,
    delivered: list[str],
    headings: tuple[str, str],
    vestiging: str,
) -> None:
    lines = [";".join([*headings, *HEADINGS[1:]]), ";".join([*delivered, *ROWS[0][1:]])]

    assert _stored(deliver_text, bron, "\n".join(lines)) == [(vestiging, *STORED[0][1:])]


@pytest.mark.parametrize("swv", ["PO2401", "PO-24-01", "PO 24.01", "po2401", "24-01", "2401"])
def test_the_code_of_an_swv_is_written_in_many_ways(
    deliver_text: Deliver, bron: Bron, swv: str
) -> None:
    deliver_text(("regeling.csv", f"PC4;gemeente;PO SWV;VO SWV\n1311;Almere;{swv};VO2401\n"))

    assert bron("select swv_po, swv_vo from regeling_pc4") == [("PO2401", "VO2401")]


def test_schoolvakanties_replace_those_of_their_schooljaar_and_regio(
    deliver_text: Deliver, bron: Bron
) -> None:
    """Typed over from a page by different people: in other words, capitals and dates."""
    first = """SCHOOLJAAR;REGIO;VAKANTIE;EERSTE DAG;LAATSTE DAG
2025-2026;noord;Herfstvakantie;18-10-2025;26-10-2025
2025-2026;noord;Kerstvakantie;20-12-2025;04-01-2026
2025-2026;zuid;Herfstvakantie;11-10-2025;19-10-2025
"""
    later = """Vakantie,Vakantieregio,Schooljaar,Eerste dag,Laatste dag
Herfst,Noord,2025/26,2025-10-19,2025-10-27
"""
    deliver_text(("vakanties.csv", first))
    deliver_text(("vakanties-noord.csv", later))

    assert bron("select * exclude (levering) from schoolvakanties order by regio, vakantie") == [
        ("2025-2026", "noord", "Herfst", dt.date(2025, 10, 19), dt.date(2025, 10, 27)),
        ("2025-2026", "zuid", "Herfstvakantie", dt.date(2025, 10, 11), dt.date(2025, 10, 19)),
    ]


@pytest.mark.parametrize(
    ("delivered", "low", "high"),
    [
        ("<5", 1, 4),
        ("< 5", 1, 4),
        ("-1", 1, 4),
        ("x", None, None),
        ("X", None, None),
        ("", None, None),
        ("0", 0, 0),
        ("1.234", 1234, 1234),
        ('"1234"', 1234, 1234),
    ],
)
def test_a_count_is_a_number_an_interval_or_unknown(
    deliver_text: Deliver, bron: Bron, delivered: str, low: int | None, high: int | None
) -> None:
    lines = [";".join(HEADINGS), ";".join([*ROWS[0][:3], delivered, ""])]

    (row,) = _stored(deliver_text, bron, "\n".join(lines))
    assert row[3:5] == (low, high)


def test_leading_noughts_that_a_spreadsheet_lost_come_back(
    deliver_text: Deliver, bron: Bron
) -> None:
    headings = (
        "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;"
        "GEMEENTECODE_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025\n"
    )
    deliver_text(("06.-historisch.csv", headings + "00AO;0;De Bolster;VSO;631;14;<5;0\n"))

    # No row for 2025: a nought there says that there was no school.
    assert bron(
        "select vestiging, bestuursnummer, gemeentecode, jaar, leerlingen from leerlingen_historie"
    ) == [("00AO00", "00631", "GM0014", 2024, 1)]


# --- XLSX


@pytest.mark.parametrize(
    "above",
    [[], [["Telling 2025"]], [[], ["Telling"], [None, "van het SWV"], []], [[None]] * 20],
    ids=["nothing", "a title", "titles and blank rows", "20 blank rows"],
)
def test_an_xlsx_may_have_rows_above_its_headings(
    deliver_text: Deliver, bron: Bron, above: list[list[Any]]
) -> None:
    content = _workbook(*above, HEADINGS, *ROWS)

    assert _stored(deliver_text, bron, content, "telling.xlsx") == STORED


def test_an_xlsx_may_hold_numbers_and_dates_as_such(deliver_text: Deliver, bron: Bron) -> None:
    content = _workbook(
        ["Peildatum", "Vestigingsnummer", "BRIN nummer", "Schooltype", "Aantal", "Niveau"],
        [dt.date(2025, 10, 1), 3, "16SW", "vso", 1234, "vmbo-b"],
        [dt.datetime(2025, 10, 1), "04", "16SW", "pro", "<5", "één"],
        ["1-10-2025", 0, "00AH", "vo", None, None],
    )

    assert _stored(deliver_text, bron, content, "telling.xlsx") == STORED


@pytest.mark.parametrize(
    ("cells", "kilometres"),
    [
        ([1.234, 15], [1.234, 15.0]),  # in a cell of numbers a point is a decimal point
        ([12.5, 123.4567], [12.5, 123.4567]),
        (["12,5", 15], [12.5, 15.0]),
        ([15, 1.00001e-01], [15.0, 0.100001]),
    ],
)
def test_a_number_in_an_xlsx_keeps_its_decimals(
    deliver_text: Deliver, bron: Bron, cells: list[Any], kilometres: list[float]
) -> None:
    rows = [[f"vraag {i}", "alle", cell] for i, cell in enumerate(cells)]

    outcome = deliver_text(
        ("normen.xlsx", _workbook(["Ondersteuningsvraag", "Niveau", "Max km"], *rows))
    )

    assert outcome.problems == []
    assert [row[0] for row in bron("select max_km from normen order by rowid")] == kilometres


def test_an_xlsx_with_styles_that_openpyxl_refuses_is_read(
    deliver_text: Deliver, bron: Bron, tmp_path: Path
) -> None:
    """Case systems write styles that do not exist; Excel does not mind."""
    content = io.BytesIO()
    good = io.BytesIO(_workbook(HEADINGS, *ROWS))
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/styles.xml":
                part = part.replace(b'patternType="gray125"', b'patternType="solide"')
            new.writestr(name, part)
    (tmp_path / "telling.xlsx").write_bytes(content.getvalue())
    with pytest.raises(ValueError, match="styles"):
        openpyxl.load_workbook(tmp_path / "telling.xlsx")

    assert _stored(deliver_text, bron, content.getvalue(), "telling.xlsx") == STORED


def test_the_first_sheet_that_is_not_hidden_is_read(deliver_text: Deliver, bron: Bron) -> None:
    """Systems hide a sheet with lists to choose from before the one that people see."""
    book = openpyxl.Workbook()
    book.active.title = "lijsten"
    book.active.append(["NAAM", "VESTIGINGSCODE"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("telling & meer")
    for row in [HEADINGS, *ROWS]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)

    assert _stored(deliver_text, bron, out.getvalue(), "telling.xlsx") == STORED


def test_merged_titles_and_computed_formulas_do_no_harm(deliver_text: Deliver, bron: Bron) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:E1", "Telling 2025")
        for number, row in enumerate([HEADINGS, *ROWS], 1):
            sheet.write_row(number, 0, row)
        sheet.write_formula("D3", "=1200+34", None, 1234)

    assert _stored(deliver_text, bron, out.getvalue(), "telling.xlsx") == STORED


# --- Markdown and GeoJSON


def test_the_table_of_a_page_is_read_whatever_stands_around_it(
    deliver_text: Deliver, bron: Bron
) -> None:
    page = """
# Regeling

| Artikel | Tekst |
|---|---|
| 1 | x | 

Bijlage

|PC4|gemeente|PO SWV|VO SWV|
|:--|---:|:-:|---|
| 1011  | Amsterdam  | PO2707  | VO2708  |
|3197|Rotterdam|Europoort||

Einde.
"""
    outcome = deliver_text(("regeling.md", page))

    assert outcome.problems == []
    assert bron("select * exclude (levering) from regeling_pc4") == [
        ("1011", "Amsterdam", "PO2707", "VO2708"),
        ("3197", "Rotterdam", None, None),
    ]


def test_a_row_of_a_page_with_a_cell_too_few_is_not_left_out(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        (
            "regeling.md",
            "|PC4|gemeente|PO SWV|VO SWV|\n|---|---|---|---|\n|1011|Amsterdam|PO2707|\n",
        )
    )

    assert [str(problem)[:52] for problem in outcome.problems] == [
        "regeling.md, regel 3: heeft 3 cellen, verwacht 4. St"
    ]


def test_points_of_geojson_and_polygons_of_topojson_become_rows(
    deliver_text: Deliver, bron: Bron
) -> None:
    points = """{"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"vestigingscode": "16SW03", "naam": "De Zwaan", "type": null},
        "geometry": {"type": "Point", "coordinates": [5.94, 51.65]}}]}"""
    # Two triangles that share an arc: the second has it backwards.
    shared = """{"type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [5, 51]},
        "arcs": [[[0, 0], [2, 2]], [[2, 2], [-2, 0], [0, -2]], [[0, 0], [2, 0], [0, 2]]],
        "objects": {"gemeente json": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "arcs": [[0, 1]],
             "properties": {"statcode": "GM9901", "statnaam": "A"}},
            {"type": "MultiPolygon", "arcs": [[[2, -1]]],
             "properties": {"statcode": "GM9902", "statnaam": "B"}}]}}}"""

    outcome = deliver_text(("scholen.json", points), ("gemeenten.json", shared))

    assert outcome.problems == []
    assert bron("select vestiging, type, longitude, latitude from schoollocaties") == [
        ("16SW03", None, 5.94, 51.65)
    ]
    assert bron("select gemeentecode, geometrie from gemeentegrenzen order by 1") == [
        (
            "GM9901",
            '{"type":"Polygon","coordinates":[[[5.0,51.0],[6.0,52.0],[5.0,52.0],[5.0,51.0]]]}',
        ),
        (
            "GM9902",
            '{"type":"MultiPolygon","coordinates":[[[[5.0,51.0],[6.0,51.0],[6.0,52.0],[5.0,51.0]]]]}',
        ),
    ]


# --- line numbers


BEFORE = {
    "nothing": [],
    "blank lines": ["", ""],
    "titles": ["Telling", "", "van 2025"],
    "a title with a quote": ['De "telling', ""],
}


@pytest.mark.parametrize(
    ("before", "line_end", "encoding"),
    list(itertools.product(BEFORE, LINE_ENDS, ["utf-8", "cp1252"])),
)
def test_a_message_names_the_line_that_an_editor_shows(
    deliver_text: Deliver, before: str, line_end: str, encoding: str
) -> None:
    """Cells with line ends in them and blank lines count, as they do on the screen."""
    lines = [
        *BEFORE[before],
        "OPMERKING;" + _lines()[0],
        '"één\ntwee";' + _lines()[1],
        "",
        '"drie\n\nvier";' + _lines()[2],
        "x;16SW3;01-10-2025;vo;5;",  # wrong
        "",
        '"vijf\nzes";16SW03;31-02-2025;vo;5;',  # wrong, and its row starts here
    ]
    text = "\n".join(lines)
    shown = text.split("\n")
    expected = [
        next(i for i, line in enumerate(shown, 1) if line.startswith(start))
        for start in ("x;16SW3", '"vijf')
    ]

    outcome = deliver_text(
        ("telling.csv", text.replace("\n", LINE_ENDS[line_end]).encode(encoding))
    )

    assert [problem.line for problem in outcome.problems] == expected


def test_a_row_of_the_wrong_width_is_named_by_its_line_too(deliver_text: Deliver) -> None:
    lines = [
        *["Titel", "", "OPMERKING;" + HEAD, '"a', 'b";' + BODY[0], ""],
        "te kort;16SW03",
        'x;"16SW03" y;01-10-2025;vo;5;',
    ]

    outcome = deliver_text(("telling.csv", "\r\n".join(lines)))

    assert [(problem.line, problem.text[:20]) for problem in outcome.problems] == [
        (7, "heeft 2 cellen, verw"),
        (8, "een aanhalingsteken "),
    ]


def test_in_an_xlsx_lines_are_the_rows_that_excel_shows(deliver_text: Deliver) -> None:
    content = _workbook(
        [], ["Telling"], [], HEADINGS, ROWS[0], [], [], ["16SW3", "01-10-2025", "vo", 1]
    )

    outcome = deliver_text(("telling.xlsx", content))

    assert [problem.line for problem in outcome.problems] == [8]


def test_with_many_rows_the_lines_are_still_right(deliver_text: Deliver) -> None:
    """DuckDB reads parts of a large file side by side."""
    rows = [f'16SW{i % 100:02};{1 + i // 3000:02}-10-2025;vo;"1";"{i}\n"' for i in range(60_000)]
    rows[50_000] = "16SW03;01-10-2025;vo;fout;x"
    content = ";".join(HEADINGS) + "\n" + "\n".join(rows) + "\n"

    outcome = deliver_text(("telling.csv", content))

    line = content[: content.index("16SW03;01-10-2025;vo;fout")].count("\n") + 1
    assert [(problem.line, problem.column) for problem in outcome.problems] == [(line, "AANTAL")]
