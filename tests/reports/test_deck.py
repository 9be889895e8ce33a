"""Slides that can be edited: native, the same bytes twice, nothing over anything, in anybody's template."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree
from made_sections import STAMP, a_section
from openxml_audit import validate_pptx

from monitor.reports import deck
from monitor.reports.report import Report
from monitor.reports.slides import composing, own_template, template, whole
from monitor.reports.slides.model import Box
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section
from monitor.views.charts.plotly import plotly_of


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
HOSTILE = [
    '=HYPERLINK("https://elders.example";"klik")', "**vet** _schuin_", "<b>vet</b>", "a" * 300,
    "Zon 🌞", "בית ספר", "&amp; <!-- -->", "+cmd|' /C calc'!A0", "regel\x0bmet\x00tekens",
]  # fmt: skip


def report_of(sections: Sequence[Section], stamp: Stamp = STAMP) -> Report:
    return Report("Titel", "Van wie", tuple(sections), stamp)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Name → what is in it; also of the workbooks inside, as workbook!part."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        for name in zipped.namelist():
            found[name] = zipped.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": data for inner, data in parts_of(found[name]).items()}
    return found


def slides_of(content: bytes) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(content)).slides)


@cache
def a_4_to_3() -> bytes:
    """python-pptx's own: 4:3, a title of 44 points in the middle, English names."""
    out = io.BytesIO()
    pptx.Presentation().save(out)
    return out.getvalue()


@cache
def renamed() -> bytes:
    """Layouts without a declared kind and under other names; one example slide, as people leave them."""
    opened = pptx.Presentation(io.BytesIO(own_template.own()))
    for layout, name in zip(opened.slide_layouts, ("Voorblad", "Grafiek"), strict=True):
        layout._element.attrib.pop("type")
        layout._element.find(f"{P}cSld").set("name", name)
    slide = opened.slides.add_slide(opened.slide_layouts[1])
    slide.shapes.title.text = "Voorbeelddia van vorig jaar"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


TEMPLATES = {"eigen 16:9": lambda: None, "4:3": a_4_to_3, "andere namen": renamed}


@pytest.fixture(scope="session")
def decks(made: dict[str, tuple[list[Section], Stamp]]) -> dict[str, bytes]:
    """role → a deck of every section of the sample for it."""
    return {role: deck.to_pptx(report_of(found, stamp)) for role, (found, stamp) in made.items()}


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_section_of_the_sample_is_a_slide_by_the_schema(
    decks: dict[str, bytes], made: dict[str, tuple[list[Section], Stamp]], role: str, tmp_path: Path
) -> None:
    file = tmp_path / "alles.pptx"
    file.write_bytes(decks[role])

    assert [str(one) for one in validate_pptx(file).errors] == []
    assert len(slides_of(decks[role])) == len(made[role][0]) + 2


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_no_picture_nothing_from_elsewhere_nothing_that_runs(
    decks: dict[str, bytes], role: str
) -> None:
    parts = parts_of(decks[role])

    assert [
        name for name in parts if "/media/" in name or "thumbnail" in name or "printer" in name
    ] == []
    assert [name for name in parts if name.endswith((".bin", ".vml"))] == []
    links = [data for name, data in parts.items() if name.endswith(".rels")]
    assert not any(b'TargetMode="External"' in data for data in links)
    assert not any(
        b"<f>" in data or b"<f " in data for name, data in parts.items() if "!xl/" in name
    )


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_all_that_is_drawn_is_told_and_all_words_are_dutch(
    decks: dict[str, bytes], role: str
) -> None:
    titles = []
    for slide in slides_of(decks[role]):
        tree = slide.shapes._spTree
        for frame in tree.findall(f".//{P}graphicFrame"):
            assert frame.find(f".//{P}cNvPr").get("descr"), slide.name
        for group in tree.findall(f"{P}grpSp"):
            assert group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr"), slide.name
        for shape in tree.iter(f"{P}sp", f"{P}cxnSp"):
            name = shape.find(f".//{P}cNvPr")
            words = "".join(shape.itertext()).strip()
            assert words or name.get("descr") or b"decorative" in etree.tostring(name), name.get(
                "name"
            )
        for look in tree.iter(f"{A}rPr"):
            assert look.get("lang") == "nl-NL"
        first = next(one for one in slide.shapes if one.has_text_frame)
        assert first == slide.shapes.title
        titles.append(slide.shapes.title.text_frame.text)
    assert len(set(titles)) == len(titles)
    for name, data in parts_of(decks[role]).items():
        if name.startswith("ppt/charts/chart"):
            assert b'<c:lang val="nl-NL"/>' in data


