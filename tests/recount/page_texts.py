"""What stands on the pages of the monitor, element by element: see `all_texts.py`, which writes it down.

It runs pages with Streamlit's AppTest and knows little of the monitor (`PAGES`, a page's `show`), so that
it also runs on an older version.
"""

import datetime as dt
import hashlib
import html
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest


TODAY = dt.date(2026, 11, 30)
"""The day of every run: how old a file is, which exception holds."""
Address = tuple[tuple[str, str], ...]
"""The query of an address, by name: (("onderdeel", "kaart"),)."""
Line = tuple[str, str]
"""(kind, text)"""
MOST_OPTIONS = 8
"""Of a list that opens: with more of them only its default is read, unless it is named in SOME."""
SOME = {"regio": ("subregio:", "gemeente:"), "school": ("",), "cel": ("",), "arrangement": ("",)}
"""Longer lists of which the first option that begins like each of these is read too."""
ASKED: dict[str, list[Address]] = {
    "aanbod": [(("postcode", "9912"),), (("arrangement", "ARR-0001"),)],
    "school": [(("school", "99AA00"),), (("school", "99AA01"),)],
    "scholen": [(("zoek", "college"),)],
    "begrippen": [
        (("indicator", "deelname_vso"),), (("begrip", "tlv"),), (("zoekterm", "vso"),)
    ],
}  # fmt: skip
"""What links and visitors ask of a page that no choice on it offers."""


# ------------------------------------------------------------------------------------ one page


def page_lines(name: str, store: Any, viewer: Any) -> Iterator[tuple[Address, list[Line]]]:
    """A page at its own address, in each of its parts, with some other choices, one at a time; in a part
    with the choices that are only there, and those in SOME."""
    seen: set[Address] = {()}
    waiting: list[Address] = [(), *ASKED.get(name, [])]
    parts: list[Address] = []
    everywhere: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        lines, in_sight, lists = run(name, store, viewer, address)
        yield address, lines
        is_part = not address or address in parts
        if address and not is_part:
            continue
        if address:
            in_sight = {key: options for key, options in in_sight.items() if key not in everywhere}
            lists = {key: options for key, options in lists.items() if key in SOME}
        else:
            everywhere = set(in_sight)
        varied = {**in_sight, **lists}
        for key, options in varied.items():
            if key in dict(address):
                continue
            for option in options:
                other = tuple(sorted({**dict(address), key: option}.items()))
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    if key in in_sight:
                        parts.append(other)


Choices = dict[str, list[str]]


def run(
    name: str, store: Any, viewer: Any, address: Address = ()
) -> tuple[list[Line], Choices, Choices]:
    """What one address shows, the choices in sight with their other options, and lists with some."""
    at = AppTest.from_function(_page, args=(name, store, viewer), default_timeout=300)
    for key, value in address:
        at.query_params[key] = value
    set_log_level("error")  # else it says for every run that there is no browser
    with _choices() as (in_sight, lists):
        at.run()
        _open_all(at)
    lines = [("fout", str(one.value)) for one in at.exception]
    for root in (at.main, at.sidebar):
        lines += [(kind, one) for kind, text in _of_block(root) for one in text.split("\n")]
    return lines, in_sight, lists


_OPENS = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")


def _open_all(at: AppTest) -> None:
    """What a page makes only when it is opened."""
    opened: set[str] = set()
    while True:
        protos = [block.proto.popover for block in at.get("popover")]
        protos += [getattr(b.proto, "expandable", b.proto) for b in at.get("expander")]
        keys = {found[1] for proto in protos
                if (found := _OPENS.fullmatch(getattr(proto, "id", "")))} - opened  # fmt: skip
        if not keys:
            return
        for key in keys:
            at.session_state[key] = True
        opened |= keys
        at.run()


def _page(name: str, store: object, viewer: object) -> None:
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from functools import partial

    import streamlit as st

    from monitor.errors import MonitorError
    from monitor.pages import PAGES, pages_for

    every = {p.name: st.Page(partial(print, p.name), title=p.title, url_path=p.name) for p in PAGES}
    st.navigation(list(every.values()), position="hidden")
    st.session_state["pages"] = {page.name: every[page.name] for page in pages_for(viewer)}
    try:
        next(page for page in PAGES if page.name == name).show(store, viewer)
    except MonitorError as error:
        st.error(str(error))


