"""Downloads: exact columns, safe in a spreadsheet, and never more than the screen shows."""

import csv
import datetime as dt
import io
import json
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import Problem
from monitor.figures.door import Figure, Indicator
from monitor.pages.leveringen import reports, verdicts
from monitor.reports import workbook as workbooks
from monitor.store.checks import Finding
from monitor.values import safe_text
from monitor.views.files import export, separated, tables


INDICATOR = Indicator(
    name="deelname_vso", title="Deelname aan het vso", short="Vso-deelname",
    definition="Leerlingen in het vso als deel van de leerlingen in het vo.",
    teller="leerlingen in het vso", noemer="leerlingen in het vo", kind="aandeel", unit="%",
    per="vestiging", sector="vo", moment="1 oktober", source="leerlingtelling", theme="deelname",
    direction="lager", audience="directeur", decimals=1, caveat="Geteld waar de school staat.",
)  # type: ignore[arg-type]  # fmt: skip


def figure(**rest: Any) -> Figure:
    given = {
        "code": "VO9901", "naam": "Rivierenstreek", "periode": "2019-10-01", "uitsplitsing": "",
        "teller": 943.0, "teller_max": 943.0, "noemer": 16766.5, "noemer_max": 16766.5,
        "waarde": 100 * 943 / 16766.5, "waarde_max": 100 * 943 / 16766.5,
    }  # fmt: skip
    return Figure(**given | rest)


def workbook(rows: list[dict[str, Any]], **about: Any) -> openpyxl.Workbook:
    made = workbooks.to_xlsx({"deelname_vso-per-swv": rows}, export.About(INDICATOR, **about))
    return openpyxl.load_workbook(io.BytesIO(made))


def test_the_columns_of_a_csv_are_a_contract() -> None:
    assert export.to_csv([figure()], INDICATOR, "swv") == (
        "indicator,per,code,naam,periode,uitsplitsing,"
        "teller,teller_max,noemer,noemer_max,waarde,waarde_max\n"
        "deelname_vso,swv,VO9901,Rivierenstreek,2019-10-01,,943,943,16766.5,16766.5,"
        "5.62431,5.62431\n"
    )


def test_unknown_is_empty_and_nought_is_nought() -> None:
    rows = [
        figure(teller=None, teller_max=None, waarde=None, waarde_max=None),
        figure(teller=0.0, teller_max=0.0, waarde=0.0, waarde_max=0.0),
    ]

    lines = export.to_csv(rows, INDICATOR, "swv").splitlines()

    assert lines[1].endswith(",,,16766.5,16766.5,,")
    assert lines[2].endswith(",0,0,16766.5,16766.5,0,0")


def test_a_list_that_is_no_figures_has_titles_of_its_own() -> None:
    rows = [{"schooljaar": "2021-2022", "nederland_leerlingen": None},
            {"schooljaar": "2020-2021", "nederland_leerlingen": 8}]  # fmt: skip

    assert export.lists_to_csv(rows, separated.for_programs) == (
        "schooljaar,nederland_leerlingen\n2021-2022,\n2020-2021,8\n"
    )
    # A row without one of the titles leaves it empty.
    assert export.lists_to_csv([{"Wat": "a", "Nu": "1"}, {"Wat": "b"}], separated.for_excel) == (
        "\ufeffWat;Nu\r\na;1\r\nb;\r\n"
    )


def test_what_is_hidden_leaves_as_one_to_four() -> None:
    hidden = figure(teller=1.0, teller_max=4.0, noemer=217.0, noemer_max=217.0,
                    waarde=300 / 217, waarde_max=300 / 217, is_hidden=True)  # fmt: skip

    written = export.to_csv([hidden], INDICATOR, "swv")

    assert written.splitlines()[1].endswith(",1,4,217,217,,")
    assert "1.38" not in written + export.to_json([hidden], INDICATOR, "swv")


@pytest.mark.parametrize("naam", ["=1+1", "+31", "-x", "@som", "\tx", "=HYPERLINK(1)"])
def test_a_name_cannot_be_a_formula(naam: str) -> None:
    rows = list(csv.DictReader(io.StringIO(export.to_csv([figure(naam=naam)], INDICATOR, "swv"))))
    sheet = workbook(tables.export_rows([figure(naam=naam)], INDICATOR, "swv")).worksheets[0]

    assert rows[0]["naam"] == f"'{naam}"
    assert sheet["D2"].data_type == "s"


