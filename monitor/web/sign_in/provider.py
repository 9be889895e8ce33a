"""Signing in at somebody's own organisation (OpenID Connect), through Streamlit's machinery.

Streamlit goes to the provider and back, and checks what comes back: state, nonce, signature,
issuer, for whom it was meant. It would then remember that person by a cookie of its own; that cookie
is read here in its answer and goes no further. So one that a browser comes with means nothing, and
whoever signs in has one kind of session, that ends when we say so.
"""

import json
import re
import tomllib
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import auth_util, config
from streamlit.web.server.starlette.starlette_server_config import (
    SESSION_COOKIE_NAME,
    USER_COOKIE_NAME,
)
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from monitor.access import oidc, sessions
from monitor.errors import MonitorError, reason
from monitor.store.journal import journal
from monitor.store.secret import check_private
from monitor.web.sign_in import addresses, html
from monitor.web.sign_in.addresses import address, own_path, way_back
from monitor.web.sign_in.cookies import cookies_of, one_cookie, set_cookie, token_of


FILE = "geheimen.toml"
"""In the data folder, with what Streamlit's secrets.toml may have: `[auth]` and its parts."""
WHAT = "Het bestand met geheimen"
BACK = "dekkend_naar"
"""The cookie with the way back, as long as somebody is at the provider."""
AWAY = 600
"""Seconds that somebody may take there."""
NEEDED = ("client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
EVERY_TENANT = re.compile(r"//login\.microsoftonline\.com/(common|organizations|consumers)/")
"""There anybody may make an organisation, and in it an account with any e-mail address."""
FAILED = (
    "Het aanmelden bij uw organisatie is niet gelukt of afgebroken. Probeer het opnieuw. Blijft het "
    "misgaan, vraag dan de beheerder van de monitor om hulp."
)


def prepare(folder: Path) -> None:
    """Take in the settings of providers; MonitorError when others may read them, or they fall
    short. Without settings there is no such sign-in."""
    own = folder.resolve() / FILE
    files = [one for one in config.get_option("secrets.files") if one != str(own)]
    for file in (*map(Path, files), own):
        check_private(file, WHAT)
        _check_readable(file)
    config.set_option("secrets.files", [*files, str(own)])
    section = _section()
    if not section:
        return
    lacking = [name for name in ("redirect_uri", "cookie_secret") if not section.get(name)]
    if lacking:
        raise MonitorError(f"In [auth] van {FILE} ontbreekt: {', '.join(lacking)}.")
    if len(section["cookie_secret"]) < SHORTEST_SECRET:
        raise MonitorError(
            f"cookie_secret in {FILE} is te kort. Neem minstens {SHORTEST_SECRET} willekeurige tekens."
        )
    if not section["redirect_uri"].endswith(address(addresses.CALLBACK)):
        raise MonitorError(
            f"redirect_uri in {FILE} moet eindigen op {address(addresses.CALLBACK)}, bijv. "
            f"https://monitor.voorbeeld.nl{address(addresses.CALLBACK)}."
        )
    for name, part in _parts(section).items():
        faults = [key for key in NEEDED if not part.get(key)]
        if faults or not re.fullmatch(r"[a-z0-9]+", name):
            what = (
                ", ".join(faults)
                or "een naam van alleen kleine letters en cijfers (geen hoofdletters)"
            )
            raise MonitorError(f"Bij aanmelden via '{name}' in {FILE} ontbreekt: {what}.")
        if EVERY_TENANT.search(part["server_metadata_url"]):
            raise MonitorError(
                f"Bij aanmelden via '{name}' in {FILE} mag iedereen met een account bij Microsoft "
                "zich melden. Zet in server_metadata_url het nummer van uw eigen organisatie."
            )


def _check_readable(file: Path) -> None:
    """Streamlit takes a file with a fault in it for none at all."""
    try:
        tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        # Not what is wrong: that may be the secret itself.
        raise MonitorError(
            f"{WHAT} ({file}) is geen geldige TOML. Kijk de aanhalingstekens na."
        ) from None
    except OSError as error:
        raise MonitorError(f"{WHAT} ({file}) is niet te openen: {reason(error)}.") from None


def providers() -> dict[str, str]:
    """name -> what people call it, of every provider in the settings."""
    return {
        name: str(part.get("naam") or name.capitalize())
        for name, part in _parts(_section()).items()
    }


def _section() -> dict[str, Any]:
    found = auth_util.get_secrets_auth_section()
    return found.to_dict() if found else {}


def _parts(section: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The providers: each a part of its own, or one that stands in [auth] itself."""
    parts = {
        name: part
        for name, part in section.items()
        if isinstance(part, dict) and name != "client_kwargs"
    }
    if section.get("client_id"):
        own = auth_util.generate_default_provider_section(auth_util.get_secrets_auth_section())
        parts["default"] = {**own, "naam": section.get("naam") or "uw organisatie"}
    return parts


def sends_away(scope: Scope) -> Response | None:
    """The way to a provider, when that is what is asked for; 404 when we do not know it."""
    path = own_path(scope)
    if not path.startswith(addresses.ELSEWHERE) or scope["method"] not in ("GET", "HEAD"):
        return None
    name = path.removeprefix(addresses.ELSEWHERE)
    if name not in providers():
        return html.page("Deze pagina bestaat niet", _again(), status=404)
    login = f"{address(addresses.LOGIN)}?provider={auth_util.encode_provider_token(name)}"
    answer = RedirectResponse(login, 303, {"Cache-Control": "no-store"})
    question = scope["query_string"].decode("latin-1")
    back = question.removeprefix("naar=") if question.startswith("naar=") else ""
    if re.fullmatch(r"[\w%./~-]{1,2000}", back, re.ASCII):
        answer.headers.append("set-cookie", one_cookie(scope, BACK, back, AWAY))
    return answer


async def come_back(app: ASGIApp, folder: Path, scope: Scope, receive: Receive, send: Send) -> None:
    """Streamlit's answer to who comes back from a provider, made ours."""
    start: Message = {}

    async def gather(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message

    await app(scope, receive, gather)
    given = Headers(raw=start["headers"]).getlist("set-cookie")
    page = await anyio.to_thread.run_sync(_welcome, folder, scope, _claims(given))
    for cookie in given:
        # The state is used up: that it is gone must reach the browser.
        if cookie.startswith(f"{SESSION_COOKIE_NAME}="):
            page.headers.append("set-cookie", cookie)
    page.headers.append("set-cookie", one_cookie(scope, BACK, "", 0))
    await page(scope, receive, send)


def _claims(given: list[str]) -> dict[str, Any]:
    """What the provider says of somebody, as Streamlit found it good; {} when it did not."""
    cookies: dict[str, str] = {}
    for line in given:
        try:
            cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        except CookieError:
            continue
    signed = _get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    found = json.loads(signed) if signed else {}
    return found if isinstance(found, dict) and found.get("is_logged_in") else {}


def _welcome(folder: Path, scope: Scope, claims: dict[str, Any]) -> Response:
    """A session for who has an account here; a polite no for who has not."""
    if not claims:
        return html.page("Aanmelden is niet gelukt", html.paragraph(FAILED), _again(), status=403)
    kept = journal(folder)
    came_from = scope["client"][0] if scope.get("client") else ""
    try:
        account = oidc.by_claims(kept, claims, came_from, _trust(claims))
        token = sessions.start(kept, account, came_from, "oidc")
    except sessions.SignInRefused as error:
        return html.page("U hebt geen toegang", html.paragraph(str(error)), _again(), status=403)
    if token_of(scope):
        sessions.sign_out(kept, token_of(scope), came_from)
    back = way_back(unquote(cookies_of(scope).get(BACK, "")))
    answer = RedirectResponse(back, 303, {"Cache-Control": "no-store"})
    answer.headers.append("set-cookie", set_cookie(scope, token))
    return answer


def _trust(claims: dict[str, Any]) -> oidc.Trust:
    """What is believed of the provider that says this: see docs/beveiliging.md."""
    part = _parts(_section()).get(str(claims.get("provider")), {})
    names = part.get("email_in") or oidc.TRUST.email
    return oidc.Trust(
        (names,) if isinstance(names, str) else tuple(names),
        unverified=not part.get("alleen_geverifieerd", False),
    )


def _again() -> str:
    return html.link(address(addresses.SIGN_IN), "Naar aanmelden", "button")
