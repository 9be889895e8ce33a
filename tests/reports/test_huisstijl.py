"""A template of somebody else: refused where it could harm, told what it lacks, used where it can be."""

import io
import sys
import zipfile
from pathlib import Path

import pptx
import pytest
from made_sections import STAMP, a_section
from pptx.dml.color import RGBColor
from pptx.util import Emu
from test_deck import a_4_to_3, parts_of, renamed, report_of, slides_of

from monitor.commands import main
from monitor.errors import MonitorError
from monitor.reports import deck, huisstijl
from monitor.reports.slides import own_template, refused
from monitor.reports.slides.inner_book import packed


OWN = own_template.own()


def changed(**parts: bytes) -> bytes:
    """Our template with parts put in or replaced; a name's / is written as __."""
    return packed(parts_of(OWN) | {name.replace("__", "/"): data for name, data in parts.items()})


def with_text(part: str, old: bytes, new: bytes) -> bytes:
    parts = parts_of(OWN)
    assert old in parts[part]
    return packed(parts | {part: parts[part].replace(old, new)})


LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout6.xml.rels"
TYPES = "[Content_Types].xml"
OUTSIDE = (
    b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'image" Target="https://elders.example/logo.png" TargetMode="External"/></Relationships>'
)
OLE = (
    b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'oleObject" Target="../embeddings/oleObject1.bin"/></Relationships>'
)


