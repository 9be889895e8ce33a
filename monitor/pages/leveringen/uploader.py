"""The place to drop files: Streamlit's own, with its few English words in Dutch."""

from typing import Any

import streamlit as st


COUNTER = "leveringen_teller"
# Streamlit has no setting for these words. `font-size: 0` hides them, the rule after it says ours.
DUTCH = """<style>
[data-testid="stFileUploaderDropzone"] button p {font-size: 0}
[data-testid="stFileUploaderDropzone"] button p::after {
  content: "Kies bestanden"; font-size: 1rem}
[data-testid="stFileUploaderDropzoneInstructions"] * {font-size: 0 !important}
[data-testid="stFileUploaderDropzoneInstructions"]::after {
  content: "of sleep ze hierheen: CSV, XLSX, JSON, GeoJSON, MD of TSV, tot 200 MB per bestand";
  font-size: 0.875rem}
</style>"""


def show() -> list[Any]:
    """The files that were dropped, in that order."""
    st.html(DUTCH)
    # Any kind of file may be dropped: the judgement says in Dutch what it is and what to do.
    return list(
        st.file_uploader(
            "Bestanden om te leveren",
            accept_multiple_files=True,
            key=f"leveringen_bestanden_{st.session_state.get(COUNTER, 0)}",
            max_upload_size=400,
        )
    )


def empty() -> None:
    """Forget the files: from the next run on there is a new, empty place to drop them."""
    st.session_state[COUNTER] = st.session_state.get(COUNTER, 0) + 1
