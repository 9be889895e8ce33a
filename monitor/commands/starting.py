"""What is looked at before the monitor is served: who else can read the folder, and is it open."""

import os
import stat
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store.settings import read_settings
from monitor.web.sign_in.closed import open_by_mistake


OTHERS = stat.S_IRWXG | stat.S_IRWXO
OWN = ("instellingen.toml", "slot", "slot.json")
"""What says nothing of a pupil or an account, and may be read by others."""


def to_say(folder: Path) -> list[str]:
    """What whoever starts it must know. MonitorError when it may not be served like this."""
    said = []
    try:
        settings = read_settings(folder)
        if mistake := open_by_mistake(folder):
            raise MonitorRefused(mistake)
        if settings.demo:
            said.append(
                "Demonstratie: wie bij dit adres kan, ziet alles zonder zich aan te melden."
            )
    except MonitorRefused:
        raise
    except MonitorError:
        pass  # the pages say what is wrong; the door stays shut
    return said + _readable(folder)


class MonitorRefused(MonitorError):
    """It is not started."""


def _readable(folder: Path) -> list[str]:
    """Which files others than their owner can read, in one sentence. The folder itself shut is
    enough: then nobody comes at what is in it."""
    if os.name != "posix" or not folder.is_dir() or not folder.stat().st_mode & OTHERS:
        return []
    paths = [*folder.iterdir(), *(folder / "leveringen").glob("*")]
    open_ = [
        path.relative_to(folder).as_posix()
        for path in sorted(paths)
        if path.name not in OWN and _mode(path) & OTHERS
    ]
    if not open_:
        return []
    shown = ", ".join(open_[:5]) + (f" en nog {len(open_) - 5}" if len(open_) > 5 else "")
    said = f"Let op: anderen op deze computer kunnen in {folder} lezen: {shown}."
    return [f"{said} Sluit de map: chmod 700 {folder}"]


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0
