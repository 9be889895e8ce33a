"""What the sections of thuiszitters say, to each role: plain words, a table beside every picture, and to
who sees classes no number of pupils."""

import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pytest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.disclosure.policy import counts_pupils
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.levels import Region
from monitor.sections import thuiszitters
from monitor.sections.section import Section
from monitor.sections.thuiszitters import (
    answer,
    bridge,
    came_and_left,
    country,
    course,
    ending,
    groups,
    how_long,
    jeugdhulp,
    plan,
    reason_groups,
    reasons,
    schoolyear,
    side_by_side,
    the_middle,
    where,
    where_without_plan,
)
from monitor.sections.thuiszitters.subject import Subject
from monitor.store.store import Store
from monitor.views.charts.plotly import plotly_of
from monitor.views.files import picture
from tests.roles.audiences import AUDIENCES, EXACT, PROTECTED


DAY = "2025-10-31"
WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")
PART = Region("vo", "VO9901", "SWV Rivierenstreek", "gemeente", "GM9907", "Lindermeer")
CASES = [
    (role, code, region)
    for role in AUDIENCES
    for code, region in (
        ("THUIS_OCW", "swv"),  # the working definition, of which there is most
        ("THUIS_OCW", "gemeente"),  # a part of it
        ("VRIJ5A", "swv"),  # another one: who sees classes gets its total alone
    )
]
MARKUP = re.compile(r"[*<>`]|:material|\\")


def made(store: Store, role: str, code: str, per: str) -> list[Section]:
    """Every section that this viewer can be given; `answer.hidden` where the stand is hidden."""
    return list(_made(store, role, code, per))


@cache
def _made(store: Store, role: str, code: str, per: str) -> tuple[Section, ...]:
    region = WHOLE if per == "swv" else PART
    subject = Subject(store, AUDIENCES[role], WHOLE, region, code, DAY)
    now = subject.now
    if now is None:
        return ()
    if now.is_hidden:
        return (answer.hidden(subject),)
    return tuple(one for one in _every(subject, now) if one is not None)


def _every(subject: Subject, now: Figure) -> Iterator[Section | None]:
    for module in (answer, plan, jeugdhulp, reasons, course, schoolyear, how_long):
        yield module.make(subject, now)  # type: ignore[attr-defined]
    for module in (reason_groups, came_and_left, the_middle, ending, country, side_by_side):
        yield module.make(subject)  # type: ignore[attr-defined]
    for level in where.levels(subject):
        yield where.make(subject, now, level)
    yield where.not_shown(subject)
    yield where.nobody(subject)
    yield groups.not_shown(subject)
    yield bridge.make(subject, "THUIS_OCW", "THUIS_PACT")


def texts(section: Section) -> Iterator[str]:
    yield from (section.title, section.question, section.selection, section.says.text)
    yield from (one.text for one in section.beside)
    yield from section.notes
    for drawn in section.drawn:
        yield from (drawn.alt, *drawn.notes)
    if section.table is not None:
        yield section.table.title
        yield from (column.title for column in section.table.columns)
        yield from (cell.text for row in section.table.rows for cell in row)
    for trust in section.trust:
        yield trust.line


def behind(section: Section) -> Iterator[tuple[Indicator, str, Figure]]:
    for piece in section.table.pieces if section.table is not None else ():
        yield from ((piece.indicator, piece.per, figure) for figure in piece.figures)


def test_every_module_that_answers_a_question_is_made_here() -> None:
    """A new question is a new module: it is tested with the others, and has its question in it."""
    answers = {
        one.name for one in pkgutil.iter_modules(thuiszitters.__path__)
        if hasattr(_module(one.name), "make")
    }  # fmt: skip
    assert answers == {
        "answer", "plan", "jeugdhulp", "reasons", "reason_groups", "course", "came_and_left",
        "schoolyear", "how_long", "the_middle", "ending", "where", "bridge", "side_by_side",
        "country",
    }  # fmt: skip
    questions = [_module(name).QUESTION for name in answers]
    assert all(question.endswith("?") for question in questions)
    assert len(set(questions)) == len(questions)


def _module(name: str) -> Any:
    return import_module(f"monitor.sections.thuiszitters.{name}")


@pytest.mark.parametrize(("role", "code", "per"), CASES)
def test_its_texts_are_plain_and_every_picture_has_its_table(
    sample: Store, role: str, code: str, per: str
) -> None:
    found = made(sample, role, code, per)

    for section in found:
        assert section.selection
        assert section.says.text or section.beside or section.drawn or section.table
        for text in texts(section):
            assert not MARKUP.search(text), (section.key, text)
        if section.drawn:
            assert section.table is not None
            assert section.table.rows
            assert section.table.file.startswith("thuiszitters-")
            assert section.trust
        # Two only as a map with its ranking.
        kinds = [type(drawn.chart).__name__ for drawn in section.drawn]
        assert len(kinds) < 2 or kinds == ["AreaMap", "Ranking"]
    names = [s.table.title for s in found if s.table is not None]
    assert len(set(names)) == len(names)  # a screen reader tells them apart


