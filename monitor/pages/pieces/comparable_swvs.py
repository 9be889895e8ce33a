"""Beside the samenwerkingsverbanden that are most like this one, when the store has them."""

import streamlit as st

from monitor.access import Viewer
from monitor.compare import like_swvs
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, figure_parts
from monitor.store.store import Store
from monitor.values import dutch, moments


def show(store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure) -> None:
    """Nothing for a part of a samenwerkingsverband, or when there are too few others."""
    if region.per != "swv" or not wording.is_known(now):
        return
    found = like_swvs.comparison(store, viewer, indicator, region.swv, now.periode)
    if found is None:
        return
    st.header("Naast vergelijkbare samenwerkingsverbanden")
    st.markdown(f"**{_sentence(found, indicator, region, now)}**")
    st.caption(like_swvs.RULE)
    rows = [
        {"Samenwerkingsverband": figure.naam, indicator.short: wording.value(figure, indicator)}
        for figure in (now, *found.others)
    ]
    downloads.table_twin(rows, f"vergelijkbaar_{indicator.name}", "Welke zijn dat, met hun cijfer")
    figure_parts.trust_line(store, indicator, now.periode, None)


def _sentence(
    found: like_swvs.Comparison, indicator: Indicator, region: Region, now: Figure
) -> str:
    def words(value: float) -> str:
        number = dutch.number(value, indicator.decimals)
        return number if indicator.kind == "aantal" else f"{number}{dutch.SPACE}{indicator.unit}"

    low, high = wording.shown(now)
    place = "binnen die middelste helft"
    if high is not None and high < found.low:
        place = "lager dan die middelste helft"
    elif low is not None and low > found.high:
        place = "hoger dan die middelste helft"
    when = moments.period(now.periode, indicator.moment)
    return (
        f"Van de {len(found.others)} verbanden die het meest op {region.naam} lijken, had de "
        f"middelste op {when} {words(found.middle)}; de middelste helft lag tussen "
        f"{words(found.low)} en {words(found.high)}. Met {wording.value(now, indicator)} ligt "
        f"{region.naam} {place}."
    ).replace("op schooljaar", "in schooljaar")
