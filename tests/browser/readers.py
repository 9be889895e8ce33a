"""Whether anything stands in the way of a reader: what axe finds, and what a phone would cut off."""

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .tabs import GO, wait_until_settled


DESK = {"width": 1440, "height": 1600}
PHONE = {"width": 390, "height": 3000}
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours: between light and dark nothing else differs."""
RUN = """([context, options]) => axe.run(context ?? document, options).then(found =>
    found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 120))]))"""

STILL = "() => document.getAnimations().every(one => one.playState !== 'running')"
"""Nothing is on its way from one colour to another."""


def faults(
    page: Page, context: str | None = None, rules: tuple[str, ...] = ()
) -> list[tuple[str, list[str]]]:
    """What axe finds wrong on a page, or in a part of it: (the rule, the html of where)."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    return [(rule, where) for rule, where in page.evaluate(RUN, [context, options])]


class Reader:
    """Somebody who opens one page after another in one tab, by day or night, at a desk or not.

    Within the monitor he goes as by the Back button: what stands there is what an address opens,
    for half of the processor time.
    """

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self._server = server
        self._is_in = False

    def open(self, path: str) -> None:
        """A page by its path, at a desk and by day."""
        self.page.set_viewport_size(DESK)
        self.page.emulate_media(media="screen", color_scheme="light")
        address = f"{self._server}/{path}"
        if not self._is_in:
            self.page.goto(address)
            wait_until_settled(self.page, since=0)
            self._is_in = True
        elif address != self.page.url:
            assert self.page.evaluate(GO, f"/{path}"), "it asked for no page"
            wait_until_settled(self.page)

    def opens_what_is_folded(self) -> None:
        """The parts of a school, that are made when they are opened."""
        button = self.page.get_by_role("button", name="Klap alles uit")
        if button.count():
            button.click()
            expect(self.page.get_by_role("button", name="Klap alles in")).to_be_visible()
            wait_until_settled(self.page)

    def takes_his_phone(self) -> None:
        self.page.set_viewport_size(PHONE)
        wait_until_settled(self.page)
        assert self.page.evaluate("innerWidth") == PHONE["width"]

    def turns_off_the_light(self) -> None:
        self._light("dark")

    def turns_on_the_light(self) -> None:
        self._light("light")

    def _light(self, scheme: Literal["light", "dark"]) -> None:
        app = self.page.get_by_test_id("stApp")
        before = app.evaluate("e => getComputedStyle(e).backgroundColor")
        self.page.emulate_media(color_scheme=scheme)
        expect(app).not_to_have_css("background-color", before)
        wait_until_settled(self.page)
        self.page.wait_for_function(STILL)

    def faults(self, rules: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
        """What axe finds."""
        return faults(self.page, rules=rules)

    def sees_all(self) -> bool:
        """Nothing is wider than the screen: not the page, and not what scrolls in it."""
        return bool(
            self.page.evaluate(
                "() => { const main = document.querySelector('.stMain');"
                " return main.scrollWidth <= main.clientWidth"
                " && document.documentElement.scrollWidth <= innerWidth }"
            )
        )
