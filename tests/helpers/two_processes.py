"""Coroutines in tests, in a thread of their own: browser tests leave a loop behind in theirs."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_aside(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine gives, whatever loop runs in this thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