def test_a_negative_number_stays_a_number() -> None:
    assert ",-1.5,-1.5\n" in export.to_csv([figure(waarde=-1.5, waarde_max=-1.5)], INDICATOR, "swv")


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00"), max_size=30),
    st.floats(-1e12, 1e12),
)
def test_a_csv_reads_back(naam: str, value: float) -> None:
    one = figure(naam=naam, waarde=value, waarde_max=value)

    [row] = csv.DictReader(io.StringIO(export.to_csv([one], INDICATOR, "swv")))

    assert row["naam"].removeprefix("'") == naam.removeprefix("'") or row["naam"] == naam
    assert float(row["waarde"]) == round(value, 6)
    assert not row["waarde"].endswith(".0")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_is_found_in_a_file_is_no_formula_in_a_spreadsheet(words: str) -> None:
    finding = Finding(code=words, melding=words)
    problem = Problem(words, 3, words, words)

    found = list(csv.reader(io.StringIO(verdicts.findings_csv([finding]).decode("utf-8-sig"), ""),
                            delimiter=";"))[1]  # fmt: skip
    faults = list(csv.reader(io.StringIO(reports.problems_csv([problem]).decode("utf-8-sig"), ""),
                             delimiter=";"))[1]  # fmt: skip

    assert found == [safe_text.harmless(words)] * 2
    assert found[0].startswith("'")
    assert faults[1] == "3"
    for cell in (faults[0], *faults[2:]):
        assert cell[:1] not in tuple("=+-@\t\r\n"), cell


def test_json_has_the_same_columns_with_null_for_unknown() -> None:
    [row] = json.loads(export.to_json([figure(waarde=None)], INDICATOR, "swv"))

    assert tuple(row) == tables.EXPORT_COLUMNS
    assert (row["teller"], row["waarde"]) == (943, None)


def test_a_workbook_has_real_numbers_and_a_frozen_header() -> None:
    book = workbook(tables.export_rows([figure()], INDICATOR, "swv"))

    sheet = book["deelname_vso-per-swv"]
    assert [cell.value for cell in sheet[1]][:5] == ["indicator", "per", "code", "naam", "periode"]
    assert sheet["G1"].value == "teller (laagste)"
    assert (sheet["G2"].value, sheet["I2"].value) == (943, 16766.5)
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["D"].width > len("Rivierenstreek")


def test_the_workbook_answers_for_its_figures() -> None:
    book = workbook(
        tables.export_rows([figure()], INDICATOR, "swv"),
        selection="alle samenwerkingsverbanden",
        origins=["DUO: Leerlingen (a.csv, geleverd 2 oktober 2026)"],
        filters="U ziet: VO9901, 1 oktober 2019.",
        made=dt.date(2026, 11, 21),
    )

    told = {row[0].value: row[1].value for row in book["Verantwoording"].iter_rows()}
    assert told["Gemaakt op"] == "21 november 2026"
    assert told["Welke cijfers"] == "alle samenwerkingsverbanden"
    assert told["Gekozen"] == "U ziet: VO9901, 1 oktober 2019."
    assert told["Definitie"] == INDICATOR.definition
    assert (told["Teller"], told["Noemer"]) == (INDICATOR.teller, INDICATOR.noemer)
    assert told["Peildatum"] == "1 oktober"
    assert told["Bron"].endswith("geleverd 2 oktober 2026)")
    assert told["Wat u moet weten"] == INDICATOR.caveat
    assert "Let op" not in told


def test_invented_figures_say_so_on_every_sheet() -> None:
    book = workbook(tables.export_rows([figure()], INDICATOR, "swv"), is_demo=True)

    for sheet in book.worksheets:
        assert any("erzonnen" in str(cell.value) for cell in [*sheet[1]])
    assert book.worksheets[0].freeze_panes == "A3"


def test_names_of_sheets_are_made_to_fit() -> None:
    long = {"a" * 40: [], "A" * 40: [], "x/y:z": [], "Verantwoording": []}

    made = workbooks.to_xlsx(long, export.About(INDICATOR))  # type: ignore[arg-type]

    names = openpyxl.load_workbook(io.BytesIO(made)).sheetnames
    assert len({name.lower() for name in names}) == len(names) == 5
    assert names[2] == "x-y-z"


def test_a_workbook_without_figures_says_so() -> None:
    assert workbook([]).worksheets[0]["A1"].value == "Er zijn geen cijfers."
