"""How much one address may ask: enough for a room of people, too little to hinder others.

Counted in memory, per process, and forgotten when it stops. Per address and kind of request there
is a bucket: it holds so many, fills up again so many per second, and who finds it empty gets a 429
with the number of seconds to wait. What crosses a websocket is not refused but slowed down, and
a file waits for its turn: a browser sends all files that somebody chose at the same time.

After the door the same is done per session, with half of it: who signed in cannot take what is
there for everybody at his address.

The address is the one of uvicorn's `client`: behind a reverse proxy that is named in the setting
`proxys` the visitor's own, else the one that is connected. Nobody chooses it by a header.
"""

import ipaddress
import math
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Any

import anyio

from monitor.web.buckets import Buckets, Rule
from monitor.web.turns import TooBusy, Turns


Scope = MutableMapping[str, Any]
App = Callable[..., Any]
MOST_SOCKETS = 150
"""Open pages of one address: a school, or an office behind one address."""
MOST_SOCKETS_TOTAL = 1_000
LARGEST_UPLOAD = 200
"""MB per file that a browser sends; `dekkend deliver` takes larger ones (`monitor.intake.deliveries`)."""
MOST_UPLOADS = 4
"""Files that one address sends at the same time; what comes after them waits, unread."""
MOST_WAITING = 60
"""Files of one address that wait for their turn; of what waits some 64 kB is in memory."""
PATIENCE = 300.0
"""Seconds that a file waits for its turn: as long as a few large ones take on a slow line."""
SILENCE = 30.0
"""Seconds within which the next piece of what is being sent must come."""
MESSAGES = 20.0
"""Messages per second over one websocket, after a burst of so many seconds:"""
MESSAGES_BURST = 100.0
TRY_AGAIN_LATER = 1013
"""What closes a websocket (RFC 6455)."""
TRY_LATER = (
    "Er komen van uw adres nu te veel verzoeken tegelijk. Wacht {seconds} {word} en probeer het "
    "dan opnieuw.\n"
)


PAGES = Rule("pagina's en bestanden", 4_000, 50)
"""A first visit takes some eighty files; twenty people who start together, twice over."""
SIGN_IN = Rule("aanmelden", 30, 1 / 6)
"""A team that signs in at nine; who guesses gets ten a minute, and a lock per account besides."""
SOCKETS = Rule("pagina's openen", 150, 2)
UPLOADS = Rule("bestanden sturen", 300, 1)
UPLOADED = Rule("bytes sturen", 1 << 30, 1 << 20)
DOWNLOADS = Rule("downloads", 200, 2)
FORMS = ("/aanmelden", "/wachtwoord", "/afmelden")
GUESSED = ("/uitnodiging", "/auth", "/oauth2callback")
"""Where what stands in the address can be guessed by reading only."""
LARGEST_FORM = 1 << 16
"""Bytes of what is sent to us, other than files."""
LISTS = "/vragenlijst/"
LARGEST_LIST = 1 << 18
"""Bytes of a deel of a vragenlijst that is sent as a whole: a hundred questions with texts."""
READING = ("GET", "HEAD", "OPTIONS")


