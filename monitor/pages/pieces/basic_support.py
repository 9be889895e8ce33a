"""Basisondersteuning of a samenwerkingsverband: over all schools, and by those that said what they do.

Two answers to two questions, always beside each other and each by its own name: a reader took the
second for the first (a school that did not fill in the list may offer all of it, or nothing).
"""

import streamlit as st

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.levels import Region
from monitor.pages.pieces import figure_parts
from monitor.store.store import Store


MEASURES = {
    "basisondersteuning_alle": "Over alle scholen",
    "basisondersteuning": "Volgens de scholen die de lijst invulden",
}
Found = list[tuple[Indicator, Figure]]


def of_whole(store: Store, viewer: Viewer, swv: str, schooljaar: str) -> Found:
    """The figures of the whole samenwerkingsverband that are there and for this viewer."""
    found = []
    for name in MEASURES:
        indicator = indicator_named(name)
        if viewer.role in indicator.audience and swv:
            found += [
                (indicator, figure)
                for figure in figures(
                    store, viewer, indicator, "swv", period=schooljaar, codes=(swv,)
                )
                if figure.periode == schooljaar
            ]
    return found


def sentence(found: Found) -> str:
    """Over alle scholen is dat 70–85 %; volgens de scholen die … is dat 80–83 %."""
    said = [
        f"{MEASURES[indicator.name]} is dat {wording.value(figure, indicator)}"
        for indicator, figure in found
    ]
    if not said:
        return ""
    first, *others = said
    rest = "".join(f"; {words[:1].lower()}{words[1:]}" for words in others)
    return f"Op hoeveel van de punten zeggen scholen ja? {first}{rest}."


def show(store: Store, viewer: Viewer, region: Region, schooljaar: str) -> None:
    """A section with both, for whom they are; what is not delivered is said to be unknown."""
    if all(viewer.role not in indicator_named(name).audience for name in MEASURES):
        return
    st.header("Welke basisondersteuning bieden scholen?")
    found = of_whole(store, viewer, region.swv, schooljaar)
    if not found:
        st.markdown(
            f"Over {schooljaar} vulde nog geen school de lijst basisondersteuning in: het is "
            "**onbekend**."
        )
        return
    st.markdown(f"**{sentence(found)}**")
    st.caption(
        "Wie niets opgaf, kan alles bieden of niets: over alle scholen telt dat mee als interval, "
        "en in het cijfer van de ingevulde lijsten staat die school niet. Deels is geen ja."
    )
    for indicator, figure in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{indicator.title}: {wording.teller_noemer(figure, indicator)}")
            figure_parts.about(store, viewer, indicator, figure.periode, region, figure)
    first = found[0][0]
    figure_parts.trust_line(store, first, schooljaar, region)
