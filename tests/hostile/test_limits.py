"""Who asks too much is told to wait, and nobody else is: drawn with a clock that we turn."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from helpers.two_processes import run_aside

from monitor.web import request_limits
from monitor.web.buckets import Buckets, Rule
from monitor.web.request_limits import (
    DOWNLOADS,
    LARGEST_FORM,
    MOST_UPLOADS,
    MOST_WAITING,
    PAGES,
    SIGN_IN,
    SOCKETS,
    UPLOADED,
    RequestLimits,
    address_of,
)
from monitor.web.turns import TooBusy, Turns


class Clock:
    """Seconds, as far as we turned it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Site:
    """The limits around an app that says ok and reads what it is sent."""

    def __init__(self, **options: Any) -> None:
        self.clock = Clock()
        self.got = 0
        self.left = False
        share = options.get("share", 1.0)
        self.limits = RequestLimits(self._app, buckets=Buckets(self.clock, share=share), **options)

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            return
        while True:
            message = await receive()
            self.left = message["type"] == "http.disconnect"
            self.got += len(message.get("body", b""))
            if self.left or not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    def ask(
        self, path: str = "/", method: str = "GET", address: str = "192.0.2.1",
        pieces: tuple[bytes, ...] = (b"",), kind: str = "http", **headers: str,
    ) -> tuple[int, dict[str, str], str]:  # fmt: skip
        """(status, headers, words) of the answer; a websocket opens (101) or must wait (429)."""
        return run_aside(self.asking(path, method, address, pieces, kind, **headers))

    async def asking(
        self, path: str, method: str, address: str, pieces: tuple[bytes, ...], kind: str,
        **headers: str,
    ) -> tuple[int, dict[str, str], str]:  # fmt: skip
        sent: list[Any] = []
        left = [
            {"type": "http.request", "body": one, "more_body": n < len(pieces)}
            for n, one in enumerate(pieces, 1)
        ]

        async def receive() -> Any:
            if kind == "websocket":
                return {"type": "websocket.connect"}
            return left.pop(0) if left else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        names = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
        scope = {
            "type": kind, "path": path, "method": method, "client": (address, 1), "headers": names,
        }  # fmt: skip
        await self.limits(scope, receive, send)
        if kind == "websocket":
            assert sent[0] in (
                {"type": "websocket.accept"},
                {"type": "websocket.close", "code": 1013},
            )
            return (101 if sent[0]["type"] == "websocket.accept" else 429), {}, ""
        told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], told, sent[1]["body"].decode()

    def times(self, number: int, *args: Any, **options: Any) -> list[int]:
        return [self.ask(*args, **options)[0] for _ in range(number)]


def test_who_guesses_passwords_is_told_to_wait() -> None:
    site = Site()

    found = site.times(int(SIGN_IN.burst) + 1, "/aanmelden", "POST")

    assert found == [200] * int(SIGN_IN.burst) + [429]
    status, headers, words = site.ask("/aanmelden", "POST")
    assert (status, headers["retry-after"]) == (429, "6")
    assert words == (
        "Er komen van uw adres nu te veel verzoeken tegelijk. Wacht 6 seconden en probeer het dan "
        "opnieuw.\n"
    )
    assert headers["cache-control"] == "no-store"


def test_a_minute_later_there_are_ten_more() -> None:
    site = Site()
    site.times(40, "/aanmelden", "POST")

    site.clock.now += 60

    assert site.times(11, "/aanmelden", "POST") == [200] * 10 + [429]


def test_looking_at_the_form_is_free_and_others_are_not_hindered() -> None:
    site = Site()
    site.times(40, "/aanmelden", "POST")

    assert site.times(50, "/aanmelden") == [200] * 50
    assert site.times(3, "/aanmelden", "POST", "192.0.2.2") == [200] * 3


@pytest.mark.parametrize("path", ["/uitnodiging/abc", "/oauth2callback", "/auth/login"])
def test_what_is_guessed_by_reading_is_limited_too(path: str) -> None:
    assert 429 in Site().times(int(SIGN_IN.burst) + 1, path)


@pytest.mark.parametrize("way", ["/aanmelden", "/wachtwoord", "/uitnodiging/x"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "BREW"])
def test_another_way_of_asking_is_the_same_bucket(way: str, method: str) -> None:
    site = Site()
    site.times(int(SIGN_IN.burst), "/aanmelden", "POST")

    assert site.ask(way, method)[0] == 429


