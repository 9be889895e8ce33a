"""What somebody who may not see small counts reads: classes, said once, and no empty places."""

import re
from collections.abc import Callable, Iterator

import pytest
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.figures.door import catalogue
from monitor.pages import PAGES, pages_for
from monitor.sections import what_a_role_sees
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
SWV = frozenset({"VO9901"})
# The bestuur of the sample with most schools, and two of them.
BESTUUR = Viewer(Role.BESTUUR, SWV, frozenset({"99AC00", "99AE00"}), frozenset({"99104"}))
WHO = {
    "consultant": Viewer(Role.CONSULTANT, SWV),
    "gemeente": Viewer(Role.GEMEENTE, SWV),
    "bestuur": BESTUUR,
}
ASKED = [
    ("overzicht", {}),
    ("overzicht", {"regio": "subregio:VO9901:Oost"}),
    *(("thuiszitters", {"onderdeel": one}) for one in ("nu", "verloop", "duur", "definities")),
    ("thuiszitters", {"definitie": "ABS", "maand": "2024-08-31"}),
    ("thuiszitters", {"regio": "gemeente:GM9904"}),
    *(("verwijzingen", {"onderdeel": one})
      for one in ("stroom", "herkomst", "doorlooptijd", "stand")),
    ("verwijzingen", {"regio": "subregio:VO9901:Oost"}),
]  # fmt: skip
SEEN = [
    *(("consultant", name, query) for name, query in ASKED),
    # The same pages, with less on them: each once (tests/roles opens them as they start).
    ("gemeente", "overzicht", {"regio": "subregio:VO9901:Oost"}),
    ("gemeente", "thuiszitters", {"regio": "gemeente:GM9904"}),
    ("gemeente", "thuiszitters", {"onderdeel": "verloop"}),
    ("gemeente", "verwijzingen", {"onderdeel": "herkomst"}),
    ("bestuur", "thuiszitters", {"onderdeel": "nu"}),
    ("bestuur", "verwijzingen", {"onderdeel": "stroom"}),
    ("bestuur", "verwijzingen", {"onderdeel": "herkomst"}),
]
EXACT = re.compile(r"[+\u2212]?[1-9]\d*( (of|tot) [1-4])?|[1-4]–[1-4]")
PUPILS = ("Aantal leerlingen", "Aantal", "Erbij", "Eraf", "Stand", "Leerlingen", "Tlv's", "Teller")
"""Columns that count pupils."""


def cells(at: AppTest) -> Iterator[tuple[str, str]]:
    """(title, text) of every cell of every table on the page, also of those that are folded."""
    opened(at, "Tabel")
    for table in [*at.table, *at.dataframe]:
        if "Oordeel" in table.value or ("Waarde (%)" in table.value and is_of_duo(at)):
            continue  # how many pupils a school has is public
        for column in table.value:
            yield from ((str(column), " ".join(str(one).split())) for one in table.value[column])


def is_of_duo(at: AppTest) -> bool:
    """Overzicht, whose table of shares is of vso-deelname: DUO publishes those counts per school."""
    return any(one.value.startswith("**Vso-deelname (locatie) loopt per") for one in at.markdown)


@pytest.mark.parametrize(("who", "name", "query"), SEEN)
def test_a_page_says_classes_once_and_shows_no_small_count(
    page: Page, words: Words, sample_store: Store, who: str, name: str, query: dict[str, str]
) -> None:
    at = page(name, sample_store, WHO[who], **query)

    text = words(at)
    assert text.count("Aantallen leerlingen staan hier in klassen van vijf") == 1
    # Ours is no fault of the source; and nobody is told that a class is all there is.
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert not [alt for alt in alts if "preciezer is de bron niet" in alt]
    if name != "overzicht":
        assert "de bron niet" not in text
    for title, cell in cells(at):
        if title in PUPILS:
            assert not EXACT.fullmatch(cell.replace(".", "")), (title, cell)


@pytest.mark.parametrize("name", ["thuiszitters", "verwijzingen"])
def test_who_sees_no_regions_cannot_choose_one(page: Page, sample_store: Store, name: str) -> None:
    at = page(name, sample_store, BESTUUR, regio="gemeente:GM9904", per="gemeente")

    labels = [box.label for box in at.selectbox]
    assert "Regio" not in labels
    per = next((list(box.options) for box in at.selectbox if box.label == "Per"), [])
    assert not {"Gemeente", "Subregio", "Wijk"} & set(per)
    assert not [cell for _, cell in cells(at) if cell.startswith("GM99")]


def test_a_gemeente_is_offered_no_schools(page: Page, sample_store: Store) -> None:
    at = page("verwijzingen", sample_store, WHO["gemeente"], per="vestiging")

    (per,) = [box for box in at.selectbox if box.label == "Per"]
    assert list(per.options) == ["Gemeente", "Subregio", "Wijk"]
    assert not [cell for _, cell in cells(at) if re.fullmatch(r"99[A-Z]{2}\d\d", cell)]


@pytest.mark.parametrize("role", [Role.DIRECTEUR, Role.BEHEERDER])
def test_who_sees_exact_figures_reads_nothing_of_classes(
    page: Page, words: Words, sample_store: Store, role: Role
) -> None:
    text = words(page("thuiszitters", sample_store, Viewer(role, SWV)))

    assert "klassen van vijf" not in text


def test_where_each_role_starts() -> None:
    starts = {role: pages_for(Viewer(role, SWV))[0].name for role in Role}

    assert starts == {
        Role.DIRECTEUR: "overzicht", Role.CONSULTANT: "overzicht", Role.BEHEERDER: "overzicht",
        Role.GEMEENTE: "overzicht", Role.BESTUUR: "ons_profiel", Role.SCHOOL: "ons_profiel",
    }  # fmt: skip
    assert not {Role.SCHOOL, Role.BESTUUR, Role.GEMEENTE} & {
        role for one in PAGES if one.name in ("dekking", "wat_als") for role in one.roles
    }


@pytest.mark.parametrize(
    ("role", "per", "breakdown", "is_seen"),
    [
        (Role.DIRECTEUR, "gemeente", "plan", True),
        (Role.CONSULTANT, "gemeente", "", True),
        (Role.CONSULTANT, "gemeente", "reden", False),  # who is in two tables at once
        (Role.CONSULTANT, "swv", "reden", True),
        (Role.GEMEENTE, "vestiging", "", False),  # schools are not for a gemeente
        (Role.BESTUUR, "gemeente", "", False),
        (Role.BESTUUR, "vestiging", "", True),  # its own
        (Role.CONSULTANT, "bestuur", "", False),
    ],
)
def test_what_is_offered_is_what_the_door_gives(
    sample_store: Store, role: Role, per: str, breakdown: str, is_seen: bool
) -> None:
    viewer = BESTUUR if role is Role.BESTUUR else Viewer(role, SWV)
    indicator = catalogue()["thuiszitters_thuis_ocw"]

    assert what_a_role_sees.is_seen(sample_store, viewer, indicator, per, breakdown) is is_seen
