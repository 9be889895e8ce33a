"""Where no such school stands, a nought is no figure to compare."""

from collections.abc import Callable

import pytest

from monitor.indicators import Figure, Indicator, catalogue
from monitor.views import location


Make = Callable[..., Figure]


def test_a_surely_empty_teller_is_no_school(share: Make) -> None:
    vso, vsv = catalogue()["deelname_vso_locatie"], catalogue()["vsv"]

    assert location.is_without_school(share(0, 1000), vso)
    assert location.no_school(vso) == "geen vso-school"
    assert not location.is_without_school(share(0, 1000, 4), vso)  # the source hides it
    assert not location.is_without_school(share(3, 1000), vso)
    assert not location.is_without_school(share(0, 1000), vsv)  # a real nought
    assert not location.is_without_school(share(0, 1000)._replace(is_hidden=True), vso)


@pytest.mark.parametrize(
    ("indicator", "is_of_place"),
    # deelname_vso_tlv counts where a pupil comes from: that is who pays.
    [(i, i.theme == "deelname" and i.per == "vestiging") for i in catalogue().values()],
    ids=lambda value: getattr(value, "name", None),
)
def test_every_deelname_is_counted_where_the_school_stands(
    indicator: Indicator, is_of_place: bool
) -> None:
    assert location.is_of_place(indicator) is is_of_place
