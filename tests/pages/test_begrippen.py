"""Begrippen: every indicator and term, found by searching or by a link."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.compare.attention import RULES
from monitor.figures.catalogue import catalogue, in_use, of_definition
from monitor.pages.begrippen.bestanden import _columns
from monitor.resources import BEGRIPPEN
from monitor.sources import sources
from monitor.store.checks import checks
from monitor.store.definitions import definitions
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.views.words.glossary import matches, term_named, terms


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def cells(at: AppTest) -> str:
    """What stands in tables, without the marks of Markdown."""
    found = [str(cell) for table in at.table for cell in table.value.to_numpy().ravel()]
    return "\n".join(found).replace("\\", "")


# Of what is one per definition: that of the SWV, and every definition of one of them.
ONE_BY_ONE = dict.fromkeys(
    [one.name for one in in_use(Settings())]
    + [of_definition("thuiszitters", code, "vo").name for code in definitions()]
)


@pytest.mark.parametrize("name", ONE_BY_ONE)
def test_a_link_to_an_indicator_opens_right_there(
    page: Page, words: Words, sample_store: Store, name: str
) -> None:
    at = page("begrippen", sample_store, indicator=name)
    indicator = catalogue()[name]

    assert at.header[0].value == indicator.title
    assert indicator.definition.split(".")[0] in words(at)
    assert name in cells(at)


def test_an_indicator_says_where_to_get_what_it_needs(
    page: Page, words: Words, empty_store: Store
) -> None:
    at = page("begrippen", empty_store, indicator="vsv")

    assert "nog geen: lever de bestanden hieronder" in cells(at)
    assert sources()["vsv"].title in words(at)


@pytest.mark.parametrize("asked", ["tlv", "TLV", "toelaatbaarheidsverklaring-tlv", "Thuiszitter"])
def test_a_link_to_a_term_opens_right_there(page: Page, sample_store: Store, asked: str) -> None:
    at = page("begrippen", sample_store, begrip=asked)

    assert at.header[0].value.lower().startswith(("toelaat", "thuiszitter"))


def test_a_stranger_in_the_link_is_said(page: Page, words: Words, sample_store: Store) -> None:
    assert "‘appeltaart’ staat niet in deze lijst." in words(
        page("begrippen", sample_store, begrip="appeltaart")
    )


def test_searching_finds_figures_and_words(page: Page, words: Words, sample_store: Store) -> None:
    text = words(page("begrippen", sample_store, zoekterm="Vavo"))

    assert "gevonden bij ‘Vavo’." in text
    assert "Voortgezet algemeen volwassenenonderwijs." in text


def test_the_rules_are_written_out(page: Page, words: Words, sample_store: Store) -> None:
    at = page("begrippen", sample_store, onderdeel="regels")

    assert "Wat toeval kan zijn" in words(at)
    for rule in RULES:
        assert rule.text in words(at)
    for check in checks().values():
        assert check.title in cells(at)
        assert check.advice in cells(at)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", ["cijfers", "woorden", "regels", "bestanden"])
def test_every_part_stands_for_every_role_on_an_empty_store(
    page: Page, empty_store: Store, role: Role, part: str
) -> None:
    at = page("begrippen", empty_store, Viewer(role, EVERY), onderdeel=part)

    assert at.title[0].value == "Begrippen"


@pytest.mark.parametrize("name", sources())
def test_every_kind_of_file_says_its_columns(name: str) -> None:
    rows = _columns(sources()[name])

    assert rows
    assert all(row["Kolom"] and row["Wat er in de cellen staat"] for row in rows)


def test_the_glossary_is_in_order_and_complete() -> None:
    found = terms()
    names = [term.name.lower() for term in found]

    assert len(found) >= 40
    assert names == sorted(names)
    assert len({term.address for term in found}) == len(found)
    assert all(term.text.endswith(".") for term in found)
    assert BEGRIPPEN.is_file()


def test_words_are_searched_without_accents() -> None:
    assert matches("cooperatie ONDERWIJS", "Coöperatie voor onderwijs")
    assert not matches("vwo", "havo")
    assert term_named("") is None
    assert term_named("opdc") is not None