@pytest.mark.parametrize("form", TEMPLATES)
def test_nothing_stands_over_anything_and_all_of_it_on_the_slide(
    form: str, made: dict[str, tuple[list[Section], Stamp]]
) -> None:
    """By the rectangles that the slide was made of, in which words were measured to fit."""
    content = TEMPLATES[form]()
    for sections, stamp in made.values():
        opened = template.opened(content)
        one = report_of(sections, stamp)
        for section, title in zip(sections, composing.titles(sections), strict=True):
            placed = composing.of_section(
                opened, one, section, title, section.key, "k"
            ).canvas.placed
            for name, box in placed:
                where = (form, section.key, name, box)
                assert box.wide > 0, where
                assert box.high > 0, where
                assert box.x >= 0, where
                assert box.y >= 0, where
                assert box.right <= opened.wide + 0.5, where
                assert box.bottom <= opened.free.bottom + 4.5, where
            for (name, box), (other, second) in combinations(placed, 2):
                if "Grafiek" in (name, other) and {name, other} & at_lines(placed):
                    continue  # words at the ends of lines lie in the room that the chart leaves for them
                assert not _over(box, second), (form, section.key, name, box, other, second)


def at_lines(placed: list[tuple[str, Box]]) -> set[str]:
    return {name for name, _ in placed if name.startswith(("Naam: ", "Eenheid", "Breuk"))}


