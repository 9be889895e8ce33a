"""What somebody did to a file after it was made is named: exactly that, and by where it stands."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pptx
import pytest
from helpers.depth import is_deep
from made_sections import STAMP

from monitor.reports import verifying
from monitor.reports.edited import judged
from monitor.reports.making import Order, make
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report, as_data
from monitor.reports.verifying import Outcome, Verdict, verdict
from monitor.store.store import Store


ORDER = Order("schoolprofiel", "school", code="99AA00")
HIDDEN = re.compile(rb'id="gepubliceerd">"[^"]*"')


@pytest.fixture(scope="module")
def one(sample: Store) -> Report:
    return make(sample, ORDER)


@pytest.fixture(scope="module")
def files(one: Report) -> dict[str, bytes]:
    return {form: make_it(one) for form, make_it in FORMS.items()}


@pytest.fixture
def judge(
    sample: Store, one: Report, monkeypatch: pytest.MonkeyPatch
) -> Callable[[bytes], Verdict]:
    """Without making the report once more for each."""
    monkeypatch.setattr(verifying, "make", lambda store, order: one)
    return lambda content: verdict(sample, content, lambda version: None)


# ---------------------------------------------------------------------------------------- slides


def slide_of(deck: Any, key: str) -> Any:
    return next(one for one in deck.slides if one._element.find("{*}cSld").get("name") == key)


def with_chart(deck: Any) -> Any:
    return next(one for one in deck.slides if any(shape.has_chart for shape in one.shapes))


def a_title(deck: Any) -> str:
    slide = with_chart(deck)
    old = slide.shapes.title.text_frame.text
    slide.shapes.title.text_frame.text = "Het gaat goed."
    return f"titel: “{old[:160]}{'…' if len(old) > 160 else ''}” → “Het gaat goed.”"


def a_number_in_a_chart(deck: Any) -> str:
    shape = next(one for one in with_chart(deck).shapes if one.has_chart)
    point = next(shape.chart._chartSpace.iter("{*}val")).find(".//{*}pt/{*}v")
    old, point.text = point.text, "98.75"
    return f": {float(old):g} → 98.75".replace(".", ",")


def a_cell_of_a_table(deck: Any) -> str:
    table = next(one for one in slide_of(deck, "stempel").shapes if one.has_table).table
    table.cell(1, 1).text_frame.text = "niemand"
    return "→ “niemand”"


def a_note(deck: Any) -> str:
    frame = with_chart(deck).notes_slide.notes_text_frame
    frame.text = frame.text.replace("Vraag: ", "Vraag is: ", 1)
    return "notities: “Vraag: "


@pytest.mark.parametrize("edit", [a_title, a_number_in_a_chart, a_cell_of_a_table, a_note])
def test_one_change_on_a_slide_is_named_with_its_slide(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes], edit: Callable[[Any], str]
) -> None:
    deck = pptx.Presentation(io.BytesIO(files["pptx"]))
    slide = slide_of(deck, "stempel") if edit is a_cell_of_a_table else with_chart(deck)
    key = slide._element.find("{*}cSld").get("name")
    what = edit(deck)

    found = judge(_saved(deck))

    assert (found.outcome, found.sentence) == (
        Outcome.DIFFERS, "de gegevens zijn gelijk, maar het bestand is bewerkt")  # fmt: skip
    (line,) = found.lines
    assert f"({key}), " in line
    assert what in line


def test_a_slide_that_was_removed_added_or_moved_is_named(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes]
) -> None:
    gone = pptx.Presentation(io.BytesIO(files["pptx"]))
    slides = gone.slides._sldIdLst
    key = gone.slides[2]._element.find("{*}cSld").get("name")
    gone.part.drop_rel(slides[2].rId)
    slides.remove(slides[2])
    (line,) = judge(_saved(gone)).lines
    assert line.startswith(f"Dia 3 ({key}) is weggehaald: “")

    more = pptx.Presentation(io.BytesIO(files["pptx"]))
    more.slides.add_slide(more.slide_layouts[0]).shapes.title.text = "Van mij"
    many = len(more.slides)
    assert judge(_saved(more)).lines == (f"Dia {many} is erbij gezet: “Van mij”",)

    moved = pptx.Presentation(io.BytesIO(files["pptx"]))
    order = moved.slides._sldIdLst
    order.insert(1, order[-1])
    assert judge(_saved(moved)).lines == ("De dia's staan in een andere volgorde.",)


def test_a_deck_that_was_only_saved_again_has_nothing_named(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes]
) -> None:
    """Also when the names of slides were dropped, as LibreOffice does."""
    deck = pptx.Presentation(io.BytesIO(files["pptx"]))
    for slide in deck.slides:
        slide._element.find("{*}cSld").attrib.pop("name")

    found = judge(_saved(deck))

    assert (found.outcome, found.lines) == (Outcome.DIFFERS, ())
    assert "opnieuw opgeslagen" in found.sentence
    assert "getallen in grafieken zijn gelijk" in found.sentence


# ---------------------------------------------------------------------------- workbook, page, paper


def test_a_cell_a_row_and_a_sheet_of_a_workbook_are_named(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    sheet = book["Cijfers"]
    place, old = next(
        (cell.coordinate, cell.value) for row in sheet.iter_rows(min_row=2) for cell in row
        if isinstance(cell.value, int | float)
    )  # fmt: skip
    sheet[place] = 987.5
    (line,) = judge(_saved(book)).lines
    assert line.startswith(f"Blad Cijfers, cel {place} (")
    assert line.endswith(f": {f'{old:g}'.replace('.', ',')} → 987,5")

    sheet[place] = old
    book["Codeboek"].insert_rows(2)
    book["Codeboek"]["A2"] = "van mij"
    del book["Statuscodes"]
    book.create_sheet("Eigen")
    assert judge(_saved(book)).lines == (
        "Blad Codeboek, rij 2 is erbij gezet: “van mij”",
        "Blad Statuscodes is weggehaald.",
        "Blad Eigen is erbij gezet.",
    )


def test_a_word_a_heading_and_a_part_of_a_page_are_named(
    judge: Callable[[bytes], Verdict], one: Report, files: dict[str, bytes]
) -> None:
    page = files["html"]
    section = next(part for part in as_data(one)["sections"] if part["source"])
    source = section["source"].split(" · ")[0].encode()
    first = re.search(rb'<p class="klein">' + re.escape(source), page)
    assert first is not None
    changed = page[: first.end()] + b" (oud)" + page[first.end() :]
    (line,) = judge(changed).lines
    assert line.startswith("Bij “")
    assert "(oud)" in line.partition(" → ")[2]

    heads = re.findall(rb'<h2 id="kop-\d+" tabindex="-1">([^<]+)</h2>', page)
    (line,) = judge(page.replace(b'tabindex="-1">' + heads[1], b'tabindex="-1">Kop van mij')).lines
    assert line == f"Kop: “{heads[1].decode()}” → “Kop van mij”".replace("&#x27;", "'")

    cut = re.sub(rb'<section id="deel-1".*?</section>\n', b"", page, flags=re.DOTALL)
    (line,) = judge(cut).lines
    assert re.fullmatch("Onderdeel “.*” is weggehaald.", line)

    found = judge(page.replace(b"<style>", b"<style>p{color:red}", 1))
    assert found.lines == ()
    assert "de woorden en getallen zijn gelijk" in found.sentence


def test_of_paper_is_said_what_cannot_be_said(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes]
) -> None:
    (line,) = judge(files["pdf"] + b"\n% een opmerking").lines
    assert "Achter het bestand is iets gezet" in line

    found = judge(
        files["pdf"].replace(b"/Type /Page", b"/Type  /Page", 1).replace(b"%PDF-1.7", b"%PDF-1.6")
    )
    assert (found.outcome, found.lines) == (Outcome.DIFFERS, ())
    assert "van een PDF is niet te zeggen wat er anders is" in found.sentence


# -------------------------------------------------------------------- another stamp, another program


def test_another_version_of_the_monitor_is_no_edit_but_what_is_edited_is_seen(
    judge: Callable[[bytes], Verdict], one: Report
) -> None:
    """Of a file that an earlier program made, an edited number was once called equal."""
    earlier = FORMS["html"](replace(one, stamp=replace(one.stamp, program="dekkend 0.0.1")))

    assert judge(earlier).outcome is Outcome.EQUAL
    drawn = earlier.replace(b"<style>", b"<style>p{}", 1)
    assert judge(drawn).sentence.endswith("gemaakt met dekkend 0.0.1, wat er staat is gelijk")
    edited = judge(earlier.replace(b'<p class="zegt">', b'<p class="zegt">Ruim ', 1))
    assert edited.outcome is Outcome.DIFFERS
    assert "Ruim " in edited.lines[0]


def test_a_stamp_that_is_not_of_these_data_is_seen(
    judge: Callable[[bytes], Verdict], one: Report
) -> None:
    """Also with a kenmerk that was computed again."""
    for other in (
        {"deliveries": "0123456789ab"},
        {"moment": STAMP.moment},
        {"is_demo": not one.stamp.is_demo},
    ):
        stamp = replace(one.stamp, **other)
        found = judge(FORMS["html"](replace(one, stamp=stamp)))
        assert found.outcome is Outcome.DIFFERS
        assert "niet dat van deze gegevens" in found.sentence


def test_of_a_version_that_is_gone_an_edit_is_named_all_the_same(
    judge: Callable[[bytes], Verdict], one: Report
) -> None:
    page = FORMS["html"](replace(one, stamp=replace(one.stamp, version=one.stamp.version + 7)))
    found = judge(page.replace(b'<p class="zegt">', b'<p class="zegt">Ruim ', 1))

    assert found.outcome is Outcome.GONE
    assert found.sentence.endswith("is er niet meer, en het bestand is bewerkt")
    assert "Ruim " in found.lines[0]


def test_what_is_told_does_nothing_on_a_screen(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes]
) -> None:
    changed = files["html"].replace(
        b'<p class="zegt">', b'<p class="zegt">\x1b[31m\x07\xe2\x80\xae', 1
    )

    assert all(line.isprintable() for line in judge(changed).lines)


@pytest.mark.parametrize("form", FORMS)
def test_what_nobody_can_read_is_told(files: dict[str, bytes], form: str) -> None:
    """With our data still in it."""
    if form in ("pptx", "xlsx"):
        out = io.BytesIO()
        part = {"pptx": "ppt/slides/slide2.xml", "xlsx": "xl/worksheets/sheet1.xml"}[form]
        with zipfile.ZipFile(io.BytesIO(files[form])) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, b"<a" if name == part else old.read(name))
        content = out.getvalue()
    else:
        content = files[form].replace(b"</h1>", b"\xff\xfe</h1>") + b" "
    found = judged(content, files[form])

    assert found is not None
    assert found.lines or found.else_said


# ------------------------------------------------------------------------------------ by night


NIGHT = [0] if is_deep() else []


@pytest.mark.parametrize("_", NIGHT)
def test_saved_by_libreoffice(
    judge: Callable[[bytes], Verdict], files: dict[str, bytes], tmp_path: Path, _: int
) -> None:
    for form in ("pptx", "xlsx"):
        (tmp_path / f"een.{form}").write_bytes(files[form])
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(tmp_path / "uit"), str(tmp_path / f"een.{form}")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        found = judge((tmp_path / "uit" / f"een.{form}").read_bytes())
        assert (found.outcome, found.lines) == (Outcome.DIFFERS, ())
        assert "opnieuw opgeslagen" in found.sentence


def _saved(opened: Any) -> bytes:
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()
