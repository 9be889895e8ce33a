"""Coverage and shortage of the whole samenwerkingsverband through the years."""

from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.sections import tables, trust
from monitor.sections.dekking.subject import Subject
from monitor.sections.section import Drawn, Piece, Said, Section, Trust
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend
from monitor.views.words import sentences


QUESTION = "Vinden er meer of minder leerlingen een plek dan vroeger?"
ONE_YEAR = "Er is één schooljaar geleverd. Vanaf twee is hier het verloop te zien."
WITHOUT_VSO = "Het verloop is altijd zonder vso."
LOW = 240
"""The height of the second picture, in pixels."""


def make(subject: Subject) -> Section:
    """In practice beside what it would be on paper; a sentence alone where there is one year."""
    indicator, on_paper = indicator_named("dekking"), indicator_named("dekking_plan")
    real, plan = years(subject, "dekking"), years(subject, "dekking_plan")
    key, title = "dekking_jaren", "Door de jaren"
    if len(real) < 2:
        return Section(key, QUESTION, title, Said(""), _selection(subject, indicator),
                       notes=(ONE_YEAR,))  # fmt: skip
    lines = [Series("in de praktijk", real, "accent", indicator=indicator.name)]
    if plan:
        # The same unit and the same pupils; only the places are those of the plan.
        lines.append(Series("op papier", plan, "grey"))
    pieces = (Piece(indicator, "swv", tuple(real)), Piece(on_paper, "swv", tuple(plan)))
    return Section(
        key=key,
        question=QUESTION,
        title=title,
        says=Said(sentences.trend_sentence(Series("De dekking", real), indicator)),
        selection=_selection(subject, indicator),
        drawn=(Drawn(Trend(tuple(lines), indicator), _notes(subject)),),
        table=tables.of_figures("Dekking door de jaren", [*real, *plan], indicator, pieces,
                                "dekking-door-de-jaren", "alle schooljaren"),
        trust=(_trust(subject, indicator, real[-1]),),
    )  # fmt: skip


def shortage(subject: Subject) -> Section | None:
    """None where there is one year."""
    indicator, found = indicator_named("tekort"), years(subject, "tekort")
    if len(found) < 2:
        return None
    chart = Trend(
        (Series("tekort", found, "accent", indicator=indicator.name),), indicator, height=LOW
    )
    return Section(
        key="tekort_jaren",
        question="Blijven er meer of minder leerlingen zonder plek dan vroeger?",
        title="",
        says=Said(sentences.trend_sentence(Series("Het tekort", found), indicator)),
        selection=_selection(subject, indicator),
        drawn=(Drawn(chart),),
        table=tables.of_figures(
            "Tekort door de jaren", found, indicator, [Piece(indicator, "swv", tuple(found))],
            "tekort-per-swv", "alle schooljaren",
        ),
        trust=(_trust(subject, indicator, found[-1]),),
    )  # fmt: skip


def years(subject: Subject, name: str) -> list[Figure]:
    """The figures of the whole samenwerkingsverband, oldest first."""
    return sorted(
        figures(
            subject.store, subject.viewer, indicator_named(name), "swv",
            codes=(subject.whole.code,), within=("swv", subject.whole.code),
        ),
        key=lambda figure: figure.periode,
    )  # fmt: skip


def _notes(subject: Subject) -> tuple[str, ...]:
    return () if subject.is_standard else (WITHOUT_VSO,)


def _selection(subject: Subject, indicator: Indicator) -> str:
    return f"{indicator.title}, {subject.whole.sentence}"


def _trust(subject: Subject, indicator: Indicator, last: Figure) -> Trust:
    return trust.trust_of(
        subject.store, subject.viewer, indicator, last.periode, subject.whole, last
    )
