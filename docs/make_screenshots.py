"""Make the pictures of the README: `make screenshots`. Serves the demonstration and looks at it."""

import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright


ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.browser import chromium
from tests.browser.servers import serving
from tests.browser.tabs import new_page, wait_until_settled


PAGES = {"overzicht": 1800, "deelname": 1600}
WIDTHS = (1440, 390)


def main() -> None:
    target = ROOT / "docs" / "screenshots"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(folder) / "gegevens"
        subprocess.run(
            [sys.executable, "-m", "monitor", "--data", str(data), "demo", "--load-only"],
            cwd=ROOT,
            check=True,
        )
        browser = playwright.chromium.launch(executable_path=chromium.find())
        with serving(data, Path(folder)) as address:
            urllib.request.urlopen(address).close()
            for name, height in PAGES.items():
                for width in WIDTHS:
                    page = new_page(browser, viewport={"width": width, "height": height})
                    page.goto(f"{address}/{name}")
                    wait_until_settled(page)
                    page.screenshot(path=target / f"{name}-{width}.png")
                    page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
