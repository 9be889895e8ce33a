"""Beheer in a real browser: from an invitation to an account that is put off."""

import re
from collections.abc import Callable
from pathlib import Path

import people
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sign_in.provider import Provider

from monitor.access import Role


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
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
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
    page.get_by_role("button", name="Bekijk").click()
    page.get_by_role("button", name="Zet dit account uit").click()
    page.get_by_role("button", name="Ja, zet uit").click()
    expect(page.get_by_text("Het account van Nina de Vries staat uit.")).to_be_visible()

    other.get_by_role("link", name="Aanbod").first.click()
    expect(other.get_by_role("heading", level=1)).to_have_text("U bent afgemeld")


@pytest.mark.parametrize("part", ["accounts", "uitnodigingen", "logboek"])
def test_a_phone_shows_it_within_its_width_and_everybody_can_read_it(
    narrow_page: Page, server: str, settled: Settled, part: str
) -> None:
    narrow_page.goto(f"{server}/beheer?rol=beheerder&onderdeel={part}")
    settled(narrow_page)

    assert narrow_page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(narrow_page, context="[data-testid=stMain]")
    assert [one["id"] for one in found.response["violations"]] == []
