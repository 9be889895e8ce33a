"""Scholen, the roles and the Back button in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .readers import OF_COLOUR, Reader


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]
LIST = ".st-key-scholenlijst a"


def test_a_search_a_school_and_one_step_back(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "scholen")
    page.get_by_label("Zoek een school").fill("lyceum")
    page.keyboard.press("Enter")
    expect(page.get_by_text("7 scholen gevonden: met ‘lyceum’.")).to_be_visible()
    settled(page)

    page.locator(LIST).filter(has_text="Gansoord Lyceum").click()
    expect(page.get_by_role("heading", level=1, name="Gansoord Lyceum")).to_be_visible()
    assert page.url.endswith("/school?school=99BI00")
    settled(page)

    page.get_by_text("Meer over scholen in de buurt").click()
    page.locator(LIST).first.click()
    expect(page.get_by_role("heading", level=1, name="Gansoord Lyceum")).to_have_count(0)
    settled(page)
    assert "school=99BI00" not in page.url

    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Gansoord Lyceum")).to_be_visible()
    settled(page)
    page.go_back()
    expect(page.get_by_text("7 scholen gevonden: met ‘lyceum’.")).to_be_visible()


def test_the_menu_is_one_step_of_the_back_button(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server)
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Deelname").click()
    expect(page.get_by_role("heading", level=1, name="Deelname")).to_be_visible()
    settled(page)

    page.go_back()

    expect(page.get_by_role("heading", level=1, name="SWV Rivierenstreek")).to_be_visible()


def test_another_role_leaves_a_page_that_it_lacks(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "deelname")
    page.get_by_role("combobox", name="Bekijk als").click()
    page.get_by_role("option", name="School").click()

    expect(page.get_by_role("heading", level=1, name="Wilgenrede College")).to_be_visible()
    settled(page)
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Scholen").click()
    expect(page.get_by_text("52 scholen gevonden.")).to_be_visible()
    menu = page.get_by_test_id("stSidebarNavLink")
    expect(menu).to_have_count(5)
    expect(menu).to_contain_text(["Ons profiel", "Aanbod", "Scholen", "Rapporten", "Begrippen"])


def test_a_link_to_a_page_of_another_role_says_so(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "leveringen?rol=school")

    expect(page.get_by_text("Deze pagina is er niet voor de rol school.")).to_be_visible()
    expect(page.get_by_role("link", name="Naar Ons profiel")).to_be_visible()


def test_the_list_can_be_downloaded(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "scholen?schooltype=pro")

    page.get_by_role("button", name="Download").click()
    expect(page.get_by_text("De rijen zijn gelijk.")).to_be_visible()
    files = {}
    for label in ("CSV (voor Excel)", "CSV (voor programma’s)"):
        with page.expect_download() as given:
            page.get_by_role("button", name=label).click()
        files[given.value.suggested_filename] = given.value.path().read_bytes()

    excel, programs = files["scholen-voor-excel.csv"], files["scholen.csv"]
    assert excel.startswith("\ufeffVestigingscode;Naam;".encode())
    assert programs.startswith(b"Vestigingscode,Naam,")
    assert excel.count(b"\n") == programs.count(b"\n") == 7


def test_streamlits_own_words_are_dutch(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "scholen")
    assert page.evaluate("document.documentElement.lang") == "nl"

    gemeente = page.get_by_role("combobox", name="Gemeente")
    gemeente.click()
    gemeente.fill("xyz")

    expect(page.get_by_text("Niets gevonden").first).to_be_visible()


@pytest.mark.parametrize(
    "path",
    ["scholen", "school?school=99AA00", "ons_profiel?rol=school", "begrippen?onderdeel=regels",
     "begrippen?onderdeel=woorden", "begrippen?indicator=vsv"],
)  # fmt: skip
def test_nothing_stands_in_the_way_of_a_reader(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.opens_what_is_folded()
    assert reader.faults() == []
    assert reader.sees_all()

    reader.turns_off_the_light()
    assert reader.faults(OF_COLOUR) == []
    assert reader.sees_all()

    reader.takes_his_phone()
    assert reader.faults() == []
    assert reader.sees_all()

    reader.turns_on_the_light()
    assert reader.faults(OF_COLOUR) == []
    assert reader.sees_all()
