"""In which encoding a text is read, and what is refused because no encoding fits."""

import codecs
import os
from pathlib import Path

from monitor.intake.judging import messages, unsafe_messages
from monitor.intake.reading import signs
from monitor.intake.reading.delimited import LONGEST_ROW
from monitor.intake.reading.sheet import refused


PIECE = 1 << 20


def encoding_of(path: Path, name: str) -> str:
    """UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1252.

    DeliveryRefused for a line without an end, for two encodings in one file, and for what is no text.
    """
    with path.open("rb") as file:
        start = file.read(4)
    _refuse_long_lines(path, name)
    with_bom = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if with_bom else ("utf-8-sig", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while block := file.read(PIECE):
                    if "\0" in decoder.decode(block):
                        raise refused(name, _why_binary(start))
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            if encoding == "utf-8-sig":
                _refuse_two_encodings(path, name, start.startswith(codecs.BOM_UTF8))
            continue
        return encoding
    raise refused(name, messages.unreadable_text())


def _refuse_two_encodings(path: Path, name: str, is_utf8: bool) -> None:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        if signs.ends_in_half_a_letter(file.read()):
            raise refused(name, signs.half_a_letter())
        file.seek(0)
        found = signs.mixed(file, is_utf8)
    if found is not None:
        raise refused(name, signs.two_encodings(found[1]), found[0])


def _refuse_long_lines(path: Path, name: str) -> None:
    """Before anything reads a line: one without an end would be in memory as a whole."""
    length = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            ends = [at for at in (piece.find(b"\n"), piece.find(b"\r")) if at >= 0]
            if length + (min(ends) if ends else len(piece)) > LONGEST_ROW:
                raise refused(name, unsafe_messages.line_too_long(LONGEST_ROW))
            last = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
            length = len(piece) - last - 1 if ends else length + len(piece)


def _why_binary(start: bytes) -> str:
    """Text of which every other byte is nought is UTF-16 that does not say so."""
    is_utf16 = len(start) == 4 and start[0::2].count(0) + start[1::2].count(0) == 2
    return messages.unreadable_text() if is_utf16 else messages.unreadable_binary()
