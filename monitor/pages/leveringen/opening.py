"""How the page begins: the state of the data in sentences, or what to deliver first."""

import datetime as dt

import streamlit as st

from monitor.pages.leveringen import health, verdicts, words
from monitor.sources import sources
from monitor.store.freshness import freshness
from monitor.store.store import Store
from monitor.values import dutch


FIRST = (
    (("vestigingen_vo", "vestigingen_so"), "namen, plaatsen en gemeenten van de scholen"),
    (("regeling_pc4",), "welke school bij welk samenwerkingsverband hoort"),
    (("leerlingen_vo_onderwijstype",), "hoeveel leerlingen het regulier vo en het pro hebben"),
    (("afstand",), "hoeveel leerlingen het vso, so en sbo hebben"),
    (("gemeentegrenzen", "regio_indeling"), "de kaart, en uw eigen subregio's en wijken"),
)
"""In this order each next file adds something to see."""


def show(store: Store) -> None:
    """The answer first: how does the data stand."""
    if store.version == 0 or not store.register.files():
        _what_first()
        return
    st.markdown("  \n".join(sentences(store, dt.date.today())))


def sentences(store: Store, today: dt.date) -> list[str]:
    """Until when the data goes, what is old, what is missing, what the checks say."""
    found = freshness(store)
    there = [f for f in found if f.files]
    last = [d for d in store.register.deliveries if any(f.withdrawn is None for f in d.files)][-1]
    old = [f for f in there if health.stale(f, today)]
    missing = [f for f in found if not f.files and health.needed_for(f, store.settings)]
    zijn = "is" if len(there) == 1 else "zijn"
    delivered = f"{dutch.number(len(there))} van de {len(found)} soorten bestanden {zijn} geleverd"
    lines = [f"**{delivered}**, het laatst op {words.when(last.when)}."]
    if old:
        zijn = "is" if len(old) == 1 else "zijn"
        lines.append(
            f"{words.amount(len(old), 'bron', 'bronnen')} {zijn} te oud (zie Vers en volledig)"
            + (f"; {_not_yet(len(missing))}." if missing else ".")
        )
    else:
        lines.append("Geen bron is te oud.")
    lines.append(verdicts.verdict(store))
    return lines


def _not_yet(number: int) -> str:
    zijn = "is" if number == 1 else "zijn"
    kinds = words.amount(number, "soort", "soorten")
    return f"{kinds} die de monitor kan gebruiken {zijn} nog niet geleverd"


def _what_first() -> None:
    st.markdown(
        "**Er zijn nog geen gegevens.** Met deze bestanden staat er snel een eerste beeld. Sleep "
        "ze hieronder naar het vak; u mag ze alle tegelijk leveren."
    )
    for number, (names, why) in enumerate(FIRST, 1):
        titles = dutch.joined([f"**{words.kind_title(sources()[name])}**" for name in names])
        where = "; ".join(dict.fromkeys(sources()[name].where for name in names))
        st.markdown(f"{number}. {titles}: {why}.  \nTe halen bij: {where}.")
    st.caption(
        "Liever eerst kijken? Start de demonstratie met een verzonnen samenwerkingsverband, in een "
        "eigen map: `dekkend --data data/demo demo`"
    )
