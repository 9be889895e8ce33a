"""The real files of DUO, OCW, CBS and EduGIS: recognised, and loaded whole and without a fault."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from monitor.intake.deliveries import deliver
from monitor.intake.report import DeliveryOutcome
from monitor.sources import sources
from monitor.store.versions import Versions


class Real(NamedTuple):
    path: str
    source: str
    rows: int
    moment: date | None = None


# Row counts are those of shared/data/README.md, counted there from the files themselves.
REAL_FILES = [
    Real("duo-vo-vestigingen-2020/alle-vestigingen-vo.csv", "vestigingen_vo", 1619),
    Real("duo-vo-vestigingen-2020/02.csv", "vestigingen_vo", 1610),
    Real(
        "duo-2025-2026-fragmenten/02.-alle-vestigingen-vo-2026.csv",
        "vestigingen_vo",
        5,
        date(2026, 1, 1),
    ),
    Real(
        "duo-bo-vestigingen-2026/02.-alle-schoolvestigingen-basisonderwijs.csv",
        "vestigingen_bo",
        6122,
    ),
    Real(
        "duo-2025-2026-fragmenten/09.-alle-vestigingen-sbo-so-en-vso-2026.csv",
        "vestigingen_so",
        7,
        date(2026, 1, 1),
    ),
    Real(
        "duo-vo-leerlingen-onderwijstype/"
        "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv",
        "leerlingen_vo_onderwijstype",
        28362,
        date(2016, 10, 1),
    ),
    Real(
        "duo-vo-leerlingen-onderwijstype/"
        "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv",
        "leerlingen_vo_onderwijstype",
        24243,
        date(2019, 10, 1),
    ),
    Real(
        "duo-2025-2026-fragmenten/leerlingen-vo-per-vestiging-2025.csv",
        "leerlingen_vo_vavo",
        12,
        date(2025, 10, 1),
    ),
    Real(
        "duo-po-historie-1996-2025/"
        "06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
        "leerlingen_historie",
        9737,
    ),
    Real(
        "duo-po-afstand-2019-2020/"
        "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv",
        "afstand",
        7301,
    ),
    Real("duo-vsv-per-swv-2015/vsv-per-swv-2015.csv", "vsv", 1270, date(2015, 10, 1)),
    Real(
        "swv-pc4-regeling/BWBR0032324-regio-indeling-swv-2015-04-23.md",
        "regeling_pc4",
        4046,
    ),
    Real("afgeleid/pc4_swv_2015.csv", "regeling_pc4", 4046),
    Real("cbs-gemeente-grenzen-2023/gemeenten_2023.csv", "gemeenten", 342),
    Real("cbs-gemeente-grenzen-2023/Gemeenten-alfabetisch-2023.xlsx", "gemeenten", 342),
    Real("cbs-gemeente-grenzen-2023/gemeente_topo.json", "gemeentegrenzen", 342),
    Real("edugis-scholen-2024/scholen.geo.json", "schoollocaties", 8717),
    Real(
        "thuiszitters-landelijk/thuiszitters-landelijk-2004-2022.tsv",
        "thuiszitters_landelijk",
        18,
    ),
]
TYPED_OVER = {"schoolvakanties"}
"""What Rijksoverheid publishes as a page: somebody types it over into our columns."""
LEFT_OUT = {"schoollocaties": 95}
"""Rows that say what an earlier row said: EduGIS found 95 addresses twice."""
SAME_AS_ANOTHER = ("afgeleid/pc4_swv_2015.csv", "cbs-gemeente-grenzen-2023/gemeenten_2023.csv")
"""Files of which another in the list is the same list in another form."""


@pytest.fixture(scope="module")
def delivered(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Versions, DeliveryOutcome]:
    """All of them in one call, but for what is another's list in another form."""
    versions = Versions(tmp_path_factory.mktemp("echt") / "gegevens")
    paths = [shared_data / real.path for real in REAL_FILES if real.path not in SAME_AS_ANOTHER]
    return versions, deliver(versions, [(path, path.name) for path in paths], who="toets")


@pytest.mark.parametrize("real", REAL_FILES, ids=lambda real: Path(real.path).name)
def test_a_real_file_is_recognised_and_has_all_its_rows(
    shared_data: Path, delivered: tuple[Versions, DeliveryOutcome], real: Real
) -> None:
    path = shared_data / real.path
    versions, outcome = delivered
    if real.path in SAME_AS_ANOTHER:
        outcome = deliver(versions, [(path, path.name)], who="toets", dry_run=True)

    (report,) = (report for report in outcome.reports if report.file == path.name)

    assert [str(problem) for problem in report.problems] == []
    assert (report.source, report.rows) == (real.source, real.rows)
    assert report.loaded == real.rows - LEFT_OUT.get(real.source, 0)
    if real.moment is not None:
        assert report.moment == real.moment


def test_all_real_files_are_delivered_in_one_call(
    delivered: tuple[Versions, DeliveryOutcome],
) -> None:
    versions, outcome = delivered

    def bron(sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(versions.bron(1)), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    assert [str(problem) for problem in outcome.problems] == []
    assert (outcome.id, versions.current()) == (1, 1)
    assert all(bron(f"select count(*) from {real.source}") > [(0,)] for real in REAL_FILES)
    # DUO's totals on 1 October 2019, as in shared/data/README.md.
    assert bron(
        "select soort, sum(leerlingen) from afstand where peildatum = date '2019-10-01' "
        "group by all order by all"
    ) == [("bo", 1396457), ("sbo", 35733), ("so", 32069), ("vso", 37753)]
    assert bron(
        "select year(peildatum), sum(jaar1_man + jaar1_vrouw + jaar2_man + jaar2_vrouw + "
        "jaar3_man + jaar3_vrouw + jaar4_man + jaar4_vrouw + jaar5_man + jaar5_vrouw + jaar6_man "
        "+ jaar6_vrouw) from leerlingen_vo_onderwijstype group by all order by all"
    ) == [(2016, 1002338), (2019, 956857)]
    assert bron("select sum(leerlingen), sum(vsv), count(distinct swv) from vsv") == [
        (949874, 4522, 75)
    ]
    assert bron(
        "select count(*) from leerlingen_historie where leerlingen = 1 and leerlingen_max = 4"
    ) == [(762,)]


def test_every_public_kind_of_file_has_a_real_file_here() -> None:
    public = {name for name, source in sources().items() if source.publisher != "SWV"}

    assert public - TYPED_OVER == {real.source for real in REAL_FILES}


def test_the_law_and_the_list_made_from_it_are_the_same(
    shared_data: Path, versions: Versions, bron: Callable[..., list[tuple[Any, ...]]]
) -> None:
    """The Markdown table and its CSV (`afgeleid/`) give the same 4,046 postcodes."""
    found = []
    for real in REAL_FILES:
        if real.source == "regeling_pc4":
            path = shared_data / real.path
            deliver(versions, [(path, path.name)], who="toets")
            found.append(bron("select * exclude (levering) from regeling_pc4 order by postcode4"))

    assert len(found) == 2
    assert found[0] == found[1]
