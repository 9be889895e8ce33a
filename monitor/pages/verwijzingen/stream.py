"""Stroom: who was newly referred in the schooljaar, from where, and what for."""

import streamlit as st

from monitor.figures import roll_up, wording
from monitor.figures.door import Indicator
from monitor.figures.levels import UNKNOWN
from monitor.pages.pieces import (
    downloads,
    figure_parts,
    filters,
    map_and_ranking,
    other_swvs,
    show_section,
)
from monitor.pages.verwijzingen import beyond_chance, split
from monitor.pages.verwijzingen.answer import twelve_months
from monitor.pages.verwijzingen.asked import (
    LEVELS,
    Asked,
    Line,
    amount,
    found_at,
    trust,
)
from monitor.sections import like_swvs, on_map, origins, spread, through_the_years, units
from monitor.sections.what_is_shown import only_own, seen_levels
from monitor.values import moments
from monitor.values.safe_text import plain
from monitor.views.charts import breakdown as charts
from monitor.views.files import tables


BREAKDOWNS = {
    "categorie": "Categorie",
    "overgang": "Nieuw of verlenging",
    "ondersteuningsvraag": "Vraag",
    "leeftijd": "Leeftijd",
    "soort": "Soort onderwijs",
}


def show(asked: Asked, lead: Indicator) -> None:
    line = asked.line(lead.measure)
    if line is None or line.now.periode != asked.year:
        return
    _where(asked, line)
    if lead.kind == "aandeel":
        beyond_chance.show(asked, lead)
    every = [f for f in origins.country_figures(asked.store, asked.viewer, lead)
             if f.periode <= asked.year and lead.kind != "aantal"]  # fmt: skip
    is_demo = asked.store.settings.demo
    st.header("Door de jaren")
    years = through_the_years.make(
        asked.store, asked.viewer, lead, line.region, line.figures, every,
        other_swvs.chosen(asked.store, line.region), f"verwijzingen_{lead.name}_jaren",
        (("Een schooljaar loopt van 1 augustus tot en met 31 juli. Het lopende staat er niet in: dat "
         "zou als een daling te zien zijn."),),
    )  # fmt: skip
    show_section.show(years, is_demo, heading=False)
    _rolling(asked)
    like = like_swvs.make(asked.store, asked.viewer, lead, line.region, line.now,
                          f"verwijzingen_{lead.name}_vergelijkbaar")  # fmt: skip
    if like is not None:
        show_section.show(like, is_demo)
    _what(asked)


def _where(asked: Asked, line: Line) -> None:
    """The map and the ranking of where pupils come from."""
    store, region, lead = asked.store, asked.region, line.indicator
    levels = [
        level for level in seen_levels(store, asked.viewer, lead, LEVELS)
        if len(units.units(store, region, level)) > 1
    ]  # fmt: skip
    if len(roll_up.swvs(store, asked.whole.sector)) > 1:
        levels.append("swv")
    st.header("Waar komen zij vandaan?")
    narrow = st.columns([1, 2])[0]
    per = filters.choose_level(store, asked.viewer, region, levels, narrow) if levels else ""
    if not per:
        st.markdown(f"{region.naam} heeft geen delen om naast elkaar te zetten.")
        return
    found = on_map.per_level(store, asked.viewer, lead, region, per, line.now.periode)
    key = f"verwijzingen_{lead.name}_{per}"
    said = (
        "Wie hoger of lager is, staat er niet: de aantallen zijn verborgen."
        if line.now.is_hidden
        else spread.headline(store, found, region, lead, per, line.now)
    )
    if said:
        st.markdown(f"**{plain(said)}**")
    there = found_at([f for f in found if f.code == UNKNOWN], asked.year)
    placed = [figure for figure in found if figure.code != UNKNOWN]
    # No line of the country: without those of unknown origin every part lies too low beside it.
    named: frozenset[str] = frozenset()
    if not line.now.is_hidden:
        named = spread.named(found, region, lead, per, line.now)
    map_and_ranking.map_and_ranking(
        store, asked.viewer, lead, region, placed, per, None, key, named
    )
    if there is not None and (there.is_hidden or there.teller_max):
        st.caption(f"Van {wording.teller(there)} {lead.teller} is de school van herkomst onbekend, of "
                   "staat zij in een ander samenwerkingsverband.")  # fmt: skip
    if own := only_own(asked.viewer):
        st.caption(own)
    st.caption("Geteld bij de school waar de leerling vandaan komt, niet waar hij woont.")
    figure_parts.trust_line(
        store,
        lead,
        asked.year,
        line.region if per != "swv" else None,
    )
    figure_parts.about(store, asked.viewer, lead, asked.year, line.region, line.now)
    map_and_ranking.twin(store, lead, region, found, per, key)


def _rolling(asked: Asked) -> None:
    """Every month the twelve months before it: how it goes now."""
    line = asked.line("instroom_vso_12m")
    if line is None or len(line.figures) < 2:
        return
    indicator = line.indicator
    st.header("Telkens twaalf maanden")
    asked.whole_only(indicator)
    series = [charts.Series(line.region.naam, line.figures, "accent", indicator=indicator.name)]
    st.markdown(f"**{twelve_months(line)}**")
    figure_parts.chart(charts.trend(series, indicator), charts.trend_description(series, indicator),
                f"verwijzingen_{indicator.name}")  # fmt: skip
    st.caption("Elk punt is het aantal nieuwe tlv's in de twaalf maanden tot en met die maand. Twee "
               "punten naast elkaar gaan voor elf twaalfde over dezelfde maanden.")  # fmt: skip
    trust(asked, line)
    downloads.table_twin(tables.figure_rows(line.figures, indicator),
                     f"verwijzingen_{indicator.name}_tabel")  # fmt: skip
    downloads.of_figures(asked.store, indicator, line.region.per, line.figures,
                    "alle maanden van deze grafiek", f"verwijzingen_{indicator.name}")  # fmt: skip


def _what(asked: Asked) -> None:
    """What kind of tlv's, beside the schooljaar before."""
    line = asked.line("tlv_afgegeven")
    if line is None or line.now.periode != asked.year:
        return
    st.header("Wat voor tlv's zijn er afgegeven?")
    st.markdown(f"**In {moments.period(asked.year)} gaf het samenwerkingsverband "
                f"{amount(line.now, line.indicator)} af** voor leerlingen van "
                f"{line.region.naam}: nieuwe, verlengde en verhuisde samen.")  # fmt: skip
    breakdown = filters.remembered_choice(
        "uitsplitsing", "Uitgesplitst naar", list(BREAKDOWNS), "categorie", BREAKDOWNS.__getitem__
    )
    split.show(asked, line, breakdown, BREAKDOWNS[breakdown])
