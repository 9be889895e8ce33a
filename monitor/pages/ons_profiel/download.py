"""The profile to take along: what stands on the page as a workbook, through the same door."""

import streamlit as st

from monitor.access import Viewer
from monitor.figures.catalogue import Indicator, in_use
from monitor.figures.door import Figure
from monitor.pages.frame.held import for_later
from monitor.pages.ons_profiel.checking import Checking, told
from monitor.pages.pieces import figure_parts
from monitor.reports import workbook as workbooks
from monitor.scholen import offer_numbers
from monitor.scholen.basisondersteuning import checklist
from monitor.scholen.profile import PARTS, offered, own_figures
from monitor.scholen.register import School
from monitor.sections import origins
from monitor.store.store import Store
from monitor.views.files import export, tables


def show(store: Store, viewer: Viewer, one: School, check: Checking) -> None:
    store_now = for_later(store)
    st.download_button(
        "Download dit profiel (Excel)",
        lambda: workbook(store_now(), viewer, one, check),
        file_name=f"profiel-{one.code}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        key="profiel_xlsx",
        on_click="ignore",
    )
    figure_parts.link(
        "rapporten", "Als rapport (PDF, PowerPoint)", pakket="schoolprofiel", voor="school", wie=one.code
    )  # fmt: skip


def workbook(store: Store, viewer: Viewer, one: School, check: Checking) -> bytes:
    """Sheets: what was asked and said, the figures of all years, arrangements, the checklist."""
    found = _figures(store, viewer, one)
    about = export.About(
        indicator=[indicator for indicator, _ in found],
        selection=f"Profiel van {one.naam} ({one.code})",
        origins=list(dict.fromkeys(
            line for indicator, own in found for line in origins.origins_of(store, indicator, own)
        )),
        is_demo=store.settings.demo,
    )  # fmt: skip
    sheets: dict[str, list[tables.Row]] = {
        "Klopt dit": _checked(check) if check.is_shown else [],
        "Cijfers": [
            row
            for indicator, own in found
            for row in tables.export_rows(own, indicator, "vestiging")
        ],
        "Arrangementen": [
            {"Schooljaar": o.schooljaar, "Code": o.code, "Titel": o.titel, "Status": o.status,
             **{name.capitalize(): words for name, words in offer_numbers.numbers(o).items()}}
            for o in offered(store, viewer, one)
        ] if viewer.may_see("vestiging", one.code) else [],
        "Basisondersteuning": [
            {"Schooljaar": p.schooljaar, "Versie": p.versie, "Punt": p.item, "Titel": p.titel,
             "Status": p.status, "Een jaar eerder": p.before, "Vergelijkbare scholen": p.others}
            for p in checklist(store, viewer, one)
        ],
    }  # fmt: skip
    return workbooks.to_xlsx({name: rows for name, rows in sheets.items() if rows}, about)


def _figures(store: Store, viewer: Viewer, one: School) -> list[tuple[Indicator, list[Figure]]]:
    every = ((indicator, own_figures(store, viewer, indicator, one))
             for indicator in in_use(store.settings))  # fmt: skip
    return [(indicator, own) for indicator, own in every if own]


def _checked(check: Checking) -> list[tables.Row]:
    rows: list[tables.Row] = []
    for part, items in check.items.items():
        for item in items:
            standing = check.standing(item)
            accepted = standing.accepted
            rows.append({
                "Onderdeel": PARTS[part],
                "Gegeven": item.title,
                "De monitor zegt": item.register,
                "School geeft op": accepted.waarde if accepted else "",
                "Wat er gebeurde": " | ".join(told(event) for event in standing.events),
            })  # fmt: skip
    return rows
