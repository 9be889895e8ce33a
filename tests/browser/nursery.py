"""A process that has the monitor imported and makes a server of itself for each folder asked for.

Importing takes 2 s of processor time, and is the same for every folder; what a server computes
behind its first page takes 9 s more, and a test waits for none of it: a page computes what it
needs. Releases of the sample come from where all tests of a run keep them. `test_first_day.py` and
`test_sub_path.py` start the real program, in which nothing was taken away.

Lines of JSON on stdin: {folder, port, log} gives the number of its process, {stop} ends it.
"""

import json
import os
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from helpers import sample_releases

from monitor.commands import serve  # noqa: F401  imported here, once for all servers
from monitor.commands.main import main as dekkend
from monitor.figures.disclosure import protecting
from monitor.pages import import_all
from monitor.pages.frame import serving
from monitor.store import bron, building, store


OF_A_FIRST_PAGE = (
    "pandas",
    "pyarrow",
    "PIL.Image",
    "highspy",
    "websockets",
    "streamlit.web.bootstrap",
)
"""What a server imports for its first page, with what comes along: 0.4 s of processor time."""
PATIENCE = 20.0
"""Seconds that a server may take to stop by itself."""


def main(sample: Path, kept: Path) -> None:
    import_all()
    for name in OF_A_FIRST_PAGE:
        import_module(name)
    protecting.make = sample_releases.shared(sample, kept)
    serving._prepare = lambda store: None
    for module in (bron, building, store):  # as in `tests/conftest.py`
        module.threads = lambda: 1  # type: ignore[attr-defined]
    for line in sys.stdin:
        asked = json.loads(line)
        print(stop(asked["stop"]) if "stop" in asked else start(**asked), flush=True)


def start(folder: str, port: str, log: str) -> int:
    """The process that serves a folder from now on; what it says goes to the file `log`."""
    return os.fork() or _serve(folder, port, log)


def _serve(folder: str, port: str, log: str) -> NoReturn:
    code = 1
    try:
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, instead in ((0, nothing), (1, output), (2, output)):
            os.dup2(instead, number)
        sys.argv = ["dekkend", "--data", folder, "serve", "--port", port]
        dekkend()
        code = 0
    finally:
        sys.stdout.flush()
        os._exit(code)  # never back into the loop of the nursery


def stop(process: int) -> int:
    """0 when it stopped by itself."""
    until = time.monotonic() + PATIENCE
    os.kill(process, signal.SIGTERM)
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)
    return os.waitpid(process, 0)[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
