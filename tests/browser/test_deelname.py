"""Deelname and Overzicht in a real browser: filter, keep, share by link, take along."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.reports import deck

from .readers import Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]

PAGES = ("overzicht", "deelname", "leveringen?rol=beheerder")
OF_STREAMLIT = {"presentation-role-conflict"}
"""What axe finds in Streamlit's own uploader; everything else is ours to mend."""


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_filter_stands_in_the_address_and_goes_along_to_another_page(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "deelname")

    choose(page, "Peildatum", "1 oktober 2023")
    settled(page)

    assert "peildatum=2023-10-01" in page.url
    expect(page.get_by_text("U ziet: ").first).to_contain_text("1 oktober 2023")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Overzicht").click()
    expect(page.get_by_role("heading", level=1, name="SWV Rivierenstreek")).to_be_visible()
    settled(page)
    expect(page.get_by_text("U ziet: ").first).to_contain_text("1 oktober 2023")


def test_a_link_opens_on_what_its_sender_saw(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "deelname?peildatum=2022-10-01&per=subregio")

    expect(page.get_by_text("U ziet: ").first).to_contain_text("1 oktober 2022")
    expect(page.get_by_role("heading", name="Per subregio")).to_be_visible()


def test_a_download_says_what_the_screen_says(
    page: Page, server: str, visit: Visit, tmp_path: Path
) -> None:
    visit(page, server, "deelname?peildatum=2025-10-01&per=subregio")

    line = page.locator("[class*='_subregio_regel']")
    line.get_by_role("button", name="Download").click()
    expect(page.get_by_text("3 rijen: ")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="CSV (voor programma").click()
    target = tmp_path / "deelname.csv"
    started.value.save_as(target)

    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    assert {row["naam"] for row in rows} == {"Noord", "Oost", "West"}
    oost = next(row for row in rows if row["naam"] == "Oost")
    shown = f"{float(oost['waarde']):.1f}".replace(".", ",")
    expect(page.locator("[data-testid=stPlotlyChart]").first).to_contain_text(shown)
    with page.expect_download() as paper:
        page.get_by_role("button", name="PDF (deze vraag)").click()
    assert paper.value.suggested_filename == "deelname_vso_locatie-per-subregio.pdf"
    assert paper.value.path().read_bytes().startswith(b"%PDF-")
    with page.expect_download() as slide:
        page.get_by_role("button", name="Dia (deze vraag)").click()
    assert slide.value.suggested_filename == "deelname_vso_locatie-per-subregio.pptx"
    read = deck.read_back(slide.value.path().read_bytes())
    assert read is not None
    assert [one.key for one in read.slides][1:] == ["stempel"]
    assert read.slides[0].charts


@pytest.mark.parametrize("path", PAGES)
def test_nothing_stands_in_the_way_of_a_reader_and_a_phone_cuts_nothing_off(
    path: str, reader: Reader
) -> None:
    reader.open(path)
    assert {rule for rule, _ in reader.faults()} - OF_STREAMLIT == set()

    reader.takes_his_phone()
    assert reader.sees_all()
