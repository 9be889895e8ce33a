"""Which arrangements have fewer places than the plan says."""

from monitor.dekking.matching.model import Use
from monitor.sections.dekking import lists
from monitor.sections.dekking.subject import Subject
from monitor.sections.section import Said, Section, texts_table
from monitor.values import dutch
from monitor.values.collation import by_name


QUESTION = "Welke arrangementen hebben minder plaatsen dan afgesproken?"
TITLE = "Minder plaatsen dan afgesproken"
NONE = "Geen enkel arrangement: overal zijn er minstens zo veel als in het plan."


def make(subject: Subject) -> Section:
    fewer = [
        use
        for use in lists.running(subject)
        if use.arrangement.plaatsen_praktijk is not None
        and use.arrangement.plaatsen_praktijk < use.arrangement.plaatsen_plan
    ]
    key = "dekking_minder"
    if not fewer:
        return Section(key, QUESTION, TITLE, Said(NONE), subject.sentence)
    ranked = sorted(
        fewer,
        key=lambda use: (
            (use.arrangement.plaatsen_praktijk or 0) - use.arrangement.plaatsen_plan,
            by_name(subject.title(use.arrangement.arrangementscode)),
            use.arrangement.arrangementscode,
        ),
    )
    rows = [lists.place_row(subject, use) for use in ranked]
    table = texts_table("Arrangementen met minder plaatsen dan afgesproken", rows)
    return Section(key, QUESTION, TITLE, Said(_sentence(fewer)), subject.sentence, table=table)


def _sentence(fewer: list[Use]) -> str:
    nothing = [use for use in fewer if not use.arrangement.plaatsen_praktijk]
    count = len(fewer)
    are = "Eén arrangement heeft" if count == 1 else f"{dutch.number(count)} arrangementen hebben"
    told = f"{are} minder plaatsen dan in het plan"
    if nothing:
        verb = "bestaat" if len(nothing) == 1 else "bestaan"
        told += f"; {dutch.number(len(nothing))} daarvan {verb} alleen op papier (▤)"
    return f"{told}."
