"""A section on this page: its widgets are of one definition and one region."""

from monitor.pages.pieces import quiet_line, show_section
from monitor.pages.pieces.show_section import Draw
from monitor.sections.section import Section
from monitor.sections.thuiszitters.subject import Subject


def shown(
    subject: Subject,
    section: Section | None,
    *,
    heading: bool = True,
    draw: Draw = show_section.still,
    table: quiet_line.Where = "folded",
) -> None:
    """Nothing where there is no section for this viewer."""
    if section is None:
        return
    show_section.show(section, subject.store.settings.demo, heading=heading,
                      key=key_of(subject, section), table=table, draw=draw)  # fmt: skip


def key_of(subject: Subject, section: Section) -> str:
    return f"{section.key}_{subject.code}_{subject.region.code}"
