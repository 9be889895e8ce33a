"""Whose is what in Streamlit: its sessions, what was uploaded to them, the files made in them.

Streamlit gives a file to whoever knows its address, and takes an upload for whatever session it
names. Here is kept for whom a session ran; the door asks.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryFile, MemoryMediaFileStorage
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from monitor.access import Viewer


MANY = 500
"""Sessions to remember before those that Streamlit forgot are looked for."""


@dataclass
class _Kept:
    """What is known. One process has one Streamlit, so there is one of these."""

    session: dict[str, Viewer] = field(default_factory=dict)
    files: dict[str, set[Viewer]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


_kept = _Kept()


def note_session(viewer: Viewer) -> None:
    """The run of the script that is going on is for this viewer: so is its session."""
    context = get_script_run_ctx()
    if context is None:
        return
    with _kept.lock:
        _kept.session[context.session_id] = viewer
        if len(_kept.session) > MANY:
            for session in [one for one in _kept.session if not _is_known(one)]:
                del _kept.session[session]


def is_session_of(session: str, viewer: Viewer) -> bool:
    """Whether a session ran for this account; a change of its rights does not matter."""
    with _kept.lock:
        owner = _kept.session.get(session)
    return owner is not None and owner.wie == viewer.wie


def is_file_of(file: str, viewer: Viewer) -> bool:
    """Whether a file (the last part of its address) was made for this account, with the rights
    that it has now."""
    with _kept.lock:
        return viewer in _kept.files.get(file.partition(".")[0], ())


def download(file: str) -> MemoryFile | None:
    """A file that is there to be kept, and not to be shown on a page; else None."""
    if not runtime.exists():
        return None
    found = runtime.get_instance().media_file_mgr.read_file(file)
    return found if found is not None and found.kind == MediaFileKind.DOWNLOADABLE else None


def watch(manager: MediaFileManager) -> None:
    """From now on it is known for whom every file was made.

    Two people with the same rights that make the same file have one file: its name is its content.
    """
    storage = manager._storage
    assert isinstance(storage, MemoryMediaFileStorage)
    make: Callable[..., str] = storage.load_and_get_id
    forget: Callable[[str], None] = storage.delete_file
    make_later: Callable[[str], str] = manager.execute_deferred

    def load_and_get_id(*arguments: Any, **named: Any) -> str:
        file = make(*arguments, **named)
        context = get_script_run_ctx(suppress_warning=True)
        _note_file(file, context.session_id if context else "")
        return file

    def execute_deferred(file_id: str) -> str:
        # Made when it is asked for, in a thread of nobody's: it is of who got the button.
        waiting = manager._deferred_callables.get(file_id)
        url = make_later(file_id)
        _note_file(url.rpartition("/")[2], waiting["session_id"] if waiting else "")
        return url

    def delete_file(file_id: str) -> None:
        forget(file_id)
        with _kept.lock:
            _kept.files.pop(file_id, None)

    vars(storage).update(load_and_get_id=load_and_get_id, delete_file=delete_file)
    vars(manager).update(execute_deferred=execute_deferred)


def watch_all() -> None:
    """`watch` the files of this process's Streamlit."""
    watch(runtime.get_instance().media_file_mgr)


def _note_file(file: str, session: str) -> None:
    with _kept.lock:
        viewer = _kept.session.get(session)
        if viewer is not None:
            _kept.files.setdefault(file.partition(".")[0], set()).add(viewer)


def _is_known(session: str) -> bool:
    if not runtime.exists():
        return False
    return runtime.get_instance()._session_mgr.get_session_info(session) is not None
