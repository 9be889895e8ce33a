"""Where the shortage is, or where it is crowded: the map with the offer on it, and the ranking."""

from monitor.figures import levels, wording
from monitor.figures.door import Figure, Indicator, indicator_named
from monitor.sections import gemeente_notes, tables
from monitor.sections import on_map as places
from monitor.sections.dekking import offers
from monitor.sections.dekking.subject import Subject, trust_now
from monitor.sections.section import Drawn, Piece, Said, Section, said
from monitor.views.charts import maps
from monitor.views.charts.breakdown import ranked
from monitor.views.charts.kinds import AreaMap, Ranking


QUESTION = "Waar vinden leerlingen geen plek, en waar zijn weinig plekken in bereik?"
ONE_DIVISION = (
    "De getallen per regio horen bij één verdeling van de plekken: die waarbij iedereen samen het "
    "minst ver hoeft. Met evenveel plekken kan het ook anders."
)
IN_PRACTICE = "Kaart en ranglijst gaan altijd over de plaatsen in de praktijk, zonder vso."
BY_GEMEENTE = "De kaart is per gemeente: alleen daarvan zijn de grenzen bekend."
OTHER_MEASURE = (
    "Elke plek is verdeeld over alle leerlingen die er gebruik van kunnen maken; minder dan 1 is krap. "
    "Dit is een andere maat dan de dekking."
)
HEIGHT = 440
"""Of the map, in pixels."""


def make(subject: Subject, what: str) -> Section | None:
    """`what` is the indicator: tekort or druk. None where this schooljaar has nothing per region."""
    indicator = indicator_named(what)
    found = subject.figures(what, subject.per)
    if not found:
        return None
    first, *rest = headline(subject, indicator, found)
    notes = [] if subject.is_standard else [IN_PRACTICE]
    in_order = ranked(found)
    return Section(
        key=f"dekking_kaart_{what}",
        question=QUESTION,
        title="Op de kaart",
        says=Said(first),
        selection=f"{indicator.title}, {subject.sentence}",
        beside=said(*rest),
        drawn=_drawn(subject, indicator, found),
        table=tables.of_figures(
            f"{indicator.short} per {levels.LEVEL_TITLES[subject.per]}", in_order, indicator,
            [Piece(indicator, subject.per, tuple(in_order))], f"{what}-per-{subject.per}",
            f"alle {levels.LEVEL_PLURALS[subject.per]} van {subject.whole.naam}",
        ),
        trust=(trust_now(subject, indicator),),
        notes=tuple(notes),
    )  # fmt: skip


def headline(subject: Subject, indicator: Indicator, found: list[Figure]) -> list[str]:
    """Who has most short, or fewest places in reach, and what belongs beside it."""
    known = _known(found)
    total = subject.now(indicator.name)
    hidden = sum(f.is_hidden for f in found)
    if not known:
        return [f"Van geen enkele {levels.LEVEL_TITLES[subject.per]} is er een getal te tonen."]
    if indicator.name == "druk":
        least = known[-1]
        return [
            f"De minste plekken in bereik heeft {least.naam}: {wording.value(least, indicator)}.",
            OTHER_MEASURE,
        ]
    most = known[0]
    of = ""
    if total is not None and wording.is_known(total):
        of = f" van de {wording.value_long(total, indicator)}"
    elif most.teller is not None:
        of = " leerlingen"
    return [
        f"Het grootste tekort is in {most.naam}: {wording.value(most, indicator)}{of}.",
        f"Van {hidden} {levels.LEVEL_PLURALS[subject.per]} is het aantal verborgen."
        if hidden
        else "",
    ]


def _known(found: list[Figure]) -> list[Figure]:
    return [f for f in ranked(found) if wording.is_known(f) and f.code != levels.UNKNOWN]


def _named(indicator: Indicator, found: list[Figure]) -> set[str]:
    """The unit that the headline names."""
    known = _known(found)
    return {known[-1 if indicator.name == "druk" else 0].code} if known else set()


def _drawn(subject: Subject, indicator: Indicator, found: list[Figure]) -> tuple[Drawn, ...]:
    """The map where the store has borders, and the ranking."""
    named = frozenset(_named(indicator, found))
    shown = tuple(places.neighbours(ranked(found), subject.whole.code))
    division = (ONE_DIVISION,) if indicator.name == "tekort" else ()
    if not places.has_map(subject.store, "gemeente"):
        return (Drawn(Ranking(shown, indicator, named), division),)
    # Wijken and subregio's have no borders: the map is of gemeenten, whatever the ranking.
    there = [f for f in subject.figures(indicator.name, "gemeente") if f.code != levels.UNKNOWN]
    shapes = tuple(shapes_of(subject))
    is_shaded = maps.says_something(shapes, there, indicator)
    notes = [] if is_shaded else [maps.NO_SHADES]
    if is_shaded and any(figure.is_banded for figure in there):
        notes.append(wording.BY_LOWEST)
    if subject.per != "gemeente":
        notes.append(BY_GEMEENTE)
    notes += gemeente_notes.notes(subject.store, {f.code: f.naam for f in there})
    chart = AreaMap(
        shapes, tuple(there) if is_shaded else (), indicator if is_shaded else None,
        offers=tuple(offers.of(subject)), height=HEIGHT, named=named if is_shaded else frozenset(),
    )  # fmt: skip
    return (Drawn(chart, tuple(notes)), Drawn(Ranking(shown, indicator, named), division))


def shapes_of(subject: Subject) -> list[maps.Shape]:
    """The gemeenten where somebody with a vraag lives."""
    codes = {cell.need.gemeente for cell in subject.outcome.cellen if cell.need.gemeente}
    return places.shapes(subject.store, tuple(sorted(codes)))
