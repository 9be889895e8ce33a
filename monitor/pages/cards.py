"""A card: one figure with its trend, the country, the target, and what one must know about it."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from monitor import afspraken
from monitor.access import Viewer
from monitor.afspraken import Standing
from monitor.attention import page_of
from monitor.comparisons import country, previous
from monitor.indicators import Figure, Indicator
from monitor.pages import parts
from monitor.regions import Region
from monitor.store import Store
from monitor.views import charts, text


YEARS = 10
"""In a sparkline."""


def card(
    store: Store,
    viewer: Viewer,
    region: Region,
    indicator: Indicator,
    found: Sequence[Figure],
    standing: Standing | None,
) -> None:
    """`found` are the figures of the region, oldest first; the last one is shown."""
    now = found[-1]
    land = next((f for f in country(store, viewer, indicator) if f.periode == now.periode), None)
    st.html(
        _title(indicator)
        + _value(now, indicator)
        + _change(now, previous(list(found), now.periode), indicator)
        + _sparkline(found, indicator)
        + _beside(land if indicator.kind != "aantal" else None, standing, indicator)
    )
    parts.trust_line(store, indicator, now.periode, region)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        parts.about(store, indicator, now.periode, region, now)
        page, query = page_of(indicator)
        if page != "begrippen":
            parts.link(page, f"Naar {page.capitalize()}", **query)


def _title(indicator: Indicator) -> str:
    return f'<div style="font-weight:600">{escape(indicator.short)}</div>'


def _value(now: Figure, indicator: Indicator) -> str:
    words = escape(text.value(now, indicator))
    return (
        '<div style="font-size:1.75rem;line-height:1.3;font-weight:600;'
        f'font-variant-numeric:tabular-nums">{words}</div>'
    )


def _change(now: Figure, before: Figure | None, indicator: Indicator) -> str:
    """▲ 0,1 procentpunt hoger dan op 1 oktober 2024: a sign and words, no colour to decode."""
    if before is None:
        return "<div>er is geen eerder cijfer</div>"
    words = text.change(now, before, indicator)
    since = f"in {text.period_short(before.periode, indicator.moment)}"
    sign = text.change_short(now, before, indicator)[:1]
    if not sign and words.endswith(("hoger", "meer")):
        sign = "▲"
    elif not sign and words.endswith(("lager", "minder")):
        sign = "▼"
    match words:
        case "gelijk":
            said = f"gelijk aan {since}"
        case "misschien gelijk":
            said = f"misschien gelijk aan {since}"
        case text.UNKNOWN:
            said = f"verschil met {since} onbekend"
        case _:
            said = f"{words} dan {since}"
    return f'<div><span aria-hidden="true">{sign}</span> {escape(said)}</div>'


def _sparkline(found: Sequence[Figure], indicator: Indicator) -> str:
    """One place per year, so that a year without a figure is a gap."""
    last = int(found[-1].periode[:4])
    per_year = {int(f.periode[:4]): f for f in found if int(f.periode[:4]) > last - YEARS}
    values = [_middle(per_year.get(year)) for year in range(min(per_year), last + 1)]
    # Two years are said in words; a line begins with three.
    if sum(value is not None for value in values) < 3:
        return ""
    first = per_year[min(per_year)]
    title = (
        f"{indicator.short}: {text.value(first, indicator)} in {first.periode[:4]}, "
        f"{text.value(found[-1], indicator)} in {last}"
    )
    # As an image: Streamlit takes drawings out of the HTML itself.
    svg = charts.sparkline_svg(values, title, width=104, height=30)
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
    low, high = text.shown(figure)
    if low is None or high is None or high > 1.25 * low:
        return None
    return (low + high) / 2


def _beside(land: Figure | None, standing: Standing | None, indicator: Indicator) -> str:
    said = []
    if land is not None:
        said.append(f"Nederland {text.value(land, indicator)}")
    if standing is not None and standing.figure is not None:
        by = f" in {standing.target.per_jaar}" if standing.target.per_jaar else ""
        goal = afspraken.promised(standing.target, indicator)
        said.append(f"doel {goal}{by}: {standing.state}")
    return "".join(f"<div>{escape(line)}</div>" for line in said)
