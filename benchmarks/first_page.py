"""The first page after the start of the server, against an empty Streamlit app."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.client import Visitor, free_port, wait_for
from benchmarks.country import Stores


EMPTY = "import streamlit as st\nst.title('leeg')\n"


def run(stores: Stores) -> None:
    empty = stores.folder / "leeg.py"
    empty.write_text(EMPTY, encoding="utf-8")
    for name, versions in (("swv", stores.swv), ("land", stores.country)):
        ours = min(_monitor(versions.folder) for _ in range(3))
        theirs = min(_streamlit(empty) for _ in range(3))
        print(
            f"eerste pagina, {name}: {ours:.1f} s tegen {theirs:.1f} s voor een lege app = "
            f"{ours - theirs:+.1f} s (hoogstens +2 s)"
        )


def _monitor(folder: Path) -> float:
    port = free_port()
    command = [sys.executable, "-m", "monitor", "--data", str(folder), "serve", "--port", str(port)]
    return _first_page(command, port)


def _streamlit(script: Path) -> float:
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
        "--server.headless", "true", "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    return _first_page(command, port)


def _first_page(command: list[str], port: int) -> float:
    start = time.perf_counter()
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    try:
        wait_for(port)
        with Visitor(port) as visitor:
            visitor.run()
        return time.perf_counter() - start
    finally:
        server.terminate()
        server.wait()
