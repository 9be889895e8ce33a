"""Figures of several indicators beside each other: one row per region."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitor.figures import counted_where, levels, wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, long_table
from monitor.store.store import Store
from monitor.values import dutch, moments


def show(
    store: Store,
    units: Mapping[str, str],
    columns: Mapping[Indicator, Sequence[Figure]],
    region: Region,
    per: str,
    key: str,
) -> None:
    """One row per unit, one column per indicator; a click on a heading sorts. Its downloads hold
    every figure of the table."""
    level = levels.LEVEL_TITLES[per].capitalize()
    without = _without_school(columns)
    cells = {title: _cells(units, indicator, found, without)
             for indicator, found in columns.items() if (title := _heading(indicator, found))}  # fmt: skip
    if not units or not cells:
        return
    rows = [
        {level: name} | {title: column[code] for title, column in cells.items()}
        for code, name in units.items()
    ]
    right = {title: st.column_config.TextColumn(title, alignment="right") for title in cells}
    first = st.column_config.TextColumn(level, pinned=True)
    long_table.show(
        rows, key, f"De belangrijkste cijfers per {levels.LEVEL_TITLES[per]} naast elkaar",
        height="content" if len(rows) <= 30 else 600,
        column_config={level: first, **right},
    )  # fmt: skip
    pieces = [
        (indicator, per, [figure for figure in found if figure.code in units])
        for indicator, found in columns.items()
    ]
    whole = f"alle cijfers van deze tabel, alle {levels.LEVEL_PLURALS[per]} van {region.naam}"
    downloads.together(store, pieces, f"cijfers-per-{per}", whole, key)


def _without_school(columns: Mapping[Indicator, Sequence[Figure]]) -> set[tuple[str, str, str]]:
    """(kind, unit, year) of which it is known that there is no such school."""
    return {
        (counted_where.kind_of(indicator), figure.code, figure.periode[:4])
        for indicator, found in columns.items()
        for figure in found
        if counted_where.is_without_school(figure, indicator)
    }


def _heading(indicator: Indicator, found: Sequence[Figure]) -> str:
    """Vso-deelname (locatie), % (2025)"""
    if not found:
        return ""
    unit = "" if indicator.kind == "aantal" else f", {indicator.unit}"
    return f"{indicator.short}{unit} ({moments.period_brief(found[0].periode, indicator.moment)})"


def _cells(
    units: Mapping[str, str],
    indicator: Indicator,
    found: Sequence[Figure],
    without: set[tuple[str, str, str]],
) -> dict[str, str]:
    """Texts as people write them, padded so that sorting on text sorts on size."""
    per_code = {figure.code: figure for figure in found}
    kind, year = counted_where.kind_of(indicator), found[0].periode[:4] if found else ""
    words = {}
    for code in units:
        if (kind, code, year) in without:
            words[code] = "geen school"
        elif code in per_code:
            words[code] = wording.value_bare(per_code[code], indicator)
        else:
            words[code] = dutch.UNKNOWN
    return dict(zip(words, padded(list(words.values())), strict=True))


def padded(words: Sequence[str]) -> list[str]:
    """Before the comma as wide as the widest: then "9" sorts before "10", as text."""
    sizes = [len(word.partition("–")[0].partition(",")[0]) for word in words]
    whole = max(sizes, default=0)
    return [" " * (whole - size) + word for size, word in zip(sizes, words, strict=True)]
