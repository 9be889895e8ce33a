"""How much room words take, by the widths of our own letters: what fits on a slide before it is made."""

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple

from monitor.resources import FONTS


LINE = 1.23
"""Height of a line, in sizes of its letters: Noto Sans asks 1.36, and every box here sets it at 90 %."""
_UNKNOWN = 0.62
"""Width of a letter that the fonts lack, in sizes; an emoji takes about two."""
_NARROWER = {
    "noto sans", "arial", "calibri", "calibri light", "cambria", "candara", "corbel", 
    "times new roman", "gill sans mt", "segoe ui", "trebuchet ms", "aptos", "aptos display", "franklin gothic",
    "tahoma", "arial nova", "century gothic",
}  # fmt: skip
"""Fonts in which words take no more than in ours; of any other we expect an eighth more."""
_SLACK = 0.98
"""Of a line that is used: programs differ a little in how wide they set the same letters."""
_WIDER = 1.125
_font: ContextVar[str] = ContextVar("font", default="noto sans")
"""Of the text of the deck that is being made."""


@contextmanager
def letters_of(font: str) -> Iterator[None]:
    """Within it words are measured as in this font, where none is named."""
    before = _font.set(font.lower())
    try:
        yield
    finally:
        _font.reset(before)


class Fit(NamedTuple):
    """Words in a box: the size of their letters, their lines, and what stood not in it."""

    size: float
    lines: tuple[str, ...]
    rest: str = ""

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


def width(words: str, size: float, *, bold: bool = False, font: str = "") -> float:
    """Points that a text takes on one line."""
    known = _widths("Bold" if bold else "Regular")
    wide = sum(
        known.get(ord(letter), _UNKNOWN * (2 if ord(letter) > 0x2FFF else 1)) for letter in words
    )
    return wide * size * (1.0 if (font.lower() or _font.get()) in _NARROWER else _WIDER)


def folded(
    words: str, room: float, size: float, *, bold: bool = False, font: str = ""
) -> list[str]:
    """The lines that a text takes in `room` points; what is longer than a line is broken."""
    room *= _SLACK
    lines: list[str] = []
    for paragraph in words.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer, size, bold=bold, font=font) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            while width(word, size, bold=bold, font=font) > room and len(word) > 1:
                many = _letters(word, room, size, bold=bold, font=font)
                lines.append(word[:many])
                word = word[many:]
            line = word
        lines.append(line)
    return lines


def fitted(
    words: str,
    room: tuple[float, float],
    sizes: Sequence[float],
    *,
    bold: bool = False,
    font: str = "",
    most: int = 99,
) -> Fit:
    """The largest of `sizes` in which a text fits (width, height) in at most `most` lines; in the
    smallest it is cut with …, and what was cut is the rest."""
    wide, high = room
    for size in sizes:
        lines = folded(words, wide, size, bold=bold, font=font)
        if len(lines) <= min(most, int(high / (size * LINE) + 1e-6)):
            return Fit(size, tuple(lines))
    size = sizes[-1]
    many = max(1, min(most, int(high / (size * LINE) + 1e-6)))
    lines = folded(words, wide, size, bold=bold, font=font)
    kept = lines[:many]
    longer = f"{kept[-1]} {lines[many]}" if len(lines) > many else kept[-1]
    kept[-1] = cut(longer, 0.95 * wide, size, bold=bold, font=font)
    return Fit(size, tuple(kept), words)


def cut(words: str, room: float, size: float, *, bold: bool = False, font: str = "") -> str:
    """A text on one line, with … where it is too long."""
    if width(words, size, bold=bold, font=font) <= room:
        return words
    left = words
    while left and width(f"{left}…", size, bold=bold, font=font) > room:
        left = left[:-1]
    whole = left.rpartition(" ")[0] if " " in left[-20:] else left
    return f"{whole.rstrip(' ,;:')}…"


def _letters(word: str, room: float, size: float, *, bold: bool, font: str) -> int:
    for many in range(len(word), 1, -1):
        if width(word[:many], size, bold=bold, font=font) <= room:
            return many
    return 1


@cache
def _widths(weight: str) -> dict[int, float]:
    """Code point → width in sizes of the letters; of the signs too."""
    found: dict[int, float] = {}
    for name in ("MonitorTekens-Regular", f"NotoSans-{weight}"):
        found |= _of_font((FONTS / f"{name}.ttf").read_bytes())
    return found


def _of_font(content: bytes) -> dict[int, float]:
    (many,) = struct.unpack_from(">H", content, 4)
    rows = (struct.unpack_from(">4sLLL", content, 12 + 16 * row) for row in range(many))
    tables = {name.decode("ascii"): at for name, _, at, _ in rows}
    (per_em,) = struct.unpack_from(">H", content, tables["head"] + 18)
    (full,) = struct.unpack_from(">H", content, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", content, tables["hmtx"] + 4 * i)[0] for i in range(full)]
    return {
        code: advances[min(glyph, full - 1)] / per_em
        for code, glyph in _glyphs(content, tables["cmap"]).items()
    }


def _glyphs(content: bytes, start: int) -> dict[int, int]:
    """Code point → glyph, of a table of format 4."""
    (many,) = struct.unpack_from(">H", content, start + 2)
    for number in range(many):
        _, _, at = struct.unpack_from(">HHL", content, start + 4 + 8 * number)
        at += start
        if struct.unpack_from(">H", content, at)[0] != 4:
            continue
        (double,) = struct.unpack_from(">H", content, at + 6)
        segments = double // 2
        ends = struct.unpack_from(f">{segments}H", content, at + 14)
        starts = struct.unpack_from(f">{segments}H", content, at + 16 + double)
        deltas = struct.unpack_from(f">{segments}H", content, at + 16 + 2 * double)
        ranges_at = at + 16 + 3 * double
        ranges = struct.unpack_from(f">{segments}H", content, ranges_at)
        found = {}
        for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = code
                if ranges[place]:
                    where = ranges_at + 2 * place + ranges[place] + 2 * (code - first)
                    (glyph,) = struct.unpack_from(">H", content, where)
                    if not glyph:
                        continue
                found[code] = (glyph + deltas[place]) % 0x10000
        return found
    raise ValueError("a font without a table of letters")
