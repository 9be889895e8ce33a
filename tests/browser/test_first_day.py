"""The first day of a new beheerder, from an installed wheel in an empty folder (issue 11, E1, E9)."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from monitor.resources import SAMPLE_DATA
from monitor.store.versions import Versions
from monitor.web.look import CONFIG

from .english import english_on
from .readers import faults
from .servers import ROOT, serving


SEVEN = (
    "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2025.csv",
    "gemeentegrenzen.geojson",
    "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2025-2026.csv",
    "leerlingtelling.csv",
    "regio-indeling.csv",
    "vestigingen.csv",
    "vsv-per-swv-2024.csv",
)
PASSWORD = "zeven groene stoelen dansen"
Settled = Callable[[Page], Page]


class Installed(NamedTuple):
    """A wheel of this checkout as somebody installed it, and the empty folder he stands in."""

    program: Path
    env: dict[str, str]
    here: Path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Without a network: what it needs is that of these tests."""
    base = tmp_path_factory.mktemp("wiel")
    run("hatchling", "build", "-t", "wheel", "-d", str(base), cwd=ROOT)
    [wheel] = base.glob("*.whl")
    target = base / "geinstalleerd"
    run("pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    env = {name: value for name, value in os.environ.items() if not name.startswith("DEKKEND_")}
    env["PYTHONPATH"] = str(target)
    env["PATH"] = f"{target / 'bin'}{os.pathsep}{env.get('PATH', '')}"
    here = base / "lege map"
    here.mkdir()
    imported = subprocess.run(
        [sys.executable, "-c", "import monitor; print(monitor.__file__)"],
        check=True, cwd=here, env=env, capture_output=True, text=True,
    )  # fmt: skip
    assert Path(imported.stdout.strip()).is_relative_to(target)
    return Installed(target / "bin" / "dekkend", env, here)


def run(module: str, *words: str, cwd: Path | None = None) -> None:
    subprocess.run([sys.executable, "-m", module, *words], check=True, cwd=cwd, capture_output=True)


@pytest.fixture(scope="module")
def server_of_wheel(
    installed: Installed, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the monitor that was started from the empty folder, as nobody knows it yet."""
    with serving(
        installed.here / "data", tmp_path_factory.mktemp("wiel gestart"),
        program=[str(installed.program)], cwd=installed.here, env=installed.env,
    ) as address:  # fmt: skip
        yield address


def test_the_first_delivery_of_a_new_beheerder(
    open_browser_page: Callable[..., Page],
    server_of_wheel: str,
    installed: Installed,
    settled: Settled,
) -> None:
    """From the command on the screen to figures, and nowhere a word of English."""
    page = open_browser_page()
    page.goto(server_of_wheel)
    assert english_on(page) == []
    shown = page.locator("code").inner_text()
    assert shown.startswith("dekkend --data ")  # the program is on the path of who installed it

    mine = shown.replace("naam@voorbeeld.nl", "beheer@swv.nl").replace("VO2507", "VO9901")
    done = subprocess.run(
        mine, check=False, shell=True, cwd=installed.here, env=installed.env,
        capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    page.goto(done.stdout.splitlines()[0])
    assert english_on(page) == []
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    page.get_by_label("Nog een keer").fill(PASSWORD)
    page.get_by_role("button").click()
    settled(page)
    assert english_on(page) == []
    looks_like_ours(page)

    # Nothing to see yet; each page leads to where it begins.
    page.get_by_role("link", name="Naar Leveringen").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leveringen")
    settled(page)
    page.locator("input[type=file]").set_input_files([SAMPLE_DATA / name for name in SEVEN])
    likely = page.get_by_role("button", name="Is dit van 1 oktober 2025? Ja")
    expect(likely).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Kies een datum").click()
    expect(page.get_by_role("grid")).to_be_visible()
    assert english_on(page) == []
    page.keyboard.press("Escape")
    likely.click()
    button = page.get_by_role("button", name=re.compile("^Lever "))
    expect(button).to_have_text(re.compile("Lever 7.bestanden"))
    settled(page)
    assert english_on(page) == []
    looks_like_ours(page)
    button.click()
    expect(page.get_by_text("Levering 1 staat in de monitor: 7 bestanden")).to_be_visible()
    settled(page)
    assert english_on(page) == []
    [delivery] = Versions(installed.here / "data").register().deliveries
    assert sorted(file.name for file in delivery.files) == sorted(SEVEN)

    page.get_by_test_id("stMain").get_by_role("link", name="Naar Deelname").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deelname")
    settled(page)
    assert english_on(page) == []
    looks_like_ours(page)
    page.get_by_role("link", name="Overzicht", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^VO9901 "))
    expect(page.get_by_text("Pro-deelname").first).to_be_visible()
    settled(page)
    assert english_on(page) == []
    looks_like_ours(page)


def looks_like_ours(page: Page) -> None:
    """E9: the colours and letters of our theme, on controls too, and enough contrast."""
    assert faults(page, rules=("color-contrast",)) == []
    theme: dict[str, Any] = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]
    font = page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")
    assert "Segoe UI" in font
    primary = rgb(theme["light"]["primaryColor"])
    for control in page.locator('[kind="primary"], [kind="segmented_controlActive"]').all():
        style = control.evaluate(
            "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.borderColor, s.color] }"
        )
        assert primary in style
    assert page.locator("html").evaluate("e => getComputedStyle(e).fontSize") == "16px"


def rgb(color: str) -> str:
    """#00629b → rgb(0, 98, 155)"""
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({', '.join(map(str, parts))})"
