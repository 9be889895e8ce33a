"""The whole command that makes the first beheerder, as whoever started this monitor can type it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store.settings import Settings, read_settings


EMAIL, SWV = "naam@voorbeeld.nl", "VO2507"
"""What the reader puts his own in the place of."""
PORT = 8501
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:_\[\]/-]+\Z")


def command(folder: Path, address: str = "") -> str:
    """The command for the monitor on `folder`, for who opened it at `address` (http://…, "" when
    that is not known): it works as it stands, from any folder."""
    words = [EMAIL, "--swv", settings_or_defaults(folder).swv or SWV]
    if _ADDRESS.match(address):
        words += ["--adres", address.rstrip("/")]
    return dekkend(folder, "beheerder", *words)


def dekkend(folder: Path, *words: str) -> str:
    """A command of ours on `folder`, on one line for the shell of this machine."""
    line = [*_program(), "--data", str(folder.resolve()), *words]
    return subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line)


def usual_address(folder: Path) -> str:
    """Where people open the monitor, as far as the settings say; without a slash at the end."""
    names = settings_or_defaults(folder).adressen
    return f"https://{names[0]}" if names else f"http://localhost:{PORT}"


def settings_or_defaults(folder: Path) -> Settings:
    """What is wrong with the settings is said elsewhere."""
    try:
        return read_settings(folder)
    except MonitorError:
        return Settings()


def _program() -> list[str]:
    """`dekkend` where that is this very program, else the way in which it was started."""
    started = Path(sys.argv[0])
    if started.stem != "dekkend":
        return [sys.executable, "-m", "monitor"]
    found = shutil.which("dekkend")
    if found and Path(found).resolve() == started.resolve():
        return ["dekkend"]
    return [str(started.resolve())]
