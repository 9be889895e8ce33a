"""Whatever a section says is plain text, its pictures have words and a table, and can be taken along.

The sections are those that the pages of the sample make, for who sees all and for who is protected.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from helpers.sections_of_pages import of_pages

from monitor.access import Role, Viewer
from monitor.figures.door import indicator_named
from monitor.figures.levels import Region
from monitor.figures.together import Known
from monitor.sections import origins
from monitor.sections.deelname import how_large
from monitor.sections.deelname.subject import Subject
from monitor.sections.section import Section
from monitor.store.store import Store
from monitor.views.charts.plotly import plotly_of
from monitor.views.files import picture


MARKUP = re.compile(r"\*\*|:material|:[a-z]+\[|<[a-z/]|\\[*_<\[$]|  \n")
"""What a page or a file would put in, and a section may not."""


@pytest.fixture(scope="module")
def made(sample: Store) -> dict[str, list[Section]]:
    return of_pages(sample)


def texts(section: Section) -> Iterator[str]:
    yield from (section.question, section.title, section.selection, *section.notes)
    yield from (one.text for one in (section.says, *section.beside))
    for drawn in section.drawn:
        yield drawn.alt
        yield from drawn.notes
    if section.table is not None:
        yield section.table.title
        for column in section.table.columns:
            yield column.title
        for row in section.table.rows:
            yield from (cell.text for cell in row)
    for trust in section.trust:
        yield trust.line
        yield from (word for fact in trust.facts for word in fact)


def test_all_that_can_be_said_of_a_deelname_at_once_fits_one_answer(
    sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interval with its years, the country and a target, of which more is known together with
    another figure: the years, the country, the target and why it is open stand beside it."""
    indicator = indicator_named("deelname_pro")
    region = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")
    viewer = Viewer(Role.DIRECTEUR, frozenset({"VO9901"}))
    own = tuple(origins.own_figures(sample, viewer, indicator, region))
    land = tuple(origins.country_figures(sample, viewer, indicator))
    monkeypatch.setattr(how_large.together, "of_one", lambda *asked: Known(indicator, asked[-1]))

    found = how_large.make(sample, viewer, Subject(indicator, region, "2025-10-01", own, land))

    assert found.says.text.startswith("So en vso samen: in SWV Rivierenstreek")
    assert "In Nederland is dat 3,2" in found.says.text.replace("\u00a0", " ")
    assert len(found.beside) == 4
    assert any(one.text.startswith("Afgesproken is") for one in found.beside)
    assert any(one.text.startswith("Preciezer dan") for one in found.beside)


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_its_texts_hold_no_markup(made: dict[str, list[Section]], role: str) -> None:
    wrong = {text for section in made[role] for text in texts(section) if MARKUP.search(text)}

    assert made[role]
    assert wrong == set()


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_its_pictures_have_words_and_can_be_taken_along(
    made: dict[str, list[Section]], role: str
) -> None:
    for section in made[role]:
        drawings = [(plotly_of(one.chart), one.alt) for one in section.drawn]
        assert all(alt.strip() for _, alt in drawings), section.key
        assert section.question.endswith("?"), section.key
        one = picture.Picture(section.says.text or section.title, section.selection, drawings, "")
        root = ET.fromstring(picture.to_svg(one))
        assert root.tag.endswith("svg")


def test_what_is_hidden_or_unknown_has_no_number_in_any_cell(
    made: dict[str, list[Section]],
) -> None:
    cells = [
        cell
        for section in made["gemeente"]
        if section.table is not None
        for row in section.table.rows
        for cell in row
    ]
    assert {cell.status for cell in cells} >= {"tekst", "bekend", "nvt"}
    assert all(
        cell.low is None and cell.high is None
        for cell in cells
        if cell.status in ("verborgen", "onbekend", "nvt")
    )
