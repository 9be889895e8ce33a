"""A past year stands at the addresses of then: the real files, delivered in two orders (A1)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named
from monitor.intake.deliveries import deliver
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
FILES = (
    # The last three are lists and addresses of later, of which two do not say of when they are.
    (
        "duo-po-afstand-2019-2020/"
        "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv"
    ),
    "duo-po-historie-1996-2025/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
    "duo-vo-leerlingen-onderwijstype/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv",
    "duo-vsv-per-swv-2015/vsv-per-swv-2015.csv",
    "swv-pc4-regeling/BWBR0032324-regio-indeling-swv-2015-04-23.md",
    "cbs-gemeente-grenzen-2023/Gemeenten-alfabetisch-2023.xlsx",
    "duo-vo-vestigingen-2020/alle-vestigingen-vo.csv",
    "duo-2025-2026-fragmenten/02.-alle-vestigingen-vo-2026.csv",
    "duo-2025-2026-fragmenten/09.-alle-vestigingen-sbo-so-en-vso-2026.csv",
    "duo-bo-vestigingen-2026/02.-alle-schoolvestigingen-basisonderwijs.csv",
    "edugis-scholen-2024/scholen.geo.json",
)


@pytest.fixture(scope="module", params=["heen", "terug"])
def real(
    request: pytest.FixtureRequest, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    paths = [shared_data / path for path in FILES]
    if request.param == "terug":
        paths.reverse()
    versions = Versions(tmp_path_factory.mktemp("toen"))
    outcome = deliver(versions, [(path, path.name) for path in paths], who="toets")
    assert not outcome.problems
    store = open_store(versions, whole=False)
    yield store
    store.close()


def of_2019(store: Store, name: str, per: str = "swv") -> dict[str, Figure]:
    found = figures(store, BEHEERDER, indicator_named(name), per, period="2019-10-01")
    return {figure.code: figure for figure in found}


# The right values of A1, counted from the files in other code.
SHARES = {
    "deelname_vso_locatie": {"VO3103": 2.03, "VO3102": 4.81, "VO2708": 4.31, "VO2710": 2.92},
    "deelname_so_locatie": {
        "PO2201": 0.36,
        "PO2203": 1.07,
        "PO2707": 2.33,
        "PO2709": 1.76,
        "PO3102": 4.05,
        "PO3103": 1.35,
    },
}


@pytest.mark.parametrize("name", SHARES)
def test_deelname_of_2019_at_the_addresses_of_2019(real: Store, name: str) -> None:
    found = of_2019(real, name)

    assert {code: round(found[code].waarde or 0, 2) for code in SHARES[name]} == SHARES[name]
    assert all(found[code].is_exact for code in SHARES[name])


def test_the_pupils_and_the_distance_of_2019(real: Store) -> None:
    assert of_2019(real, "leerlingen_vso")["VO3103"].waarde == 84
    distance = of_2019(real, "afstand_vso")
    assert round(distance["VO2710"].waarde or 0, 2) == 10.19
    assert [distance[code].noemer for code in ("VO3103", "VO3102", "VO2708", "VO2710")] == [
        84, 389, 1838, 541,
    ]  # fmt: skip


def test_the_country_is_the_same_whatever_the_addresses(real: Store) -> None:
    totals = {
        "leerlingen_vso": 37_753,
        "leerlingen_vo": 950_439,
        "leerlingen_vavo": 6_418,
        "leerlingen_pro": 29_315,
    }
    for name, total in totals.items():
        for per in ("land", "swv", "gemeente"):
            assert sum(f.waarde or 0 for f in of_2019(real, name, per).values()) == total


def test_a_school_that_moved_stands_in_one_place_per_count(real: Store) -> None:
    """01RB00 stood in the gemeente of one address and the SWV of another."""
    places = real.rows(
        "select s.postcode, s.gemeentecode, s.swv_vo, s.swv_po, vo.swv, po.swv "
        "from views.standplaats as s "
        "left join views.pc4 as vo on vo.postcode4 = s.postcode4 and vo.sector = 'vo' "
        "left join views.pc4 as po on po.postcode4 = s.postcode4 and po.sector = 'po' "
        "where s.vestiging = '01RB00' and not s.is_nu order by s.van"
    )
    (own,) = real.rows(
        "select distinct postcode, gemeentecode from bron.afstand where vestiging = '01RB00'"
    )

    assert len({place[0] for place in places}) == 2
    assert places[0][:2] == own
    assert all((swv_vo, swv_po) == (vo, po) for _, _, swv_vo, swv_po, vo, po in places)


def test_every_count_of_distances_stands_at_its_own_postcode(real: Store) -> None:
    wrong = real.rows(
        "select a.vestiging from bron.afstand as a join views.standplaats as s "
        "on s.vestiging = a.vestiging and not s.is_nu "
        "and s.van <= strftime(a.peildatum, '%Y-%m') and strftime(a.peildatum, '%Y-%m') < s.tot "
        "where a.postcode is distinct from s.postcode"
    )
    assert wrong == []


def test_former_gemeenten_lead_to_those_of_now(real: Store) -> None:
    """E8: BOXMEER topped the ranking and was not on the map."""
    named = {f.code: f.naam for f in of_2019(real, "leerlingen_vo", "gemeente").values()}
    now = {code for (code,) in real.rows("select gemeentecode from views.gemeente")}

    assert "GM0756" not in named
    assert named["GM1982"] == "Land van Cuijk"
    assert set(named) - now - {"onbekend"} == set()
    assert not [naam for naam in named.values() if naam == naam.upper()]
