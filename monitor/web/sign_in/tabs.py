"""Pages that stand open while the session behind them ended: they are emptied.

Somebody who signs out, whose account is closed or who went home, leaves figures on screens where
nobody clicks any more. Running the script again leaves of such a page that he is signed out.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import anyio.to_thread
from streamlit import runtime
from streamlit.runtime.app_session import AppSession

from monitor.access import sessions
from monitor.store.journal import journal
from monitor.web.sign_in.closed import is_demonstration
from monitor.web.sign_in.cookies import token_in


EVERY = 15.0
"""Seconds between two looks."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def closing_tabs(folder: Path) -> AsyncIterator[None]:
    """As long as this goes on, pages of sessions that ended are emptied soon after."""
    task = asyncio.create_task(_look_after(folder))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _look_after(folder: Path) -> None:
    emptied: set[str] = set()
    while True:
        await asyncio.sleep(EVERY)
        try:
            emptied &= await _empty(folder, emptied)
        except Exception:
            log.exception("Pagina's van wie afgemeld is, zijn niet leeg te maken.")


async def _empty(folder: Path, emptied: set[str]) -> set[str]:
    """Empty the pages whose session ended and that were not emptied before, which are added to
    `emptied`; the names of all pages that are open."""
    if not runtime.exists() or is_demonstration(folder):
        return set()
    open_now: dict[str, tuple[str, AppSession]] = {}
    for tab in runtime.get_instance()._session_mgr.list_active_sessions():
        client = tab.client.client_context
        token = token_in(client.cookies) if client is not None else ""
        open_now[tab.session.id] = (token, tab.session)
    tokens = {token for name, (token, _) in open_now.items() if name not in emptied}
    ended = await anyio.to_thread.run_sync(_ended, folder, tokens)
    for name, (token, session) in open_now.items():
        if token in ended and name not in emptied:
            session.request_rerun(None)
            emptied.add(name)
    return set(open_now)


def _ended(folder: Path, tokens: set[str]) -> set[str]:
    """Which of these tokens hold no more. Looking does not make a session last longer."""
    book = journal(folder)
    return {token for token in tokens if not sessions.is_alive(book, token)}
