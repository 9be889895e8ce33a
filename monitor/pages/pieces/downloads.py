"""A chart as a table, and what of it can be taken along as a file."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from monitor.figures.door import Figure, Indicator
from monitor.pages.pieces import download_choice, number_table
from monitor.reports import workbook
from monitor.sections.origins import origins_of
from monitor.store.store import Store
from monitor.views.files import export, tables


def table_twin(rows: Sequence[dict[str, Any]], key: str, label: str = "Als tabel") -> None:
    """The table that says what the chart above it shows."""
    with st.expander(f"{label} ({len(rows)} {'rij' if len(rows) == 1 else 'rijen'})"):
        if len(rows) <= 40:
            number_table.show(rows, f"{key}_vast", label)
        else:
            st.dataframe(list(rows), hide_index=True, width="stretch", key=key, alt=label)


def of_figures(
    store: Store,
    indicator: Indicator,
    per: str,
    found: Sequence[Figure],
    whole: str,
    key: str,
) -> None:
    """CSVs and XLSX of what is on screen; `whole` says which selection it is of what."""
    name = f"{indicator.name}-per-{per}"
    together(store, [(indicator, per, found)], name, whole, key)


def together(
    store: Store,
    pieces: Sequence[tuple[Indicator, str, Sequence[Figure]]],
    name: str,
    whole: str,
    key: str,
) -> None:
    """As `downloads`, of several (indicator, level, figures): one file, a sheet per indicator."""
    n = sum(len(found) for _, _, found in pieces)
    origins = [line for one, _, found in pieces for line in origins_of(store, one, found)]
    about = export.About(
        indicator=list(dict.fromkeys(indicator for indicator, _, _ in pieces)),
        selection=whole,
        origins=list(dict.fromkeys(origins)),
        is_demo=store.settings.demo,
    )

    def rows() -> list[tables.Row]:
        return [row for one, per, found in pieces for row in tables.export_rows(found, one, per)]

    def sheets() -> dict[str, list[tables.Row]]:
        if len(about.indicators) == 1:
            return {name: rows()}
        return {one.name: [row for row in rows() if row["indicator"] == one.name]
                for one in about.indicators}  # fmt: skip

    download_choice.choice(
        f"{n} {'rij' if n == 1 else 'rijen'}, {whole}", name, key,
        lambda form: export.rows_to_csv(rows(), form),
        lambda: workbook.to_xlsx(sheets(), about),
    )  # fmt: skip
