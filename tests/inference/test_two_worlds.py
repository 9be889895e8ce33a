"""Two worlds that are published the same look the same: the door, every page of every protected role,
at every address, and every file that can be taken along.

What differs beside equal classes would tell which of the two is true.
"""

from collections.abc import Iterator

import pytest

from inference import few
from inference.few import FOUR, ONE
from inference.wire import Sent, sent
from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.catalogue import catalogue
from monitor.figures.door import contributions, figures, spreads
from monitor.pages import PAGES
from monitor.store.store import Store
from tests.roles.audiences import AUDIENCES, PROTECTED, SWV


Two = tuple[Store, Store]
ADDRESSES = [
    ("overzicht", {"regio": "subregio:VO9901:Oost"}),
    ("overzicht", {"regio": "gemeente:GM9904"}),
    *(("thuiszitters", {"onderdeel": one}) for one in ("nu", "verloop", "duur", "definities")),
    ("thuiszitters", {"definitie": "ABS", "maand": "2024-08-31"}),
    *(("thuiszitters", {"regio": one}) for one in ("gemeente:GM9904", "gemeente:GM9901")),
    *(("thuiszitters", {"per": one}) for one in ("wijk", "gemeente", "vestiging", "bestuur")),
    *(("verwijzingen", {"onderdeel": one})
      for one in ("stroom", "herkomst", "doorlooptijd", "stand")),
    *(("verwijzingen", {"onderdeel": "herkomst", "per": one})
      for one in ("wijk", "gemeente", "vestiging")),
    ("verwijzingen", {"regio": "gemeente:GM9904"}),
    ("dekking", {"regio": "gemeente:GM9904"}),
    ("dekking", {"per": "wijk"}),
    ("aanbod", {"vraag": "angst", "postcode": "9901"}),
    ("aanbod", {"arrangement": "ARR-0001"}),
    ("deelname", {"regio": "gemeente:GM9904"}),
    *(("school", {"school": one}) for one in ("99AA00", "99BA00", "99VA00")),
]  # fmt: skip
OPENED = [(page.name, {}) for page in PAGES] + ADDRESSES
WITHIN = ["gemeente:GM9904", "subregio:VO9901:Oost"]


@pytest.fixture(scope="module")
def two(sample_folder: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """One pupil of each kind, and four of each, elsewhere."""
    folder = tmp_path_factory.mktemp("tweemaal")
    stores = [
        few.store_of(sample_folder, folder / name, pupils)  # type: ignore[arg-type]
        for name, pupils in (("een", ONE), ("vier", FOUR))
    ]
    yield stores[0], stores[1]
    for store in stores:
        store.close()


def asked(store: Store, viewer: Viewer) -> Iterator[tuple[object, ...]]:
    """Every answer of the door: each indicator, level, uitsplitsing and some regions."""
    within = [None, *(tuple(one.split(":", 1)) for one in WITHIN)]
    for indicator in catalogue().values():
        if indicator.sector != "vo" or viewer.role not in indicator.audience:
            continue
        for per in indicator.levels:
            for breakdown in ("", *indicator.breakdown):
                for region in within if not breakdown and per != "land" else [None]:
                    try:
                        found = figures(
                            store, viewer, indicator, per, breakdown=breakdown, within=region  # type: ignore[arg-type]
                        )  # fmt: skip
                    except MonitorError as error:
                        yield indicator.name, per, breakdown, region, str(error)
                        continue
                    for one in found:
                        yield (indicator.name, per, breakdown, region, *one)
            if indicator.kind == "duur":
                try:
                    yield (indicator.name, per, *spreads(store, viewer, indicator, per))
                except MonitorError as error:
                    yield indicator.name, per, str(error)
        if "vestiging" in indicator.levels:
            try:
                added = contributions(store, viewer, indicator, "2024-2025", ("swv", "VO9901"))
            except MonitorError as error:
                added = [str(error)]  # type: ignore[list-item]
            yield (indicator.name, *added)


@pytest.mark.parametrize("role", PROTECTED)
def test_the_door_says_the_same_of_both(two: Two, role: str) -> None:
    one, four = (list(asked(store, AUDIENCES[role])) for store in two)

    assert len(one) > 400, "hardly anything was asked"  # a school sees least
    # Row by row, so that a failure names the first.
    for a, b in zip(one, four, strict=False):
        assert a == b
    assert len(one) == len(four)


@pytest.mark.parametrize("role", PROTECTED)
def test_every_page_of_both_is_the_same(two: Two, role: str) -> None:
    viewer, opened = AUDIENCES[role], 0
    for name, query in OPENED:
        page = next(one for one in PAGES if one.name == name)
        if viewer.role not in page.roles:
            continue
        opened += 1
        one, four = (sent(page.module or name, store, viewer, **query) for store in two)
        assert first_difference(one, four) == "", (role, name, query)
    assert opened > 4


def first_difference(one: Sent, other: Sent) -> str:
    """Where two pages are not the same, with what stands before it; "" when they are."""
    for (what, a), (_, b) in zip(one, other, strict=False):
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
            return f"{what}: …{a[max(0, at - 200) : at + 80]}\n<>\n…{b[max(0, at - 40) : at + 80]}"
    return "" if len(one) == len(other) else f"{len(one)} and {len(other)} elements"


def test_who_sees_exact_figures_sees_two_worlds(two: Two) -> None:
    # Else nothing was compared.
    for name in ("overzicht", "thuiszitters", "dekking", "aanbod"):
        one, four = (sent(name, store, AUDIENCES["directeur"]) for store in two)
        assert first_difference(one, four), name
    stand = catalogue()["thuiszitters_thuis_ocw"]
    assert [
        figures(store, AUDIENCES["directeur"], stand, "swv", period="2024-10-31")[0].teller
        for store in two
    ] == [1, 4]
    assert AUDIENCES["directeur"].swv == SWV
