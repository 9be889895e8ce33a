"""A whole report as a workbook: each section on its sheet, every figure once, and nothing that counts by
itself or leads elsewhere."""

import html
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_sections import STAMP, a_figure, a_section

from monitor.errors import MonitorError
from monitor.figures.door import Figure, indicator_named
from monitor.reports import document_sheets, published
from monitor.reports.kept_along import read_back
from monitor.reports.making import Order, make
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.reports.workbook import report_to_xlsx
from monitor.sections import tables
from monitor.sections.section import Piece, Section
from monitor.store.store import Store
from monitor.views.words.selection import you_see


INDICATOR = indicator_named("deelname_vso_locatie")
HIDDEN = {"teller": 1, "teller_max": 4, "waarde": None, "waarde_max": None, "is_hidden": True,
          "is_banded": True}  # fmt: skip
OPEN = {"waarde": 1.2, "waarde_max": 1.6, "teller_max": 16}
UNKNOWN = {"teller": None, "teller_max": None, "waarde": None, "waarde_max": None}
WORDS = ['=HYPERLINK("https://elders.example";"klik")', "+1+1", "@SUM(A1)", "\t=1+1", "-1", "<b>vet</b>",
         "https://elders.example", "a" * 300, "🌞 בית"]  # fmt: skip


def of(*figures: Figure, key: str = "toets", words: str = "T") -> Section:
    pieces = [Piece(INDICATOR, "gemeente", figures)]
    return a_section(words, key=key, table=tables.of_figures(words, figures, INDICATOR, pieces))


def content(*sections: Section, stamp: Stamp = STAMP) -> bytes:
    return report_to_xlsx(Report("Titel", "Van wie", sections, stamp))


def opened(*sections: Section) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content(*sections)))


def rows(sheet: Any, name: str = "") -> list[dict[str, Any]]:
    """Of a table object on it."""
    (area,) = (one.ref for one in sheet.tables.values() if name in ("", one.name))
    head, *body = [[cell.value for cell in row] for row in sheet[area]]
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def links(sheet: Any) -> list[str]:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert all(cell.hyperlink.target is None for cell in cells)  # leads out of the workbook
    return [cell.hyperlink.location for cell in cells]


