"""What the changes of a scenario do to who finds a place: the answer in a sentence, and what it costs."""

from monitor.dekking.scenarios import Scenario, effect
from monitor.sections.section import Said, Section, said
from monitor.sections.wat_als.subject import Subject
from monitor.views.words import scenarios


QUESTION = "Hoeveel leerlingen vinden met deze wijzigingen een passende plek?"


def make(subject: Subject, scenario: Scenario) -> Section:
    found = effect(subject.store, subject.basis, scenario, subject.level)
    return Section(
        key="wat_als_antwoord",
        question=QUESTION,
        title="",
        says=Said(scenarios.sentence(found, subject.numbers)),
        selection=subject.sentence,
        beside=said(
            scenarios.costs_sentence(found, subject.numbers, subject.known),
            scenarios.region_sentence(found, subject.name, subject.numbers),
        ),
        trust=(subject.trust,),
    )
