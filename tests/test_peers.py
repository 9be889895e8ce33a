"""Schools beside each other: what they have together says nothing about a few pupils."""

import pytest

from monitor import peers
from monitor.access import Role, Viewer
from monitor.catalogue import catalogue
from monitor.indicators import Figure
from monitor.schools import schools
from monitor.store import Store


@pytest.mark.parametrize(
    ("counts", "is_shown"),
    [
        ((6, 7, 0, 0, 9, 0), True),
        ((6, 7, 0, 0, 9), False),  # four others: too few to be together
        ((0, 3, 0, 0, 0, 0), False),  # three of the others
        ((6, 3, 0, 0, 0, 0), False),  # the same: six are its own
        ((0, 0, 0, 0, 0, 0), True),
    ],
)
def test_a_school_sees_no_share_of_a_few_pupils(
    sample: Store, monkeypatch: pytest.MonkeyPatch, counts: tuple[int, ...], is_shown: bool
) -> None:
    one = next(school for school in schools(sample) if school.code == "99PA00")
    found = [
        Figure(code, code, "2024-2025", "", n, n, 100, 100, n, n)
        for code, n in zip(("99PA00", *"bcdef"), counts, strict=False)
    ]
    monkeypatch.setattr(
        peers, "alike", lambda *_: peers.Alike(found, sum(counts) / (100 * len(counts)))
    )
    viewer = Viewer(Role.SCHOOL, frozenset({"VO9901"}), frozenset({"99PA00"}))

    shown = peers.share_alike(sample, viewer, catalogue()["instroom_vso"], one, "2024-2025")

    assert (shown is not None) is is_shown


@pytest.mark.parametrize(
    ("share", "pupils", "shown"),
    [
        (0.0123, 20_000, 0.012),  # 0,1 % is twenty pupils
        (0.0123, 900, 0.02),  # 1 % would be nine: in steps of 2 %
        (0.0001, 20_000, 0.0),
    ],
)
def test_a_share_together_is_rounded_to_ten_pupils(
    share: float, pupils: float, shown: float
) -> None:
    assert peers._rounded(share, pupils) == pytest.approx(shown)
