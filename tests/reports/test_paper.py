"""Paper that can be read aloud, says what the sections say, and takes nobody's words for markup."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
import typst
from made_sections import STAMP, a_figure, a_section

from monitor.reports import paper
from monitor.reports.report import Report, as_data
from monitor.reports.stamp import Stamp
from monitor.sections import tables
from monitor.sections.section import Piece, Section, texts_table
from monitor.views.files import letters, typeset


WORDS = [
    "# kop", "*vet* _schuin_", "<b>vet</b>", '=HYPERLINK("https://elders.example";"klik")',
    "#emph[x] $x^2$ @noot <label> \\ `code`", "a" * 300, "Zon 🌞", "בית ספר", "- lijst\n+ lijst",
    "// opmerking", '"aanhaling" \\u{41}',
]  # fmt: skip


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def asked(one: Report, selector: str) -> list[dict[str, Any]]:
    """What the template makes of the data: elements of one kind, as Typst knows them."""
    data = letters.drawable(paper.data_of(one))
    return json.loads(
        typst.query(
            paper.TEMPLATE.read_bytes(), selector, font_paths=typeset.fonts(),
            sys_inputs={"data": data},
        )
    )  # fmt: skip


def one_paper(*sections: Section, stamp: Stamp = STAMP) -> Report:
    return Report("Titel", "Van wie", sections, stamp)


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_section_of_the_sample_is_paper_that_can_be_read_aloud(
    made: dict[str, tuple[list[Section], Stamp]], role: str, tmp_path: Path
) -> None:
    """Typst refuses to make PDF/UA-1 of what breaks its rules; pdfua looks once more."""
    sections, stamp = made[role]
    content = paper.to_pdf(Report("Alles", "SWV Rivierenstreek", tuple(sections), stamp))

    pdf = opened(content)
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl-NL"
    assert pdf.docinfo["/Title"] == "Alles"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(pdf.open_outline().root) >= len(sections)
    assert 5 < len(pdf.pages) < 3 * len(sections)
    assert stamp.kenmerk(sections) in str(pdf.docinfo["/Keywords"])
    (tmp_path / "alles.pdf").write_bytes(content)
    assert list(pdfua.validate(tmp_path / "alles.pdf").findings) == []


def test_fonts_are_in_it_and_nothing_leads_away(
    made: dict[str, tuple[list[Section], Stamp]],
) -> None:
    sections, stamp = made["gemeente"]
    pdf = opened(paper.of_section(sections[1], stamp))

    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]  # fmt: skip
    names = {str(one.FontName).split("+")[-1] for one in fonts}
    assert names <= {"NotoSans-Regular", "NotoSans-Bold", "MonitorTekens-Regular"}
    assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)
    assert b"/URI" not in b"".join(
        bytes(one.unparse())
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
    )  # fmt: skip


def leaves(element: object) -> Iterator[str]:
    """The texts in an element, in order; a space is one."""
    if isinstance(element, dict):
        if element.get("func") in ("text", "space"):
            yield str(element.get("text", " "))
        for part in element.values():
            yield from leaves(part)
    elif isinstance(element, list):
        for part in element:
            yield from leaves(part)


@pytest.mark.parametrize("words", WORDS)
def test_words_of_others_are_words(words: str) -> None:
    """In a heading, a sentence, a table, a definition; and with all that it is PDF/UA."""
    one = one_paper(a_section(words), a_section("ander", question="Nog een vraag?"))
    drawn = letters.drawable(words)

    paper.to_pdf(one)

    cell = drawn.replace(" ", "\u00a0") if len(words) <= 18 else drawn
    assert cell in set(leaves(asked(one, "table")))
    assert f"Tabel {drawn}" in set(leaves(asked(one, "heading")))
    assert f"Dat is {drawn}." in set(leaves(asked(one, "par")))
    assert drawn in set(leaves(asked(one, "terms")))
    for markup in ("emph", "link", "raw", "math.equation", "ref", "list", "enum"):
        assert asked(one, markup) == [], markup


def test_the_same_version_gives_the_same_bytes() -> None:
    """In another process, with another seed, day and clock too."""
    code = (
        "import sys, hashlib; sys.path[:0] = ['tests/reports', 'tests']\n"
        "from made_sections import a_section, STAMP\nfrom monitor.reports import paper\n"
        "print(hashlib.sha256(paper.of_section(a_section(), STAMP)).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PATH": "/usr/bin"},
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("7", "Europe/Amsterdam"))
    }  # fmt: skip

    assert len(found) == 1


def test_a_table_of_contents_is_for_what_has_many_pages() -> None:
    few = one_paper(*(a_section(question=f"Vraag {n}?") for n in range(2)))
    many = one_paper(*(a_section(question=f"Vraag {n}?") for n in range(6)))

    assert [len(asked(one, "outline")) for one in (few, many)] == [0, 1]


def test_a_long_table_goes_on_under_its_head() -> None:
    """Two hundred rows: all of them are there, and the head is one that repeats."""
    rows = [{"School": f"School {n}", "Leerlingen": str(n)} for n in range(200)]
    one = one_paper(a_section(table=texts_table("Scholen", rows)))

    (table,) = asked(one, "table")

    assert {f"School\u00a0{n}" for n in range(200)} <= set(leaves(table))
    assert table["children"][0]["func"] == "header"
    assert table["children"][0]["repeat"] is True
    assert len(opened(paper.to_pdf(one)).pages) > 3


def test_a_section_higher_than_a_page_loses_nothing() -> None:
    """Four long sentences and two high pictures do not fit: then it goes on, on the next page."""
    tall = a_section("Een zin die maar doorgaat. " * 60)

    assert len(opened(paper.to_pdf(one_paper(tall))).pages) > 2


def test_what_is_hidden_says_why_and_gives_no_number() -> None:
    hidden = a_figure(teller=2, teller_max=4, waarde=None, waarde_max=None, is_hidden=True,
                      is_banded=True)  # fmt: skip
    section = a_section()
    indicator = section.trust[0].indicator
    table = tables.of_figures("T", [hidden], indicator, [Piece(indicator, "gemeente", (hidden,))])

    data = as_data(one_paper(replace(section, table=table, drawn=())))

    found = data["sections"][0]["table"]
    assert found["reasons"] == ["Verborgen: te klein om te tonen."]
    assert "0,2" not in json.dumps(found)


def test_each_indicator_is_explained_once() -> None:
    data = as_data(one_paper(a_section(), a_section("Esperlo")))

    assert len(data["definitions"]) == 1
    assert ["Let op", "Tolbeke"] in data["definitions"][0]["facts"]
    assert ["Let op", "Esperlo"] in data["definitions"][0]["facts"]


def test_letters_that_the_fonts_lack_are_told_of() -> None:
    said = [
        dict(json.loads(paper.data_of(one_paper(a_section(words))))["stamp"])
        for words in ("Zon 🌞", "Zon")
    ]

    assert "Letters" in said[0]
    assert "Letters" not in said[1]


def test_paper_without_sections_is_refused() -> None:
    with pytest.raises(ValueError, match="without sections"):
        one_paper()
