"""Which version of the data a run of the app is about, and for whom it is.

Not an argument of what a widget keeps: Streamlit holds that as long as a tab is open, and with it the
version of the data it was made with.
"""

from contextvars import ContextVar

from monitor.access import Viewer
from monitor.store.store import Store


VISIT: ContextVar[tuple[Store, Viewer]] = ContextVar("visit")


def seen() -> tuple[Store, Viewer] | None:
    """None outside a run of the whole app."""
    return VISIT.get(None)
