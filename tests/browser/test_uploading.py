"""Files on their way to Leveringen: everything that was chosen is delivered, or nothing is (E1)."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from monitor.access import Role
from monitor.resources import SAMPLE_DATA
from monitor.store.versions import Versions

from .servers import Nursery
from .tabs import new_page


SEVEN = (
    "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2024.csv",
    "gemeentegrenzen.geojson",
    "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2024-2025.csv",
    "leerlingtelling.csv",
    "regio-indeling.csv",
    "schoolvakanties.csv",
    "vsv-per-swv-2024.csv",
)
UPLOAD = re.compile(r"/_stcore/upload_file/")
ENGLISH = re.compile(r"axios|error|failed|network|request|limit|drag|upload|browse", re.IGNORECASE)
TOO_LARGE = """input => {
    const files = new DataTransfer()
    files.items.add(new File([new ArrayBuffer(201 * 1024 * 1024)], "veel-te-groot.csv"))
    input.files = files.files
    input.dispatchEvent(new Event("change", {bubbles: true}))
}"""
Settled = Callable[[Page], Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that these tests share; each delivers other files."""
    return tmp_path_factory.mktemp("bestanden") / "gegevens"


@pytest.fixture(scope="module")
def address(
    folder: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The monitor on it."""
    folder.mkdir()
    with nursery.serving(folder, tmp_path_factory.mktemp("bestanden gestart")) as found:
        yield found


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """What a browser says in its console of uploads that fail is no fault here."""
    found = new_page(browser, viewport={"width": 1440, "height": 1600})
    yield found
    found.context.close()


@pytest.fixture
def desk(
    address: str,
    folder: Path,
    tab: Page,
    sign_in: Callable[..., str],
    visit: Callable[..., Page],
) -> Iterator[Page]:
    """The page Leveringen, for the beheerder."""
    sign_in(tab, address, folder, "beheer@swv.nl", Role.BEHEERDER)
    yield visit(tab, address, "leveringen")
    tab.unroute_all()


def choose(page: Page, *names: str) -> None:
    page.locator("input[type=file]").set_input_files([SAMPLE_DATA / name for name in names])


def test_everything_chosen_is_delivered_or_what_is_missing_is_named(
    desk: Page, folder: Path, settled: Settled
) -> None:
    failing = {2: 429, 4: 500, 5: 0}  # which upload, and how: 0 = the line is cut
    seen: list[str] = []

    def fail_some(route: Route) -> None:
        seen.append(route.request.url)
        status = failing.get(len(seen))
        if status is None:
            route.continue_()
        elif status:
            route.fulfill(status=status, body="nee")
        else:
            route.abort()

    told = desk.locator(".bestanden-onderweg")
    button = desk.get_by_role("button", name=re.compile("^Lever "))

    desk.route(UPLOAD, fail_some)
    choose(desk, *SEVEN)
    expect(told.locator("strong")).to_have_count(3)
    settled(desk)
    missing = told.locator("strong").all_inner_texts()
    assert len(seen) == 7
    assert set(missing) < set(SEVEN)
    for reason in ("te veel bestanden tegelijk", "fout 500", "de verbinding werd verbroken"):
        expect(told).to_contain_text(reason)
    expect(told).to_contain_text("Haal wat niet aankwam met ✕ uit de lijst en kies het opnieuw.")
    # What did arrive is judged, but cannot be delivered without the rest.
    expect(desk.get_by_text("4 bestanden").filter(visible=True)).to_have_count(0)
    expect(desk.get_by_text("De bestanden zijn goed").filter(visible=True)).to_have_count(0)
    expect(button).to_have_count(0)
    english = ENGLISH.findall(desk.get_by_test_id("stMain").inner_text())
    assert not english

    desk.unroute(UPLOAD)
    for name in missing:
        desk.get_by_role("button", name=f"{name} weghalen").click()
    choose(desk, *missing)
    # Borders have no date in them; that of the counts beside them is offered, and asked.
    desk.get_by_role("button", name="Is dit van 1 oktober 2024? Ja").click()
    expect(button).to_have_text(re.compile("Lever 7.bestanden"))
    expect(told).to_be_empty()

    # A file that is larger than may be never leaves the browser; the seven wait for it too.
    desk.locator("input[type=file]").evaluate(TOO_LARGE)
    expect(told).to_contain_text("veel-te-groot.csv is niet aangekomen: het is groter dan 200 MB.")
    expect(button).to_have_count(0)
    desk.get_by_role("button", name="veel-te-groot.csv weghalen").click()

    button.click()
    expect(desk.get_by_text("Levering 1 staat in de monitor: 7 bestanden")).to_be_visible()
    [delivery] = Versions(folder).register().deliveries
    assert sorted(file.name for file in delivery.files) == sorted(SEVEN)


def test_the_button_waits_for_the_slowest_file(desk: Page, folder: Path, settled: Settled) -> None:
    told = desk.locator(".bestanden-onderweg")
    button = desk.get_by_role("button", name=re.compile("^Lever "))
    before = Versions(folder).current()
    choose(desk, "schoolnamen.csv")
    expect(button).to_have_text(re.compile("Lever 1.bestand$"))
    held: list[Route] = []
    desk.route(UPLOAD, lambda route: held.append(route))

    choose(desk, "normen.csv", "benchmarks.csv")

    expect(told).to_have_text(
        "Van de 3 gekozen bestanden zijn er 1 aangekomen; de andere zijn onderweg."
    )
    expect(button).to_have_count(0)
    desk.wait_for_timeout(300)
    held[0].continue_()
    expect(told).to_contain_text("zijn er 2 aangekomen")
    expect(button).to_have_count(0)
    held[1].continue_()
    expect(button).to_have_text(re.compile("Lever 3.bestanden"))
    expect(told).to_be_empty()
    assert Versions(folder).current() == before
