"""Figures of several indicators beside each other: one row per region."""

from collections.abc import Mapping, Sequence

from monitor.figures import counted_where, levels
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.sections import origins
from monitor.sections.section import Column, Piece, Said, Section, Table
from monitor.sections.tables import KINDS
from monitor.sections.values import Value, value_of
from monitor.store.store import Store
from monitor.values import dutch, moments


QUESTION = "Hoe staan de gebieden naast elkaar?"
NO_SCHOOL = "geen school"
Columns = Mapping[Indicator, Sequence[Figure]]


def make(
    store: Store, units: Mapping[str, str], columns: Columns, region: Region, per: str
) -> Section | None:
    """One row per unit (code → name), one column per indicator; a file holds every figure of it. None
    where there is nothing to put beside each other."""
    there = {indicator: found for indicator, found in columns.items() if found}
    if not units or not there:
        return None
    level = levels.LEVEL_TITLES[per]
    without = _without_school(there)
    cells = [_cells(units, indicator, found, without) for indicator, found in there.items()]
    pieces = tuple(
        Piece(indicator, per, tuple(figure for figure in found if figure.code in units))
        for indicator, found in columns.items()
    )
    table = Table(
        title=f"De belangrijkste cijfers per {level} naast elkaar",
        columns=(
            Column(level.capitalize()),
            *(Column(_heading(one, found), KINDS.get(one.kind, "number"), one.unit)
              for one, found in there.items()),
        ),
        rows=tuple(
            (Value(name), *(column[code] for column in cells)) for code, name in units.items()
        ),
        pieces=pieces,
        file=f"cijfers-per-{per}",
        whole=f"alle cijfers van deze tabel, alle {levels.LEVEL_PLURALS[per]} van {region.naam}",
        origins=tuple(
            dict.fromkeys(
                line
                for piece in pieces
                for line in origins.origins_of(store, piece.indicator, piece.figures)
            )
        ),
    )  # fmt: skip
    return Section(
        key="overzicht_naast_elkaar",
        question=QUESTION,
        title="",
        says=Said(""),
        selection=f"{region.sentence}, per {level}",
        table=table,
    )


def _without_school(columns: Columns) -> set[tuple[str, str, str]]:
    """(kind, unit, year) of which it is known that there is no such school."""
    return {
        (counted_where.kind_of(indicator), figure.code, figure.periode[:4])
        for indicator, found in columns.items()
        for figure in found
        if counted_where.is_without_school(figure, indicator)
    }


def _heading(indicator: Indicator, found: Sequence[Figure]) -> str:
    """Vso-deelname (locatie), % (2025)"""
    unit = "" if indicator.kind == "aantal" else f", {indicator.unit}"
    return f"{indicator.short}{unit} ({moments.period_brief(found[0].periode, indicator.moment)})"


def _cells(
    units: Mapping[str, str],
    indicator: Indicator,
    found: Sequence[Figure],
    without: set[tuple[str, str, str]],
) -> dict[str, Value]:
    """code → its figure as people write it."""
    per_code = {figure.code: figure for figure in found}
    kind, year = counted_where.kind_of(indicator), found[0].periode[:4]
    cells = {}
    for code in units:
        if (kind, code, year) in without:
            why = counted_where.no_school(indicator)
            cells[code] = Value(NO_SCHOOL, status="nvt", reason=why)
        elif code in per_code:
            cells[code] = value_of(per_code[code], indicator)
        else:
            cells[code] = Value(dutch.UNKNOWN, status="onbekend")
    return cells
