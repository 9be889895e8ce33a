"""The neutral template that is used where a samenwerkingsverband has none of its own.

16:9, made by code out of python-pptx's default: two layouts with Dutch names, our letters, the colours of
the charts as its theme, no picture of its first page. What it says is `own()`; nothing of it is kept.
"""

import io
from functools import cache
from typing import Any

import pptx
from pptx.oxml import parse_xml
from pptx.util import Length

from monitor.views.charts import palette
from monitor.views.files.letters import FAMILIES


WIDE, HIGH = 12192000, 6858000
"""EMU: 13.33 by 7.5 inch."""
TITLE_SIZE = 26
_KEPT = {"title": "Titel", "titleOnly": "Alleen titel"}
_SIDE = 548640
_PLACES = {
    "title": (_SIDE, 320040, WIDE - 2 * _SIDE, 1069848),
    "body": (_SIDE, 1463040, WIDE - 2 * _SIDE, 4846320),
    "ftr": (_SIDE, 6419088, 9326880, 274320),
    "sldNum": (WIDE - _SIDE - 914400, 6419088, 914400, 274320),
}
_OPENING = {
    "ctrTitle": (_SIDE, 2011680, WIDE - 2 * _SIDE, 1280160),
    "subTitle": (_SIDE, 3383280, WIDE - 2 * _SIDE, 1463040),
}
_THEME = {
    "dk1": "#202020", "lt1": "#ffffff", "dk2": "#33475b", "lt2": palette.NO_SCHOOL,
    "accent1": palette.ACCENT, "accent2": palette.SECOND, "accent3": palette.GREY,
    "accent4": palette.PARTS[1], "accent5": palette.STATES["gedekt"].color,
    "accent6": palette.STATES["vol"].color, "hlink": palette.ACCENT, "folHlink": "#a05ad0",
}  # fmt: skip
_WORDS = {
    "Click to edit Master title style": "De titel zegt het antwoord",
    "Click to edit Master subtitle style": "Van wie, en wanneer",
    "Click to edit Master text styles": "Tekst", "Second level": "Tweede niveau",
    "Third level": "Derde niveau", "Fourth level": "Vierde niveau", "Fifth level": "Vijfde niveau",
}  # fmt: skip
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NS = f'xmlns:a="{_A}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


@cache
def own() -> bytes:
    """A .pptx without slides."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Length(WIDE), Length(HIGH)
    deck.part._element.find(".//{*}sldSz").attrib.pop("type", None)
    _leave_out(deck)
    master = deck.slide_master
    _theme(master)
    for shape in list(master.placeholders):
        kind = _kind(shape)
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
        else:
            shape.left, shape.top, shape.width, shape.height = _PLACES[kind]
    _letters(master)
    for layout in list(master.slide_layouts):
        name = _KEPT.get(layout._element.get("type"))
        if name is None:
            master.slide_layouts.remove(layout)
            continue
        layout._element.find("{*}cSld").set("name", name)
        _layout(layout)
    for part in (master, *master.slide_layouts):
        _in_dutch(part._element)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _leave_out(deck: Any) -> None:
    """The picture of a first page, and the settings of somebody's printer."""
    package = deck.part.package
    for owner, word in ((package, "thumbnail"), (deck.part, "printerSettings")):
        for name, link in list(owner._rels.items()):
            if word in link.reltype:
                owner._rels.pop(name)


def _kind(shape: Any) -> str:
    return str(shape._element.find(".//{*}ph").get("type", "body"))


def _theme(master: Any) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    part = master.part.part_related_by(RT.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "Monitor dekkend aanbod")
    colors = theme.find(".//{*}clrScheme")
    colors.set("name", "Monitor dekkend aanbod")
    for name, color in _THEME.items():
        one = colors.find(f"{{{_A}}}{name}")
        for old in list(one):
            one.remove(old)
        one.append(parse_xml(f'<a:srgbClr xmlns:a="{_A}" val="{color[1:].upper()}"/>'))
    fonts = theme.find(".//{*}fontScheme")
    fonts.set("name", "Monitor dekkend aanbod")
    for latin in fonts.iter(f"{{{_A}}}latin"):
        latin.set("typeface", FAMILIES[0])
    from lxml import etree

    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _letters(master: Any) -> None:
    """A title is a sentence: to the left, bold, from the top."""
    styles = master._element.find(".//{*}txStyles")
    head = styles.find("{*}titleStyle/{*}lvl1pPr")
    head.set("algn", "l")
    spacing = parse_xml(f'<a:lnSpc {_NS}><a:spcPct val="90000"/></a:lnSpc>')
    head.insert(0, spacing)
    head.find("{*}defRPr").set("sz", str(TITLE_SIZE * 100))
    head.find("{*}defRPr").set("b", "1")
    for number, size in enumerate((1800, 1600, 1400, 1400, 1400), 1):
        styles.find(f"{{*}}bodyStyle/{{*}}lvl{number}pPr/{{*}}defRPr").set("sz", str(size))
    for shape in master.placeholders:
        body = shape._element.txBody.find("{*}bodyPr")
        kind = _kind(shape)
        body.set("lIns", "0")
        body.set("rIns", "0")
        body.set("anchor", "t" if kind in ("title", "body") else "ctr")
        for look in shape._element.iter(f"{{{_A}}}defRPr"):
            if kind in ("ftr", "sldNum"):
                look.set("sz", "1000")
        for level in shape._element.iter(f"{{{_A}}}lvl1pPr"):
            if kind == "ftr":
                level.set("algn", "l")
    strip = (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="20" name="Streep"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="0" y="365760"/><a:ext cx="182880" cy="859536"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    master.shapes._spTree.insert(2, parse_xml(strip))


def _layout(layout: Any) -> None:
    for shape in list(layout.placeholders):
        kind = _kind(shape)
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
        elif kind in _OPENING:
            shape.left, shape.top, shape.width, shape.height = _OPENING[kind]
    if layout._element.get("type") != "title":
        return
    layout._element.set("showMasterSp", "0")
    for shape in layout.placeholders:
        body = shape._element.txBody
        if _kind(shape) == "ctrTitle":
            body.find("{*}bodyPr").set("anchor", "b")
            style = body.find("{*}lstStyle")
            style.append(parse_xml(f'<a:lvl1pPr {_NS}><a:defRPr sz="3600"/></a:lvl1pPr>'))
        if _kind(shape) == "subTitle":
            for level in body.find("{*}lstStyle"):
                level.set("algn", "l")


def _in_dutch(element: Any) -> None:
    for text in element.iter(f"{{{_A}}}t"):
        text.text = _WORDS.get(text.text, text.text)
    for look in element.iter(f"{{{_A}}}rPr", f"{{{_A}}}endParaRPr"):
        look.set("lang", "nl-NL")
        look.attrib.pop("smtClean", None)
