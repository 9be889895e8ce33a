"""The catalogue of broken files: what is wrong, the file, and exactly what the sender is told.

Most are a leerlingtelling in which one thing is wrong, since that file is small:

    VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL
    16SW03;01-10-2025;vso;120

Of `told` an indented line goes on with the line above it; `… 17 …` stands for 17 more of the same.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import openpyxl


class Broken(NamedTuple):
    what: str
    file: str
    content: bytes
    told: str
    source: str = ""
    """What the sender chose as the kind of file (`--source`)."""


HEAD = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
ROW = "16SW03;01-10-2025;vso;120\n"
ROW2 = "16SW04;01-10-2025;vso;80\n"
TLV = "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUIT\n"
VO_HEAD = (
    "VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;BEVOEGD GEZAG NUMMER;AANTAL LEERLINGEN;"
    "AANTAL VO LEERLINGEN UITBESTEED AAN VAVO\n"
)
HISTORY = (
    "VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;GEMEENTECODE_VESTIGING"
)
REQUESTS = (
    "AANVRAAGNUMMER;LEERLING;SCHOOLJAAR;ONTVANGEN;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG;NIVEAU;"
    "STATUS\n"
)
VO_ROW = "16SW03;De Zwaan;40631;120;<5\n"


def text(*lines: str, encoding: str = "utf-8") -> bytes:
    return "".join(lines).encode(encoding)


def workbook(*rows: Iterable[Any], then: Callable[[Any], None] = lambda book: None) -> bytes:
    """An XLSX of these rows, to which `then` does what is wrong."""
    book = openpyxl.Workbook()
    book.active.title = "Telling"
    for row in rows:
        book.active.append(list(row))
    then(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def borders(ring: list[list[float]]) -> bytes:
    """A GeoJSON of one gemeente."""
    about = {"statcode": "GM0363", "statnaam": "Amsterdam"}
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": about, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name in names:
            opened.writestr(name, HEAD + ROW)
    return out.getvalue()


HEADINGS = HEAD.strip().split(";")
CELLS = ["16SW03", "01-10-2025", "vso", 120]


def _data_on_the_second_sheet(book: Any) -> None:
    sheet = book.create_sheet("Gegevens")
    sheet.append(HEADINGS)
    sheet.append(CELLS)


def _merged(book: Any) -> None:
    book.active.merge_cells("A2:A3")


def _formula(book: Any) -> None:
    book.active["D2"] = "=60+60"


def _error(book: Any) -> None:
    book.active["D2"] = "#N/A"
    book.active["D2"].data_type = "e"


# Nobody's: numbers that pass the elfproef, in the range that is kept for tests.
BSNS = ["999990019", "999990020", "999990032", "999990044"]

BROKEN = [
    # --- what is no file with a table at all
    Broken(
        "0 bytes",
        "telling.csv",
        b"",
        """
        telling.csv: het bestand is leeg (0 bytes). Haal of maak het opnieuw en lever het dan.
        """,
    ),
    Broken(
        "only blank lines",
        "telling.csv",
        b"\n  \n\r\n\n",
        """
        telling.csv: er staan alleen lege regels in. Controleer de export en lever het bestand
            opnieuw.
        """,
    ),
    Broken(
        "only headings",
        "telling.csv",
        text(HEAD),
        """
        telling.csv: onder de kolomkoppen staan geen rijen. Controleer de export en lever het
            opnieuw.
        """,
    ),
    Broken(
        "only headings, and rows without a value",
        "telling.csv",
        text(HEAD, ";;;\n", " ; ;;\n"),
        """
        telling.csv: onder de kolomkoppen staan geen rijen. Controleer de export en lever het
            opnieuw.
        """,
    ),
    Broken(
        "a document in RTF",
        "telling.csv",
        b"{\\rtf1\\ansi\\deff0 16SW03}",
        """
        telling.csv: dit is een RTF-document (tekstverwerker). Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "a spreadsheet of Numbers",
        "telling.numbers",
        archive("Index/Document.iwa", "Metadata/Properties.plist", "preview.jpg"),
        """
        telling.numbers: dit is een bestand van Numbers. Kies in Numbers Archief > Exporteer naar >
            Excel (of CSV) en lever dat bestand.
        """,
    ),
    Broken(
        "a binary workbook",
        "telling.xlsb",
        archive("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"),
        """
        telling.xlsb: dit is een binaire Excel-werkmap (.xlsb). Kies in Excel Opslaan als >
            Excel-werkmap (.xlsx) en lever dat bestand.
        """,
    ),
    Broken(
        "a PDF",
        "telling.csv",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        """
        telling.csv: dit is een PDF. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "a web page, as when a download needs a login",
        "telling.csv",
        b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>Log in</body></html>",
        """
        telling.csv: dit is een webpagina. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "an XML file",
        "telling.xml",
        b'<?xml version="1.0"?>\n<telling/>',
        """
        telling.xml: dit is een XML-bestand. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "a zip with a CSV in it",
        "telling.zip",
        archive("telling.csv"),
        """
        telling.zip: dit is een zip-bestand. Pak het uit en lever de bestanden die erin zitten.
        """,
    ),
    Broken(
        "an OpenDocument spreadsheet",
        "telling.ods",
        archive("mimetype", "content.xml"),
        """
        telling.ods: dit is een OpenDocument-bestand. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "a Word document",
        "telling.docx",
        archive("word/document.xml"),
        """
        telling.docx: dit is een Word-bestand. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "an image",
        "telling.csv",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00",
        """
        telling.csv: dit is een afbeelding. Lever de gegevens als CSV of XLSX.
        """,
    ),
    Broken(
        "half an XLSX",
        "telling.xlsx",
        workbook(HEADINGS, CELLS)[:2000],
        """
        telling.xlsx: het Excel-bestand is niet te openen; misschien is het beschadigd of met een
            wachtwoord beveiligd. Open het in Excel, sla het zonder wachtwoord op als XLSX en lever
            het opnieuw.
        """,
    ),
    Broken(
        "an XLSX whose sheet is no XML",
        "telling.xlsx",
        archive("xl/workbook.xml"),
        """
        telling.xlsx: het Excel-bestand is niet te openen; misschien is het beschadigd of met een
            wachtwoord beveiligd. Open het in Excel, sla het zonder wachtwoord op als XLSX en lever
            het opnieuw.
        """,
    ),
    Broken(
        "an old or protected Excel file that cannot be opened",
        "telling.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        """
        telling.xls: het Excel-bestand is niet te openen; misschien is het beschadigd of met een
            wachtwoord beveiligd. Open het in Excel, sla het zonder wachtwoord op als XLSX en lever
            het opnieuw.
        """,
    ),
    Broken(
        "half a GeoJSON",
        "grenzen.json",
        b'{"type": "FeatureCollection", "features": [{"type": "Fea',
        """
        grenzen.json: dit is geen geldige GeoJSON of TopoJSON; is het bestand afgebroken? Haal het
            opnieuw op en lever het dan.
        """,
    ),
    Broken(
        "a GeoJSON in which a place is missing",
        "scholen.json",
        b'{"type": "FeatureCollection", "features": [{"geometry": {"type": "Point"}}]}',
        """
        scholen.json: dit is geen geldige GeoJSON of TopoJSON; is het bestand afgebroken? Haal het
            opnieuw op en lever het dan.
        """,
    ),
    Broken(
        "a GeoJSON without features",
        "scholen.json",
        b'{"type": "FeatureCollection", "features": []}',
        """
        scholen.json: er staan geen gebieden of punten in. Haal het bestand opnieuw op en lever het
            dan.
        """,
    ),
    Broken(
        "JSON with rows of which no kind of file is known",
        "scholen.json",
        b'[\n {"vestigingscode": "16SW03"}\n]',
        """
        scholen.json: het soort bestand is niet te herkennen. Gevonden kolomkoppen:
            'vestigingscode'. Het lijkt het meest op schoolnamen (er ontbreekt: NAAM); vestigingen
            (er ontbreekt: VESTIGINGSNAAM, POSTCODE); leerlingtelling (er ontbreekt: PEILDATUM,
            SCHOOLTYPE, AANTAL). Pas de koppen aan, kies zelf de soort (--source NAAM) of maak op de
            pagina Leveringen een koppeling.
        """,
    ),
    # --- characters
    Broken(
        "UTF-16 that does not say so",
        "telling.csv",
        text(HEAD, ROW, encoding="utf-16-le"),
        """
        telling.csv: de tekens zijn niet te lezen (geen UTF-8 en geen Windows-1252). Sla het bestand
            op als CSV UTF-8 en lever het opnieuw.
        """,
    ),
    Broken(
        "NUL bytes",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;12\0\n"),
        """
        telling.csv: dit is geen tekst en geen XLSX. Lever het bestand als CSV of XLSX.
        """,
    ),
    Broken(
        "bytes that Windows-1252 does not have",
        "telling.csv",
        text(HEAD) + b"16SW03;01-10-2025;v\x81o;120\n",
        """
        telling.csv: de tekens zijn niet te lezen (geen UTF-8 en geen Windows-1252). Sla het bestand
            op als CSV UTF-8 en lever het opnieuw.
        """,
    ),
    Broken(
        "half a UTF-16 character",
        "telling.csv",
        text(HEAD, ROW, encoding="utf-16") + b"\x31",
        """
        telling.csv: de tekens zijn niet te lezen (geen UTF-8 en geen Windows-1252). Sla het bestand
            op als CSV UTF-8 en lever het opnieuw.
        """,
    ),
    # --- separators, quotes and cells
    Broken(
        "a separator that we do not know",
        "telling.csv",
        text(HEAD.replace(";", ":"), ROW.replace(";", ":")),
        """
        telling.csv: het soort bestand is niet te herkennen. Geen kolomkop is bekend. Er is maar één kolom gevonden: gebruik ;
            of ,
            of een tab als scheidingsteken.
        """,
    ),
    Broken(
        "another separator in the rows than in the headings",
        "telling.csv",
        text(HEAD, ROW.replace(";", ","), ROW2.replace(";", ",")),
        """
        telling.csv, regel 2: heeft 1 cel, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        telling.csv, regel 3: heeft 1 cel, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        """,
    ),
    Broken(
        "a cell too many and a cell too few in the middle",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;120;x\n", "16SW04;01-10-2025;vso\n", ROW2),
        """
        telling.csv, regel 2: heeft 5 cellen, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        telling.csv, regel 3: heeft 3 cellen, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        """,
    ),
    Broken(
        "a line of one cell in the middle",
        "telling.csv",
        text(HEAD, ROW, "Opmerking: nog niet compleet\n", ROW2),
        """
        telling.csv, regel 3: dit is een voetregel ('Opmerking: …'). Haal die weg en lever het
            bestand opnieuw.
        """,
    ),
    Broken(
        "half a row at the end: the file was cut off",
        "telling.csv",
        text(HEAD, ROW, "16SW04;01-10"),
        """
        telling.csv, regel 3: heeft 2 cellen, verwacht 4. Is het bestand afgebroken? Haal het
            opnieuw
            op.
        """,
    ),
    Broken(
        "a quote that is never closed",
        "telling.csv",
        text(HEAD, ROW, '"16SW04;01-10-2025;vso;80\n', ROW),
        """
        telling.csv, regel 3: een aanhalingsteken (") wordt niet gesloten, of er staat tekst achter.
            Zet een aanhalingsteken in een tekst dubbel, of haal het weg.
        """,
    ),
    Broken(
        "text behind a closed quote",
        "telling.csv",
        text(HEAD, ROW, '"16SW04"x;01-10-2025;vso;80\n'),
        """
        telling.csv, regel 3: een aanhalingsteken (") wordt niet gesloten, of er staat tekst achter.
            Zet een aanhalingsteken in een tekst dubbel, of haal het weg.
        """,
    ),
    Broken(
        "25 rows with a cell too few",
        "telling.csv",
        text(HEAD, *["16SW03;01-10-2025;vso\n"] * 25, ROW),
        """
        telling.csv, regel 2: heeft 3 cellen, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        telling.csv, regel 3: heeft 3 cellen, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        telling.csv, regel 4: heeft 3 cellen, verwacht 4. Staat er een scheidingsteken te veel of te
            weinig, of een aanhalingsteken los?
        … 17 …
        telling.csv: nog 5 rijen met te veel of te weinig cellen.
        """,
    ),
    # --- headings
    Broken(
        "headings that nobody knows",
        "lijst.csv",
        b"Naam;Klas;Mentor\nA;1;B\n",
        """
        lijst.csv: het soort bestand is niet te herkennen. Gevonden kolomkoppen: 'Naam', 'Klas',
            'Mentor'. Het lijkt het meest op schoolnamen (er ontbreekt: VESTIGINGSCODE);
            schoollocaties (er ontbreekt: vestigingscode, type, LENGTEGRAAD, BREEDTEGRAAD). Pas de
            koppen aan, kies zelf de soort (--source NAAM) of maak op de pagina Leveringen een
            koppeling.
        """,
    ),
    Broken(
        "headings that nearly fit",
        "telling.csv",
        text("VESTIGING;PEILDATUM;SCHOOLTYPE;AANTAL\n", ROW),
        """
        telling.csv: het soort bestand is niet te herkennen. Gevonden kolomkoppen: 'VESTIGING',
            'PEILDATUM', 'SCHOOLTYPE', 'AANTAL'. Het lijkt het meest op leerlingtelling (er
            ontbreekt:
            VESTIGINGSCODE); behoefte (er ontbreekt: SCHOOLJAAR, POSTCODE4, ONDERSTEUNINGSVRAAG,
            NIVEAU); afstand (er ontbreekt: VESTIGINGSCODE, INSTELLINGSNAAM_VESTIGING, SOORT_PO,
            AFSTAND, LEERLINGEN). Pas de koppen aan, kies zelf de soort (--source NAAM) of maak op
            de
            pagina Leveringen een koppeling.
        """,
    ),
    Broken(
        "a heading of DUO that changed",
        "leerlingen-2025.csv",
        text(VO_HEAD.replace("AANTAL LEERLINGEN", "LEERLINGEN TOTAAL"), VO_ROW),
        """
        leerlingen-2025.csv: het soort bestand is niet te herkennen. Gevonden kolomkoppen:
            'VESTIGINGSCODE', 'INSTELLINGSNAAM VESTIGING', 'BEVOEGD GEZAG NUMMER', 'LEERLINGEN
            TOTAAL', 'AANTAL VO LEERLINGEN UITBESTEED AAN VAVO'. Het lijkt het meest op
            leerlingen_vo_vavo (er ontbreekt: AANTAL LEERLINGEN); schoolnamen (er ontbreekt: NAAM);
            afstand (er ontbreekt: PEILDATUM, SOORT_PO, AFSTAND, LEERLINGEN). Pas de koppen aan,
            kies
            zelf de soort (--source NAAM) of maak op de pagina Leveringen een koppeling.
        """,
    ),
    Broken(
        "no headings at all",
        "telling.csv",
        text(ROW, ROW2),
        """
        telling.csv: het soort bestand is niet te herkennen. Geen kolomkop is bekend
            (van 4). Staan er wel kolomkoppen boven de rijen?
        """,
    ),
    Broken(
        "no headings, and a BSN in the first row",
        "tlv.csv",
        text(f"B1;{BSNS[0]};vso;01-09-2025;open\n"),
        """
        tlv.csv: op de plaats van de kolomkoppen lijkt een burgerservicenummer te staan. De monitor
            neemt die niet aan; er is niets bewaard. Haal de kolom weg en zet kolomkoppen boven de
            rijen.
        """,
    ),
    Broken(
        "two kinds of file at once",
        "lijst.csv",
        b"NAAM;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\n",
        """
        lijst.csv: het bestand kan meer dan één soort zijn: normen, schoolnamen. Kies zelf de soort
            (--source NAAM).
        """,
    ),
    Broken(
        "a required column is missing, the kind was chosen",
        "telling.csv",
        text("VESTIGINGSCODE;PEILDATUM;AANTAL\n16SW03;01-10-2025;120\n"),
        """
        telling.csv: voor 'leerlingtelling' ontbreekt SCHOOLTYPE. Voeg deze kolom toe of pas de
            kolomkop aan.
        """,
        "leerlingtelling",
    ),
    Broken(
        "two required columns are missing, the kind was chosen",
        "telling.csv",
        text("VESTIGINGSCODE;AANTAL\n16SW03;120\n"),
        """
        telling.csv: voor 'leerlingtelling' ontbreken PEILDATUM, SCHOOLTYPE. Voeg deze kolommen
            toe of
            pas de kolomkop aan.
        """,
        "leerlingtelling",
    ),
    Broken(
        "the years of a history are missing",
        "historie.csv",
        text(HISTORY, "\n16SW03;A;BO;1;363\n"),
        """
        historie.csv: het soort bestand is niet te herkennen. Gevonden kolomkoppen:
            'VESTIGINGSCODE',
            'NAAM_VESTIGING', 'SOORT_VESTIGING', 'BEVOEGD_GEZAG_NUMMER', 'GEMEENTECODE_VESTIGING'.
            Het
            lijkt het meest op leerlingen_historie (er ontbreekt: LEERLINGEN_2025 en andere jaren);
            schoolnamen (er ontbreekt: NAAM); leerlingen_vo_vavo (er ontbreekt: INSTELLINGSNAAM
            VESTIGING, AANTAL LEERLINGEN, AANTAL VO LEERLINGEN UITBESTEED AAN VAVO). Pas de koppen
            aan, kies zelf de soort (--source NAAM) of maak op de pagina Leveringen een koppeling.
        """,
    ),
    Broken(
        "the wrong kind was chosen",
        "telling.csv",
        text(HEAD, ROW),
        """
        telling.csv: voor 'normen' ontbreken ONDERSTEUNINGSVRAAG, NIVEAU, MAX KM. Voeg deze kolommen
            toe of pas de kolomkop aan.
        """,
        "normen",
    ),
    Broken(
        "a heading twice",
        "telling.csv",
        text("VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL;AANTAL\n16SW03;01-10-2025;vso;120;120\n"),
        """
        telling.csv: de kolomkop 'AANTAL' komt twee keer voor. Haal er een weg.
        """,
    ),
    Broken(
        "a heading twice, spelled in two ways",
        "telling.csv",
        text("VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;Aantal;AANTAL\n16SW03;01-10-2025;vso;120;120\n"),
        """
        telling.csv: de kolomkoppen 'Aantal' en 'AANTAL' betekenen hetzelfde. Haal er een weg.
        """,
    ),
    Broken(
        "a year twice",
        "historie.csv",
        text(HISTORY, ";LEERLINGEN_2025;LEERLINGEN_2025\n16SW03;A;BO;1;363;1;1\n"),
        """
        historie.csv: de kolomkop 'LEERLINGEN_2025' komt twee keer voor. Haal er een weg.
        """,
    ),
    # --- cells
    Broken(
        "a wrong vestigingscode",
        "telling.csv",
        text(HEAD, ROW, "16SW3;01-10-2025;vso;80\n"),
        """
        telling.csv, regel 3, kolom 'VESTIGINGSCODE': '16SW3' is niet goed; verwacht een
            vestigingscode van zes tekens, bijv. 16SW03.
        """,
    ),
    Broken(
        "a thousands point in a number, or a decimal point?",
        "normen.csv",
        b"ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;1.234\n",
        """
        normen.csv, regel 2, kolom 'MAX KM': '1.234' kan twee dingen zijn: duizendtallen, of drie
            decimalen. Schrijf 1234 voor duizendtallen, en 1,2340 voor decimalen; verwacht een
            afstand in km van 0,1 tot en met 200, bijv. 12,5 (niet 1.234: dat kan twee dingen zijn).
        """,
    ),
    Broken(
        "a negative count",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;-12\n"),
        """
        telling.csv, regel 2, kolom 'AANTAL': '-12' is niet goed; verwacht een aantal, bijv. 12,
            <5 of
            x.
        """,
    ),
    Broken(
        "words for a count",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;twaalf\n"),
        """
        telling.csv, regel 2, kolom 'AANTAL': 'twaalf' is niet goed; verwacht een aantal, bijv.
            12, <5
            of x.
        """,
    ),
    Broken(
        "half a pupil",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;12,5\n"),
        """
        telling.csv, regel 2, kolom 'AANTAL': '12,5' is geen heel getal. Schrijf een heel getal;
            verwacht een aantal, bijv. 12, <5 of x.
        """,
    ),
    Broken(
        "<10 for a count: DUO only has <5",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;<10\n"),
        """
        telling.csv, regel 2, kolom 'AANTAL': '<10' is een verborgen aantal met een andere grens dan
            <5. Schrijf het getal zelf, of x als het onbekend is; verwacht een aantal, bijv. 12, <5
            of x.
        """,
    ),
    Broken(
        "a day that does not exist",
        "telling.csv",
        text(HEAD, "16SW03;31-02-2025;vso;120\n"),
        """
        telling.csv, regel 2, kolom 'PEILDATUM': '31-02-2025' is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        """,
    ),
    Broken(
        "a year of two digits",
        "telling.csv",
        text(HEAD, "16SW03;01-10-25;vso;120\n"),
        """
        telling.csv, regel 2, kolom 'PEILDATUM': '01-10-25' is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        """,
    ),
    Broken(
        "a schooljaar of two years",
        "middelen.csv",
        b"SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n2025-2027;16SW03;x;1000\n",
        """
        middelen.csv, regel 2, kolom 'SCHOOLJAAR': '2025-2027' is niet goed; verwacht een
            schooljaar, bijv. 2025-2026, vanaf 1980 en hoogstens 10 jaar vooruit.
        """,
    ),
    Broken(
        "a schooljaar that is far away, and one before anything was counted",
        "middelen.csv",
        b"SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n2052-2053;16SW03;x;1000\n"
        b"1899-1900;16SW03;x;1000\n",
        """
        middelen.csv, regel 2, kolom 'SCHOOLJAAR': '2052-2053' is niet goed; verwacht een
            schooljaar, bijv. 2025-2026, vanaf 1980 en hoogstens 10 jaar vooruit.
        middelen.csv, regel 3, kolom 'SCHOOLJAAR': '1899-1900' is niet goed; verwacht een
            schooljaar, bijv. 2025-2026, vanaf 1980 en hoogstens 10 jaar vooruit.
        """,
    ),
    Broken(
        "a norm that nobody can meet",
        "normen.csv",
        b"ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;0\n",
        """
        normen.csv, regel 2, kolom 'MAX KM': '0' is niet goed; verwacht een afstand in km van 0,1 tot
            en met 200, bijv. 12,5 (niet 1.234: dat kan twee dingen zijn).
        """,
    ),
    Broken(
        "a tlv that was received in 2050 for a pupil of 150 years",
        "tlv.csv",
        text(TLV.replace("BESLUIT", "BESLUIT;LEEFTIJD"), "B1;L1;vso;01-03-2050;open;150\n"),
        """
        tlv.csv, regel 2, kolom 'ONTVANGEN': de waarde is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        tlv.csv, regel 2, kolom 'LEEFTIJD': de waarde is niet goed; verwacht een leeftijd in jaren,
            van 2 tot en met 30.
        """,
    ),
    Broken(
        "a word that is no choice",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;Voortgezet;120\n"),
        """
        telling.csv, regel 2, kolom 'SCHOOLTYPE': 'Voortgezet' is niet goed; verwacht een van: bao,
            sbo, so, vo, pro, vso, opdc.
        """,
    ),
    Broken(
        "a vakantieregio that is a province, and a day that does not exist",
        "vakanties.csv",
        b"SCHOOLJAAR;REGIO;VAKANTIE;EERSTE DAG;LAATSTE DAG\n"
        b"2025-2026;Utrecht;Herfstvakantie;18-10-2025;26-10-2025\n"
        b"2025-2026;zuid;Meivakantie;18-04-2026;31-04-2026\n",
        """
        vakanties.csv, regel 2, kolom 'REGIO': 'Utrecht' is niet goed; verwacht een van: noord,
            midden, zuid.
        vakanties.csv, regel 3, kolom 'LAATSTE DAG': '31-04-2026' is niet goed; verwacht een datum
            als 01-10-2025, tussen 1980 en 15 jaar na nu (een getal als 45931 is een datum zonder
            opmaak: geef de kolom in de spreadsheet de opmaak datum).
        """,
    ),
    Broken(
        "a vakantie twice in one schooljaar and regio",
        "vakanties.csv",
        b"SCHOOLJAAR;REGIO;VAKANTIE;EERSTE DAG;LAATSTE DAG\n"
        b"2025-2026;noord;Herfstvakantie;18-10-2025;26-10-2025\n"
        b"2025-2026;midden;Herfstvakantie;18-10-2025;26-10-2025\n"
        b"2025/26;Noord;Herfstvakantie;11-10-2025;19-10-2025\n",
        """
        vakanties.csv, regel 4: SCHOOLJAAR, REGIO en VAKANTIE zijn samen hetzelfde als op regel 2.
            Laat één van de twee rijen staan.
        """,
    ),
    Broken(
        "empty cells that must be filled",
        "telling.csv",
        text(HEAD, ";01-10-2025;vso;120\n", "16SW04; ;vso;80\n"),
        """
        telling.csv, regel 2, kolom 'VESTIGINGSCODE': is leeg, maar moet ingevuld zijn.
        telling.csv, regel 3, kolom 'PEILDATUM': is leeg, maar moet ingevuld zijn.
        """,
    ),
    Broken(
        "a latitude without its point",
        "regio.csv",
        b"POSTCODE4;SWV;LATITUDE;LONGITUDE\n5831;VO2507;516512;5,94\n",
        """
        regio.csv, regel 2, kolom 'LATITUDE': '516512' is niet goed; verwacht een breedtegraad
            in graden, van 50 tot 54, bijv. 52,0907 (verwisseld met de lengtegraad, of in meters van
            het Rijksdriehoekstelsel? Reken die om naar graden: WGS84, EPSG:4326).
        """,
    ),
    Broken(
        "borders in metres instead of degrees",
        "gemeenten_2025.geojson",
        borders([[155000, 463000], [156000, 463000], [156000, 464000], [155000, 463000]]),
        """
        gemeenten_2025.geojson: de grenzen staan in meters (Rijksdriehoekstelsel, EPSG:28992), en de
            monitor tekent in graden. Haal het bestand opnieuw op in graden (WGS84, EPSG:4326) en
            lever het dan.
        """,
    ),
    Broken(
        "borders with latitude before longitude",
        "gemeenten_2025.geojson",
        borders([[52.1, 5.1], [52.2, 5.1], [52.2, 5.2], [52.1, 5.1]]),
        """
        gemeenten_2025.geojson: in de grenzen staat de breedtegraad voor de lengtegraad; GeoJSON heeft
            de lengtegraad eerst. Haal het bestand opnieuw op in graden (WGS84, EPSG:4326) en lever het
            dan.
        """,
    ),
    Broken(
        "borders with a point that is no number",
        "gemeenten_2025.geojson",
        borders([[5.1, 52.1], [5.2, float("nan")], [5.2, 52.2], [5.1, 52.1]]),
        """
        gemeenten_2025.geojson: de grenzen liggen niet in Nederland, of niet elk punt is een getal.
            Haal het bestand opnieuw op in graden (WGS84, EPSG:4326) en lever het dan.
        """,
    ),
    Broken(
        "a place in metres",
        "regio.csv",
        b"POSTCODE4;SWV;LATITUDE;LONGITUDE\n5831;VO2507;463000;5,94\n",
        """
        regio.csv, regel 2, kolom 'LATITUDE': '463000' is niet goed; verwacht een breedtegraad in
            graden, van 50 tot 54, bijv. 52,0907 (verwisseld met de lengtegraad, of in meters van het
            Rijksdriehoekstelsel? Reken die om naar graden: WGS84, EPSG:4326).
        """,
    ),
    Broken(
        "a postcode with a nought in front",
        "regio.csv",
        b"POSTCODE4;SWV\n0831;VO2507\n",
        """
        regio.csv, regel 2, kolom 'POSTCODE4': '0831' is niet goed; verwacht vier cijfers van een
            postcode, bijv. 5831.
        """,
    ),
    Broken(
        "an SWV without po or vo",
        "regio.csv",
        b"POSTCODE4;SWV\n5831;25-07\n",
        """
        regio.csv, regel 2, kolom 'SWV': '25-07' is niet goed; verwacht een code als VO2507 of
            PO-24-01.
        """,
    ),
    Broken(
        "an amount with text",
        "middelen.csv",
        b"SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n2025-2026;16SW03;x;circa 1000\n",
        """
        middelen.csv, regel 2, kolom 'TOEGEKEND': 'circa 1000' is niet goed; verwacht een bedrag in
            euro, bijv. 12500 of 12.500,50.
        """,
    ),
    Broken(
        "a cell with a whole letter in it",
        "telling.csv",
        text(HEAD, f'16SW03;01-10-2025;"{"Beste mevrouw, " * 9}";120\n'),
        """
        telling.csv, regel 2, kolom 'SCHOOLTYPE': 'Beste mevrouw, Beste mevrouw, Beste mev…' is niet
            goed; verwacht een van: bao, sbo, so, vo, pro, vso, opdc.
        """,
    ),
    Broken(
        "neither of two columns of which one is needed",
        "middelen.csv",
        b"SCHOOLJAAR;VESTIGINGSCODE;BESTUURSNUMMER;DOEL;TOEGEKEND\n2025-2026;;;x;1000\n",
        """
        middelen.csv, regel 2: VESTIGINGSCODE of BESTUURSNUMMER moet ingevuld zijn.
        """,
    ),
    Broken(
        "none of three columns of which one is needed, 21 times",
        "arrangementen.csv",
        text(
            "SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;ONDERSTEUNINGSVRAGEN;NIVEAUS;BEREIK;PLAATSEN PLAN;"
            "STATUS\n",
            *[f"2025-2026;A{i};Totaalaanpak;angst;alle;swv;8;actief\n" for i in range(21)],
        ),
        """
        arrangementen.csv, regel 2: VESTIGINGSCODE, AANBIEDER of POSTCODE moet ingevuld zijn.
        … 19 …
        arrangementen.csv: nog 1 rij waarin geen van deze is ingevuld.
        """,
    ),
    Broken(
        "a row with three faults",
        "telling.csv",
        text(HEAD, ROW, "x;y;z;120\n"),
        """
        telling.csv, regel 3, kolom 'VESTIGINGSCODE': 'x' is niet goed; verwacht een vestigingscode
            van zes tekens, bijv. 16SW03.
        telling.csv, regel 3, kolom 'PEILDATUM': 'y' is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        telling.csv, regel 3, kolom 'SCHOOLTYPE': 'z' is niet goed; verwacht een van: bao, sbo, so,
            vo, pro, vso, opdc.
        """,
    ),
    Broken(
        "100 faults in one column",
        "telling.csv",
        text(HEAD, *[f"16SW03;01-10-2025;vso;n{i}\n" for i in range(100)]),
        """
        telling.csv, regel 2, kolom 'AANTAL': 'n0' is niet goed; verwacht een aantal, bijv. 12, <5
            of
            x.
        telling.csv, regel 3, kolom 'AANTAL': 'n1' is niet goed; verwacht een aantal, bijv. 12, <5
            of
            x.
        telling.csv, regel 4, kolom 'AANTAL': 'n2' is niet goed; verwacht een aantal, bijv. 12, <5
            of
            x.
        … 17 …
        telling.csv, kolom 'AANTAL': nog 80 keer een fout in deze kolom.
        """,
    ),
    Broken(
        "a year column with a wrong count",
        "historie.csv",
        text(HISTORY, ";LEERLINGEN_2024;LEERLINGEN_2025\n16SW03;A;BO;1;363;12;n\n"),
        """
        historie.csv, regel 2, kolom 'LEERLINGEN_2025': 'n' is niet goed; verwacht een aantal, bijv.
            12, <5 of x.
        """,
    ),
    # --- rows
    Broken(
        "a total row",
        "telling.csv",
        text(HEAD, ROW, ROW2, "Totaal;;;200\n"),
        """
        telling.csv, regel 4: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        """,
    ),
    Broken(
        "subtotals and a total",
        "telling.csv",
        text(HEAD, ROW, "Subtotaal vso;;;120\n", ROW2, ";Eindtotaal;;200\n"),
        """
        telling.csv, regel 3: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        telling.csv, regel 5: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        """,
    ),
    Broken(
        "the same row twice",
        "telling.csv",
        text(HEAD, ROW, ROW2, ROW),
        """
        telling.csv, regel 4: VESTIGINGSCODE, PEILDATUM en SCHOOLTYPE zijn samen hetzelfde als op
            regel 2. Laat één van de twee rijen staan.
        """,
    ),
    Broken(
        "the same number twice",
        "aanvragen.csv",
        text(
            REQUESTS,
            "A1;L1;2025-2026;01-09-2025;16SW03;angst;havo;geplaatst\n",
            "A1;L2;2025-2026;01-09-2025;16SW03;angst;havo;geplaatst\n",
        ),
        """
        aanvragen.csv, regel 3: AANVRAAGNUMMER is hetzelfde als op regel 2. Laat één van de twee
            rijen
            staan.
        """,
    ),
    Broken(
        "24 rows twice",
        "telling.csv",
        text(HEAD, *[f"16SW{i:02};01-10-2025;vso;1\n" for i in [*range(24), *range(24)]]),
        """
        telling.csv, regel 26: VESTIGINGSCODE, PEILDATUM en SCHOOLTYPE zijn samen hetzelfde als op
            regel 2. Laat één van de twee rijen staan.
        telling.csv, regel 27: VESTIGINGSCODE, PEILDATUM en SCHOOLTYPE zijn samen hetzelfde als op
            regel 3. Laat één van de twee rijen staan.
        telling.csv, regel 28: VESTIGINGSCODE, PEILDATUM en SCHOOLTYPE zijn samen hetzelfde als op
            regel 4. Laat één van de twee rijen staan.
        … 17 …
        telling.csv: nog 4 rijen die dubbel zijn.
        """,
    ),
    # --- burgerservicenummers
    Broken(
        "a column called BSN",
        "tlv.csv",
        text(TLV.replace("LEERLING", "LEERLING;BSN")),
        """
        tlv.csv, kolom 'BSN': deze kolom heet als een burgerservicenummer. De monitor neemt die niet
            aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een pseudoniem.
        """,
    ),
    Broken(
        "a BSN in a pseudonym",
        "tlv.csv",
        text(
            TLV,
            "B1;LL1;vso;01-09-2025;open\n",
            f"B2;{BSNS[0]};vso;01-09-2025;open\n",
            "B3;LL3;vso;01-09-2025;open\n",
        ),
        """
        tlv.csv, regel 3, kolom 'LEERLING': de waarde is niet goed; verwacht een pseudoniem; dit
            lijkt
            op een burgerservicenummer en dat mag niet in de monitor.
        """,
    ),
    Broken(
        "BSNs for pseudonyms",
        "tlv.csv",
        text(TLV, *[f"B{b[-2:]};{b};vso;01-09-2025;open\n" for b in BSNS]),
        """
        tlv.csv, kolom 'LEERLING': de waarden lijken op burgerservicenummers. De monitor neemt die
            niet aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een
            pseudoniem.
        """,
    ),
    Broken(
        "BSNs as on a passport, in a column that is not used",
        "tlv.csv",
        text(
            "NUMMER;" + TLV,
            *[f"{b[:4]}.{b[4:6]}.{b[6:]};B{b[-2:]};LL{b[-2:]};vso;01-09-2025;open\n" for b in BSNS],
        ),
        """
        tlv.csv, kolom 'NUMMER': de waarden lijken op burgerservicenummers. De monitor neemt die
            niet
            aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een pseudoniem.
        """,
    ),
    Broken(
        "BSNs in a column padded by a database",
        "tlv.csv",
        text(
            "NUMMER;" + TLV, *[f"{b:<80};B{b[-2:]};LL{b[-2:]};vso;01-09-2025;open\n" for b in BSNS]
        ),
        """
        tlv.csv, kolom 'NUMMER': de waarden lijken op burgerservicenummers. De monitor neemt die
            niet
            aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een pseudoniem.
        """,
    ),
    Broken(
        "a BSN where a vestigingscode must be",
        "telling.csv",
        text(HEAD, f"Jan {BSNS[0]};01-10-2025;vso;120\n", ROW),
        """
        telling.csv, regel 2, kolom 'VESTIGINGSCODE': de waarde is niet goed; verwacht een
            vestigingscode van zes tekens, bijv. 16SW03.
        """,
    ),
    # --- the date of a file
    Broken(
        "no year in the file's name",
        "leerlingen.csv",
        text(VO_HEAD, VO_ROW),
        """
        leerlingen.csv: het jaar van 'Leerlingen vo per vestiging en bestuur, vavo apart' staat niet
            in het bestand en niet in de bestandsnaam. Geef de peildatum erbij (--peildatum
            2025-10-01), of zet het jaar in de bestandsnaam.
        """,
    ),
    Broken(
        "two years in the file's name",
        "leerlingen-2019-geleverd-2025.csv",
        text(VO_HEAD, VO_ROW),
        """
        leerlingen-2019-geleverd-2025.csv: de bestandsnaam noemt meer dan één jaar (2019, 2025).
            Geef
            de peildatum erbij (--peildatum 2025-10-01).
        """,
    ),
    Broken(
        "a quote that is closed some rows later",
        "telling.csv",
        text(
            "VESTIGINGSCODE;PEILDATUM;AANTAL;SCHOOLTYPE;NIVEAU\n",
            '16SW03;01-10-2025;7;vso;"havo\n',
            '16SW04;01-10-2025;8;vso;"\n',
            "16SW05;01-10-2025;9;vso;vwo\n",
        ),
        """
        telling.csv, regel 2: in één cel van deze rij staan hele regels: een aanhalingsteken (")
            wordt pas op een latere regel gesloten. Haal het aanhalingsteken weg, of zet het dubbel.
        """,
    ),
    Broken(
        "a quote from one cell to the same cell of the next row",
        "telling.csv",
        text(HEAD, '16SW03;01-10-2025;"vso;120\n16SW04;01-10-2025;vso";80\n', ROW),
        """
        telling.csv, regel 2: in één cel van deze rij staan hele regels: een aanhalingsteken (")
            wordt pas op een latere regel gesloten. Haal het aanhalingsteken weg, of zet het dubbel.
        """,
    ),
    Broken(
        "two tables under each other",
        "telling.csv",
        text("VESTIGINGSCODE;PEILDATUM\n", "16SW03;01-10-2025\n", "\n", HEAD, ROW),
        """
        telling.csv, regel 1: boven de kolomkoppen staat nog een tabel of een tweede rij met
            kolomkoppen. Lever elke tabel als een bestand, met één rij kolomkoppen.
        """,
    ),
    Broken(
        "thousands of columns",
        "telling.csv",
        text(HEAD.strip(), *[f";k{i}" for i in range(600)], "\n"),
        """
        telling.csv: er zijn 604 kolommen; de monitor leest er hoogstens 500. Haal de kolommen weg
            die niet nodig zijn en lever het bestand opnieuw.
        """,
    ),
    Broken(
        "more headings than anybody reads",
        "lijst.csv",
        text("Naam;", ";".join(f"k{i}" for i in range(14)), "\nA", ";1" * 14, "\n"),
        """
        lijst.csv: het soort bestand is niet te herkennen. Gevonden kolomkoppen: 'Naam', 'k0', 'k1',
            'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9', 'k10' en nog 3. Het lijkt het meest op
            schoolnamen (er ontbreekt: VESTIGINGSCODE); schoollocaties (er ontbreekt:
            vestigingscode, type, LENGTEGRAAD, BREEDTEGRAAD). Pas de koppen aan, kies zelf de soort
            (--source NAAM) of maak op de pagina Leveringen een koppeling.
        """,
    ),
    Broken(
        "two counts in one cell",
        "telling.csv",
        text(HEAD, "16SW03;01-10-2025;vso;12 15\n"),
        """
        telling.csv, regel 2, kolom 'AANTAL': '12 15' is niet goed; verwacht een aantal, bijv. 12,
            <5 of x.
        """,
    ),
    Broken(
        "an amount with a comma for thousands",
        "middelen.csv",
        b"SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n2025-2026;16SW03;x;12,500\n",
        """
        middelen.csv, regel 2, kolom 'TOEGEKEND': '12,500' kan twee dingen zijn: duizendtallen, of
            drie decimalen. Schrijf 1234 voor duizendtallen, en 1,2340 voor decimalen; verwacht een
            bedrag in euro, bijv. 12500 of 12.500,50.
        """,
    ),
    Broken(
        "a peildatum that must still come, and Excel's nought",
        "telling.csv",
        text(HEAD, "16SW03;1-10-2205;vso;120\n", "16SW04;01-01-1900;vso;80\n"),
        """
        telling.csv, regel 2, kolom 'PEILDATUM': '1-10-2205' is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        telling.csv, regel 3, kolom 'PEILDATUM': '01-01-1900' is niet goed; verwacht een datum als
            01-10-2025, tussen 1980 en vandaag.
        """,
    ),
    Broken(
        "a latitude and a longitude changed about",
        "regio.csv",
        b"POSTCODE4;SWV;LATITUDE;LONGITUDE\n5831;VO2507;5,94;51,6512\n",
        """
        regio.csv, regel 2, kolom 'LATITUDE': '5,94' is niet goed; verwacht een breedtegraad in
            graden, van 50 tot 54, bijv. 52,0907 (verwisseld met de lengtegraad, of in meters van het
            Rijksdriehoekstelsel? Reken die om naar graden: WGS84, EPSG:4326).
        regio.csv, regel 2, kolom 'LONGITUDE': '51,6512' is niet goed; verwacht een lengtegraad in
            graden, van 3 tot 8, bijv. 5,1214 (verwisseld met de breedtegraad, of in meters van het
            Rijksdriehoekstelsel? Reken die om naar graden: WGS84, EPSG:4326).
        """,
    ),
    Broken(
        "a year in the file's name that must still come",
        "leerlingen-2099.csv",
        text(VO_HEAD, VO_ROW),
        """
        leerlingen-2099.csv: het bestand zou gaan over 01-10-2099, en die dag moet nog komen.
            Verbeter het jaar in de bestandsnaam, of geef de goede peildatum erbij (--peildatum
            2025-10-01).
        """,
    ),
    Broken(
        "a wrong cell in a file about pupils is not quoted",
        "tlv.csv",
        text(TLV, "B1;LL1;vso;01-09-2025;open\n", "B2;LL2;Jan Jansen;01-09-2025;open\n"),
        """
        tlv.csv, regel 3, kolom 'SOORT': de waarde is niet goed; verwacht een van: sbo, so, vso.
        """,
    ),
    Broken(
        "a total row whose key is filled",
        "telling.csv",
        text(
            HEAD.replace("\n", ";NIVEAU\n"),
            "16SW03;01-10-2025;vso;70;havo\n",
            "16SW03;01-10-2025;vso;50;vwo\n",
            "16SW03;01-10-2025;vso;120;Totaal\n",
            "16SW04;01-10-2025;vso;120;alle\n",
        ),
        """
        telling.csv, regel 4: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        telling.csv, regel 5: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        """,
    ),
    Broken(
        "a total row among amounts",
        "middelen.csv",
        text(
            "SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n",
            "2025-2026;16SW03;begeleiding;1000\n",
            "2025-2026;16SW03;Eindtotaal;1000\n",
        ),
        """
        middelen.csv, regel 3: dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de
            monitor zelf uit.
        """,
    ),
    Broken(
        "a total beside its parts that does not say so",
        "telling.csv",
        text(
            HEAD.replace("\n", ";NIVEAU\n"),
            "16SW03;01-10-2025;vso;70;havo\n",
            "16SW03;01-10-2025;vso;120;\n",
            "16SW04;01-10-2025;vso;80;\n",
        ),
        """
        telling.csv, regel 3, kolom 'NIVEAU': is leeg, terwijl andere rijen van dezelfde vestiging
            het wel invullen. Is dit hun totaal, haal deze regel dan weg; vul het anders in.
        """,
    ),
    Broken(
        "a row twice in a list without a number",
        "middelen.csv",
        text(
            "SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n",
            *["2025-2026;16SW03;begeleiding;1000\n"] * 2,
            "2025-2026;16SW03;begeleiding;2000\n",
        ),
        """
        middelen.csv, regel 3: deze rij is helemaal hetzelfde als regel 2 en zou dubbel tellen. Haal
            een van de twee weg; zijn het er echt twee, tel ze dan op tot één rij.
        """,
    ),
    Broken(
        "BSNs that a spreadsheet made numbers of",
        "tlv.csv",
        text(TLV, *[f"B{b[-2:]};{b}.0;vso;01-09-2025;open\n" for b in BSNS]),
        """
        tlv.csv, kolom 'LEERLING': de waarden lijken op burgerservicenummers. De monitor neemt die
            niet aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een
            pseudoniem.
        """,
    ),
    Broken(
        "BSNs behind letters, in a column that is not used",
        "tlv.csv",
        text("NUMMER;" + TLV, *[f"LL-{b};B{b[-2:]};L{b[-2:]};vso;01-09-2025;open\n" for b in BSNS]),
        """
        tlv.csv, kolom 'NUMMER': de waarden lijken op burgerservicenummers. De monitor neemt die
            niet aan; er is niets bewaard. Haal de kolom weg, of vervang de nummers door een
            pseudoniem.
        """,
    ),
    # --- XLSX
    Broken(
        "an empty first sheet",
        "telling.xlsx",
        workbook(then=_data_on_the_second_sheet),
        """
        telling.xlsx: het eerste blad ('Telling') is leeg. Zet het blad met de gegevens vooraan; er
            zijn ook: Gegevens.
        """,
    ),
    Broken(
        "an empty workbook",
        "telling.xlsx",
        workbook(),
        """
        telling.xlsx: het eerste blad ('Telling') is leeg. Lever het bestand met de gegevens.
        """,
    ),
    Broken(
        "a cover page as first sheet",
        "telling.xlsx",
        workbook(
            ["Leerlingtelling 2025"],
            ["Gemaakt door:", "M. de Vries"],
            then=_data_on_the_second_sheet,
        ),
        """
        telling.xlsx: het soort bestand is niet te herkennen. Geen kolomkop is bekend.
            Alleen het eerste blad ('Telling') is gelezen; staan de gegevens op een ander
            blad
            (Gegevens), zet dat dan vooraan.
        """,
    ),
    Broken(
        "title rows and no headings",
        "telling.xlsx",
        workbook(["Telling 1 oktober 2025"], [], CELLS),
        """
        telling.xlsx: het soort bestand is niet te herkennen. Geen kolomkop is bekend.
            Staan er wel kolomkoppen boven de rijen?
        """,
    ),
    Broken(
        "merged cells",
        "telling.xlsx",
        workbook(HEADINGS, CELLS, ["16SW03", "01-10-2025", "so", 80], then=_merged),
        """
        telling.xlsx, regel 2: de cellen A2:A3 zijn samengevoegd, dus alleen de eerste heeft een
            waarde. Hef de samenvoeging op en vul elke cel.
        """,
    ),
    Broken(
        "formulas that were never computed",
        "telling.xlsx",
        workbook(HEADINGS, CELLS, then=_formula),
        """
        telling.xlsx, regel 2: cel D2 heeft een formule zonder uitkomst. Open het bestand in Excel,
            sla het op en lever het opnieuw.
        """,
    ),
    Broken(
        "a formula that failed",
        "telling.xlsx",
        workbook(HEADINGS, CELLS, then=_error),
        """
        telling.xlsx, regel 2: cel D2 heeft een fout (#N/A). Verbeter de formule of de waarde.
        """,
    ),
    Broken(
        "a fault below title rows",
        "telling.xlsx",
        workbook([], ["Telling"], [], HEADINGS, CELLS, [], ["16SW4", "01-10-2025", "vso", 80]),
        """
        telling.xlsx, regel 7, kolom 'VESTIGINGSCODE': '16SW4' is niet goed; verwacht een
            vestigingscode van zes tekens, bijv. 16SW03.
        """,
    ),
]
