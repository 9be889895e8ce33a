"""Bewaren: what there is of pupils, what is past its date, and how it is removed."""

import datetime as dt

import streamlit as st

from monitor.intake.retention import Held, held
from monitor.pages.beheer.subject import Subject, table
from monitor.pages.pieces import figure_parts
from monitor.values import dutch, moments


def show(subject: Subject) -> None:
    found = held(subject.store)
    if not found:
        figure_parts.empty_state(
            "Er zijn geen bestanden van leerlingen.",
            "Als u ze levert, staat hier hoe lang elke soort bewaard mag worden.",
        )
        return
    past = sum(one.past for one in found)
    if past:
        st.warning(f"**{dutch.number(past)} rijen zijn voorbij de bewaartermijn en moeten weg.**"
                   if past != 1 else "**1 rij is voorbij de bewaartermijn en moet weg.**")  # fmt: skip
    else:
        st.markdown("**Niets is voorbij zijn bewaartermijn.** Er hoeft nu niets weg.")
    table([_row(one) for one in found], "beheer_bewaren",
          "Per soort bestand over leerlingen: hoeveel rijen, en hoeveel er voorbij hun datum zijn")  # fmt: skip
    _how(past)


def _row(one: Held) -> dict[str, str]:
    return {
        "Soort": one.source.title,
        "Rijen": dutch.number(one.rows),
        "Voorbij de datum": dutch.number(one.past),
        "Nog zonder datum": dutch.number(one.running),
        "Oudste datum": _day(one.oldest),
        "Jaren": dutch.number(one.years),
        "Grondslag": one.ground,
    }


def _day(day: dt.date | None) -> str:
    return moments.date(day) if day else "geen"


def _how(past: int) -> None:
    st.markdown(
        "‘Zonder datum’ loopt nog: er is nog niet besloten, of het is nog niet voorbij. Opruimen "
        "doet wie de server beheert, met een opdracht. Eerst als proef, die niets verandert:"
    )
    st.code("dekkend purge", language=None)
    st.markdown("En daarna echt" + (":" if past else ", als er iets voorbij is:"))
    st.code("dekkend purge --uitvoeren", language=None)
    st.caption("De rijen gaan dan weg, ook uit de bewaarde bestanden. Alle cijfers blijven gelijk.")  # fmt: skip
