"""A school looks itself over, asks for a correction, and reads the answer; and takes it to paper."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


Settled = Callable[[Page], Page]
Visit = Callable[..., Page]
COUNT = ".st-key-ding_cijfer_leerlingen_vo_2025_10_01"


def test_a_school_asks_and_the_samenwerkingsverband_answers(
    page: Page, own_server: str, visit: Visit, settled: Settled
) -> None:
    visit(page, own_server, "ons_profiel?rol=school")
    expect(page.get_by_text("21 dingen nog niet bevestigd.")).to_be_visible()
    page.locator(".st-key-deel_basis summary").click()
    settled(page)
    page.get_by_role("button", name="Alles hier klopt (11 nog niet bevestigd)").click()
    expect(page.get_by_text("10 dingen nog niet bevestigd.")).to_be_visible()
    settled(page)
    # By keyboard alone: the button stays where it is, so Enter walks on. Twice at once is once: the
    # second says nothing of a thing that is not there yet.
    klopt = page.locator("[class*=st-key-nalopen_klopt_] button")
    klopt.first.focus()
    klopt.first.evaluate("button => { button.click(); button.click(); }")
    expect(page.get_by_text("9 dingen nog niet bevestigd.")).to_be_visible()
    settled(page)
    expect(page.get_by_text("9 dingen nog niet bevestigd.")).to_be_visible()
    expect(klopt.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("8 dingen nog niet bevestigd.")).to_be_visible()
    settled(page)

    page.locator(".st-key-deel_leerlingen summary").click()
    settled(page)
    page.locator(COUNT).get_by_role("button", name="Klopt niet …").click()
    settled(page)
    page.get_by_label("Wat klopt er niet?").fill("Wij telden er <b>862</b>.")
    page.get_by_label("Wat is het volgens u?").fill("862")
    settled(page)
    page.get_by_role("button", name="Vraag een correctie aan").click()
    expect(page.get_by_text("Uw vraag is verstuurd.")).to_be_visible()
    expect(page.get_by_text("Uitleg: Wij telden er <b>862</b>.").first).to_be_visible()

    settled(page)
    visit(page, own_server, "correcties?rol=beheerder")
    page.get_by_role("button", name="Aanvaard").click()
    expect(page.get_by_text("De waarde staat nu naast die van het register")).to_be_visible()

    visit(page, own_server, "ons_profiel?rol=school")
    page.locator(".st-key-deel_leerlingen summary").click()
    settled(page)
    expect(page.get_by_text("School geeft op: 862 (aanvaard ").first).to_be_visible()
    expect(page.locator(COUNT).get_by_text("860 leerlingen", exact=True)).to_be_visible()


def test_on_paper_everything_is_there_and_nothing_to_click(
    page: Page, server: str, visit: Visit
) -> None:
    visit(page, server, "ons_profiel?rol=school")
    table = page.locator(".tabel-op-papier").filter(has_text="1 oktober 2025").first
    assert not table.is_visible(), "closed on screen"

    page.emulate_media(media="print")

    expect(table).to_be_visible()
    # Chromium paints what is in a closed box when it has a height.
    assert table.evaluate("table => table.getBoundingClientRect().height") > 40
    assert table.evaluate("table => table.checkVisibility({contentVisibilityAuto: true})")
    expect(page.get_by_role("heading", level=1, name="Wilgenrede College")).to_be_visible()
    expect(page.get_by_text("profiel van")).to_be_visible()
    expect(page.get_by_role("button", name="Klopt", exact=True).first).to_be_hidden()
