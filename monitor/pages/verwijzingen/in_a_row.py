"""Figures in a row, each with its teller and noemer and what it was a year before."""

from collections.abc import Sequence

import streamlit as st

from monitor.figures import wording
from monitor.figures.chance import is_said_chance
from monitor.pages.pieces import downloads, figure_parts
from monitor.pages.verwijzingen.asked import Asked, Line, since


def show(asked: Asked, title: str, names: Sequence[str]) -> None:
    lines = [line for name in names if (line := asked.line(name)) is not None]
    if not lines:
        return
    st.header(title)
    for column, line in zip(st.columns(len(lines), gap="large"), lines, strict=True):
        with column:
            _one(asked, line)
    pieces = [(line.indicator, line.region.per, line.figures) for line in lines]
    downloads.together(asked.store, pieces, "besluiten-over-tlvs", "alle schooljaren",
                             f"verwijzingen_{names[0]}")  # fmt: skip


def _one(asked: Asked, line: Line) -> None:
    indicator, now = line.indicator, line.now
    st.markdown(f"**{indicator.short}: {wording.value(now, indicator)}**")
    if now.is_hidden:
        counted = "Verborgen: het gaat om te weinig leerlingen"
    else:
        counted = wording.teller_noemer(now, indicator)
    change = since(now, line.before, indicator)
    chance = (
        line.before is not None
        and " dan een jaar eerder" in change
        and is_said_chance(now, line.before, indicator)
    )
    st.markdown(f"{counted}. {change[:1].upper()}{change[1:]}{'.' if change else ''}"
                f"{' Dat verschil kan toeval zijn.' if chance else ''}")  # fmt: skip
    asked.whole_only(indicator)
    figure_parts.trust_line(asked.store, indicator, now.periode, line.region)
    figure_parts.about(asked.store, asked.viewer, indicator, now.periode, line.region, now)
