"""One request at the desk: who asks, what was typed in, and the ways on from there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from monitor.access import devices, sessions
from monitor.access.accounts import Account
from monitor.store.journal import Journal, journal
from monitor.web.sign_in.addresses import way_back
from monitor.web.sign_in.cookies import device_of, set_cookie, set_device, token_of


@dataclass(frozen=True)
class Visit:
    """One request at the desk."""

    request: Request
    folder: Path
    form: dict[str, str]
    """What was typed in; empty on a GET."""

    @property
    def scope(self) -> Scope:
        return self.request.scope

    @property
    def journal(self) -> Journal:
        return journal(self.folder)

    @property
    def token(self) -> str:
        return token_of(self.scope)

    @property
    def device(self) -> str:
        return device_of(self.scope)

    @property
    def came_from(self) -> str:
        """The address of who asks, for the log and against guessing."""
        return self.request.client.host if self.request.client else ""

    @property
    def account(self) -> Account | None:
        """Who is signed in."""
        return sessions.account_of(self.journal, self.token) if self.token else None


Answer = Callable[[Visit], Response]


def signed_in(visit: Visit, token: str, back: str = "") -> Response:
    """On with a new session. The one that somebody came with ends: it may not even be his own."""
    if visit.token:
        sessions.sign_out(visit.journal, visit.token, visit.came_from)
    answer = go(way_back(back), set_cookie(visit.scope, token))
    account = sessions.account_of(visit.journal, token)
    if account is not None and not devices.is_of(visit.journal, account.email, visit.device):
        device = devices.token(visit.journal, account.email)
        answer.headers.append("set-cookie", set_device(visit.scope, device))
    return answer


def go(where: str, cookie: str = "") -> Response:
    answer = RedirectResponse(where, 303, {"Cache-Control": "no-store"})
    if cookie:
        answer.headers.append("set-cookie", cookie)
    return answer
