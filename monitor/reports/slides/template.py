"""A template as we use it: which layouts, where is room, in which letters.

A layout is found by the kind that it declares, then by its name, then by what it holds: by its shape alone a
page with a title in the middle would be taken for one with a title on top.
"""

import io
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from monitor.reports.slides import measure, own_template
from monitor.reports.slides.canvas import placeholder
from monitor.reports.slides.model import Box
from monitor.reports.slides.shape_xml import EMU
from monitor.views.charts import palette


_NAMES = {
    "titleOnly": re.compile(
        r"(?i)alleen\s*(de\s*)?titel|titel\s*alleen|title\s*only|only\s*title|^grafiek"
    ),
    "title": re.compile(r"(?i)titeldia|titelpagina|title\s*slide|voorblad|omslag|^titel$|opening"),
}
_SMALL = {"dt", "ftr", "sldNum"}
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FOOT_SIZES = (10, 9, 8)
_EDGE = 28.0
"""Points that are left free at the foot of a slide without a footer."""
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


@dataclass(frozen=True, slots=True)
class Template:
    """An opened template without slides."""

    deck: Any
    only_title: Any
    """The layout of a slide with a question."""
    opening: Any | None
    """That of a first page."""
    title: Box
    free: Box
    """What title and footer leave."""
    title_size: float
    """Points of its title."""
    heading: str
    """The font of titles."""
    body: str
    wide: float
    high: float
    is_own: bool
    """Ours has nothing between a title and what follows it, so that a short title leaves no gap."""
    swaps: dict[str, str]
    """Accents that cannot be seen on the background → our own colour."""


