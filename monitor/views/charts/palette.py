"""Colours, one per thing on all pages, and the word and shape that go with each.

The same drawing is shown on white, on the dark theme and on paper, so colours are mid tones with
at least 3:1 against all of them, and every letter takes the colour of the theme. Blue, vermilion
and grey stay apart for the colour blind (Okabe and Ito, 2008).
"""

from typing import NamedTuple


ACCENT = "#0072b2"
"""What the reader chose."""
SECOND = "#d55e00"
"""A second idea: a target, a chosen place on a map."""
GREY = "#868686"
"""What it is compared with."""
CONTEXT = "rgba(134,134,134,0.55)"
"""Bars that are compared with: a plane of grey is heavier than a line."""
RULE = "rgba(134,134,134,0.3)"
"""Lines of a grid: there when looked for."""
CLEAR = "rgba(0,0,0,0)"
PARTS = (ACCENT, "#6fb1db", SECOND, GREY)
"""Parts of a whole, at most four."""
PART_TEXT = ("#ffffff", "#10202b", "#000000", "#000000")
"""Letters inside those parts."""
CLASSES = ("#cfe3f3", "#94c3e5", "#4f9bd0", "#1f6ea8", "#0b3f6b")
"""Five classes on a map, from little to much; in grey they are apart as well."""
NO_CLASS = "#b4b4b4"
NO_SCHOOL = "#f3f0e8"
"""Where there is no such school: lighter than the lowest class, and no blue."""


class StateStyle(NamedTuple):
    """A state has a word, a shape and a colour: never the colour alone."""

    word: str
    shape: str
    color: str
    markdown: str
    """The colour's name in Streamlit's text: `:red[…]`, which follows light and dark."""


STATES = {
    "gedekt": StateStyle("gedekt", "✓", "#00855f", "green"),
    "tekort": StateStyle("tekort", "✕", "#d1373f", "red"),
    "kwetsbaar": StateStyle("kwetsbaar", "!", SECOND, "orange"),
    "papier": StateStyle("alleen op papier", "▤", "#a05ad0", "violet"),
    "bereik": StateStyle("buiten bereik", "⊘", "#1d8299", "blue"),
    "vol": StateStyle("vol", "■", "#946b00", "yellow"),
    "onbekend": StateStyle("onbekend", "?", "#767676", "gray"),
}
SCHOOL_SHAPES = {
    "vso": "diamond",
    "so": "square",
    "sbo": "triangle-up",
    "pro": "cross",
}
"""The mark of a kind of school on a map; another kind is a circle."""


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(color: str, opacity: float) -> str:
    """The same colour, see-through."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
