"""A deck from its first page to its stamp, with what it was made of in it for a machine."""

import datetime as dt
import io
import json

from monitor.errors import MonitorError
from monitor.reports import published
from monitor.reports.report import KIND, Report
from monitor.reports.slides import composing, inner_book, measure, refused, repack
from monitor.reports.slides.canvas import custom_part
from monitor.reports.slides.template import Template, opened


SPACE = "urn:dekkend:rapport:1"
"""The namespace of the part with the sections as published."""
_LONGEST = 255
"""Letters of a property."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_ITEM = "{6F1B0C52-7C1D-5B4E-9E0B-0D6A1C9E2F10}"


def made(one: Report, content: bytes | None) -> bytes:
    """The same bytes for the same report and template. MonitorError for one that could harm."""
    if content is not None and (said := refused.of(content)):
        raise MonitorError(said[0])
    template = opened(content)
    with measure.letters_of(template.body):
        return _made(one, template)


def _made(one: Report, template: Template) -> bytes:
    kenmerk = one.stamp.kenmerk(one.sections)
    if len(one.sections) > 1:
        composing.opening(template, one)
    names = keys(one)
    for section, title, key in zip(
        one.sections, composing.titles(one.sections), names, strict=True
    ):
        composing.of_section(template, one, section, title, key, kenmerk)
    composing.stamped(template, one, kenmerk)
    _properties(template, one, kenmerk)
    _as_data(template, one, names, kenmerk)
    out = io.BytesIO()
    template.deck.save(out)
    return repack.repacked(out.getvalue())


def keys(one: Report) -> list[str]:
    """A name per section by which its slide is found again: its key, and a number where it comes twice."""
    seen: dict[str, int] = {}
    found = []
    for section in one.sections:
        seen[section.key] = number = seen.get(section.key, 0) + 1
        found.append(section.key if number == 1 else f"{section.key}-{number}")
    return found


def _properties(template: Template, one: Report, kenmerk: str) -> None:
    """Nobody's name, and the moment of the data as the time of making."""
    core = template.deck.core_properties
    moment = one.stamp.moment.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None)
    core.author, core.last_modified_by = "", ""
    core.title, core.subject = (
        inner_book.plain(words)[:_LONGEST] for words in (one.title, one.subtitle)
    )
    core.comments = f"Voor {one.stamp.audience}. {one.stamp.mark}."
    core.keywords, core.category, core.language = f"Kenmerk: {kenmerk}", "", "nl-NL"
    core.created, core.modified, core.revision = moment, moment, 1
    core.version, core.identifier, core.content_status = "", "", ""


def _as_data(template: Template, one: Report, names: list[str], kenmerk: str) -> None:
    """What the sections say as published, so that is seen later what changed."""
    whole = {
        "kenmerk": kenmerk,
        "stamp": one.stamp.as_values(),
        "title": one.title,
        "subtitle": one.subtitle,
        "names": names,
        "sections": [published.of_section(section) for section in one.sections],
        **({"soort": KIND, "order": dict(one.order)} if one.order else {}),
    }
    words = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f'{head}<rapport xmlns="{SPACE}">{inner_book.fit_for_xml(words)}</rapport>'
    deck = template.deck.part
    part = custom_part(
        deck.package, deck, "/customXml/item1.xml", xml.encode(), "application/xml", _CUSTOM
    )
    about = (
        f'{head}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{_ITEM}"><ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    custom_part(deck.package, part, "/customXml/itemProps1.xml", about.encode(),
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", _PROPERTIES)  # fmt: skip
