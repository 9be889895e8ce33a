"""What can be delivered: per kind of file its columns, what they look like, and an empty one."""

import datetime as dt

import streamlit as st

from monitor.pages import filters
from monitor.pages.leveringen import cards, changes, words
from monitor.settings import Settings
from monitor.sources import questions, sources
from monitor.sources.source import Column, Source
from monitor.store import Store
from monitor.views import text


PUBLISHERS = ("SWV", "DUO", "OCW", "CBS")


def show(store: Store) -> None:
    """Choose a kind of file and see what belongs in it."""
    names = sorted(sources(), key=lambda n: (_rank(sources()[n]), sources()[n].title))
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


def _rank(source: Source) -> int:
    return PUBLISHERS.index(source.publisher) if source.publisher in PUBLISHERS else 9


def about(source: Source, settings: Settings) -> list[str]:
    """Where it comes from, how often, what it replaces and what it is used for."""
    used = changes.used_by({source.name}, settings)
    lines = [
        f"**Te halen bij** {source.where}; {source.every}.",
        f"**Een nieuwe levering** {_replaces(source)}.",
    ]
    if source.moment is not None:
        month = text.date(dt.date(2025, source.moment.month, source.moment.day))[:-5]
        lines.append(
            f"**De datum** staat niet in het bestand: zet het jaar in de bestandsnaam, dan geldt "
            f"{month} van dat jaar, of kies de datum bij het leveren."
        )
    if source.running is not None:
        one = "de volledige lijst" if source.running.is_whole else "een aanvulling"
        lines.append(
            f"**Volledig of niet**: een bestand geldt als {one}, tenzij u bij het leveren iets anders "
            f"zegt. Van {source.running.what[1]} die nog lopen en niet in een volledige lijst staan, "
            "geldt dat zij geëindigd zijn, op een dag die niet bekend is."
        )
    if used:
        lines.append(f"**Gebruikt voor** {text.joined(used)}.")
    if source.pupils:
        lines.append(
            "**Leerlingen** staan er onder een pseudoniem in. Een bestand met "
            "burgerservicenummers wordt geweigerd."
        )
    return lines


def _replaces(source: Source) -> str:
    if source.replaces == ("*",):
        return "vervangt de hele lijst"
    if not source.replaces:
        return "komt naast de vorige; niets wordt vervangen"
    if source.replaces[0] == "lijstdatum":
        return "vervangt alleen een lijst van dezelfde datum"
    columns = {column.name: column for column in source.columns()}
    if source.moment is not None and source.replaces == (source.moment.column,):
        return "vervangt wat er al was van dezelfde peildatum"
    if any(columns[name].heading.melted for name in source.replaces):
        return "vervangt wat er al was van dezelfde jaren"
    names = [columns[name].heading.headings[0] for name in source.replaces]
    return f"vervangt rijen die gelijk zijn in {words.escape(text.joined(names))}"


def _columns(source: Source) -> None:
    rows = []
    for column in source.columns():
        if column.heading.melted == "value":
            continue
        rows.append(
            {
                "Kolom": f"**{words.escape(_shown(column))}**",
                "Nodig": "moet" if column.is_required else "mag",
                "Wat er in de cellen staat": words.escape(_expected(column)),
                "Ook goed als kop": words.escape(", ".join(_others(column))),
            }
        )
    rows.sort(key=lambda row: row["Nodig"] != "moet")
    cards.table(rows, "leveringen_kolommen", f"Kolommen van {source.title}")


def _shown(column: Column) -> str:
    return words.heading_of(column, dt.date.today().year - 1)


def _expected(column: Column) -> str:
    if column.heading.melted == "key":
        return "een aantal leerlingen; één kolom per jaar"
    # What stands behind a semicolon is about a wrong value, not about a right one.
    expected = column.spelling.expected.partition(";")[0]
    parts = (column.heading.description, expected, _usual(column))
    out = ", ".join(part for part in parts if part)
    return f"{out}; mag leeg zijn" if column.heading.empty else out


def _usual(column: Column) -> str:
    """Between what the monitor does not ask whether the unit is right."""
    if column.heading.usual is None:
        return ""
    low, high = map(questions.number, column.heading.usual)
    return f"gewoon is {low} tot en met {high}"


def _others(column: Column) -> list[str]:
    if column.heading.melted:
        return []
    others = list(column.heading.headings[1:])
    if column.heading.brin:
        others.append(f"twee kolommen: {column.heading.brin[0]} en een nummer van twee tekens")
    return others


def template(source: Source) -> bytes:
    """An empty file: only the headings, as Dutch Excel opens it."""
    headings = [_shown(c) for c in source.columns() if c.heading.melted != "value"]
    return (";".join(headings) + "\r\n").encode("utf-8-sig")
