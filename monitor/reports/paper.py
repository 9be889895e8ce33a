"""Sections on paper: a PDF that can be read aloud (PDF/UA-1), with what each figure means at the end."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from monitor.reports import report
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section
from monitor.views.files import letters, typeset


TEMPLATE = Path(__file__).with_name("rapport.typ")
MOST_ROWS, SHOWN = 30, 24
"""Of a table among other questions: so many rows stand there whole, of more the first ones."""
CUT = "U ziet de eerste {shown} van {many} rijen. {rest}"
IN_A_PACK = "Alle rijen staan in dit rapport als Excel of HTML."
ON_THE_PAGE = "Alle rijen neemt u op de pagina mee met Download."
LACKING = (
    f"{letters.UNKNOWN} staat voor letters die dit document niet heeft, zoals Hebreeuws, Arabisch of "
    "een emoji."
)


def of_section(section: Section, stamp: Stamp) -> bytes:
    """One question by itself."""
    return to_pdf(report.of_section(section, stamp))


def to_pdf(one: Report) -> bytes:
    """The same sections and stamp give the same bytes. ValueError for a picture without words."""
    return typeset.pdf(_template(), {"data": data_of(one)}, one.stamp.moment)


def data_of(one: Report) -> str:
    """What the template gets."""
    data = report.as_data(one) | {"fonts": list(letters.FAMILIES)}
    if len(one.sections) > 1:
        rest = IN_A_PACK if one.order else ON_THE_PAGE
        data["sections"] = [_shorter(section, rest) for section in data["sections"]]
    if letters.UNKNOWN in letters.drawable(json.dumps(data, ensure_ascii=False)):
        data["stamp"].append(["Letters", LACKING])
    return json.dumps(data, ensure_ascii=False)


def _shorter(section: dict[str, Any], rest: str) -> dict[str, Any]:
    """Of years of months the picture is what is read: among other questions a long table gives its first rows."""
    table = section["table"]
    if table is None or len(table["rows"]) <= MOST_ROWS:
        return section
    said = CUT.format(shown=SHOWN, many=len(table["rows"]), rest=rest)
    short = table | {"rows": table["rows"][:SHOWN], "reasons": [said, *table["reasons"]]}
    return section | {"table": short}


@cache
def _template() -> str:
    return TEMPLATE.read_text("utf-8")
