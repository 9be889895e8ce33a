"""Leveringen in a real browser: deliver a good file and a broken one, take it back, download."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from monitor.access import Role
from monitor.store.versions import Versions

from .readers import Reader


GOED = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n99AA00;01-10-2026;vo;812\n"
FOUT = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n99AA00;01-10-2026;vo;heel veel\n"
PATH = "leveringen?rol=beheerder"

Settled = Callable[[Page], Page]
Visit = Callable[..., Page]


def drop(page: Page, *files: tuple[str, str]) -> None:
    """Hand files, each (name, content), to the place where they can be dropped."""
    page.locator("input[type=file]").set_input_files(
        [
            {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
            for name, content in files
        ]
    )


def test_a_good_file_is_delivered_and_taken_back(
    page: Page, own_server: str, own_folder: Path, visit: Visit, settled: Settled
) -> None:
    visit(page, own_server, PATH)
    drop(page, ("telling.csv", GOED))
    page.get_by_role("button", name="Lever 1 bestand").click()

    expect(page.get_by_text("Levering 2 staat in de monitor: 1 bestand, 1 rij.")).to_be_visible()
    settled(page)
    assert Versions(own_folder).current() == 2
    expect(page.get_by_role("button", name="Lever 1 bestand")).to_have_count(0)

    page.get_by_role("button", name="Trek deze levering in").first.click()
    expect(page.get_by_text("Dan gaat uit de monitor: 1 rij.")).to_be_visible()
    page.get_by_role("button", name="Ja, trek deze levering in").click()

    expect(page.get_by_text("Levering 2 is ingetrokken.")).to_be_visible()
    settled(page)
    assert [
        d.id for d in Versions(own_folder).register().deliveries if not d.files[0].withdrawn
    ] == [1]


def test_a_broken_file_says_where_and_changes_nothing_until_it_is_removed(
    page: Page, own_server: str, own_folder: Path, visit: Visit, settled: Settled
) -> None:
    visit(page, own_server, PATH)
    drop(page, ("fout.csv", FOUT), ("telling.csv", GOED))

    expect(page.get_by_text("1 van de 2 bestanden is niet goed.")).to_be_visible()
    settled(page)
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader.get_by_text(f"{len(GOED)} bytes", exact=True)).to_be_visible()
    expect(uploader.get_by_text("add icon")).to_have_count(0)
    row = page.get_by_role("row", name=re.compile("^2 AANTAL"))
    expect(row).to_contain_text("'heel veel' is niet goed.")
    expect(row).to_contain_text("Verwacht een aantal")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download 1 fout (CSV voor Excel)").click()
    content = waiting.value.path().read_text(encoding="utf-8-sig")
    assert content.splitlines()[1] == (
        "fout.csv;2;AANTAL;'heel veel' is niet goed.;Verwacht een aantal, bijv. 12, <5 of x."
    )
    expect(page.get_by_role("button", name=re.compile("^Lever "))).to_have_count(0)
    assert Versions(own_folder).current() == 1

    page.get_by_role("button", name="fout.csv weghalen").click()

    expect(page.get_by_role("button", name="Lever 1 bestand")).to_be_visible()


def test_who_looks_meanwhile_sees_the_new_version(
    open_browser_page: Callable[..., Page], own_server: str, visit: Visit, settled: Settled
) -> None:
    reader = visit(open_browser_page(), own_server, "begrippen?rol=beheerder")
    sender = visit(open_browser_page(), own_server, PATH)

    drop(sender, ("telling.csv", GOED))
    sender.get_by_role("button", name="Lever 1 bestand").click()
    expect(sender.get_by_text("Levering 2 staat in de monitor")).to_be_visible()

    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    visit(reader, own_server, PATH)
    expect(reader.get_by_text("Levering 2", exact=True)).to_be_visible()


def test_the_parts_have_an_address_and_a_phone_cuts_nothing_off(reader: Reader) -> None:
    for part in ("geleverd", "versheid", "controles", "soorten", "koppelingen"):
        reader.open(f"{PATH}&deel={part}")
        reader.takes_his_phone()

        assert reader.sees_all(), part
        assert f"deel={part}" in reader.page.url


def test_an_empty_monitor_says_what_to_deliver(
    page: Page, empty_server: str, empty_folder: Path, visit: Visit, sign_in: Callable[..., str]
) -> None:
    sign_in(page, empty_server, empty_folder, "beheer@swv.nl", Role.BEHEERDER)
    visit(page, empty_server, "leveringen")

    expect(page.get_by_text("Er zijn nog geen gegevens.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("^Leeg bestand")).click()
    assert waiting.value.suggested_filename.endswith(".csv")
