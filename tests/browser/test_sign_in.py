"""Signing in in a real browser, by each way there is, and what is whose after that."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from helpers import people
from playwright.sync_api import Page, expect
from web.sign_in.provider import Provider
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from monitor.access import Role, accounts, audit, invitations
from monitor.store.journal import journal

from .readers import STILL, faults


Closed = tuple[str, Provider]
Settled = Callable[[Page], Page]
SignIn = Callable[..., str]
NEW = "negen groene stoelen dansen"


@pytest.fixture
def go(settled: Settled) -> Callable[[Page, str], Page]:
    """Opens an address of the monitor and waits until Streamlit is done."""

    def there(page: Page, address: str) -> Page:
        page.goto(address)
        return settled(page)

    return there


def fill_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Aanmelden").click()


def test_who_signs_in_comes_where_he_was_going_and_goes_out_again(
    page: Page, closed_server: Closed, closed_folder: Path, settled: Settled
) -> None:
    address, _ = closed_server
    people.account(closed_folder, "directeur@swv.nl")
    page.goto(f"{address}/scholen?schooltype=pro")
    expect(page.get_by_label("E-mailadres")).to_be_focused()
    expect(page.locator("link[rel~=icon]")).to_have_attribute("href", re.compile("."))

    fill_in(page, "directeur@swv.nl", people.PASSWORD)
    settled(page)

    expect(page.locator("link[rel~=icon]")).to_have_attribute("href", re.compile("."))
    expect(page.get_by_text("6 scholen gevonden")).to_be_visible()
    expect(page.get_by_text("Aangemeld als Directeur (directeur)")).to_be_visible()
    expect(page.get_by_role("combobox", name="Bekijk als")).to_have_count(0)
    other = page.context.new_page()
    other.goto(f"{address}/scholen")
    settled(other)

    page.get_by_role("link", name="Afmelden").click()
    page.get_by_role("button", name="Afmelden", exact=True).click()
    expect(page.get_by_text("U bent afgemeld.")).to_be_visible()
    expect(other.get_by_role("heading", level=1)).to_have_text("U bent afgemeld")
    expect(other.get_by_test_id("stSidebarNavLink")).to_have_count(0)
    page.goto(f"{address}/scholen")
    expect(page.get_by_label("Wachtwoord")).to_be_visible()


def test_an_invitation_is_taken_on_a_phone(
    narrow_page: Page, closed_server: Closed, closed_folder: Path, settled: Settled
) -> None:
    address, _ = closed_server
    token = invitations.invite(
        journal(closed_folder), people.COMMAND, email="els@school.nl", naam="Els de Boer",
        role=Role.SCHOOL, swv={"VO9901"}, vestigingen={"99AA00"},
    )  # fmt: skip
    narrow_page.goto(f"{address}/uitnodiging/{token}")
    narrow_page.get_by_label("Nieuw wachtwoord").fill(NEW)
    narrow_page.get_by_label("Nog een keer").fill(NEW)
    narrow_page.get_by_role("button", name="Bewaar mijn wachtwoord").click()

    settled(narrow_page)

    expect(narrow_page.get_by_role("heading", level=1)).to_be_visible()
    expect(narrow_page).to_have_url(f"{address}/")


def test_who_signs_in_at_his_organisation_is_in(
    page: Page, closed_server: Closed, closed_folder: Path, settled: Settled
) -> None:
    address, elsewhere = closed_server
    people.account(closed_folder, "oidc@swv.nl")
    elsewhere.claims = {"sub": "oidc", "email": "oidc@swv.nl", "email_verified": True}
    page.goto(f"{address}/begrippen")

    page.get_by_role("link", name="Aanmelden met Scholen & Co").click()

    settled(page)
    expect(page).to_have_url(f"{address}/begrippen")
    expect(page.get_by_text("Aangemeld als Oidc (directeur)")).to_be_visible()
    assert [c["name"] for c in page.context.cookies() if "user" in c["name"]] == []


@pytest.mark.parametrize("role", Role)
def test_every_role_sees_its_first_page_and_its_own_menu(
    page: Page, closed_server: Closed, closed_folder: Path, sign_in: SignIn, role: Role,
    go: Callable[[Page, str], Page],
) -> None:  # fmt: skip
    address, _ = closed_server
    sign_in(page, address, closed_folder, f"{role}@rol.nl", role,
            vestigingen=["99AA00"] if role is Role.SCHOOL else [],
            besturen=["99901"] if role is Role.BESTUUR else [])  # fmt: skip

    go(page, address)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(f"({role})")).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_download_is_of_who_made_it_and_is_written_down(
    page: Page, closed_server: Closed, closed_folder: Path, sign_in: SignIn,
    go: Callable[[Page, str], Page],
) -> None:  # fmt: skip
    address, _ = closed_server
    own = sign_in(page, address, closed_folder, "maker@swv.nl")
    other = people.signed_in(closed_folder, people.account(closed_folder, "ander@swv.nl"))
    go(page, f"{address}/scholen?schooltype=pro")
    page.get_by_role("button", name=re.compile("^Download")).first.click()
    with page.expect_download() as given:
        page.get_by_role("button", name=re.compile(r"^CSV \(voor programma")).click()
    link = given.value.url

    def status(token: str) -> int:
        return httpx.get(link, headers={"Cookie": f"dekkend={token}"}, timeout=300).status_code

    assert status(own) == 200
    assert status(other) == 404
    assert status("") == 401
    lines = audit.search(journal(closed_folder), what="download", who="maker@swv.nl")
    assert lines
    assert all(re.fullmatch(r"scholen\.csv \(\d+ bytes\)", line.over) for line in lines)
    assert not audit.search(journal(closed_folder), what="download", who="ander@swv.nl")


def test_an_upload_is_to_ones_own_session_only(
    page: Page, closed_server: Closed, closed_folder: Path, sign_in: SignIn,
    go: Callable[[Page, str], Page],
) -> None:  # fmt: skip
    address, _ = closed_server
    own = sign_in(page, address, closed_folder, "levert@swv.nl", Role.BEHEERDER)
    second = people.account(closed_folder, "tweede@swv.nl", Role.BEHEERDER)
    other = people.signed_in(closed_folder, second)
    go(page, f"{address}/leveringen")
    with page.expect_request(re.compile("/_stcore/upload_file/")) as sent:
        page.locator("input[type=file]").set_input_files(
            {"name": "leeg.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2\n"}
        )
    request = sent.value
    answer = request.response()
    assert answer is not None
    assert answer.status == 204
    xsrf = request.all_headers().get("x-xsrftoken", "")

    def status(token: str, method: str) -> int:
        cookie = f"dekkend={token}; _streamlit_xsrf={xsrf}"
        headers = {"Cookie": cookie, "X-Xsrftoken": xsrf}
        files = {"file": ("b.csv", b"x")}
        return httpx.request(
            method, request.url, headers=headers, files=files, timeout=300
        ).status_code

    assert [status(other, method) for method in ("PUT", "DELETE")] == [404, 404]
    assert [status("", method) for method in ("PUT", "DELETE")] == [401, 401]
    assert status(own, "PUT") == 204


def test_no_websocket_without_signing_in(closed_server: Closed, closed_folder: Path) -> None:
    address, _ = closed_server
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    closed = people.account(closed_folder, "weg@swv.nl")
    token = people.signed_in(closed_folder, closed)
    with connect(stream, additional_headers={"Cookie": f"dekkend={token}"}, open_timeout=300):
        pass

    accounts.deactivate(journal(closed_folder), people.COMMAND, closed.nummer)

    for given in ("", "verzonnen", token):
        with pytest.raises(InvalidStatus) as refused:
            connect(stream, additional_headers={"Cookie": f"dekkend={given}"}, open_timeout=300)
        assert refused.value.response.status_code == 403


def test_nothing_stands_in_the_way_at_the_desk(
    page: Page, closed_server: Closed, closed_folder: Path, sign_in: SignIn
) -> None:
    address, _ = closed_server
    token = invitations.invite(
        journal(closed_folder), people.COMMAND, email="an@swv.nl", naam="An",
        role=Role.DIRECTEUR, swv={"VO9901"},
    )  # fmt: skip
    paths = ["aanmelden", f"uitnodiging/{token}"]
    for path in [*paths, "afmelden", "wachtwoord"]:
        if path == "afmelden":
            sign_in(page, address, closed_folder, "toegankelijk@swv.nl")
        page.goto(f"{address}/{path}")
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 1600})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")
                page.wait_for_function(STILL)
                assert faults(page) == [], (path, width, scheme)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
