"""How the page begins: the answer and what is missing from it, or what to deliver."""

import streamlit as st

from monitor.figures.levels import Region
from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import figure_parts, show_section
from monitor.sections.dekking import total_and_worst
from monitor.sections.section import Section
from monitor.values.safe_text import plain


def nothing_yet() -> None:
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt hoeveel leerlingen met een ondersteuningsvraag tegelijk een passende plek "
        "vinden, en waarom de rest niet. Lever de regio-indeling, de arrangementen, en de behoefte "
        "(of de aanvragen).",
    )


def lacking(has_need: bool, has_offer: bool, whole: Region) -> None:
    """Need or offer is missing, or they are of different schooljaren."""
    if has_need and has_offer:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er vragen en arrangementen, maar niet van hetzelfde "
            "schooljaar.",
            "Lever beide van hetzelfde schooljaar; dan is de dekking te berekenen.",
        )
    elif has_need:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er ondersteuningsvragen, maar geen arrangementen.",
            "Lever de arrangementen: welk aanbod er is, voor welke vraag en welk niveau, waar, en "
            "met hoeveel plaatsen in het plan en in de praktijk.",
        )
    elif has_offer:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er arrangementen, maar geen ondersteuningsvragen.",
            "Lever de behoefte (aantallen per postcode, vraag en niveau), of de aanvragen van "
            "arrangementen (één rij per aanvraag, zonder namen of BSN).",
        )
    else:
        figure_parts.empty_state(
            f"Van {whole.naam} is er nog geen dekking te berekenen.",
            "Daarvoor zijn twee dingen nodig: de arrangementen (het aanbod) en de behoefte of de "
            "aanvragen (de vraag). Lever ook de regio-indeling, die zegt waar elke postcode ligt.",
        )


def no_need(subject: Held) -> None:
    figure_parts.empty_state(
        f"In schooljaar {subject.periode} heeft niemand een ondersteuningsvraag.",
        "Er zijn wel rijen geleverd, maar alle aantallen zijn 0. Kies een ander schooljaar, of "
        "lever de behoefte opnieuw.",
    )


# ------------------------------------------------------------------------------------ the answer


def show(subject: Held, section: Section) -> None:
    """The answer for who sees exact figures, and what does not take part in it."""
    show_section.show(section, subject.store.settings.demo)
    found = total_and_worst.left_out(subject)
    if not found:
        return
    with st.popover(f"Wat niet meedoet ({len(found)})", icon=":material/report:", type="tertiary"):
        for words in found:
            st.markdown(f"- {plain(words)}")