def words_of(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_it_opens_on_what_is_in_it_with_a_link_to_every_sheet() -> None:
    book = opened(
        of(a_figure()), of(a_figure("Esperlo"), key="toets"), of(a_figure(), key="lees mij")
    )

    names = ["toets", "toets 2", "lees mij 2"]
    assert [one for one in book.sheetnames if one != "Statuscodes"][:4] == ["Lees mij", *names]
    front = book["Lees mij"]
    assert [row["Blad"] for row in rows(front)] == names
    assert links(front) == [f"'{name}'!A1" for name in names]
    assert {"Van wie", STAMP.audience} < set(words_of(front))
    assert {tuple(links(book[name])) for name in names} == {("'Lees mij'!A1",)}


def test_a_figure_is_its_lowest_its_highest_and_its_status() -> None:
    (exact, between, closed, unknown) = rows(
        opened(of(a_figure(), a_figure("B", **OPEN), a_figure("C", **HIDDEN), a_figure("D", **UNKNOWN)))[
            "toets"
        ]
    )  # fmt: skip

    def ends(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[f"Waarde (%), {part}"] for part in ("laagste", "hoogste", "status"))

    assert ends(exact) == (1.2, 1.2, "bekend")
    assert ends(between) == (1.2, 1.6, "interval")
    assert ends(closed) == (None, None, "verborgen")
    assert ends(unknown) == (None, None, "onbekend")
    assert between["Waarom niet precies"] == "interval: preciezer is de bron niet"
    assert "verborgen: te klein om te tonen" in closed["Waarom niet precies"]
    assert not exact["Waarom niet precies"]


def test_what_is_hidden_is_empty_grey_and_has_a_note() -> None:
    sheet = opened(of(a_figure(**HIDDEN)))["toets"]  # type: ignore[arg-type]

    noted = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert len(noted) == 4  # the ends of its value and of its teller
    assert {cell.value for cell in noted} == {None}
    assert all("te klein om te tonen" in cell.comment.text for cell in noted)
    assert all(cell.fill.fgColor.rgb == "FFE4E4E8" for cell in noted)


def test_every_figure_stands_once_with_the_public_columns() -> None:
    """Who adds up a column may count nothing twice."""
    one, two = a_figure(), a_figure("Esperlo", code="GM2", **HIDDEN)  # type: ignore[arg-type]

    sheet = opened(of(one, two), of(one, key="ander"))["Cijfers"]

    first, second = rows(sheet)
    assert list(first)[:5] == ["indicator", "per", "code", "naam", "periode"]
    assert (first["naam"], first["waarde (laagste)"], first["status"]) == ("Tolbeke", 1.2, "bekend")
    assert first["onderdeel"] == "toets, ander"
    assert (second["waarde (laagste)"], second["status"]) == (None, "verborgen")
    assert second["waarom"] == "te klein om te tonen"


@pytest.mark.parametrize("words", WORDS)
def test_words_of_others_are_words(words: str, assert_valid_xlsx: Callable[..., None],
                                   tmp_path: Path) -> None:  # fmt: skip
    made = report_to_xlsx(Report(words, words, (of(a_figure(words), words=words),), STAMP))

    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(made)
    assert_valid_xlsx(file)
    book = openpyxl.load_workbook(file)
    assert words in {row["Naam"] for row in rows(book["toets"])}
    assert words in {row["naam"] for row in rows(book["Cijfers"])}
    parts = zipfile.ZipFile(file)
    for name in parts.namelist():
        part = parts.read(name).decode()
        assert "<f>" not in part, name
        assert 'TargetMode="External"' not in part, name


def test_core_figures_have_a_name_for_formulas_of_others() -> None:
    """A plain name only where it is exact: else a formula would take the lowest for the figure."""
    own = [a_figure("SWV", code="VO9901"), a_figure("SWV", code="VO9901", periode="2024-10-01", **OPEN),
           a_figure("SWV", code="VO9901", periode="2023-10-01", **HIDDEN)]  # type: ignore[arg-type]  # fmt: skip
    other, land = a_figure("Ander", code="VO9902"), a_figure("Nederland", code="NL")
    pieces = [Piece(INDICATOR, "swv", (*own, other)), Piece(INDICATOR, "land", (land,))]
    table = tables.of_figures("T", [*own, other, land], INDICATOR, pieces)

    book = opened(a_section(table=table))

    sheet, start = book["Cijfers"], "deelname_vso_locatie_"
    named = {name: sheet[one.attr_text.partition("!")[2]].value
             for name, one in book.defined_names.items() if name.startswith(start)}  # fmt: skip
    assert named == {
        f"{start}2025": 1.2, f"{start}2025_laagste": 1.2, f"{start}2025_hoogste": 1.2,
        f"{start}2024_laagste": 1.2, f"{start}2024_hoogste": 1.6,
        f"{start}VO9902_2025": 1.2, f"{start}VO9902_2025_laagste": 1.2, f"{start}VO9902_2025_hoogste": 1.2,
        f"{start}land_2025": 1.2, f"{start}land_2025_laagste": 1.2, f"{start}land_2025_hoogste": 1.2,
    }  # fmt: skip


def test_it_reads_back_what_it_was_made_of_and_what_stands_in_it() -> None:
    sections = (
        of(a_figure(), a_figure("B", **HIDDEN)),
        a_section(key="leeg", drawn=(), table=None),
    )  # type: ignore[arg-type]

    found = read_back(content(*sections))

    assert found.stamp == STAMP.as_values()
    assert found.kenmerk == STAMP.kenmerk(sections)
    as_json = json.loads(json.dumps([published.of_section(one) for one in sections]))
    assert list(found.sections) == as_json
    first, empty = found.shown
    assert [dict(zip(first.titles, row, strict=True))["Naam"] for row in first.rows] == [
        "Tolbeke",
        "B",
    ]
    low = first.titles.index("Waarde (%), laagste")
    assert [row[low] for row in first.rows] == [1.2, None]
    # An empty text is nothing: who saves it again may leave it out.
    assert [row[first.titles.index("Waarom niet precies")] is None for row in first.rows] == [
        True,
        False,
    ]
    assert sections[0].says.text in first.words
    assert (empty.rows, empty.is_there) == ((), True)
    assert sections[1].says.text in empty.words


@pytest.mark.parametrize("words", WORDS)
def test_it_reads_back_the_words_of_others(words: str) -> None:
    (shown,) = read_back(content(of(a_figure(words), words=words))).shown

    assert shown.rows[0][shown.titles.index("Naam")] == words


def test_it_reads_back_what_somebody_changed(tmp_path: Path) -> None:
    """Saved by another program, with a number and a sentence changed, a row put in above, a sheet gone."""
    book = opened(of(a_figure()), of(a_figure(), key="weg"))
    sheet = book["toets"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == 1.2:
                cell.value = 0.9
            if cell.value == "Het meeste in T.":
                cell.value = "Het minste in T."
    del book["weg"]
    book.save(tmp_path / "anders.xlsx")

    found = read_back((tmp_path / "anders.xlsx").read_bytes())

    kept, gone = found.shown
    assert kept.rows[0][kept.titles.index("Waarde (%), laagste")] == 0.9
    assert "Het minste in T." in kept.words
    assert not gone.is_there


def _no_kenmerk() -> bytes:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("strange", [b"", b"PK\x03\x04rest", b"%PDF-1.7", _no_kenmerk()])
def test_what_is_none_of_ours_is_refused_in_a_sentence(strange: bytes) -> None:
    with pytest.raises(MonitorError, match="geen werkmap die de monitor maakte"):
        read_back(strange)


OTHER_PROCESS = """
import sys, hashlib
sys.path[:0] = ["tests", "tests/reports"]
from test_report_workbook import content, of, a_figure, HIDDEN
print(hashlib.sha256(content(of(a_figure(), a_figure("B", **HIDDEN)))).hexdigest())
"""


def test_the_same_sections_give_the_same_bytes_in_another_process_and_time_zone() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", OTHER_PROCESS], check=True, capture_output=True, text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).resolve().parents[2],
        ).stdout
        for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York"))
    }  # fmt: skip

    assert len(made) == 1
    core = zipfile.ZipFile(io.BytesIO(content(of(a_figure())))).read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", core)) == {"2025-11-03T12:00:00Z"}


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_a_report_of_the_sample_is_sound_and_says_what_its_sections_say(
    made: dict[str, tuple[list[Section], Stamp]], role: str, assert_valid_xlsx: Callable[..., None],
    tmp_path: Path,
) -> None:  # fmt: skip
    sections, stamp = made[role]
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(report_to_xlsx(Report("T", "", tuple(sections), stamp)))

    assert_valid_xlsx(file)
    book = openpyxl.load_workbook(file)
    names = [row["Blad"] for row in rows(book[document_sheets.FRONT])]
    for section, name in zip(sections, names, strict=True):
        there = words_of(book[name])
        said = [section.says.text, published.source_of(section), you_see(section.selection),
                *(one.text for one in section.beside), *section.notes]  # fmt: skip
        assert {one for one in said if one} <= set(there), name
        if section.table is None or not section.table.columns:
            assert not book[name].tables
            continue
        shown = rows(book[name])
        for row, texts in zip(shown, section.table.printed, strict=False):
            assert list(texts.values()) == [
                row[" ".join(title.split())] or "" for title in texts
            ], name


