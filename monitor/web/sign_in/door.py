"""The door: nothing of the monitor goes to who is not signed in.

It stands before Streamlit and lets through only what it knows: pages lead to signing in, and every
other request, whatever it is written like, is refused. In a demonstration it is open.
"""

import logging
from pathlib import Path
from urllib.parse import quote

import anyio.to_thread
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.access import Role, Viewer, audit, sessions
from monitor.store.journal import journal
from monitor.web.sign_in import addresses, desk, html, owners, provider, sockets
from monitor.web.sign_in.addresses import address, own_path
from monitor.web.sign_in.closed import is_demonstration
from monitor.web.sign_in.cookies import token_of
from monitor.web.wire import SECURITY_HEADERS, is_page_request


ANYBODY = Viewer(Role.DIRECTEUR, wie="demonstratie")
"""Who looks at a demonstration, as far as the door cares: it is nobody's account."""
REFUSED = "Meld u eerst aan.\n"
NOT_YOURS = "Dit bestand is er niet (meer). Vraag het opnieuw op de pagina van de monitor.\n"
BROKEN = (
    "De monitor kan nu niet nagaan wie u bent. Probeer het over een paar minuten opnieuw. Blijft het "
    "zo, waarschuw dan de beheerder."
)
log = logging.getLogger(__name__)


class Door:
    """ASGI: who comes in, and with what."""

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        self.folder = folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            if is_demonstration(self.folder):
                await self.app(scope, receive, send)
            else:
                await self._request(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = own_path(scope)
        if path in addresses.OPEN:
            await self.app(scope, receive, send)
        elif (answers := desk.answer_for(scope)) is not None:
            await desk.attend(answers, self.folder, scope, receive, send)
        elif (away := provider.sends_away(scope)) is not None:
            await away(scope, receive, send)
        elif path == addresses.LOGIN and provider.providers():
            await self.app(scope, receive, send)
        elif path == addresses.CALLBACK and provider.providers():
            await provider.come_back(self.app, self.folder, scope, receive, send)
        else:
            await self._for_who_is_known(path, scope, receive, send)

    async def _for_who_is_known(
        self, path: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        answer: Response | None = None
        try:
            viewer = await self._who(scope)
        except Exception:
            log.exception("Wie er aangemeld is, is niet na te gaan.")
            answer = html.page("Dat lukt nu niet", html.said(BROKEN, "bad"), status=503)
        else:
            if viewer is None:
                answer = _to_sign_in(scope)
            elif not self._is_his(path, viewer):
                answer = _plain(NOT_YOURS, 404)
        if answer is not None:
            await answer(scope, receive, send)
            return
        assert viewer is not None
        if path.startswith(addresses.MEDIA) and scope["method"] == "GET":
            await anyio.to_thread.run_sync(self._note_download, path, viewer, scope)
        await self.app(scope, receive, _unkept(send))

    def _is_his(self, path: str, viewer: Viewer) -> bool:
        """Whether a file or an upload is of this account; other addresses are everybody's."""
        if path.startswith(addresses.MEDIA):
            return owners.is_file_of(path.removeprefix(addresses.MEDIA), viewer)
        if path.startswith(addresses.UPLOAD):
            # Only a beheerder has a page with a place to drop a file; what is dropped stays in
            # memory.
            its = path.removeprefix(addresses.UPLOAD).split("/")[0]
            return viewer.role is Role.BEHEERDER and owners.is_session_of(its, viewer)
        return True

    def _note_download(self, path: str, viewer: Viewer, scope: Scope) -> None:
        file = owners.download(path.removeprefix(addresses.MEDIA))
        if file is None:
            return
        about = f"{file.filename or 'bestand'} ({file.content_size} bytes)"
        came_from = scope["client"][0] if scope.get("client") else ""
        book, event = journal(self.folder), audit.Event.DOWNLOAD
        audit.record(book, viewer.who, event, about, address=came_from, swv=viewer.swv)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            viewer = await self._who_now(scope)
        except Exception:
            log.exception("Wie er aangemeld is, is niet na te gaan.")
            viewer = None
        if viewer is None:
            await receive()
            await send({"type": "websocket.close", "code": sockets.POLICY_VIOLATION})
            return
        if viewer is not ANYBODY:
            scope = sockets.without_others_session(scope, viewer)
        judged = sockets.judged(receive, lambda: self._who_now(scope), viewer)
        await self.app(scope, judged, send)

    async def _who_now(self, scope: Scope) -> Viewer | None:
        return ANYBODY if is_demonstration(self.folder) else await self._who(scope)

    async def _who(self, scope: Scope) -> Viewer | None:
        """Whose session a request comes with; None when it has none that holds."""
        token = token_of(scope)
        if not token:
            return None
        return await anyio.to_thread.run_sync(self._look_up, token)

    def _look_up(self, token: str) -> Viewer | None:
        account = sessions.account_of(journal(self.folder), token)
        return account.viewer if account is not None else None


def _to_sign_in(scope: Scope) -> Response:
    """A page leads to signing in, and from there back; anything else is refused."""
    if not is_page_request(scope):
        return _plain(REFUSED, 401)
    where = address(addresses.SIGN_IN)
    back = addresses.asked(scope)
    if back != addresses.home() and addresses.way_back(back) == back:
        where += f"?naar={quote(back, safe='')}"
    return RedirectResponse(where, 303, {**SECURITY_HEADERS, "Cache-Control": "no-store"})


def _plain(text: str, status: int) -> Response:
    headers = {**SECURITY_HEADERS, "Cache-Control": "no-store"}
    return PlainTextResponse(text, status, headers)


def _unkept(send: Send) -> Send:
    """Who signs out leaves nothing behind in the browser's memory of pages."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(raw=message["headers"])["Cache-Control"] = "no-store"
        await send(message)

    return answer
