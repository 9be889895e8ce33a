"""The rules of the monitor: of attention, of small groups, of differences."""

import streamlit as st

from monitor.compare import attention
from monitor.figures import differences, wording
from monitor.figures.disclosure import classes_of
from monitor.figures.disclosure.policy import least_cases
from monitor.pages.pieces import phone_table
from monitor.store.checks import checks
from monitor.store.store import Store
from monitor.values.safe_text import plain
from monitor.views.words import sentences


def rules(store: Store) -> None:
    few = store.settings.drempel
    st.header("Waar moet u naar kijken?")
    st.markdown("Een zin komt op het overzicht als een van deze regels waar is, de bovenste eerst:")
    st.markdown("\n".join(f"{n}. {rule.text}" for n, rule in enumerate(attention.RULES, 1)))
    st.header("Wat toeval kan zijn")
    st.markdown(sentences.CHANCE_RULE)
    st.header("Verschillen")
    st.markdown(differences.DIFFERENCE_RULE)
    st.header("Kleine aantallen")
    st.markdown(
        "Precieze aantallen leerlingen ziet alleen wie voor het samenwerkingsverband zelf werkt, of "
        f"er toestemming voor kreeg. Ieder ander ziet ze in {classes_of(few)}, op het scherm "
        f"en in elke download. Van 1 tot en met {few - 1} staat er ‘{wording.few(few)}’. Nul "
        "wordt wel getoond. Soms is een klasse breder, omdat een klein aantal anders uit een "
        "som zou volgen. Een percentage volgt uit de klassen, en een duur staat er in hele weken, "
        f"van {least_cases(few)} gevallen of meer. Uitsplitsingen zijn er dan alleen van het hele "
        "samenwerkingsverband."
    )
    st.markdown(
        "Verbergt de bron een aantal (‘<5’ of ‘-1’), dan staat er 1–4 en rekent de monitor met beide "
        "uitersten."
    )
    st.header("Controles op de gegevens")
    st.markdown("Vindt een controle niets, dan is het goed.")
    rows = [
        {"Controle": plain(c.title), "Ernst": c.seriousness, "Wat te doen": plain(c.advice)}
        for c in sorted(checks().values(), key=lambda c: (c.seriousness != "fout", c.title))
    ]
    phone_table.table(rows, "begrippen_controles", "De controles op de gegevens")
