"""The monitor below a path of another site, behind nginx as `docs/beveiliging.md` has it."""

import os
import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers import people
from playwright.sync_api import Page, expect

from . import nginx
from .servers import ROOT, free_port, serving


PATH = "regio/monitor"
Settled = Callable[[Page], Page]


def documented_block() -> str:
    """The location that the documentation tells to put in nginx."""
    text = (ROOT / "docs" / "beveiliging.md").read_text("utf-8")
    (block,) = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    return block


@pytest.fixture
def behind_nginx(closed_folder: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """(the address of the monitor behind nginx, its data folder)."""
    found = nginx.find()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(nginx.ADVICE)
        pytest.skip(nginx.ADVICE)
    folder = tmp_path / "gegevens"
    shutil.copytree(closed_folder, folder, ignore=shutil.ignore_patterns("geheimen.toml"))
    settings = folder / "instellingen.toml"
    settings.write_text(f'pad = "{PATH}"\n' + settings.read_text("utf-8"), "utf-8")
    inside, outside = free_port(), free_port()
    block = documented_block().replace("/monitor/", f"/{PATH}/").replace("8501", str(inside))
    (tmp_path / "nginx.conf").write_text(
        textwrap.dedent(f"""
        daemon off;
        pid {tmp_path}/nginx.pid;
        error_log {tmp_path}/fouten.log;
        events {{}}
        http {{
            access_log off;
            client_body_temp_path {tmp_path}/a; proxy_temp_path {tmp_path}/b;
            fastcgi_temp_path {tmp_path}/c; uwsgi_temp_path {tmp_path}/d; scgi_temp_path {tmp_path}/e;
            server {{
                listen 127.0.0.1:{outside};
                {block}
            }}
        }}
    """)
    )
    with serving(folder, tmp_path, inside, PATH):
        proxy = subprocess.Popen([found, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
        try:
            yield f"http://localhost:{outside}/{PATH}", folder
        finally:
            proxy.terminate()
            proxy.wait(20)


def test_below_a_path_one_signs_in_looks_and_goes_from_page_to_page(
    page: Page, behind_nginx: tuple[str, Path], settled: Settled
) -> None:
    address, folder = behind_nginx
    people.account(folder, "pad@swv.nl")
    page.goto(f"{address}/scholen?schooltype=pro")
    page.get_by_label("E-mailadres").fill("pad@swv.nl")
    page.get_by_label("Wachtwoord").fill(people.PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    settled(page)

    expect(page.get_by_text("6 scholen gevonden")).to_be_visible()
    assert page.url.startswith(f"{address}/scholen")
    cookies = {one["name"]: one for one in page.context.cookies()}
    assert cookies["dekkend"]["path"] == f"/{PATH}", "another site on this host does not get it"

    page.get_by_role("link", name="Overzicht").click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert f"/{PATH}" in page.url
    page.get_by_role("link", name="Deelname").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deelname")
    settled(page)
    page.locator("[class*='_gemeente_regel']").get_by_role("button", name="Download").click()
    settled(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name=re.compile("^CSV")).first.click()
    assert taken.value.path().stat().st_size > 0
