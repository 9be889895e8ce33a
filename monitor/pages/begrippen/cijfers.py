"""Every indicator: what it says, its formula, its newest figure."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.compare.attention import page_of
from monitor.figures.door import Indicator, figures
from monitor.figures.levels import LEVEL_TITLES
from monitor.pages.pieces import figure_parts
from monitor.pages.pieces.text_table import of_texts
from monitor.sources import sources
from monitor.store.definitions import definitions
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


DIRECTIONS = {"hoger": "hoger is beter", "lager": "lager is beter", "geen": "geen van beide"}


def every_indicator(store: Store, viewer: Viewer, found: Sequence[Indicator]) -> None:
    theme = ""
    for indicator in found:
        if indicator.theme != theme:
            theme = indicator.theme
            st.header(theme.capitalize())
        with st.expander(indicator.title):
            one_indicator(store, viewer, indicator)


def one_indicator(store: Store, viewer: Viewer, indicator: Indicator) -> None:
    """Everything that one must know to use or check a figure."""
    st.markdown(indicator.definition)
    if indicator.changed:
        st.markdown(f"**Veranderd.** {indicator.changed}")
    if indicator.caveat:
        st.markdown(f"**Let op.** {indicator.caveat}")
    levels = [LEVEL_TITLES[level] for level in indicator.levels]
    rows = [
        ("Teller", indicator.teller),
        ("Noemer", indicator.noemer),
        ("Formule", _formula(indicator)),
        ("Eenheid", "procent" if indicator.unit == "%" else indicator.unit),
        ("Moment", indicator.moment),
        ("Telt thuiszitters volgens", _definition_words(indicator)),
        ("Er is een cijfer per", dutch.joined(levels)),
        ("Uitsplitsing", dutch.joined(indicator.breakdown)),
        ("Wat is beter", DIRECTIONS[indicator.direction]),
        ("Nieuwste cijfer hier", _newest(store, viewer, indicator)),
        ("Naam in downloads", indicator.name),
    ]
    told = [{"Wat": label, "Uitleg": plain(value)} for label, value in rows if value]
    st.table(of_texts(told),
             hide_header=True, hide_index=True, border="horizontal",
             alt=f"Kenmerken van {indicator.title}")  # fmt: skip
    st.markdown("**Wat u ervoor levert**\n" + "".join(map(_needed, indicator.source)))
    page, query = page_of(indicator)
    if page != "begrippen" and page in st.session_state.get("pages", {}):
        figure_parts.link(page, f"Naar dit cijfer op {page.capitalize()}", ":material/arrow_forward:",
                   **query)  # fmt: skip


def _definition_words(indicator: Indicator) -> str:
    if not indicator.definitie:
        return ""
    others = [code for code in definitions() if code != indicator.definitie]
    return (
        f"{indicator.definitie}. Hetzelfde cijfer is er ook volgens {dutch.joined(others)}: zet de "
        "code, met kleine letters, achter de naam in downloads."
    )


def _formula(indicator: Indicator) -> str:
    match indicator.kind, indicator.statistic:
        case "aantal", _:
            return "de teller"
        case "duur", "binnen":
            return (
                "schatting van Kaplan en Meier: het deel dat binnen "
                f"{indicator.within_days} dagen voorbij is"
            )
        case "duur", _:
            return "de mediaan: de helft duurt korter, de helft langer"
    times = {"aandeel": ", maal 100", "per_duizend": ", maal 1.000"}.get(indicator.kind, "")
    return f"teller gedeeld door noemer{times}"


def _newest(store: Store, viewer: Viewer, indicator: Indicator) -> str:
    """The newest period of which this store has figures, on any level."""
    level = "swv" if "swv" in indicator.levels else indicator.levels[-1]
    found = figures(store, viewer, indicator, level)
    if not found:
        return "nog geen: lever de bestanden hieronder"
    newest = max(figure.periode for figure in found)
    return moments.period(newest, indicator.moment)


def _needed(name: str) -> str:
    source = sources()[name]
    return f"\n- {plain(source.title)} ({source.publisher}). Te halen bij {plain(source.where)}."
