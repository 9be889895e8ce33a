"""What the sections of Aanbod say: plain words, with a source in every picture that can be taken along."""

from dataclasses import replace

import pytest

from monitor.access import Role, Viewer
from monitor.figures.levels import Region
from monitor.sections.aanbod import how_many_places, what_it_costs, whom_it_is_for
from monitor.sections.aanbod.subject import Asked
from monitor.store.store import Store
from monitor.views.charts.plotly import plotly_of
from monitor.views.charts.svg import svg_of


WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")


def asked(store: Store, role: Role = Role.DIRECTEUR) -> Asked:
    who = Viewer(role, frozenset({"VO9901"}), frozenset({"99AA00"}))
    return Asked(store, who, WHOLE, "2025-2026")


def test_places_and_costs_have_a_picture_its_table_and_its_source(sample: Store) -> None:
    for section in (how_many_places.make(asked(sample)), what_it_costs.make(asked(sample))):
        assert "**" not in section.says.text
        assert section.says.text.startswith("In 202")
        (one,) = section.drawn
        assert svg_of(plotly_of(one.chart), one.alt)[1] > 0
        assert section.table is not None
        assert len(section.table.rows) == sum(len(piece.figures) for piece in section.table.pieces)
        assert section.trust[0].line.startswith("Bron: SWV")


def test_what_it_costs_is_not_for_a_school(sample: Store) -> None:
    section = what_it_costs.make(asked(sample, Role.SCHOOL))

    assert section.says.text == what_it_costs.UNKNOWN
    assert section.table is None


@pytest.mark.parametrize("role", [Role.DIRECTEUR, Role.SCHOOL])
def test_the_map_of_an_arrangement_says_per_postcode_what_it_draws(
    sample: Store, role: Role
) -> None:
    it = asked(sample, role)
    one = next(o for o in it.offers if o.bereik == "subregio" and o.latitude is not None)

    section = whom_it_is_for.make(it, one)

    assert section is not None
    assert section.table is not None
    told = {row["Is het ervoor"] for row in section.table.texts}
    assert told == {"ja", "nee"}
    # A picture without a figure has its source in what is seen.
    assert "Bron: samenwerkingsverband, arrangementen" in section.selection


def test_an_arrangement_of_which_nobody_knows_where_it_is_has_no_map(sample: Store) -> None:
    it = asked(sample)
    one = replace(it.offers[0], latitude=None, longitude=None)

    assert whom_it_is_for.make(it, one) is None
