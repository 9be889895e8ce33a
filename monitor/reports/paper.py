"""Sections on paper: a PDF that can be read aloud (PDF/UA-1), with what each figure means at the end."""

import json
from functools import cache
from pathlib import Path

from monitor.reports import report
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section
from monitor.views.files import letters, typeset


TEMPLATE = Path(__file__).with_name("rapport.typ")
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
    if letters.UNKNOWN in letters.drawable(json.dumps(data, ensure_ascii=False)):
        data["stamp"].append(["Letters", LACKING])
    return json.dumps(data, ensure_ascii=False)


@cache
def _template() -> str:
    return TEMPLATE.read_text("utf-8")
