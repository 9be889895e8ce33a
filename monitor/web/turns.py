"""Waiting for a turn: so many at a time, in the order in which they came, not without end."""

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio


class TooBusy(Exception):
    """So many wait already, or the turn did not come in time."""


class Turns:
    """Per somebody at most `most` turns at a time; `waiting` more wait, `patience` seconds each.

    For one event loop. Nothing is kept of who has no turn and waits for none.
    """

    def __init__(self, most: int, waiting: int, patience: float) -> None:
        self.most, self.waiting, self.patience = most, waiting, patience
        self.taken: dict[str, int] = {}
        self.queues: dict[str, deque[anyio.Event]] = {}

    @asynccontextmanager
    async def turn(self, who: str) -> AsyncIterator[None]:
        """While this goes on, one of the turns is ours. TooBusy when it did not come."""
        await self._wait(who)
        try:
            yield
        finally:
            self._pass_on(who)

    async def _wait(self, who: str) -> None:
        if self.taken.get(who, 0) < self.most:
            self.taken[who] = self.taken.get(who, 0) + 1
            return
        queue = self.queues.setdefault(who, deque())
        if len(queue) >= self.waiting:
            raise TooBusy
        called = anyio.Event()
        queue.append(called)
        try:
            with anyio.fail_after(self.patience):
                await called.wait()
        except BaseException as error:
            if called.is_set():  # our turn came just as we gave up
                self._pass_on(who)
            else:
                queue.remove(called)
                self._forget(who)
            if isinstance(error, TimeoutError):
                raise TooBusy from None
            raise

    def _pass_on(self, who: str) -> None:
        """Whoever waits longest gets the turn that ends; it stays taken."""
        queue = self.queues.get(who)
        if queue:
            queue.popleft().set()
        else:
            self.taken[who] -= 1
        self._forget(who)

    def _forget(self, who: str) -> None:
        if who in self.queues and not self.queues[who]:
            del self.queues[who]
        if not self.taken.get(who, 1):
            del self.taken[who]
