"""One slide to put things on: words, charts, tables, shapes; each with its words for who does not see it.

Rectangles are in points. The order in which things are put is the order in which they are read.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from monitor.reports.slides import chart_xml, inner_book
from monitor.reports.slides.chart_series import fill, quoted
from monitor.reports.slides.model import Box, Plot
from monitor.reports.slides.shape_xml import (
    EMU,
    NAMESPACES,
    Piece,
    Run,
    frame,
    paragraphs_of,
    plane,
    ring,
)


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
Anchor = Literal["t", "ctr", "b"]


@dataclass(slots=True)
class Canvas:
    """A slide of python-pptx, and what stands where on it."""

    slide: Any
    font: str = ""
    swaps: Mapping[str, str] = field(default_factory=dict)
    """Colours of the theme that cannot be seen on its background → those that are taken for them."""
    placed: list[tuple[str, Box]] = field(default_factory=list)
    """Name and rectangle of all that has words or figures in it, for who checks that none covers
    another."""

    def title(self, words: str, size: float) -> None:
        """In the place that the template has for it."""
        shape = self.slide.shapes.title
        body = shape._element.txBody
        _put(body, [[Run(words, color="")]], size, "", bold=None)

    def words(
        self,
        name: str,
        box: Box,
        paragraphs: Sequence[Sequence[Run]],
        size: float,
        *,
        anchor: Anchor = "t",
        align: str = "l",
        after: float = 0,
        bullets: bool = False,
    ) -> None:
        """A box of text of which the size is its own; nothing is drawn around it."""
        shape = (
            f'<p:sp {NAMESPACES}>{self._named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>"
            f"{paragraphs_of(paragraphs, size, align, after, bullets=bullets)}</p:txBody></p:sp>"
        )
        self._append(shape)
        self.placed.append((name, box))

    def chart(self, name: str, box: Box, plot: Plot, alt: str) -> None:
        """A chart that can be edited, with its workbook in it."""
        package = self.slide.part.package
        part = ChartPart.load(
            package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package,
            self._seen(chart_xml.of(plot).decode()).encode(),
        )  # fmt: skip
        book = EmbeddedXlsxPart.new(inner_book.of(plot), package)
        link = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        outside = part._element.get_or_add_externalData()
        outside.rId = link
        address = self.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        self._append(
            f"<p:graphicFrame {NAMESPACES}>{self._named(name, alt, 'nvGraphicFramePr')}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
            f"</p:nvGraphicFramePr>{frame(box, 'p')}<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
            'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            f'r:id="{address}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )
        self.placed.append((name, box))

    def table(self, name: str, box: Box, grid: Sequence[float], rows: str, alt: str) -> None:
        """`grid` is the width of each column; `rows` are `<a:tr>` elements, as `of_table` makes them."""
        columns = "".join(f'<a:gridCol w="{round(wide * EMU)}"/>' for wide in grid)
        self._append(
            f"<p:graphicFrame {NAMESPACES}>{self._named(name, alt, 'nvGraphicFramePr')}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
            f"</p:nvGraphicFramePr>{frame(box, 'p')}<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
            f'<a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )
        self.placed.append((name, box))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        color: str,
        width: float = 1,
        dash: str = "solid",
    ) -> None:
        """Decorative: what it means stands in words beside it."""
        box = Box(start[0], start[1], end[0] - start[0], end[1] - start[1])
        self._append(
            f"<p:cxnSp {NAMESPACES}>{self._named('Lijn', inside='nvCxnSpPr')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr>{frame(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{round(width * EMU)}">{fill(color)}<a:prstDash val="{dash}"/></a:ln></p:spPr></p:cxnSp>'
        )

    def square(
        self, box: Box, color: str, *, hatched: bool = False, edge: str = "", form: str = "rect"
    ) -> None:
        """Of a legend: decorative."""
        outline = f'<a:ln w="9525">{fill(edge)}</a:ln>' if edge else "<a:ln><a:noFill/></a:ln>"
        self._append(
            f"<p:sp {NAMESPACES}>{self._named('Blokje')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}"
            f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{plane(color, hatched)}{outline}</p:spPr></p:sp>'
        )

    def group(self, name: str, box: Box, pieces: Sequence[Piece], alt: str) -> None:
        """Shapes that are one picture."""
        e = [round(value * EMU) for value in box]
        at = (f'<a:xfrm><a:off x="{e[0]}" y="{e[1]}"/><a:ext cx="{e[2]}" cy="{e[3]}"/>'
              f'<a:chOff x="{e[0]}" y="{e[1]}"/><a:chExt cx="{e[2]}" cy="{e[3]}"/></a:xfrm>')  # fmt: skip
        head = self._named(name, alt, "nvGrpSpPr")
        inside = "".join(self._piece(one) for one in pieces)
        self._append(
            f"<p:grpSp {NAMESPACES}>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{at}</p:grpSpPr>"
            f"{inside}</p:grpSp>"
        )
        self.placed.append((name, box))

    def _piece(self, one: Piece) -> str:
        head = self._named(one.name, one.alt) + "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        edge = f'<a:ln w="{round(one.edge_width * EMU)}">{fill(one.edge)}<a:round/></a:ln>'
        if not one.edge_width:
            edge = "<a:ln><a:noFill/></a:ln>"
        if one.words:
            assert one.box is not None
            return (
                f'<p:sp>{self._named(one.name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
                f'<p:spPr>{frame(one.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
                '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
                "<a:lstStyle/>"
                + paragraphs_of([[Run(line, one.bold, one.color)] for line in one.words.split("\n")], one.size, one.align)
                + "</p:txBody></p:sp>"
            )  # fmt: skip
        if one.box is not None:
            return (f'<p:sp>{head}<p:spPr>{frame(one.box)}<a:prstGeom prst="{one.form}"><a:avLst/>'
                    f"</a:prstGeom>{plane(one.color, one.hatched)}{edge}</p:spPr></p:sp>")  # fmt: skip
        xs = [x for points in one.rings for x, _ in points]
        ys = [y for points in one.rings for _, y in points]
        box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        wide, high = round(box.wide * EMU), round(box.high * EMU)
        path = "".join(ring(points, box, closed=not one.is_open) for points in one.rings)
        filled = ' fill="none"' if one.is_open else ""
        return (
            f"<p:sp>{head}<p:spPr>{frame(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}"{filled}>{path}</a:path>'
            f"</a:pathLst></a:custGeom>{plane(one.color, one.hatched)}{edge}</p:spPr></p:sp>"
        )

    def _seen(self, xml: str) -> str:
        """In colours that can be told from the background."""
        for name, color in self.swaps.items():
            if name.endswith("-25"):
                old = f'<a:schemeClr val="{name[:-3]}"><a:lumMod val="75000"/></a:schemeClr>'
                xml = xml.replace(old, f'<a:schemeClr val="{color}"/>')
            else:
                xml = re.sub(rf'<a:schemeClr val="{name}">(.*?)</a:schemeClr>',
                             rf'<a:srgbClr val="{color[1:].upper()}">\1</a:srgbClr>', xml)  # fmt: skip
        return xml

    def _append(self, xml: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(self._seen(xml)))

    def _named(self, name: str, alt: str = "", inside: str = "nvSpPr") -> str:
        """Words of its own are read as they are; what has neither those nor an alt is decorative."""
        number = self._next()
        decorative = (
            _DECORATIVE
            if not alt and inside in ("nvSpPr", "nvCxnSpPr") and name in DECORATIVE
            else ""
        )
        said = f' descr="{quoted(alt)}"' if alt else ""
        return (f'<p:{inside}><p:cNvPr id="{number}" name="{quoted(name)}"{said}>{decorative}</p:cNvPr>')  # fmt: skip

    def _next(self) -> int:
        if not self._last:
            self._last.append(max(int(one) for one in self.slide.shapes._spTree.xpath(".//p:cNvPr/@id")))  # fmt: skip
        self._last[0] += 1
        return self._last[0]

    _last: list[int] = field(default_factory=list)


DECORATIVE = ("Lijn", "Blokje", "Omtrek")
"""Names of shapes of which all that they mean stands in words."""


def _put(
    body: Any, paragraphs: Sequence[Sequence[Run]], size: float, align: str, *, bold: bool | None
) -> None:
    """In a placeholder: colour, weight and side are those of the template."""
    for old in body.xpath("./a:p"):
        body.remove(old)
    for runs in paragraphs:
        inside = "".join(
            f'<a:r><a:rPr lang="nl-NL" sz="{round(size * 100)}"/><a:t>{quoted(run.text)}</a:t></a:r>'
            for run in runs
        )  # fmt: skip
        body.append(parse_xml(f"<a:p {NAMESPACES}>{inside}</a:p>"))


def placeholder(shape: Any, words: str, size: float = 0) -> None:
    """Words in a place of the template, in its own look."""
    body = shape._element.txBody
    for old in body.xpath("./a:p"):
        body.remove(old)
    look = f' sz="{round(size * 100)}"' if size else ""
    for line in words.split("\n"):
        body.append(
            parse_xml(
                f'<a:p {NAMESPACES}><a:r><a:rPr lang="nl-NL"{look}/><a:t>{quoted(line)}</a:t></a:r></a:p>'
            )
        )


def custom_part(package: Any, owner: Any, name: str, xml: bytes, kind: str, link: str) -> Any:
    """A part of our own beside the slides."""
    part = XmlPart.load(PackURI(name), kind, package, xml)
    owner.relate_to(part, link)
    return part
