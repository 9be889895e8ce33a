"""Deelname: which part of the pupils is in vso and pro (or sbo and so), where, and since when."""

import streamlit as st

from monitor import afspraken, attention, breaks, regions
from monitor.access import Viewer
from monitor.comparisons import country, targets
from monitor.indicators import Figure, Indicator, contributions, figures
from monitor.pages import filters, parts, regional
from monitor.provenance import provenance
from monitor.regions import Region
from monitor.store import Store
from monitor.views import charts, sentences, tables, text
from monitor.views.charts import Break, Series


LEVELS = ("gemeente", "subregio", "wijk", "bestuur")
MOST_CHOSEN = 5
"""Lines of other samenwerkingsverbanden in one chart."""


def show(store: Store, viewer: Viewer) -> None:
    st.title("Deelname")
    row, below = st.container(horizontal=True, gap="small"), st.container()
    with row:
        whole = filters.choose_swv(store, viewer)
    if whole is None:
        _nothing_yet()
        return
    with below:
        indicator = _choose_indicator(store, viewer, whole)
    if indicator is None:
        _no_figures(whole)
        return
    with row:
        region, periode, per = _filters(store, viewer, whole, indicator)
    own = parts.own_figures(store, viewer, indicator, region)
    now = next((figure for figure in own if figure.periode == periode), None)
    parts.you_see(indicator.title, region.sentence, text.period(periode, indicator.moment))
    if now is None or not text.is_known(now):
        _no_figure_then(region, indicator, periode)
        return
    land = country(store, viewer, indicator)
    found = regional.per_level(store, viewer, indicator, region, per, periode) if per else []
    _opening(store, viewer, indicator, region, own, land, now)
    _where(store, viewer, indicator, region, found, per, _at(land, periode))
    _trend(store, viewer, indicator, region, own, land)
    _schools(store, viewer, indicator, region, now)
