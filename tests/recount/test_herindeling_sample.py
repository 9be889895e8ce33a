"""Two gemeenten of the sample become one: new borders, list and indeling of 2027 (A11)."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named
from monitor.intake.deliveries import deliver
from monitor.sections import gemeente_notes as gemeente_notes_
from monitor.store.checks import checks, findings
from monitor.store.journal import begin
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


FILES = sorted((Path(__file__).parent / "herindeling").glob("02-*"))
BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
PAIR = ("GM9901", "GM9902")
NEW = "GM9910"


@pytest.fixture(scope="module")
def merged(sample_copy: Path) -> Store:
    outcome = deliver(Versions(sample_copy), [(f, f.name) for f in FILES], who="toets")
    assert not outcome.problems
    return open_store(Versions(sample_copy), whole=False)


def per_gemeente(store: Store, name: str, period: str = "") -> dict[tuple[str, str], Figure]:
    found = figures(store, BEHEERDER, indicator_named(name), "gemeente", period=period)
    return {(f.code, f.periode): f for f in found}


def test_the_merged_gemeente_has_the_schools_of_both(merged: Store) -> None:
    figure = per_gemeente(merged, "deelname_vso_locatie", "2025-10-01")[NEW, "2025-10-01"]

    # Counted from the files: 219 vso pupils of 5,435.5 to 5,450.5 (half of the vavo).
    assert (figure.teller, figure.teller_max) == (219, 219)
    assert (figure.noemer, figure.noemer_max) == (5435.5, 5450.5)
    assert f"{figure.waarde:.1f}" == f"{figure.waarde_max:.1f}" == "4.0"


@pytest.mark.parametrize(
    "name",
    ["leerlingen_vso", "leerlingen_vo", "thuiszitters_thuis_ocw", "thuiszitters_jaar_thuis_ocw"],
)
def test_in_every_period_it_is_the_sum_of_the_two(sample: Store, merged: Store, name: str) -> None:
    before, after = per_gemeente(sample, name), per_gemeente(merged, name)

    assert not [code for code, _ in after if code in PAIR]
    for periode in {periode for _, periode in before}:
        parts = [before[c, periode] for c in PAIR if (c, periode) in before]
        if parts:
            whole = after[NEW, periode]
            assert whole.teller == sum(f.teller or 0 for f in parts)
            assert whole.teller_max == sum(f.teller_max or 0 for f in parts)
    others = {key: f for key, f in before.items() if key[0] not in PAIR}
    assert {key: f for key, f in after.items() if key[0] != NEW} == others


def test_the_abolished_ones_are_off_the_map_and_it_is_said(merged: Store) -> None:
    assert merged.rows("select count(*) from views.grens where gemeentecode like 'GM99%'") == [(8,)]
    assert not merged.rows("select 1 from views.grens where gemeentecode in ('GM9901', 'GM9902')")
    assert gemeente_notes_.notes(merged, {NEW: "Nieuw Oeverland"}) == [
        (
            "Nieuw Oeverland: hierin gingen Hazelmond en Oeverwaard op. Cijfers van voor de herindeling "
            "tellen hier ook."
        )
    ]
    assert gemeente_notes_.notes(merged, {"GM9903": "Kreekwolde"}) == []
    assert gemeente_notes_.notes(merged, {"GM9950": "Elders"}) == [
        "Niet op de kaart, want zonder grens van nu: Elders."
    ]


def test_a_check_tells_which_gemeenten_went_up_in_which(merged: Store) -> None:
    found = findings(merged, checks()["gemeente_onbekend"])

    assert [f.melding for f in found] == [
        "Hazelmond (GM9901) is opgegaan in Nieuw Oeverland; haar cijfers van eerder tellen daar",
        "Oeverwaard (GM9902) is opgegaan in Nieuw Oeverland; haar cijfers van eerder tellen daar",
    ]


def test_the_pages_say_it(merged: Store) -> None:
    at = AppTest.from_function(_thuiszitters, args=(merged,), default_timeout=60)
    at.query_params["per"] = "gemeente"
    at.run()

    assert not at.exception
    assert any("gingen Hazelmond en Oeverwaard op" in caption.value for caption in at.caption)


def _thuiszitters(store: object) -> None:
    from monitor.access import Role, Viewer
    from monitor.pages import thuiszitters

    thuiszitters.show(store, Viewer(Role.DIRECTEUR, frozenset({"VO9901"})))


@pytest.mark.parametrize("order", list(permutations(range(len(FILES))))[1:4:2])
def test_one_by_one_in_another_order_gives_the_same(
    merged: Store, sample_folder: Path, tmp_path: Path, order: tuple[int, ...]
) -> None:

    shutil.copytree(sample_folder, tmp_path / "g", ignore=shutil.ignore_patterns("journaal.*"))

    begin(tmp_path / "g").close()
    versions = Versions(tmp_path / "g")
    for number in order:
        deliver(versions, [(FILES[number], FILES[number].name)], who="toets")
    store = open_store(versions, whole=False)

    for name in ("deelname_vso_locatie", "thuiszitters_thuis_ocw"):
        assert per_gemeente(store, name) == per_gemeente(merged, name)
    store.close()
