"""A figure as text to take along: a sentence, and below it all that a reader must know."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.figures import wording
from monitor.figures.earlier import earlier
from monitor.values import dutch, moments


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator
    from monitor.figures.provenance import Provenance


KINDS = {"sbo/so/vso": "sbo, so of vso"}
"""Where files contradict each other it stays open."""
MOST_NAMED = 10
"""Schools named; of more there are so many others."""


def text_of(
    indicator: "Indicator",
    figure: "Figure",
    origin: "Provenance",
    where: str,
    beside: Sequence[str] = (),
) -> str:
    """Vso-deelname (locatie), SWV Rivierenstreek, 1 oktober 2025: 3,9 % (841 … op 21.621 …).

    Then definition, sources with their delivery, status, completeness and caveat, a line each.
    """
    # A count is its own teller: said twice it is a riddle.
    counted = "" if indicator.kind == "aantal" else wording.teller_noemer(figure, indicator)
    value = wording.value_long if indicator.kind == "aantal" else wording.value
    lines = [
        f"{indicator.short}, {where}, {moments.period(figure.periode, indicator.moment)}: "
        f"{value(figure, indicator)}" + (f" ({counted})." if counted else "."),
        f"Definitie: {indicator.definition}",
    ]
    if figure.is_banded or figure.is_hidden:
        lines.append(
            "Aantallen leerlingen zijn klassen, zodat niemand te herkennen is; een klasse is soms "
            "wijder, zodat een ander aantal verborgen blijft."
        )
    if figure.corrected is not None:
        lines.append(
            f"Gecorrigeerd op {moments.date(figure.corrected)}: het aantal bleek anders dan eerder is "
            "getoond. De klasse omvat ook de eerdere, zodat uit de twee samen niets volgt."
        )
    if indicator.definitie:
        lines.append(f"Code van de definitie: {indicator.definitie}.")
    lines += [
        f"Bron: {one.publisher}, {one.title} ({one.file}, geleverd "
        f"{moments.date(one.delivered.date())})."
        for one in origin.origins
    ]
    lines += [f"{one}." for one in kinds_of(origin)]
    if origin.until is not None:
        lines.append(f"Gegevens tot en met {moments.date(origin.until)}.")
    if origin.status:
        lines.append(f"Status: {origin.status}.")
    lines += [
        f"Volledigheid: {dutch.number(part.counted)} van {dutch.number(part.expected)} scholen "
        f"{part.group} geteld op {moments.period(part.periode or figure.periode, '1 oktober')}."
        for part in origin.completeness
    ]
    lines += [f"Ernaast: {words}." for words in beside if words]
    if indicator.changed:
        lines.append(f"Veranderd: {changed(indicator, figure)}")
    if indicator.caveat:
        lines.append(f"Let op: {indicator.caveat}")
    return "\n".join(lines)


def changed(indicator: "Indicator", figure: "Figure | None") -> str:
    """Since when and why figures of it differ; of this one, where it is known, from what to what."""
    was = earlier(indicator, figure) if figure is not None else None
    if was is None or figure is None:
        return indicator.changed
    version, before = was
    return (
        f"{indicator.changed} Dit cijfer ({figure.naam}, "
        f"{moments.period(figure.periode, indicator.moment)}) was vóór versie {version} "
        f"{wording.value(before, indicator)} en is nu {wording.value(figure, indicator)}."
    )


def kinds_of(origin: "Provenance") -> list[str]:
    """De soort van 2 scholen (A en B) is sbo volgens DUO, Afstand (afstand.csv, geleverd …)"""
    said = []
    for kind in origin.kinds:
        many = len(kind.schools)
        names = [naam for _, naam in kind.schools[:MOST_NAMED]]
        if many > MOST_NAMED:
            names.append(f"{many - MOST_NAMED} andere")
        one = kind.origin
        said.append(
            f"De soort van {dutch.number(many)} {dutch.noun(many, 'scholen')} ({dutch.joined(names)}) "
            f"is {KINDS.get(kind.schooltype, kind.schooltype)} volgens {one.publisher}, {one.title} "
            f"({one.file}, geleverd {moments.date(one.delivered.date())}); het bestand met de telling "
            "noemt haar so/vso"
        )
    return said
