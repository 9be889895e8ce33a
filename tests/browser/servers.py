"""Servers for the browser to look at: the real program, and quick ones out of a nursery."""

import contextlib
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
START = 300.0
"""Seconds that a server may take to answer: it warms up first, on a machine that may be busy."""


@contextlib.contextmanager
def serving(
    folder: Path,
    notes: Path,
    port: int = 0,
    path: str = "",
    program: Sequence[str] = (sys.executable, "-m", "monitor"),
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Run `dekkend serve` on a data folder, below a path when its settings say so; what it says goes
    to a file in `notes`. `program` is what is run for `dekkend`, from `cwd`."""
    address = f"http://127.0.0.1:{port or free_port()}"
    log = notes / "server.log"
    command = [*program, "--data", str(folder), "serve", "--port"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, address.rpartition(":")[2]],
            cwd=cwd,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(
                f"{address}/{path and path + '/'}_stcore/health",
                lambda: process.poll() is None,
                log,
            )
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Nursery:
    """The process of `nursery.py`; `serving` as above, for a fifth of the processor time."""

    def __init__(self, sample: Path, kept: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "browser.nursery", str(sample), str(kept)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests"), str(ROOT)])},
        )  # fmt: skip

    @contextlib.contextmanager
    def serving(self, folder: Path, notes: Path, port: int = 0) -> Iterator[str]:
        """A server on a data folder; what it says goes to a file in `notes`."""
        port = port or free_port()
        log = notes / "server.log"
        process = self._ask(folder=str(folder), port=str(port), log=str(log))
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", lambda: _is_alive(process), log)
            yield f"http://127.0.0.1:{port}"
        finally:
            self._ask(stop=process)

    def _ask(self, **what: str | int) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(what), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate(timeout=300)


def _is_alive(process: int) -> bool:
    """Not when it ended and nobody has asked for how yet."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def lasting_port() -> int:
    """A port that no process gets by chance, as it does one of `free_port` that is not in use now:
    from below those that a system deals out itself."""
    while True:
        port = random.randrange(10_240, 32_768)
        with contextlib.suppress(OSError), socket.socket() as found:
            found.bind(("127.0.0.1", port))
            return port


def _wait_for(address: str, is_alive: Callable[[], bool], log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and is_alive():
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    said = log.read_text(errors="replace")[-4000:] if log.exists() else ""
    raise AssertionError(f"the server did not start:\n{said}")
