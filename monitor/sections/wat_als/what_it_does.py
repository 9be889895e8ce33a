"""A scenario beside what is real: the figures before and after, and the certain shortage per region."""

from monitor.dekking.scenarios import Effect, Scenario, effect
from monitor.sections.section import Said, Section, texts_table
from monitor.sections.wat_als.subject import STEPS, Subject
from monitor.views.words import scenarios


QUESTION = "Wat verandert er door dit scenario?"
TITLE = "Wat het doet"
PER_QUESTION = "Waar verandert het zekere tekort?"
CERTAIN = (
    "Zeker tekort: leerlingen die geen plek vinden, hoe de plekken ook verdeeld worden. Het is minder "
    "dan het hele tekort: van de rest is wel zeker dat iemand geen plek vindt, maar niet wie."
)


def make(subject: Subject, scenario: Scenario) -> Section:
    """As a whole. A file holds the regions too: a row says what it is about."""
    found = effect(subject.store, subject.basis, scenario, subject.level)
    rows = scenarios.effect_rows(found, subject.numbers)
    return Section(
        key="wat_als_geheel",
        question=QUESTION,
        title=TITLE,
        says=Said(""),
        selection=subject.sentence,
        table=texts_table(
            "Wat het scenario doet", rows, "number", file="wat-als",
            whole=f"dit scenario naast wat er nu is, ook per {subject.level}",
            filed=lambda: [*rows, *_in_file(subject, found)],
        ),
        trust=(subject.trust,),
        notes=() if subject.numbers.exact else (STEPS,),
    )  # fmt: skip


def per_region(subject: Subject, scenario: Scenario) -> Section | None:
    """None where no region has a name."""
    found = effect(subject.store, subject.basis, scenario, subject.level)
    if not any(one.name for one in found.per):
        return None
    title = f"Zeker tekort per {subject.level}"
    return Section(
        key="wat_als_regio",
        question=PER_QUESTION,
        title=title,
        says=Said(""),
        selection=f"{subject.sentence}, per {subject.level}",
        table=texts_table(title, _per(subject, found), "number"),
        notes=(CERTAIN,),
    )


def _per(subject: Subject, found: Effect) -> list[scenarios.Row]:
    return scenarios.region_rows(found, subject.level, subject.numbers, subject.name)


def _in_file(subject: Subject, found: Effect) -> list[scenarios.Row]:
    return [
        {"Wat": f"Zeker tekort, {subject.level} {row[subject.level.capitalize()]}"}
        | {title: row[title] for title in ("Nu", "Met dit scenario", "Verschil") if title in row}
        for row in _per(subject, found)
    ]
