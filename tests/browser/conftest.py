"""The monitor in a real browser: a server on the sample data, and pages that fail on an error.

server       an address that all tests of this run share: look, change nothing
own_server   an address with a data folder of its own, for who delivers or takes back
empty_server the same, with nothing in it; it is no demonstration
closed_server the sample data, not as a demonstration; sign in with `sign_in`
page         a page of Chromium, 1440 wide; `narrow_page` is a phone of 390
reader       a page of `server` that stays open over the tests, and goes from page to page in it
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import people
from playwright.sync_api import Browser, Page, expect, sync_playwright
from web.sign_in import provider
from web.sign_in.provider import Provider

from monitor.access import accounts
from monitor.figures.disclosure.protecting import prepare
from monitor.store.journal import journal
from monitor.store.store import Store

from . import chromium
from .readers import Reader
from .servers import Nursery, free_port, lasting_port
from .tabs import PATIENCE, Tabs, wait_until_settled


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder opens a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it the tests skip, and in CI they fail."""
    path = chromium.find()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(chromium.ADVICE)
        pytest.skip(chromium.ADVICE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def made_folder(sample_folder: Path) -> Path:
    """The demonstration as it was made, with its people; copy it before you change anything."""
    return sample_folder.with_name("voorbeeld onaangeroerd")


@pytest.fixture(scope="session")
def nursery(sample: Store, sample_folder: Path) -> Iterator[Nursery]:
    """Where quick servers come from. What is released of the sample is made before they start: a
    page would wait for it as long as this machine is busy."""
    assert sample.settings.swv
    prepare(sample, sample.settings.swv)
    found = Nursery(sample_folder, sample_folder.with_name("vrijgaven"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def server(
    made_folder: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the monitor on the sample data, for tests that only look."""
    notes = tmp_path_factory.mktemp("server")
    folder = shutil.copytree(made_folder, notes / "gegevens")
    with nursery.serving(folder, notes) as address:
        yield address


@pytest.fixture
def own_folder(made_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample data that this test may change."""
    return Path(shutil.copytree(made_folder, tmp_path / "gegevens"))


@pytest.fixture(scope="session")
def own_port() -> int:
    """Where servers of one test alone stand, one after another: a browser knows the scripts of an
    address that it saw before."""
    return lasting_port()


@pytest.fixture
def own_server(own_folder: Path, nursery: Nursery, tmp_path: Path, own_port: int) -> Iterator[str]:
    """The address of the monitor on this test's own copy of the sample data."""
    with nursery.serving(own_folder, tmp_path, own_port) as address:
        yield address


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    """A data folder in which nothing was delivered yet."""
    folder = tmp_path / "leeg"
    folder.mkdir()
    return folder


@pytest.fixture
def empty_server(
    empty_folder: Path, nursery: Nursery, tmp_path: Path, own_port: int
) -> Iterator[str]:
    """The address of the monitor on a folder in which nothing was delivered yet."""
    with nursery.serving(empty_folder, tmp_path, own_port) as address:
        yield address


@pytest.fixture(scope="session")
def closed_folder(made_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample data in a monitor that is no demonstration: nothing without signing in."""
    folder = tmp_path_factory.mktemp("dicht") / "gegevens"
    shutil.copytree(made_folder, folder)
    settings = folder / "instellingen.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("demo = true", "demo = false"), "utf-8")
    return folder


@pytest.fixture(scope="session")
def closed_server(
    closed_folder: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Provider]]:
    """(the address of the monitor on `closed_folder`, the provider where people sign in too)."""
    port = free_port()
    address = f"http://localhost:{port}"
    with provider.running() as elsewhere:
        provider.secrets_file(closed_folder, elsewhere.address, address)
        with nursery.serving(closed_folder, tmp_path_factory.mktemp("dichte server"), port):
            yield address, elsewhere


@pytest.fixture
def sign_in() -> Callable[..., str]:
    """`sign_in(page, address, folder, email, role, …)`: an account, and the browser has its
    cookie; the token. Whoever has an account keeps it as it is."""

    def come_in(
        page: Page, address: str, folder: Path, email: str, *more: Any, **rights: Any
    ) -> str:
        known = accounts.by_email(journal(folder), email)
        token = people.signed_in(folder, known or people.account(folder, email, *more, **rights))
        page.context.add_cookies([{"name": "dekkend", "value": token, "url": address}])
        return token

    return come_in


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """The pages of all tests."""
    found = Tabs(browser)
    yield found
    found.close()


SERVERS = {"server": "server", "closed_server": "closed", "own_server": "own",
           "empty_server": "own", "behind_nginx": ""}  # fmt: skip
"""For each server which tabs look at it. Those of a test alone stand at one address, in turn."""


@pytest.fixture
def open_browser_page(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Makes pages (width, dark); an error in a page's console fails the test at its end."""
    seen = [name for name in SERVERS if name in request.fixturenames]
    # A server of the test's own stops after the pages that look at it, whoever was named first.
    for name in seen:
        request.getfixturevalue(name)
    at = SERVERS[seen[0]] if len(seen) == 1 else ""
    tabs.errors.clear()

    def make(width: int = 1440, height: int = 1600, *, dark: bool = False) -> Page:
        return tabs.open(width, height, dark=dark, at=at)

    yield make
    tabs.end_of_test()
    assert not tabs.errors, f"errors in the browser's console: {tabs.errors}"


@pytest.fixture
def page(open_browser_page: Callable[..., Page]) -> Page:
    """A page as on a desk."""
    return open_browser_page()


@pytest.fixture
def narrow_page(open_browser_page: Callable[..., Page]) -> Page:
    """A page as on a phone."""
    return open_browser_page(390, 3000)


@pytest.fixture
def settled() -> Callable[[Page], Page]:
    """Waits until a page is done: the script ran, nothing is stale, every chart is drawn."""
    return wait_until_settled


@pytest.fixture
def visit() -> Callable[..., Page]:
    """Opens a page of the monitor by its path and waits until it is done."""

    def go(page: Page, address: str, path: str = "") -> Page:
        page.goto(f"{address}/{path}")
        return wait_until_settled(page, since=0)

    return go


@pytest.fixture(scope="module")
def readers_page(tabs: Tabs, server: str) -> Iterator[Reader]:
    """The page of `reader`: the readers of one file of tests look at it one after another."""
    page = tabs.take(SERVERS["server"])
    yield Reader(page, server)
    tabs.give_back(SERVERS["server"], page)


@pytest.fixture
def reader(tabs: Tabs, readers_page: Reader) -> Iterator[Reader]:
    """Who opens pages to look whether anything stands in the way; `readers.py`."""
    tabs.errors.clear()
    yield readers_page
    assert not tabs.errors, f"errors in the browser's console: {tabs.errors}"
