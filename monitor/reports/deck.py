"""Sections as a presentation that can be edited: native charts and tables, in the SWV's own template.

What python-pptx does is in `reports/slides/`; it is loaded when a deck is made.
"""

from typing import TYPE_CHECKING

from monitor.reports import report
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section


if TYPE_CHECKING:
    from monitor.reports.slides.read_back import Deck


MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def to_pptx(one: Report, template: bytes | None = None) -> bytes:
    """A .pptx; the same sections, stamp and template give the same bytes. `template` is a .pptx or .potx
    that `huisstijl.check` found nothing against that refuses it; None is our own. ValueError for a
    template without a title."""
    from monitor.reports.slides import whole

    return whole.made(one, template)


def of_section(section: Section, stamp: Stamp, template: bytes | None = None) -> bytes:
    """One question by itself: its slide, and what it is made of."""
    return to_pptx(report.of_section(section, stamp), template)


def read_back(content: bytes) -> "Deck | None":
    """What a deck of ours says of itself, and what stands on each of its slides now; None for any other
    file. (`slides.read_back` says what is in it.)"""
    from monitor.reports.slides import read_back as reading

    return reading.read(content)
