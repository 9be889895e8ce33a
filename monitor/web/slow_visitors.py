"""Connections that ask nothing, or take for ever to ask it, are let go.

Uvicorn waits without end for the first line and the headers of a request: who opens connections
and sends a letter a minute keeps them all. What comes after the headers is watched in
`monitor.web.request_limits`.
"""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


HEADERS_WITHIN = 20.0
"""Seconds from the first byte of a request (or the start of a connection) to its last header."""


class Impatient(H11Protocol):
    """HTTP/1.1 as uvicorn does it, with a limit on how long a request may take to be asked."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        # An upgraded connection is another protocol's from here on; its state is no longer IDLE.
        if self.conn.their_state is not h11.IDLE:
            self._stop()
        elif self._deadline is None:
            self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _start(self) -> None:
        self._deadline = self.loop.call_later(HEADERS_WITHIN, self._let_go)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _let_go(self) -> None:
        self._deadline = None
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self.transport.close()