def opened(content: bytes | None) -> Template:
    """The template of a samenwerkingsverband, or ours. ValueError where it has no title at all."""
    deck = pptx.Presentation(io.BytesIO(own_template.own() if content is None else content))
    deck.part._content_type = _PRESENTATION
    _without_slides(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    only = found(layouts, "titleOnly")
    if only is None:
        raise ValueError("a template without a layout with a title")
    wide, high = (deck.slide_width or 0) / EMU, (deck.slide_height or 0) / EMU
    title = _place(_of_kind(only, {"title", "ctrTitle"})[0])
    heading, body = fonts(only.slide_master)
    return Template(deck, only, found(layouts, "title"), title, _free(only, title, wide, high),
                    _title_size(only), heading, body, wide, high, content is None,
                    swaps(only.slide_master))  # fmt: skip


def found(layouts: Sequence[Any], kind: str) -> Any | None:
    """The layout of this kind: `titleOnly` is for a question, `title` for a first page."""
    for layout in layouts:
        if layout._element.get("type") == kind and _fits(layout, kind):
            return layout
    for layout in layouts:
        if _NAMES[kind].search(layout.name or "") and _fits(layout, kind):
            return layout
    if kind == "title":
        return next((one for one in layouts if _of_kind(one, {"ctrTitle"})), None)
    with_title = [one for one in layouts if _fits(one, kind)]
    # The fewest other places: what is not used is taken away.
    return min(with_title, key=lambda one: len(list(one.placeholders)), default=None)


def is_only_title(layout: Any) -> bool:
    """Whether nothing but a title and what stands at the foot has its place there."""
    kinds = [kind_of(shape) for shape in layout.placeholders]
    return "title" in kinds and all(kind in {"title", *_SMALL} for kind in kinds)


def _fits(layout: Any, kind: str) -> bool:
    return bool(_of_kind(layout, {"title"} if kind == "titleOnly" else {"title", "ctrTitle"}))


def kind_of(shape: Any) -> str:
    return str(shape._element.find(".//{*}ph").get("type", "body"))


def _of_kind(layout: Any, kinds: set[str]) -> list[Any]:
    return [shape for shape in layout.placeholders if kind_of(shape) in kinds]


def _place(shape: Any) -> Box:
    return Box(
        *((value or 0) / EMU for value in (shape.left, shape.top, shape.width, shape.height))
    )


def _free(layout: Any, title: Box, wide: float, high: float) -> Box:
    feet = [_place(one).y for one in _of_kind(layout, _SMALL) if _place(one).y > high / 2]
    bottom = min(feet, default=high - _EDGE) - 4
    left = max(title.x, _EDGE)
    right = min(title.right, wide - _EDGE)
    top = title.bottom + 4
    return Box(left, top, right - left, bottom - top)


def _title_size(layout: Any) -> float:
    """Of the layout's own title, else the master's."""
    (shape, *_) = _of_kind(layout, {"title"})
    own = shape._element.findall(".//{*}lvl1pPr/{*}defRPr")
    master = [
        *(look for one in layout.slide_master.placeholders if kind_of(one) == "title"
          for look in one._element.findall(".//{*}lvl1pPr/{*}defRPr")),
        *layout.slide_master._element.findall(".//{*}titleStyle/{*}lvl1pPr/{*}defRPr"),
    ]  # fmt: skip
    sizes = [int(look.get("sz")) / 100 for look in (*own, *master) if look.get("sz")]
    return sizes[0] if sizes else 28.0


def fonts(master: Any) -> tuple[str, str]:
    """Of titles and of text, as the theme names them."""
    theme = theme_of(master)
    names = [
        theme.find(f".//{{*}}{one}Font/{{*}}latin").get("typeface") for one in ("major", "minor")
    ]
    return names[0], names[1]


def theme_of(master: Any) -> Any:
    return parse_xml(master.part.part_related_by(RT.THEME).blob)


LEAST_CONTRAST, READABLE = 3.0, 4.5
"""Of a bar and of letters, with what is behind them (WCAG 2)."""


def swaps(master: Any) -> dict[str, str]:
    """accent1 and accent2 → ours where they have too little contrast with the background; darkened for
    letters (accent1-25) → the colour of text where that does not read."""
    own = {"accent1": palette.ACCENT, "accent2": palette.SECOND}
    behind = background(master)
    found = {}
    for name, ours in own.items():
        color = color_of(master, name)
        is_seen = palette.contrast(color, behind) >= LEAST_CONTRAST
        color = color if is_seen else ours
        dark = "#" + "".join(f"{int(color[at : at + 2], 16) * 3 // 4:02x}" for at in (1, 3, 5))
        if palette.contrast(dark, behind) < READABLE:
            found[f"{name}-25"] = "tx1"
        if not is_seen:
            found[name] = ours
    return found


def background(master: Any) -> str:
    """The colour behind text: what the master calls bg1."""
    mapped = master._element.find("{*}clrMap")
    return color_of(master, mapped.get("bg1", "lt1") if mapped is not None else "lt1")


def color_of(master: Any, name: str) -> str:
    """Of its theme, #rrggbb."""
    found = theme_of(master).find(f".//{{*}}clrScheme/{{*}}{name}/*")
    return f"#{(found.get('lastClr') or found.get('val')).lower()}"


def _without_slides(deck: Any) -> None:
    """Examples, their notes and sections, and the picture of the first page."""
    ids = deck.part._element.find("{*}sldIdLst")
    for one in list(ids) if ids is not None else []:
        deck.part.drop_rel(one.rId)
        ids.remove(one)
    for extension in deck.part._element.xpath('.//*[local-name()="sectionLst"]'):
        extension.getparent().getparent().remove(extension.getparent())
    package = deck.part.package
    for owner in (package, deck.part):
        for name, link in list(owner._rels.items()):
            if any(
                word in link.reltype
                for word in ("thumbnail", "printerSettings", "comment", "customXml")
            ):
                owner._rels.pop(name)


def add_slide(template: Template, layout: Any) -> Any:
    """A slide with its title; other places for text are taken away, footer and number put in."""
    slide = template.deck.slides.add_slide(layout)
    for shape in list(slide.placeholders):
        if kind_of(shape) not in ("title", "ctrTitle", "subTitle"):
            shape._element.getparent().remove(shape._element)
    return slide


def add_foot(slide: Any, words: str) -> None:
    """The footer and the number of the layout, which python-pptx does not take along."""
    for shape in slide.slide_layout.placeholders:
        if kind_of(shape) not in ("ftr", "sldNum"):
            continue
        copied = deepcopy(shape._element)
        tree = slide.shapes._spTree
        copied.find(".//{*}cNvPr").set(
            "id", str(max(int(one) for one in tree.xpath(".//p:cNvPr/@id")) + 1)
        )
        for look in copied.iter("{*}rPr", "{*}endParaRPr"):
            look.set("lang", "nl-NL")
            look.attrib.pop("smtClean", None)
        tree.append(copied)
        if kind_of(shape) == "ftr":
            placed = next(one for one in slide.placeholders if one._element is copied)
            box = _place(shape)
            fit = measure.fitted(words, (box.wide - 15, max(box.high - 2, 10)), _FOOT_SIZES)
            placeholder(placed, " ".join(fit.lines) if fit.rest else words, fit.size)
        for look in copied.iter("{*}rPr"):
            # LibreOffice takes neither font nor side of a footer from its layout.
            if look.find("{*}latin") is None:
                look.append(parse_xml(f'<a:latin xmlns:a="{_A}" typeface="+mn-lt"/>'))
