"""Addresses of the monitor: which are ours, which anybody may have, where somebody goes back to."""

import re
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from monitor.web.wire import STREAMLIT_FILES, base_path, is_own_origin


SIGN_IN = "/aanmelden"
ELSEWHERE = "/aanmelden/via/"
SIGN_OUT = "/afmelden"
INVITATION = "/uitnodiging/"
PASSWORD = "/wachtwoord"
LOGIN = "/auth/login"
CALLBACK = "/oauth2callback"
MEDIA = "/media/"
UPLOAD = "/_stcore/upload_file/"
HEALTH = "/_stcore/health"
"""Says "ok" and no more."""
OPEN = frozenset(
    {HEALTH}
    | {
        f"/static/{path.relative_to(STREAMLIT_FILES / 'static').as_posix()}"
        for path in (STREAMLIT_FILES / "static").rglob("*")
        if path.is_file()
    }
)
"""What anybody may have: Streamlit's own scripts, styles and letters, the same everywhere. Whole
addresses and no beginnings, so that no way of writing an address makes one of another."""
_ODD = re.compile(r"[\x00-\x20\\\x7f]")


def own_path(scope: Scope) -> str:
    """The path below the one under which the monitor is shown; "" when it is not below that."""
    path, base = str(scope["path"]), base_path()
    if not base:
        return path
    return path.removeprefix(f"/{base}") if path.startswith(f"/{base}/") else ""


def address(path: str) -> str:
    """One of our paths as the browser has to ask it."""
    return f"/{base_path()}{path}" if base_path() else path


def home() -> str:
    return address("/")


def asked(scope: Scope) -> str:
    """What was asked for, path and question, as a place to go back to."""
    query = scope["query_string"].decode("latin-1")
    path = quote(str(scope["path"]), safe="/~")
    return f"{path}?{query}" if query else path


def way_back(given: str) -> str:
    """Where somebody goes after signing in: an address of our own, else the first page.

    "//elders.nl", "/\\elders.nl" and "https:elders.nl" are other sites to a browser.
    """
    start = home()
    if not given.startswith(start) or given.startswith("//") or _ODD.search(given):
        return start
    try:
        parts = urlsplit(given)
    except ValueError:
        return start
    own = not parts.scheme and not parts.netloc and "//" not in parts.path
    return given if own and len(given) < 2000 else start


def is_from_own_page(scope: Scope) -> bool:
    """Whether a form was sent from a page of ours. A browser always says where a form stood; who
    does not say it is not one, or hides it."""
    headers = Headers(scope=scope)
    return is_own_origin(scope, headers.get("origin") or headers.get("referer") or "")