@contextmanager
def _choices() -> Iterator[tuple[Choices, Choices]]:
    """(name in the address → its other options) of the choices in sight, and of lists that open."""
    in_sight: Choices = {}
    lists: Choices = {}

    def noted(
        real: Callable[..., Any], into: Choices, some: Callable[[str, list[str]], list[str]]
    ) -> Callable[..., Any]:
        def ask(*args: Any, **kwargs: Any) -> Any:
            chosen = real(*args, **kwargs)
            kind, _, name = str(kwargs.get("key", "")).partition("_")
            if kind == "keuze":
                options = kwargs.get("options") or next(a for a in args if isinstance(a, list))
                into[name] = some(name, [o for o in map(str, options) if o != str(chosen)])
            return chosen

        return ask

    with (
        patch.object(st, "segmented_control", noted(st.segmented_control, in_sight, _all)),
        patch.object(st, "selectbox", noted(st.selectbox, lists, _few)),
        patch.object(DeltaGenerator, "segmented_control",
                     noted(DeltaGenerator.segmented_control, in_sight, _all)),
        patch.object(DeltaGenerator, "selectbox", noted(DeltaGenerator.selectbox, lists, _few)),
    ):  # fmt: skip
        yield in_sight, lists


def _all(name: str, options: list[str]) -> list[str]:
    return options


def _few(name: str, options: list[str]) -> list[str]:
    if name in SOME:
        found = [next((o for o in options if o.startswith(s) and o), "") for s in SOME[name]]
        return [option for option in found if option]
    return options if len(options) <= MOST_OPTIONS else []


# --------------------------------------------------------------------------------- its elements

LABELS = {"expandable": "uitklapper", "popover": "venster", "tab": "tabblad", "form": ""}


def _of_block(block: Any) -> Iterator[Line]:
    kind = block.type
    label = ""
    if kind in LABELS or kind in ("expander", "status"):
        proto = getattr(block.proto, kind, block.proto)
        label = getattr(proto, "label", "")
    if label:
        yield LABELS.get(kind, "uitklapper"), label
    for index in sorted(block.children):
        child = block.children[index]
        yield from _of_block(child) if hasattr(child, "children") else _of_element(child)


def _of_element(element: Any) -> Iterator[Line]:
    proto, kind = element.proto, element.type
    match kind:
        case "title" | "header" | "subheader" | "markdown" | "caption" | "code" | "text":
            yield kind, str(element.value)
        case "info" | "warning" | "error" | "success":
            yield kind, str(element.value)
        case "html":
            yield from (("html", line) for line in text_of_html(proto.body))
        case "dataframe" | "table":
            yield from _of_table(kind, element)
        case "plotly_chart":
            yield from _of_chart(proto.plotly_chart if hasattr(proto, "plotly_chart") else proto)
        case "metric":
            yield "metric", " | ".join(filter(None, (proto.label, proto.body, proto.delta)))
        case "page_link":
            yield "link", f"{proto.label} → {proto.page} {proto.query_string}".strip()
        case _:
            yield from _of_widget(kind, proto)


def _of_widget(kind: str, proto: Any) -> Iterator[Line]:
    if kind in ("exception", "divider", "space"):
        return
    if not hasattr(proto, "label") and hasattr(proto, kind):
        proto = getattr(proto, kind)
    said = [str(getattr(proto, "label", ""))]
    said += [str(getattr(proto, name)) for name in ("placeholder", "help", "url") if
             getattr(proto, name, "") and not str(getattr(proto, name)).startswith("/media")]  # fmt: skip
    options = getattr(proto, "options", ())
    said += [", ".join(str(getattr(one, "content", one)) for one in options)]
    if getattr(proto, "disabled", False):
        said.append("(uit)")
    yield kind, " | ".join(part for part in said if part)


