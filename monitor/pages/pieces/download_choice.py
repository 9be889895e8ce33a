"""What can be taken along of something on the screen: one button, that opens on three files."""

from collections.abc import Callable

import streamlit as st

from monitor.views.files import separated
from monitor.views.files.separated import Form


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DIFFERENCE = (
    "Het CSV-bestand voor Excel heeft puntkomma’s en decimale komma’s, dat voor programma’s komma’s "
    "en decimale punten. De rijen zijn gelijk."
)


def choice(
    what: str,
    name: str,
    key: str,
    csv: Callable[[Form], str],
    xlsx: Callable[[], bytes] | None,
    *,
    disabled: bool = False,
) -> None:
    """`what` says what is in the files; they are called `name` and are made when asked for."""
    with st.popover(f"Download ({what})", icon=":material/download:"):
        files(name, key, csv, xlsx, disabled=disabled)


def files(
    name: str,
    key: str,
    csv: Callable[[Form], str],
    xlsx: Callable[[], bytes] | None,
    *,
    disabled: bool = False,
) -> None:
    """The three files beside each other, and how they differ."""
    with st.container(horizontal=True, gap="small"):
        if xlsx is not None:
            _file("Excel", xlsx, f"{name}.xlsx", XLSX, f"{key}_xlsx", disabled)
        _file("CSV (voor Excel)", lambda: csv(separated.for_excel).encode(),
              f"{name}-voor-excel.csv", "text/csv", f"{key}_csv_excel", disabled)  # fmt: skip
        _file("CSV (voor programma’s)", lambda: csv(separated.for_programs).encode(),
              f"{name}.csv", "text/csv", f"{key}_csv", disabled)  # fmt: skip
    st.caption(DIFFERENCE)


def _file(
    label: str, make: Callable[[], bytes], name: str, mime: str, key: str, disabled: bool
) -> None:
    st.download_button(
        label, make, file_name=name, mime=mime, icon=":material/download:", key=key,
        on_click="ignore", disabled=disabled,
    )  # fmt: skip
