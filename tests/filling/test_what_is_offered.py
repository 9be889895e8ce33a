"""What stands on a page before anybody said anything: names, and what a register says."""

from pathlib import Path

import pytest

from monitor.access import Role, Viewer
from monitor.filling import front
from monitor.rounds.beforehand import Bekend
from monitor.rounds.naming import names
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.whose import read_taak
from monitor.store.store import Store

from . import filled_folder
from .filled_folder import SWV, TEXT, filled


DIRECTEUR = Viewer(Role.DIRECTEUR, frozenset({SWV}), wie="directeur@voorbeeld.invalid")


def test_an_amount_is_offered_as_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Bekend(117800, "", "middelen van 2025-2026", "")
    monkeypatch.setitem(filled_folder.KNOWN.voorstel, Place("ARR-0001", "plaatsen"), known)  # type: ignore[arg-type]
    money = TEXT.replace('soort = "aantal"', 'soort = "bedrag"').replace("= 500", "= 500000")
    school = filled(tmp_path, money).client()

    page = school.get(school.own("/deel/aanbod")).text

    assert "Bekend (middelen van 2025-2026): € 117.800." in page


def test_a_school_is_called_as_the_register_calls_it(tmp_path: Path, sample: Store) -> None:
    at = filled(tmp_path)

    assert names(sample, [read_taak(at.book, at.own)]) == {at.own: "Wilgenrede College"}


def test_lists_that_nobody_looked_at_are_named_and_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "named_of", lambda book, number: None)
    at = filled(tmp_path)

    page = bytes(
        front.choose(
            at.book, DIRECTEUR, lambda taken: {at.own: "Zuiderpoort", at.other: "De Aak"}
        ).body
    ).decode()

    assert page.index("De Aak") < page.index("Zuiderpoort")
    assert "99AA00" not in page
