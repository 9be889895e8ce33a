"""The register of definitions of thuiszitter, side by side."""

import streamlit as st

from monitor.figures.catalogue import working_definition
from monitor.pages.pieces import figure_parts, phone_table
from monitor.store.definitions import definitions
from monitor.store.store import Store


def register(store: Store) -> None:
    """Every definition of thuiszitten: code, text, source and validity."""
    own = working_definition(store.settings)
    st.header("Definities van thuiszitten")
    st.markdown(
        "Wie een thuiszitter is, verschilt per wet, telling en regio. De monitor rekent ze alle uit "
        "dezelfde meldingen; elk cijfer noemt zijn definitie. Dit samenwerkingsverband werkt met "
        f"**{definitions()[own].title}** ({own}); de beheerder kan dat in de instellingen veranderen."
    )
    rows = [
        {
            "Code": one.code,
            "Naam": one.title + (" (werkdefinitie)" if one.code == own else ""),
            "Wie telt mee": " ".join(filter(None, (one.text, one.unsure))),
            "Bron": one.source,
            "Geldig": one.validity or "nog steeds",
            "Duur in": one.weeks,
            "Landelijk geteld": "ja, in de Leerplichttelling" if one.national else "nee",
        }
        for one in definitions().values()
    ]
    phone_table.table(rows, "begrippen_definities", "Het register van definities")
    if "thuiszitters" in st.session_state.get("pages", {}):
        figure_parts.link("thuiszitters", "Naar Thuiszitters", ":material/arrow_forward:")
