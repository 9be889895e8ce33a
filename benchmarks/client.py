"""A visitor without a browser: Streamlit's own messages over its websocket."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from benchmarks.country import Stores


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int, seconds: float = 60) -> None:
    """Until the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(port)


@contextmanager
def monitor(folder: Path) -> Iterator[tuple[int, int]]:
    """(port, process) of the monitor on a data folder."""
    port = free_port()
    command = [sys.executable, "-m", "monitor", "--data", str(folder), "serve", "--port", str(port)]
    with _running(command, port) as process:
        yield port, process


@contextmanager
def served(stores: Stores) -> Iterator[tuple[int, int]]:
    """(port, process) of a monitor of its own on `stores.served`; a tiny run asks it of one only."""
    if not stores.is_tiny:
        with monitor(stores.served.folder) as started:
            yield started
        return
    if stores.server is None:
        stores.server = stores.open.enter_context(monitor(stores.served.folder))
    yield stores.server


@contextmanager
def bare(folder: Path) -> Iterator[tuple[int, int]]:
    """(port, process) of a Streamlit app of one line."""
    script = folder / "leeg.py"
    script.write_text("import streamlit as st\nst.title('leeg')\n", encoding="utf-8")
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
        "--server.headless", "true", "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    with _running(command, port) as process:
        yield port, process


@contextmanager
def _running(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    try:
        wait_for(port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def processor_seconds(pid: int) -> float:
    """Of a process since its start, of the user and of the system; nan where no system tells."""
    file = Path(f"/proc/{pid}/stat")
    if not file.exists():
        return float("nan")
    fields = file.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_until_idle(pid: int, seconds: float = 180) -> None:
    """Until a process has computed what it computes behind its first page."""
    end, before = time.monotonic() + seconds, processor_seconds(pid)
    while time.monotonic() < end:
        time.sleep(1)
        now = processor_seconds(pid)
        if not now - before > 0.05:
            return
        before = now


def memory(pid: int) -> float:
    """MB of a process, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    line = next(s for s in status.read_text().splitlines() if s.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


class Visitor:
    """One session: `run` asks for a page and waits until it is complete."""

    def __init__(self, port: int) -> None:
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                f"ws://127.0.0.1:{port}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type]  # the gate asks for it
                max_size=None,
                open_timeout=60,
            )
        )

    def run(self, query: str = "", page: str = "") -> float:
        """Seconds from the click to the last message of the page."""
        start = time.perf_counter()
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        self._socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self._socket.recv(timeout=120))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()
