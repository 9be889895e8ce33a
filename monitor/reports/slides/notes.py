"""What stands under a slide for who speaks: all that belongs to its figures, in plain lines."""

from monitor.reports.published import source_of
from monitor.sections.section import Section
from monitor.sections.trust import BESIDE
from monitor.views.charts import matrix
from monitor.views.charts.kinds import Matrix


KEY = "Onderdeel: "
MARK = "Kenmerk: "
"""By these a slide is known again when another program dropped its name."""


def of_section(section: Section, key: str, kenmerk: str, said: list[str]) -> str:
    """`said` is what the slide itself left out."""
    lines = [
        f"Vraag: {section.question}",
        f"U ziet: {section.selection}" if section.selection else "",
        section.says.text,
        *(one.text for one in section.beside),
        *section.notes,
        *(note for one in section.drawn for note in one.notes),
        *said,
        *(f"Beeld: {one.alt}" for one in section.drawn),
        *(
            words
            for one in section.drawn
            if isinstance(one.chart, Matrix)
            for words in _marks(one.chart)
        ),
        *_definitions(section),
        f"Bron: {source_of(section)}" if section.trust else "",
        f"{KEY}{key}",
        f"{MARK}{kenmerk}",
    ]
    return "\n".join(line for line in lines if line)


def _marks(chart: Matrix) -> list[str]:
    """What each mark of a matrix means."""
    used = {matrix.state(cell).name for cell in chart.cells}
    return [f"{mark.shape} {mark.word}: {matrix.EXPLAINED[name]}"
            for name, mark in matrix.STATES.items() if name in used]  # fmt: skip


def _definitions(section: Section) -> list[str]:
    lines = []
    for trust in section.trust:
        one = trust.indicator
        lines += [
            f"{one.title}: {one.definition}",
            f"Teller: {one.teller}",
            f"Noemer: {one.noemer or 'geen: het is een aantal'}",
            f"Peildatum: {one.moment}",
        ]
        lines += [f"{label}: {words}" for label, words in trust.facts if label != BESIDE]
        if not trust.facts:
            lines.append(trust.line)
    return list(dict.fromkeys(lines))
