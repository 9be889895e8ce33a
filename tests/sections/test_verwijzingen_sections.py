"""What the sections of Verwijzingen say, made for every role of the sample that has the page."""

import re
from collections.abc import Iterator

import pytest
from roles.audiences import AUDIENCES

from monitor.access import Viewer
from monitor.figures.levels import Region
from monitor.pages import pages_for, verwijzingen
from monitor.sections.section import Section
from monitor.sections.verwijzingen import (
    beyond_chance,
    borders,
    course,
    destinations,
    ending,
    in_a_row,
    open_requests,
    over_time,
    rolling,
    split,
    stock_now,
    stream_now,
    waiting,
    where,
)
from monitor.sections.verwijzingen.asked import Asked
from monitor.store.store import Store
from monitor.views.charts.plotly import plotly_of
from monitor.views.charts.svg import svg_of


WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")
SMALL = Region("vo", "VO9901", "SWV Rivierenstreek", "gemeente", "GM9909", "Tolbeke")
"""Four pupils or fewer were referred from there."""
MARKUP = re.compile(r"[*<>]|:material|\\")
FEW = re.compile(r"(?<![\d.,–-])[1-4](?![\d.,–-]| (van de|jaar|oktober|schooljaren))")


def asked_by(store: Store, viewer: Viewer, region: Region = WHOLE) -> Asked:
    return Asked(store, viewer, WHOLE, region, "2024-2025", True)


def every(asked: Asked) -> Iterator[Section]:
    """All that the page shows, in each of its parts, with every choice on it."""
    found = verwijzingen.leading(asked.store, asked.viewer, asked.whole)
    assert found is not None
    lead = found.indicator
    yield stream_now.make(asked, lead)
    yield stock_now.make(asked)
    line = asked.line(lead.measure)
    if line is not None:
        yield from (where.make(asked, line, per) for per in where.levels_of(asked, line))
    alike = beyond_chance.compared(asked, lead)
    some: list[Section | None] = [
        beyond_chance.make(asked, lead, alike, kind) for kind in beyond_chance.kinds_of(alike)
    ]
    some += [split.make(asked, breakdown) for breakdown in split.BREAKDOWNS]
    some += [destinations.make(asked, per) for per in destinations.levels_of(asked) or [""]]
    some += [borders.outward(asked), borders.inward(asked)]
    some += [waiting.make(asked, name) for name in waiting.STEPS]
    some += [rolling.make(asked), open_requests.make(asked), *in_a_row.decisions(asked)]
    some += [over_time.share(asked), over_time.valid(asked), course.make(asked), ending.make(asked)]
    some.append(in_a_row.back(asked))
    yield from (one for one in some if one is not None)


def texts(section: Section) -> list[str]:
    """Every text in it that somebody reads, but the definitions of indicators."""
    said = [section.question, section.title, section.selection, section.says.text]
    said += [one.text for one in section.beside]
    said += section.notes
    for drawn in section.drawn:
        said += [drawn.alt, *drawn.notes]
    if section.table is not None:
        said += [section.table.title, section.table.whole, section.table.file]
        said += [text for row in section.table.texts for pair in row.items() for text in pair]
    for trust in section.trust:
        said += [trust.line, *(words for _, words in trust.facts)]
    return said


ROLES = {
    role: viewer for role, viewer in AUDIENCES.items()
    if any(page.name == "verwijzingen" for page in pages_for(viewer))
}  # fmt: skip
PROTECTED = {role: viewer for role, viewer in ROLES.items() if not viewer.sees_exact}


@pytest.mark.parametrize("role", ROLES)
def test_it_is_plain_text_with_a_table_beside_every_picture(sample: Store, role: str) -> None:
    sections = list(every(asked_by(sample, ROLES[role])))

    assert len(sections) > 10
    keys = [section.key for section in sections]
    for section in sections:
        assert section.question
        assert section.title
        assert section.selection
        marked = [text for text in texts(section) if MARKUP.search(text)]
        assert not marked, section.key
        for drawn in section.drawn:
            assert section.table is not None
            assert section.table.rows, section.key
            assert drawn.alt
    # Of what is chosen on the page (the kind of school) there are more under one key.
    assert {key for key in keys if keys.count(key) > 1} <= {"verwijzingen_instroom_vso_trechter"}


def test_every_picture_can_leave_as_a_picture(sample: Store) -> None:
    for section in every(asked_by(sample, ROLES["directeur"])):
        for drawn in section.drawn:
            assert svg_of(plotly_of(drawn.chart), drawn.alt)[0], section.key


@pytest.mark.parametrize("role", PROTECTED)
@pytest.mark.parametrize("region", [WHOLE, SMALL], ids=["geheel", "Tolbeke"])
def test_who_is_protected_reads_no_small_number_of_pupils(
    sample: Store, role: str, region: Region
) -> None:
    """A column of numbers holds classes and words: what the door gave, and nothing made of it."""
    numbers = 0
    for section in every(asked_by(sample, PROTECTED[role], region)):
        if section.table is None:
            continue
        for piece in section.table.pieces:
            for figure in piece.figures:
                if figure.is_hidden:
                    numbers += 1
                    assert figure.teller is None or figure.teller_max != figure.teller, section.key
        for row in section.table.rows:
            for column, cell in zip(section.table.columns, row, strict=True):
                if column.kind == "number":
                    numbers += 1
                    assert not FEW.fullmatch(cell.text.strip()), (section.key, column, cell)
                    assert cell.low is None or cell.low == 0 or cell.high != cell.low or (
                        cell.low > 4), (section.key, cell)  # fmt: skip
    assert numbers > 50


def test_the_answer_of_the_stroom_is_one_sentence_with_at_most_four_beside_it(
    sample: Store,
) -> None:
    asked = asked_by(sample, ROLES["directeur"])
    found = verwijzingen.leading(sample, asked.viewer, WHOLE)
    assert found is not None

    section = stream_now.make(asked, found.indicator)

    assert section.says.text.startswith("In schooljaar 2024-2025 waren er")
    assert len(section.beside) == 4
    target, months = section.beside[2].text, section.beside[3].text
    assert target.startswith("Afgesproken is")
    assert months.startswith("In de twaalf maanden tot en met 31 oktober 2025")
    assert any(label == "Ernaast" for label, _ in section.trust[0].facts)


def test_a_figure_of_the_whole_says_so_where_a_part_was_chosen(sample: Store) -> None:
    section = course.make(asked_by(sample, ROLES["directeur"], SMALL))

    assert section is not None
    assert section.notes[0] == (
        "Dit is er alleen van SWV Rivierenstreek als geheel, niet van Tolbeke."
    )
