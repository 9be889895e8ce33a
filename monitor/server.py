"""The monitor as an ASGI app: warm before the first visitor, Dutch, compressed, closed."""

import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import streamlit
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Message, Receive, Scope, Send

from monitor.resources import APP
from monitor.serving import serving
from monitor.versions import Versions


SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Streamlit writes styles into the page and evaluates the code of its own chart library.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    ),
}
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Dutch:
    """Says `lang="nl"` on the page, which Streamlit has no setting for, and adds headers."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: dict[str, Any] = {}
        body = bytearray()

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    (name, value)
                    for name, value in message["headers"]
                    if name.decode("latin-1").lower() not in _REPLACED
                ]
                headers += [(k.lower().encode(), v.encode()) for k, v in SECURITY_HEADERS.items()]
                message = {**message, "headers": headers}
                kind = dict(headers).get(b"content-type", b"")
                if kind.startswith(b"text/html"):
                    start.update(message)
                    return
                await send(message)
            elif start:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    page = bytes(body).replace(b'<html lang="en"', b'<html lang="nl"', 1)
                    headers = [
                        (k, str(len(page)).encode() if k == b"content-length" else v)
                        for k, v in start["headers"]
                    ]
                    await send({**start, "headers": headers})
                    await send({"type": "http.response.body", "body": page})
            else:
                await send(message)

        await self.app(scope, receive, answer)


_REPLACED = {name.lower() for name in SECURITY_HEADERS}


def make_app(versions: Versions) -> streamlit.App:
    """The app on a data folder; its lifespan does once what every first visitor would wait for."""

    @asynccontextmanager
    async def lifespan(app: streamlit.App) -> AsyncIterator[None]:
        warm_up(versions)
        yield

    os.environ["DEKKEND_DATA"] = str(versions.folder.resolve())
    return streamlit.App(
        APP,
        lifespan=lifespan,
        middleware=[Middleware(GZipMiddleware, minimum_size=1000), Middleware(Dutch)],
    )


def warm_up(versions: Versions) -> None:
    """Open the store, import what is heavy and compute what every page asks first.

    `gc.freeze` matters most: Streamlit runs a full collection after every rerun, which takes
    70-140 ms with these libraries loaded (docs/decisions.md).
    """
    from monitor.pages import warm

    warm(serving(versions.folder).store())
    gc.collect()
    gc.freeze()


def run(versions: Versions, host: str, port: int) -> None:
    """Serve until stopped."""
    print(f"De monitor staat op http://{'localhost' if host == '127.0.0.1' else host}:{port}")
    print("Stoppen met Ctrl+C.")
    uvicorn.run(make_app(versions), host=host, port=port, log_level="warning", ws_max_size=2**28)
