"""A door with something behind it that writes down what reaches it, and visitors at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from helpers.two_processes import run_aside
from starlette.types import Message, Receive, Scope, Send

from monitor.web.sign_in.door import Door


HOST = "monitor.test"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: str

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")

    @property
    def cookies(self) -> list[str]:
        return [value for key, value in self.headers if key == "set-cookie"]


@dataclass
class Behind:
    """The app behind the door: everything that it is asked."""

    reached: list[str] = field(default_factory=list)
    received: list[Message] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached.append(scope["path"])
        self.scopes.append(scope)
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] != "websocket.disconnect":
                self.received.append(message)
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"achter de deur"})


class Visitor:
    """Somebody with a browser, or without one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.behind = Behind()
        self.door = Door(self.behind, folder)

    def ask(
        self,
        method: str,
        path: str,
        token: str = "",
        form: dict[str, str] | None = None,
        **more: Any,
    ) -> Answer:
        """One request. `headers` come on top; `scheme` and `host` are as said."""
        host = more.get("host", HOST)
        scheme = more.get("scheme", "http")
        headers = {"host": host, **more.get("headers", {})}
        if token:
            name = more.get("cookie") or ("__Host-dekkend" if scheme == "https" else "dekkend")
            headers["cookie"] = f"{name}={token}"
        body = urlencode(form or {}).encode()
        if method == "POST":
            headers.setdefault("origin", f"{scheme}://{host}")
            headers.setdefault("content-type", "application/x-www-form-urlencoded")
        where, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
            "scheme": scheme, "path": where, "raw_path": where.encode(), "root_path": "",
            "query_string": query.encode(), "client": ("192.0.2.7", 4000), "server": (host, 80),
            "headers": [(key.encode(), value.encode()) for key, value in headers.items() if value],
        }  # fmt: skip
        said: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": more.get("body", body), "more_body": False}

        async def send(message: Message) -> None:
            said.append(message)

        run_aside(self.door(scope, receive, send))
        start = next(message for message in said if message["type"] == "http.response.start")
        parts = [message.get("body", b"") for message in said[1:]]
        named = [(key.decode().lower(), value.decode()) for key, value in start["headers"]]
        return Answer(start["status"], named, b"".join(parts).decode())

    def open_socket(
        self,
        path: str = "/_stcore/stream",
        token: str = "",
        *sent: Message,
        protocol: str = "",
        between: Callable[[int], None] = lambda index: None,
    ) -> list[Message]:
        """Open a websocket and send these messages; what came back. `between` happens before
        each of them."""
        headers = {"host": HOST, "cookie": f"dekkend={token}" if token else "",
                   "sec-websocket-protocol": protocol}  # fmt: skip
        scope = {
            "type": "websocket", "scheme": "ws", "path": path, "raw_path": path.encode(),
            "root_path": "", "query_string": b"", "client": ("192.0.2.7", 4000),
            "headers": [(key.encode(), value.encode()) for key, value in headers.items() if value],
        }  # fmt: skip
        said: list[Message] = []
        waiting = iter(enumerate(sent))

        async def receive() -> Message:
            if not opened:
                opened.append(True)
                return {"type": "websocket.connect"}
            for index, message in waiting:
                between(index)
                return message
            return {"type": "websocket.disconnect", "code": 1000}

        opened: list[bool] = []

        async def send(message: Message) -> None:
            said.append(message)

        run_aside(self.door(scope, receive, send))
        return said
