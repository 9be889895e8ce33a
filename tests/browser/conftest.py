"""The monitor in a real browser: a server on the sample data, and pages that fail on an error.

server       an address that all tests of this run share: look, change nothing
own_server   an address with a data folder of its own, for who delivers or takes back
empty_server the same, with nothing in it; it is no demonstration
closed_server the sample data, not as a demonstration; sign in with `sign_in`
page         a page of Chromium, 1440 wide; `narrow_page` is a phone of 390
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from helpers import people
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from web.sign_in import provider
from web.sign_in.provider import Provider

from monitor.access import accounts
from monitor.commands.demo import prepare
from monitor.store.journal import journal
from monitor.store.versions import Versions

from . import chromium


ROOT = Path(__file__).resolve().parents[2]
START = 90.0
"""Seconds that a server may take to answer: it warms up first, on a machine that may be busy."""
expect.set_options(timeout=30_000)
SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]')
    const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
    return app !== null
        && app.dataset.testScriptState !== 'running'
        && document.querySelector('h1') !== null
        && document.querySelector('[data-stale=true]') === null
        && document.querySelector('[data-testid=stSkeleton]') === null
        && charts.every(chart => chart.querySelector('.main-svg') !== null)
}"""


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
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration in it; copy it before you change anything."""
    folder = tmp_path_factory.mktemp("voorbeeld") / "gegevens"
    prepare(Versions(folder))
    return folder


@pytest.fixture(scope="session")
def server(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the monitor on the sample data, for tests that only look."""
    with serving(sample_folder, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture
def own_folder(sample_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample data that this test may change."""
    return Path(shutil.copytree(sample_folder, tmp_path / "gegevens"))


@pytest.fixture
def own_server(own_folder: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the monitor on this test's own copy of the sample data."""
    with serving(own_folder, tmp_path) as address:
        yield address


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    """A data folder in which nothing was delivered yet."""
    folder = tmp_path / "leeg"
    folder.mkdir()
    return folder


@pytest.fixture
def empty_server(empty_folder: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the monitor on a folder in which nothing was delivered yet."""
    with serving(empty_folder, tmp_path) as address:
        yield address


@pytest.fixture(scope="session")
def closed_folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample data in a monitor that is no demonstration: nothing without signing in."""
    folder = tmp_path_factory.mktemp("dicht") / "gegevens"
    shutil.copytree(sample_folder, folder)
    settings = folder / "instellingen.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("demo = true", "demo = false"), "utf-8")
    return folder


@pytest.fixture(scope="session")
def closed_server(
    closed_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Provider]]:
    """(the address of the monitor on `closed_folder`, the provider where people sign in too)."""
    port = _free_port()
    address = f"http://localhost:{port}"
    with provider.running() as elsewhere:
        provider.secrets_file(closed_folder, elsewhere.address, address)
        with serving(closed_folder, tmp_path_factory.mktemp("dichte server"), port):
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


@contextmanager
def serving(
    folder: Path,
    notes: Path,
    port: int = 0,
    path: str = "",
    program: Sequence[str] = (sys.executable, "-m", "monitor"),
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Run `dekkend serve` on a data folder, below a path when its settings say so; what it says goes
    to a file in `notes`. `program` is what is run for `dekkend`, from `cwd`."""
    address = f"http://127.0.0.1:{port or _free_port()}"
    log = notes / "server.log"
    command = [*program, "--data", str(folder), "serve", "--port"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, address.rpartition(":")[2]],
            cwd=cwd,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"{address}/{path and path + '/'}_stcore/health", process, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-4000:]}")


@pytest.fixture
def open_browser_page(
    browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Makes pages (width, dark); an error in a page's console fails the test at its end."""
    # A server of the test's own stops after the pages that look at it, whoever was named first.
    for name in ("own_server", "empty_server", "behind_nginx"):
        if name in request.fixturenames:
            request.getfixturevalue(name)
    errors: list[str] = []
    contexts = []

    def make(width: int = 1440, height: int = 1600, *, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: _note(errors, message))
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not errors, f"errors in the browser's console: {errors}"


def _note(errors: list[str], message: ConsoleMessage) -> None:
    where = message.location.get("url", "")
    # On a page's own address Streamlit first looks for its server below that page.
    is_probe = "404" in message.text and re.search(r"/\w+/_stcore/(health|host-config)$", where)
    if message.type == "error" and not is_probe:
        errors.append(f"{message.text} ({where})")


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
        return wait_until_settled(page)

    return go


def wait_until_settled(page: Page) -> Page:
    """Settled must hold twice, a moment apart: a click takes a moment to reach the server."""
    for _ in range(2):
        page.wait_for_timeout(150)
        page.wait_for_function(SETTLED, timeout=60_000)
    return page
