"""`dekkend serve` as a browser meets it: a real server on a free port."""

import gzip
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.server import Server

from monitor.pages import PAGES
from monitor.web.wire import host_names, is_own_origin, name_of, translated


WINDOWS = sys.platform == "win32"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server") / "gegevens"
    folder.mkdir()
    # A demonstration, so that there is something to see; the door has tests of its own (sign_in).
    settings = 'demo = true\nadressen = ["monitor.swv.nl"]\n'
    (folder / "instellingen.toml").write_text(settings, "utf-8")
    one = Server(folder)
    yield one
    one.process.kill()
    one.process.communicate()


@pytest.mark.parametrize("path", ["/", *(f"/{page.name}" for page in PAGES)])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_every_page_is_dutch_and_closed(server: Server, path: str, encoding: str) -> None:
    answer, body = server.get(path, Accept_Encoding=encoding)
    html = (gzip.decompress(body) if answer.getheader("content-encoding") else body).decode()

    assert answer.status == 200
    assert '<html lang="nl"' in html
    assert "<title>Monitor dekkend aanbod</title>" in html
    assert "service-desc" not in html
    policy = answer.getheader("content-security-policy") or ""
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe-eval" not in policy
    assert answer.getheader("x-frame-options") == "DENY"
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("server") is None


def test_an_unknown_address_is_a_dutch_404(server: Server) -> None:
    for path in ("/bestaatniet", "/scholen/nog/iets", "/nope.x", "/scholen.html", "/index.html",
                 "/static/js/nope.js", "/_stcore/nope"):  # fmt: skip
        answer, body = server.get(path)
        assert answer.status == 404, path
        assert "Deze pagina bestaat niet" in body.decode(), path
        assert "script-src 'self' " in (answer.getheader("content-security-policy") or "")


def test_a_script_is_compressed_once_and_kept(server: Server) -> None:
    _, html = server.get("/")
    found = re.search(r'src="\./(static/js/index[^"]+)"', html.decode())
    assert found

    answer, small = server.get(f"/{found[1]}", Accept_Encoding="gzip, br")
    _, large = server.get(f"/{found[1]}", Accept_Encoding="identity")

    assert answer.getheader("content-encoding") == "gzip"
    assert "immutable" in (answer.getheader("cache-control") or "")
    assert gzip.decompress(small) == large
    assert len(small) < len(large) / 2


def test_a_file_that_does_not_exist_outside_the_folder_is_not_given(server: Server) -> None:
    for path in ("/static/../../etc/passwd", "/static/js/%2e%2e/%2e%2e/app.py"):
        answer, body = server.get(path)
        assert b"root:" not in body
        assert answer.status in (200, 400, 404)


def websocket(server: Server, origin: str, host: str = "") -> int:
    """The status of the answer to who wants to open one; 101 = it is open."""
    words = {
        "Host": host or f"127.0.0.1:{server.port}", "Origin": origin,
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        lines = "".join(f"{name}: {value}\r\n" for name, value in words.items())
        connection.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{lines}\r\n".encode())
        return int(connection.recv(1000).split()[1])


def test_another_site_cannot_listen_along(server: Server) -> None:
    assert websocket(server, "http://example.org") == 403
    assert websocket(server, f"http://localhost:{server.port}") == 403


@pytest.mark.parametrize(
    ("scheme", "origin", "is_own"),
    [
        ("wss", "https://monitor.test", True),
        ("wss", "http://monitor.test", False),  # somebody in between the browser and us
        ("ws", "http://monitor.test", True),
        ("ws", "https://monitor.test", True),  # a proxy that the settings do not name
        ("ws", "null", False),
        ("ws", "ftp://monitor.test", False),
    ],
)
def test_a_websocket_is_opened_by_a_page_of_the_same_scheme(
    scheme: str, origin: str, is_own: bool
) -> None:
    scope = {"type": "websocket", "scheme": scheme, "headers": [(b"host", b"monitor.test")]}

    assert is_own_origin(scope, origin) is is_own


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("LOCALHOST.", 200), ("127.0.0.1", 200), ("[::1]", 200),
        ("monitor.swv.nl", 200), ("evil.example", 421), ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421), ("[::1].evil.example", 421), ("", 421),
    ],
)  # fmt: skip
def test_it_answers_to_its_own_names_only(server: Server, host: str, status: int) -> None:
    """Who points his own name at this machine could read along in a visitor's browser."""
    for at in (host, f"{host}:{server.port}"):
        answer, body = server.get("/", Host=at)
        assert answer.status == status, at
        if status == 421:
            assert "adressen =" in body.decode()
    opened = websocket(server, f"http://{host}", host)
    assert opened == (101 if status == 200 else 403)


@pytest.mark.parametrize(
    ("address", "names", "asked", "is_ours"),
    [
        ("127.0.0.1", (), "evil.example", False),
        ("0.0.0.0", (), "evil.example", True),
        ("::", (), "evil.example", True),
        ("0.0.0.0", ("monitor.swv.nl",), "evil.example", False),
        ("0.0.0.0", ("Monitor.SWV.nl:8501",), "monitor.swv.nl", True),
        ("10.0.0.5", (), "10.0.0.5:8501", True),
        ("10.0.0.5", (), "10.0.0.6:8501", False),
        ("fe80::1", (), "[fe80::1]:8501", True),
    ],
)
def test_the_names_of_an_address(
    address: str, names: tuple[str, ...], asked: str, is_ours: bool
) -> None:
    ours = host_names(address, names)

    assert (ours is None or name_of(asked) in ours) == is_ours


def test_the_metrics_are_not_shown(server: Server) -> None:
    for path in ("/_stcore/metrics", "/_stcore/metrics/", "/_stcore/metrics?families=x"):
        answer, body = server.get(path)
        assert (answer.status, body) == (404, b"")


def test_the_agent_api_is_off(server: Server) -> None:
    answer, _ = server.get("/_stcore/agent/openapi.json")

    assert answer.status == 404


def test_the_health_of_the_server_is_known(server: Server) -> None:
    answer, body = server.get("/_stcore/health")

    assert (answer.status, body) == (200, b"ok")


@pytest.mark.skipif(WINDOWS, reason="Windows kent geen SIGINT voor een ander proces")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    one = Server(tmp_path / "gegevens")
    one.get("/")

    code, out = one.stop()

    assert code == 0
    assert "De monitor is gestopt." in out
    assert "Traceback" not in out


def test_a_port_in_use_is_a_sentence(server: Server, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "monitor", "--data", str(tmp_path), "serve", "--port",
         str(server.port)],
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip

    assert done.returncode == 1
    assert f"Poort {server.port} is al in gebruik" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_page_of_streamlit_is_still_as_we_know_it() -> None:
    """What `translated` replaces must be there: a new Streamlit may write it otherwise."""
    import streamlit

    page = (Path(streamlit.__file__).parent / "static/index.html").read_text(encoding="utf-8")

    html = translated(page)

    assert '<html lang="nl"' in html
    assert "<title>Streamlit</title>" not in html
    assert "service-desc" not in html
    assert "data:image/svg+xml" in html
    assert "dekkendNederlands" in html
