"""Stroom: who was newly referred in the schooljaar, from where, and what for."""

import streamlit as st

from monitor.compare.school_kinds import KINDS
from monitor.figures.door import Indicator
from monitor.pages.pieces import figure_parts, filters, other_swvs, quiet_line, show_section
from monitor.sections import like_swvs, origins, through_the_years
from monitor.sections.section import Said
from monitor.sections.verwijzingen import beyond_chance, chance_words, rolling, split, where
from monitor.sections.verwijzingen.asked import Asked, Line


SCHOOL_YEAR = (
    "Een schooljaar loopt van 1 augustus tot en met 31 juli. Het lopende staat er niet in: dat zou "
    "als een daling te zien zijn."
)


def show(asked: Asked, lead: Indicator) -> None:
    line = asked.line(lead.measure)
    if line is None or line.now.periode != asked.year:
        return
    is_demo = asked.store.settings.demo
    _where(asked, line, is_demo)
    if lead.kind == "aandeel":
        _beyond_chance(asked, lead, is_demo)
    _years(asked, line, is_demo)
    now = rolling.make(asked)
    if now is not None:
        show_section.show(now, is_demo)
    like = like_swvs.make(asked.store, asked.viewer, lead, line.region, line.now,
                          f"verwijzingen_{lead.name}_vergelijkbaar")  # fmt: skip
    if like is not None:
        show_section.show(like, is_demo, table="folded")
    _what(asked, is_demo)


def _where(asked: Asked, line: Line, is_demo: bool) -> None:
    st.header(where.TITLE)
    levels = where.levels_of(asked, line)
    narrow = st.columns([1, 2])[0]
    per = (
        filters.choose_level(asked.store, asked.viewer, asked.region, levels, narrow)
        if levels
        else ""
    )
    if not per:
        st.markdown(f"{asked.region.naam} heeft geen delen om naast elkaar te zetten.")
        return
    show_section.show(where.make(asked, line, per), is_demo, heading=False)


def _beyond_chance(asked: Asked, lead: Indicator, is_demo: bool) -> None:
    """The choice of a kind of school stands between what is said of all and, last, of that kind."""
    found = beyond_chance.compared(asked, lead)
    if not found:
        return
    st.header(beyond_chance.TITLE)
    above = st.container()
    kinds = beyond_chance.kinds_of(found)
    kind = kinds[0] if kinds else ""
    if len(kinds) > 1:
        kind = filters.remembered_choice("vergelijk", "Vergelijk scholen met", kinds, kind,
                                         KINDS.__getitem__)  # fmt: skip
    section = beyond_chance.make(asked, lead, found, kind)
    if section is None:
        return
    with above:
        show_section.sentences(section.says, section.beside[:-1])
        if kinds:
            _to_schools(found)
    show_section.sentences(Said(""), section.beside[-1:])
    show_section.pictures(section.drawn, section.key)
    quiet_line.show(section, section.key, is_demo)


def _to_schools(found: list[chance_words.Alike]) -> None:
    """The way to the schools that chance does not explain."""
    far = chance_words.named(found)
    if not far:
        return
    with st.container(horizontal=True, gap="small"):
        for judged in far:
            figure_parts.link("school", f"Naar {judged.figure.naam}", ":material/school:",
                              school=judged.figure.code)  # fmt: skip


def _years(asked: Asked, line: Line, is_demo: bool) -> None:
    lead = line.indicator
    every = [f for f in origins.country_figures(asked.store, asked.viewer, lead)
             if f.periode <= asked.year and lead.kind != "aantal"]  # fmt: skip
    st.header("Door de jaren")
    years = through_the_years.make(
        asked.store, asked.viewer, lead, line.region, line.figures, every,
        other_swvs.chosen(asked.store, line.region), f"verwijzingen_{lead.name}_jaren",
        (SCHOOL_YEAR,),
    )  # fmt: skip
    show_section.show(years, is_demo, heading=False)


def _what(asked: Asked, is_demo: bool) -> None:
    """What kind of tlv's, beside the schooljaar before."""
    line = asked.line("tlv_afgegeven")
    if line is None or line.now.periode != asked.year:
        return
    st.header(split.TITLE)
    breakdown = filters.remembered_choice(
        "uitsplitsing", "Uitgesplitst naar", list(split.BREAKDOWNS), "categorie",
        split.BREAKDOWNS.__getitem__,
    )  # fmt: skip
    found = split.make(asked, breakdown)
    if found is not None:
        show_section.show(found, is_demo, heading=False)
