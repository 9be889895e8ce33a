"""A real server, asked what no browser asks: every answer is closed, and nothing waits for ever."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest
from helpers.server import Server
from helpers.two_processes import run_aside

from monitor.commands.serve import LARGEST_HEADERS
from monitor.web import slow_visitors


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("aanval") / "gegevens"
    folder.mkdir()
    (folder / "instellingen.toml").write_text('proxys = ["192.0.2.9"]\n', "utf-8")
    one = Server(folder)
    yield one
    one.process.kill()
    one.process.communicate()


@pytest.fixture(scope="module")
def behind_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("proxy") / "gegevens"
    folder.mkdir()
    (folder / "instellingen.toml").write_text('proxys = ["127.0.0.1"]\n', "utf-8")
    one = Server(folder)
    yield one
    one.process.kill()
    one.process.communicate()


ADDRESSES = [
    "/", "/scholen", "/bestaatniet", "/aanmelden", "/afmelden", "/wachtwoord", "/uitnodiging/x",
    "/favicon.png", "/static/js/nope.js", "/static", "/static/../../etc/passwd", "/media/x.csv",
    "/component/x", "/app/static/x", "/_stcore/health", "/_stcore/host-config",
    "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/x", "/auth/login", "/oauth2callback", "/%00", "/%2e%2e/app.py",
    "/" + "a" * 9000,
]  # fmt: skip


METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]


def what_is_open(answer: HTTPResponse, body: bytes) -> list[str]:
    """What is wrong with an answer; nothing when it is closed."""

    def header(name: str) -> str:
        return answer.getheader(name) or ""

    policy = header("content-security-policy")
    closed = {
        "status": answer.status < 500,
        "nosniff": header("x-content-type-options") == "nosniff",
        "frames": header("x-frame-options") == "DENY",
        "referrer": header("referrer-policy") in ("same-origin", "no-referrer"),
        "opener": header("cross-origin-opener-policy") == "same-origin",
        "resource": header("cross-origin-resource-policy") == "same-origin",
        "robots": "noindex" in header("x-robots-tag"),
        "cache": header("cache-control") != "",
        "default-src": "default-src" in policy,
        "frame-ancestors": "frame-ancestors 'none'" in policy,
        "eval": "unsafe-eval" not in policy,
        "inline": "script-src 'unsafe-inline'" not in policy,
        "server": answer.getheader("server") is None,
        "file": b"root:" not in body,
        "traceback": b"Traceback" not in body,
    }
    return [what for what, is_closed in closed.items() if not is_closed]


def test_every_answer_is_closed(server: Server) -> None:
    """Every address with every method, told all at once: one at a time says no more."""
    answers = {
        (method, path[:40]): server.ask(method, path) for path in ADDRESSES for method in METHODS
    }

    assert len(answers) == len(ADDRESSES) * len(METHODS)
    assert {
        asked: (answer.status, wrong)
        for asked, (answer, body) in answers.items()
        if (wrong := what_is_open(answer, body))
    } == {}


@pytest.mark.parametrize("path", ["/media/x.csv", "/_stcore/host-config", "/aanmelden"])
def test_what_can_hold_figures_is_kept_nowhere(server: Server, path: str) -> None:
    answer, _ = server.get(path)

    assert any(
        word in (answer.getheader("cache-control") or "") for word in ("no-store", "no-cache")
    )


def test_https_is_kept_only_where_it_is(server: Server, behind_proxy: Server) -> None:
    """Over http the browser must not believe it, and a stranger cannot say it was https."""
    for path in ("/", "/media/x.csv", "/nope"):
        plain, _ = server.get(path, X_Forwarded_Proto="https")
        closed, _ = behind_proxy.get(path, X_Forwarded_Proto="https")

        assert plain.getheader("strict-transport-security") is None
        assert closed.getheader("strict-transport-security") == "max-age=31536000"


def test_an_address_in_a_header_is_believed_of_a_proxy_only(
    server: Server, behind_proxy: Server
) -> None:
    """Else who guesses passwords is somebody else every time."""

    def sign_ins(one: Server) -> list[int]:
        return [
            one.ask("POST", "/aanmelden", X_Forwarded_For=f"198.51.100.{number}")[0].status
            for number in range(45)
        ]  # fmt: skip

    assert 429 in sign_ins(server)
    assert 429 not in sign_ins(behind_proxy)


def test_headers_without_end_are_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * LARGEST_HEADERS * 3)
        answer = connection.recv(1000)

    assert b" 400 " in answer.splitlines()[0]


@pytest.mark.parametrize(
    "words",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET http://elders.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_what_can_be_read_two_ways_is_refused(server: Server, words: bytes) -> None:
    """Two servers that read a request differently let the one smuggle past the other."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(words)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(1000)

    assert not answer or answer.split()[1] in (b"400", b"401", b"404", b"413", b"421")


@pytest.mark.parametrize("words", [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_request_that_never_ends_is_let_go(monkeypatch: pytest.MonkeyPatch, words: bytes) -> None:
    """Drawn with a loop of our own: a real wait would be twenty seconds."""
    import asyncio

    import uvicorn
    from uvicorn.server import ServerState

    monkeypatch.setattr(slow_visitors, "HEADERS_WITHIN", 0.05)

    async def app(scope: object, receive: object, send: object) -> None:
        raise AssertionError("nothing was asked")

    async def attack() -> bytes:
        config = uvicorn.Config(app, http=slow_visitors.Impatient, lifespan="off")
        config.load()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: slow_visitors.Impatient(config, ServerState(), {}), "127.0.0.1", 0
        )
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            for letter in words:
                writer.write(bytes([letter]))
            answer = await asyncio.wait_for(reader.read(), 30)
            writer.close()
        return answer

    assert run_aside(attack()) == b""  # it was closed, and nothing was said


def test_a_port_that_is_only_opened_does_not_keep_others_out(server: Server) -> None:
    opened = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(150)]
    try:
        answer, _ = server.get("/_stcore/health")
    finally:
        for one in opened:
            one.close()

    assert answer.status == 200
