"""Pages of Chromium as tests find them: nothing in them of the test before.

A tab goes on to the next test that looks at the same address, its cookies and what it stored thrown
away: a tab that read the scripts of Streamlit before opens a page for 1.5 s of processor time, a
new one for 3.5. It is as wide and as dark as the test asks. A test with an address of its own kind
has a tab of its own.
"""

import re
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page

from monitor.web.wire import STREAMLIT_FILES


# What goes over the wire is counted: `open` is how many runs of the script were asked for and not
# finished yet. Fields of Streamlit's messages: 11 asks for a run, 6 says that one finished.
COUNT = """() => {
    const wire = window.__wire = {open: 0, last: performance.now()}
    const varint = (bytes, at) => {
        let value = 0, shift = 0
        for (; ; at++, shift += 7) {
            value += (bytes[at] & 127) * 2 ** shift
            if (bytes[at] < 128) return [value, at + 1]
        }
    }
    const isFinished = bytes => {
        for (let at = 0; at < bytes.length;) {
            let tag, size
            [tag, at] = varint(bytes, at)
            if (tag >> 3 === 6) return true
            if (tag >> 3 > 3) return false
            if ((tag & 7) === 0) [, at] = varint(bytes, at)
            else { [size, at] = varint(bytes, at); at += size }
        }
        return false
    }
    const Socket = window.WebSocket
    window.WebSocket = class extends Socket {
        constructor(...given) {
            super(...given)
            this.addEventListener('message', event => {
                wire.last = performance.now()
                if (event.data instanceof ArrayBuffer && isFinished(new Uint8Array(event.data)))
                    wire.open = Math.max(0, wire.open - 1)
            })
        }
        send(data) {
            if (ArrayBuffer.isView(data) && data[0] >> 3 === 11) {
                wire.open += 1
                wire.last = performance.now()
            }
            super.send(data)
        }
    }
}"""
SETTLED = """since => {
    const wire = window.__wire
    if (wire.begun === undefined) wire.begun = performance.now()
    const quiet = performance.now() - Math.max(wire.last, since ? wire.begun : 0)
    const app = document.querySelector('[data-testid=stApp]')
    const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
    const is = app !== null
        && app.dataset.testScriptState === 'notRunning'
        // Two questions that one run answers leave one open: then nothing more is said for long.
        && (wire.open === 0 ? quiet > (since || 100) : quiet > 2000)
        && document.querySelector('h1') !== null
        && document.querySelector('[data-stale=true]') === null
        && document.querySelector('[data-testid=stSkeleton]') === null
        && charts.every(chart => chart.querySelector('.main-svg') !== null)
    if (is) { wire.open = 0; delete wire.begun }
    return is
}"""
"""Whether a page is done: nothing is on its way, nothing is stale, every chart is drawn.
`since`: milliseconds in which a click, or what waits for more of them, asks for a run."""
CLICK = 250
PATIENCE = 300_000
"""Milliseconds that a page may take: it tells what is wrong, not how busy a machine is."""


GO = """path => {
    const before = window.__wire.open
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate', {state: {}}))
    return window.__wire.open > before
}"""
"""To another address of the same app, as the Forward button does; whether a run was asked for."""


def wait_until_settled(page: Page, since: int = CLICK) -> Page:
    """After a click; `since` = 0 right after an address was opened."""
    page.wait_for_function(SETTLED, arg=since, timeout=PATIENCE, polling=40)
    return page


def _a_style() -> str:
    [*_, found] = sorted((STREAMLIT_FILES / "static").rglob("*.css"))
    return f"/{found.relative_to(STREAMLIT_FILES).as_posix()}"


RESTS = _a_style()
"""Where a tab waits for its next test. Not at what is closed with `sandbox`, as all that is no page
and no file of Streamlit's: that is of another origin for Chromium, which then opens the next page in
a new process, that has to read every script anew (3.4 s of processor time instead of 1.5)."""


class Tabs:
    """Makes pages and keeps those that can be used again."""

    def __init__(self, browser: Browser) -> None:
        self.errors: list[str] = []
        """What a browser said in its console of what went wrong, in this test."""
        self._browser = browser
        self._kept: dict[str, list[Page]] = {}
        self._in_use: list[tuple[str, Page]] = []

    def open(self, width: int, height: int, *, dark: bool = False, at: str = "") -> Page:
        """A page; `at`: which server it looks at, "" = one that no other test looks at."""
        page = self.take(at)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="screen", color_scheme="dark" if dark else "light")
        self._in_use.append((at, page))
        return page

    def take(self, at: str) -> Page:
        """A page for longer than a test; who takes it gives it back."""
        kept = self._kept.get(at)
        return kept.pop() if kept else self._new()

    def _new(self) -> Page:
        page = new_page(self._browser)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def _note(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        # On a page's own address Streamlit first looks for its server below that page.
        is_probe = "404" in message.text and re.search(r"/\w+/_stcore/(health|host-config)$", where)
        # A style that a tab rests at (RESTS) has no icon; pages name theirs.
        is_icon = where.endswith("/favicon.ico")
        if message.type == "error" and not is_probe and not is_icon:
            self.errors.append(f"{message.text} ({where})")

    def end_of_test(self) -> None:
        for at, page in self._in_use:
            self.give_back(at, page)
        self._in_use.clear()

    def give_back(self, at: str, page: Page) -> None:
        """Keeps a page for a next test, at an address where it asks its server nothing; or closes
        it, when no other test looks at that server."""
        if not at:
            page.context.close()
            return
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.unroute_all()
        if page.url.startswith(
            "http"
        ):  # a page that opened nothing has nothing, and may ask nothing
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            page.goto(page.evaluate("location.origin") + RESTS)
        page.context.clear_cookies()
        self._kept.setdefault(at, []).append(page)

    def close(self) -> None:
        for pages in self._kept.values():
            for page in pages:
                page.context.close()


def new_page(browser: Browser, **options: Any) -> Page:
    """A page in a context of its own, of somebody in the Netherlands who wants no movement: to draw
    what spins and fades cost a quarter of the processor time of opening a page."""
    context = browser.new_context(
        locale="nl-NL", timezone_id="Europe/Amsterdam", accept_downloads=True,
        reduced_motion="reduce", **options,
    )  # fmt: skip
    context.add_init_script(f"({COUNT})()")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    return page
