"""The figures on a school's page: its pupils over the years, beside schools like it, and shares."""

from collections.abc import Sequence

import streamlit as st

from monitor import breaks, peers
from monitor.access import Viewer
from monitor.indicators import Figure, Indicator, figures, indicator_named
from monitor.pages import parts
from monitor.regions import Region
from monitor.schools import School, swv_names
from monitor.store import Store
from monitor.views import charts, sentences, tables, text
from monitor.views.band import band_chart, band_description
from monitor.views.limits import verdict


COUNTS = ("leerlingen_vo", "leerlingen_vso", "leerlingen_so", "leerlingen_sbo")
SHARES = ("deelname_pro",)
"""Shares that mean something for one school."""


def show(store: Store, viewer: Viewer, one: School) -> None:
    st.header("Leerlingen")
    counted = [
        (indicator, own)
        for name in COUNTS
        if (own := _own(store, viewer, indicator := indicator_named(name), one))
        and any(figure.waarde_max != 0 for figure in own)
    ]
    if not counted:
        st.markdown(
            "Van deze school zijn geen leerlingen geteld: geen geleverd bestand noemt haar met "
            "een aantal."
            + (" Leerlingen van een opdc tellen mee bij de school waar zij staan ingeschreven."
               if one.schooltype == "opdc" else "")
        )  # fmt: skip
        return
    if _is_not_split([own[-1] for _, own in counted]):
        st.markdown("De nieuwste bron telt so en vso samen: hoeveel van elk is onbekend.")
    for indicator, own in counted:
        _pupils(store, one, indicator, own)
        _band(store, viewer, one, indicator, own[-1])
    if any(indicator.name == "leerlingen_vo" for indicator, _ in counted):
        _by_type(store, viewer, one)
    for name in SHARES:
        _share(store, viewer, one, indicator_named(name))
    _referrals(store, viewer, one)
    _distance(store, viewer, one)


def _is_not_split(newest: Sequence[Figure]) -> bool:
    """Whether two counts are one count of which nobody knows the parts."""
    open_ends = [f.waarde_max for f in newest if f.waarde == 0 and f.waarde_max and not f.is_hidden]
    return len(open_ends) > 1 and len(set(open_ends)) == 1


def _own(store: Store, viewer: Viewer, indicator: Indicator, one: School) -> list[Figure]:
    """The school's own figures, oldest first; nothing when it is not the viewer's to see."""
    if viewer.role not in indicator.audience or "vestiging" not in indicator.levels:
        return []
    found = figures(store, viewer, indicator, "vestiging", codes=(one.code,))
    return sorted(found, key=lambda figure: figure.periode)


def _pupils(store: Store, one: School, indicator: Indicator, own: Sequence[Figure]) -> None:
    last = own[-1]
    cuts = [
        charts.Break(b.periode, b.short)
        for b in breaks.breaks(store, indicator, "vestiging", one.code, [f.periode for f in own])
    ]
    line = [charts.Series(one.naam, own, "accent", indicator=indicator.name)]
    when = text.period(last.periode, indicator.moment)
    sentence = sentences.trend_sentence(line[0], indicator, breaks=cuts)
    st.markdown(f"Op {when}: **{text.value_long(last, indicator)}** "
                f"({indicator.short.lower()}). {sentence}")  # fmt: skip
    if len(own) > 1:
        shown = [charts.Series("deze school", own, "accent", indicator=indicator.name)]
        parts.chart(
            charts.trend(shown, indicator, cuts, height=260),
            charts.trend_description(shown, indicator, cuts),
            f"verloop_{indicator.name}",
        )
    _proof(store, indicator, last, own, f"verloop_{indicator.name}", one)


def _proof(
    store: Store, indicator: Indicator, last: Figure, shown: Sequence[Figure], key: str, one: School
) -> None:
    """What belongs under every figure: where it comes from, the table, the download."""
    region = _region(store, one)
    parts.trust_line(store, indicator, last.periode, region)
    parts.about(store, indicator, last.periode, region, last)
    parts.table_twin(tables.figure_rows(shown, indicator), f"tabel_{key}")
    parts.downloads(store, indicator, "vestiging", shown, "alleen deze school", key)


