"""The Back button of the browser: it undoes the last choice, once; the address wins over memory."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


Visit = Callable[..., Page]
Settled = Callable[[Page], Page]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).first.click()
    page.get_by_role("option", name=option, exact=True).click()


def menu(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def stands_on(page: Page, server: str, address: str, **chosen: str) -> None:
    """The address, and what the lists say: the one is no use without the other."""
    expect(page).to_have_url(f"{server}/{address}")
    for label, option in chosen.items():
        field = page.get_by_role("combobox", name=label.replace("_", " "))
        expect(field).to_have_value(option)


def test_back_undoes_one_choice_at_a_time(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "deelname")
    choose(page, "Per", "Wijk")
    stands_on(page, server, "deelname?per=wijk", Per="Wijk")
    settled(page)
    choose(page, "Per", "Subregio")
    stands_on(page, server, "deelname?per=subregio", Per="Subregio")
    settled(page)

    page.go_back()
    stands_on(page, server, "deelname?per=wijk", Per="Wijk")
    settled(page)
    page.go_back()
    stands_on(page, server, "deelname", Per="Gemeente")
    settled(page)
    page.go_forward()
    stands_on(page, server, "deelname?per=wijk", Per="Wijk")


def test_a_page_of_the_menu_is_one_step_and_a_choice_travels_with_it(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    oost = "regio=subregio%3AVO9901%3AOost"
    visit(page, server)
    choose(page, "Regio", "Oost (subregio)")
    stands_on(page, server, f"?{oost}", Regio="Oost (subregio)")
    settled(page)
    # Deelname writes the region in its address itself; that is no step.
    menu(page, "Deelname")
    stands_on(page, server, f"deelname?{oost}", Regio="Oost (subregio)")
    settled(page)

    page.go_back()
    stands_on(page, server, f"?{oost}", Regio="Oost (subregio)")
    settled(page)
    page.go_back()
    stands_on(page, server, "", Regio="hele SWV")
    settled(page)
    # What was undone does not come back on another page.
    menu(page, "Deelname")
    stands_on(page, server, "deelname", Regio="hele SWV")


def test_the_default_of_a_page_does_not_travel(
    page: Page, server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, server, "deelname")
    menu(page, "Dekking")
    settled(page)
    direct = page.get_by_text("Het grootste zekere tekort").first.inner_text()

    visit(page, server, "dekking")
    assert page.get_by_text("Het grootste zekere tekort").first.inner_text() == direct


def test_an_address_with_what_is_not_there_is_put_right_without_a_step(
    page: Page, server: str, visit: Visit
) -> None:
    visit(page, server, "begrippen")
    visit(page, server, "deelname?per=onzin&peildatum=1900-01-01")
    stands_on(page, server, "deelname?per=gemeente&peildatum=2025-10-01", Per="Gemeente")

    page.go_back()
    stands_on(page, server, "begrippen")


def test_back_gives_the_role_back(page: Page, server: str, visit: Visit, settled: Settled) -> None:
    visit(page, server, "verwijzingen")
    choose(page, "Bekijk als", "School")
    # A school has no Verwijzingen: it goes to its own first page, in the same step.
    expect(page.get_by_role("heading", level=1, name="Wilgenrede College")).to_be_visible()
    settled(page)
    menu(page, "Scholen")
    stands_on(page, server, "scholen?rol=school", Bekijk_als="School")
    settled(page)

    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Wilgenrede College")).to_be_visible()
    settled(page)
    page.go_back()
    stands_on(page, server, "verwijzingen", Bekijk_als="Directeur")
    expect(page.get_by_role("heading", level=1, name="Verwijzingen")).to_be_visible()


def test_two_tabs_do_not_know_of_each_other(
    open_browser_page: Callable[..., Page], server: str, visit: Visit, settled: Settled
) -> None:
    one = visit(open_browser_page(), server, "deelname?per=wijk")
    other = one.context.new_page()
    visit(other, server, "deelname?rol=consultant")
    choose(other, "Per", "Subregio")
    stands_on(other, server, "deelname?rol=consultant&per=subregio", Per="Subregio")
    settled(other)

    one.reload()
    settled(one)
    stands_on(one, server, "deelname?per=wijk", Per="Wijk", Bekijk_als="Directeur")
    other.go_back()
    stands_on(other, server, "deelname?rol=consultant", Per="Gemeente", Bekijk_als="Consultant")
