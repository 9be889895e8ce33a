"""Controleer een bestand: whether a file that was made earlier still says what the data say."""

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.reports import verifying
from monitor.reports.audiences import check
from monitor.reports.verifying import Outcome, Verdict
from monitor.store.store import Store, open_version
from monitor.store.versions import Versions
from monitor.values.safe_text import plain


LARGEST = 50
"""MB of a file that is looked into here."""


def show(store: Store, viewer: Viewer) -> None:
    """What is dropped is read, and not kept."""
    with st.expander("Controleer een bestand", icon=":material/verified:"):
        st.markdown(
            "Hebt u een rapport dat eerder gemaakt is? Kies het, en u leest of het nog klopt met de gegevens, "
            "en of iemand het veranderd heeft. Het bestand wordt niet bewaard."
        )
        file = st.file_uploader(
            "Rapport om te controleren: PowerPoint, PDF, Excel of HTML",
            type=["pptx", "pdf", "xlsx", "html"], key="rapport_controle", max_upload_size=LARGEST,
        )  # fmt: skip
        if file is not None:
            _tell(store, viewer, file.name, file.getvalue())


def _tell(store: Store, viewer: Viewer, name: str, content: bytes) -> None:
    try:
        found = judged(store, viewer, content)
    except MonitorError as error:
        st.warning(f"{plain(name)}: {plain(str(error))}")
        return
    said = f"{plain(name)}: {plain(found.sentence)}."
    (st.success if found.outcome is Outcome.EQUAL else st.warning)(said)
    for line in found.lines:
        st.markdown(f"- {plain(line)}")


def judged(store: Store, viewer: Viewer, content: bytes) -> Verdict:
    """As `dekkend verify`. MonitorError for a file for a reader whom this viewer makes nothing for:
    what changed in it is not his to read."""
    reader = verifying.reader_in(store, content)
    if reader is None:
        return verifying.NOT_OURS
    check(viewer, reader)
    folder = store.folder
    try:
        return verifying.verdict(
            store, content,
            lambda version: None if folder is None else open_version(Versions(folder), version),
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        # Somebody wrote in it, and made the kenmerk anew.
        return verifying.NOT_OURS
