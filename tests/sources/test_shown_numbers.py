"""What Excel shows where a number should be (faults.md D10), and files that are no table."""

import io
import zipfile
from collections.abc import Callable

import pytest
from broken import HEAD, ROW, TLV, text

from monitor.intake.report import DeliveryOutcome
from monitor.pages.leveringen.words import halves


Deliver = Callable[..., DeliveryOutcome]


@pytest.mark.parametrize(
    ("cell", "what", "now"),
    [
        ("#######", "'#######' is wat een spreadsheet toont als een kolom te smal is.", "Maak de"),
        ("#N/B", "'#N/B' is de fout van een formule.", "Verbeter de formule"),
        ("#WAARDE!", "'#WAARDE!' is de fout van een formule.", "Verbeter de formule"),
        ("#DIV/0!", "'#DIV/0!' is de fout van een formule.", "Verbeter de formule"),
        ("1,5E+03", "'1,5E+03' is een verkort getal, waarvan cijfers weg zijn.", "Geef de kolom"),
        ("12%", "'12%' is een percentage.", "Zet het getal zelf"),
        ("12,5 %", "'12,5 %' is een percentage.", "Zet het getal zelf"),
        ("€ 1.200", "'€ 1.200' is een bedrag in euro.", "Zet het getal in de cel zonder €"),
        (
            "1,234",
            "'1,234' kan twee dingen zijn: duizendtallen, of drie decimalen.",
            "Schrijf 1234",
        ),
        ("12,5", "'12,5' is geen heel getal.", "Schrijf een heel getal"),
        ("1.234,5", "'1.234,5' is geen heel getal.", "Schrijf een heel getal"),
        ("-", "'-' zegt niet of het nul is of onbekend.", "Schrijf 0"),
        ("<10", "'<10' is een verborgen aantal met een andere grens dan <5.", "Schrijf het getal"),
        ("veel", "'veel' is niet goed.", "Verwacht een aantal"),
    ],
)
def test_a_number_as_excel_shows_it_is_named_with_what_to_do(
    deliver_text: Deliver, cell: str, what: str, now: str
) -> None:
    """On the page as in a terminal: there the sentence is cut in two (`words.halves`)."""
    outcome = deliver_text(("telling.csv", text(HEAD, f"16SW03;01-10-2025;vso;{cell}\n")))

    (problem,) = outcome.problems
    assert (problem.line, problem.column) == (2, "AANTAL")
    first, second = halves(problem.text)
    assert first == what
    assert second.startswith(now)
    assert "verwacht een aantal, bijv. 12, <5 of x." in problem.text


def test_a_number_that_may_be_a_thousand_is_asked_about(deliver_text: Deliver) -> None:
    head = "ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\n"

    outcome = deliver_text(("normen.csv", text(head, "angst;alle;1.234\n")))

    assert "'1.234' kan twee dingen zijn" in outcome.problems[0].text


@pytest.mark.parametrize("cell", ["#N/B", "########", " #VERW! "])
def test_a_fault_of_a_formula_is_no_name(deliver_text: Deliver, cell: str) -> None:
    """As a text it would be loaded: two schools of the same name, or two pupils that are one."""
    names = deliver_text(("namen.csv", text("NAAM;VESTIGINGSCODE\n", f"{cell};16SW03\n")))
    pupils = deliver_text(
        ("tlv.csv", text(TLV, "B1;L1;vso;01-09-2025;open\n", f"B2;{cell};vso;01-09-2025;open\n"))
    )

    assert [(p.line, p.column) for p in names.problems] == [(2, "NAAM")]
    assert [(p.line, p.column) for p in pupils.problems] == [(3, "LEERLING")]
    assert cell.strip() in names.problems[0].text
    assert cell.strip() not in pupils.problems[0].text


def test_a_name_with_a_hash_is_a_name(deliver_text: Deliver) -> None:
    assert deliver_text(("n.csv", text("NAAM;VESTIGINGSCODE\n", "School #1;16SW03\n"))).id


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return out.getvalue()


def _office(part: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + part.encode("utf-16-le") + bytes(9)


BORDERS = "Haal de grenzen van gemeenten op als GeoJSON"
KINDS = [
    ("a.numbers", _zip("Index/Document.iwa", "Index/Tables/Tile.iwa"), "bestand van Numbers"),
    ("a.pages", _zip("Index/Document.iwa"), "een document of presentatie"),
    ("a.xlsb", _zip("xl/workbook.bin"), "binaire Excel-werkmap"),
    ("a.docx", _zip("word/document.xml"), "een Word-bestand"),
    ("a.ods", _zip("mimetype", "content.xml"), "een OpenDocument-bestand"),
    ("a.zip", _zip("telling.csv"), "Pak het uit"),
    ("a.rtf", b"{\\rtf1 x}", "een RTF-document"),
    (
        "a.xlsx",
        _office("EncryptedPackage"),
        "met een wachtwoord beveiligd. Open het in Excel, haal",
    ),
    ("a.doc", _office("WordDocument"), "een Word-bestand"),
    ("a.msg", _office("__substg1.0_0037001F"), "een e-mailbericht"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "een afbeelding"),
    ("a.sav", b"$FL2@(#) SPSS\0", "een bestand van SPSS"),
    ("grens.gpkg", b"SQLite format 3\0" + bytes(52) + b"GPKG", BORDERS),
    ("grens.zip", _zip("gemeenten.shp", "gemeenten.dbf"), BORDERS),
    ("grens.shp", b"\0\0\x27\x0a" + bytes(96), BORDERS),
    ("grens.dbf", b"\x03" + bytes(60), BORDERS),
    ("telling.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(60), "een snelkoppeling"),
    ("telling.url", b"[InternetShortcut]\r\nURL=https://duo.nl/x.csv\r\n", "een snelkoppeling"),
    ("telling.gsheet", b'{"url": "https://docs.google.com/open?id=1"}', "een snelkoppeling"),
    ("~$telling.xlsx", b"\x05somebody" + b" " * 160, "lever het bestand zonder ~$"),
    ("a.mdb", b"\0\1\0\0Standard Jet DB\0", "een database van Access"),
    ("a.csv", b"MZ\x90\0" + bytes(60), "een programma"),
    ("grens.gml", b'<?xml version="1.0"?><x xmlns:g="http://www.opengis.net/gml"/>', BORDERS),
]


@pytest.mark.parametrize(("name", "content", "said"), KINDS, ids=[name for name, _, _ in KINDS])
def test_a_file_that_is_no_table_is_named(
    deliver_text: Deliver, name: str, content: bytes, said: str
) -> None:
    (problem,) = deliver_text((name, content)).problems

    assert said in problem.text


def test_text_that_begins_as_something_else_is_text(deliver_text: Deliver) -> None:
    """'PAR1' starts a Parquet file, and 'MZ' a program; both may start a heading."""
    assert deliver_text(("m.csv", text("MZ;" + HEAD, "x;" + ROW))).problems == []
    assert deliver_text(("t.csv", text("PAR1;" + HEAD, "x;" + ROW))).problems == []
