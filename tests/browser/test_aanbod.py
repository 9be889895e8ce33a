"""Aanbod in a real browser: a school looks for a place near a pupil, and back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .readers import Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]
WITH_A_PLACE = re.compile("voor wie op 9911 woont.* met plek.*het dichtst bij 9911 eerst")


def test_a_school_finds_a_place_near_a_postcode_and_comes_back(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "aanbod?rol=school")
    page.get_by_label("Dichtbij postcode").fill("9911")
    page.keyboard.press("Enter")
    expect(page.get_by_text("het dichtst bij 9911 eerst").first).to_be_visible()
    settled(page)
    page.get_by_text("Alleen met plek").click()
    expect(page.get_by_text(WITH_A_PLACE).first).to_be_visible()
    settled(page)
    assert "postcode=9911" in page.url
    assert "plek=vrij" in page.url

    page.locator(".st-key-aanbodlijst a").filter(has_text="er is plek").first.click()
    expect(page.get_by_text("Terug naar al het aanbod")).to_be_visible()
    settled(page)
    assert "arrangement=ARR-" in page.url
    expect(page.get_by_text("hemelsbreed").first).to_be_visible()

    page.get_by_text("Terug naar al het aanbod").click()
    expect(page.get_by_role("heading", level=1, name="Aanbod")).to_be_visible()
    settled(page)
    expect(page.get_by_text(WITH_A_PLACE).first).to_be_visible()


def test_the_school_of_an_arrangement_is_one_click_away(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "aanbod?rol=school&woorden=opstapgroep+wilgenrede")

    # It is the school's own: that stands apart, and open where nothing else was found.
    page.locator(".st-key-aanbodlijst_eigen a").filter(
        has_text="Wilgenrede College, Oeverwaard"
    ).click()

    expect(page.get_by_role("heading", level=1, name="Wilgenrede College")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    ["aanbod?postcode=9911", "aanbod?rol=school&postcode=9911", "aanbod?onderdeel=overzicht",
     "aanbod?onderdeel=jaren", "aanbod?arrangement=ARR-0001",
     "aanbod?rol=school&arrangement=ARR-0900"],
)  # fmt: skip
def test_nothing_stands_in_the_way_of_a_reader(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.faults() == []
    assert reader.sees_all()

    reader.takes_his_phone()
    reader.turns_off_the_light()
    assert reader.faults() == []
    assert reader.sees_all()
