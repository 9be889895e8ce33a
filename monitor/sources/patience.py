"""How long reading and judging one file may take."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from monitor.sources import unsafe
from monitor.sources.sheet import refused


LONGEST = 900.0
"""Seconds. The largest files that we know of take one minute."""


@contextmanager
def time_limit(connection: Any, file: str, seconds: float | None = None) -> Iterator[None]:
    """Stop what the database does for this file after `LONGEST`, and refuse the file.

    What Python does itself is at most linear in the size of a file, which has a limit of its own;
    of a statement of the database that cannot be said.
    """
    late = threading.Event()

    def stop() -> None:
        late.set()
        connection.interrupt()

    timer = threading.Timer(LONGEST if seconds is None else seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception:
        if late.is_set():  # an interrupted statement, or what came of it
            raise refused(file, unsafe.took_too_long()) from None
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise refused(file, unsafe.took_too_long())
