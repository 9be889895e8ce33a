"""What the XML of an XLSX says and a reader of its values does not tell.

Which sheets there are and who sees them, and how cells of a style are shown; of one sheet the cells
(`cells`).
"""

import io
import posixpath
import re
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

from monitor.intake.judging import messages
from monitor.intake.reading.cells import Cells, Look
from monitor.intake.reading.sheet import refused
from monitor.intake.reading.unzipped import look_through


LARGEST_PART = 1 << 25
MOST_TAGS = 2_000_000
"""Bytes and tags of the parts that are read as a whole: the list of sheets and the styles."""
_PERCENT_FORMATS = {"9", "10"}
"""Built-in formats: 0% and 0,00%."""


class Leaf(NamedTuple):
    """A visible sheet: its name and the part of the archive it is in."""

    name: str
    part: str


class Workbook:
    """An XLSX, opened to be looked at; every fault in it is raised as DeliveryRefused."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._file = file
        self.remarks = look_through(archive, file)
        """What the sender should know of it."""
        self.hidden_leaves: list[str] = []
        """The names of sheets that nobody sees; known after `leaves`."""
        # A reader of values finds a part whatever its case, so this must too.
        self._parts = {part.lower(): part for part in archive.namelist()}
        self._percent_styles: set[str] | None = None
        self._struck_styles: set[str] = set()

    def leaves(self) -> list[Leaf]:
        """The sheets with cells that a person sees, in order."""
        links = {
            link.get("Id"): link.get("Target", "")
            for link in self._tree("xl/_rels/workbook.xml.rels").iter()
        }
        leaves = []
        for tag in self._tree("xl/workbook.xml").iter():
            if _local(tag.tag) != "sheet":
                continue
            if tag.get("state", "visible") != "visible":
                self.hidden_leaves.append(tag.get("name", ""))
                continue
            key = next((v for name, v in tag.items() if _local(name) == "id"), None)
            part = posixpath.normpath(posixpath.join("/xl", links.get(key, ""))).lstrip("/")
            if not part.lower().startswith("xl/chartsheets/"):
                leaves.append(Leaf(tag.get("name", ""), part))
        return leaves

    def cells(self, leaf: Leaf) -> Cells:
        """Look through a sheet, whatever its size, without keeping more than what is asked."""
        if self._percent_styles is None:
            self._percent_styles = self._find_percent_styles()
            self._struck_styles = self._find_struck_styles()
        look = Look(self._file, leaf.name, self._percent_styles, self._struck_styles)
        try:
            with self._archive.open(self._part(leaf.part)) as part:
                look.parse(part)
        except (expat.ExpatError, zipfile.BadZipFile, ValueError, EOFError):
            raise refused(self._file, messages.unreadable_xlsx()) from None
        return look.found

    def _find_percent_styles(self) -> set[str]:
        """The numbers of the cell styles that show a number times a hundred."""
        if "xl/styles.xml" not in self._parts:
            return set()
        formats = set(_PERCENT_FORMATS)
        styles: list[str] = []
        for tag in self._tree("xl/styles.xml"):
            if _local(tag.tag) == "numFmts":
                formats |= {
                    number.get("numFmtId", "")
                    for number in tag
                    if "%" in re.sub(r'"[^"]*"|\\.', "", number.get("formatCode", ""))
                }
        for tag in self._tree("xl/styles.xml"):
            if _local(tag.tag) == "cellXfs":
                styles = [style.get("numFmtId", "") for style in tag]
        return {str(number) for number, format_ in enumerate(styles) if format_ in formats}

    def _find_struck_styles(self) -> set[str]:
        """The numbers of the cell styles that strike through what they show."""
        fonts: list[bool] = []
        styles: list[str] = []
        if "xl/styles.xml" in self._parts:
            for tag in self._tree("xl/styles.xml"):
                if _local(tag.tag) == "fonts":
                    fonts = [_is_struck(font) for font in tag]
                elif _local(tag.tag) == "cellXfs":
                    styles = [style.get("fontId", "") for style in tag]
        struck = {str(number) for number, is_struck in enumerate(fonts) if is_struck}
        return {str(number) for number, font in enumerate(styles) if font in struck}

    def _tree(self, part: str) -> ET.Element:
        """A small part, parsed."""
        found = self._part(part)
        if self._archive.getinfo(found).file_size > LARGEST_PART:
            raise refused(self._file, messages.workbook_too_large())
        try:
            content = self._archive.read(found)
            if content.count(b"<") > MOST_TAGS:
                raise refused(self._file, messages.workbook_too_large())
            return ET.fromstring(content)
        except (ET.ParseError, zipfile.BadZipFile, EOFError):
            raise refused(self._file, messages.unreadable_xlsx()) from None

    def _part(self, part: str) -> str:
        if part.lower() not in self._parts:
            raise refused(self._file, messages.unreadable_xlsx())
        return self._parts[part.lower()]


def open_workbook(content: bytes, file: str) -> Workbook | None:
    """An XLSX opened; None for the older kind of workbook, which is no archive."""
    if not content.startswith(b"PK"):
        return None
    try:
        return Workbook(zipfile.ZipFile(io.BytesIO(content)), file)
    except zipfile.BadZipFile:
        raise refused(file, messages.unreadable_xlsx()) from None


def _local(name: str) -> str:
    """A name without its namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2]


def _is_struck(font: ET.Element) -> bool:
    return any(_local(t.tag) == "strike" and t.get("val", "1") not in ("0", "false") for t in font)
