"""What every page gets around it: focus that is seen, names that differ, and a page on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .readers import Reader, faults


Visit = Callable[..., Page]
Settled = Callable[[Page], Page]
FOCUS = """() => {
    const here = document.activeElement, style = getComputedStyle(here)
    let behind = here, back = 'rgba(0, 0, 0, 0)'
    while (behind && back.startsWith('rgba')) {
        back = getComputedStyle(behind).backgroundColor
        behind = behind.parentElement
    }
    return {tag: here.tagName, words: here.getAttribute('aria-label') ?? here.textContent,
            line: `${style.outlineStyle} ${style.outlineWidth}`, color: style.outlineColor, back}
}"""
LINKS = """() => [...document.querySelectorAll('.stMain a[href]')]
    .filter(link => link.checkVisibility({visibilityProperty: true}))
    .map(link => [link.getAttribute('aria-label') ?? link.querySelector('p')?.textContent, link.href])"""


@pytest.mark.parametrize("dark", [False, True])
def test_where_the_keyboard_is_can_be_seen(
    open_browser_page: Callable[..., Page], server: str, visit: Visit, dark: bool
) -> None:
    page = visit(open_browser_page(dark=dark), server, "overzicht")

    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))

    ours = [stop for stop in stops if stop["tag"] in ("A", "BUTTON")]
    assert len(ours) > 15
    # A heading is no stop: its link is for who copies it with the mouse.
    assert not [stop for stop in stops if "Koppeling naar dit kopje" in stop["words"]]
    for stop in ours:
        assert stop["line"] == "solid 2px", stop
        assert contrast(stop["color"], stop["back"]) >= 3, stop


def contrast(one: str, other: str) -> float:
    """WCAG 2: of two colours as rgb(r, g, b), or with an alpha that is 1."""
    light = sorted((_light(one), _light(other)), reverse=True)
    return (light[0] + 0.05) / (light[1] + 0.05)


def _light(color: str) -> float:
    parts = [float(part) / 255 for part in color.partition("(")[2].rstrip(")").split(",")[:3]]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_links_with_another_target_have_another_name(reader: Reader) -> None:
    reader.open("overzicht")
    page = reader.page

    first = page.get_by_role("link", name="Naar Verwijzingen: Vmbo Berkenwend verwees")
    expect(first).to_be_visible()
    expect(page.get_by_role("link", name="Naar Thuiszitters: Thuiszitters (OCW)")).to_have_count(2)
    targets: dict[str, set[str]] = {}
    for name, target in page.evaluate(LINKS):
        targets.setdefault(name, set()).add(target)
    # One card and one sentence are about the same figure.
    assert [name for name, found in targets.items() if len(found) > 1] == []


@pytest.mark.parametrize("on_phone", [False, True])
def test_every_table_is_named_after_what_stands_above_it(
    reader: Reader, settled: Settled, on_phone: bool
) -> None:
    reader.open("thuiszitters?rol=consultant")
    if on_phone:
        reader.takes_his_phone()
    page, names = reader.page, []
    for part in page.get_by_role("button", name="Tabel", exact=True).all():
        part.click()
        settled(page)
        # A long one scrolls, and is another kind of table.
        named = page.locator(
            "[data-testid=stPopoverBody] :is(table, [data-testid=stDataFrame], [role=region])[aria-label]"
        ).first
        names.append(named.get_attribute("aria-label"))
        # The script that makes what scrolls a stop of the keyboard runs after the page was drawn.
        page.wait_for_function(
            "() => [...document.querySelectorAll('[data-testid=stPopoverBody]')].every("
            "one => one.scrollHeight <= one.clientHeight + 1 || one.tabIndex === 0)"
        )
        # The page behind it is the same for every table.
        assert faults(page, None if len(names) == 1 else "[data-testid=stPopoverBody]") == []
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert all(names)
    assert len(set(names)) == len(names) > 1


def test_who_prints_gets_charts_as_wide_as_the_paper(page: Page, server: str, visit: Visit) -> None:
    # Before the monitor's own script reads it, and in a tab that no other test gets.
    page = page.context.new_page()
    page.set_viewport_size({"width": 1440, "height": 1600})
    page.add_init_script(
        "window.print = () => { window.gedrukt = [...document.querySelectorAll("
        "'.stPlotlyChart .svg-container')].map(chart => chart.offsetWidth) }"
    )
    visit(page, server, "overzicht")

    page.keyboard.press("Control+p")

    page.wait_for_function("() => window.gedrukt !== undefined")
    assert page.evaluate("window.gedrukt") == [686, 686]
    expect(page.locator("html.afdruk")).to_have_count(0)


def on_paper(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 686, "height": 1000})


def test_paper_has_whole_cards_and_nothing_to_click(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "overzicht")
    cards = page.locator(".stGrid").first
    expect(page.locator(".stMain").get_by_text("Naar Verwijzingen").first).to_be_visible()

    on_paper(page)

    assert len(cards.evaluate("one => getComputedStyle(one).gridTemplateColumns").split()) == 2
    expect(page.locator(".stMain").get_by_text("Naar Verwijzingen").first).to_be_hidden()


def test_a_table_that_scrolls_is_whole_on_paper(page: Page, server: str, visit: Visit) -> None:
    visit(page, server, "deelname")
    # The last one on the page; those before it are behind their pictures.
    paper = page.locator("table.tabel-op-papier").last
    expect(paper).to_be_hidden()

    on_paper(page)

    expect(paper).to_be_visible()
    assert paper.locator("tbody tr").count() == 51, "every school, not those in sight"
    assert paper.evaluate("one => one.offsetWidth") <= 686
    expect(page.locator(".stDataFrame").first).to_be_hidden()
