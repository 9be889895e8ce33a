"""Signing in at somebody's own organisation, against a provider that really runs."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from helpers import people
from helpers.server import NOTHING_BEHIND
from joserfc.jwk import RSAKey

from monitor.access import accounts, audit, sessions
from monitor.store.journal import journal

from . import provider
from .agent import Agent, Page
from .provider import Provider


ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Monitor:
    """A monitor that runs, with the provider that it knows."""

    address: str
    folder: Path
    provider: Provider


@pytest.fixture(scope="module")
def running(inhabited: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monitor]:
    folder = tmp_path_factory.mktemp("oidc") / "gegevens"
    shutil.copytree(inhabited, folder)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    address = f"http://localhost:{port}"
    with provider.running() as elsewhere:
        provider.secrets_file(folder, elsewhere.address, address)
        process = subprocess.Popen(
            [sys.executable, "-c", NOTHING_BEHIND, "--data", str(folder), "serve", "--port", str(port)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": "localhost,127.0.0.1"},
        )  # fmt: skip
        assert process.stdout is not None
        assert "De monitor staat op" in process.stdout.readline()
        yield Monitor(address, folder, elsewhere)
        process.kill()
        process.communicate()


@pytest.fixture
def monitor(running: Monitor) -> Monitor:
    """The same for everybody, with a provider that is honest again."""
    fresh = Provider(address=running.provider.address, key=running.provider.key)
    vars(running.provider).update(vars(fresh))
    running.provider.claims = {"email": "jan@swv.nl", "email_verified": True}
    return running


def come(monitor: Monitor, agent: Agent, back: str = "") -> Page:
    """Click on the button of the provider, and go where that leads until a page of ours."""
    return agent.go(f"{monitor.address}/aanmelden/via/school{back}")


def whose(monitor: Monitor, agent: Agent) -> str:
    """Who somebody is signed in as; "" when he is not."""
    token = agent.cookies.get(urlsplit(monitor.address).netloc, {}).get("dekkend", "")
    found = sessions.account_of(journal(monitor.folder), token) if token else None
    return found.email if found else ""


def refused(monitor: Monitor) -> list[str]:
    return [
        line.over
        for line in audit.search(journal(monitor.folder), what="aanmelden")
        if line.uitkomst == audit.REFUSED
    ]


def test_who_has_an_account_here_is_in_after_signing_in_there(monitor: Monitor) -> None:
    agent = Agent()
    button = agent.go(f"{monitor.address}/aanmelden?naar=%2Fbegrippen%3Fa%3Db").body
    assert "Aanmelden met Scholen &amp; Co" in button
    link = button.partition('href="/aanmelden/via/school')[2].partition('"')[0]

    page = come(monitor, agent, link)

    assert (page.status, page.address) == (200, f"{monitor.address}/begrippen?a=b")
    assert whose(monitor, agent) == "jan@swv.nl"
    asked = monitor.provider.asked[0]
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) >= 16
    assert asked["scope"] == "openid email profile"


def test_nothing_of_the_provider_stays_in_the_browser(monitor: Monitor) -> None:
    """One kind of session, that ends when we say so: Streamlit's own would last for a month."""
    agent = Agent()

    come(monitor, agent)

    names = set(agent.cookies[urlsplit(monitor.address).netloc])
    assert not [name for name in names if name.startswith("_streamlit_user")]
    assert "dekkend" in names
    assert "dekkend_naar" not in names


def test_who_signs_in_there_can_be_put_out_here(monitor: Monitor) -> None:
    agent = Agent()
    come(monitor, agent)

    agent.go(f"{monitor.address}/afmelden", {"waar": "hier"})

    assert whose(monitor, agent) == ""
    assert "/aanmelden" in agent.go(f"{monitor.address}/begrippen").address


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"email": "vreemd@elders.nl", "email_verified": True}, "geen account"),
        ({"email": "jan@swv.nl", "email_verified": False}, "geen geverifieerd e-mailadres"),
        ({"email": "jan@swv.nl", "email_verified": "false"}, "geen geverifieerd e-mailadres"),
        ({"name": "jan@swv.nl"}, "geen geverifieerd e-mailadres"),
        ({"email": ["jan@swv.nl"], "email_verified": True}, "geen geverifieerd e-mailadres"),
    ],
)
def test_who_has_no_account_gets_a_polite_no_that_is_written_down(
    monitor: Monitor, claims: dict[str, object], why: str
) -> None:
    monitor.provider.claims = {"sub": f"vreemd {claims}", **claims}
    agent, before = Agent(), len(refused(monitor))

    page = come(monitor, agent)

    assert page.status == 403
    assert "geen toegang tot deze monitor" in page.body
    assert whose(monitor, agent) == ""
    assert len(refused(monitor)) == before + 1
    assert why in refused(monitor)[0]
    assert not [n for n in agent.cookies[urlsplit(monitor.address).netloc] if "user" in n]


def test_who_was_given_somebodys_mailbox_is_not_that_somebody(monitor: Monitor) -> None:
    come(monitor, Agent())
    monitor.provider.claims |= {"sub": "persoon-2"}
    agent = Agent()

    assert come(monitor, agent).status == 403
    assert whose(monitor, agent) == ""


