"""Sections composed to one document: in words, pictures and tables, before it has a form."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monitor.figures.door import Indicator
from monitor.reports import published
from monitor.reports.stamp import Stamp
from monitor.sections.section import Drawn, Section, Table
from monitor.sections.trust import BESIDE
from monitor.views.charts import svg
from monitor.views.charts.plotly import plotly_of
from monitor.views.words.amounts import number_columns
from monitor.views.words.selection import you_see


KIND = "dekkend rapport 1"
"""By which what lies in a file is known again."""
WIDE = 700
"""Pixels of a picture over the whole width: its letters are then nearly as large as the text."""
_MAP, _BESIDE = 6, 5
"""How two pictures divide the width, as on the screen."""
_GAP = 20
MANY = 4
"""More sections than this have a table of contents."""
_LONG = 24
"""Letters of a cell from which a column takes what width is left."""
_SHORT = 18
"""Letters of a cell that is not broken over lines."""
STATUS = {"klasse": "Van … tot en met …", "interval": "Van … tot …", "nvt": "Geen cijfer"}


@dataclass(frozen=True, slots=True)
class Report:
    """What is in one document. ValueError without sections."""

    title: str
    subtitle: str
    """Of whom and when."""
    sections: tuple[Section, ...]
    stamp: Stamp
    left_out: tuple[str, ...] = ()
    """Questions of the recipe that are not in it, each with why, in words."""
    order: Mapping[str, str] = field(default_factory=dict)
    """What it was made by (`making.Order`), so that it can be made again; {} of one question."""
    home: Path | None = None
    """The data folder of which the template of slides is taken (`huisstijl`); None for our own."""

    def __post_init__(self) -> None:
        if not self.sections:
            raise ValueError("a report without sections")


def of_section(section: Section, stamp: Stamp) -> Report:
    """One question by itself."""
    return Report(_of_what(section), you_see(section.selection), (section,), stamp)


def as_data(one: Report) -> dict[str, Any]:
    """Plain strings, numbers, lists and dicts; nothing in them is markup but the SVG of a picture."""
    stamp = one.stamp.lines(one.sections)
    return {
        "title": one.title,
        "subtitle": one.subtitle,
        "sender": f"Monitor dekkend aanbod · voor {one.stamp.audience}",
        "mark": one.stamp.mark,
        "demo": one.stamp.is_demo,
        "foot": f"Gegevens: versie {one.stamp.version} · kenmerk {dict(stamp)['Kenmerk'][:12]}",
        "keywords": [f"{label}: {words}" for label, words in stamp if label == "Kenmerk"],
        "description": f"Voor {one.stamp.audience}. {one.stamp.mark}.",
        "contents": len(one.sections) > MANY,
        "sections": _sections(one.sections),
        "definitions": _definitions(one.sections),
        "stamp": [
            *([["Niet in dit document", " ".join(one.left_out)]] if one.left_out else []),
            *(list(line) for line in stamp),
        ],
        "published": published_of(one) if one.order else "",
    }


def published_of(one: Report) -> str:
    """All that is in it as JSON, as values, with what it takes to make it again."""
    whole = {
        "soort": KIND,
        "order": dict(one.order),
        "stamp": one.stamp.as_values(),
        "kenmerk": one.stamp.kenmerk(one.sections),
        "sections": [published.of_section(section) for section in one.sections],
    }
    # In ASCII: no form has letters that it lacks, or a sign that ends something.
    return json.dumps(whole, sort_keys=True, separators=(",", ":"))


def _sections(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """One by itself has its question as the title of the document; where two ask the same, each says
    of what."""
    if len(sections) == 1:
        (one,) = sections
        return [{**_section(one, one.title or "Antwoord"), "selection": ""}]
    asked = Counter(one.question for one in sections)
    return [
        _section(one, one.question if asked[one.question] == 1 else _of_what(one))
        for one in sections
    ]


def _of_what(section: Section) -> str:
    """Vso-deelname (locatie): waar is het meer, en waar minder?"""
    if not section.trust:
        return section.question
    question = section.question[0].lower() + section.question[1:]
    return f"{section.trust[0].indicator.short}: {question}"


def _section(section: Section, heading: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "selection": you_see(section.selection) if section.selection else "",
        "says": section.says.text,
        "beside": [one.text for one in section.beside],
        "notes": list(section.notes),
        "pictures": _pictures(section.drawn),
        "source": published.source_of(section),
        "table": None if section.table is None else _table(section.table),
    }


def _pictures(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    if len(drawn) == 1:
        return [_picture(drawn[0], WIDE)]
    pixels = (WIDE - _GAP) / (_MAP + _BESIDE)
    return [
        _picture(one, round(pixels * share)) for one, share in zip(drawn, (_MAP, _BESIDE), strict=False)
    ]  # fmt: skip


def _picture(one: Drawn, width: int) -> dict[str, Any]:
    group, height = svg.svg_of(plotly_of(one.chart), one.alt, width)
    whole = svg.document(group, width, height, one.alt, background="")
    return {"svg": whole, "alt": one.alt, "notes": list(one.notes), "width": width}


def _table(table: Table) -> dict[str, Any]:
    rows = table.printed
    titles = list(rows[0]) if rows else [one.title for one in table.columns if one.kind != "link"]
    amounts = {titles[place - 1] for place in number_columns(rows)}
    longest = {title: max((len(row[title]) for row in rows), default=0) for title in titles}
    return {
        "title": table.title,
        "columns": [
            {"title": title, "number": title in amounts, "wide": longest[title] > _LONG}
            for title in titles
        ],
        "rows": [[_cell(row[title], len(titles)) for title in titles] for row in rows],
        "reasons": [
            f"{STATUS.get(status, status.capitalize())}: {why}."
            for status, why in published.reasons_of(table)
        ],
    }


def _cell(words: str, columns: int) -> str:
    """A date or a short name stays on one line, where there is room for it."""
    return words.replace(" ", "\u00a0") if len(words) <= _SHORT and columns <= 6 else words


def _definitions(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Each indicator once, with what the sections say of it."""
    said: dict[Indicator, list[tuple[str, str]]] = {}
    for trust in (trust for section in sections for trust in section.trust):
        facts = said.setdefault(trust.indicator, _words_of(trust.indicator))
        facts += [
            fact for fact in trust.facts
            if fact not in facts and fact[0] != BESIDE
            and fact[1] != f"{trust.indicator.teller}, op {trust.indicator.noemer}"
        ]  # fmt: skip
    return [
        {"title": one.title, "definition": one.definition, "facts": [list(fact) for fact in facts]}
        for one, facts in said.items()
    ]


def _words_of(indicator: Indicator) -> list[tuple[str, str]]:
    return [("Teller", indicator.teller), ("Noemer", indicator.noemer or "geen: het is een aantal"),
            ("Eenheid", indicator.unit)]  # fmt: skip
