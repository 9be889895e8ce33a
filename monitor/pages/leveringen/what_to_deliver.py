"""What can be delivered: per kind of file its columns, what they look like, and an empty one."""

import datetime as dt

import streamlit as st

from monitor.intake import formats
from monitor.pages.leveringen import changes, words
from monitor.pages.pieces import filters, phone_table
from monitor.sources import sources
from monitor.sources.source import Column, Source
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.values import dutch


def show(store: Store) -> None:
    """Choose a kind of file and see what belongs in it."""
    names = sorted(sources(), key=lambda n: formats.rank(sources()[n]))
    name = filters.remembered(
        "soort", "Soort bestand", names, names[0], lambda n: words.kind_title(sources()[n])
    )
    source = sources()[name]
    for line in about(source, store.settings):
        st.markdown(line)
    _columns(source)
    st.download_button(
        f"Leeg bestand '{name}.csv' met deze kolommen",
        lambda: template(source),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        key="leveringen_leeg",
        on_click="ignore",
    )


def about(source: Source, settings: Settings) -> list[str]:
    """Where it comes from, how often, what it replaces and what it is used for."""
    lines = formats.about(source, words.escape)
    if used := changes.used_by({source.name}, settings):
        lines.append(f"**Gebruikt voor** {dutch.joined(used)}.")
    return lines


def _columns(source: Source) -> None:
    rows = [
        {
            "Kolom": f"**{words.escape(_shown(column))}**",
            "Nodig": "moet" if column.is_required else "mag",
            "Wat er in de cellen staat": words.escape(formats.expected(column)),
            "Ook goed als kop": words.escape(", ".join(formats.others(column))),
        }
        for column in formats.in_order(source)
    ]
    phone_table.table(rows, "leveringen_kolommen", f"Kolommen van {source.title}")
    if spelled := formats.words(source, words.escape):
        with st.expander("Andere schrijfwijzen van woorden"):
            st.markdown("\n".join(f"- {line}" for line in spelled))


def _shown(column: Column) -> str:
    return formats.heading_of(column, str(dt.date.today().year - 1))


def template(source: Source) -> bytes:
    """An empty file: only the headings, as Dutch Excel opens it."""
    headings = [_shown(c) for c in source.columns() if c.heading.melted != "value"]
    return (";".join(headings) + "\r\n").encode("utf-8-sig")
