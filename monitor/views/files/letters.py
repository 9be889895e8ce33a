"""The fonts that come along, for what leaves as a picture or on paper, and which letters they have.

A machine's own fonts differ and lack signs of states; a document that must read the same for everybody,
and to everybody, has its own. Which they are and why: docs/decisions.md.
"""

import re
import struct
import unicodedata
from functools import cache

from monitor.resources import FONTS


FAMILIES = ("Noto Sans", "Monitor Tekens")
"""Letters, and the signs that those lack; in this order."""
UNKNOWN = "□"
"""Stands for letters that neither has: Hebrew, Arabic, an emoji."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""What directs other letters and is none itself."""
_LINES = {"\n", "\u2028", "\u2029"}


@cache
def letters() -> frozenset[int]:
    """The code points that every weight of the letters has, or else the signs."""
    have = [in_font(file.read_bytes()) for file in sorted(FONTS.glob("NotoSans-*.ttf"))]
    signs = [in_font(file.read_bytes()) for file in FONTS.glob("MonitorTekens-*.ttf")]
    return frozenset(set.intersection(*have).union(*signs))


def drawable(text: str) -> str:
    """A text in letters that our fonts have: what they lack becomes one □, however long, so that it
    is seen that something stood there; what cannot be seen goes."""
    known = letters()
    whole = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    out: list[str] = []
    for letter in whole:
        if ord(letter) in known or letter == "\n":
            out.append(letter)
        elif letter in _LINES or letter.isspace():
            out.append("\n" if letter in _LINES else " ")
        elif unicodedata.category(letter) == "Cc":
            continue
        elif out[-1:] != [UNKNOWN]:
            out.append(UNKNOWN)
    return "".join(out)


def in_font(content: bytes) -> set[int]:
    """The code points of a TrueType font: of its Unicode tables of format 4 and 12. ValueError for
    a font without one."""
    tables = _tables(content)
    start = tables["cmap"]
    (many,) = struct.unpack_from(">H", content, start + 2)
    found: set[int] | None = None
    for number in range(many):
        _, _, at = struct.unpack_from(">HHL", content, start + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", content, start + at)
        if form in (4, 12):
            read = _of_format_4 if form == 4 else _of_format_12
            found = (found or set()) | read(content, start + at)
    if found is None:
        raise ValueError("a font without a table of letters")
    return found


def _tables(content: bytes) -> dict[str, int]:
    """Name → where it starts."""
    (many,) = struct.unpack_from(">H", content, 4)
    rows = (struct.unpack_from(">4sLLL", content, 12 + 16 * row) for row in range(many))
    return {name.decode("ascii"): at for name, _, at, _ in rows}


def _of_format_4(content: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", content, at + 6)
    many = double // 2
    ends = struct.unpack_from(f">{many}H", content, at + 14)
    starts = struct.unpack_from(f">{many}H", content, at + 16 + double)
    return {
        code
        for first, last in zip(starts, ends, strict=True)
        for code in range(first, last + 1)
        if code != 0xFFFF
    }


def _of_format_12(content: bytes, at: int) -> set[int]:
    (many,) = struct.unpack_from(">L", content, at + 12)
    groups = (struct.unpack_from(">LLL", content, at + 16 + 12 * row) for row in range(many))
    return {code for first, last, _ in groups for code in range(first, last + 1)}