def _over(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 0.6 and high > 0.6


@pytest.mark.parametrize("form", TEMPLATES)
def test_a_template_is_used_and_its_examples_are_not(form: str, tmp_path: Path) -> None:
    content = deck.to_pptx(report_of([a_section(), a_section("Esperlo")]), TEMPLATES[form]())
    (tmp_path / "een.pptx").write_bytes(content)

    slides = slides_of(content)
    assert len(slides) == 4
    assert b"Voorbeelddia" not in b"".join(parts_of(content).values())
    used = {slide.slide_layout.name for slide in slides[1:]}
    assert used == {
        {"eigen 16:9": "Alleen titel", "4:3": "Title Only", "andere namen": "Grafiek"}[form]
    }
    assert all(any(template.kind_of(p) == "ftr" for p in slide.placeholders) for slide in slides)
    assert [str(one) for one in validate_pptx(tmp_path / "een.pptx").errors] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_others_are_words(words: str, tmp_path: Path) -> None:
    content = deck.of_section(a_section(words), STAMP)
    (tmp_path / "een.pptx").write_bytes(content)

    assert [str(one) for one in validate_pptx(tmp_path / "een.pptx").errors] == []
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", words)
    sheets = [data for name, data in parts_of(content).items() if name.endswith("sheet1.xml")]
    cells = {
        "".join(one.itertext()) for sheet in sheets for one in etree.fromstring(sheet).iter("{*}is")
    }
    assert clean in cells
    assert not any(b"<f" in sheet.replace(b"<font", b"") for sheet in sheets)
    slide = slides_of(content)[0]
    assert clean[:40] in slide.notes_slide.notes_text_frame.text
    title = slide.shapes.title.text_frame.text
    assert title.startswith(f"Het meeste in {' '.join(words.split())}".replace("\x00", "")[:30])


def test_the_same_sections_give_the_same_bytes(
    made: dict[str, tuple[list[Section], Stamp]],
) -> None:
    sections, stamp = made["gemeente"]
    one = report_of(sections[:8], stamp)

    assert deck.to_pptx(one) == deck.to_pptx(one)
    names = list(parts_of(deck.to_pptx(one)))
    assert names[0] == "[Content_Types].xml"


def test_no_time_of_making_and_nobodys_name() -> None:
    core = pptx.Presentation(io.BytesIO(deck.of_section(a_section(), STAMP))).core_properties

    assert (core.author, core.last_modified_by) == ("", "")
    assert core.created == core.modified == STAMP.moment.replace(tzinfo=None)
    assert STAMP.kenmerk((a_section(),)) in core.keywords
    with zipfile.ZipFile(io.BytesIO(deck.of_section(a_section(), STAMP))) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def numbers_in(words: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", words))


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_no_chart_holds_a_number_that_its_section_does_not_publish(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    """In particular no middle of an interval: of 30 to 34 a workbook may hold 30 and 34."""
    sections, stamp = made[role]
    for section in sections:
        if not section.drawn or section.drawn[0].chart.__class__.__name__ in DERIVED:
            continue
        content = deck.of_section(section, stamp)
        known = set(published_numbers(section))
        for value in workbook_numbers(content):
            assert any(abs(abs(value) - one) < 1e-5 for one in known), (section.key, value)


DERIVED = ("Waterfall", "Survival", "QuartilesOverTime", "Waits", "InBand")
"""Where a bar begins, the curve and the quartiles: computed of what may be seen, not in the table."""


def workbook_numbers(content: bytes) -> Iterator[float]:
    for name, data in parts_of(content).items():
        if name.endswith("sheet1.xml"):
            for cell in etree.fromstring(data).iter("{*}c"):
                if cell.get("t") != "inlineStr" and cell.get("s") != "1":
                    yield float(cell.find("{*}v").text)


def published_numbers(section: Section) -> Iterator[float]:
    """Of the figures of its pictures, at both ends, and of its table and sentences; 0 is nothing."""
    yield 0.0
    text = json.dumps(whole.published.of_section(section), ensure_ascii=False)
    for word in re.findall(r"\d+(?:[.,]\d+)*", text.replace("\u00a0", " ")):
        for as_number in (word.replace(",", "."), word.replace(".", "").replace(",", ".")):
            try:
                yield float(as_number)
            except ValueError:
                continue


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_no_word_on_a_slide_or_under_it_holds_a_number_from_elsewhere(
    made: dict[str, tuple[list[Section], Stamp]], decks: dict[str, bytes], role: str
) -> None:
    """What a file of an audience holds in any corner is in the sections of that audience: titles, tables,
    names at lines, alternative texts, notes. But for how many rows there are, and the words of ours."""
    sections, stamp = made[role]
    whole_of = {
        "sections": [whole.published.of_section(one) for one in sections],
        "figures": [list(_in_pictures(one)) for one in sections],
        "indicators": [
            trust.indicator.model_dump(mode="json") for one in sections for trust in one.trust
        ],
        "stamp": stamp.lines(sections),
        "rows": list(range(max(len(one.table.rows) for one in sections if one.table) + 1)),
    }
    known = numbers_in(json.dumps(whole_of, ensure_ascii=False, default=str))
    read = deck.read_back(decks[role])
    assert read is not None

    for slide in read.slides:
        said = [
            slide.title,
            slide.notes,
            *slide.texts,
            *(cell for table in slide.tables for row in table for cell in row),
        ]
        strange = {number for words in said for number in numbers_in(words) if number not in known}
        assert strange <= {"0"}, (slide.key, strange)


def _in_pictures(section: Section) -> Iterator[str]:
    """The words of its pictures on a page: at lines, along axes, in the legend, under the mouse."""
    for one in section.drawn:
        drawn = plotly_of(one.chart)
        for trace in drawn["data"]:
            yield from map(
                str, (*trace.get("text", ()), *trace.get("customdata", ()), trace.get("name"))
            )
        layout = drawn["layout"]
        yield from (str(note["text"]) for note in layout.get("annotations", ()))
        for axis in ("xaxis", "yaxis"):
            yield from map(str, layout.get(axis, {}).get("ticktext", ()))
