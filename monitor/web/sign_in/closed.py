"""Whether the door is shut: always, but in a demonstration."""

import threading
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store.settings import read_settings, settings_file
from monitor.store.versions import Versions


DEMONSTRATION = "demonstratie"
"""Who delivers the invented data (`monitor.commands.demo`)."""
_seen: dict[Path, tuple[object, bool]] = {}
_lock = threading.Lock()


def is_demonstration(folder: Path) -> bool:
    """Whether the settings say so at this moment: one look at the disk per question.

    The store knows it too, but for a moment after a change it is still the store before it. What
    is missing or cannot be read is no demonstration.
    """
    path = settings_file(folder)
    try:
        state = path.stat()
    except OSError:
        return False
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
    with _lock:
        seen, answer = _seen.get(path, (None, False))
        if seen != stamp:
            try:
                answer = read_settings(folder).demo and not open_by_mistake(folder)
            except (MonitorError, OSError):
                answer = False
            _seen[path] = (stamp, answer)
    return answer


def open_by_mistake(folder: Path) -> str:
    """Why a demonstration is refused here, "" when it is not: what somebody else than the
    demonstration delivered would be open to anybody."""
    settings = read_settings(folder)
    if not settings.demo or settings.demo_met_echte_gegevens:
        return ""
    real = [one for one in Versions(folder).register().deliveries if one.who != DEMONSTRATION]
    if not real:
        return ""
    return (
        f"In {settings_file(folder)} staat demo = true, en in deze map zijn {len(real)} leveringen die "
        "niet van de demonstratie zijn. Zonder aanmelden zou iedereen ze zien. Haal demo = true weg. "
        "Zijn ook die leveringen verzonnen, zet er dan bij: demo_met_echte_gegevens = true"
    )