@pytest.mark.parametrize(
    "lies",
    [
        {"nonce": "een andere"},
        {"nonce": None},
        {"iss": "https://elders.nl"},
        {"aud": "een andere toepassing"},
        {"aud": ["monitor", "een andere"], "azp": "een andere"},
        {"exp": 1_700_000_000, "iat": 1_699_999_000},
    ],
)
def test_a_token_that_is_not_for_us_from_them_and_now_opens_nothing(
    monitor: Monitor, lies: dict[str, object]
) -> None:
    monitor.provider.lies = lies
    agent = Agent()

    page = come(monitor, agent)

    assert (page.status, whose(monitor, agent)) == (403, "")
    assert "niet gelukt" in page.body


def test_a_token_that_somebody_else_signed_opens_nothing(monitor: Monitor) -> None:
    come(monitor, Agent())  # so that the monitor knows the key
    own = monitor.provider.key
    monitor.provider.key, monitor.provider.shown = RSAKey.generate_key(2048, {"kid": "een"}), own
    agent = Agent()
    try:
        assert (come(monitor, agent).status, whose(monitor, agent)) == (403, "")
    finally:
        monitor.provider.key = own


def test_another_state_than_ours_opens_nothing(monitor: Monitor) -> None:
    """Somebody lures another to come back with a code of his own."""
    monitor.provider.state = "van een ander"
    agent = Agent()

    assert (come(monitor, agent).status, whose(monitor, agent)) == (403, "")


def test_who_says_no_over_there_is_told_what_to_do(monitor: Monitor) -> None:
    monitor.provider.error = "access_denied"
    agent = Agent()

    page = come(monitor, agent)

    assert (page.status, whose(monitor, agent)) == (403, "")
    assert "Naar aanmelden" in page.body
    assert "access_denied" not in page.body


def test_coming_back_twice_opens_nothing(monitor: Monitor) -> None:
    agent = Agent()
    come(monitor, agent)
    (back,) = [one for one in agent.seen if "/oauth2callback" in one]
    state = parse_qs(urlsplit(back).query)["state"][0]

    again = agent.go(back)
    with_everything_of_then = Agent(cookies={
        urlsplit(monitor.address).netloc: {f"_state_school_{state}": "x"}
    }).go(back)  # fmt: skip

    assert [page.status for page in (again, with_everything_of_then)] == [403, 403]


def test_the_cookie_before_the_return_does_not_work_twice_either(monitor: Monitor) -> None:
    """Who has the cookie of before, with the state in it, comes with a code that is used up."""
    site = urlsplit(monitor.address).netloc
    agent = Agent()
    login = agent.go(f"{monitor.address}/aanmelden/via/school", follow=False)
    away = agent.go(f"{monitor.address}{login.headers['location']}", follow=False)
    back = agent.go(away.headers["location"], follow=False).headers["location"]
    before = dict(agent.cookies[site])
    assert agent.go(back, follow=False).status == 303

    thief = Agent(cookies={site: before})

    assert (thief.go(back).status, whose(monitor, thief)) == (403, "")


def test_a_cookie_of_streamlit_is_nobody(monitor: Monitor) -> None:
    """Even one that is signed with the right secret: only what just came from the provider counts."""
    from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

    said = (
        f'{{"email": "jan@swv.nl", "email_verified": true, "is_logged_in": true, "sub": "persoon-1",'
        f' "iss": "{monitor.provider.address}", "origin": "{monitor.address}", "provider": "school"}}'
    )
    signed = create_signed_value(provider.COOKIE_SECRET, "_streamlit_user", said).decode()
    agent = Agent(cookies={urlsplit(monitor.address).netloc: {"_streamlit_user": signed}})

    assert agent.go(f"{monitor.address}/begrippen", follow=False).status == 303
    assert agent.go(f"{monitor.address}/oauth2callback?state=x&code=y").status == 403
    assert whose(monitor, agent) == ""


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/aanmelden/via/elders", 404), ("/aanmelden/via/", 404), ("/aanmelden/via/SCHOOL", 404),
        ("/auth/logout", 401), ("/auth/login/x", 401), ("/oauth2callback/", 401),
        ("/oauth2callback", 403), ("/oauth2callback?code=x", 403),
    ],
)  # fmt: skip
def test_other_ways_lead_nowhere(monitor: Monitor, path: str, status: int) -> None:
    assert Agent().go(f"{monitor.address}{path}").status == status


@pytest.mark.parametrize("word", ["", "?provider=school", "?provider=eyJhbGciOiJub25lIn0.e30."])
def test_only_our_own_button_sends_somebody_away(monitor: Monitor, word: str) -> None:
    Agent().go(f"{monitor.address}/auth/login{word}")

    assert monitor.provider.asked == []


@pytest.mark.parametrize(
    "back", ["//elders.nl", "%2F%2Felders.nl", "https://elders.nl", "/%5Ce.nl"]
)
def test_the_way_back_is_ours(monitor: Monitor, back: str) -> None:
    page = come(monitor, Agent(), f"?naar={back}")

    assert page.address == f"{monitor.address}/"


def test_a_closed_account_is_closed_for_who_signs_in_elsewhere_too(monitor: Monitor) -> None:
    els = people.account(monitor.folder, "els@swv.nl")
    monitor.provider.claims = {"sub": "els", "email": "els@swv.nl", "email_verified": True}
    agent = Agent()
    come(monitor, agent)
    assert whose(monitor, agent) == "els@swv.nl"

    accounts.deactivate(journal(monitor.folder), people.COMMAND, els.nummer)

    assert whose(monitor, agent) == ""
    assert come(monitor, Agent()).status == 403
