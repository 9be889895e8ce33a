"""Where the pupils of a school go: deelname of the region, verwijzingen, thuiszitters, support."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.compare import schools_that_stand_out
from monitor.compare.school_kinds import KINDS
from monitor.figures import wording
from monitor.figures.binomial import Verdict
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.pages.ons_profiel.pupils import proof, region
from monitor.pages.pieces import figure_parts
from monitor.scholen.profile import REFERRED, SUPPORTED, own_figures, thuiszitters
from monitor.scholen.register import School
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain
from monitor.views.charts import breakdown
from monitor.views.words import sentences


DEELNAME = {"vo": "deelname_vso_locatie", "po": "deelname_sbo_locatie"}
"""What a school takes part in as one of many: the figure of its samenwerkingsverband."""
BESIDE = {
    Verdict.ABOVE: "dat **meer** dan bij de andere scholen met dezelfde niveaus, en meer dan toeval "
    "verklaart.",
    Verdict.HIGH: "dat meer dan bij de andere scholen met dezelfde niveaus, maar dat kan toeval zijn.",
    Verdict.USUAL: "niet te zeggen of dat anders is dan bij de andere scholen met dezelfde niveaus.",
    Verdict.LOW: "dat minder dan bij de andere scholen met dezelfde niveaus, maar dat kan toeval zijn.",
    Verdict.BELOW: "dat **minder** dan bij de andere scholen met dezelfde niveaus, en minder dan "
    "toeval verklaart.",
    Verdict.OPEN: "niet te zeggen of dat anders is dan bij de andere scholen met dezelfde niveaus.",
}
"""After "Over vier schooljaren samen is"."""


def deelname(store: Store, viewer: Viewer, one: School) -> None:
    """The region's, with this school in it."""
    indicator = indicator_named(DEELNAME[one.sector])
    if viewer.role not in indicator.audience or not one.swv:
        return
    found = [
        f for f in figures(store, viewer, indicator, "swv", codes=(one.swv,)) if wording.is_known(f)
    ]
    if not found:
        return
    found.sort(key=lambda figure: figure.periode)
    last, where = found[-1], region(store, one)
    naam = plain(where.naam) if where else one.swv
    st.subheader(f"{indicator.short} van het hele samenwerkingsverband")
    st.markdown(
        f"In {naam}, met deze school erbij: **{wording.value(last, indicator)}**, "
        f"{moments.when(last.periode, indicator.moment)}. "
        + sentences.trend_sentence(breakdown.Series(naam, found), indicator)
    )
    figure_parts.trust_line(store, indicator, last.periode, where)
    figure_parts.about(store, viewer, indicator, last.periode, where, last)


def referrals(store: Store, viewer: Viewer, one: School) -> None:
    """How many were newly referred, beside schools of the same type."""
    indicator = indicator_named(REFERRED)
    own = _with_noemer(store, viewer, one, indicator)
    if not own:
        st.markdown("Van deze school is niet bekend hoeveel leerlingen nieuw naar het vso gingen.")
        return
    _share(store, viewer, one, indicator, own)


def absence(store: Store, viewer: Viewer, one: School) -> None:
    """The stock of thuiszitters who are enrolled here; too few to compare with other schools."""
    shown = False
    for indicator in thuiszitters(store, one):
        own = own_figures(store, viewer, indicator, one)
        if not own:
            continue
        shown = True
        last = own[-1]
        before = next((f for f in own if f.periode[5:7] == last.periode[5:7]
                       and int(f.periode[:4]) == int(last.periode[:4]) - 1), None)  # fmt: skip
        said = f"Ingeschreven op deze school, {moments.when(last.periode, indicator.moment)}: "
        said += f"**{wording.value_long(last, indicator)}**"
        if before is not None:
            said += f"; een jaar eerder {wording.value_long(before, indicator)}"
        st.markdown(f"{said}.")
        st.caption(
            "Naast andere scholen zetten wij dit niet: per school zijn het er te weinig om te "
            "vergelijken."
        )
        proof(store, viewer, indicator, last, own[-13:], indicator.name, one)
    if not shown:
        st.markdown("Er zijn geen verzuimmeldingen geleverd waarin deze school voorkomt: hoeveel "
                    "thuiszitters er zijn is **onbekend**.")  # fmt: skip


def support(store: Store, viewer: Viewer, one: School) -> None:
    """Pupils who are enrolled here and have a place in an arrangement, wherever that is."""
    indicator = indicator_named(SUPPORTED)
    own = _with_noemer(store, viewer, one, indicator)
    if not own:
        st.markdown("Van deze school is niet bekend hoeveel leerlingen een arrangement kregen.")
        return
    _share(store, viewer, one, indicator, own)


def beside(
    store: Store, viewer: Viewer, indicator: Indicator, one: School, last: Figure
) -> tuple[str, str]:
    """(how it lies beside the other schools of its kind over several years, what those have
    together), or empty words: of one year of one school, and of a stand, nothing is said."""
    found = schools_that_stand_out.beside(store, viewer, indicator, one, last.periode)
    if found is None:
        return "", ""
    if found.own.is_hidden:
        return "", (
            "Met andere scholen vergelijken kan niet: in een van de jaren is het aantal van de school "
            "verborgen."
        )
    years = {3: "drie", 4: "vier"}[len(found.years)]
    span = f"{found.years[0]} tot en met {found.years[-1]}"
    counted = wording.teller_noemer(found.own, indicator)
    together = (
        f"Het gaat om {span} ({counted}); de {found.others} andere scholen voor "
        f"{KINDS[found.kind]} in het samenwerkingsverband hebben samen {_about(*found.share)}."
    )
    return f"Over {years} schooljaren samen is {BESIDE[found.verdict]}", together


def _about(low: float, high: float) -> str:
    if low == high:
        return f"ongeveer {dutch.percentage(100 * low)}"
    return f"{dutch.percentage(100 * low)} tot {dutch.percentage(100 * high)}"


def _share(
    store: Store, viewer: Viewer, one: School, indicator: Indicator, own: Sequence[Figure]
) -> None:
    last = own[-1]
    words, together = beside(store, viewer, indicator, one, last)
    st.markdown(
        f"**{wording.value(last, indicator)}**: {wording.teller_noemer(last, indicator)}, "
        f"{moments.when(last.periode, indicator.moment)}. {words} {together}"
    )
    known = [figure for figure in own if wording.is_known(figure)]
    if len(known) > 1:
        line = [breakdown.Series("deze school", own, "accent", indicator=indicator.name)]
        st.markdown(sentences.trend_sentence(line[0], indicator))
        figure_parts.chart(
            breakdown.trend(line, indicator, [], height=240),
            breakdown.trend_description(line, indicator, []),
            f"verloop_{indicator.name}",
        )
    proof(store, viewer, indicator, last, own, indicator.name, one)


def _with_noemer(store: Store, viewer: Viewer, one: School, indicator: Indicator) -> list[Figure]:
    return [
        f
        for f in own_figures(store, viewer, indicator, one)
        if f.noemer and (wording.is_known(f) or f.is_hidden)
    ]
