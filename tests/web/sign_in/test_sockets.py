"""The websocket of an open page: for who is signed in, as long as he is."""

from pathlib import Path

import pytest
from helpers import people
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg

from monitor.access import Role, accounts, sessions
from monitor.access.accounts import Account
from monitor.store.journal import journal
from monitor.web.sign_in import owners

from .at_the_door import Visitor


STREAM = "/_stcore/stream"
SHUT = [{"type": "websocket.close", "code": 1008}]


def message(asked: BackMsg) -> Message:
    return {"type": "websocket.receive", "bytes": asked.SerializeToString()}


def click(fragment: str = "") -> Message:
    """A click on a page: in one part of it, or that makes all of it anew."""
    asked = BackMsg()
    asked.rerun_script.query_string = "jaar=2024"
    asked.rerun_script.fragment_id = fragment
    asked.rerun_script.widget_states.widgets.add().id = "knop"
    return message(asked)


def heartbeat() -> Message:
    return message(BackMsg(app_heartbeat=True))


def received(visitor: Visitor) -> list[BackMsg]:
    """What reached the app, in order."""
    found = []
    for one in visitor.behind.received:
        asked = BackMsg()
        asked.ParseFromString(one["bytes"])
        found.append(asked)
    return found


@pytest.mark.parametrize("token", ["", "verzonnen", "a" * 43])
@pytest.mark.parametrize("path", [STREAM, "/", "/aanmelden", "//_stcore/stream", "/_stcore/health"])
def test_without_signing_in_no_websocket_is_opened(visitor: Visitor, token: str, path: str) -> None:
    assert visitor.open_socket(path, token, click()) == SHUT
    assert visitor.behind.reached == []


def test_who_is_signed_in_clicks_as_he_likes(visitor: Visitor, token: str) -> None:
    visitor.open_socket(STREAM, token, click("deel"), heartbeat(), click())

    kinds = [one.WhichOneof("type") for one in received(visitor)]
    assert kinds == ["rerun_script", "app_heartbeat", "rerun_script"]
    assert received(visitor)[0].rerun_script.fragment_id == "deel"
    assert len(received(visitor)[2].rerun_script.widget_states.widgets) == 1


def test_after_signing_out_a_click_is_a_whole_run_without_what_was_clicked(
    visitor: Visitor, folder: Path, token: str
) -> None:
    def happens(index: int) -> None:
        if index == 1:
            sessions.sign_out(journal(folder), token)

    asked = BackMsg()
    asked.file_urls_request.file_names.append("a.csv")
    operation = BackMsg()
    operation.backend_operation_request.SetInParent()
    visitor.open_socket(
        STREAM, token, click("deel"), click("deel"), message(asked), message(operation),
        between=happens,
    )  # fmt: skip

    before, after = received(visitor)
    assert before.rerun_script.fragment_id == "deel"
    assert after.rerun_script.fragment_id == ""
    assert after.rerun_script.query_string == "jaar=2024"
    assert len(after.rerun_script.widget_states.widgets) == 0


def test_with_other_rights_the_whole_page_is_made_anew_once(
    visitor: Visitor, folder: Path, jan: Account, token: str
) -> None:
    def happens(index: int) -> None:
        if index == 1:
            accounts.change_rights(journal(folder), people.COMMAND, jan.nummer,
                                   role=Role.GEMEENTE, swv={"VO9901"})  # fmt: skip

    visitor.open_socket(STREAM, token, click("deel"), click("deel"), click("deel"), between=happens)

    assert [one.rerun_script.fragment_id for one in received(visitor)] == ["deel", "", "deel"]


def test_a_page_that_stands_open_does_not_keep_a_session_alive(
    visitor: Visitor, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = sessions.account_of

    def counted(book: object, given: str) -> object:
        asked.append(given)
        return real(book, given)

    monkeypatch.setattr("monitor.web.sign_in.door.sessions.account_of", counted)

    visitor.open_socket(STREAM, token, *[heartbeat()] * 5)

    assert len(asked) == 1  # when it was opened


@pytest.mark.parametrize(
    "kind", ["clear_cache", "set_run_on_save", "debug_shutdown_runtime", "load_git_info",
             "debug_disconnect_websocket"],
)  # fmt: skip
def test_what_is_for_developers_does_not_come_through(
    visitor: Visitor, token: str, kind: str
) -> None:
    visitor.open_socket(STREAM, token, message(BackMsg(**{kind: True})), heartbeat())

    assert [one.WhichOneof("type") for one in received(visitor)] == ["app_heartbeat"]


def test_nonsense_is_for_streamlit_which_closes_the_line(visitor: Visitor, token: str) -> None:
    nonsense = {"type": "websocket.receive", "bytes": b"\xff\xff\xff"}

    visitor.open_socket(STREAM, token, nonsense)

    assert visitor.behind.received == [nonsense]


def test_a_demonstration_that_ends_lets_nobody_go_on(visitor: Visitor, folder: Path) -> None:
    (folder / "instellingen.toml").write_text("demo = true\n", "utf-8")

    def happens(index: int) -> None:
        if index == 1:
            (folder / "instellingen.toml").write_text("demo = false\n", "utf-8")

    visitor.open_socket(STREAM, "", click("deel"), click("deel"), between=happens)

    assert [one.rerun_script.fragment_id for one in received(visitor)] == ["deel", ""]


def test_text_is_not_what_the_app_is_asked(visitor: Visitor, token: str) -> None:
    """Streamlit looks for bytes only: text would be an error in its log, each time."""
    visitor.open_socket(STREAM, token, {"type": "websocket.receive", "text": "x"}, heartbeat())

    assert [one.WhichOneof("type") for one in received(visitor)] == ["app_heartbeat"]


def test_nobody_goes_on_with_anothers_session(
    visitor: Visitor, folder: Path, jan: Account, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody chose and uploaded comes with his session when the line breaks."""
    piet = people.account(folder, "piet@swv.nl")
    monkeypatch.setattr(owners, "_kept", owners._Kept(session={"van-jan": jan.viewer}))

    for given in (token, people.signed_in(folder, piet)):
        visitor.open_socket(STREAM, given, protocol="streamlit, xsrf, van-jan")
    visitor.open_socket(STREAM, token, protocol="streamlit, xsrf, onbekend")

    words = [dict(scope["headers"])[b"sec-websocket-protocol"] for scope in visitor.behind.scopes]
    assert words == [b"streamlit, xsrf, van-jan", b"streamlit, xsrf", b"streamlit, xsrf"]
