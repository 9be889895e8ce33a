"""Where no such school stands, a nought is no figure to compare."""

from collections.abc import Callable

import pytest

from monitor.figures import counted_where
from monitor.figures.door import Figure, Indicator, catalogue


Make = Callable[..., Figure]


def test_a_surely_empty_teller_is_no_school(share: Make) -> None:
    vso, vsv = catalogue()["deelname_vso_locatie"], catalogue()["vsv"]

    assert counted_where.is_without_school(share(0, 1000), vso)
    assert counted_where.no_school(vso) == "geen vso-school"
    assert not counted_where.is_without_school(share(0, 1000, 4), vso)  # the source hides it
    assert not counted_where.is_without_school(share(3, 1000), vso)
    assert not counted_where.is_without_school(share(0, 1000), vsv)  # a real nought
    assert not counted_where.is_without_school(share(0, 1000)._replace(is_hidden=True), vso)


@pytest.mark.parametrize(
    ("indicator", "is_of_place"),
    # deelname_vso_tlv counts where a pupil comes from: that is who pays.
    [(i, i.theme == "deelname" and i.per == "vestiging") for i in catalogue().values()],
    ids=lambda value: getattr(value, "name", None),
)
def test_every_deelname_is_counted_where_the_school_stands(
    indicator: Indicator, is_of_place: bool
) -> None:
    assert counted_where.is_of_place(indicator) is is_of_place
