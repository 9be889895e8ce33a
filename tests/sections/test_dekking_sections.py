"""What the sections of Dekking say: plain words, one form for a shortage, nothing of the matching for
who sees no exact figures."""

import re
from collections.abc import Iterator

import pytest

from monitor.access import Role, Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.figures.levels import Region
from monitor.sections.dekking import (
    fewer_places,
    how_far,
    in_classes,
    in_reach,
    near_home,
    not_reported,
    on_the_map,
    per_vraag_and_region,
    plan_and_practice,
    through_the_years,
    total_and_worst,
    whom_it_reaches,
    why_not,
    without_dividing,
)
from monitor.sections.dekking.subject import Subject
from monitor.sections.section import Section
from monitor.store.delivered import Register
from monitor.store.store import Store
from monitor.views.charts import matrix
from monitor.views.charts.kinds import Matrix
from monitor.views.charts.plotly import plotly_of
from monitor.views.charts.svg import svg_of


SWV = frozenset({"VO9901"})
BASIS = Basis("vo", "VO9901", "2025-2026")
WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")
MARKUP = re.compile(r"\*\*|\\\\|:material|<[a-z]")
"""What is markup on a page and would stand as letters on a slide."""


def subject(store: Store, role: Role, per: str = "subregio") -> Subject:
    return Subject(store, Viewer(role, SWV), WHOLE, BASIS, per)


def every(one: Subject) -> Iterator[Section]:
    made = [
        total_and_worst.make(one), in_classes.make(one), per_vraag_and_region.make(one),
        *in_classes.parts(one), on_the_map.make(one, "tekort"), on_the_map.make(one, "druk"),
        whom_it_reaches.make(one, "ARR-0030"), why_not.make(one), plan_and_practice.make(one),
        fewer_places.make(one), not_reported.make(one), through_the_years.make(one),
        through_the_years.shortage(one), without_dividing.make(one), in_reach.make(one),
        near_home.make(one), how_far.make(one),
    ]  # fmt: skip
    return (section for section in made if section is not None)


@pytest.mark.parametrize("role", [Role.DIRECTEUR, Role.CONSULTANT])
def test_a_section_is_plain_words_with_pictures_that_can_be_taken_along(
    sample: Store, role: Role
) -> None:
    found = list(every(subject(sample, role)))

    assert len({section.key for section in found}) >= 12
    for section in found:
        texts = [section.title, section.says.text, *(one.text for one in section.beside),
                 *section.notes, *(note for one in section.drawn for note in one.notes)]  # fmt: skip
        if section.table is not None:
            texts += [cell.text for row in section.table.rows for cell in row]
        assert [text for text in texts if MARKUP.search(text)] == []
        for one in section.drawn:
            assert svg_of(plotly_of(one.chart), one.alt)[1] > 0
            assert section.trust, section.key


def test_what_only_the_matching_knows_is_no_section_for_who_sees_classes(sample: Store) -> None:
    one = subject(sample, Role.CONSULTANT)

    assert [
        module.make(one)
        for module in (total_and_worst, per_vraag_and_region, why_not, without_dividing)
    ] == [None] * 4


def test_the_matrix_and_its_table_say_the_same(sample: Store) -> None:
    one = subject(sample, Role.DIRECTEUR)
    section = per_vraag_and_region.make(one)

    assert section is not None
    chart = section.drawn[0].chart
    assert isinstance(chart, Matrix)
    assert section.table is not None
    told = [text for row in section.table.texts for text in list(row.values())[1:]]
    assert told == [matrix.spoken(cell) for cell in chart.cells]
    assert {piece.indicator.name for piece in section.table.pieces} == set(
        per_vraag_and_region.DOWNLOADED
    )


def test_a_shortage_is_one_form_everywhere(sample: Store) -> None:
    """Row 1.2: 201–202 of the indicator and 201 of the matrix were two voices."""
    found = from_store.outcome(sample, BASIS).totals
    one = subject(sample, Role.DIRECTEUR)
    form = f"{found.tekort} (van {found.onbekend} onbekend)"
    matrix_section, map_section = per_vraag_and_region.make(one), on_the_map.make(one, "tekort")
    years = through_the_years.shortage(one)

    assert matrix_section is not None
    assert map_section is not None
    assert years is not None
    assert years.table is not None
    assert matrix_section.table is not None
    assert form.replace(" (", " niet (") in total_and_worst.answer(one)
    assert f"tekort {form}" in str(matrix_section.table.texts)
    assert form.replace(" (", " leerlingen (") in map_section.says.text.replace("\u00a0", " ")
    assert form in str(years.table.texts)
    assert form.replace(" (", " leerlingen (") in years.drawn[0].alt.replace("\u00a0", " ")
    said = [
        text
        for section in every(one)
        for text in (section.says.text, *(s.text for s in section.beside))
    ]
    assert not [text for text in said if f"{found.tekort}–{found.tekort + found.onbekend}" in text]


def test_the_map_of_an_arrangement_has_its_postcodes_for_who_may_see_them(sample: Store) -> None:
    told = {
        role: whom_it_reaches.make(subject(sample, role), "ARR-0030")
        for role in (Role.DIRECTEUR, Role.CONSULTANT)
    }

    tables = {
        role: section.table.texts for role, section in told.items() if section and section.table
    }
    assert "Postcode" in tables[Role.DIRECTEUR][0]
    assert list(tables[Role.CONSULTANT][0]) == ["Arrangement", "Vragen", "Plaatsen"]
    assert whom_it_reaches.make(subject(sample, Role.DIRECTEUR), "ARR-XXXX") is None


def test_norms_are_told_with_their_file_and_what_holds_without_one(sample: Store) -> None:
    """A norm is an agreement and no count: a consultant reads the same."""
    exact, banded = (
        how_far.make(subject(sample, role)) for role in (Role.DIRECTEUR, Role.CONSULTANT)
    )
    rules = subject(sample, Role.DIRECTEUR).rules

    assert exact.says == banded.says
    assert exact.table is not None
    assert banded.table is not None
    assert exact.table.rows == banded.table.rows
    assert len(exact.table.rows) == len(rules.normen) > 0
    kms = [norm.max_km for norm in rules.normen]
    least = how_far.kilometres(min(kms)).removesuffix(" km")
    assert f" {least} tot {how_far.kilometres(max(kms))} van huis" in exact.says.text
    assert f"geldt {how_far.kilometres(rules.default_km)}" in exact.beside[0].text
    assert exact.notes[0].startswith(
        "Bron: SWV: Normen voor de afstand tot een passende plek (normen.csv"
    )


def test_without_norms_one_distance_holds_everywhere() -> None:
    section = how_far.make(subject(Store(None, Register()), Role.DIRECTEUR))

    assert section.table is None
    assert section.says.text.startswith("Er zijn geen afstandsnormen geleverd: overal geldt ")


@pytest.mark.parametrize(
    ("kms", "words"),
    [
        ([8.0, 8.0], "Een plek mag hoogstens 8 km van huis zijn, voor elke vraag met een eigen norm."),
        ([12.0, 7.5], "Een plek mag 7,5 tot 12 km van huis zijn, dat hangt af van de vraag en het niveau."),
    ],
)  # fmt: skip
def test_one_norm_for_all_is_no_range(kms: list[float], words: str) -> None:
    assert how_far._sentence(kms) == words
