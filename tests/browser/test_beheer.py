"""Beheer in a real browser: from an invitation to an account that is put off."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import people
from playwright.sync_api import Page, expect
from web.sign_in.provider import Provider

from monitor.access import Role

from .readers import OF_COLOUR, Reader, faults


Closed = tuple[str, Provider]
Settled = Callable[[Page], Page]


def test_who_is_invited_comes_in_and_is_out_as_soon_as_the_account_is_put_off(
    page: Page,
    open_browser_page: Callable[..., Page],
    closed_server: Closed,
    closed_folder: Path,
    sign_in: Callable[..., str],
    settled: Settled,
) -> None:
    address, _ = closed_server
    sign_in(page, address, closed_folder, "chef@swv.nl", Role.BEHEERDER)
    page.goto(f"{address}/beheer?onderdeel=uitnodigingen")
    settled(page)
    page.get_by_label("E-mailadres").fill("nina@school.nl")
    page.get_by_label("Naam", exact=True).fill("Nina de Vries")
    page.get_by_role("combobox", name="Vestigingen van deze school").fill("99AA00")
    page.get_by_role("option", name="(99AA00)").click()
    page.keyboard.press("Escape")
    settled(page)
    page.get_by_role("button", name="Maak een uitnodiging").click()
    link = page.locator("code").filter(has_text="/uitnodiging/").inner_text()
    assert link.startswith(f"{address}/uitnodiging/")

    other = open_browser_page()
    other.goto(link)
    other.get_by_label("Nieuw wachtwoord").fill(people.PASSWORD)
    other.get_by_label("Nog een keer").fill(people.PASSWORD)
    other.get_by_role("button", name="Bewaar mijn wachtwoord").click()
    settled(other)
    expect(other.get_by_text("Aangemeld als Nina de Vries (school)")).to_be_visible()
    expect(other.get_by_role("link", name="Beheer")).to_have_count(0)

    page.get_by_role("button", name="Ik heb de link").click()
    expect(page.locator("code").filter(has_text="/uitnodiging/")).to_have_count(0)
    page.get_by_role("radio", name="Accounts").click()
    page.get_by_label("Zoek op naam, adres of school").fill("nina")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("^Laatst gezien"))).to_have_count(1)
    settled(page)
    page.get_by_role("button", name="Bekijk").click()
    settled(page)
    page.get_by_role("button", name="Zet dit account uit").click()
    page.get_by_role("button", name="Ja, zet uit").click()
    expect(page.get_by_text("Het account van Nina de Vries staat uit.")).to_be_visible()

    other.get_by_role("link", name="Aanbod").first.click()
    expect(other.get_by_role("heading", level=1)).to_have_text("U bent afgemeld")


def test_a_number_beyond_its_bounds_says_what_it_may_be(
    page: Page,
    closed_server: Closed,
    closed_folder: Path,
    sign_in: Callable[..., str],
    settled: Settled,
) -> None:
    """screens.md 4.5: the field went red, the button did nothing, and nothing said why."""
    address, _ = closed_server
    before = (closed_folder / "instellingen.toml").read_bytes()
    sign_in(page, address, closed_folder, "chef@swv.nl", Role.BEHEERDER)
    page.goto(f"{address}/beheer?onderdeel=instellingen")
    settled(page)
    field = page.get_by_role("spinbutton", name="Grens voor kleine aantallen")
    box = page.get_by_test_id("stNumberInput").filter(has=field)
    for typed, words in (("3", "Kies 5 of hoger."), ("25", "Kies 20 of lager.")):
        field.fill(typed)
        page.keyboard.press("Tab")

        expect(box).to_have_attribute("data-melding", words)
        shown = box.evaluate("e => getComputedStyle(e, '::after').content")
        assert words in shown
        expect(field).to_have_accessible_description("Fout: Kies een getal van 5 tot en met 20.")

    page.get_by_role("button", name="Bewaar de instellingen").click()
    expect(field).to_be_focused()
    assert (closed_folder / "instellingen.toml").read_bytes() == before

    field.fill("12")
    page.keyboard.press("Tab")
    expect(box).not_to_have_attribute("data-melding", re.compile("."))


@pytest.mark.parametrize("part", ["accounts", "uitnodigingen", "logboek"])
def test_a_phone_shows_it_within_its_width_and_everybody_can_read_it(
    reader: Reader, part: str
) -> None:
    reader.open(f"beheer?rol=beheerder&onderdeel={part}")
    reader.takes_his_phone()

    assert reader.sees_all()
    assert faults(reader.page, "[data-testid=stMain]") == []
    # What is chosen in a list stands in the colour of the theme, which is light by night.
    reader.turns_off_the_light()
    assert reader.faults(OF_COLOUR) == []