def test_below_a_path_of_a_proxy_the_rules_are_the_same() -> None:
    site = Site(base="monitor")

    assert 429 in site.times(int(SIGN_IN.burst) + 1, "/monitor/aanmelden", "POST")


def test_twenty_people_behind_one_address_start_together() -> None:
    """Each some eighty files, a page that stays open, and three downloads."""
    site = Site()

    pages = site.times(20 * 80, "/static/js/x.js")
    opened = site.times(20, "/_stcore/stream", kind="websocket")
    files = site.times(20 * 3, "/media/x.csv")

    assert set(pages + files) == {200}
    assert set(opened) == {101}


@pytest.mark.parametrize(
    ("rule", "path", "kind"),
    [(PAGES, "/deelname", "http"), (DOWNLOADS, "/media/x.csv", "http"),
     (SOCKETS, "/_stcore/stream", "websocket")],
)  # fmt: skip
def test_a_flood_is_stopped(rule: Rule, path: str, kind: str) -> None:
    site = Site()

    found = site.times(int(rule.burst) + 5, path, kind=kind)

    assert found[-1] == 429
    assert found.count(429) == 5


def test_of_one_session_half_of_it() -> None:
    site = Site(who=lambda scope: "iemand", share=0.5)

    assert site.times(101, "/media/x.csv").count(200) == 100


def test_who_has_no_session_is_left_to_the_limits_per_address() -> None:
    site = Site(who=lambda scope: "", share=0.5)

    assert set(site.times(500, "/media/x.csv")) == {200}


