"""Nog te maken."""

import streamlit as st

from monitor.access import Viewer
from monitor.store import Store


def show(store: Store, viewer: Viewer) -> None:
    st.title("begrippen")
