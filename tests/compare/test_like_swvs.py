"""Which samenwerkingsverbanden are most alike, and what their middle half says."""

import pytest
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.compare import like_swvs
from monitor.figures.door import indicator_named


VIEWER = Viewer(Role.DIRECTEUR, EVERY)


def test_the_nearest_are_alike_in_size_urbanity_and_mix() -> None:
    known = {
        "VO0101": (9.0, 5.0, 3.0, 40.0),
        "VO0102": (9.1, 5.1, 3.1, 41.0),  # nearly the same
        "VO0103": (9.0, 5.0, 3.0, 60.0),  # other schooltypes
        "VO0104": (9.0, 7.0, 3.0, 40.0),  # far more urban
        "VO0105": (6.0, 5.0, 3.0, 40.0),  # far smaller
    }

    assert like_swvs._nearest(known, "VO0101")[0] == "VO0102"
    assert set(like_swvs._nearest(known, "VO0101")) == known.keys() - {"VO0101"}


def test_the_parts_of_the_mix_weigh_together_as_one() -> None:
    """Else two shares that go together would count twice against size."""
    known = {
        "VO0101": (0.0, 0.0, 0.0, 0.0),
        "VO0102": (0.0, 0.0, 1.0, 1.0),
        "VO0103": (1.0, 0.0, 0.0, 0.0),
    }
    # One step in size is as far as one step in the whole mix: then the code decides.
    assert like_swvs._nearest(known, "VO0101") == ["VO0102", "VO0103"]


@pytest.mark.parametrize("swv", ["VO0999", ""])
def test_who_has_no_characteristics_has_nobody_like_it(swv: str) -> None:
    assert like_swvs._nearest({"VO0101": (1.0, 1.0, 1.0, 1.0)}, swv) == []
    assert like_swvs._nearest({"VO0101": (1.0, 1.0, 1.0, 1.0)}, "VO0101") == []


def draw_country(given: Given, swvs: int) -> None:
    """SWVs of 1.000 pupils, each with ten more in the vso than the one before."""
    rows = []
    for number in range(swvs):
        swv = f"VO01{number:02}"
        given.in_swv(swv, f"{number:02}AA00", f"{number:02}AA01")
        given.regio_indeling(f"""
            postcode4   | swv
            {1101 + number} | {swv}
        """)
        rows += [
            {"vestiging": f"{number:02}AA00", "schooltype": "vo", "aantal": "950"},
            {"vestiging": f"{number:02}AA00", "schooltype": "pro", "aantal": "50"},
            {"vestiging": f"{number:02}AA01", "schooltype": "vso", "aantal": str(10 + 10 * number)},
        ]
    given.add("leerlingtelling", rows)


def test_the_middle_half_of_the_others_without_the_own_figure(given: Given) -> None:
    draw_country(given, 7)

    found = like_swvs.comparison(
        given.store, VIEWER, indicator_named("deelname_vso_locatie"), "VO0100", "2019-10-01"
    )

    assert found is not None
    assert {figure.code for figure in found.others} == {f"VO010{n}" for n in range(1, 7)}
    # 2, 3, 4, 5, 6 and 7 %: the quartiles by proportion between two of them
    assert (found.low, found.middle, found.high) == pytest.approx((3.25, 4.5, 5.75))


def test_of_too_few_others_nothing_is_said(given: Given) -> None:
    draw_country(given, like_swvs.FEWEST)

    indicator = indicator_named("deelname_vso_locatie")
    assert like_swvs.comparison(given.store, VIEWER, indicator, "VO0100", "2019-10-01") is None
