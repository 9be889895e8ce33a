"""The files: one button for each form, with what it is good for; and for whom it is protected."""

from collections.abc import Callable

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.pages.frame.held import for_later
from monitor.reports import huisstijl, leaving, making
from monitor.reports.audiences import Audience, check
from monitor.reports.making import Order
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
from monitor.store.store import Store
from monitor.values.safe_text import plain


WORDS = {
    "pdf": ("PDF", "om te lezen, te mailen en te bewaren"),
    "pptx": ("PowerPoint", "om te presenteren; grafieken en tekst zijn aan te passen"),
    "xlsx": ("Excel", "om na te rekenen; met codeboek"),
    "html": (
        "Eén HTML-bestand",
        "om te delen met wie geen van drieën heeft; het presenteert zichzelf",
    ),
}
MIME = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html",
}


def show(store: Store, viewer: Viewer, order: Order, reader: Audience, one: Report) -> None:
    refused = _refused(store)
    with st.container(border=True, key="rapport_bestanden"):
        st.markdown(f"**{plain(one.title)}**, voor {plain(reader.words)}. {plain(one.stamp.mark)}.")
        with st.container(horizontal=True, gap="small"):
            for form, (label, _) in WORDS.items():
                if form in FORMS:
                    st.download_button(
                        label, _make(store, viewer, order, form),
                        file_name=f"{order.name}.{form}", mime=MIME[form],
                        icon=":material/download:", key=f"rapport_{form}", on_click="ignore",
                        type="primary" if form == "pdf" else "secondary",
                        disabled=form == "pptx" and bool(refused),
                    )  # fmt: skip
        if refused:
            st.warning(refused)
        st.caption(
            "; ".join(
                f"{label} is {words}" for form, (label, words) in WORDS.items() if form in FORMS
            )
            + ". Wie het maakte en voor wie staat in het logboek."
        )


def _refused(store: Store) -> str:
    """Why the SWV's own template cannot be used; "" when it can, or there is none."""
    try:
        huisstijl.of_folder(store.folder)
    except MonitorError as error:
        return str(error)
    return ""


def _make(store: Store, viewer: Viewer, order: Order, form: str) -> Callable[[], bytes]:
    """Made when it is asked for; the button holds no version of the data, nor a figure."""
    store_now = for_later(store)

    def make() -> bytes:
        now = store_now()
        check(viewer, making.reader_of(now, order))
        one = making.make(now, order)
        leaving.note(now, viewer.who, order, one, [form])
        return FORMS[form](one)

    return make