def test_bytes_that_are_sent_are_counted_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the headers say of it does not matter."""
    monkeypatch.setattr(request_limits, "UPLOADED", Rule(UPLOADED.name, 1000, 10))
    site = Site()

    first = site.ask("/_stcore/upload_file/a/b", "PUT", pieces=(b"x" * 600, b"x" * 600, b"x"))

    assert (site.got, site.left) == (1200, True)  # the third piece came to nobody
    assert first[0] == 200
    assert site.ask("/_stcore/upload_file/a/b", "PUT")[0] == 429
    site.clock.now += 60
    assert site.ask("/_stcore/upload_file/a/b", "PUT")[0] == 200


def test_what_is_no_file_is_small() -> None:
    site = Site()

    assert site.ask("/aanmelden", "POST", content_length=str(LARGEST_FORM + 1))[0] == 413
    site.ask("/aanmelden", "POST", pieces=(b"x" * LARGEST_FORM, b"x"))
    assert site.left
    assert site.got <= LARGEST_FORM


def test_who_falls_silent_halfway_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_limits, "SILENCE", 0.01)

    async def never() -> Any:
        await asyncio.Event().wait()

    message = run_aside(request_limits._Pieces(never, None, "een").receive())

    assert message == {"type": "http.disconnect"}


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        (20, 0),  # E1: who chooses many files sends them all at once; they wait for their turn
        (MOST_WAITING, 0),
        (MOST_WAITING + 3, 3),  # not without end
    ],
)
def test_an_address_sends_few_files_at_a_time_and_the_others_wait(more: int, refused: int) -> None:
    """What is sent is in memory; they count as long as they last, and no longer."""
    site = Site()
    at_once: list[int] = []

    async def together() -> list[int]:
        going = asyncio.Event()
        now = 0

        async def slow(scope: Any, receive: Any, send: Any) -> None:
            nonlocal now
            now += 1
            at_once.append(now)
            await going.wait()
            await asyncio.sleep(0)
            now -= 1
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"ok"})

        site.limits.app = slow
        path = "/_stcore/upload_file/a/b"
        jobs = [
            asyncio.create_task(site.asking(path, "PUT", "192.0.2.1", (b"",), "http"))
            for _ in range(MOST_UPLOADS + more)
        ]
        await asyncio.sleep(0)
        going.set()
        return [status for status, _, _ in await asyncio.gather(*jobs)]

    statuses = run_aside(together())

    assert statuses == [200] * (MOST_UPLOADS + more - refused) + [429] * refused
    assert max(at_once) == MOST_UPLOADS
    assert not site.limits.uploads.taken
    assert not site.limits.uploads.queues


def test_who_waits_too_long_for_his_turn_is_told_and_the_next_gets_it() -> None:
    turns = Turns(1, 5, 0.05)
    order: list[str] = []

    async def one(name: str, patience: float, seconds: float) -> None:
        turns.patience = patience
        try:
            async with turns.turn("een"):
                order.append(name)
                await asyncio.sleep(seconds)
        except TooBusy:
            order.append(f"{name} niet")

    async def together() -> None:
        jobs = []
        for name, patience, seconds in (("a", 9, 0.2), ("b", 0.02, 0), ("c", 9, 0), ("d", 9, 0)):
            jobs.append(asyncio.create_task(one(name, patience, seconds)))
            await asyncio.sleep(0)
        jobs[3].cancel()  # who leaves the row keeps nobody waiting
        await asyncio.gather(*jobs, return_exceptions=True)

    run_aside(together())

    assert order == ["a", "b niet", "c"]
    assert not turns.taken
    assert not turns.queues


@pytest.mark.parametrize(("most", "total"), [("MOST_SOCKETS", 1), ("MOST_SOCKETS_TOTAL", 2)])
def test_an_address_has_so_many_pages_open(
    monkeypatch: pytest.MonkeyPatch, most: str, total: int
) -> None:
    """They count as long as they are open; the total is over all addresses."""
    monkeypatch.setattr(request_limits, most, 3)
    site = Site()

    async def together() -> list[int]:
        going = asyncio.Event()

        async def stays(scope: Any, receive: Any, send: Any) -> None:
            await send({"type": "websocket.accept"})
            await going.wait()

        site.limits.app = stays
        jobs = [
            asyncio.create_task(
                site.asking("/_stcore/stream", "GET", f"192.0.2.{n % total}", (b"",), "websocket")
            )
            for n in range(5)
        ]
        await asyncio.sleep(0)
        going.set()
        return [status for status, _, _ in await asyncio.gather(*jobs)]

    assert run_aside(together()) == [101] * 3 + [429] * 2
    assert site.limits.open == {}


def test_messages_over_a_websocket_are_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock.now += seconds

    async def receive() -> Any:
        return {"type": "websocket.receive", "bytes": b"x"}

    monkeypatch.setattr(request_limits.anyio, "sleep", sleep)
    slowed = request_limits._Slowed(receive, clock)

    async def flood() -> None:
        for _ in range(140):
            await slowed.receive()

    run_aside(flood())
    assert sum(waited) == pytest.approx(40 / request_limits.MESSAGES, abs=0.01)


# --- memory


def test_strangers_without_number_take_no_memory_without_end() -> None:
    buckets = Buckets(Clock(), most=100)

    for number in range(10_000):
        buckets.take(SIGN_IN, f"adres {number}")

    assert len(buckets) <= 101


def test_whoever_is_refused_is_not_forgiven_by_a_crowd() -> None:
    """To push him out of memory would be to give him a new bucket."""
    clock = Clock()
    buckets = Buckets(clock, most=100)
    for _ in range(40):
        buckets.take(SIGN_IN, "dader")

    for number in range(1000):
        buckets.take(SIGN_IN, f"adres {number}")
        clock.now += 0.001

    assert buckets.take(SIGN_IN, "dader") > 0


def test_who_is_long_gone_is_forgotten() -> None:
    clock = Clock()
    buckets = Buckets(clock, most=100)
    for number in range(100):
        buckets.take(SIGN_IN, f"adres {number}")

    clock.now += 3600
    buckets.take(SIGN_IN, "nieuw")

    assert len(buckets) == 1


# --- addresses


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", True),  # one connection has 2^64 of them
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::1", True),
        ("", "", True),
    ],
)
def test_who_is_the_same(one: str, other: str, is_same: bool) -> None:
    first, second = ({"client": (host, 1)} for host in (one, other))

    assert (address_of(first) == address_of(second)) == is_same


def test_a_header_does_not_make_another_address() -> None:
    """Uvicorn looks at it, for the proxies of the settings alone (test_answers)."""
    site = Site()
    ask: Callable[[int], int] = lambda n: site.ask(
        "/aanmelden", "POST", x_forwarded_for=f"198.51.100.{n}", forwarded=f"for={n}"
    )[0]

    assert [ask(n) for n in range(40)].count(429) == 10
