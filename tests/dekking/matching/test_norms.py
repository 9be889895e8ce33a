"""How far is too far: the most specific norm, and exceptions that lift or tighten it."""

import datetime as dt

import numpy as np
import pytest
from drawings import DEGREE, arrangements, needs, norms

from monitor.dekking.distances import haversine
from monitor.dekking.matching.model import Norm, Rules, Uitzondering
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.solving import solve


ALL_KINDS = norms("""
    vraag | niveau | km
    angst | havo   | 5
    angst | alle   | 10
    alle  | havo   | 20
    alle  | vwo    | 8
    alle  | alle   | 30
""")


@pytest.mark.parametrize(
    ("vraag", "niveau", "km"),
    [
        ("angst", "havo", 5),  # the row that names both
        ("angst", "vwo", 10),  # the vraag goes before the niveau
        ("gedrag", "havo", 20),
        ("gedrag", "pro", 30),  # the row for the rest
    ],
)
def test_the_most_specific_norm_wins(vraag: str, niveau: str, km: float) -> None:
    assert NormLimits(Rules(ALL_KINDS)).norm(vraag, niveau) == km


def test_without_norms_the_default_holds() -> None:
    assert NormLimits(Rules()).norm("angst", "havo") == 15
    assert NormLimits(Rules(default_km=8)).norm("angst", "havo") == 8


def test_of_two_rows_for_the_same_the_strictest_holds() -> None:
    assert (
        NormLimits(Rules((Norm("angst", "alle", 9), Norm("angst", "alle", 4)))).norm("angst", "x")
        == 4
    )


@pytest.mark.parametrize(
    ("waar", "is_covered"),
    [
        ("0", True),
        ("10", True),  # exactly at the norm is within it
        ("10.01", False),
    ],
)
def test_a_place_at_the_norm_is_near_enough(waar: str, is_covered: bool) -> None:
    offered = arrangements(f"code | waar\n A | {waar}")

    outcome = solve(needs("waar\n 0"), offered, Rules((Norm("alle", "alle", 10),)))

    assert outcome.gedekt == is_covered


@pytest.mark.parametrize(
    ("exceptions", "is_covered"),
    [
        ([Uitzondering(None)], True),  # lifted for all
        ([Uitzondering(25)], True),
        ([Uitzondering(15)], False),  # not enough
        ([Uitzondering(None, ondersteuningsvraag="angst")], True),
        ([Uitzondering(None, ondersteuningsvraag="gedrag")], False),  # about something else
        ([Uitzondering(None, niveau="havo")], True),
        ([Uitzondering(None, niveau="alle")], True),  # `alle` names nothing
        ([Uitzondering(None, postcode4="1000")], True),
        ([Uitzondering(None, wijk="wijk 1")], False),  # who lives there, not where the offer is
        ([Uitzondering(None, arrangementscode="A")], True),
        ([Uitzondering(None, arrangementscode="B")], False),
        ([Uitzondering(None), Uitzondering(5, postcode4="1000")], False),  # names more
        ([Uitzondering(5), Uitzondering(None, postcode4="1000")], True),
        ([Uitzondering(None), Uitzondering(5)], False),  # as specific: the strictest
        ([Uitzondering(None, tot=dt.date(2026, 11, 21))], True),  # its last day
        ([Uitzondering(None, tot=dt.date(2026, 11, 20))], False),  # ended yesterday
    ],
)
def test_an_exception_goes_before_the_norm(
    exceptions: list[Uitzondering], is_covered: bool
) -> None:
    """The offer is 20 km away and the norm is 10."""
    rules = Rules((Norm("alle", "alle", 10),), tuple(exceptions), day=dt.date(2026, 11, 21))

    assert (
        solve(needs("waar\n 0"), arrangements("code | waar\n A | 20"), rules).gedekt == is_covered
    )


def test_an_exception_can_tighten_a_norm() -> None:
    rules = Rules(uitzonderingen=(Uitzondering(3, arrangementscode="A"),))

    assert solve(needs("waar\n 0"), arrangements("code | waar\n A | 5"), rules).gedekt == 0


def test_distances_over_the_globe() -> None:
    """Known distances: Utrecht to Amsterdam 34.9 km, a quarter of the globe, and nothing."""
    here = np.array([52.0907, 0.0, 52.0907]), np.array([5.1214, 0.0, 5.1214])
    there = np.array([52.3731, 0.0, 52.0907]), np.array([4.8922, 90.0, 5.1214])

    found = np.diag(haversine(*here, *there))

    assert found == pytest.approx([35.04, 6371.0088 * np.pi / 2, 0], abs=0.15)
    assert np.isnan(haversine(*here, np.array([np.nan]), np.array([5.0]))).all()
    assert pytest.approx(111.195, abs=0.001) == DEGREE
