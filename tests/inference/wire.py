"""All that a page sends to a browser: every element as it goes over the line, and every file that
can be taken along."""

import io
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest

from monitor.access import Viewer
from monitor.store.store import Store


Sent = list[tuple[str, str]]
"""(what it is, all that was sent of it)."""


def sent(module: str, store: Store, viewer: Viewer, **query: str) -> Sent:
    """Everything of one page, opened at an address with those parameters."""
    taken: Sent = []
    button = st.download_button

    def download(label: str, data: Any, *args: Any, **more: Any) -> bool:
        if str(more.get("file_name")).endswith(".png"):
            data = b""  # the SVG beside it, in points: what can be read of it is read there
        made = data() if isinstance(data, Callable) else data  # type: ignore[arg-type]
        taken.append((f"{label} {more.get('file_name')}", _content(made)))
        return button(label, b"", *args, **more)

    with (
        patch.object(st, "download_button", download),
        patch.object(st, "popover", _open(st.popover)),
        patch.object(st, "expander", _open(st.expander)),
    ):
        at = AppTest.from_function(_page, args=(module, store, viewer), default_timeout=60)
        for name, value in query.items():
            at.query_params[name] = value
        at.run()
    assert not at.exception, at.exception
    return [*_elements(at._tree), *taken]


def _open(real: Callable[..., Any]) -> Callable[..., Any]:
    """What a page makes only when somebody opens it, is opened: it can be asked for as well."""

    def drawn(label: str, *args: Any, **more: Any) -> Any:
        if more.get("on_change") == "rerun":
            st.session_state.setdefault(more["key"], True)
        return real(label, *args, **more)

    return drawn


def _page(module: str, store: object, viewer: object) -> None:
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from inference.wire import show

    show(module, store, viewer)


def show(module: str, store: Any, viewer: Any) -> None:
    """Draw the page; what somebody did wrong is a message on it, as in the monitor itself."""
    from monitor.errors import MonitorError

    try:
        import_module(f"monitor.pages.{module}").show(store, viewer)
    except MonitorError as error:
        st.error(str(error))


def _elements(block: Any) -> Iterator[tuple[str, str]]:
    for place in sorted(block.children):
        one = block.children[place]
        yield f"{type(one).__name__} {one.type}", str(one.proto)
        if hasattr(one, "children"):
            yield from _elements(one)


def _content(data: str | bytes) -> str:
    """A workbook is a zip with the time at which it was made, and slides hold workbooks. What is no
    text, as paper, is taken byte by byte."""
    raw = data.encode() if isinstance(data, str) else data
    if not raw.startswith(b"PK"):
        try:
            return raw.decode()
        except UnicodeDecodeError:
            return raw.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        names = [name for name in sorted(book.namelist()) if not name.startswith("docProps")]
        return "\n".join(f"{name}\n{_content(book.read(name))}" for name in names)
