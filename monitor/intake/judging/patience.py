"""How long reading and judging one file may take."""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from monitor.intake.judging import unsafe_messages
from monitor.intake.reading.sheet import refused


_until: ContextVar[float] = ContextVar("until", default=math.inf)
LONGEST = 900.0
"""Seconds. The largest files that we know of take one minute."""


@contextmanager
def time_limit(connection: Any, file: str, seconds: float | None = None) -> Iterator[None]:
    """Stop what the database does for this file after `LONGEST`, and refuse the file.

    What Python does itself is at most linear in the size of a file, and asks `go_on` on the way; a
    statement of the database is stopped from outside.
    """
    seconds = LONGEST if seconds is None else seconds
    late = threading.Event()
    until = _until.set(time.monotonic() + seconds)

    def stop() -> None:
        late.set()
        connection.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception:
        if late.is_set():  # an interrupted statement, or what came of it
            raise refused(file, unsafe_messages.took_too_long()) from None
        raise
    finally:
        timer.cancel()
        _until.reset(until)
    if late.is_set():
        raise refused(file, unsafe_messages.took_too_long())


def go_on(file: str) -> None:
    """DeliveryRefused when the time of this file is over. For a loop of Python over a large file."""
    if time.monotonic() > _until.get():
        raise refused(file, unsafe_messages.took_too_long())
