"""What goes over the wire around Streamlit: Dutch pages, security headers, small files."""

import base64
import gzip
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import anyio.to_thread
import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from monitor.resources import BROWSER, SCRIPTS


SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = (
    "default-src 'self'; "
    # Streamlit writes its styles into the page.
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; frame-ancestors 'none'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
STREAMLIT_FILES = Path(streamlit.__file__).parent / "static"
TITLE = "Monitor dekkend aanbod"
CLOSED = ("/_stcore/agent/", "/_stcore/metrics/")
"""Routes of Streamlit that nobody needs: the agent describes itself even when it is off, the
metrics tell who is there and what was asked."""
NOT_FOUND = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Niet gevonden · Monitor dekkend aanbod</title>
<style>
  body {{ font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem;
    color: #17212b; background: #fff }}
  a {{ color: #00629b }}
  @media (prefers-color-scheme: dark) {{ body {{ color: #e8edf1; background: #12181e }}
    a {{ color: #7cc4ef }} }}
</style></head>
<body><main>
<h1>Deze pagina bestaat niet</h1>
<p>Controleer het adres, of ga naar de <a href="{home}">eerste pagina van de monitor</a>.</p>
</main></body></html>
"""


OTHER_NAME = (
    "Onder deze naam is de monitor niet te openen.\n\n"
    "Hoort dit adres wel bij de monitor? Zet de naam dan in instellingen.toml in de map met "
    'gegevens, bijv. adressen = ["monitor.voorbeeld.nl"], en start de monitor opnieuw.\n'
)
ANY_ADDRESS = ("0.0.0.0", "::")
"""What stands for all addresses of this machine."""


class Dutch:
    """Makes Streamlit's HTML Dutch and closed, and answers for pages that do not exist.

    Streamlit has no setting for the language of the page or of its own texts, and shows an
    English dialog for an unknown address.
    """

    def __init__(self, app: ASGIApp, pages: frozenset[str]) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif any(part in f"{scope['path']}/" for part in CLOSED):
            await Response(status_code=404, headers=SECURITY_HEADERS)(scope, receive, send)
        elif not is_page_request(scope):
            await self._file(scope, receive, send)
        elif self._is_page(scope["path"]):
            await self._translate(scope, receive, send)
        else:
            await _not_found(scope, receive, send)

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A file or a route of Streamlit; its page, which it gives for any file that it does not
        have, is a page that we do not have."""
        is_page = False

        async def answer(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                is_page = headers.get("content-type", "").startswith("text/html")
                headers.update(SECURITY_HEADERS)
            if not is_page:
                await send(message)

        await self.app(scope, receive, answer)
        if is_page:
            await _not_found(scope, receive, send)

    async def _translate(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Streamlit's page, asked for uncompressed and whole, made ours."""
        unwanted = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
        asked = [(name, value) for name, value in scope["headers"] if name not in unwanted]
        start: Message = {}
        body = bytearray()

        async def gather(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            else:
                body.extend(message.get("body", b""))

        # A HEAD must get the headers of the page itself, so that is asked for then too.
        await self.app({**scope, "headers": asked, "method": "GET"}, receive, gather)
        given = Headers(raw=start["headers"])
        if given.get("content-type", "").startswith("text/html"):
            html = translated(body.decode())
            page: Response = HTMLResponse(html, headers={"Cache-Control": "no-cache"})
            page.headers.update(_closed(html))
        else:
            page = Response(bytes(body), start["status"], dict(given))
            page.headers.update(SECURITY_HEADERS)
        await page(scope, receive, send)

    def _is_page(self, path: str) -> bool:
        rest = path.strip("/").removeprefix(base_path()).strip("/")
        return rest == "" or rest in self.pages


async def _not_found(scope: Scope, receive: Receive, send: Send) -> None:
    home = f"/{base_path()}/" if base_path() else "/"
    page = HTMLResponse(NOT_FOUND.format(home=home), 404, headers=_closed(""))
    await page(scope, receive, send)


def is_page_request(scope: Scope) -> bool:
    """Whether a browser asks for a page, not for a file or one of Streamlit's own routes."""
    path = scope["path"]
    last = path.rstrip("/").rpartition("/")[2]
    own = any(part in f"{path}/" for part in ("/_stcore/", "/static/", "/media/", "/component/",
                                              "/bidi-components/", "/auth/", "/oauth2callback/",
                                              "/app/static/"))  # fmt: skip
    return scope["method"] in ("GET", "HEAD") and "." not in last and not own


def base_path() -> str:
    """The path under which a reverse proxy shows the monitor, without slashes."""
    return str(config.get_option("server.baseUrlPath") or "").strip("/")


@cache
def translated(html: str) -> str:
    """Streamlit's HTML with our language, our title and our scripts."""
    html = html.replace('<html lang="en"', '<html lang="nl"', 1)
    html = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html, count=1)
    icon = base64.b64encode((BROWSER / "monitor.svg").read_bytes()).decode()
    html = re.sub(
        r'<link rel="shortcut icon"[^>]*>',
        f'<link rel="shortcut icon" type="image/svg+xml" href="data:image/svg+xml;base64,{icon}">',
        html,
        count=1,
    )
    scripts = "".join(f"<script>{path.read_text(encoding='utf-8')}</script>" for path in SCRIPTS)
    return html.replace("</head>", f"{scripts}</head>", 1)


def _closed(html: str) -> dict[str, str]:
    """The security headers of a page: of scripts only ours and those that stand in it."""
    inline = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in inline
    )
    return {**SECURITY_HEADERS, "Content-Security-Policy": f"script-src 'self' {hashes}; {POLICY}"}


class OwnOrigin:
    """Refuses whoever asks for another name than ours, and a websocket that another site opens.

    A name that somebody else points at this machine makes his pages ours to the browser (DNS
    rebinding). Streamlit looks at the websocket too, but asks an outside service for this
    machine's address first, and not at the name.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None = None) -> None:
        self.app = app
        self.hosts = hosts
        """The names that we go by, of `host_names`; None = any."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] == "websocket" and not (
            self._is_ours(headers) and self._is_own(scope, headers)
        ):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif not self._is_ours(headers):
            answer = PlainTextResponse(OTHER_NAME, 421, headers=SECURITY_HEADERS)
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_ours(self, headers: Headers) -> bool:
        """Without a name it is no browser: those of a proxy that asks whether we live."""
        host = headers.get("host")
        return host is None or self.hosts is None or name_of(host) in self.hosts

    def _is_own(self, scope: Scope, headers: Headers) -> bool:
        origin = headers.get("origin")
        allowed = config.get_option("server.corsAllowedOrigins")
        return origin is None or origin in allowed or is_own_origin(scope, origin)


def is_own_origin(scope: Scope, origin: str) -> bool:
    """Whether an origin (or the address of a page) is of this very monitor, as it was asked for.

    Whoever came over https has no page of ours over http: that is somebody in between. The other
    way round is a proxy that the settings do not name, which speaks https with the browser.
    """
    parts = urlsplit(origin)
    host = Headers(scope=scope).get("host") or ""
    schemes = ("https",) if scope.get("scheme") in ("https", "wss") else ("http", "https")
    return bool(host) and parts.scheme in schemes and parts.netloc == host


def host_names(host: str, names: Sequence[str]) -> frozenset[str] | None:
    """The names that a monitor on address `host` goes by; None = any, which is for an address
    that stands for all of this machine's while nobody said which names those have."""
    if host in ANY_ADDRESS and not names:
        return None
    own = {"localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host}
    return frozenset(name_of(name) for name in (*own, *names))


def name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    return re.sub(r":[0-9]*$", "", host.strip().lower()).rstrip(".")


class SmallFiles:
    """Streamlit's scripts, compressed once: it serves 4.7 MB of plotly as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = {
            f"/static/{path.relative_to(STREAMLIT_FILES / 'static').as_posix()}": path
            for path in (STREAMLIT_FILES / "static").rglob("*")
            if path.suffix in _TYPES
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").removeprefix(f"/{base_path()}" if base_path() else "")
        if scope["type"] != "http" or path not in self.files or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            await self.app(scope, receive, send)
            return
        file = self.files[path]
        body = await anyio.to_thread.run_sync(_compressed, file)
        headers = {
            **SECURITY_HEADERS,
            "Content-Encoding": "gzip",
            "Vary": "Accept-Encoding",
            "Cache-Control": "public, immutable, max-age=31536000",
        }
        await Response(body, media_type=_TYPES[file.suffix], headers=headers)(scope, receive, send)


_TYPES = {".js": "text/javascript", ".css": "text/css"}


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
