"""Where those who were newly referred come from: a map and a ranking of the schools' regions."""

from collections.abc import Sequence
from dataclasses import replace

from monitor.figures import levels, roll_up, wording
from monitor.figures.door import Figure
from monitor.sections import on_map, per_region, spread, trust, units
from monitor.sections.section import Said, Section
from monitor.sections.verwijzingen.asked import LEVELS, Asked, Line, found_at
from monitor.sections.what_a_role_sees import only_own, seen_levels


QUESTION = "Van welke scholen en gemeenten komen zij?"
TITLE = "Waar komen zij vandaan?"
ALL_HIDDEN = "Wie hoger of lager is, staat er niet: de aantallen zijn verborgen."
COUNTED_AT = "Geteld bij de school waar de leerling vandaan komt, niet waar hij woont."


def levels_of(asked: Asked, line: Line) -> list[str]:
    """The levels that the region has more than one part of, for this viewer."""
    there = [
        level for level in seen_levels(asked.store, asked.viewer, line.indicator, LEVELS)
        if len(units.units(asked.store, asked.region, level)) > 1
    ]  # fmt: skip
    if len(roll_up.swvs(asked.store, asked.whole.sector)) > 1:
        there.append("swv")
    return there


def make(asked: Asked, line: Line, per: str) -> Section:
    """`per` is one of `levels_of`."""
    store, viewer, region, lead = asked.store, asked.viewer, asked.region, line.indicator
    found = on_map.per_level(store, viewer, lead, region, per, line.now.periode)
    placed = [figure for figure in found if figure.code != levels.UNKNOWN]
    # No line of the country: without those of unknown origin every part lies too low beside it.
    named: frozenset[str] = frozenset()
    words = ALL_HIDDEN
    if not line.now.is_hidden:
        named = spread.named(found, region, lead, per, line.now)
        words = spread.headline(store, found, region, lead, per, line.now)
    drawn = per_region.pictures(store, viewer, lead, region, placed, per, None, named)
    last = drawn[-1:]
    under = (_of_unknown(asked, line, found), only_own(viewer), COUNTED_AT)
    notes = tuple(one for one in under if one)
    whose = line.region if per != "swv" else None
    return Section(
        key=f"verwijzingen_{lead.name}_{per}",
        question=QUESTION,
        title=TITLE,
        says=Said(words),
        selection=f"{lead.title}, per {levels.LEVEL_TITLES[per]}, {region.sentence}, "
        f"schooljaar {asked.year}",
        drawn=(*drawn[:-1], *(replace(one, notes=(*one.notes, *notes)) for one in last)),
        table=per_region.table(store, lead, region, found, per),
        trust=(trust.trust_of(store, viewer, lead, asked.year, whose, line.now),),
        notes=() if drawn else notes,
    )


def _of_unknown(asked: Asked, line: Line, found: Sequence[Figure]) -> str:
    there = found_at([f for f in found if f.code == levels.UNKNOWN], asked.year)
    if there is None or not (there.is_hidden or there.teller_max):
        return ""
    return (
        f"Van {wording.teller(there)} {line.indicator.teller} is de school van herkomst onbekend, of "
        "staat zij in een ander samenwerkingsverband."
    )
