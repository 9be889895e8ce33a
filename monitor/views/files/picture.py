"""A picture as a file by itself, to put on a slide or in a document: SVG, or PNG for what takes no SVG.

With the title, the selection, the source and the status in it: a picture goes further than the page
it came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from monitor.views.charts import svg, svg_text
from monitor.views.charts.drawing import Drawing
from monitor.views.files import typeset


WIDTH = 760
"""In pixels; a PNG has twice as many each way."""
PPI = 2 * 96
_EDGE = 20.0
_INK = svg.INK
_SOFT = "#55596b"
_TEMPLATE = f"""#set page(width: auto, height: auto, margin: 0pt)
#set text(font: ({typeset.FAMILIES}))
#image(bytes(sys.inputs.picture), format: "svg", alt: sys.inputs.alt)
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is in one picture; several drawings stand below each other, each with its words."""

    title: str
    selection: str
    drawings: Sequence[tuple[Drawing, str]]
    source: str
    """Where it comes from, of when, and how final it is."""
    is_demo: bool = False


def to_svg(one: Picture) -> str:
    """A whole SVG file on white. ValueError for a drawing without words."""
    parts: list[str] = []
    at = _EDGE
    inner = WIDTH - 2 * _EDGE
    for line in wrap(one.title, 78):
        parts.append(svg_text.words(f"<b>{_safe(line)}</b>", _EDGE, at, _INK, size=17, line=23,
                                    middle="top"))  # fmt: skip
        at += 23
    for line in wrap(one.selection, 105):
        parts.append(svg_text.words(_safe(line), _EDGE, at, _SOFT, middle="top"))
        at += 18
    at += 8
    alts = []
    for drawn, alt in one.drawings:
        group, height = svg.svg_of(drawn, alt, int(inner))
        parts.append(f'<g transform="translate({_EDGE:g} {at:g})">{group}</g>')
        at += height + 14
        alts.append(alt)
    notes = [
        one.source,
        "Verzonnen gegevens, om te laten zien hoe de monitor werkt." if one.is_demo else "",
    ]
    for line in (line for words in notes for line in wrap(words, 115)):
        parts.append(svg_text.words(_safe(line), _EDGE, at, _SOFT, size=12, line=16, middle="top"))
        at += 16
    body = f'<g font-family="{svg_text.FONT}">{"".join(parts)}</g>'
    said = " ".join([one.title, *alts])
    return svg.document(body, WIDTH, at + _EDGE - 4, said)


def to_png(one: Picture) -> bytes:
    """The same as an image of points, for programs that take no SVG."""
    return typeset.png(_TEMPLATE, {"picture": to_svg(one), "alt": one.title}, PPI)


def _safe(words: str) -> str:
    """Words as words: a drawing's text knows a few tags."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
