"""Words and colours in an SVG: the few tags that a drawing uses, and colours that are not opaque."""

import re
from collections.abc import Iterator
from html import escape, unescape

from monitor.views.charts import drawing


FONT = "'Segoe UI', 'Liberation Sans', Arial, 'Noto Sans', sans-serif"
"""What the reader's machine has; where only our own fonts are, on paper and in a PNG, those."""
_TAG = re.compile(r'(<br\s*/?>|</?b>|<span style="color:[^"]*">|</span>)')
_RGBA = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def words(
    text: str, x: float, y: float, ink: str, *, anchor: str = "left", size: float = drawing.FONT_SIZE,
    line: float = drawing.LINE, middle: str = "middle", rim: str = "",
) -> str:  # fmt: skip
    """Text of one or more lines (`<br>`, `<b>`, a coloured span), around `y` as `middle` says: top,
    middle or bottom of the block lies there. `rim` is the colour of an edge around the letters."""
    lines = list(_lines(text))
    if not any(piece for one in lines for piece in one):
        return ""
    first = {"top": y, "middle": y - line * len(lines) / 2, "bottom": y - line * len(lines)}[middle]
    edge = f'{stroke(rim, 2.5)} paint-order="stroke" stroke-linejoin="round"' if rim else ""
    spans = []
    for place, pieces in enumerate(lines):
        base = first + line * (place + 0.5) + size * 0.35
        for number, (said, is_bold, color) in enumerate(pieces):
            at = f' x="{_n(x)}" y="{_n(base)}"' if number == 0 else ""
            bold = ' font-weight="700"' if is_bold else ""
            spans.append(f"<tspan{at}{bold}{fill(color or ink)}>{escape(said)}</tspan>")
    return (
        f'<text xml:space="preserve" font-size="{_n(size)}" text-anchor="{_ANCHORS[anchor]}"'
        f"{edge}>{''.join(spans)}</text>"
    )


def _lines(text: str) -> Iterator[list[tuple[str, bool, str]]]:
    """Per line its pieces: (words, bold, colour or "")."""
    pieces: list[tuple[str, bool, str]] = []
    is_bold, color = False, ""
    for part in _TAG.split(text):
        if part.startswith("<br"):
            yield pieces
            pieces = []
        elif part in ("<b>", "</b>"):
            is_bold = part == "<b>"
        elif part.startswith("<span"):
            color = part.removeprefix('<span style="color:').removesuffix('">')
        elif part == "</span>":
            color = ""
        elif part:
            pieces.append((unescape(part), is_bold, color))
    yield pieces


def width(text: str) -> float:
    """Of the widest line, in pixels: a little more than most fonts need."""
    return max(
        (
            sum(len(said) * (drawing.BOLD_LETTER if is_bold else drawing.LETTER)
                for said, is_bold, _ in pieces)
            for pieces in _lines(text)
        ),
        default=0.0,
    )  # fmt: skip


def fill(color: str) -> str:
    return _paint("fill", color)


def stroke(color: str, wide: float, dash: str = "solid") -> str:
    dashes = {"dot": (1, 2), "dash": (4, 3), "dashdot": (4, 2, 1, 2)}.get(dash, ())
    drawn = (
        f' stroke-dasharray="{" ".join(_n(max(wide, 1) * d) for d in dashes)}"' if dashes else ""
    )
    return f'{_paint("stroke", color)} stroke-width="{_n(wide)}"{drawn}'


def _paint(what: str, color: str) -> str:
    """A colour with its opacity apart, as every reader of SVG knows it."""
    found = _RGBA.fullmatch(color)
    if found is None:
        return f' {what}="{escape(color)}"'
    red, green, blue, opacity = found.groups()
    hexed = f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
    if float(opacity) == 0:
        return f' {what}="none"'
    return f' {what}="{hexed}" {what}-opacity="{_n(float(opacity))}"'


_n = drawing.short
