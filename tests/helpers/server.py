"""A monitor in a process of its own, to be asked over HTTP."""

import os
import re
import signal
import subprocess
import sys
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path


NOTHING_BEHIND = (
    "from monitor.commands.main import main; from monitor.pages.frame import serving; "
    "serving._prepare = lambda store: None; main()"
)
"""The program, which computes nothing that visitors would wait for: of the sample 6 s of processor
time, beside a test that looks at other things."""


class Server:
    """One monitor in a process of its own, started from another folder than the checkout."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "monitor", "--data", str(folder), "serve", "--port", str(port)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder.parent,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent.parent)},
        )  # fmt: skip
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        found = re.search(r"De monitor staat op http://localhost:(\d+)", first)
        assert found, first + self.process.stdout.read()
        self.port = int(found[1])

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(
            method, path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=20)
        return self.process.returncode, out
