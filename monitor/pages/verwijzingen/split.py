"""A figure in parts, now beside a year before: bars, the table, the download."""

from collections.abc import Callable, Mapping

import streamlit as st

from monitor.figures.door import Figure
from monitor.pages.pieces import downloads, figure_parts
from monitor.pages.verwijzingen.asked import Asked, Line, trust
from monitor.sections.what_is_shown import TOO_SMALL, is_seen
from monitor.values import moments
from monitor.views.charts.before_and_now import (
    MOST,
    pair_rows,
    paired,
    pairs_chart,
    pairs_description,
)


NAMES = {
    "laag": "categorie 1 (laag)",
    "midden": "categorie 2 (midden)",
    "hoog": "categorie 3 (hoog)",
    "verhuizing": "verhuisd hierheen",
    "ja": "dossier compleet",
    "nee": "wacht nog op stukken",
}


def show(
    asked: Asked,
    line: Line,
    breakdown: str,
    title: str,
    name_of: Callable[[str], str] | None = None,
    before: Figure | None = None,
) -> None:
    """The parts of the last figure of a line beside those of a year before it."""
    indicator, now = line.indicator, line.now
    if is_closed(asked, line, breakdown):
        return
    before = before or line.before
    shown = parts_of(asked, line, breakdown, now)
    earlier = parts_of(asked, line, breakdown, before) if before else []
    if not shown and not earlier:
        st.markdown("Er is niets om uit te splitsen.")
        return
    codes = {figure.uitsplitsing.partition("=")[2] for figure in (*shown, *earlier)}
    names = _names(codes, breakdown, name_of)
    order = sorted(codes, key=lambda code: indicator.place(f"{breakdown}={code}"))
    own = [code for code in order if indicator.has_order(f"{breakdown}={code}")]
    pairs = paired(shown, earlier, names, own)
    when = _when(now)
    was = _when(before) if before else "geen eerder cijfer"
    key = f"verwijzingen_{indicator.name}_{breakdown}"
    figure_parts.chart(pairs_chart(pairs, indicator, when, was),
                pairs_description(pairs, indicator, when, was), key)  # fmt: skip
    if len(pairs) > MOST:
        st.caption(f"U ziet {MOST} van de {len(pairs)} delen; in de tabel staan ze alle.")
    trust(asked, line, now)
    downloads.table_twin(pair_rows(pairs, indicator, title, when, was), f"{key}_tabel")
    downloads.of_figures(asked.store, indicator, line.region.per, [*shown, *earlier],
                    f"naar {title.lower()}, {when} en {was}", key)  # fmt: skip


def parts_of(asked: Asked, line: Line, breakdown: str, total: Figure) -> list[Figure]:
    """The parts of a figure of a line."""
    return asked.parts_of(line.indicator, breakdown, total.periode)


def is_closed(asked: Asked, line: Line, breakdown: str) -> bool:
    """Whether such parts are not for this viewer; then it says so."""
    per = line.region.per
    if is_seen(asked.store, asked.viewer, line.indicator, per, breakdown):
        return False
    if per == "swv":
        st.markdown("Deze uitsplitsing is er niet voor uw rol: zij gaat over enkele leerlingen per "
                    "school.")  # fmt: skip
    else:
        st.markdown("De uitsplitsing van een deel van het samenwerkingsverband ziet u niet: "
                    f"{TOO_SMALL}.")  # fmt: skip
    return True


def _names(
    codes: set[str], breakdown: str, name_of: Callable[[str], str] | None
) -> Mapping[str, str]:
    if name_of is not None:
        return {code: name_of(code) for code in codes}
    if breakdown == "leeftijd":
        return {code: f"{code} jaar" if code.isdigit() else code for code in codes}
    return {code: NAMES.get(code, code) for code in codes}


def _when(figure: Figure) -> str:
    """2024-2025 | 31 oktober 2025"""
    return figure.periode if len(figure.periode) == 9 else moments.period(figure.periode)