def _of_table(kind: str, element: Any) -> Iterator[Line]:
    frame = element.value
    if getattr(element.proto, "columns", ""):
        yield f"{kind} kolommen", element.proto.columns
    yield f"{kind} kop", " | ".join(map(str, frame.columns))
    for row in frame.itertuples(index=False):
        yield f"{kind} rij", " | ".join(map(str, row))


MOST_LETTERS = 3000
TEXTS = ("name", "text", "hovertext", "hovertemplate", "texttemplate", "customdata", "labels",
         "x", "y", "z", "values", "locations")  # fmt: skip


def _of_chart(proto: Any) -> Iterator[Line]:
    yield "grafiek", proto.alt
    spec = json.loads(proto.spec or proto.figure.spec)
    for trace in spec.get("data", []):
        said = [f"{name}={_short(trace[name])}" for name in TEXTS if trace.get(name) is not None]
        yield "grafiekreeks", f"{trace.get('type', '')} {' '.join(said)}"
    layout = spec.get("layout", {})
    for note in layout.get("annotations", []):
        yield "grafiektekst", str(note.get("text", ""))
    for name in sorted(layout):
        if "axis" in name and isinstance(layout[name], dict):
            told = {key: layout[name][key] for key in ("title", "ticktext", "range", "categoryarray")
                    if layout[name].get(key) is not None}  # fmt: skip
            if told:
                yield "grafiekas", f"{name} {_short(told)}"


def _short(value: Any) -> str:
    """As it is, and a whole border as a number: nobody reads it, but it may not change unseen."""
    told = value if isinstance(value, str) else json.dumps(_rounded(value), ensure_ascii=False)
    return told if len(told) <= MOST_LETTERS else hashlib.sha256(told.encode()).hexdigest()[:12]


def _rounded(value: Any) -> Any:
    """In ten digits: sums in another order are the same."""
    if isinstance(value, float):
        return float(f"{value:.10g}")
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list) else value


# ------------------------------------------------------------------------------------- its html

ENDS = {"tr", "p", "div", "li", "h1", "h2", "h3", "h4", "caption", "br", "figcaption", "table",
        "summary", "section", "dt", "dd", "ul", "ol", "text", "title", "desc"}  # fmt: skip


def text_of_html(source: str) -> list[str]:
    """The lines that a reader sees, cells of a row with " | " between them; with descriptions."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    joined = re.sub(r"[ \t\r]*\n[ \t\r]*", "\n", "".join(reader.said))
    lines = (re.sub(r"[ \t]+", " ", line).strip(" |") for line in joined.split("\n"))
    return [line for line in lines if line]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._silent += 1
        if tag in ENDS:
            self.said.append("\n")
        for name, value in attrs:
            if name in ("aria-label", "alt", "title") and value:
                self.said.append(f"\n[{name}: {html.unescape(value)}]\n")
            if name == "href" and value:
                self.said.append(f"<{value}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent -= 1
        if tag in ("td", "th"):
            self.said.append(" | ")
        if tag in ENDS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data.replace("\n", " "))


# ---------------------------------------------------------------------------------- the same day


class _Day(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, cls.__mro__[1])


def _on(real: Any, **fixed: Callable[..., Any]) -> Any:
    """A class of dates that makes real ones and knows one today or now."""
    made = {name: staticmethod(how) for name, how in fixed.items()}
    return _Day(real.__name__, (real,), {"__new__": lambda cls, *a, **k: real(*a, **k), **made})


class _Datetime:
    """The module `datetime`, on TODAY at noon."""

    date = _on(dt.date, today=lambda: TODAY, fromisoformat=dt.date.fromisoformat)
    datetime = _on(
        dt.datetime,
        now=lambda tz=None: dt.datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=tz),
        fromisoformat=dt.datetime.fromisoformat, fromtimestamp=dt.datetime.fromtimestamp,
        combine=dt.datetime.combine, strptime=dt.datetime.strptime,
    )  # fmt: skip

    def __getattr__(self, name: str) -> Any:
        return getattr(dt, name)


def stop_the_clock(modules: Iterable[str] = ("monitor",)) -> None:
    """From now on it is TODAY for every module of the monitor that is loaded."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in modules and getattr(module, "dt", None) is dt:
            module.dt = _Datetime()  # type: ignore[attr-defined]
