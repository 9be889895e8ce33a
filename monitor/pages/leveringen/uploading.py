"""The place to drop files, and the truth about what arrived of them.

A browser sends each chosen file by itself, and tells the server only of those that arrived. What
did not is known to the browser alone: `browser/bestanden.js` names it in the place that is made
here, and shows what is inside `when_all_arrived` only when everything chosen arrived and is what
was judged here.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st

from monitor.pages.leveringen import words
from monitor.web.request_limits import LARGEST_UPLOAD


COUNTER = "leveringen_teller"
VERDICT, BUTTON = "leveringen_uitkomst", "leveringen_knop"
"""Containers that `browser/monitor.css` hides while files are missing."""


def uploads() -> list[Any]:
    """The files that were dropped and are here. Any kind may be: the judgement says what it is
    and what to do. None of them when one was lost here: half of what was chosen is not judged."""
    key = f"leveringen_bestanden_{st.session_state.get(COUNTER, 0)}"
    found = list(
        st.file_uploader(
            "Bestanden om te leveren: CSV, XLSX, JSON, GeoJSON, MD of TSV",
            accept_multiple_files=True,
            key=key,
            max_upload_size=LARGEST_UPLOAD,
        )
    )
    st.html('<div class="bestanden-onderweg" role="status"></div>')
    lost = len(st.session_state.get(key) or []) - len(found)
    if not lost:
        return found
    st.error(
        f"Van de {words.files(lost + len(found))} die u koos {'is' if lost == 1 else 'zijn'} er "
        f"{lost} hier niet meer, omdat de monitor intussen opnieuw is gestart. Er is niets "
        "geleverd. Begin opnieuw en kies alle bestanden nog eens."
    )
    st.button("Begin opnieuw", key="leveringen_opnieuw", on_click=empty)
    return []


def empty() -> None:
    """Forget the files: from the next run on there is a new, empty place to drop them."""
    st.session_state[COUNTER] = st.session_state.get(COUNTER, 0) + 1


def judged(found: Sequence[Any]) -> None:
    """Tell the browser how many files the page below is about."""
    st.html(f'<div class="bestanden-gekeurd" data-aantal="{len(found)}"></div>')


@contextmanager
def when_all_arrived(key: str) -> Iterator[None]:
    """What is inside is shown while every chosen file is here and judged; `key` is one of ours."""
    with st.container(key=key):
        yield


def set_of(found: Sequence[Any], *chosen: object) -> str:
    """A word for exactly these files and what was chosen for them."""
    told = repr(([upload.file_id for upload in found], chosen))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
