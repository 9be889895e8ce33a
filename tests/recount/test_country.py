"""The monitor's figures against those of `recount/country.py`: on the sample data and on the real files."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from recount import country as recount
from recount.country import Pair, Shares

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named
from monitor.intake.deliveries import deliver
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
SAMPLE = Path(__file__).parents[2] / "sample_data"
SAMPLE_YEARS = range(2021, 2026)


def ask(store: Store, name: str, per: str, year: int) -> list[Figure]:
    return figures(store, BEHEERDER, indicator_named(name), per, period=f"{year}-10-01")


def answers(store: Store, name: str, year: int) -> dict[str, tuple[Pair, Pair]]:
    """{swv and NL: ((teller, teller_max), (noemer, noemer_max))}, None as 0."""
    found = ask(store, name, "swv", year) + ask(store, name, "land", year)
    return {
        f.code: (
            (f.teller or 0, f.teller_max or 0),
            (f.noemer or 0, f.noemer_max or 0),
        )
        for f in found
    }


def values(store: Store, name: str, year: int) -> dict[str, Pair]:
    found = ask(store, name, "swv", year) + ask(store, name, "land", year)
    return {f.code: (f.waarde or 0, f.waarde_max or 0) for f in found}


def tellers(counted: dict[str, Pair]) -> dict[str, tuple[Pair, Pair]]:
    return {region: (pair, (0, 0)) for region, pair in counted.items()}


def without_nought(found: dict[str, tuple[Pair, Pair]]) -> dict[str, tuple[Pair, Pair]]:
    """Regions with somebody in the teller: an SWV without vso may have no row of it."""
    return {region: pairs for region, pairs in found.items() if pairs[0] != (0, 0)}


# ------------------------------------------------------------------------------ the real files


class Real(NamedTuple):
    """A store of the real files, and the same files read by `recount`."""

    store: Store
    data: Path
    swv_vo: dict[str, str]
    swv_po: dict[str, str]

    @property
    def vo_file(self) -> Path:
        return self.data / "duo-vo-leerlingen-onderwijstype"

    @property
    def afstand(self) -> Path:
        return next((self.data / "duo-po-afstand-2019-2020").glob("*.csv"))

    @property
    def historie(self) -> Path:
        return next((self.data / "duo-po-historie-1996-2025").glob("*.csv"))

    def vo(self, year: int) -> dict[str, dict[str, Pair]]:
        return recount.vo_per_vestiging(next(self.vo_file.glob(f"*onderwijstype-{year}*.csv")))

    def vso(self, year: int) -> dict[str, Pair]:
        return self.special(year, "vso")

    def special(self, year: int, kind: str) -> dict[str, Pair]:
        """bo, sbo, so or vso pupils per vestiging: of 2019 DUO splits them, of 2016 it does not."""
        if year == 2019:
            return {
                school: (kinds[kind], kinds[kind])
                for school, kinds in recount.special_per_vestiging(self.afstand).items()
                if kind in kinds
            }
        unsplit = "so/vso" if kind in ("so", "vso") else kind
        named = recount.special_per_vestiging(self.afstand)
        kinds = {
            school: (recount.kind_then(called, named.get(school)), pupils)
            for school, (called, pupils) in recount.history_per_vestiging(
                self.historie, year
            ).items()
        }
        return {
            school: pupils if of == kind else (0, pupils[1])
            for school, (of, pupils) in kinds.items()
            if of in (kind, unsplit)
        }


@pytest.fixture(scope="module")
def real(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    lists = [
        shared_data / "duo-vo-vestigingen-2020/02.csv",
        shared_data / "duo-vo-vestigingen-2020/alle-vestigingen-vo.csv",
    ]
    bo = shared_data / "duo-bo-vestigingen-2026/02.-alle-schoolvestigingen-basisonderwijs.csv"
    law = shared_data / "swv-pc4-regeling/BWBR0032324-regio-indeling-swv-2015-04-23.md"
    vsv = shared_data / "duo-vsv-per-swv-2015/vsv-per-swv-2015.csv"
    pupils = [
        *sorted((shared_data / "duo-vo-leerlingen-onderwijstype").glob("*.csv")),
        *(shared_data / "duo-po-afstand-2019-2020").glob("*.csv"),
        *(shared_data / "duo-po-historie-1996-2025").glob("*.csv"),
    ]
    versions = Versions(tmp_path_factory.mktemp("echt"))
    for files, moment in (
        (lists, dt.date(2020, 10, 1)),
        ([bo], dt.date(2026, 1, 1)),
        ([law, vsv, *pupils], None),
    ):
        outcome = deliver(versions, [(f, f.name) for f in files], who="toets", moment=moment)
        assert not outcome.problems

    afstand = shared_data / "duo-po-afstand-2019-2020"
    # A1: 2016 and 2019 lie nearest to the file of distances of 2019, then the lists of 2020, then
    # that of 2026; it used to be the newest address for every year.
    postcode = recount.postcodes([bo, *lists, *afstand.glob("*.csv")])
    by_law = recount.swv_by_postcode(law)
    po, vo = (
        {school: by_law[place][i] for school, place in postcode.items() if place in by_law}
        for i in (0, 1)
    )
    vo |= recount.swv_by_vsv(vsv)
    store = open_store(versions, whole=False)
    yield Real(
        store,
        shared_data,
        {school: swv for school, swv in vo.items() if swv},
        {school: swv for school, swv in po.items() if swv},
    )
    store.close()


def test_the_country_on_1_october_2019(real: Real) -> None:
    """Facts about the world: what DUO published for 1 October 2019."""

    def country(name: str) -> Figure:
        (figure,) = ask(real.store, name, "land", 2019)
        assert figure.is_exact
        return figure

    assert country("leerlingen_vso").waarde == 37_753
    assert country("leerlingen_vo").waarde == 950_439
    assert country("leerlingen_vavo").waarde == 6_418
    assert country("leerlingen_pro").waarde == 29_315
    assert country("leerlingen_so").waarde == 32_069
    assert country("leerlingen_sbo").waarde == 35_733
    vso = country("deelname_vso_locatie")
    assert (vso.teller, vso.noemer) == (37_753, 950_439 + 6_418 / 2)
    assert vso.waarde == pytest.approx(3.9588, abs=0.0001)
    sbo = country("deelname_sbo_locatie")
    assert (sbo.teller, sbo.noemer) == (35_733, 1_396_457 + 35_733)
    so = country("deelname_so_locatie")
    assert (so.teller, so.noemer) == (32_069, 1_396_457 + 35_733)
    assert country("afstand_vso").waarde == pytest.approx(10.94, abs=0.005)


def test_the_country_on_1_october_2016(real: Real) -> None:
    """`<5` in the historical overview is 1 to 4, and so/vso all of the one or all of the other."""
    (vo,) = ask(real.store, "leerlingen_vo", "land", 2016)
    (pro,) = ask(real.store, "leerlingen_pro", "land", 2016)
    (vso,) = ask(real.store, "leerlingen_vso", "land", 2016)

    assert vo.waarde == 1_002_338 - 6_544
    assert pro.waarde == 29_897
    assert vso.waarde < 40_000 < vso.waarde_max  # type: ignore[operator]


def test_all_74_regional_samenwerkingsverbanden_have_their_own_figure(real: Real) -> None:
    for name in ("deelname_vso_locatie", "deelname_pro", "leerlingen_vo"):
        found = ask(real.store, name, "swv", 2019)
        regional = [f for f in found if f.code.startswith("VO") and f.code[2:4] != "00"]

        assert len(regional) == 74
        assert all(f.is_exact for f in regional)
        assert [f.code for f in found if f not in regional] == ["VO0001"]


@pytest.mark.parametrize("year", [2016, 2019])
def test_vso_shares_of_the_country_and_every_swv(real: Real, year: int) -> None:
    counted: Shares = recount.share_of_vso(real.vo(year), real.vso(year), real.swv_vo)

    assert answers(real.store, "deelname_vso_locatie", year) == counted
    for region, (low, high) in values(real.store, "deelname_vso_locatie", year).items():
        teller, noemer = counted[region]
        assert low == pytest.approx(100 * teller[0] / noemer[1])
        assert high == pytest.approx(100 * teller[1] / noemer[0])


@pytest.mark.parametrize("year", [2016, 2019])
def test_pro_shares_of_the_country_and_every_swv(real: Real, year: int) -> None:
    assert answers(real.store, "deelname_pro", year) == recount.share_of_pro(
        real.vo(year), real.swv_vo
    )


@pytest.mark.parametrize("year", [2016, 2019])
def test_pupils_of_the_country_and_every_swv(real: Real, year: int) -> None:
    vo = real.vo(year)
    regular = {s: recount.plus(parts["vo"], parts["pro"]) for s, parts in vo.items()}
    pro = {school: parts["pro"] for school, parts in vo.items()}
    vavo = {school: parts["vavo"] for school, parts in vo.items()}

    for name, per_school, swv in (
        ("leerlingen_vo", regular, real.swv_vo),
        ("leerlingen_pro", pro, real.swv_vo),
        ("leerlingen_vavo", vavo, real.swv_vo),
        ("leerlingen_vso", real.special(year, "vso"), real.swv_vo),
        ("leerlingen_so", real.special(year, "so"), real.swv_po),
        ("leerlingen_sbo", real.special(year, "sbo"), real.swv_po),
    ):
        expected = tellers(recount.summed(per_school, swv))
        obs = without_nought(answers(real.store, name, year))
        assert obs == without_nought(expected), name


@pytest.mark.parametrize("year", [2016, 2019])
def test_po_shares_of_the_country_and_every_swv(real: Real, year: int) -> None:
    kinds = {
        kind: recount.summed(real.special(year, kind), real.swv_po) for kind in ("bo", "sbo", "so")
    }
    noemer = {
        region: recount.plus(kinds["bo"].get(region, (0, 0)), kinds["sbo"].get(region, (0, 0)))
        for region in kinds["bo"] | kinds["sbo"] | kinds["so"]
    }

    for name, kind in (("deelname_sbo_locatie", "sbo"), ("deelname_so_locatie", "so")):
        counted = {
            region: (kinds[kind].get(region, (0, 0)), pupils) for region, pupils in noemer.items()
        }
        assert answers(real.store, name, year) == counted, name


def test_distance_to_vso_of_the_country_and_every_swv(real: Real) -> None:
    counted = recount.summed(recount.pupil_kilometers(real.afstand), real.swv_vo)
    obs = values(real.store, "afstand_vso", 2019)

    assert obs.keys() == counted.keys()
    for region, (kilometers, pupils) in counted.items():
        assert obs[region] == pytest.approx((kilometers / pupils,) * 2), region


@pytest.mark.parametrize("per", ["bestuur", "gemeente", "subregio", "wijk", "swv"])
@pytest.mark.parametrize("name", ["leerlingen_vo", "leerlingen_vso", "deelname_sbo_locatie"])
def test_levels_of_the_real_files_add_up_to_the_country(real: Real, name: str, per: str) -> None:
    indicator = indicator_named(name)
    if per not in indicator.levels:
        return
    (country,) = ask(real.store, name, "land", 2019)
    parts = ask(real.store, name, per, 2019)

    assert sum(part.teller or 0 for part in parts) == country.teller
    assert sum(part.noemer or 0 for part in parts) == (country.noemer or 0)


def test_the_years_before_2010_stay_away_from_what_duo_did_not_count(real: Real) -> None:
    """Why: with fewer schools than the year before there suddenly is a fifth more of them."""
    before, after = (recount.history_per_vestiging(real.historie, year) for year in (2009, 2010))
    for kind in ("sbo", "vso", "so/vso"):
        schools = [sum(k == kind for k, _ in found.values()) for found in (before, after)]
        pupils = [sum(p[0] for k, p in found.values() if k == kind) for found in (before, after)]
        assert schools[1] <= schools[0] * 1.03
        assert pupils[1] > pupils[0] * 1.17

    found = figures(real.store, BEHEERDER, indicator_named("leerlingen_sbo"), "land")
    assert [f.periode[:4] for f in found] == [str(year) for year in range(2010, 2026)]


# ----------------------------------------------------------------------------- the sample data


@pytest.fixture(scope="module")
def sample_swv() -> dict[str, str]:
    return {
        row["VESTIGINGSCODE"]: row["SWV"] for row in recount.read_csv(SAMPLE / "vestigingen.csv")
    }


def sample_vo(year: int) -> dict[str, dict[str, Pair]]:
    name = f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv"
    return recount.vo_per_vestiging(SAMPLE / name)


def sample_afstand(year: int) -> Path:
    start = "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging"
    return SAMPLE / f"{start}-{year}-{year + 1}.csv"


@pytest.mark.parametrize("year", SAMPLE_YEARS)
def test_shares_of_the_sample_data(sample: Store, sample_swv: dict[str, str], year: int) -> None:
    vo = sample_vo(year)
    exact = recount.special_per_vestiging(sample_afstand(year))
    vso = {school: (kinds["vso"], kinds["vso"]) for school, kinds in exact.items()}
    counted = recount.share_of_vso(vo, vso, sample_swv)
    pro = recount.share_of_pro(vo, sample_swv)

    assert answers(sample, "deelname_vso_locatie", year) == {"VO9901": counted["VO9901"]}
    assert answers(sample, "deelname_pro", year) == {"VO9901": pro["VO9901"]}


@pytest.mark.parametrize("year", SAMPLE_YEARS)
def test_the_exact_file_goes_before_the_hidden_telling(sample: Store, year: int) -> None:
    """The sample's own leerlingtelling says `<5` of a few schools that DUO's distances name."""
    hidden = 0
    for row in recount.read_csv(SAMPLE / "leerlingtelling.csv"):
        if row["SCHOOLTYPE"] == "vso" and row["PEILDATUM"] == f"01-10-{year}":
            hidden += row["AANTAL"] == "<5"
    exact = recount.special_per_vestiging(sample_afstand(year))
    (figure,) = ask(sample, "leerlingen_vso", "swv", year)

    assert hidden > 0
    assert figure.teller == figure.teller_max == sum(kinds["vso"] for kinds in exact.values())


@pytest.mark.parametrize("year", SAMPLE_YEARS)
def test_schools_of_the_sample_data_one_by_one(sample: Store, year: int) -> None:
    vo = sample_vo(year)
    obs = {
        f.code: (f.teller, f.teller_max) for f in ask(sample, "leerlingen_vo", "vestiging", year)
    }

    assert obs == {s: recount.plus(parts["vo"], parts["pro"]) for s, parts in vo.items()}