def _region(store: Store, one: School) -> Region | None:
    """Whose completeness stands under the figures: that of the school's samenwerkingsverband."""
    if not one.swv:
        return None
    naam = swv_names(store).get(one.swv, one.swv)
    return Region(one.sector, one.swv, naam, "swv", one.swv, naam)


def _band(store: Store, viewer: Viewer, one: School, indicator: Indicator, last: Figure) -> None:
    found = peers.band(store, viewer, indicator, one, last.periode)
    if found is None:
        return
    place = peers.position(last, found)
    st.subheader("Omvang van de school")
    st.markdown(
        f"Naast {found.schools} vergelijkbare scholen (zelfde soort, zelfde "
        f"samenwerkingsverband){f': {place}' if place else ''}. De helft van die scholen heeft "
        f"{text.number(found.low)} tot {text.number(found.high)} leerlingen."
    )
    parts.chart(
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
    st.subheader(f"Naar onderwijstype, {text.period(newest, indicator.moment)}")
    parts.chart(
        charts.breakdown_bars(now, indicator),
        charts.breakdown_bars_description(now, indicator),
        "onderwijstypen",
    )
    rows = _years_beside(found, indicator)
    parts.trust_line(store, indicator, newest, _region(store, one))
    parts.table_twin(rows, "tabel_onderwijstypen", "Alle jaren als tabel")
    parts.downloads(store, indicator, "vestiging", found, "alleen deze school", "onderwijstypen")


def _years_beside(found: Sequence[Figure], indicator: Indicator) -> list[dict[str, str]]:
    """A row per onderwijstype, a column per moment; a moment that has no figure says so."""
    periods = sorted({f.periode for f in found})
    said = {(f.uitsplitsing, f.periode): text.value(f, indicator) for f in found}
    return [
        {
            "Onderwijstype": charts.part_name(part),
            **{text.period_short(p, indicator.moment): said.get((part, p), "–") for p in periods},
        }
        for part in sorted({f.uitsplitsing for f in found})
    ]


def _share(store: Store, viewer: Viewer, one: School, indicator: Indicator) -> None:
    own = [f for f in _own(store, viewer, indicator, one) if text.is_known(f) or f.is_hidden]
    if not own or all(f.teller_max == 0 for f in own):
        return
    last = own[-1]
    st.subheader(f"{indicator.short}: {text.value(last, indicator)}")
    st.markdown(f"{text.teller_noemer(last, indicator)}, op {text.period(last.periode)}.")
    _proof(store, indicator, last, own, indicator.name, one)


def _referrals(store: Store, viewer: Viewer, one: School) -> None:
    """How many were newly referred, beside schools of the same type: whether chance explains it."""
    indicator = indicator_named("instroom_vso")
    if indicator.sector != one.sector:
        return
    own = [f for f in _own(store, viewer, indicator, one)
           if f.noemer and (text.is_known(f) or f.is_hidden)]  # fmt: skip
    if not own or all(f.teller_max == 0 for f in own):
        return
    last = own[-1]
    st.subheader(f"{indicator.short}: {text.value(last, indicator)}")
    said = f"{text.teller_noemer(last, indicator)}, {text.when(last.periode, indicator.moment)}."
    found = peers.share_alike(store, viewer, indicator, one, last.periode)
    if found is not None and not last.is_hidden:
        many, share = found
        said += (
            f" De {many} scholen van dit schooltype in het samenwerkingsverband hebben samen "
            f"{text.percentage(100 * share, indicator.decimals)}. Deze school: "
            f"{verdict(last, share)}."
        )
    st.markdown(said)
    _proof(store, indicator, last, own, indicator.name, one)


def _distance(store: Store, viewer: Viewer, one: School) -> None:
    indicator = indicator_named("afstand_vso")
    own = [f for f in _own(store, viewer, indicator, one) if text.is_known(f)]
    if not own:
        return
    last = own[-1]
    st.subheader(f"Leerlingen in het vso wonen gemiddeld op {text.value(last, indicator)}")
    st.markdown(sentences.trend_sentence(charts.Series(one.naam, own), indicator))
    _proof(store, indicator, last, own, indicator.name, one)
