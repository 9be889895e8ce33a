"""Wat als in a real browser: make a scenario, keep it, pass it on, compare, throw it away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .readers import Reader, faults


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]
SECTIONS = ("maken", "helpt", "naast")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).first.click()


def take_the_best(page: Page, settled: Settled) -> None:
    page.get_by_role("button", name="Neem op in dit scenario").first.click()
    settled(page)


def close_popover(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_label("Naam van het scenario")).to_be_hidden()


def keep_as(page: Page, settled: Settled, naam: str) -> None:
    page.get_by_role("button", name="Bewaren en delen").click()
    page.get_by_label("Naam van het scenario").fill(naam)
    page.get_by_role("button", name="Bewaar dit scenario").click()
    settled(page)
    expect(page.get_by_text(f"Bewaard als ‘{naam}’.")).to_be_visible()
    close_popover(page)


def test_a_scenario_from_making_it_to_throwing_it_away(
    own_server: str, open_browser_page: Callable[..., Page], visit: Visit, settled: Settled
) -> None:
    page = open_browser_page()
    visit(page, own_server, "wat_als?onderdeel=helpt")
    expect(page.get_by_text("vinden er nu 201 (van 1 onbekend)")).to_be_visible()

    take_the_best(page, settled)
    expect(page.get_by_text("het tekort daalt van 201 naar 193")).to_be_visible()
    keep_as(page, settled, "Het beste eerst")
    assert "scenario=" in page.url
    link = page.url

    # Somebody else opens the link, and sees the same.
    other = open_browser_page(390, 3000)
    other.goto(link)
    settled(other)
    expect(other.get_by_text("Het beste eerst", exact=True)).to_be_visible()
    expect(other.get_by_text("het tekort daalt van 201 naar 193")).to_be_visible()
    assert other.evaluate("() => document.documentElement.scrollWidth") <= 390

    # A second one, beside the first.
    take_the_best(page, settled)
    page.get_by_role("button", name="Bewaren en delen").click()
    page.get_by_label("Naam van het scenario").fill("Twee keer")
    page.get_by_role("button", name="Bewaar als nieuw scenario").click()
    settled(page)
    close_popover(page)
    page.get_by_role("radio", name="Naast elkaar").click()
    settled(page)
    for naam in ("Het beste eerst", "Twee keer"):
        page.get_by_role("combobox", name="Welke scenario's?").click()
        page.get_by_role("option", name=naam).click()
        page.keyboard.press("Escape")
        settled(page)
    expect(page.get_by_role("columnheader", name="Twee keer")).to_be_visible()
    expect(page.get_by_text("Twee keer helpt het meest")).to_be_visible()

    # Thrown away: who has the link is told so.
    page.get_by_role("button", name="Opnieuw of weg").click()
    page.get_by_role("button", name="Gooi dit scenario weg").click()
    settled(page)
    if not page.get_by_role("button", name="Ja, gooi het weg").is_visible():
        page.get_by_role("button", name="Opnieuw of weg").click()
    page.get_by_role("button", name="Ja, gooi het weg").click()
    settled(page)
    expect(page.get_by_text("‘Twee keer’ is weggegooid.")).to_be_visible()
    assert "scenario=" not in page.url


def test_a_form_adds_a_change_and_a_click_undoes_it(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "wat_als")
    page.get_by_role("radio", name="Sluit", exact=True).click()
    settled(page)

    choose(page, "Arrangement", "ARR-0001")
    settled(page)
    page.get_by_role("button", name="Sluit dit arrangement").click()
    settled(page)

    expect(page.get_by_text("Sluit ARR-0001, Opstapgroep Wilgenrede College").first).to_be_visible()
    expect(page.get_by_text("het tekort stijgt van 201 naar")).to_be_visible()
    page.get_by_role("button", name="Maak ongedaan").click()
    settled(page)
    expect(page.get_by_text("vinden er nu 201 (van 1 onbekend)")).to_be_visible()


def test_a_link_that_leads_nowhere_is_answered_kindly(
    page: Page, server: str, visit: Visit
) -> None:
    visit(page, server, "wat_als?scenario=bestaat-niet")

    expect(page.get_by_text("wijst naar een scenario dat er niet (meer) is")).to_be_visible()


def test_nothing_stands_in_the_way_of_a_reader_with_a_scenario(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "wat_als?onderdeel=helpt")
    take_the_best(page, settled)
    page.mouse.move(0, 0)  # what stands under it now may explain itself
    expect(page.get_by_role("tooltip")).to_have_count(0)
    assert faults(page) == []

    for section in ("Wijzigen en gevolgen", "Naast elkaar"):
        page.get_by_role("radio", name=section).click()
        settled(page)
        assert faults(page) == [], section


@pytest.mark.parametrize("section", SECTIONS)
def test_a_phone_cuts_nothing_off(reader: Reader, section: str) -> None:
    reader.open(f"wat_als?onderdeel={section}")
    reader.takes_his_phone()

    assert reader.sees_all()
