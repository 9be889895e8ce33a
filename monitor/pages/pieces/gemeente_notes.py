"""What a map or list of gemeenten must say of gemeenten that are no more, or that it cannot draw."""

from collections.abc import Iterable

import streamlit as st

from monitor.figures import levels
from monitor.figures.door import Figure
from monitor.sections.gemeente_notes import notes
from monitor.store.store import Store


def show(store: Store, found: Iterable[Figure], has_map: bool = True) -> None:
    """A caption per thing to know of the gemeenten in these figures; nothing when all is plain."""
    names = {f.code: f.naam for f in found if f.code != levels.UNKNOWN}
    for note in notes(store, names, has_map):
        st.caption(note)
