"""What a scenario does: a sentence, the figures before and after, and per region."""

import streamlit as st

from monitor.dekking.scenarios import Scenario, effect
from monitor.pages.pieces import download_choice, phone_table
from monitor.pages.wat_als.subject import Subject
from monitor.values.safe_text import plain
from monitor.views.files import export
from monitor.views.words import scenarios


STEPS = (
    "Aantallen van 1 tot en met 4 leerlingen zijn verborgen, en wat er verandert staat in stappen van "
    "vijf: anders is een klein aantal eruit te berekenen."
)


def answer(subject: Subject, scenario: Scenario) -> None:
    """The most important first."""
    found = effect(subject.store, subject.basis, scenario, subject.level)
    st.markdown(f"**{scenarios.sentence(found, subject.numbers)}**")
    lines = (
        scenarios.costs_sentence(found, subject.numbers, subject.known),
        scenarios.region_sentence(found, subject.name, subject.numbers),
    )
    if said := [line for line in lines if line]:
        st.markdown(plain(" ".join(said)))


def show(subject: Subject, scenario: Scenario) -> None:
    """Nothing as long as nothing changes: that is on Dekking."""
    if not scenario.wijzigingen:
        return
    found = effect(subject.store, subject.basis, scenario, subject.level)
    st.header("Wat het doet")
    whole = scenarios.effect_rows(found, subject.numbers)
    table(whole, "wat_als_geheel", "Wat het scenario doet")
    per = scenarios.region_rows(found, subject.level, subject.numbers, subject.name)
    if any(one.name for one in found.per):
        _per_region(subject, per)
    if not subject.numbers.exact:
        st.caption(STEPS)
    download_choice.choice(
        "deze tabellen", "wat-als", "wat_als",
        lambda form: export.lists_to_csv(_download(whole, per, subject.level), form),
        None,
    )  # fmt: skip


def _per_region(subject: Subject, per: list[scenarios.Row]) -> None:
    st.header(f"Zeker tekort per {subject.level}")
    st.caption(
        "Zeker tekort: leerlingen die geen plek vinden, hoe de plekken ook verdeeld worden. Het is "
        "minder dan het hele tekort: van de rest is wel zeker dat iemand geen plek vindt, maar "
        "niet wie."
    )
    table(per, "wat_als_regio", f"Zeker tekort per {subject.level}")


def table(rows: list[scenarios.Row], key: str, alt: str) -> None:
    """A table of numbers: to the right where it is a table, cards on a phone."""
    st.html(
        f"<style>@media (min-width: {phone_table.NARROW}) {{.st-key-{key} :is(td, th):not(:first-child), "
        f".st-key-{key} :is(td, th):not(:first-child) * "
        "{text-align: right !important; font-variant-numeric: tabular-nums}}</style>"
    )
    # The cells of a table are Markdown; the titles are our own, or cleaned.
    shown = [{title: plain(cell) for title, cell in row.items()} for row in rows]
    phone_table.table(shown, key, alt)


def _download(
    whole: list[scenarios.Row], per: list[scenarios.Row], level: str
) -> list[scenarios.Row]:  # fmt: skip
    """Both tables as one: a row says what it is about."""
    regional = [
        {"Wat": f"Zeker tekort, {level} {row[level.capitalize()]}"}
        | {title: row[title] for title in ("Nu", "Met dit scenario", "Verschil") if title in row}
        for row in per
    ]
    return [*whole, *regional]
