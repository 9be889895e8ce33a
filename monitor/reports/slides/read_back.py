"""A deck as somebody has it now: what it says of itself, and what stands on each slide.

For `dekkend verify`: a slide is known by its name, or by `Onderdeel:` in its notes when another program
dropped that.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from monitor.reports.slides import notes, refused
from monitor.reports.slides.whole import SPACE


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


_NUMBERING = ("sldNum", "dt")
"""What each program fills in itself."""


class Chart(NamedTuple):
    """A native chart: series by name, in order, with the numbers that are drawn."""

    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]


class Slide(NamedTuple):
    """What stands on one slide."""

    key: str
    """The onderdeel that it shows, "begin" and "stempel" for ours; "" for somebody else's."""
    title: str
    charts: tuple[Chart, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    texts: tuple[str, ...]
    notes: str


class Deck(NamedTuple):
    """A deck of ours, as it is now."""

    kenmerk: str
    stamp: dict[str, Any]
    """The values of the stamp, as `Stamp.as_values` gives them."""
    title: str
    names: tuple[str, ...]
    """The key of each section, in order; with a number where one comes twice."""
    sections: tuple[dict[str, Any], ...]
    """As published when it was made."""
    slides: tuple[Slide, ...]


def read(content: bytes) -> Deck | None:
    """None for what is no deck of ours: no presentation at all, or without our data in it."""
    parts = refused.parts_of(content)
    if parts is None or "ppt/presentation.xml" not in parts:
        return None
    whole = _data(parts)
    if whole is None:
        return None
    slides = tuple(_slide(parts, name) for name in _in_order(parts))
    return Deck(str(whole["kenmerk"]), whole["stamp"], str(whole["title"]), tuple(whole["names"]),
                tuple(whole["sections"]), slides)  # fmt: skip


def _data(parts: dict[str, bytes]) -> dict[str, Any] | None:
    for name, data in parts.items():
        if not name.startswith("customXml/item") or "Props" in name or "_rels" in name:
            continue
        try:
            root = etree.fromstring(data, _PARSER)
            if root.tag == f"{{{SPACE}}}rapport":
                found: dict[str, Any] = json.loads("".join(root.itertext()))
                if {"kenmerk", "stamp", "title", "names", "sections"} <= set(found):
                    return found
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None


def _in_order(parts: dict[str, bytes]) -> Iterator[str]:
    """The slides as they are shown."""
    links = _links(parts, "ppt/presentation.xml")
    root = etree.fromstring(parts["ppt/presentation.xml"], _PARSER)
    for one in root.iter("{*}sldId"):
        name = links.get(one.get(f"{_REL}id", ""), "")
        if name in parts:
            yield name


def _links(parts: dict[str, bytes], name: str) -> dict[str, str]:
    """Id → part, of what a part refers to."""
    folder, _, file = name.rpartition("/")
    data = parts.get(f"{folder}/_rels/{file}.rels")
    if data is None:
        return {}
    return {
        one.get("Id", ""): _joined(folder, one.get("Target", ""))
        for one in etree.fromstring(data, _PARSER)
    }


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        else:
            steps.append(step)
    return "/".join(steps)


def _slide(parts: dict[str, bytes], name: str) -> Slide:
    root = etree.fromstring(parts[name], _PARSER)
    links = _links(parts, name)
    said = _notes(parts, links)
    found = root.find("{*}cSld")
    key = (found.get("name") or "") if found is not None else ""
    for line in said.splitlines():
        if line.startswith(notes.KEY):
            # The notes are ours whatever a program made of the name.
            key = line.removeprefix(notes.KEY).strip()
    charts = [
        _chart(parts[links[address]])
        for one in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart")
        if links.get(address := one.get(f"{_REL}id", "")) in parts
    ]
    title = ""
    texts = []
    for shape in root.iter("{*}sp"):
        kind = _kind(shape)
        words = _words(shape)
        if kind in ("title", "ctrTitle"):
            title = words
        elif kind in _NUMBERING:
            continue
        elif words:
            texts.append(words)
    tables = tuple(
        tuple(
            tuple(_words(cell) for cell in row.findall("{*}tc")) for row in table.findall("{*}tr")
        )
        for table in root.iter("{*}tbl")
    )
    return Slide(key, title, tuple(charts), tables, tuple(texts), said)


def _notes(parts: dict[str, bytes], links: dict[str, str]) -> str:
    for name in links.values():
        if name.startswith("ppt/notesSlides/") and name in parts:
            root = etree.fromstring(parts[name], _PARSER)
            said = (_words(shape) for shape in root.iter("{*}sp") if _kind(shape) not in _NUMBERING)
            return "\n".join(words for words in said if words)
    return ""


def _kind(shape: Any) -> str:
    """Of a place in a layout: title, body, sldNum; "" of any other shape."""
    place = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    return "" if place is None else str(place.get("type", "body"))


def _words(element: Any) -> str:
    """Paragraphs as lines."""
    lines = ["".join(part.text or "" for part in one.iter("{*}t")) for one in element.iter("{*}p")]
    return "\n".join(lines).replace("\u00a0", " ").strip("\n ")


def _chart(data: bytes) -> Chart:
    root = etree.fromstring(data, _PARSER)
    categories: tuple[str, ...] = ()
    series = []
    for one in root.iter("{*}ser"):
        name = "".join(part.text or "" for part in one.findall("{*}tx//{*}v"))
        values = one.find("{*}val")
        values = one.find("{*}yVal") if values is None else values
        series.append((name, _numbers(values)))
        cats = one.find("{*}cat")
        if cats is not None and not categories:
            categories = tuple(part.text or "" for part in cats.iter("{*}v"))
    return Chart(categories, tuple(series))


def _numbers(element: Any) -> tuple[float | None, ...]:
    if element is None:
        return ()
    many = element.find(".//{*}ptCount")
    found: list[float | None] = [None] * min(
        int(many.get("val", 0)) if many is not None else 0, 100_000
    )
    for point in element.iter("{*}pt"):
        place, value = int(point.get("idx", 0)), point.find("{*}v")
        if 0 <= place < len(found) and value is not None and value.text:
            found[place] = float(value.text)
    return tuple(found)
