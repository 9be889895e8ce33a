"""Lists of this page on the screen, and the cells of the matching as a file."""

from collections.abc import Sequence

import streamlit as st

from monitor.figures.door import indicator_named
from monitor.pages.dekking.subject import Held
from monitor.reports import workbook
from monitor.sections import origins
from monitor.sections.dekking.lists import export_rows
from monitor.values.safe_text import plain
from monitor.views.files import export


def table(rows: Sequence[dict[str, str]], key: str, label: str) -> None:
    """A table that can be sorted when it is long."""
    if not rows:
        return
    if len(rows) <= 12:
        # Its cells are Markdown, those of a dataframe are not.
        st.table([{plain(title): plain(cell) for title, cell in row.items()} for row in rows])
    else:
        st.dataframe(list(rows), hide_index=True, width="stretch", key=key, alt=label)


def download(subject: Held) -> None:
    """All cells as a file, for the samenwerkingsverband itself."""
    rows = export_rows(subject)
    indicator = indicator_named("tekort")
    about = export.About(
        indicator=[indicator_named("dekking"), indicator],
        selection=f"alle combinaties van postcode, vraag en niveau, {subject.periode}",
        origins=origins.origins_of(
            subject.store, indicator, list(subject.figures("tekort", "swv"))
        ),
        is_demo=subject.store.settings.demo,
        filters=f"plaatsen: {subject.basis.run.value}; "
        f"{'met' if subject.basis.with_vso else 'zonder'} vso",
    )  # fmt: skip
    st.download_button(
        f"Alle {len(rows)} combinaties van postcode, vraag en niveau (Excel)",
        lambda: workbook.to_xlsx({"cellen": export_rows(subject)}, about),
        file_name=f"dekking-cellen-{subject.periode}-{subject.basis.run.value}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        key="dekking_cellen_xlsx",
        on_click="ignore",
        help="Dit gaat over enkele leerlingen per rij: alleen voor gebruik binnen het "
        "samenwerkingsverband.",
    )