NUMBER = re.compile(r"-?\d+(?:\.\d{3})*(?:,\d+)?")


def allowed(sections: list[Section]) -> set[float]:
    """Every number that the sections publish, as such or in words."""
    found: set[float] = set()

    def look(one: object) -> None:
        if isinstance(one, dict | list | tuple):
            for part in one.values() if isinstance(one, dict) else one:
                look(part)
        elif isinstance(one, int | float):
            found.add(float(one))
        elif isinstance(one, str):
            found.update(float(n.replace(".", "").replace(",", ".")) for n in NUMBER.findall(one))

    look([published.of_section(section) for section in sections])
    return found


def numbers(made: bytes) -> list[tuple[str, float]]:
    """(part, number) of every cell with one, and of what charts keep of them."""
    parts = zipfile.ZipFile(io.BytesIO(made))
    found = []
    for name in parts.namelist():
        text = parts.read(name).decode()
        words: list[str] = []
        if name.startswith("xl/worksheets/sheet"):
            words = re.findall(r'<c r="\w+"(?: s="\d+")?><v>([^<]+)</v>', text)
        elif name.startswith("xl/charts/chart"):
            cached = re.findall(r"<c:numCache>.*?</c:numCache>", text)
            words = [one for part in cached for one in re.findall(r"<c:v>([^<]+)</c:v>", part)]
        found += [(name, float(one)) for one in words]
    return found


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_number_in_it_is_one_of_its_sections(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    """So none is the middle of an interval either."""
    sections, stamp = made[role]
    there = numbers(report_to_xlsx(Report("T", "", tuple(sections), stamp)))

    said = allowed(sections)
    assert [one for one in there if one[1] not in said and round(one[1], 1) not in said] == []
    assert len(there) > 1000


@pytest.mark.parametrize("order", [
    Order("directeursrapport", "directeur"), Order("oogo", "gemeente", code="GM9904"),
    Order("schoolprofiel", "school", code="99AA00"),
], ids=lambda order: order.publiek)  # fmt: skip
def test_a_pack_is_a_sound_workbook_with_only_what_its_reader_may_see(
    sample: Store, order: Order, assert_valid_xlsx: Callable[..., None], tmp_path: Path
) -> None:
    report = make(sample, order)
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(report_to_xlsx(report))

    assert_valid_xlsx(file)
    said = allowed(list(report.sections))
    there = numbers(file.read_bytes())
    assert [one for one in there if one[1] not in said and round(one[1], 1) not in said] == []
    assert len(there) > 20
    found = read_back(file.read_bytes())
    assert found.order == report.order
    for section, shown in zip(report.sections, found.shown, strict=True):
        assert {section.says.text, published.source_of(section)} - {""} <= set(shown.words)


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_charts_say_what_they_are_and_read_only_our_own_sheet(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    sections, stamp = made[role]
    parts = zipfile.ZipFile(io.BytesIO(report_to_xlsx(Report("T", "", tuple(sections), stamp))))
    read = [
        parts.read(one).decode() for one in parts.namelist() if one.startswith("xl/charts/chart")
    ]
    assert len(read) > 10
    for text in read:
        assert "<c:title>" in text
        assert set(re.findall(r"<c:f>([^!<]+)!", text)) == {"Grafiekcijfers"}
    drawn = [parts.read(one).decode() for one in parts.namelist()
             if re.fullmatch(r"xl/drawings/drawing\d+\.xml", one)]  # fmt: skip
    alts = re.findall(r'descr="([^"]+)"', "".join(drawn))
    assert len(alts) == len(read)
    said = {" ".join(one.alt.split()) for section in sections for one in section.drawn}
    assert {" ".join(html.unescape(one).split()) for one in alts} <= said
    assert not [one for one in parts.namelist() if one.startswith("xl/media")]


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_shares_are_the_tellers_over_the_noemers_beside_them(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    """From the sheet alone, for who recounts it; of what is not exact the share lies within."""
    sections, stamp = made[role]
    book = openpyxl.load_workbook(
        io.BytesIO(report_to_xlsx(Report("T", "", tuple(sections), stamp)))
    )
    done = 0
    for row in rows(book["Cijfers"]):
        counts = [
            row[f"{one} ({end})"] for one in ("teller", "noemer") for end in ("laagste", "hoogste")
        ]
        shares = [row["waarde (laagste)"], row["waarde (hoogste)"]]
        if indicator_named(row["indicator"]).kind != "aandeel" or None in counts + shares:
            continue
        least, most, fewest, all_of = counts
        if not fewest:
            continue
        lowest, highest = 100 * least / all_of, 100 * most / fewest
        if row["status"] == "bekend":
            assert shares == pytest.approx([lowest, highest], abs=1e-6), row
        assert lowest - 1e-6 <= shares[0] <= shares[1] <= highest + 1e-6, row
        done += 1
    assert done > 20
