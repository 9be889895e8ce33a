"""Where: which level, and a click on map or ranking that opens a gemeente."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from monitor.figures.door import Figure
from monitor.figures.levels import LEVEL_TITLES, UNKNOWN
from monitor.pages.pieces import filters, show_section
from monitor.pages.thuiszitters.shown import shown
from monitor.sections.thuiszitters import where
from monitor.sections.thuiszitters.subject import PARTS, Subject
from monitor.values.safe_text import plain
from monitor.views.charts.drawing import CONFIG
from monitor.views.charts.kinds import AreaMap, Chart, Ranking
from monitor.views.charts.plotly import plotly_of


def show(subject: Subject, now: Figure) -> None:
    if now.teller_max == 0:
        shown(subject, where.nobody(subject))
        _way_back(subject)
        return
    levels = where.levels(subject)
    if not levels:
        why = where.not_shown(subject)
        shown(subject, why)
        if why is not None:
            _way_back(subject)
        return
    st.header(plain(where.TITLE))
    # Where everything of a level is hidden, the reader starts on one that says something.
    default = next((one for one in levels if where.shows(subject, one)), levels[0])
    per = filters.remembered(
        "per", "Per", levels, default, lambda one: LEVEL_TITLES[one].capitalize(),
        width=260,
    )  # fmt: skip
    draw = partial(_clickable, per) if per in PARTS else show_section.still
    shown(subject, where.make(subject, now, per), heading=False, draw=draw)
    _way_back(subject)


def _way_back(subject: Subject) -> None:
    if not subject.is_whole:
        back_button()


def back_button() -> None:
    """Back to the whole samenwerkingsverband."""
    st.button("Terug naar het hele SWV", icon=":material/arrow_back:", key="thuiszitters_terug",
              on_click=partial(_choose_region, ""))  # fmt: skip


def _clickable(per: str, chart: Chart, alt: str, key: str) -> None:
    """A picture of which a click on a unit filters the page on it."""
    drawing = plotly_of(chart)
    if not drawing["data"]:
        show_section.still(chart, alt, key)
        return
    codes, curve = _places(chart, len(drawing["data"]))
    # What is not clicked stays as it is: the page that follows shows what was chosen. Drawings are
    # shared: what is put in stands in a copy.
    traces = []
    for trace in drawing["data"]:
        same = {"marker": {"opacity": trace.get("marker", {}).get("opacity", 1)}}
        traces.append(
            {**trace, "selected": same, "unselected": same} if "marker" in trace else trace
        )
    st.plotly_chart(
        {**drawing, "data": traces}, key=key, alt=alt, config=CONFIG, width="stretch",
        theme="streamlit", on_select=partial(_clicked, key, per, codes, curve),
        selection_mode="points",
    )  # fmt: skip
    if isinstance(chart, Ranking):
        st.caption(f"Klik op een {LEVEL_TITLES[per]} om alleen die te zien; kiezen kan "
                   "ook met Regio, bovenaan.")  # fmt: skip


def _places(chart: Chart, traces: int) -> tuple[tuple[str, ...], int]:
    """(the codes of what can be clicked in their order, which of the traces they are)"""
    match chart:
        case Ranking(figures):
            return tuple(f.code for f in figures), 0
        case AreaMap(shapes):
            return tuple(shape.code for shape in shapes), traces - 1
    raise ValueError(f"nothing to click in a {type(chart).__name__}")


def _clicked(key: str, per: str, codes: Sequence[str], curve: int) -> None:
    points = st.session_state[key]["selection"]["points"]
    for point in points:
        place = point.get("point_index", -1)
        if point.get("curve_number") == curve and 0 <= place < len(codes):
            if codes[place] != UNKNOWN:
                _choose_region(f"{per}:{codes[place]}")
            return


def _choose_region(value: str) -> None:
    st.session_state["keuze_regio"] = value
