"""A page on paper: the sections that it showed, in their order, as one PDF.

Not the browser's screen, whose pictures and tables were drawn for its width.
"""

from collections.abc import Callable
from contextvars import ContextVar

import streamlit as st

from monitor.access import Viewer
from monitor.reports import paper
from monitor.reports.report import Report
from monitor.reports.stamp import stamp_of
from monitor.sections.section import Section
from monitor.store.store import Store
from monitor.views.words.selection import you_see


LABEL = "Deze pagina als PDF"
HELP = "Wat hier nu staat, met uw keuzes: de antwoorden, de beelden, de tabellen en wat de cijfers betekenen."
_shown: ContextVar[dict[str, Section] | None] = ContextVar("shown", default=None)


def begin() -> None:
    """A page starts: nothing of it is shown yet."""
    _shown.set({})


def add(section: Section, key: str = "") -> None:
    """`section` is shown, once under each key; outside a run of the whole app nobody asks for it."""
    there = _shown.get()
    if there is not None:
        there[key or section.key] = section


def offer(store: Store, viewer: Viewer, title: str, name: str) -> None:
    """The button below the menu, on a page that said something."""
    sections = tuple((_shown.get() or {}).values())
    if not sections:
        return
    # A stamp holds no store: what a button keeps is kept as long as the tab is open.
    stamp = stamp_of(store, viewer, f"pagina {title}, 1")
    one = Report(title, you_see(sections[0].selection), sections, stamp)
    _button(lambda: paper.to_pdf(one), f"{name}.pdf")


def _button(made: Callable[[], bytes], file: str) -> None:
    st.sidebar.download_button(
        LABEL, made, file_name=file, mime="application/pdf", icon=":material/picture_as_pdf:",
        key="pagina_pdf", on_click="ignore", type="tertiary", help=HELP,
    )  # fmt: skip
