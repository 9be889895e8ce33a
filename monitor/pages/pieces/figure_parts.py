"""Pieces that pages share: a figure with everything that belongs beside it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.compare import breaks, yardsticks
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import counted_where, levels, together, wording
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.provenance import Provenance, provenance
from monitor.pages import PAGES
from monitor.pages.pieces import what_is_shown
from monitor.pages.pieces.filters import Region
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain
from monitor.views.charts import breakdown
from monitor.views.words import footnote


GROUPS = {
    "vo": "scholen voor vo",
    "pro": "scholen voor praktijkonderwijs",
    "vso": "scholen voor vso",
    "so": "scholen voor so",
    "sbo": "scholen voor sbo",
    "bao": "basisscholen",
    "opdc": "opdc's",
}


def link(page: str, label: str, icon: str | None = None, **query: str) -> None:
    """A link to another page, or the bare words when this role does not have that page."""
    pages = st.session_state.get("pages", {})
    if page in pages:
        st.page_link(pages[page], label=label, icon=icon, query_params=query or None)
    else:
        st.caption(label)


def empty_state(what: str, how: str, leads_to: str = "leveringen") -> None:
    """Nothing to show: what is missing and what to do, with the way to the page where that is done
    ("" = it is done here)."""
    with st.container(border=True):
        st.markdown(f"**{what}**")
        st.markdown(how)
        if leads_to in st.session_state.get("pages", {}):
            page = next(one for one in PAGES if one.name == leads_to)
            link(page.name, f"Naar {page.title}", page.icon)


def you_see(*parts: str) -> None:
    """The filters in a sentence."""
    st.caption("U ziet: " + ", ".join(part for part in parts if part) + ".")


def in_classes(store: Store, viewer: Viewer) -> None:
    """Once per page: that numbers of pupils are classes here, why, and who sees them all."""
    if words := what_is_shown.classes(store, viewer):
        st.caption(words)


def chart(figure: dict[str, Any], description: str, key: str) -> None:
    """A chart with its words for who cannot see it; words alone where there is nothing to draw."""
    if not figure["data"]:
        st.caption("Er zijn geen cijfers om te tekenen.")
        return
    st.plotly_chart(
        figure,
        key=key,
        alt=description,
        config=breakdown.CONFIG,
        width="stretch",
        theme="streamlit",
    )


def trust_line(
    store: Store, indicator: Indicator, periode: str, region: Region | None, *beside: str
) -> None:
    """Source, peildatum, delivery date, status and completeness, small under a figure; `beside`
    is where what stands next to it comes from."""
    swv = region.swv if region else ""
    said = trust_text(indicator, periode, provenance(store, indicator, periode, swv))
    st.caption(" · ".join([said, *(words for words in beside if words)]))


def country_origin(store: Store, indicator: Indicator, land: Figure | None) -> str:
    """Where the country's figure comes from when it was delivered and not counted here."""
    if land is None or land.teller_max is not None or land.noemer_max is not None:
        return ""
    found = yardsticks.benchmark_in(store, indicator, land.periode)
    if found is None:
        return ""
    (delivered,) = store.rows("select max(geleverd) from bron.levering where bron = 'benchmarks'")[
        0
    ]
    when = f", geleverd {moments.date(delivered.date())}" if delivered else ""
    return f"Nederland: {found.bron} (bestand benchmarks{when})"


def target_origin(standing: AfspraakStand | None) -> str:
    """doel: afspraak OP-01, Minder leerlingen in het vso"""
    if standing is None or standing.figure is None:
        return ""
    return f"doel: afspraak {standing.target.code}, {standing.target.titel}"


def without_school(
    store: Store, indicators: Sequence[Indicator], periode: str, swv: str, where: str
) -> str:
    """In Tolbeke staat geen vso-school. Where a school of that kind is missing from the counts it
    may be this one: then only that none was counted."""
    kinds = dutch.joined([counted_where.no_school(indicator) for indicator in indicators])
    is_complete = all(
        part.counted >= part.expected
        for indicator in indicators
        for part in provenance(store, indicator, periode, swv).completeness
        if part.group in counted_where.kind_of(indicator).split("_")
    )
    return f"{where} staat {kinds}" if is_complete else f"{where} is {kinds} geteld"


def why_open(store: Store, indicator: Indicator, now: Figure, before: Figure | None = None) -> str:
    """Why a figure is an interval, or why it cannot be compared with an earlier one."""
    if now.is_banded or (before is not None and before.is_banded):
        return wording.why_unsure(now, before or now)
    used = {origin.source for origin in provenance(store, indicator, now.periode).origins}
    if "leerlingen_historie" in used and {"so", "vso"} & set(indicator.counts):
        return "het historisch overzicht van DUO telt so en vso op één school samen"
    return "de bron verbergt kleine aantallen, of splitst ze niet"


