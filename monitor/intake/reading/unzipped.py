"""What is in an XLSX before anything reads it: how large it really is, and what does not belong.

An XLSX is a zip. What it says of its own size is the word of a stranger, and a reader in another
language reads on where Python's stops; so every part is unpacked once here, to be counted only.
"""

import copy
import zipfile

from monitor.intake.judging import messages, unsafe_messages
from monitor.intake.reading.sheet import refused


LARGEST_UNPACKED = 1 << 30
LARGEST_LINKS = 1 << 23
"""Bytes of a part in which commands are looked for."""
MOST_PARTS = 5_000
MOST_TAGS = 40_000_000
"""Of the list of shared texts: a reader makes room for each, also for those of five bytes."""
PIECE = 1 << 20
TEXTS = "xl/sharedstrings.xml"
LINKS = "xl/externallinks/"
MACROS = ("xl/vbaproject.bin", "xl/macrosheets/", "xl/dialogsheets/")
EMBEDDED = ("xl/embeddings/", "xl/activex/")
ELSEWHERE = (LINKS, "xl/connections.xml", "xl/querytables/")
COMMANDS = (b"ddeLink", b"oleLink")
OLD_MACROS = ("_VBA_PROJECT".encode("utf-16-le"), "VBA_PROJECT_CUR".encode("utf-16-le"))
"""Names of folders in the older kind of workbook."""


def look_through(archive: zipfile.ZipFile, file: str) -> list[str]:
    """What the sender should know of the archive; DeliveryRefused when it is not to be opened."""
    parts = archive.infolist()
    names = [part.filename.lower().replace("\\", "/") for part in parts]
    if len(parts) > MOST_PARTS:
        raise refused(file, unsafe_messages.too_many_parts())
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise refused(file, messages.workbook_too_large())
    for part in parts:
        if part.flag_bits & 1:  # with a password
            raise refused(file, messages.unreadable_xlsx())
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refused(file, unsafe_messages.not_as_large_as_it_says())
    if len(set(names)) < len(names):  # which of the two is read differs by who reads
        raise refused(file, unsafe_messages.not_as_large_as_it_says())
    if any(name.startswith(MACROS) for name in names):
        raise refused(file, unsafe_messages.with_macros())
    if any(name.startswith(EMBEDDED) and not name.endswith("/") for name in names):
        raise refused(file, unsafe_messages.with_embedded())
    left = LARGEST_UNPACKED
    for part, name in zip(parts, names, strict=True):
        left -= _measure(archive, part, name, left, file)
    has_links = any(name.startswith(ELSEWHERE) for name in names)
    return [unsafe_messages.remark_links_elsewhere()] if has_links else []


def refuse_old_macros(content: bytes, file: str) -> None:
    """The older kind of workbook is one file, in which macros have a folder of their own."""
    if any(name in content for name in OLD_MACROS):
        raise refused(file, unsafe_messages.with_macros())


def _measure(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, most: int, file: str
) -> int:
    """How many bytes a part really is; what it holds is looked at on the way and not kept."""
    # Python reads no further than the size that is told; told more, it reads to the end.
    told_more = copy.copy(part)
    told_more.file_size = most + 1
    size = tags = 0
    start = b""
    is_xml = name.endswith((".xml", ".rels"))
    try:
        with archive.open(told_more) as opened:
            while piece := opened.read(PIECE):
                size += len(piece)
                if size > part.file_size:
                    raise refused(file, unsafe_messages.not_as_large_as_it_says())
                if name == TEXTS:
                    tags += piece.count(b"<")
                if is_xml and len(start) < (LARGEST_LINKS if name.startswith(LINKS) else 1):
                    start += piece
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        raise refused(file, messages.unreadable_xlsx()) from None
    except RuntimeError:  # it says of itself that it has a password
        raise refused(file, messages.unreadable_xlsx()) from None
    if size != part.file_size:
        raise refused(file, unsafe_messages.not_as_large_as_it_says())
    if tags > MOST_TAGS:
        raise refused(file, messages.workbook_too_large())
    if is_xml:
        _refuse_what_xml_does(start.replace(b"\0", b""), name, file)
    return size


def _refuse_what_xml_does(start: bytes, name: str, file: str) -> None:
    """Entities that grow or fetch, and links that start a program."""
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise refused(file, unsafe_messages.with_document_type())
    if name.startswith(LINKS) and any(command in start for command in COMMANDS):
        raise refused(file, unsafe_messages.with_commands())
