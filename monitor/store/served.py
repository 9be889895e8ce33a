"""Who serves a data folder: each server holds a lock of its own in it, also after a kill -9 gone."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout


PREFIX = "bediend-"


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    """Said as long as it lasts. Where nothing can be written, nothing can be replaced either."""
    lock = FileLock(folder / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}", timeout=0)
    is_held = False
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire()
        is_held = True
    try:
        yield
    finally:
        if is_held:
            lock.release()
            with suppress(OSError):
                Path(lock.lock_file).unlink()


def is_served(folder: Path) -> bool:
    """Whether a server is at it. What a killed one left is removed."""
    for path in sorted(folder.glob(f"{PREFIX}*")):
        try:
            with FileLock(path, timeout=0):
                pass
        except Timeout:
            return True
        with suppress(OSError):
            path.unlink()
    return False
