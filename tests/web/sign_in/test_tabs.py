"""Pages that stand open after their session ended are emptied, once."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers import people
from helpers.two_processes import run_aside

from monitor.access import sessions
from monitor.access.accounts import Account
from monitor.store.journal import journal
from monitor.web.sign_in import tabs


class Tab:
    """A page in somebody's browser, as Streamlit knows it."""

    def __init__(self, name: str, token: str) -> None:
        self.runs = 0
        self.client = SimpleNamespace(client_context=SimpleNamespace(cookies={"dekkend": token}))
        self.session = SimpleNamespace(id=name, request_rerun=self._run)

    def _run(self, state: object) -> None:
        self.runs += 1


@pytest.fixture
def open_tabs(monkeypatch: pytest.MonkeyPatch) -> list[Tab]:
    found: list[Tab] = []
    manager = SimpleNamespace(list_active_sessions=lambda: found)
    instance = SimpleNamespace(_session_mgr=manager)
    monkeypatch.setattr(
        tabs, "runtime", SimpleNamespace(exists=lambda: True, get_instance=lambda: instance)
    )
    return found


def test_a_page_is_emptied_when_its_session_ended_and_no_other(
    folder: Path, jan: Account, open_tabs: list[Tab]
) -> None:
    out, still_in = people.signed_in(folder, jan), people.signed_in(folder, jan)
    open_tabs += [Tab("een", out), Tab("twee", out), Tab("drie", still_in)]
    emptied: set[str] = set()

    run_aside(tabs._empty(folder, emptied))
    assert [tab.runs for tab in open_tabs] == [0, 0, 0]

    sessions.sign_out(journal(folder), out)
    for _ in range(2):
        emptied &= run_aside(tabs._empty(folder, emptied))
    assert [tab.runs for tab in open_tabs] == [1, 1, 0]


def test_looking_keeps_no_session_alive(
    folder: Path, token: str, open_tabs: list[Tab], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr("monitor.access.sessions._seen", lambda *given: written.append(given))
    monkeypatch.setattr("monitor.access.sessions.SEEN_PER", sessions.IDLE * 0)
    open_tabs.append(Tab("een", token))

    run_aside(tabs._empty(folder, set()))
    assert written == []

    sessions.account_of(journal(folder), token)
    assert len(written) == 1  # as who clicks does


def test_in_a_demonstration_no_page_is_emptied(folder: Path, open_tabs: list[Tab]) -> None:
    (folder / "instellingen.toml").write_text("demo = true\n", "utf-8")
    open_tabs.append(Tab("een", ""))

    run_aside(tabs._empty(folder, set()))

    assert open_tabs[0].runs == 0
