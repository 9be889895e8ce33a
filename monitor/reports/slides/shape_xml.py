"""Pieces of DrawingML: places, planes, outlines and paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monitor.reports.slides.chart_series import fill, quoted
from monitor.reports.slides.model import INK, Box


EMU = 12700
"""In a point."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Run(NamedTuple):
    """Words of one look."""

    text: str
    bold: bool = False
    color: str = INK


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a group: a closed outline of one or more rings, or words; in points on the slide."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()
    color: str = ""
    edge: str = "#ffffff"
    edge_width: float = 0.7
    alt: str = ""
    is_open: bool = False
    """A line rather than a plane."""
    form: str = ""
    """ellipse, rect, diamond, triangle, plus, star5: a mark in `box`."""
    box: Box | None = None
    words: str = ""
    size: float = 9
    bold: bool = False
    align: str = "ctr"
    hatched: bool = False


def frame(box: Box, kind: str = "a") -> str:
    x, y, wide, high = (round(value * EMU) for value in box)
    return f'<{kind}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{max(wide, 0)}" cy="{max(high, 0)}"/></{kind}:xfrm>'


def plane(color: str, hatched: bool) -> str:
    if hatched:
        return (f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr>'
                f'<a:srgbClr val="{color[1:].upper()}"/></a:bgClr></a:pattFill>')  # fmt: skip
    return fill(color)


def ring(ring: Sequence[tuple[float, float]], box: Box, *, closed: bool) -> str:
    points = [(round((x - box.x) * EMU), round((y - box.y) * EMU)) for x, y in ring]
    (x, y), *rest = points
    return (
        f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>'
        + "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest)
        + ("<a:close/>" if closed else "")
    )


def paragraphs_of(
    paragraphs: Sequence[Sequence[Run]],
    size: float,
    align: str,
    after: float = 0,
    *,
    bullets: bool = False,
) -> str:
    return "".join(paragraph(runs, size, align, after, bullet=bullets) for runs in paragraphs)


def paragraph(
    runs: Sequence[Run], size: float, align: str = "l", after: float = 0, *, bullet: bool = False
) -> str:
    """Dutch, at 90 % of the spacing of its font."""
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    hang = ' marL="171450" indent="-171450"' if bullet else ' marL="0" indent="0"'
    return (
        f'<a:p><a:pPr{hang} algn="{align}"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>{mark}</a:pPr>'
        + "".join(
            f'<a:r><a:rPr lang="nl-NL" sz="{round(size * 100)}" b="{int(run.bold)}">'
            f"{fill(run.color)}</a:rPr><a:t>{quoted(run.text)}</a:t></a:r>"
            for run in runs if run.text
        )
        + f'<a:endParaRPr lang="nl-NL" sz="{round(size * 100)}"/></a:p>'
    )  # fmt: skip
