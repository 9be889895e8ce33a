"""The files that can be delivered, and their columns."""

import streamlit as st

from monitor.pages.pieces import phone_table
from monitor.sources import sources
from monitor.sources.source import Source
from monitor.values.safe_text import plain


def files() -> None:
    st.markdown(
        "Deze bestanden kunt u leveren: als CSV, of als eerste blad van een Excelbestand. De "
        "volgorde van de kolommen en hoofdletters in de koppen maken niet uit; andere kolommen "
        "worden gemeld en overgeslagen."
    )
    publisher = ""
    for source in sorted(sources().values(), key=lambda s: (s.publisher, s.title)):
        if source.publisher != publisher:
            publisher = source.publisher
            st.header(
                {"SWV": "Van het samenwerkingsverband zelf"}.get(publisher, f"Van {publisher}")
            )
        with st.expander(source.title):
            st.markdown(f"Te halen bij {plain(source.where)}; {plain(source.every)}.")
            key = f"begrippen_{source.name}"
            phone_table.table(_columns(source), key, f"Kolommen van {source.title}")


def _columns(source: Source) -> list[dict[str, str]]:
    """What its row model says: heading, whether it must be there, and what a cell looks like."""
    rows = []
    for column in source.columns():
        if column.heading.melted:
            what = "een aantal leerlingen; één kolom per jaar"
            if column.heading.melted == "value":
                continue
        else:
            what = column.spelling.expected.partition(";")[0]
        rows.append(
            {
                "Kolom": plain(
                    column.heading.headings[0] if column.heading.headings else "een jaar"
                ),
                "Moet": "moet" if column.is_required else "mag",
                "Wat er in de cellen staat": plain(
                    ", ".join(part for part in (column.heading.description, what) if part)
                ),
            }
        )
    return rows