def bomb() -> bytes:
    """Half a gigabyte of nothing in half a megabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in ("ppt/presentation.xml", "ppt/media/leeg.bin"):
            zipped.writestr(name, bytes(refused.MOST_OF_PART + 1))
    return out.getvalue()


def liar() -> bytes:
    """A part that says it is smaller than it is."""
    content = bytearray(changed())
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        entry = zipped.getinfo("ppt/presentation.xml")
    size = entry.file_size.to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(content)


REFUSED = {
    "macro's in een onderdeel": (lambda: changed(**{"ppt__vbaProject.bin": b"x"}), "macro"),
    "macro's in de soort": (lambda: with_text(TYPES, b"presentation.main+xml", b"presentation.macroEnabled.main+xml"), "macro"),
    "koppeling naar buiten": (lambda: with_text(LAYOUT_RELS, b"</Relationships>", OUTSIDE), "koppeling"),
    "ingesloten bestand": (lambda: with_text(LAYOUT_RELS, b"</Relationships>", OLE), "OLE"),
    "entiteit": (lambda: with_text("ppt/theme/theme1.xml", b"<a:theme ", b'<!DOCTYPE a [<!ENTITY x "y">]><a:theme '), "ENTITY"),
    "geen zip": (lambda: b"geen presentatie", "geen PowerPoint"),
    "afgekapt": (lambda: OWN[: len(OWN) // 2], "geen PowerPoint"),
    "geen presentatie": (lambda: packed({"word/document.xml": b"<a/>"}), "geen PowerPoint"),
    "bom": (bomb, "te groot"),
    "liegt over zijn maat": (liar, "te groot"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_could_harm_is_refused_and_says_why(what: str) -> None:
    content, word = REFUSED[what][0](), REFUSED[what][1]

    findings = huisstijl.check(content)

    assert findings
    assert all(one.refuses for one in findings)
    assert word in " ".join(one.words for one in findings)


def test_our_own_lacks_nothing() -> None:
    assert huisstijl.check(OWN) == ()
    assert own_template.own.__wrapped__() is not OWN
    assert parts_of(own_template.own.__wrapped__()) == parts_of(OWN)


def test_what_a_template_lacks_is_said() -> None:
    said = " ".join(one.words for one in huisstijl.check(a_4_to_3()))
    assert "4:3" in said

    said = " ".join(one.words for one in huisstijl.check(renamed()))
    assert "voorbeelddia" in said

    low = pptx.Presentation(io.BytesIO(OWN))
    low.slide_master.slide_layouts[1].placeholders[0].height = Emu(300000)
    assert "te laag" in " ".join(one.words for one in huisstijl.check(saved(low)))

    font = with_text("ppt/theme/theme1.xml", b'typeface="Noto Sans"', b'typeface="Huisletter"')
    assert "'Huisletter' hoort niet bij Office" in " ".join(
        one.words for one in huisstijl.check(font)
    )

    busy = pptx.Presentation()
    for number in (10, 9, 8, 7, 6, 5):
        busy.slide_layouts.remove(busy.slide_layouts[number])
    assert "geen indeling met alleen een titel" in " ".join(
        one.words for one in huisstijl.check(saved(busy))
    )


def saved(opened: object) -> bytes:
    out = io.BytesIO()
    opened.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


PALE = RGBColor(0xFF, 0xF2, 0xA8)


def pale() -> bytes:
    """Yellow as the first colour: nobody sees a bar of it on white."""
    return with_text("ppt/theme/theme1.xml", b'<a:accent1><a:srgbClr val="0072B2"/>', f'<a:accent1><a:srgbClr val="{PALE}"/>'.encode())  # fmt: skip


def test_a_colour_that_cannot_be_seen_is_not_used() -> None:
    assert "contrast 1,1" in " ".join(one.words for one in huisstijl.check(pale()))

    parts = parts_of(deck.of_section(a_section(), STAMP, pale()))
    chart = next(data for name, data in parts.items() if name.startswith("ppt/charts/chart"))
    assert b'schemeClr val="accent1"' not in chart
    assert b'srgbClr val="0072B2"' in chart


def test_the_colours_and_letters_are_those_of_the_template() -> None:
    """Purple and Georgia by changing the template alone: charts name its colours, text its letters."""
    purple = with_text("ppt/theme/theme1.xml", b'<a:accent1><a:srgbClr val="0072B2"/>', b'<a:accent1><a:srgbClr val="6A1B9A"/>')  # fmt: skip
    parts = parts_of(deck.of_section(a_section(), STAMP, purple))

    chart = next(data for name, data in parts.items() if name.startswith("ppt/charts/chart"))
    assert b'schemeClr val="accent1"' in chart
    assert b"latin typeface" not in chart
    assert b"6A1B9A" in parts["ppt/theme/theme1.xml"]


def test_the_first_template_of_the_folder_is_taken(tmp_path: Path) -> None:
    assert huisstijl.of_folder(None) is None
    assert huisstijl.of_folder(tmp_path) is None
    (tmp_path / "huisstijl").mkdir()
    (tmp_path / "huisstijl" / "~$swv.pptx").write_bytes(b"van PowerPoint zelf")
    (tmp_path / "huisstijl" / "logo.png").write_bytes(b"")
    assert huisstijl.of_folder(tmp_path) is None
    (tmp_path / "huisstijl" / "SWV.POTX").write_bytes(renamed())
    assert huisstijl.of_folder(tmp_path) == renamed()

    (tmp_path / "huisstijl" / "AAA.pptx").write_bytes(b"kapot")
    with pytest.raises(MonitorError, match=r"AAA\.pptx kan niet gebruikt worden"):
        huisstijl.of_folder(tmp_path)


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str
) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["dekkend", *words])
    capsys.readouterr()
    code = 0
    try:
        main.main()
    except SystemExit as done:
        code = int(done.code or 0)
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return code, said.out + said.err


def test_the_command_says_each_finding_on_its_own_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, content in (
        ("goed.pptx", OWN),
        ("vier-drie.potx", a_4_to_3()),
        ("kapot.pptx", b"x"),
        ("macro.pptm", OWN),
    ):
        (tmp_path / name).write_bytes(content)

    assert run(monkeypatch, capsys, "huisstijl", str(tmp_path / "goed.pptx"))[0] == 0
    code, said = run(monkeypatch, capsys, "huisstijl", str(tmp_path / "vier-drie.potx"))
    assert code == 1
    assert all(line.startswith("let op: ") for line in said.strip().splitlines())
    code, said = run(monkeypatch, capsys, "huisstijl", str(tmp_path / "kapot.pptx"))
    assert (code, said[:9]) == (1, "geweigerd")
    code, said = run(monkeypatch, capsys, "huisstijl", str(tmp_path / "macro.pptm"))
    assert code == 1
    assert "macro" in said
    assert run(monkeypatch, capsys, "huisstijl", str(tmp_path / "weg.pptx"))[0] == 2


# ------------------------------------------------------------------------------------ read back


def test_what_a_deck_was_made_of_is_read_back() -> None:
    sections = (a_section(), a_section("Esperlo"))
    content = deck.to_pptx(report_of(sections))

    found = deck.read_back(content)

    assert found is not None
    assert found.kenmerk == STAMP.kenmerk(sections)
    assert found.stamp == STAMP.as_values()
    assert [one["says"] for one in found.sections] == [one.says.text for one in sections]
    assert found.names == ("toets", "toets-2")
    assert [one.key for one in found.slides] == ["begin", "toets", "toets-2", "stempel"]
    assert found.slides[1].title == "Het meeste in Tolbeke."
    (chart,) = found.slides[1].charts
    assert chart.categories == ("Esperlo", "Tolbeke")
    assert chart.series == (("Vso-deelname (locatie)", (3.4, 1.2)),)
    assert ("Voor wie", "de directeur") in found.slides[3].tables[0]


def test_a_slide_is_known_by_its_notes_when_its_name_is_gone() -> None:
    """LibreOffice drops names on saving; somebody changed a title and a number too."""
    opened = pptx.Presentation(io.BytesIO(deck.of_section(a_section(), STAMP)))
    slide = opened.slides[0]
    slide._element.find("{*}cSld").attrib.pop("name")
    slide.shapes.title.text_frame.text = "Een andere titel"
    chart = next(one.chart for one in slide.shapes if one.has_chart)
    next(iter(chart._chartSpace.iter("{*}val"))).find(".//{*}v").text = "9.9"

    found = deck.read_back(saved(opened))

    assert found is not None
    assert (found.slides[0].key, found.slides[0].title) == ("toets", "Een andere titel")
    assert found.slides[0].charts[0].series[0][1] == (9.9, 1.2)


@pytest.mark.parametrize("content", [b"", b"geen zip", OWN, packed({"a": b"b"}), bomb()], ids=["leeg", "tekst", "sjabloon", "zip", "bom"])  # fmt: skip
def test_what_is_not_ours_is_none(content: bytes) -> None:
    assert deck.read_back(content) is None


def test_slides_of_others_have_no_key() -> None:
    opened = pptx.Presentation(io.BytesIO(deck.of_section(a_section(), STAMP)))
    opened.slides.add_slide(opened.slide_layouts[1]).shapes.title.text = "Van mij"

    found = deck.read_back(saved(opened))

    assert found is not None
    assert [one.key for one in found.slides] == ["toets", "stempel", ""]
    assert len(slides_of(saved(opened))) == 3
