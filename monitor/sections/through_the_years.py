"""Since when: the own region, the country, the target, and whom the reader puts beside it."""

from collections.abc import Sequence
from typing import Literal

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.compare.afspraken import AfspraakStand
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.figures.provenance import provenance
from monitor.sections import origins, tables, trust
from monitor.sections.section import Drawn, Piece, Said, Section
from monitor.store.store import Store
from monitor.views.charts.breakdown import Break, Series
from monitor.views.charts.kinds import Trend


QUESTION = "Is het meer of minder dan vroeger?"


def make(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    region: Region,
    own: Sequence[Figure],
    land: Sequence[Figure],
    beside: Sequence[str],
    key: str,
    notes: tuple[str, ...] = (),
) -> Section:
    """`own` and `land` oldest first, `own` not empty; `beside` are codes of other
    samenwerkingsverbanden; `notes` is how the years are read."""
    others = figures(store, viewer, indicator, "swv", codes=tuple(beside)) if beside else []
    lines = [_line(store, indicator, region.naam, own, "accent")]
    if land:
        lines.append(Series("Nederland", land, "grey", indicator=indicator.name))
    for code in beside:
        rows = [figure for figure in others if figure.code == code]
        if rows:
            lines.append(_line(store, indicator, rows[0].naam, rows, "second"))
    found = breaks.breaks(
        store, indicator, region.per, region.code, tuple(figure.periode for figure in own)
    )
    standing = _standing(store, viewer, indicator, region)
    target = standing.target if standing else None
    chart = Trend(
        tuple(lines), indicator, tuple(Break(one.periode, one.short, one.is_source) for one in found),
        target.streefwaarde if target else None,
        f"doel {target.per_jaar or ''}".strip() if target else "",
    )  # fmt: skip
    why = tuple(f"{'Breuk: ' if one.is_source else ''}{one.why}" for one in found)
    origin = (
        origins.country_origin(store, indicator, land[-1] if land else None),
        origins.target_origin(standing),
    )
    pieces = [
        Piece(indicator, region.per, tuple(own)),
        Piece(indicator, "swv", tuple(others)),
        Piece(indicator, "land", tuple(land)),
    ]
    table = tables.of_figures(
        f"{indicator.short} door de jaren", [*own, *others, *land], indicator, pieces,
        f"{indicator.name}-door-de-jaren", "alle jaren van deze grafiek",
    )  # fmt: skip
    return Section(
        key=key,
        question=QUESTION,
        title="Door de jaren",
        says=Said(""),
        selection=f"{indicator.title}, {region.sentence}",
        drawn=(Drawn(chart, (*why, *notes)),),
        table=table,
        trust=(
            trust.trust_of(store, viewer, indicator, own[-1].periode, region, beside=origin),
        ),
    )  # fmt: skip


def _line(
    store: Store,
    indicator: Indicator,
    naam: str,
    rows: Sequence[Figure],
    tone: Literal["accent", "second"],
) -> Series:
    provisional = frozenset(
        figure.periode
        for figure in rows
        if provenance(store, indicator, figure.periode).status == "voorlopig"
    )
    return Series(naam, rows, tone, provisional, indicator.name)


def _standing(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region
) -> AfspraakStand | None:
    """The promise about this figure; it is of the whole samenwerkingsverband only."""
    if region.per != "swv":
        return None
    for goal in afspraken.standings(store, viewer, region.swv, ""):
        if goal.indicator == indicator and goal.figure is not None:
            return goal
    return None
