"""Special education in the real files: the figures that DUO published, in whatever order they come."""

from pathlib import Path

import pytest
from helpers.drawings import BEHEERDER

from monitor.figures.door import figures, indicator_named
from monitor.intake.deliveries import deliver
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


FILES = (
    "duo-po-historie-1996-2025/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
    (
        "duo-po-afstand-2019-2020/"
        "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv"
    ),
    "edugis-scholen-2024/scholen.geo.json",
    "duo-2025-2026-fragmenten/09.-alle-vestigingen-sbo-so-en-vso-2026.csv",
    "swv-pc4-regeling/BWBR0032324-regio-indeling-swv-2015-04-23.md",
)
SBO = {
    # Of schools that the overview calls sbo, and the five that it calls so/vso (faults: 2 % less).
    2011: (41_648, 41_651),
    2015: (34_737, 34_737),
    2016: (33_868, 33_871),
    2018: (34_958, 34_958),
    2019: (35_733, 35_733),  # of the file of distances
    2020: (35_671, 35_671),  # as published
    2021: (35_400, 35_400),  # as published
}


@pytest.fixture(scope="module", params=["overzicht eerst", "overzicht laatst"])
def store(
    request: pytest.FixtureRequest, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """Each file in a delivery of its own."""
    versions = Versions(tmp_path_factory.mktemp("volgorde"))
    for file in FILES if request.param == "overzicht eerst" else FILES[::-1]:
        path = shared_data / file
        assert not deliver(versions, [(path, path.name)], who="toets").problems
    return open_store(versions, whole=False)


def ends(store: Store, name: str, per: str, code: str) -> dict[int, tuple[float | None, ...]]:
    found = figures(store, BEHEERDER, indicator_named(name), per, codes=(code,))
    return {int(one.periode[:4]): (one.teller, one.teller_max) for one in found}


def test_sbo_of_the_country(store: Store) -> None:
    obs = ends(store, "leerlingen_sbo", "land", "NL")

    assert {year: obs[year] for year in SBO} == SBO


def test_so_and_vso_of_the_country_together(store: Store) -> None:
    for name in ("leerlingen_so_vso", "leerlingen_so_vso_po"):
        obs = ends(store, name, "land", "NL")
        assert obs[2016] == (67_048, 67_063)
        assert obs[2025] == (75_019, 75_052)
        assert obs[2019] == (32_069 + 37_753,) * 2


def test_the_share_of_one_samenwerkingsverband_runs_on(store: Store) -> None:
    """PO2603 read 0.87, 2.19 and 0.66 % while its school in Zeist never changed."""
    found = figures(
        store, BEHEERDER, indicator_named("deelname_sbo_locatie"), "swv", codes=("PO2603",)
    )
    obs = {int(one.periode[:4]): one.waarde for one in found}

    assert [round(obs[year] or 0, 2) for year in (2018, 2019, 2020)] == [2.18, 2.19, 2.14]


def test_five_schools_are_sbo_in_every_year(store: Store) -> None:
    found = store.rows(
        "select vestiging, count(*) from views.schoolsoort where schooltype <> 'so/vso' "
        "and schooltype = 'sbo' group by vestiging order by vestiging"
    )

    assert [code for code, _ in found] == ["00EM00", "14VP00", "19QG00", "19RT00", "20QG00"]
