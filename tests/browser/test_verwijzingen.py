"""Verwijzingen in a real browser: from the answer to a school, share by link, take along."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .readers import Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]

PARTS = ("stroom", "herkomst", "doorlooptijd", "stand")


def test_a_directeur_goes_from_the_answer_to_the_flows_and_takes_them_along(
    page: Page, server: str, visit: Visit, settled: Settled, tmp_path: Path
) -> None:
    visit(page, server, "verwijzingen")
    expect(page.get_by_role("heading", name="Stroom: nieuw verwezen")).to_be_visible()

    page.get_by_role("button", name="Herkomst en bestemming").or_(
        page.get_by_role("radio", name="Herkomst en bestemming")
    ).first.click()
    settled(page)

    assert "onderdeel=herkomst" in page.url
    expect(page.get_by_role("heading", name="Grensverkeer uit")).to_be_visible()
    # The answer above it has a Download too, of the question on paper.
    with_table = page.locator("[class*='_regel']").filter(
        has=page.get_by_role("button", name="Tabel")
    )
    with_table.first.get_by_role("button", name="Download").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="CSV (voor programma").click()
    target = tmp_path / "stromen.csv"
    started.value.save_as(target)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    dravenburg = sum(float(row["teller"]) for row in rows if row["naam"] == "Dravenburg")
    sankey = page.locator("[data-testid=stPlotlyChart]").first
    expect(sankey).to_contain_text(f"Dravenburg {dravenburg:.0f}")


def test_a_link_opens_on_what_its_sender_saw(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "verwijzingen?schooljaar=2022-2023&onderdeel=stand&regio=gemeente:GM9904")

    expect(page.get_by_text("U ziet: ").first).to_contain_text(
        "gemeente Dravenburg, schooljaar 2022-2023"
    )
    expect(page.get_by_role("heading", name="Geldige tlv's per maand")).to_be_visible()


@pytest.mark.parametrize("part", PARTS)
def test_nothing_stands_in_the_way_of_a_reader(part: str, reader: Reader) -> None:
    reader.open(f"verwijzingen?onderdeel={part}")

    assert reader.faults() == []


@pytest.mark.parametrize("part", PARTS)
def test_a_phone_cuts_nothing_off(part: str, reader: Reader) -> None:
    reader.open(f"verwijzingen?onderdeel={part}&rol=consultant")
    reader.takes_his_phone()

    assert reader.sees_all()
