"""The pupils of a school: how many, over the years, beside schools like it, and which."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.compare import breaks, school_quartiles
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, figure_parts
from monitor.scholen.profile import counted, own_figures
from monitor.scholen.register import School, swv_names
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.views.charts import breakdown
from monitor.views.charts.band import band_chart, band_description
from monitor.views.files import tables
from monitor.views.words import sentences


SHARES = ("deelname_pro",)
"""Shares that mean something for one school."""


def show(store: Store, viewer: Viewer, one: School) -> None:
    found = counted(store, viewer, one)
    if not found:
        st.markdown(
            "Van deze school zijn geen leerlingen geteld: geen geleverd bestand noemt haar met "
            "een aantal."
            + (" Leerlingen van een opdc tellen mee bij de school waar zij staan ingeschreven."
               if one.schooltype == "opdc" else "")
        )  # fmt: skip
        return
    if _is_not_split([own[-1] for _, own in found]):
        st.markdown("De nieuwste bron telt so en vso samen: hoeveel van elk is onbekend.")
    for indicator, own in found:
        _count(store, viewer, one, indicator, own)
        _band(store, viewer, one, indicator, own[-1])
    if any(indicator.name == "leerlingen_vo" for indicator, _ in found):
        _by_type(store, viewer, one)
    for name in SHARES:
        _share(store, viewer, one, indicator_named(name))
    _distance(store, viewer, one)


def proof(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    last: Figure,
    shown: Sequence[Figure],
    key: str,
    one: School,
) -> None:
    """What belongs under every figure: where it comes from, and the table. One file takes the
    whole profile along (`taking`)."""
    where = region(store, one)
    figure_parts.trust_line(store, indicator, last.periode, where)
    figure_parts.about(store, viewer, indicator, last.periode, where, last)
    downloads.table_twin(tables.figure_rows(shown, indicator), f"tabel_{key}")


def region(store: Store, one: School) -> Region | None:
    """Whose completeness stands under the figures: that of the school's samenwerkingsverband."""
    if not one.swv:
        return None
    naam = swv_names(store).get(one.swv, one.swv)
    return Region(one.sector, one.swv, naam, "swv", one.swv, naam)


def _is_not_split(newest: Sequence[Figure]) -> bool:
    """Whether two counts are one count of which nobody knows the parts."""
    open_ends = [f.waarde_max for f in newest if f.waarde == 0 and f.waarde_max and not f.is_hidden]
    return len(open_ends) > 1 and len(set(open_ends)) == 1


def _count(
    store: Store, viewer: Viewer, one: School, indicator: Indicator, own: Sequence[Figure]
) -> None:
    last = own[-1]
    cuts = [
        breakdown.Break(b.periode, b.short)
        for b in breaks.breaks(store, indicator, "vestiging", one.code, [f.periode for f in own])
    ]
    line = [breakdown.Series(one.naam, own, "accent", indicator=indicator.name)]
    when = moments.period(last.periode, indicator.moment)
    sentence = sentences.trend_sentence(line[0], indicator, breaks=cuts)
    st.markdown(f"Op {when}: **{wording.value_long(last, indicator)}** "
                f"({indicator.short.lower()}). {sentence}")  # fmt: skip
    if len(own) > 1:
        shown = [breakdown.Series("deze school", own, "accent", indicator=indicator.name)]
        figure_parts.chart(
            breakdown.trend(shown, indicator, cuts, height=260),
            breakdown.trend_description(shown, indicator, cuts),
            f"verloop_{indicator.name}",
        )
    proof(store, viewer, indicator, last, own, f"verloop_{indicator.name}", one)


def _band(store: Store, viewer: Viewer, one: School, indicator: Indicator, last: Figure) -> None:
    found = school_quartiles.band(store, viewer, indicator, one, last.periode)
    if found is None:
        return
    place = school_quartiles.position(last, found)
    st.subheader("Omvang van de school")
    st.markdown(
        f"Naast {found.schools} vergelijkbare scholen (zelfde soort, zelfde "
        f"samenwerkingsverband){f': {place}' if place else ''}. De helft van die scholen heeft "
        f"{dutch.number(found.low)} tot {dutch.number(found.high)} leerlingen."
    )
    figure_parts.chart(
        band_chart(last, found, indicator), band_description(last, found, indicator),
        f"band_{indicator.name}",
    )  # fmt: skip
    st.caption("De grenzen zijn op tientallen afgerond; cijfers van één school staan er niet in.")


def _by_type(store: Store, viewer: Viewer, one: School) -> None:
    indicator = indicator_named("leerlingen_vo")
    found = figures(
        store, viewer, indicator, "vestiging", codes=(one.code,), breakdown="onderwijstype"
    )
    if not found:
        return
    newest = max(figure.periode for figure in found)
    now = [f for f in found if f.periode == newest and f.waarde_max != 0]
    if len(now) < 2:
        return
    st.subheader(f"Naar onderwijstype, {moments.period(newest, indicator.moment)}")
    figure_parts.chart(
        breakdown.breakdown_bars(now, indicator),
        breakdown.breakdown_bars_description(now, indicator),
        "onderwijstypen",
    )
    figure_parts.trust_line(store, indicator, newest, region(store, one))
    downloads.table_twin(
        _years_beside(found, indicator), "tabel_onderwijstypen", "Alle jaren als tabel"
    )


def _years_beside(found: Sequence[Figure], indicator: Indicator) -> list[dict[str, str]]:
    """A row per onderwijstype, a column per moment; a moment that has no figure says so."""
    periods = sorted({f.periode for f in found})
    said = {(f.uitsplitsing, f.periode): wording.value(f, indicator) for f in found}
    return [
        {
            "Onderwijstype": breakdown.part_name(part),
            **{
                moments.period_brief(p, indicator.moment): said.get((part, p), "–") for p in periods
            },
        }
        for part in sorted({f.uitsplitsing for f in found}, key=indicator.place)
    ]


def _share(store: Store, viewer: Viewer, one: School, indicator: Indicator) -> None:
    own = [
        f for f in own_figures(store, viewer, indicator, one) if wording.is_known(f) or f.is_hidden
    ]
    if not own or all(f.teller_max == 0 for f in own):
        return
    last = own[-1]
    st.subheader(f"{indicator.short}: {wording.value(last, indicator)}")
    st.markdown(f"{wording.teller_noemer(last, indicator)}, op {moments.period(last.periode)}.")
    proof(store, viewer, indicator, last, own, indicator.name, one)


def _distance(store: Store, viewer: Viewer, one: School) -> None:
    indicator = indicator_named("afstand_vso")
    own = [f for f in own_figures(store, viewer, indicator, one) if wording.is_known(f)]
    if not own:
        return
    last = own[-1]
    st.subheader(f"Leerlingen in het vso wonen gemiddeld op {wording.value(last, indicator)}")
    st.markdown(sentences.trend_sentence(breakdown.Series(one.naam, own), indicator))
    proof(store, viewer, indicator, last, own, indicator.name, one)
