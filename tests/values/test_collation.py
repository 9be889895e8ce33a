"""One order of names: the one a Dutch reader looks them up in, on every page."""

import re
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from helpers.drawings import Given
from views.made_figures import make_figure

from monitor.access import EVERY, Role, Viewer
from monitor.figures.levels import Region
from monitor.pages import scholen
from monitor.pages.beheer.subject import Subject
from monitor.scholen import register
from monitor.sections import units
from monitor.values.collation import by_name
from monitor.views.charts.ranking import ranked


ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "aan de Rijn",  # lower case is no letter of its own
    "Aarhof",
    "De Aa",  # at the d, as it is written
    "De Bilt",
    "de bilt",  # reads alike: always in one order
    "École Élan",
    "Elan",
    "Ĳlst",  # a letter that is two
    "IJsselmonde",
    "Østerhof",
    "'s-Gravenhage",  # the sign before it is no letter
    "’s-Gravenzande",  # whichever sign it is
    "Sgraven",
    "'t Atrium",
    "Übach",
    "Ubbergen",
    "Zuid-Oost",
    "Zuidoost",
]
"""Every kind of name that was seen in another place on another page (row C of faults.md)."""


@pytest.mark.parametrize("seed", range(5))
def test_names_stand_where_a_reader_looks(seed: int) -> None:
    mixed = Random(seed).sample(NAMES, len(NAMES))

    assert sorted(mixed, key=by_name) == NAMES


@pytest.fixture
def named(given: Given) -> Given:
    """Every name as that of a school, a gemeente, a subregio, a wijk and a bestuur at once."""
    mixed = Random(7).sample(NAMES, len(NAMES))
    given.add("vestigingen", [
        {"vestiging": f"{n:02}AA00", "naam": naam, "postcode": f"{1000 + n}", "swv": "VO0101",
         "schooltype": "vo", "bestuursnummer": f"{10000 + n}", "bestuur": naam}
        for n, naam in enumerate(mixed, 1)
    ])  # fmt: skip
    return given.add("regio_indeling", [
        {"postcode4": f"{1000 + n}", "swv": "VO0101", "gemeentecode": f"GM{n:04}",
         "gemeentenaam": naam, "subregio": naam, "wijk": naam}
        for n, naam in enumerate(mixed, 1)
    ])  # fmt: skip


def test_every_list_of_names_has_the_same_order(named: Given) -> None:
    store = named.store
    whole = Region("vo", "VO0101", "SWV", "swv", "VO0101", "SWV")
    every = register.schools(store)
    besturen = scholen._names(every, lambda one: (one.bestuursnummer, one.bestuur))
    beheer = Subject(store, Viewer(Role.BEHEERDER, EVERY), book=None, folder=ROOT)  # type: ignore[arg-type]
    lists = {
        "scholen": [one.naam for one in every],
        "besturen": list(besturen.values()),
        "besturen van beheer": list(beheer.besturen_of(["VO0101"]).values()),
        **{per: list(units.units(store, whole, per).values())
           for per in ("gemeente", "subregio", "wijk")},
    }  # fmt: skip

    assert lists == dict.fromkeys(lists, NAMES)


def test_equals_in_a_ranking_stand_by_name() -> None:
    mixed = Random(3).sample(NAMES, len(NAMES))
    alike = [make_figure(3.0, code=f"GM{n:04}", naam=naam) for n, naam in enumerate(mixed)]
    hidden = [f._replace(is_hidden=True, code=f"{f.code}h") for f in alike]

    assert [figure.naam for figure in ranked([*hidden, *alike])] == [*NAMES, *NAMES]


def test_two_schools_of_one_name_stand_by_code() -> None:
    alike = [make_figure(3.0, code=code, naam="Aarhof") for code in ("02AA00", "01AA00")]

    assert [one.code for one in ranked(alike)] == ["01AA00", "02AA00"]


def test_the_order_is_total() -> None:
    keys = sorted(map(by_name, NAMES))

    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize("folder", ["monitor", "queries"])
def test_no_database_orders_names(folder: str) -> None:
    """Its order is another than Python's, and another one elsewhere."""
    ordering = re.compile(r"order by\s+(?:\w+\.)?(?:naam|gemeentenaam|bestuur|plaatsnaam)\b(?!\.)")
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in sorted([*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.sql")])
        for match in ordering.finditer(file.read_text("utf-8"))
    ]

    assert found == []
