"""Letters that betray another encoding, and what the sender of such a text is told. In Dutch."""

import re
from collections.abc import Iterable

from monitor.intake.judging.messages import shortened, times


_HIGH = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
"""What the second byte of a letter in UTF-8 looks like in Windows-1252."""
_MAC = "√[©\u00b4®∂ºß†°¢£§•¶™¨≠ÆØ∞±≤≥¥µ∑∏π∫ªΩæø]"
_DOS = "├[®½¿Â╝»ºñáó¬┤í│]"
GARBLED = f"Ã[{_HIGH}]|Â[\u0080-\u00bf]|â€|ï»¿|ï¿½|\ufffd|{_MAC}|{_DOS}"
"""Letters in UTF-8 that were read as Windows-1252, as those of a Mac or of DOS; and � for a letter
that is lost. Nobody writes these in Dutch."""
_LIKELY = re.compile("[\u00a0-\u017f\u2010-\u2044\u20ac\u2122]*")
"""What stands in a Dutch file beyond ASCII. In Windows-1252 two such letters next to each other
seldom make a letter in UTF-8, and hardly ever one of these."""
_ASCII = re.compile("[\0-\x7f]+")


def garbled(text: str) -> str:
    """What to say of a cell; `text` is "" where it may not be shown."""
    which = f"'{shortened(text)}' is" if text else "de letters zijn"
    meant = _mended(text)
    likely = f" Bedoeld is waarschijnlijk '{shortened(meant)}'." if meant else ""
    return (
        f"{which} met een verkeerde tekenset gelezen en weer opgeslagen.{likely} Haal het bestand "
        "opnieuw op, sla het op als CSV UTF-8 of XLSX, en lever het dan."
    )


def _mended(text: str) -> str:
    for encoding in ("cp1252", "mac-roman", "cp850"):
        try:
            meant = text.encode(encoding).decode()
        except ValueError:
            continue
        return meant if meant != text else ""
    return ""


def more_garbled(number: int) -> str:
    return f"nog {times(number, 'cel', 'cellen')} met letters in een verkeerde tekenset."


def two_encodings(other: int) -> str:
    """Of a line in Windows-1252, where line `other` is in UTF-8; 0 = the file says so itself."""
    waar = f"regel {other}" if other else "het begin van het bestand"
    return (
        f"letters met een accent staan hier in Windows-1252 en op {waar} in UTF-8. Twee tekensets in "
        "één bestand zijn niet te lezen: maak het opnieuw, met alles als CSV UTF-8, en lever het dan."
    )


def half_a_letter() -> str:
    return (
        "het bestand eindigt midden in een letter, dus het is afgebroken. Haal het opnieuw op en lever "
        "het dan."
    )


def ends_in_half_a_letter(end: bytes) -> bool:
    """Whether the last byte begins a letter of UTF-8 and the rest is gone: Windows-1252 has Â or Ã
    there, which no Dutch word ends in."""
    return end[-1:] in (b"\xc2", b"\xc3")


def mixed(lines: Iterable[bytes], is_utf8: bool) -> tuple[int, int] | None:
    """(a line in Windows-1252, one in UTF-8) of a file that is not UTF-8 as a whole; None when there
    are not both. `is_utf8`: it begins by saying that it is, which is line 0."""
    other, utf8 = 0, 0
    for number, line in enumerate(lines, 1):
        if line.isascii():
            continue
        try:
            text = line.decode()
        except UnicodeDecodeError:
            other = other or number
        else:
            if _LIKELY.fullmatch(_ASCII.sub("", text)):
                utf8 = utf8 or number
        if other and (utf8 or is_utf8):
            return other, utf8
    return None
