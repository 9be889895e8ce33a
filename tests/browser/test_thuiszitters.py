"""Thuiszitters in a real browser: from the whole to one gemeente by a click, and back; the bridge
of two other definitions; and everything readable for who uses no mouse or eyes."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .readers import Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]

SECTIONS = ("nu", "verloop", "duur", "definities")


def chart(page: Page, start: str) -> Locator:
    """The chart whose description starts so."""
    return page.locator(f"[data-testid=stPlotlyChart]:has([aria-label^='{start}'])").or_(
        page.locator(f"[data-testid=stPlotlyChart][aria-label^='{start}']")
    )


def click_bar(page: Page, place: int) -> None:
    """The middle of a bar of the ranking, counted from the top."""
    bar = chart(page, "Staafgrafiek").first.locator(".bars .point path").nth(place)
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_bar_opens_that_gemeente_and_a_button_goes_back(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "thuiszitters?per=gemeente")

    click_bar(page, 0)
    expect(page.get_by_text("thuiszitters (OCW) in Lindermeer")).to_be_visible()
    settled(page)

    assert "regio=gemeente" in page.url
    page.get_by_role("button", name="Terug naar het hele SWV").click()
    expect(page.get_by_text("Het grootste aantal woont in Lindermeer")).to_be_visible()


def test_a_click_on_the_map_opens_that_gemeente(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "thuiszitters?per=gemeente")

    box = chart(page, "Kaart").first.locator(".nsewdrag").first.bounding_box()
    assert box is not None
    # Nine gemeenten, three by three: the one in the middle, not exactly on its mark.
    page.mouse.move(box["x"] + box["width"] / 2 - 20, box["y"] + box["height"] / 2 + 10)
    page.mouse.click(box["x"] + box["width"] / 2 - 12, box["y"] + box["height"] / 2 + 6)
    expect(page.get_by_text("U ziet: ").first).to_contain_text("gemeente ")
    settled(page)

    assert "regio=gemeente" in page.url


def test_another_definition_stands_in_the_address_and_in_the_answer(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "thuiszitters")

    page.get_by_role("combobox", name="Definitie").click()
    page.get_by_role("option", name="Thuiszitters (pact)", exact=True).click()
    settled(page)

    assert "definitie=THUIS_PACT" in page.url
    expect(page.get_by_text("thuiszitters (pact) op 31 oktober 2025").first).to_be_visible()


def test_the_bridge_of_a_link_says_what_the_download_says(
    page: Page, server: str, visit: Visit, tmp_path: Path
) -> None:
    visit(page, server, "thuiszitters?onderdeel=definities&van=LRV&naar=ABS")

    # The answer above it has a Download too, of the question on paper.
    with_table = page.locator("[class*='_regel']").filter(
        has=page.get_by_role("button", name="Tabel")
    )
    with_table.first.get_by_role("button", name="Download").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="CSV (voor programma").click()
    target = tmp_path / "brug.csv"
    started.value.save_as(target)

    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    sums = dict.fromkeys((row["indicator"] for row in rows), 0)
    for row in rows:
        sums[row["indicator"]] += int(row["teller_max"])
    start, end = (sums[f"thuiszitters_{code}"] for code in ("lrv", "abs"))
    expect(page.get_by_text(f"{start} leerlingen (langer dan 4 weken) naar").first).to_be_visible()
    assert str(end) in page.get_by_text("leerlingen (niet ingeschreven)").first.inner_text()


@pytest.mark.parametrize("rol", ["directeur", "consultant"])
@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_stands_in_the_way_of_a_reader_and_a_phone_cuts_nothing_off(
    section: str, rol: str, reader: Reader
) -> None:
    reader.open(f"thuiszitters?onderdeel={section}&rol={rol}")
    assert reader.faults() == []

    reader.takes_his_phone()
    assert reader.sees_all()
