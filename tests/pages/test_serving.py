"""The store that a server hands out: the newest, computed behind the first page, and let go after."""

import gc
import os
import threading
import weakref
from pathlib import Path

import pytest

from monitor.errors import MonitorError
from monitor.pages.frame import serving
from monitor.pages.frame.serving import Serving
from monitor.store.settings import settings_file
from monitor.store.versions import Versions
from monitor.web import memory


# As the module has it, before the tests of a run took its place (see `nothing_computed_behind`).
PREPARE = serving._prepare


@pytest.fixture(autouse=True)
def as_a_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.pages.frame.serving._prepare", PREPARE)


def at_rest() -> None:
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and thread.name.startswith("nieuwe versie"):
            thread.join()


def test_what_visitors_would_wait_for_is_computed_behind_a_new_version(sample_copy: Path) -> None:
    store = Serving(Versions(sample_copy)).store()
    at_rest()

    assert [key for key in store.answers if key[0] == "deelname_pro"]
    assert [key for key in store.answers if key[:2] == ("release", store.settings.swv)]


def test_a_version_that_was_replaced_leaves_the_memory(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when it was kept out of collections, and in a circle (D8)."""
    served = Serving(Versions(sample_copy))
    old = served.store()
    at_rest()
    old.answers["a circle"] = old
    gone = weakref.ref(old)
    del old

    # What is computed of the next one, which takes seconds, is no matter here.
    for name in ("compute_all", "prepare"):
        monkeypatch.setattr(serving, name, lambda *_: None)
    os.utime(settings_file(sample_copy))  # as another setting: a store is opened anew
    new = served.store()
    at_rest()

    assert gone() is None
    assert new is served.store()


def test_what_stays_is_not_walked_at_every_click() -> None:
    gc.unfreeze()
    kept = [[number] for number in range(50_000)]

    memory.settle()

    assert gc.get_freeze_count() > 50_000
    assert len(gc.get_objects()) < 50_000
    assert kept


def test_what_cannot_be_made_beforehand_is_told_and_no_traceback(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*_: object) -> None:
        raise MonitorError("Het journaal is nu niet te bereiken.")

    monkeypatch.setattr(serving, "compute_all", lambda store: None)
    monkeypatch.setattr(serving, "prepare", away)
    errors: list[object] = []
    monkeypatch.setattr(threading, "excepthook", errors.append)

    Serving(Versions(sample_copy)).store()
    at_rest()

    assert errors == []
    assert "Het journaal is nu niet te bereiken." in caplog.text