class RequestLimits:
    """ASGI: refuses who asks too much with 429, a Dutch sentence and Retry-After."""

    def __init__(
        self,
        app: App,
        base: str = "",
        who: Callable[[Scope], str] | None = None,
        share: float = 1.0,
        buckets: Buckets | None = None,
    ) -> None:
        """`base` is the path under which a reverse proxy shows the monitor, without slashes.

        `who` says of whom a request is: the address, unless told; "" has no limits. A `share` of
        what the rules give is for each.
        """
        self.app = app
        self.base = f"/{base}" if base else ""
        self.who = who or address_of
        self.share = share
        self.buckets = Buckets(share=share) if buckets is None else buckets
        self.open: dict[str, int] = {}
        """How many websockets are open, per address."""
        self.uploads = Turns(MOST_UPLOADS, MOST_WAITING, PATIENCE)

    async def __call__(self, scope: Scope, receive: App, send: App) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: App, send: App) -> None:
        who, path = self.who(scope), str(scope["path"]).removeprefix(self.base)
        if not who:
            await self.app(scope, receive, send)
            return
        wait = max(self.buckets.take(rule, who) for rule in _rules(scope["method"], path))
        if wait:
            await _too_many(send, wait)
        elif _is_upload(scope["method"], path):
            await self._upload(who, scope, receive, send)
        elif _length(scope) > (most := _largest(path)):
            await _answer(send, 413, "Wat u stuurt is te groot.\n")
        else:
            await self.app(scope, _Pieces(receive, None, who, most).receive, send)

    async def _upload(self, who: str, scope: Scope, receive: App, send: App) -> None:
        """A file, when its turn comes; what it weighs is counted as it comes in."""
        try:
            async with self.uploads.turn(who):
                if wait := self.buckets.take(UPLOADED, who):
                    await _too_many(send, wait)
                else:
                    await self.app(scope, _Pieces(receive, self.buckets, who).receive, send)
        except TooBusy:
            await _too_many(send, 5.0)

    async def _socket(self, scope: Scope, receive: App, send: App) -> None:
        who = self.who(scope)
        if not who:
            await self.app(scope, receive, send)
            return
        total = sum(self.open.values())
        wait = self.buckets.take(SOCKETS, who)
        own = self.open.get(who, 0)
        if own >= MOST_SOCKETS * self.share or total >= MOST_SOCKETS_TOTAL:
            wait = max(wait, 10.0)
        if wait:
            await receive()
            # No 429 with words: a browser shows its page none, and uvicorn 0.54 logs each as a fault.
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        with self._counting(who):
            await self.app(scope, _Slowed(receive, self.buckets.clock).receive, send)

    @contextmanager
    def _counting(self, who: str) -> Iterator[None]:
        """While this goes on it counts; nothing is kept of who is gone."""
        self.open[who] = self.open.get(who, 0) + 1
        try:
            yield
        finally:
            self.open[who] -= 1
            if not self.open[who]:
                del self.open[who]


def _rules(method: str, path: str) -> list[Rule]:
    """Which buckets a request takes from."""
    rules = [PAGES]
    if path.startswith(GUESSED) or (path.startswith(FORMS) and method not in READING):
        rules.append(SIGN_IN)
    elif _is_upload(method, path):
        rules.append(UPLOADS)
    elif path.startswith("/media/"):
        rules.append(DOWNLOADS)
    return rules


def _is_upload(method: str, path: str) -> bool:
    return method == "PUT" and path.startswith("/_stcore/upload_file/")


def _largest(path: str) -> int:
    return LARGEST_LIST if path.startswith(LISTS) else LARGEST_FORM


def address_of(scope: Scope) -> str:
    """Who asks: an IPv4 address, or the network that a provider gives one connection in IPv6."""
    client = scope.get("client")
    host = str(client[0]) if client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class _Pieces:
    """What is sent to us: no longer than `SILENCE` between two pieces, and not too much."""

    def __init__(
        self, receive: App, buckets: Buckets | None, who: str, most: int = LARGEST_FORM
    ) -> None:
        """`buckets` are those that the bytes of a file are counted in; None = it is no file, and has
        no more than `most`."""
        self._receive, self._buckets, self._who = receive, buckets, who
        self._most = most
        self._is_whole = False
        self._size = 0

    async def receive(self) -> Any:
        """The next piece; who falls silent halfway is treated as who left."""
        if self._is_whole:  # from here on it only tells that the visitor left
            return await self._receive()
        with anyio.move_on_after(SILENCE):
            message = await self._receive()
            self._is_whole = not message.get("more_body", False)
            if self._is_allowed(len(message.get("body", b""))):
                return message
        self._is_whole = True
        return {"type": "http.disconnect"}

    def _is_allowed(self, size: int) -> bool:
        self._size += size
        if self._buckets is None:
            return self._size <= self._most
        return size == 0 or not self._buckets.take(UPLOADED, self._who, size)


class _Slowed:
    """Messages over one websocket, no more than `MESSAGES` per second after a burst."""

    def __init__(self, receive: App, clock: Callable[[], float]) -> None:
        self._receive = receive
        self._rule = Rule("berichten", MESSAGES_BURST, MESSAGES)
        self._buckets = Buckets(clock)

    async def receive(self) -> Any:
        message = await self._receive()
        if message["type"] == "websocket.receive":
            while wait := self._buckets.take(self._rule, "een"):
                await anyio.sleep(wait)
        return message


def _length(scope: Scope) -> int:
    """What the headers say of the size of what is sent."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


async def _too_many(send: App, wait: float) -> None:
    seconds = max(1, math.ceil(wait))
    words = TRY_LATER.format(seconds=seconds, word="seconde" if seconds == 1 else "seconden")
    await _answer(send, 429, words, [(b"retry-after", str(seconds).encode())])


async def _answer(
    send: App, status: int, words: str, headers: Sequence[tuple[bytes, bytes]] = ()
) -> None:
    body = words.encode()
    all_headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": all_headers})
    await send({"type": "http.response.body", "body": body})
