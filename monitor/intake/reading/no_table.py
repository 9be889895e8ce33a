"""Files that are no table at all, known by how they start: what they are and what to do."""

import codecs
import zipfile
from pathlib import Path

from monitor.intake.judging import messages
from monitor.intake.reading import open_data


PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")
"""How gzip, bzip2, xz, 7-zip, rar and zstandard start."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
BINARY = {
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
    b"II*\0": "een afbeelding",
    b"MM\0*": "een afbeelding",
    b"PAR1": "een Parquet-bestand",
    b"$FL2": "een bestand van SPSS",
    b"$FL3": "een bestand van SPSS",
    b"<stata": "een bestand van Stata",
    b"RDX3\n": "een bestand van R",
    b"\0\1\0\0Standard": "een database van Access",
    b"MZ": "een programma",
}
"""How other files start that are no text: of these a nought byte follows soon."""
LARGEST_LOOKED_AT = 200_000_000
"""Bytes: what is larger is refused for that."""
SHAPE_FILE = b"\0\0\x27\x0a"
SHORTCUT = b"L\0\0\0\x01\x14\x02\0"
"""How the shapes of a Shapefile and a shortcut of Windows start."""
WORD = "een Word-bestand"
SLIDES = "een presentatie (PowerPoint)"
SHAPES = (".shp", ".gpkg", ".gml", ".gdb")


def why_no_table(path: Path, name: str, start: bytes) -> str:
    """What a file is that no table can be read from, and what now; "" when it may be a table.

    `start` is how it begins, a few thousand bytes.
    """
    opening = start.removeprefix(codecs.BOM_UTF8).lstrip()[:600].lower()
    if not start:
        return messages.unreadable_zero()
    if start.startswith(b"PK"):
        return _why_no_workbook(path, name)
    if start.startswith(OLD_OFFICE):
        return _why_no_old_workbook(path)
    if start.startswith(b"{\\rtf"):
        return messages.unreadable_kind("een RTF-document (tekstverwerker)")
    if start.startswith(b"%PDF"):
        return messages.unreadable_kind("een PDF")
    if start.startswith(PACKED):
        return messages.unreadable_zip()
    if start.startswith(b"SQLite format 3"):
        is_map = name.lower().endswith(".gpkg") or b"GPKG" in start[:100]
        if is_map:
            return open_data.geo_package("een GeoPackage")
        return messages.unreadable_kind("een database (SQLite)")
    if start.startswith(SHAPE_FILE) or name.lower().endswith((".shp", ".shx", ".dbf", ".prj")):
        return open_data.geo_package("een deel van een Shapefile")
    is_of_drive = opening.startswith(b"{") and b"docs.google.com/" in opening
    if start.startswith((SHORTCUT, b"[InternetShortcut]")) or is_of_drive:
        return messages.unreadable_shortcut()
    if name.startswith("~$"):
        return messages.unreadable_lock()
    for magic, what in BINARY.items():
        if start.startswith(magic) and b"\0" in start:
            return messages.unreadable_kind(what)
    if opening.startswith((b"<!doctype html", b"<html", b"<table")):
        return messages.unreadable_kind("een webpagina")
    if opening.startswith(b"<?xml") or (opening.startswith(b"<") and b"opengis.net" in opening):
        if b"opengis.net" in opening or name.lower().endswith((".gml", ".kml")):
            return open_data.geo_package("een kaart in XML (GML of KML)")
        return messages.unreadable_kind("een XML-bestand")
    return ""


def _why_no_workbook(path: Path, name: str) -> str:
    """What is wrong with a zip that should be an XLSX, "" when nothing is."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part.lower() for part in archive.namelist()]
    except zipfile.BadZipFile:
        return messages.unreadable_xlsx()
    folders = {part.partition("/")[0] for part in parts}
    if "xl" in folders:
        return messages.unreadable_xlsb() if "xl/workbook.bin" in parts else ""
    if "word" in folders:
        return messages.unreadable_kind(WORD)
    if "ppt" in folders:
        return messages.unreadable_kind(SLIDES)
    if "index" in folders or {"metadata", "data"} <= folders or "index.zip" in parts:
        if name.lower().endswith((".pages", ".key")):
            return messages.unreadable_kind("een document of presentatie")
        return messages.unreadable_numbers()
    if "content.xml" in folders:
        return messages.unreadable_kind("een OpenDocument-bestand")
    if any(part.endswith(SHAPES) for part in parts):
        return open_data.geo_package("een zip-bestand met grenzen (Shapefile of GeoPackage)")
    return messages.unreadable_zip()


def _why_no_old_workbook(path: Path) -> str:
    """The same for the container that old Office files are in, and new ones with a password."""
    # The names in it are UTF-16, and stand anywhere.
    content = path.read_bytes() if path.stat().st_size <= LARGEST_LOOKED_AT else b""

    def has(part: str) -> bool:
        return part.encode("utf-16-le") in content

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return _protected()
    if has("Workbook"):
        return ""
    if has("WordDocument"):
        return messages.unreadable_kind(WORD)
    if has("PowerPoint Document"):
        return messages.unreadable_kind(SLIDES)
    if has("__properties_version1.0") or has("__substg1.0_"):
        return messages.unreadable_kind("een e-mailbericht (Outlook)")
    return ""


def _protected() -> str:
    return (
        "dit Excel-bestand is met een wachtwoord beveiligd. Open het in Excel, haal het wachtwoord weg "
        "(Bestand > Info > Werkmap beveiligen > Versleutelen met wachtwoord, leeg laten), sla het op en "
        "lever het opnieuw."
    )
