"""The desk of the lists: who asks for which list, whether it is his, and who answers.

It stands behind the door, so that only who is signed in comes here; in a demonstration the door is
open, and everybody speaks for the invented school whose list he opens.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from monitor.access import Role, Viewer, audit, sessions
from monitor.errors import MonitorError, NotFound
from monitor.filling import answering, deel, front, html, overview
from monitor.filling.given import Fields
from monitor.filling.visit import Visit
from monitor.rounds.known import Known, keep_named, known_with, named_of
from monitor.rounds.naming import names, naming
from monitor.rounds.whose import Taak, read_taak
from monitor.store.journal import Journal, journal
from monitor.store.store import Store
from monitor.web.sign_in import addresses
from monitor.web.sign_in.closed import is_demonstration
from monitor.web.sign_in.cookies import token_of


Answer = Callable[[Visit], Response]
MOST_BYTES, MOST_FIELDS = 1 << 18, 3_000
"""Of a form: one deel without script, of 100 questions with texts."""
OTHER_SITE = "Deze vraag kwam niet van een pagina van de monitor. Ga terug en probeer het opnieuw."
NOT_YOURS = "Deze vragenlijst is niet van u."
TOO_MUCH = "Wat u stuurt is te groot. Ga terug en maak het korter."
READING: dict[str, Answer] = {
    "": front.show, "deel": deel.show, "antwoorden": overview.show, "vragen": overview.show_all,
}  # fmt: skip
DOING: dict[str, Answer] = {
    "deel": deel.keep, "bewaar": answering.keep_one, "inleveren": overview.hand_in,
    "tekenen": overview.sign, "heropenen": overview.reopen, "niet": overview.answers_not,
}  # fmt: skip
log = logging.getLogger(__name__)


class Filling:
    """ASGI: the pages below /vragenlijst; what is not there goes on."""

    def __init__(self, app: ASGIApp, folder: Path, store: Callable[[], Store]) -> None:
        """`store` is asked once per deelnemer, when his list is first looked at."""
        self.app = app
        self.folder = folder
        self.store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = addresses.own_path(scope) if scope["type"] == "http" else ""
        if path != html.ROOT and not path.startswith(f"{html.ROOT}/"):
            await self.app(scope, receive, send)
            return
        parts = tuple(part for part in path.removeprefix(html.ROOT).split("/") if part)
        request = Request(scope, receive)
        answer = await self._answer(request, parts)
        await answer(scope, receive, send)

    async def _answer(self, request: Request, parts: tuple[str, ...]) -> Response:
        if request.method not in ("GET", "HEAD", "POST"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD, POST"})
        form: Fields = {}
        if request.method == "POST":
            if not addresses.is_from_own_page(request.scope):
                return _refused(OTHER_SITE, 403)
            sent = await _form(request)
            if sent is None:
                return _refused(TOO_MUCH, 413)
            form = sent
        return await anyio.to_thread.run_sync(self._answered, request, parts, form)

    def _answered(self, request: Request, parts: tuple[str, ...], form: Fields) -> Response:
        """Made in a thread: it asks the journal."""
        try:
            book = journal(self.folder)
            if not parts:
                return front.choose(book, self._viewer(book, request, None), self._names)
            return self._of_list(book, request, parts, form)
        except NotFound as error:
            return _refused(str(error), 404)
        except MonitorError as error:
            return html.page("Dat lukt nu niet", html.said(str(error), "bad"), status=503)

    def _of_list(
        self, book: Journal, request: Request, parts: tuple[str, ...], form: Fields
    ) -> Response:
        number, *rest = parts
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            return _refused("Deze vragenlijst is er niet.", 404)
        taak = read_taak(book, int(number))
        viewer = self._viewer(book, request, taak)
        name = rest[0] if rest else ""
        posts = request.method == "POST"
        if viewer is None or not (taak.may_answer if posts else taak.may_look)(viewer):
            about = f"vragenlijst {taak.ronde.code} van {taak.eenheid}"
            who = viewer.who if viewer is not None else "onbekend"
            audit.record(book, who, audit.Event.GEWEIGERD, about, audit.REFUSED, swv=taak.ronde.swv)
            return _refused(NOT_YOURS, 403)
        answer = (DOING if posts else READING).get(name)
        if answer is None or len(rest) > 2:
            return _refused("Deze bladzijde is er niet.", 404)
        known = self._known(book, taak)
        return answer(Visit(request, book, viewer, taak, known, form, tuple(rest[1:])))

    def _known(self, book: Journal, taak: Taak) -> Known:
        named = named_of(book, taak.nummer)
        if named is None:
            named = keep_named(book, taak.nummer, naming(self.store(), taak))
        return known_with(book, taak, named)

    def _names(self, taken: list[Taak]) -> dict[int, str]:
        return names(self.store(), taken) if taken else {}

    def _viewer(self, book: Journal, request: Request, taak: Taak | None) -> Viewer | None:
        if is_demonstration(self.folder):
            return _somebody(taak)
        account = sessions.account_of(book, token_of(request.scope))
        return account.viewer if account is not None else None


def _somebody(taak: Taak | None) -> Viewer:
    """Who fills in in a demonstration: who speaks for this deelnemer; before one is chosen, who sees
    all of them."""
    if taak is None:
        return Viewer(Role.DIRECTEUR, frozenset({"*"}), wie="demonstratie")
    swv, own = frozenset({taak.ronde.swv}), frozenset({taak.eenheid})
    if taak.soort == "bestuur":
        return Viewer(Role.BESTUUR, swv, besturen=own, wie="demonstratie")
    return Viewer(Role.SCHOOL, swv, own, wie="demonstratie")


def _refused(text: str, status: int) -> Response:
    return html.page("Dat kan niet", html.said(text, "bad"), status=status)


async def _form(request: Request) -> Fields | None:
    """The fields of a form, None when it is too large or no form."""
    body = bytearray()
    async for part in request.stream():
        body.extend(part)
        if len(body) > MOST_BYTES:
            return None
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
