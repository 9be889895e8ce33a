"""Pieces that pages share."""

import pytest

from monitor.indicators import catalogue
from monitor.pages import parts
from monitor.provenance import Completeness, Provenance
from monitor.store import Store


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (7, "In Tolbeke staat geen vso-school en geen school met praktijkonderwijs"),
        # The one that is missing may stand there.
        (6, "In Tolbeke is geen vso-school en geen school met praktijkonderwijs geteld"),
    ],
)
def test_that_no_school_stands_there_is_said_only_of_a_complete_count(
    monkeypatch: pytest.MonkeyPatch, empty_store: Store, counted: int, words: str
) -> None:
    found = Provenance((), "", (Completeness("vo", 44, 45), Completeness("vso", counted, 7)))
    monkeypatch.setattr(parts, "provenance", lambda *_: found)
    indicators = [catalogue()["deelname_vso_locatie"], catalogue()["deelname_pro"]]

    assert parts.without_school(empty_store, indicators, "2025-10-01", "VO1", "In Tolbeke") == words
