"""How fresh and complete the data is, per kind of file and per telling."""

import datetime as dt
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.pages.leveringen import changes, words
from monitor.pages.pieces import phone_table
from monitor.store.freshness import MONTHLY, Freshness, freshness
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.values import dutch, moments


NEEDED_FOR = {
    "vestigingen_vo": "namen, plaatsen en gemeenten van scholen voor vo",
    "vestigingen_bo": "namen, plaatsen en gemeenten van basisscholen",
    "vestigingen_so": "namen, plaatsen en gemeenten van scholen voor sbo, so en vso",
    "vestigingen": "scholen die DUO niet noemt, en verbeteringen",
    "regeling_pc4": "welke school bij welk samenwerkingsverband hoort",
    "regio_indeling": "subregio's en wijken van uw samenwerkingsverband",
    "gemeenten": "namen van gemeenten",
    "gemeentegrenzen": "de kaart per gemeente",
    "schoollocaties": "de plaats van scholen op de kaart",
    "benchmarks": "vergelijken met het land en met andere samenwerkingsverbanden",
    "afspraken": "doelen uit het ondersteuningsplan naast de cijfers",
    "schoolnamen": "scholen herkennen in bestanden van andere systemen",
    "schoolvakanties": "verzuim tellen in schoolweken",
}
GROUPS = {
    "vo": "Voortgezet onderwijs",
    "pro": "Praktijkonderwijs",
    "so": "So",
    "vso": "Vso",
    "sbo": "Sbo",
    "bao": "Basisonderwijs",
    "opdc": "Opdc's",
}
SHOWN = 5
"""Tellingen per group on screen, newest first."""


def show(store: Store, viewer: Viewer) -> None:
    """Per source what there is and how old it is, then how complete each telling is."""
    found = freshness(store)
    there = [f for f in found if f.files]
    st.header("Hoe vers is elke bron?")
    _present(there)
    _missing([f for f in found if not f.files], store.settings)
    st.header("Hoe volledig is elke telling?")
    _completeness(store, viewer)


def _present(found: list[Freshness]) -> None:
    if not found:
        st.markdown("Er is nog niets geleverd.")
        return
    today = dt.date.today()
    rows = [
        {
            "Bron": f"{f.source.title} ({f.source.publisher})",
            "Nieuwste gegevens": newest(f),
            "Geleverd op": words.unbroken(moments.date(f.delivered.date())) if f.delivered else "",
            "Te verwachten": f.source.every,
            "Stand": f":orange-badge[{state}]" if (state := stale(f, today)) else "goed",
        }
        for f in sorted(found, key=lambda f: (not stale(f, today), f.source.title))
    ]
    phone_table.table(rows, "leveringen_versheid", "Versheid per bron")


def newest(f: Freshness) -> str:
    """The newest moment its rows are about, or their newest date; lists have neither."""
    if f.newest and f.source.every == MONTHLY:
        return f"nieuwste regel: {words.unbroken(moments.date(f.newest))}"
    return (
        words.unbroken(words.moment(f.moments[-1])) if f.moments else "geldt tot een nieuwe lijst"
    )


def stale(f: Freshness, today: dt.date) -> str:
    """That it is too old for how often it is to be expected, in words; empty when it is not."""
    return f"te oud, verwacht {f.source.every.split(',')[0]}" if f.is_old(today) else ""


def needed_for(f: Freshness, settings: Settings) -> str:
    """What a kind of file is used for: indicators, or what else."""
    used = changes.used_by({f.source.name}, settings)
    if used:
        return dutch.joined(used)
    return NEEDED_FOR.get(f.source.name, "")


def _missing(found: list[Freshness], settings: Settings) -> None:
    """What was never delivered: first what is used somewhere."""
    used = [f for f in found if needed_for(f, settings)]
    unused = [f for f in found if not needed_for(f, settings)]
    if used:
        with st.expander(f"Nog niet geleverd ({len(used)})", expanded=len(used) <= 6):
            for f in used:
                st.markdown(
                    f"**{f.source.title}** ({f.source.publisher})  \nNodig voor: {needed_for(f, settings)}."
                    f"  \nTe halen bij: {f.source.where}; {f.source.every}."
                )
    if unused:
        titles = dutch.joined([f.source.title for f in unused])
        st.caption(f"Ook niet geleverd, maar nog voor geen enkel cijfer nodig: {titles}.")


def _completeness(store: Store, viewer: Viewer) -> None:
    rows = completeness(store, viewer.swv)
    if not rows:
        st.markdown(
            "Er is nog geen telling van leerlingen. Lever eerst leerlingen vo en het "
            "afstandsbestand, met adreslijsten en een regio-indeling."
        )
        return
    if not viewer.swv:
        st.caption("Van alle samenwerkingsverbanden in de gegevens samen.")
    short = [row for row in rows if _is_short(row)]
    if short:
        st.markdown(
            f"Bij {words.amount(len(short), 'telling', 'tellingen')} zijn veel minder scholen "
            "geteld dan te verwachten is."
        )
    else:
        st.markdown("Bij elke telling zijn ongeveer zoveel scholen geteld als te verwachten is.")
    table = [
        {
            "Telling": moments.date(row["peildatum"]),
            "Onderwijs": GROUPS.get(row["groep"], row["groep"]),
            "Scholen": f"{dutch.number(row['geteld'])} van {dutch.number(row['verwacht'])}",
            "Leerlingen": dutch.number(row["leerlingen"]),
            "Stand": _state(row),
        }
        for row in rows
    ]
    phone_table.table(table, "leveringen_volledigheid", "Volledigheid per telling")
    st.caption(
        "Te verwachten zijn zoveel scholen als bij de telling ervoor of erna, als dat er meer zijn. "
        "Een paar minder kan kloppen: scholen sluiten."
    )


def _is_short(row: dict[str, Any]) -> bool:
    """A school that closed is no sign of a file that is not whole; one in twenty is."""
    return bool(20 * row["geteld"] < 19 * row["verwacht"])


def _state(row: dict[str, Any]) -> str:
    lacking = int(row["verwacht"] - row["geteld"])
    if lacking <= 0:
        return "volledig"
    fewer = f"{words.amount(lacking, 'school', 'scholen')} minder"
    return f":orange-badge[{fewer}]" if _is_short(row) else fewer


def completeness(store: Store, swv: frozenset[str]) -> list[dict[str, Any]]:
    """Per group and telling how many schools and pupils were counted, newest tellingen first."""
    key = ("leveringen volledigheid", swv)
    if key not in store.answers:
        store.answers[key] = store.dicts(
            "with per_telling as ("
            "select sector, groep, peildatum, sum(geteld) as geteld, sum(verwacht) as verwacht, "
            "sum(leerlingen) as leerlingen from views.volledigheid "
            "where swv <> 'onbekend' and (len($swv) = 0 or list_contains($swv, swv)) "
            "and (sector = 'vo') = (groep in ('vo', 'pro', 'vso', 'opdc')) group by all), "
            "genummerd as (select *, row_number() over "
            "(partition by groep order by peildatum desc) as nummer from per_telling) "
            "select groep, peildatum, geteld, verwacht, leerlingen from genummerd "
            f"where nummer <= {SHOWN} order by peildatum desc, groep",
            {"swv": sorted(swv)},
        )
    order = list(GROUPS)
    rows: list[dict[str, Any]] = store.answers[key]
    return sorted(rows, key=lambda row: (-row["peildatum"].toordinal(), order.index(row["groep"])))
