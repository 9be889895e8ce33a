"""Cuts the fonts of the monitor out of Debian's package fonts-noto-core: python docs/make_fonts.py NOTO MONO

NOTO is the folder with NotoSans-Regular.ttf; MONO that with NotoSansMono-Regular.ttf (fonts-noto-mono).
Needs fonttools, which the monitor itself does not: run it in an environment of its own. Only when a
sign is added; what it makes lies in monitor/views/fonts and tests/views/test_fonts.py looks whether
every sign of the interface is in it.
"""

import sys
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont


OUT = Path(__file__).resolve().parents[1] / "monitor" / "views" / "fonts"
# Dutch, its neighbours and its minorities: Latin, its accents, and punctuation.
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x250), 0x2BC, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE),
    *range(0x300, 0x32A), *range(0x1E00, 0x1F00), *range(0x2000, 0x200B), *range(0x2010, 0x2028),
    0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x2070, *range(0x2074, 0x207A), 0x20AC,
    0x2116, 0x2122, 0xFFFD,
]  # fmt: skip
# The signs of states, of rises and falls and of pictures, and of what is counted.
SIGNS = {
    "NotoSansSymbols2-Regular.ttf": "✓✔✕✖✗✘▤■□▲△▶▼▽◀◆◇○●◐✎⚠★☆",
    "NotoSansMath-Regular.ttf": "⊘←↑→↓↔\u2212≈≠≡≤≥√∑∞",
    "NotoSansMono-Regular.ttf": "┊│─┄█",
}
DAY = 3_786_912_000  # 1 January 2024 in seconds since 1904: a font says when it was changed


def main() -> None:
    noto, mono = map(Path, sys.argv[1:])
    made = {"NotoSans-Regular.ttf": LETTERS, "NotoSans-Bold.ttf": LETTERS}
    for name, codes in made.items():
        write(cut(noto / name, codes), OUT / name)
    pieces = []
    for name, signs in SIGNS.items():
        folder = mono if "Mono" in name else noto
        font = cut(folder / name, [ord(sign) for sign in signs])
        piece = OUT / f"deel-{name}"
        font.save(piece)
        pieces.append(piece)
    signs = merge.Merger(
        merge.Options(drop_tables=["GSUB", "GPOS", "GDEF", "MATH", "vhea", "vmtx"])
    ).merge([str(piece) for piece in pieces])
    for piece in pieces:
        piece.unlink()
    named(signs, "Monitor Tekens")
    write(signs, OUT / "MonitorTekens-Regular.ttf")


def cut(file: Path, codes: list[int]) -> TTFont:
    """Only these letters, without hints for screens of long ago."""
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
                             name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14], notdef_outline=True)  # fmt: skip
    font = TTFont(file, recalcTimestamp=False)
    there = set(font.getBestCmap())
    work = subset.Subsetter(options)
    work.populate(unicodes=[code for code in codes if code in there])
    work.subset(font)
    return font


def named(font: TTFont, family: str) -> None:
    """A name of its own: it is no longer what its makers made."""
    plain = family.replace(" ", "")
    for number, words in ((1, family), (3, plain), (4, family), (6, f"{plain}-Regular")):
        font["name"].setName(words, number, 3, 1, 0x409)


def write(font: TTFont, file: Path) -> None:
    font["head"].modified = DAY
    font.recalcTimestamp = False
    font.save(file)
    print(file.name, file.stat().st_size, len(font.getBestCmap()))


if __name__ == "__main__":
    main()
