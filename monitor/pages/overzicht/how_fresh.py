"""One line on Overzicht: until when the data goes, when it came, and what is missing."""

import streamlit as st

from monitor.compare.attention import Series
from monitor.figures import counted_where
from monitor.figures.door import Indicator, in_use
from monitor.figures.levels import Region
from monitor.figures.provenance import provenance
from monitor.sections import origins
from monitor.sections.overzicht import look_at
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.views.words.selection import you_see


def show(store: Store, region: Region, series: Series, peildatum: str) -> None:
    """What is seen, until when the data goes, when it came, and what is missing."""
    lead, found = next(iter(series.items()))
    periode = found[-1].periode
    origin = provenance(store, lead, periode, region.swv)
    publishers = dutch.joined(list(dict.fromkeys(one.publisher for one in origin.origins)))
    said = [
        you_see(look_at.selection(region, peildatum)).rstrip("."),
        (
            f"gegevens{f' van {publishers}' if publishers else ''} tot en met "
            f"{moments.period(periode, lead.moment)}"
        ),
    ]
    pupils = [
        provenance(store, one, rows[-1].periode, region.swv).until for one, rows in series.items()
    ]
    if days := [day for day in pupils if day is not None]:
        said.append(f"tlv's en meldingen tot en met {moments.date(max(days))}")
    if origin.origins:
        said.append(
            f"laatst geleverd {moments.date(max(o.delivered for o in origin.origins).date())}"
        )
    said.append(_counted(store, region, series))
    if origin.status:
        said.append(f"{origin.status}e telling" if origin.status == "definitief" else
                    "voorlopige telling")  # fmt: skip
    kinds = {
        counted_where.kind_of(indicator): indicator
        for indicator, found in series.items()
        if counted_where.is_without_school(found[-1], indicator)
    }
    absent = [i.short for i in _wanted(store, region)
              if i not in series and counted_where.kind_of(i) not in kinds]  # fmt: skip
    if absent:
        said.append(f"nog geen cijfers: {dutch.joined([name.lower() for name in absent])}")
    with st.container(key="overzicht_bron"):
        st.caption(" · ".join(words for words in said if words))
    if kinds:
        where = f"In {region.naam}"
        said_of = origins.without_school(store, list(kinds.values()), periode, region.swv, where)
        st.markdown(f"{said_of}.")


def _counted(store: Store, region: Region, series: Series) -> str:
    """Which schools of the samenwerkingsverband are not in the newest figures, each group once."""
    groups = {
        part.group: part
        for indicator, found in reversed(series.items())
        for part in provenance(store, indicator, found[-1].periode, region.swv).completeness
    }
    missing = [
        f"{dutch.number(part.expected - part.counted)} van de {dutch.number(part.expected)} "
        f"{origins.GROUPS.get(part.group, part.group)}"
        for part in groups.values()
        if part.counted < part.expected
    ]
    if not missing:
        return "alle scholen geteld" if groups else ""
    where = "" if region.per == "swv" else " in het samenwerkingsverband"
    return f"niet geteld{where}: {dutch.joined(missing)}"


def _wanted(store: Store, region: Region) -> list[Indicator]:
    return [
        indicator
        for indicator in in_use(store.settings)
        if indicator.card and indicator.sector == region.sector and region.per in indicator.levels
    ]
