"""Whether the door is shut: always, but in a demonstration."""

import threading
from pathlib import Path

from monitor.errors import MonitorError
from monitor.settings import read_settings, settings_file


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
                answer = read_settings(folder).demo
            except (MonitorError, OSError):
                answer = False
            _seen[path] = (stamp, answer)
    return answer
