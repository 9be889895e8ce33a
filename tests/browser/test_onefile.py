"""The one file as somebody opens it: no request, no fault for who hears it, presented by keyboard."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from reports.made_sections import STAMP, a_section

from monitor.reports.onefile import to_html
from monitor.reports.report import Report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Six questions: more than four have a table of contents; one has two pictures."""
    one = a_section("Tolbeke")
    two = a_section("een naam " * 8, question="En waar niet?", drawn=one.drawn * 2)
    more = [a_section(question=f"Vraag {number}?") for number in range(4)]
    target = tmp_path / "rapport.html"
    target.write_text(to_html(Report("Rapport", "Van wie", (one, two, *more), STAMP)), "utf-8")
    return target


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 390, 320])
def test_it_is_read_and_presented_on_any_screen(browser: Browser, file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    try:
        page.goto(file.as_uri())
        for one in page.locator("summary").all():
            one.click()
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width

        page.get_by_role("button", name="Presenteer").click()
        expect(page.get_by_role("heading", name="Waar is het meer?", level=2)).to_be_focused()
        expect(page.get_by_role("status")).to_have_text("1 van 7")
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        expect(page.get_by_role("heading", name="En waar niet?")).to_be_focused()
        assert page.locator(".beeld:visible").count() == 1  # the second of its two
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.keyboard.press("End")
        expect(page.get_by_role("status")).to_have_text("7 van 7")
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Presenteer")).to_be_visible()
        assert page.locator(".beeld:visible").count() == 7
        assert asked == [file.as_uri()]
        assert said == []
    finally:
        page.close()