@pytest.mark.parametrize(("role", "code", "per"), [case for case in CASES if case[0] in PROTECTED])
def test_who_sees_classes_is_given_no_number_of_pupils(
    sample: Store, role: str, code: str, per: str
) -> None:
    """In no table, no file behind it, and no picture."""
    for section in made(sample, role, code, per):
        for indicator, level, figure in behind(section):
            if level != "land" and counts_pupils(indicator) and indicator.kind != "duur":
                assert figure.is_hidden or figure.is_banded or figure.teller_max == 0, (
                    section.key, indicator.name, figure,
                )  # fmt: skip
        if section.table is None or section.key == country.KEY:
            continue
        for row in section.table.rows:
            for cell in row:
                # Weeks are whole ones of ten pupils and more, the country's figures are public.
                if cell.status in ("bekend", "interval") and cell.low:
                    assert section.key in (the_middle.KEY, schoolyear.KEY), (section.key, cell)


@pytest.mark.parametrize("role", [role for role in PROTECTED if role != "school"])
def test_its_sentences_say_a_class_where_the_directeur_reads_a_number(
    sample: Store, role: str
) -> None:
    exact = {s.key: s for s in made(sample, "directeur", "THUIS_OCW", "swv")}
    seen = {s.key: s for s in made(sample, role, "THUIS_OCW", "swv")}

    assert exact["thuiszitters_antwoord"].says.text.startswith("33–34 thuiszitters (OCW)")
    assert re.match(r"\d+[05]–\d*[49] thuiszitters", seen["thuiszitters_antwoord"].says.text)
    for key in ("thuiszitters_plan", "thuiszitters_jeugdhulp", "thuiszitters_erbij_eraf"):
        assert seen[key].says.text != exact[key].says.text
        # Not a number of pupils that stands alone: a class has a dash.
        assert not re.search(r"(?:Van|Bij|er) \d+ (?!van)", seen[key].says.text), seen[key].says


@pytest.mark.parametrize("role", EXACT)
def test_who_sees_exact_figures_reads_where_those_without_a_plan_are(
    sample: Store, role: str
) -> None:
    subject = Subject(sample, AUDIENCES[role], WHOLE, WHOLE, "THUIS_OCW", DAY)
    assert subject.now is not None

    section = where.make(subject, subject.now, "gemeente")

    assert section.table is not None
    titles = [column.title for column in section.table.columns]
    at = titles.index("Zonder plan")
    ends = [(row[at].low or 0, row[at].high or 0) for row in section.table.rows]
    (whole,) = figures(sample, Viewer(Role.BEHEERDER, EVERY),
                       indicator_named("thuiszitters_zonder_plan_thuis_ocw"), "swv", period=DAY,
                       codes=("VO9901",))  # fmt: skip
    # They add up to what the answer on top says: nobody is left out, and nobody stands twice.
    assert sum(low for low, _ in ends) == whole.teller
    assert sum(high for _, high in ends) == whole.teller_max
    assert any(one.text.startswith("Zonder plan: ") for one in section.beside)
    names = [trust.indicator.measure for trust in section.trust]
    assert names == ["thuiszitters", "thuiszitters_zonder_plan"]


def of(naam: str, low: float, high: float, code: str = "GM1") -> Figure:
    return Figure(code, naam, DAY, "", low, high, 10, 10, None, None)


def test_without_a_plan_is_said_of_the_most_first_and_of_the_rest_how_many() -> None:
    many = [of(f"Plaats {n}", n, n) for n in range(9)]

    assert where_without_plan.sentence([], "gemeente") == ""
    assert where_without_plan.sentence([of("Esperlo", 0, 0)], "gemeente") == ""
    assert where_without_plan.sentence(
        [of("Esperlo", 1, 1), of("Tolbeke", 2, 3), of("Onbekende woonplaats", 4, 4, "onbekend")],
        "gemeente",
    ) == (
        "Zonder plan: 2–3 in Tolbeke, 1 in Esperlo en 4 met onbekende woonplaats. Het hoogste getal telt "
        "ook mee van wie het niet zeker is."
    )
    # Eight have somebody: six are named.
    assert where_without_plan.sentence(many, "vestiging") == (
        "Zonder plan: 8 bij Plaats 8, 7 bij Plaats 7, 6 bij Plaats 6, 5 bij Plaats 5, 4 bij Plaats 4 en "
        "3 bij Plaats 3; de andere 2 staan in de tabel."
    )
    # Of seven the last one is named too: as short as saying that there is one.
    assert "staan in de tabel" not in where_without_plan.sentence(many[:8], "gemeente")


@pytest.mark.parametrize("role", ["directeur", "consultant"])
def test_every_picture_can_be_taken_along(sample: Store, role: str) -> None:
    for section in made(sample, role, "THUIS_OCW", "swv"):
        for drawn in section.drawn:
            one = picture.Picture(section.title, section.selection,
                                  [(plotly_of(drawn.chart), drawn.alt)], "Bron", True)  # fmt: skip
            assert picture.to_svg(one).startswith("<svg")