def trust_text(indicator: Indicator, periode: str, origin: Provenance) -> str:
    publishers = list(dict.fromkeys(f"{o.publisher}" for o in origin.origins))
    parts = [
        f"Bron: {dutch.joined(publishers) or 'onbekend'}",
        f"peildatum {moments.period(periode, indicator.moment)}"
        if "okt" in indicator.moment or "feb" in indicator.moment
        else moments.period(periode, indicator.moment),
    ]
    if origin.until is not None:
        parts.append(f"gegevens tot en met {moments.date(origin.until)}")
    if origin.origins:
        newest = max(o.delivered for o in origin.origins)
        parts.append(f"geleverd {moments.date(newest.date())}")
    if origin.status:
        parts.append(origin.status)
    for part in origin.completeness:
        if part.counted < part.expected:
            parts.append(
                f"{dutch.number(part.counted)} van {dutch.number(part.expected)} "
                f"{GROUPS.get(part.group, part.group)} geteld"
            )
    return " · ".join(parts)


def about(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    periode: str,
    region: Region | None,
    figure: Figure | None,
    *beside: str,
) -> None:
    """“Over dit cijfer”: everything a reader must know before using a figure."""
    with st.popover("Over dit cijfer", icon=":material/info:", type="tertiary"):
        st.markdown(f"**{indicator.title}**")
        st.markdown(indicator.definition)
        if figure is not None and region is not None and region.per in levels.LEVELS:
            both = together.of_one(store, viewer, indicator, region.per, figure)
            if both is not None:
                st.markdown(f"**Wel bekend** {both.words}")
        counted = wording.teller_noemer(figure, indicator) if figure is not None else ""
        if not counted and indicator.noemer:
            counted = f"{indicator.teller}, op {indicator.noemer}"
        if counted:
            has_noemer = indicator.noemer and indicator.kind != "aantal"
            st.markdown(f"**{'Teller en noemer' if has_noemer else 'Geteld'}** {counted}")
        origin = provenance(store, indicator, periode, region.swv if region else "")
        st.markdown(f"**Peildatum** {moments.period(periode, indicator.moment)}")
        for one in origin.origins:
            st.markdown(
                f"**Bron** {one.publisher}, {one.title}  \n{one.file}, "
                f"geleverd {moments.date(one.delivered.date())}"
            )
        for words in footnote.kinds_of(origin):
            st.markdown(f"**Soort school** {plain(words)}")
        st.markdown(f"**Status** {origin.status or 'de bron zegt niet of het definitief is'}")
        if origin.completeness:
            st.markdown(f"**Volledigheid** {_completeness(origin)}")
        for words in beside:
            if words:
                st.markdown(f"**Ernaast** {words}")
        for words in _broken(store, viewer, indicator, region):
            st.markdown(f"**Breuk** {words}")
        if indicator.changed:
            st.markdown(f"**Veranderd** {plain(footnote.changed(indicator, figure))}")
        if indicator.caveat:
            st.markdown(f"**Let op** {indicator.caveat}")
        if figure is not None:
            st.markdown("**Om over te nemen**, met de verantwoording erbij")
            st.code(
                footnote.text_of(
                    indicator, figure, origin, region.sentence if region else figure.naam, beside
                ),
                language=None,
                wrap_lines=True,
            )
        link("begrippen", "Meer in Begrippen", indicator=indicator.name)


def _broken(store: Store, viewer: Viewer, indicator: Indicator, region: Region | None) -> list[str]:
    """The breaks in the series that this figure is part of."""
    if region is None:
        return []
    periods = sorted({one.periode for one in own_figures(store, viewer, indicator, region)})
    # Fusions are told beside the line of the years: to look for them costs a query per figure.
    return [b.why for b in breaks.other_sources(store, indicator, periods)]


def _completeness(origin: Provenance) -> str:
    """45 van 45 scholen voor vo en 7 van 8 scholen voor vso geteld"""
    counted = [
        f"{dutch.number(part.counted)} van {dutch.number(part.expected)} "
        f"{GROUPS.get(part.group, part.group)}"
        for part in origin.completeness
    ]
    return f"{dutch.joined(counted)} geteld"


def own_figures(store: Store, viewer: Viewer, indicator: Indicator, region: Region) -> list[Figure]:
    """The figures of the page's region, all periods, oldest first; [] where the indicator has
    no such level."""
    if region.per not in indicator.levels or indicator.sector != region.sector:
        return []
    found = figures(store, viewer, indicator, region.per, codes=(region.code,))
    return sorted(found, key=lambda figure: figure.periode)


def country_figures(store: Store, viewer: Viewer, indicator: Indicator) -> list[Figure]:
    """The country's figures, counted or delivered (`yardsticks.country`)."""
    return yardsticks.country(store, viewer, indicator)
