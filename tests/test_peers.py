"""Schools beside each other: what they have together says nothing about a few pupils."""

from pathlib import Path

import pytest

from monitor import peers
from monitor.access import Role, Viewer
from monitor.catalogue import catalogue
from monitor.demonstration import prepare
from monitor.indicators import Figure
from monitor.schools import schools
from monitor.store import Store, open_store
from monitor.versions import Versions


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("voorbeeld")
    prepare(Versions(folder))
    return open_store(Versions(folder))


@pytest.mark.parametrize(
    ("counts", "is_shown"),
    [
        ((6, 7, 0, 0, 9), True),
        ((0, 3, 0, 0, 0), False),  # three of the others
        ((6, 3, 0, 0, 0), False),  # the same: six are its own
        ((0, 0, 0, 0, 0), True),
    ],
)
def test_a_school_sees_no_share_of_a_few_pupils(
    store: Store, monkeypatch: pytest.MonkeyPatch, counts: tuple[int, ...], is_shown: bool
) -> None:
    one = next(school for school in schools(store) if school.code == "99PA00")
    found = [
        Figure(code, code, "2024-2025", "", n, n, 100, 100, n, n)
        for code, n in zip(("99PA00", "b", "c", "d", "e"), counts, strict=True)
    ]
    monkeypatch.setattr(peers, "alike", lambda *_: peers.Alike(found, sum(counts) / 500))
    viewer = Viewer(Role.SCHOOL, frozenset({"VO9901"}), frozenset({"99PA00"}))

    shown = peers.share_alike(store, viewer, catalogue()["instroom_vso"], one, "2024-2025")

    assert (shown is not None) is is_shown
