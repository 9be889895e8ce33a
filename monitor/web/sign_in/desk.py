"""The desk: signing in and out, an invitation taken, a password changed.

Every answer is a whole page or a way on; what somebody typed goes in a form from a page of our own.
"""

from pathlib import Path
from urllib.parse import parse_qs

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from monitor.errors import MonitorError
from monitor.web.sign_in import addresses, choosing, coming, html
from monitor.web.sign_in.addresses import own_path
from monitor.web.sign_in.visit import Answer, Visit


MOST_BYTES = 16_384
"""Of a form: five fields of a thousand characters, as a browser writes them."""
OTHER_SITE = "Deze vraag kwam niet van een pagina van de monitor. Ga terug en probeer het opnieuw."


def answer_for(scope: Scope) -> dict[str, Answer] | None:
    """What the desk does per method for the path that is asked, None when that is not its own."""
    path = own_path(scope)
    known: dict[str, dict[str, Answer]] = {
        addresses.SIGN_IN: {"GET": coming.show_sign_in, "POST": coming.sign_in},
        addresses.SIGN_OUT: {"GET": coming.show_sign_out, "POST": coming.sign_out},
        addresses.PASSWORD: {"GET": choosing.show_password, "POST": choosing.change_password},
    }
    if path.startswith(addresses.INVITATION):
        return {"GET": choosing.show_invitation, "POST": choosing.accept}
    return known.get(path)


async def attend(
    answers: dict[str, Answer], folder: Path, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answer one request at the desk."""
    request = Request(scope, receive)
    answer = answers.get("GET" if scope["method"] == "HEAD" else scope["method"])
    if answer is None:
        page: Response = Response(status_code=405, headers={"Allow": "GET, HEAD, POST"})
    elif scope["method"] != "POST":
        page = await _answered(answer, Visit(request, folder, {}))
    elif not addresses.is_from_own_page(scope):
        page = html.page("Dat kan niet", html.paragraph(OTHER_SITE), status=403)
    elif (typed := await _form(request)) is None:
        page = html.page(
            "Dat is te veel", html.paragraph("Ga terug en maak het korter."), status=413
        )
    else:
        page = await _answered(answer, Visit(request, folder, typed))
    await page(scope, receive, send)


async def _answered(answer: Answer, visit: Visit) -> Response:
    """The answer, made in a thread: a password takes a while to check, on purpose."""
    try:
        return await anyio.to_thread.run_sync(answer, visit)
    except MonitorError as error:
        return html.page("Dat lukt nu niet", html.said(str(error), "bad"), status=503)


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of a form, None when it is too large."""
    body = bytearray()
    async for part in request.stream():
        body.extend(part)
        if len(body) > MOST_BYTES:
            return None
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}
