"""The monitor as an ASGI app: warm before the first visitor, Dutch, compressed, closed."""

import errno
import hashlib
import logging
import os
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Scope
from streamlit import config

from monitor.commands import starting
from monitor.errors import MonitorError
from monitor.filling.desk import Filling
from monitor.pages import PAGES
from monitor.pages.frame.serving import serving
from monitor.resources import APP
from monitor.store import served
from monitor.store.settings import Settings, read_settings
from monitor.store.versions import Versions
from monitor.web.look import set_look
from monitor.web.memory import settle
from monitor.web.request_limits import LARGEST_UPLOAD, MOST_SOCKETS_TOTAL, RequestLimits
from monitor.web.safe_answers import SafeAnswers
from monitor.web.sign_in import owners, provider
from monitor.web.sign_in.cookies import token_of
from monitor.web.sign_in.door import Door
from monitor.web.sign_in.tabs import closing_tabs
from monitor.web.slow_visitors import Impatient
from monitor.web.wire import ANY_ADDRESS, Dutch, OwnOrigin, SmallFiles, base_path, host_names


SETTINGS: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "server.enableAgentApi": False,
    "server.fileWatcherType": "none",
    # The desk of deliveries takes no larger one: no other way in may.
    "server.maxUploadSize": LARGEST_UPLOAD,
    # Of a table on screen the browser makes a CSV that knows nothing of formulas; the buttons
    # below a table give the same figures, made harmless.
    "client.disableDataExport": True,
}
"""What must hold whatever configuration lies around on the machine."""
LARGEST_HEADERS = 1 << 15
"""Bytes of a request before what it sends: an address and its headers, cookies among them."""
LARGEST_MESSAGE = 1 << 22
"""Bytes of what a page tells us at once: what was chosen and typed in; files come another way."""
MOST_CONNECTIONS = MOST_SOCKETS_TOTAL + 500
"""Open at the same time, of everybody together; who comes after them gets a 503."""
GOODBYE = 2
"""Seconds that open browsers get to let go when the monitor stops."""
WINDOWS_IN_USE = 10048
log = logging.getLogger(__name__)


def make_app(versions: Versions, host: str = "127.0.0.1") -> streamlit.App:
    """The app on a data folder, for an address; its lifespan does once what every first visitor
    would wait for. MonitorError when the settings of who signs in elsewhere are not in order."""

    @asynccontextmanager
    async def lifespan(app: streamlit.App) -> AsyncIterator[None]:
        with served.serving(versions.folder):
            warm_up(versions)
            owners.watch_all()
            async with closing_tabs(versions.folder):
                yield

    os.environ["DEKKEND_DATA"] = str(versions.folder.resolve())
    os.environ["DEKKEND_WIRE"] = "1"
    set_look()
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    settings = _settings(versions)
    if settings.pad:  # before the app is made: what stands before Streamlit asks for it too
        config.set_option("server.baseUrlPath", settings.pad)
    app = streamlit.App(
        APP,
        lifespan=lifespan,
        middleware=[
            Middleware(SafeAnswers, base=base_path()),
            Middleware(OwnOrigin, hosts=host_names(host, settings.adressen)),
            Middleware(RequestLimits, base=base_path()),
            Middleware(Door, folder=versions.folder),
            Middleware(RequestLimits, base=base_path(), who=session_of, share=0.5),
            Middleware(
                Filling, folder=versions.folder, store=lambda: serving(versions.folder).store()
            ),
            Middleware(SmallFiles),
            Middleware(GZipMiddleware, minimum_size=1000),
            Middleware(Dutch, pages=frozenset(page.name for page in PAGES)),
        ],
    )
    provider.prepare(versions.folder)
    return app


def session_of(scope: Scope) -> str:
    """Whose session a request comes with, as a word that cannot be used to come in; "" = none."""
    token = token_of(scope)
    return hashlib.sha256(token.encode()).hexdigest()[:32] if token else ""


def _settings(versions: Versions) -> Settings:
    """The settings, or the defaults: the pages say what is wrong with them."""
    try:
        return read_settings(versions.folder)
    except MonitorError:
        return Settings()


def warm_up(versions: Versions) -> None:
    """Open the store, import what is heavy and compute what every page asks first.

    `settle` matters most: Streamlit runs a full collection after every rerun, which takes
    70-140 ms with these libraries loaded (docs/decisions.md).
    """
    # DuckDB opens the store while Python imports the pages.
    opening = threading.Thread(target=_open_early, args=(versions,))
    opening.start()
    from monitor.pages import import_all, warm

    try:
        import_all()
        opening.join()
        warm(serving(versions.folder).store())
    except MonitorError as error:
        # The pages say the same; whoever starts the monitor should not have to open one.
        print(error)
    except Exception:
        log.exception("Een pagina is niet voor te bereiden; de monitor start toch.")
    settle()


def _open_early(versions: Versions) -> None:
    # What is wrong with the store is said by who opens it next.
    with suppress(MonitorError, OSError):
        serving(versions.folder).store()


def run(versions: Versions, host: str, port: int) -> None:
    """Serve until stopped; MonitorError when the address is not ours to take."""
    listening = _listen(host, port)
    try:
        to_say = starting.to_say(versions.folder)
        app = make_app(versions, host)
    except BaseException:
        listening.close()
        raise
    proxys = list(_settings(versions).proxys)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            http=Impatient,
            h11_max_incomplete_event_size=LARGEST_HEADERS,
            limit_concurrency=MOST_CONNECTIONS,
            # Believed of nobody but the proxies that the settings name, also not of this machine.
            proxy_headers=bool(proxys),
            forwarded_allow_ips=proxys,
            ws="websockets-sansio",
            ws_max_size=LARGEST_MESSAGE,
            timeout_graceful_shutdown=GOODBYE,
        )
    )
    shown = "localhost" if host in ("127.0.0.1", "::1", *ANY_ADDRESS) else host
    print(f"De monitor staat op http://{shown}:{listening.getsockname()[1]}")
    if host in ANY_ADDRESS:
        print(f"Andere computers bereiken hem op http://{socket.gethostname()}:{port}")
    for said in to_say:
        print(said)
    print("Stoppen met Ctrl+C.", flush=True)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()
    print("\nDe monitor is gestopt.")


def _listen(host: str, port: int) -> socket.socket:
    """The address, taken before anything slow is done."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        if os.name != "nt":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except socket.gaierror:
        raise MonitorError(f"'{host}' is geen adres van deze computer.") from None
    except (OSError, OverflowError) as error:
        raise MonitorError(_why_not(host, port, error)) from None
    listening.set_inheritable(True)
    return listening


def _why_not(host: str, port: int, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return (
            f"Poort {port} mag alleen de beheerder van deze computer gebruiken. "
            "Kies een poort boven 1024: --port 8501"
        )
    if isinstance(error, OverflowError):
        return f"{port} is geen poort. Kies een getal van 1 tot en met 65535: --port 8501"
    if isinstance(error, OSError) and error.errno in (errno.EADDRINUSE, WINDOWS_IN_USE):
        return (
            f"Poort {port} is al in gebruik, misschien door een monitor die nog openstaat. "
            f"Stop die, of kies een andere poort: --port {port + 1 if port < 65535 else port - 1}"
        )
    return f"Op {host}, poort {port}, is de monitor niet te openen ({error})."
