"""The websocket of an open page: nothing for who is signed out, no other's session to go on with.

A page that is open keeps its websocket, and a click in one part of it runs that part only. So
whoever is signed out, or has other rights than when the page was made, gets a whole run of the
script: that asks anew who looks.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope
from streamlit.proto.BackMsg_pb2 import BackMsg

from monitor.access import Viewer
from monitor.web.sign_in.owners import is_session_of


WhoNow = Callable[[], Awaitable[Viewer | None]]
LET_THROUGH = frozenset(
    {"rerun_script", "stop_script", "file_urls_request", "backend_operation_request"}
)
"""Of what a browser can ask; the rest is for who develops, and clears what others wait for."""
POLICY_VIOLATION = 1008


def without_others_session(scope: Scope, viewer: Viewer) -> Scope:
    """The request, without a session to go on with that is somebody else's.

    The third word of this header is how a browser says which session it had before the line
    broke; with it come what was chosen and uploaded.
    """
    words = Headers(scope=scope).get("sec-websocket-protocol", "").split(",")
    if len(words) < 3 or is_session_of(words[2].strip(), viewer):
        return scope
    name = b"sec-websocket-protocol"
    own = [(key, value) for key, value in scope["headers"] if key != name]
    kept = ",".join(words[:2]).encode("latin-1")
    return {**scope, "headers": [*own, (name, kept)]}


def judged(receive: Receive, who_now: WhoNow, at_first: Viewer) -> Receive:
    """`receive`, in which a message of who is signed out or got other rights is made harmless."""
    made_for: Viewer | None = at_first

    async def judge() -> Message:
        nonlocal made_for
        while True:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes") is None:
                continue  # text: no browser of ours sends it, and Streamlit stumbles over it
            asked = _parsed(message)
            if asked is None:
                return message
            kind = asked.WhichOneof("type")
            if kind == "app_heartbeat":
                return message  # sent by an open page itself: nobody is there for it
            if kind not in LET_THROUGH:
                continue
            viewer = await who_now()
            if viewer is not None and viewer == made_for:
                return message
            if kind == "rerun_script":
                made_for = viewer
                return _whole_run(asked, with_clicks=viewer is not None)

    return judge


def _parsed(message: MutableMapping[str, Any]) -> BackMsg | None:
    """What a browser asks; None when it is something else, which Streamlit answers for."""
    data = message.get("bytes")
    if message["type"] != "websocket.receive" or not data:
        return None
    asked = BackMsg()
    try:
        asked.ParseFromString(data)
    except DecodeError:
        return None
    return asked


def _whole_run(asked: BackMsg, with_clicks: bool) -> Message:
    """The same question for the page as a whole, with what was clicked or without it."""
    again = BackMsg()
    again.CopyFrom(asked)
    again.rerun_script.fragment_id = ""
    again.rerun_script.is_auto_rerun = False
    if not with_clicks:
        again.rerun_script.ClearField("widget_states")
    return {"type": "websocket.receive", "bytes": again.SerializeToString()}
