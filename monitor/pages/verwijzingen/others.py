"""The parts of the page after Stroom: herkomst and bestemming, doorlooptijd, stand and verloop."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitor.pages.pieces import filters, quiet_line, show_section
from monitor.sections.section import Section
from monitor.sections.verwijzingen import (
    borders,
    course,
    destinations,
    ending,
    in_a_row,
    open_requests,
    over_time,
    waiting,
)
from monitor.sections.verwijzingen.asked import Asked


def destinations_of(asked: Asked) -> None:
    """Where they go and from where; then who goes elsewhere beside who comes from elsewhere."""
    is_demo = asked.store.settings.demo
    st.header(destinations.TITLE)
    levels = destinations.levels_of(asked)
    narrow = st.columns([1, 2])[0]
    per = (
        filters.choose_level(asked.store, asked.viewer, asked.region, levels, narrow)
        if levels
        else ""
    )
    show_section.show(destinations.make(asked, per), is_demo, heading=False)
    if asked.whole.sector == "vo":
        sides = (borders.outward(asked), borders.inward(asked))
        for place, section in zip(st.columns(2, gap="large"), sides, strict=True):
            with place:
                show_section.show(section, is_demo, table=_open(section))


def waiting_times(asked: Asked) -> None:
    is_demo = asked.store.settings.demo
    for name in waiting.STEPS:
        show_section.show(waiting.make(asked, name), is_demo)
    found = open_requests.make(asked)
    if found is not None:
        show_section.show(found, is_demo)
    _beside_each_other(in_a_row.decisions(asked), is_demo)


def stock(asked: Asked) -> None:
    is_demo = asked.store.settings.demo
    _those_there_are(asked, (over_time.share,), is_demo)
    found = course.make(asked)
    if found is not None:
        show_section.show(found, is_demo, table=_open(found))
    _those_there_are(asked, (ending.make, over_time.valid, in_a_row.back), is_demo)


def _those_there_are(
    asked: Asked, makers: Sequence[Callable[[Asked], Section | None]], is_demo: bool
) -> None:
    for make in makers:
        found = make(asked)
        if found is not None:
            show_section.show(found, is_demo)


def _beside_each_other(sections: Sequence[Section], is_demo: bool) -> None:
    """Small ones under one heading."""
    if not sections:
        return
    st.header(sections[0].title)
    for place, section in zip(st.columns(len(sections), gap="large"), sections, strict=True):
        with place:
            show_section.show(section, is_demo, heading=False, table="folded")


def _open(section: Section) -> quiet_line.Where:
    """A table that is the answer stands on the page, unless it has no rows."""
    return "open" if section.table is not None and section.table.rows else "line"
