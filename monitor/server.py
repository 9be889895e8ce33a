"""The monitor as an ASGI app: warm before the first visitor, Dutch, compressed, closed."""

import errno
import gc
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
from streamlit import config

from monitor.errors import MonitorError
from monitor.pages import PAGES
from monitor.resources import APP
from monitor.serving import serving
from monitor.settings import read_settings
from monitor.versions import Versions
from monitor.wire import ANY_ADDRESS, Dutch, OwnOrigin, SmallFiles, host_names


SETTINGS: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "server.enableAgentApi": False,
    "server.fileWatcherType": "none",
}
"""What must hold whatever configuration lies around on the machine."""
GOODBYE = 2
"""Seconds that open browsers get to let go when the monitor stops."""
WINDOWS_IN_USE = 10048
log = logging.getLogger(__name__)


def make_app(versions: Versions, host: str = "127.0.0.1") -> streamlit.App:
    """The app on a data folder, for an address; its lifespan does once what every first visitor
    would wait for."""

    @asynccontextmanager
    async def lifespan(app: streamlit.App) -> AsyncIterator[None]:
        warm_up(versions)
        yield

    os.environ["DEKKEND_DATA"] = str(versions.folder.resolve())
    os.environ["DEKKEND_WIRE"] = "1"
    app = streamlit.App(
        APP,
        lifespan=lifespan,
        middleware=[
            Middleware(OwnOrigin, hosts=host_names(host, _names(versions))),
            Middleware(SmallFiles),
            Middleware(GZipMiddleware, minimum_size=1000),
            Middleware(Dutch, pages=frozenset(page.name for page in PAGES)),
        ],
    )
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    return app


def _names(versions: Versions) -> tuple[str, ...]:
    """The names that the settings give us."""
    try:
        return read_settings(versions.folder).adressen
    except MonitorError:
        return ()  # the pages say what is wrong with the settings


def warm_up(versions: Versions) -> None:
    """Open the store, import what is heavy and compute what every page asks first.

    `gc.freeze` matters most: Streamlit runs a full collection after every rerun, which takes
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
    gc.collect()
    gc.freeze()


def _open_early(versions: Versions) -> None:
    # What is wrong with the store is said by who opens it next.
    with suppress(MonitorError, OSError):
        serving(versions.folder).store()


def run(versions: Versions, host: str, port: int) -> None:
    """Serve until stopped; MonitorError when the address is not ours to take."""
    listening = _listen(host, port)
    app = make_app(versions, host)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="websockets-sansio",
            ws_max_size=1024 * 1024 * int(config.get_option("server.maxMessageSize")),
            timeout_graceful_shutdown=GOODBYE,
        )
    )
    shown = "localhost" if host in ("127.0.0.1", "::1", *ANY_ADDRESS) else host
    print(f"De monitor staat op http://{shown}:{listening.getsockname()[1]}")
    if host in ANY_ADDRESS:
        print(f"Andere computers bereiken hem op http://{socket.gethostname()}:{port}")
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
