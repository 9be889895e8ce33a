"""A file is known again by its kenmerk: the same for the same data and audience, other for other."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.sections_of_pages import viewer_of
from made_sections import STAMP, a_figure, a_section

from monitor.access import Role
from monitor.figures.door import indicator_named
from monitor.figures.levels import Region
from monitor.reports.stamp import EXACT, PROTECTED, Stamp, stamp_of
from monitor.sections import origins, per_region, tables, through_the_years
from monitor.sections.section import Piece, Said, Section
from monitor.store import store as stores
from monitor.store.delivered import Register
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


REGION = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")


def some(store: Store) -> list[Section]:
    """Means and shares of doubles, on which the order of adding up would show."""
    viewer = viewer_of(Role.DIRECTEUR)
    found = []
    for name in ("afstand_vso", "deelname_vso_locatie", "instroom_vso"):
        indicator = indicator_named(name)
        own = origins.own_figures(store, viewer, indicator, REGION)
        land = origins.country_figures(store, viewer, indicator)
        found += [
            per_region.make(store, viewer, indicator, REGION, "gemeente", own[-1], None, "waar"),
            through_the_years.make(store, viewer, indicator, REGION, own, land, (), "jaren"),
        ]
    return found


def test_openings_of_a_store_give_one_kenmerk(
    sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With other numbers of threads, which add up doubles in another order."""
    first = some(sample)
    stamp = stamp_of(sample, viewer_of(Role.DIRECTEUR))

    for threads in (2, 4, 4):
        monkeypatch.setattr(stores, "threads", lambda many=threads: many)
        again = open_store(Versions(sample_folder), whole=False)
        assert stamp_of(again, viewer_of(Role.DIRECTEUR)) == stamp
        assert stamp.kenmerk(some(again)) == stamp.kenmerk(first)


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_section_of_the_sample_counts(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    """Each has a kenmerk of its own, and leaving one out gives another to the whole."""
    sections, stamp = made[role]
    different = {(one.key, one.selection): one for one in sections}.values()

    assert len({stamp.kenmerk([one]) for one in different}) == len(different)
    assert stamp.kenmerk(sections) != stamp.kenmerk(sections[1:])


@pytest.mark.parametrize(
    "changed",
    [
        a_section(says=Said("Het meeste in Esperlo.")),  # a sentence
        a_section(selection="Deelname, ergens anders"),
        a_section(drawn=()),
        a_section(notes=()),
    ],
)
def test_another_word_is_another_kenmerk(changed: Section) -> None:
    assert STAMP.kenmerk([changed]) != STAMP.kenmerk([a_section()])


@pytest.mark.parametrize(
    ("waarde", "is_other"),
    [
        (1.2000001, False),  # beyond six decimals: the last digit of a sum of doubles
        (1.200001, True),
    ],
)
def test_a_figure_counts_as_it_is_published(waarde: float, is_other: bool) -> None:

    def of(value: float) -> Section:
        indicator = indicator_named("deelname_vso_locatie")
        figures = (a_figure(waarde=value, waarde_max=value),)
        pieces = [Piece(indicator, "gemeente", figures)]
        return a_section(table=tables.of_figures("T", figures, indicator, pieces))

    assert (STAMP.kenmerk([of(waarde)]) != STAMP.kenmerk([of(1.2)])) is is_other


@pytest.mark.parametrize(
    "other",
    [
        replace(STAMP, audience="een gemeente"),
        replace(STAMP, is_exact=False),
        replace(STAMP, version=4),
        replace(STAMP, recipe="toets, 2"),
        replace(STAMP, moment=STAMP.moment + dt.timedelta(days=1)),
    ],
)
def test_other_data_or_another_audience_is_another_kenmerk(other: Stamp) -> None:
    assert other.kenmerk([a_section()]) != STAMP.kenmerk([a_section()])


def test_the_clock_on_which_a_moment_is_said_plays_no_part() -> None:
    there = STAMP.moment.astimezone(dt.timezone(dt.timedelta(hours=9)))

    assert replace(STAMP, moment=there).kenmerk([a_section()]) == STAMP.kenmerk([a_section()])


def test_who_sees_no_exact_numbers_is_told_so(sample: Store) -> None:
    director, gemeente = (
        stamp_of(sample, viewer_of(role)) for role in (Role.DIRECTEUR, Role.GEMEENTE)
    )

    assert EXACT in director.mark
    assert PROTECTED in gemeente.mark
    assert "staan hier in klassen" in dict(gemeente.lines([a_section()]))["Aantallen"]
    assert "Verzonnen gegevens" in gemeente.mark


def test_a_store_without_data_has_a_stamp_too() -> None:
    assert stamp_of(Store(None, Register()), viewer_of(Role.DIRECTEUR)).version == 0
