"""The door: who is not signed in gets nothing, however it is asked; who is, gets what is his."""

import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from helpers import people

from monitor.access import EVERY, Role, Viewer, accounts, invitations, sessions
from monitor.access.accounts import Account
from monitor.pages import PAGES
from monitor.store.journal import journal
from monitor.web.sign_in import addresses, owners

from .at_the_door import Visitor


PAGE_PATHS = ["/", *(f"/{page.name}" for page in PAGES)]
ROUTES = [
    "/_stcore/host-config", "/_stcore/metrics", "/_stcore/stream", "/_stcore/script-health-check",
    "/_stcore/upload_file/een/twee", "/_stcore/agent/openapi.json", "/_stcore/bidi-components/x.js",
    "/media/0123456789abcdef.csv", "/component/x/index.html", "/app/static/x.csv",
    "/auth/login", "/auth/logout", "/oauth2callback", "/index.html", "/favicon.png",
]  # fmt: skip
TRICKS = [
    "//aanmelden", "//aanmelden/../", "/aanmelden/../scholen", "/aanmelden/", "/aanmelden/x",
    "/aanmelden\\..\\scholen", "/aanmelden;/scholen", "/AANMELDEN", "/Media/x.csv", "//media/x.csv",
    "/./scholen", "/static/../media/x.csv", "/static/js/../../media/x.csv", "/static/", "/static",
    "/static//js", "/_stcore/health/", "/_stcore/health/../host-config", "/_stcore//health",
    "/%61anmelden", "/afmelden/scholen", "/wachtwoord/scholen", "/uitnodiging", "", "*",
    "http://monitor.test/scholen", "/scholen\x00", "/scholen\n/aanmelden", "/static/js/x.js.map",
    "/demo/aanmelden", "/aanmelden/via/", "/aanmelden/via/microsoft", "/aanmelden/via/../../media/x",
]  # fmt: skip
METHODS = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "TRACE", "get", "PROPFIND")


def test_a_page_leads_to_signing_in(visitor: Visitor) -> None:
    for path in PAGE_PATHS:
        for method in ("GET", "HEAD"):
            answer = visitor.ask(method, path)
            assert answer.status == 303, path
            assert answer.header("location").startswith("/aanmelden")
            assert answer.header("cache-control") == "no-store"
    assert visitor.behind.reached == []


@pytest.mark.parametrize("token", ["", "verzonnen"])
def test_nothing_else_comes_through_however_it_is_written(visitor: Visitor, token: str) -> None:
    for path in (*ROUTES, *TRICKS):
        for method in METHODS:
            answer = visitor.ask(method, path, token)
            assert visitor.behind.reached == [], (method, path)
            assert answer.status in (303, 401, 403, 404, 405, 410), (method, path)
            if answer.status == 303:
                assert answer.header("location").startswith("/aanmelden"), (method, path)


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "POST", "PATCH"])
def test_a_page_is_read_and_nothing_else(visitor: Visitor, method: str) -> None:
    assert visitor.ask(method, "/scholen").status == 401
    assert visitor.behind.reached == []


def test_what_anybody_may_have_is_the_same_everywhere_and_says_nothing(visitor: Visitor) -> None:
    scripts = sorted(addresses.OPEN)[:5]

    for path in scripts:
        assert visitor.ask("GET", path).status == 200
    assert {path.split("/")[1] for path in addresses.OPEN} == {"static", "_stcore"}
    assert [path for path in addresses.OPEN if "_stcore" in path] == ["/_stcore/health"]


def test_who_is_signed_in_comes_through(visitor: Visitor, token: str) -> None:
    for path in (*PAGE_PATHS, "/_stcore/host-config", "/component/x"):
        answer = visitor.ask("GET", path, token)
        assert answer.status == 200
        # So that a page that was left is not to be seen again with the button back.
        assert answer.header("cache-control") == "no-store"


def tokens_that_do_not_hold(folder: Path, jan: Account, token: str) -> dict[str, str]:
    book = journal(folder)
    out = people.signed_in(folder, jan)
    sessions.sign_out(book, out)
    return {
        "none": "", "forged": "a" * 43, "too long": token + "x" * 300, "cut off": token[:-1],
        "in capitals": token.swapcase(), "with more": token + "a", "signed out": out,
        "sql": "' or 1=1 --", "strange signs": "é\x00", "quoted": f'"{token}x"',
        "hash of it": __import__("hashlib").sha256(token.encode()).hexdigest(),
    }  # fmt: skip


