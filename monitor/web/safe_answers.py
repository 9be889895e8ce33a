"""Headers that go with every answer, whoever of us gives it: none is sent without.

`monitor.web.wire` gives pages a policy of their own; what has none gets one here by what it is. So a
route that is added later, or an error of the server itself, is closed until somebody opens it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.datastructures import MutableHeaders

from monitor.web.wire import POLICY, SECURITY_HEADERS


App = Callable[..., Any]
EVERYWHERE = {
    **SECURITY_HEADERS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""Of what is looked at and not run: downloads, messages, what Streamlit tells its page."""
PLAIN_PAGE = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Of a page without scripts that says nothing of its own."""
STATIC = f"script-src 'self'; {POLICY}"
"""Of scripts and styles: a worker obeys the policy of its own file."""
HTTPS_ONLY = "max-age=31536000"
"""A year. Not for names below ours: those need not be ours."""


class SafeAnswers:
    """ASGI, outermost: sets what is missing, and says that figures are kept nowhere."""

    def __init__(self, app: App, base: str = "") -> None:
        """`base` is the path under which a reverse proxy shows the monitor, without slashes."""
        self.app = app
        self.base = f"/{base}" if base else ""

    async def __call__(self, scope: Mapping[str, Any], receive: App, send: App) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        path = str(scope["path"]).removeprefix(self.base)
        is_https = scope.get("scheme") in ("https", "wss")

        async def answer(message: Any) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                message.setdefault("headers", [])
                _close(MutableHeaders(raw=message["headers"]), path, is_https)
            await send(message)

        await self.app(scope, receive, answer)


def _close(headers: MutableHeaders, path: str, is_https: bool) -> None:
    for name, value in EVERYWHERE.items():
        headers.setdefault(name, value)
    if is_https:
        headers["Strict-Transport-Security"] = HTTPS_ONLY
    kind = headers.get("content-type", "").partition(";")[0].strip()
    if path.startswith("/media/"):
        headers["Content-Security-Policy"] = NOTHING
        # A download is a figure that somebody may see; the next on this computer may not.
        headers["Cache-Control"] = "no-store"
        if not kind.startswith("image/") or kind == "image/svg+xml":
            headers.setdefault("Content-Disposition", "attachment")
        return
    if kind == "text/html":
        headers.setdefault("Content-Security-Policy", PLAIN_PAGE)
    elif path.startswith("/static/"):
        headers.setdefault("Content-Security-Policy", STATIC)
    else:
        headers.setdefault("Content-Security-Policy", NOTHING)
    headers.setdefault("Cache-Control", "no-store")
