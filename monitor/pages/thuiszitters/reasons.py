"""Why they were at home in a whole schooljaar, in four groups: few enough to be shown in classes."""

import streamlit as st

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import under_a_figure
from monitor.pages.thuiszitters.subject import Subject, spoken
from monitor.values import dutch
from monitor.views.charts import breakdown
from monitor.views.files import tables


YEAR, GROUP = "thuiszitters_jaar", "redengroep"
UNKNOWN = f"{GROUP}=anders of onbekend"
GROUPS = (
    "Een redengroep is de reden van de laatste melding van het schooljaar. **Gezondheid en hulp**: ziek, "
    "angst, overprikkeld, schoolweigering, wacht op jeugdhulp. **School en onderwijsplek**: geen "
    "passende plek, geschorst, uitgeschreven, conflict met school. **Thuis en verhuizing**: "
    "thuissituatie, verhuisd, onbekend bij school. De rest, en wat niet is ingevuld, is **anders of "
    "onbekend**. Het is wat er is ingevuld, geen diagnose."
)


def show(subject: Subject) -> None:
    """Of the last schooljaar that is whole; nothing where this viewer has no such table."""
    if not subject.sees(YEAR, GROUP):
        return
    every = [f for f in subject.own(YEAR, GROUP) if f.periode]
    totals = {f.periode: f for f in subject.own(YEAR)}
    if not every or not totals:
        return
    year = max(totals)
    indicator, whole = subject.indicator(YEAR), totals[year]
    found = breakdown.ranked([f for f in every if f.periode == year and f.teller_max != 0])
    if not found:
        return
    st.header(f"Redenen in schooljaar {year}")
    if said := sentence(found, whole):
        st.markdown(f"**{said}**")
    named = [
        f._replace(code=f.uitsplitsing, naam=breakdown.part_name(f.uitsplitsing), uitsplitsing="")
        for f in found if not f.is_hidden
    ]  # fmt: skip
    if named:
        figure_parts.chart(
            breakdown.ranking(named, indicator), breakdown.ranking_description(named, indicator),
            key=f"thuiszitters_{subject.code}_{GROUP}_{subject.region.code}",
        )  # fmt: skip
    hidden = [breakdown.part_name(f.uitsplitsing) for f in found if f.is_hidden]
    if hidden:
        st.caption(f"Niet getekend, want verborgen: {dutch.joined(hidden)}.")
    st.caption(GROUPS)
    title = tables.value_title(indicator)
    groups = [{"Redengroep": breakdown.part_name(f.uitsplitsing), title: spoken(f)} for f in found]
    groups.append({"Redengroep": "totaal", title: spoken(whole)})
    under_a_figure.show(
        subject, indicator, year, whole,
        tables.say_wider(groups, [*found, whole], subject.store.settings.drempel),
        [(indicator, subject.region.per, every)], "redengroepen",
        f"{subject.region.naam}, alle schooljaren",
    )  # fmt: skip


def sentence(found: list[Figure], whole: Figure) -> str:
    """Het vaakst: gezondheid en hulp, 45–49 van de 115–119: where it is surely the most."""
    known = [f for f in found if not f.is_hidden and f.uitsplitsing != UNKNOWN]
    if not known or not wording.is_known(whole):
        return ""
    first = max(known, key=lambda f: f.teller or 0)
    others = [f.teller_max for f in found if f is not first]
    if any(end is None or end >= (first.teller or 0) for end in others):
        return ""
    name = breakdown.part_name(first.uitsplitsing)
    return f"Het vaakst genoemd: {name} ({spoken(first)} van de {spoken(whole)} leerlingen)."