def test_a_cookie_that_does_not_hold_opens_nothing(
    visitor: Visitor, folder: Path, jan: Account, token: str
) -> None:
    for name, given in tokens_that_do_not_hold(folder, jan, token).items():
        assert visitor.ask("GET", "/_stcore/host-config", given).status == 401, name
    assert visitor.behind.reached == []
    assert visitor.ask("GET", "/_stcore/host-config", token).status == 200


def test_a_closed_account_is_out_at_once(
    visitor: Visitor, folder: Path, jan: Account, token: str
) -> None:
    accounts.deactivate(journal(folder), people.COMMAND, jan.nummer)

    assert visitor.ask("GET", "/scholen", token).status == 303
    assert visitor.open_socket("/_stcore/stream", token) == [
        {"type": "websocket.close", "code": 1008}
    ]
    assert visitor.behind.reached == []


def test_signing_out_everywhere_counts_for_all_devices(
    visitor: Visitor, folder: Path, jan: Account
) -> None:
    devices = [people.signed_in(folder, jan) for _ in range(3)]

    visitor.ask("POST", "/afmelden", devices[0], {"waar": "overal"})

    assert [visitor.ask("GET", "/", one).status for one in devices] == [303, 303, 303]


def test_over_https_only_a_cookie_counts_that_no_neighbour_can_set(
    visitor: Visitor, token: str
) -> None:
    assert visitor.ask("GET", "/", token, scheme="https").status == 200
    assert visitor.ask("GET", "/", token, scheme="https", cookie="dekkend").status == 303


# ------------------------------------------------------------------------ demonstration and settings


def write(folder: Path, text: str) -> None:
    (folder / "instellingen.toml").write_text(text, "utf-8")


def test_a_demonstration_is_open_and_closes_with_its_setting(
    visitor: Visitor, folder: Path
) -> None:
    write(folder, 'swv = "VO9901"\ndemo = true\n')
    assert visitor.ask("GET", "/scholen").status == 200

    write(folder, 'swv = "VO9901"\ndemo = false\n')
    assert visitor.ask("GET", "/scholen").status == 303


@pytest.mark.parametrize(
    "text",
    [
        "demo = tru",
        "demo = true\nonbekend = 1\n",
        "\x00",
        'demo = "ja"\nswv = 3\n',
        "[demo]\na=1\n",
    ],
)
def test_settings_that_cannot_be_read_shut_the_door(
    visitor: Visitor, folder: Path, text: str
) -> None:
    write(folder, text)

    assert visitor.ask("GET", "/scholen").status == 303
    assert visitor.ask("GET", "/media/x.csv").status == 401


def test_a_folder_without_anything_is_shut_and_says_how_to_begin(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "nog niet")

    assert visitor.ask("GET", "/").header("location") == "/aanmelden"
    page = visitor.ask("GET", "/aanmelden").body
    assert " beheerder naam@voorbeeld.nl " in page
    assert "<form" not in page


