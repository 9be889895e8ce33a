"""Dekking in a real browser: open, choose a cell, read why; for every reader and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .readers import OF_COLOUR, Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]
SECTIONS = (
    "",
    "?cel=angst%7CVO9901:Oost",
    "?onderdeel=kaart",
    "?onderdeel=waarom",
    "?onderdeel=papier",
    "?onderdeel=verloop",
    "?onderdeel=normen",
    "?rol=consultant",
)


def test_a_directeur_opens_chooses_a_cell_and_reads_why(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "dekking?schooljaar=2025-2026")
    expect(
        page.get_by_text("Van 840 leerlingen met een ondersteuningsvraag vinden er")
    ).to_be_visible()

    page.locator(".dekkingsmatrix").get_by_role("link", name="tekort 68").click()

    expect(page.get_by_role("heading", name="Angst in Oost")).to_be_visible()
    settled(page)
    assert "cel=angst%7CVO9901%3AOost" in page.url
    expect(page.get_by_text("blijven er 68 zonder passende plek")).to_be_visible()
    expect(page.get_by_text("te ver").first).to_be_visible()
    # The way there is a way back.
    page.go_back()
    expect(page.get_by_role("heading", name="Angst in Oost")).to_have_count(0)
    expect(page.get_by_text("Klik hierboven op een vakje")).to_be_visible()


def test_a_sentence_about_a_cell_brings_to_that_cell(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    """It stands under the table, a screen away from where the page begins."""
    visit(page, server, "overzicht?rol=directeur")
    page.locator('a[href*="cel=angst"]').first.click()
    expect(page.get_by_role("heading", name="Angst in Oost")).to_be_in_viewport(timeout=60_000)

    # And back to where one was.
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="SWV Rivierenstreek")).to_be_visible()


def test_a_consultant_who_clicks_stays_a_consultant(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "dekking?rol=consultant")

    expect(page.get_by_role("heading", name="Per vraag")).to_be_visible()
    settled(page)
    expect(page.locator(".dekkingsmatrix")).to_have_count(0)
    page.get_by_text("Plan en praktijk").click()

    expect(page.get_by_role("heading", name="Plan en praktijk")).to_be_visible()
    settled(page)
    assert "rol=consultant" in page.url
    expect(page.get_by_text("Aantallen leerlingen staan hier in klassen van vijf")).to_be_visible()


def test_an_exception_changes_the_figures_and_its_end_restores_them(
    own_server: str, page: Page, visit: Visit, settled: Settled
) -> None:
    visit(page, own_server, "dekking?onderdeel=normen")
    page.get_by_text("Voeg een uitzondering toe").click()
    expect(page.get_by_text("669 in plaats van 638")).to_be_visible()

    page.get_by_role("textbox", name="Waarom").fill("er rijdt een bus")
    page.get_by_role("textbox", name="Waarom").press("Enter")
    settled(page)
    page.get_by_role("button", name="Leg deze uitzondering vast").click()

    expect(page.get_by_text("De cijfers zijn opnieuw berekend.")).to_be_visible()
    settled(page)
    # In the answer, and beside the exception that it comes from.
    expect(
        page.get_by_text("Van 840 leerlingen met een ondersteuningsvraag vinden er 669")
    ).to_be_visible()
    expect(page.get_by_text("31 leerlingen meer een plek: 669 in plaats van 638")).to_be_visible()
    page.get_by_role("button", name="Trek deze uitzondering in").click()
    expect(page.get_by_text("De uitzondering is ingetrokken.")).to_be_visible()
    settled(page)
    expect(
        page.get_by_text("Van 840 leerlingen met een ondersteuningsvraag vinden er 638")
    ).to_be_visible()


@pytest.mark.parametrize("path", SECTIONS)
def test_nothing_stands_in_the_way_of_a_reader_and_a_phone_cuts_nothing_off(
    path: str, reader: Reader
) -> None:
    reader.open(f"dekking{path}")
    assert reader.faults() == []
    if path.startswith("?cel"):
        reader.turns_off_the_light()
        assert reader.faults(OF_COLOUR) == []

    reader.takes_his_phone()
    assert reader.sees_all()
    assert reader.page.evaluate(
        "() => [...document.querySelectorAll('.dekkingsmatrix')]"
        ".every(matrix => matrix.scrollWidth <= matrix.clientWidth)"
    )
