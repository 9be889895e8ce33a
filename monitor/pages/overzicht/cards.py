"""A card: one figure with its trend, the country, the target, and what one must know about it."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.compare.afspraken import AfspraakStand
from monitor.compare.attention import moment_of, page_of
from monitor.compare.yardsticks import country, previous
from monitor.figures import counted_where, together, wording
from monitor.figures.chance import is_said_chance
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.figures.together import Known
from monitor.pages.pieces import figure_parts
from monitor.sections import origins
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.views.charts import breakdown


YEARS = 10
"""In a sparkline."""
_NUMBERS = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen"}


def card(
    store: Store,
    viewer: Viewer,
    region: Region,
    indicator: Indicator,
    found: Sequence[Figure],
    standing: AfspraakStand | None,
) -> None:
    """`found` are the figures of the region, oldest first; the last one is shown."""
    now = found[-1]
    land = next((f for f in country(store, viewer, indicator) if f.periode == now.periode), None)
    if indicator.kind == "aantal" or counted_where.is_without_school(now, indicator):
        land = None
    both = together.of_one(store, viewer, indicator, region.per, now)
    if both is not None:
        # An interval of the country beside an interval compares nothing.
        st.html(_known_first(store, viewer, region, both, indicator, now)
                + _beside(None, standing, indicator))  # fmt: skip
    else:
        st.html(
            _title(indicator)
            + _value(now, indicator)
            + _div(_change(store, indicator, now, previous(list(found), now.periode)))
            + _sparkline(found, indicator)
            + _beside(land, standing, indicator)
        )
    if region.per != "swv" and counted_where.is_of_place(indicator):
        st.caption(counted_where.WARNING)
    beside = (
        origins.country_origin(store, indicator, land),
        origins.target_origin(standing),
    )
    # On a card in short; in full under “Over dit cijfer”.
    figure_parts.trust_line(store, indicator, now.periode, region,
                     "Nederland: bestand benchmarks" if beside[0] else "",
                     f"doel: afspraak {standing.target.code}" if standing and beside[1] else "")  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        figure_parts.about(store, viewer, indicator, now.periode, region, now, *beside)
        page, query = page_of(indicator)
        if page != "begrippen" and page in st.session_state.get("pages", {page: None}):
            figure_parts.link(
                page, f"Naar {page.capitalize()}", **query, **moment_of(now, indicator)
            )


def _known_first(
    store: Store, viewer: Viewer, region: Region, both: Known, indicator: Indicator, now: Figure
) -> str:
    """So and vso together, which is known, with its years; behind it the interval of the one."""
    series = origins.own_figures(store, viewer, both.indicator, region)
    series = [f for f in series if f.periode <= now.periode and wording.is_known(f)]
    land = None
    if both.indicator.kind != "aantal":
        there = country(store, viewer, both.indicator)
        land = next((f for f in there if f.periode == now.periode), None)
    return (
        _title(both.indicator)
        + _value(both.figure, both.indicator)
        + _div(_change(store, both.indicator, both.figure, previous(series, now.periode)))
        + _sparkline(series, both.indicator)
        + _beside(land, None, both.indicator)
        + _div(
            f"{indicator.short}: {wording.value(now, indicator)}, want "
            f"{origins.why_open(store, indicator, now)}"
        )
    )


def _title(indicator: Indicator) -> str:
    return f'<div style="font-weight:600">{escape(indicator.short)}</div>'


def _value(now: Figure, indicator: Indicator) -> str:
    words = escape(_value_words(now, indicator))
    # Words are longer than a number.
    size = "1.15rem" if counted_where.is_without_school(now, indicator) else "1.75rem"
    return (
        f'<div style="font-size:{size};line-height:1.3;font-weight:600;'
        f'font-variant-numeric:tabular-nums">{words}</div>'
    )


def _value_words(figure: Figure, indicator: Indicator) -> str:
    """3,9 %, or words where no such school stands: a nought there says nothing about pupils."""
    if counted_where.is_without_school(figure, indicator):
        return counted_where.no_school(indicator)
    return wording.value(figure, indicator)


def _div(words: str) -> str:
    return f"<div>{escape(words)}</div>" if words else ""


def _change(store: Store, indicator: Indicator, now: Figure, before: Figure | None) -> str:
    """▲ 0,1 procentpunt hoger dan in 2024: a sign and words, no colour to decode."""
    if before is None:
        return "er is geen eerder cijfer"
    since = moments.period_short(before.periode, indicator.moment)
    apart = _apart(before, now)
    if counted_where.is_without_school(now, indicator) or counted_where.is_without_school(
        before, indicator
    ):
        return _school_came_or_went(now, before, indicator, since)
    for broken in breaks.other_sources(store, indicator, (before.periode, now.periode)):
        return f"niet te vergelijken met {since}{apart}: {broken.short}"
    words = wording.change(now, before, indicator)
    match words:
        case "gelijk":
            return f"gelijk aan {since}{apart}"
        case "misschien gelijk":
            why = origins.why_open(store, indicator, now, before)
            return f"niet te zeggen of het verschilt van {since}{apart}: {why}"
        case dutch.UNKNOWN:
            return f"verschil met {since}{apart} onbekend"
    way = words.rpartition(" ")[2]
    sign = "▲" if way in ("hoger", "meer") else "▼"
    if is_said_chance(now, before, indicator):
        return f"{sign} {words} dan in {since}{apart}: kan toeval zijn"
    return f"{sign} {words} dan in {since}{apart}"


def _apart(before: Figure, now: Figure) -> str:
    """(drie jaar eerder), when it is more than one."""
    years = int(now.periode[:4]) - int(before.periode[:4])
    if years <= 1:
        return ""
    return f" ({_NUMBERS.get(years, str(years))} jaar eerder)"


def _school_came_or_went(now: Figure, before: Figure, indicator: Indicator, since: str) -> str:
    if counted_where.is_without_school(now, indicator) and counted_where.is_without_school(
        before, indicator
    ):
        return ""
    return f"in {since}: {_value_words(before, indicator)}"


def _sparkline(found: Sequence[Figure], indicator: Indicator) -> str:
    """One place per year, so that a year without a figure is a gap."""
    if counted_where.is_without_school(found[-1], indicator):
        return ""
    last = int(found[-1].periode[:4])
    per_year = {int(f.periode[:4]): f for f in found if int(f.periode[:4]) > last - YEARS}
    values = [_middle(per_year.get(year)) for year in range(min(per_year), last + 1)]
    # Two years are said in words; a line begins with three.
    if sum(value is not None for value in values) < 3:
        return ""
    first = per_year[min(per_year)]
    title = (
        f"{indicator.short}: {wording.value(first, indicator)} in {first.periode[:4]}, "
        f"{wording.value(found[-1], indicator)} in {last}"
    )
    # As an image: Streamlit takes drawings out of the HTML itself.
    svg = breakdown.sparkline_svg(values, title, width=104, height=30)
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return (
        '<div style="display:flex;align-items:center;gap:.5rem;margin:.3rem 0">'
        f'<img src="{source}" alt="{escape(title)}" width="104" height="30">'
        f'<span style="opacity:.8;font-size:.85rem">{first.periode[:4]} – {last}</span></div>'
    )


def _middle(figure: Figure | None) -> float | None:
    """Where an interval is drawn in so small a picture; not at all where that says nothing."""
    if figure is None:
        return None
    low, high = wording.shown(figure)
    if low is None or high is None or high > 1.25 * low:
        return None
    return (low + high) / 2


def _beside(land: Figure | None, standing: AfspraakStand | None, indicator: Indicator) -> str:
    said = []
    if land is not None:
        said.append(f"Nederland {wording.value(land, indicator)}")
    if standing is not None and standing.figure is not None:
        by = f" in {standing.target.per_jaar}" if standing.target.per_jaar else ""
        goal = afspraken.promised(standing.target, indicator)
        said.append(f"doel {goal}{by}: {standing.state}")
    return "".join(f"<div>{escape(line)}</div>" for line in said)