@pytest.mark.parametrize(
    ("settings", "swv"),
    [
        (None, "VO2507"),  # nothing is known: the example, of which the page says so
        ('swv = "VO0303"\n', "VO0303"),
        ("swv = [", "VO2507"),  # what cannot be read is said where it can be mended
    ],
)
def test_the_command_that_an_empty_monitor_shows_works_as_it_stands(
    tmp_path: Path, settings: str | None, swv: str
) -> None:
    """E10: typed over from the page, in another folder, it gives one whole link that works."""
    folder = tmp_path / "map met 'spaties'"
    folder.mkdir()
    if settings is not None:
        write(folder, settings)
    visitor = Visitor(folder)
    page = visitor.ask("GET", "/aanmelden").body
    shown = re.search("<code>(.*?)</code>", page)
    assert shown is not None
    assert ("en voor VO2507 de code van uw" in page) == (swv == "VO2507")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()

    done = subprocess.run(
        unescape(shown[1]),
        check=False,
        shell=True,
        cwd=elsewhere,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert (done.returncode, done.stderr) == (0, "")
    link = urlsplit(done.stdout.splitlines()[0])
    assert link.scheme == "http"
    assert link.netloc
    offered = visitor.ask("GET", link.path).body
    assert "naam@voorbeeld.nl" in offered
    assert list(elsewhere.iterdir()) == []
    who = invitations.invitation(journal(folder), link.path.rpartition("/")[2])
    assert who is not None
    assert who.rights.swv == {swv}


def test_when_the_journal_does_not_answer_the_door_stays_shut(
    visitor: Visitor, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("weg")

    monkeypatch.setattr("monitor.web.sign_in.door.sessions.account_of", broken)

    assert visitor.ask("GET", "/scholen", token).status == 503
    assert visitor.ask("PUT", "/_stcore/upload_file/a/b", token).status == 503
    assert visitor.open_socket("/_stcore/stream", token)[0]["type"] == "websocket.close"
    assert visitor.behind.reached == []


def test_below_another_path_the_same_holds(
    visitor: Visitor, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from streamlit import config

    get = config.get_option
    monkeypatch.setattr(
        config,
        "get_option",
        lambda name: "regio/noord" if name == "server.baseUrlPath" else get(name),
    )

    assert visitor.ask("GET", "/regio/noord/scholen").header("location") == (
        "/regio/noord/aanmelden?naar=%2Fregio%2Fnoord%2Fscholen"
    )
    assert visitor.ask("GET", "/regio/noord/aanmelden").status == 200
    for path in ("/aanmelden", "/static/js/index.js", "/_stcore/health", "/regio/noordaanmelden",
                 "/regio/noord/regio/noord/aanmelden", "/regio/noord/media/x.csv"):  # fmt: skip
        assert visitor.ask("PUT", path).status == 401, path
    assert visitor.behind.reached == []
    assert visitor.ask("GET", "/regio/noord/scholen", token).status == 200
    # What is outside it is nothing of ours, whoever asks: no file goes by another name.
    assert visitor.ask("GET", "/regio/noord/media/x.csv", token).status == 404


# ------------------------------------------------------------------------------- what is whose


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> owners._Kept:
    """What the door knows of sessions and files, for this test only."""
    fresh = owners._Kept()
    monkeypatch.setattr(owners, "_kept", fresh)
    return fresh


def test_a_file_is_of_who_it_was_made_for(
    visitor: Visitor, folder: Path, jan: Account, token: str, kept: owners._Kept
) -> None:
    piet = people.account(folder, "piet@swv.nl")
    kept.files["abc"] = {jan.viewer}

    assert visitor.ask("GET", "/media/abc.csv", token).status == 200
    assert visitor.ask("GET", "/media/abc.csv", people.signed_in(folder, piet)).status == 404
    assert visitor.ask("GET", "/media/def.csv", token).status == 404
    assert visitor.ask("GET", "/media/abc.csv").status == 401
    for path in ("/media/", "/media/abc", "/media/abc.x/../def.csv", "/media/ABC.csv"):
        status = visitor.ask("HEAD", path, people.signed_in(folder, piet)).status
        assert status == 404, path


def test_a_file_that_was_made_with_other_rights_is_gone(
    visitor: Visitor, folder: Path, jan: Account, token: str, kept: owners._Kept
) -> None:
    kept.files["abc"] = {jan.viewer}

    accounts.change_rights(journal(folder), people.COMMAND, jan.nummer,
                           role=Role.CONSULTANT, swv={"VO9901"})  # fmt: skip

    assert visitor.ask("GET", "/media/abc.csv", token).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "GET", "OPTIONS"])
def test_nobody_puts_a_file_in_anothers_session_or_takes_it_away(
    visitor: Visitor, folder: Path, jan: Account, token: str, kept: owners._Kept, method: str
) -> None:
    piet = people.account(folder, "piet@swv.nl", role=Role.BEHEERDER)
    jan = people.account(folder, "jannie@swv.nl", role=Role.BEHEERDER)
    token = people.signed_in(folder, jan)
    kept.session["van-jan"] = jan.viewer

    assert visitor.ask(method, "/_stcore/upload_file/van-jan/1", token).status == 200
    for name in ("van-jan", "onbekend", "", "van-jan%2F", "VAN-JAN"):
        path = f"/_stcore/upload_file/{name}/1"
        assert visitor.ask(method, path, people.signed_in(folder, piet)).status == 404, name


def test_who_has_no_page_to_drop_a_file_on_uploads_nothing(
    visitor: Visitor, jan: Account, token: str, kept: owners._Kept
) -> None:
    kept.session["van-jan"] = jan.viewer

    assert jan.role is not Role.BEHEERDER
    assert visitor.ask("PUT", "/_stcore/upload_file/van-jan/1", token).status == 404


def test_sessions_that_streamlit_forgot_are_forgotten(
    kept: owners._Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    from types import SimpleNamespace

    someone = Viewer(Role.DIRECTEUR, EVERY, wie="jan")
    monkeypatch.setattr(owners, "MANY", 3)
    monkeypatch.setattr(owners, "_is_known", lambda session: session != "s1")
    for name in ("s1", "s2", "s3", "s4"):
        found = SimpleNamespace(session_id=name)
        monkeypatch.setattr(owners, "get_script_run_ctx", lambda found=found: found)
        owners.note_session(someone)

    assert sorted(kept.session) == ["s2", "s3", "s4"]
    assert owners.is_session_of("s2", someone)
    assert not owners.is_session_of("s1", someone)
